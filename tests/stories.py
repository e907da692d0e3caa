"""Texts written for tests: news of one month and a look back two years later, which crowd a whole axis of time."""

from pathlib import Path

# The day of each text, and what it tells: each says how many countries were helped by then.
STORY = {
    "2020-03-12": "On March 10, 2020, China sent a team of medical experts to Italy. China donated masks to Serbia on "
    "March 11, 2020. On March 12, 2020, China delivered supplies to Iran. China has provided aid to more than 80 countries.",
    "2020-03-19": "On March 15, 2020, China sent a team of medical experts to Iraq. On March 18, 2020, China delivered "
    "supplies to Iran. China has provided aid to 89 countries. The presidents of China and France held a telephone call "
    "on March 19, 2020.",
    "2020-03-26": "On March 24, 2020, China donated masks to Serbia. China has provided aid to 120 countries.",
    "2022-06-14": "On June 14, 2022, China donated vaccines to Nepal. China has provided aid to 153 countries.",
}


def write_story(folder: Path) -> Path:
    """Write the texts of the story to a folder, with the days on which they were published, and return it."""
    folder.mkdir()
    for day, text in STORY.items():
        (folder / f"{day}.txt").write_text(f"Report of {day}\n\n{text}\n", encoding="utf-8")
    rows = [f"{day}.txt,Report of {day},{day},Gazette" for day in STORY]
    (folder / "documents.csv").write_text("\n".join(["path,title,published,outlet", *rows]) + "\n", encoding="utf-8")
    return folder
