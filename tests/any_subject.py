"""Short texts of our own that are about votes, teams, money and trade, in both languages, for tests of any subject."""

from collections.abc import Mapping
from pathlib import Path

from geo.documents.reading import read_documents
from geo.store.corpus import Corpus, extract

# By name: the file's ending, and its text.
TEXTS: Mapping[str, tuple[str, str]] = {
    "vote_en": (
        "txt",
        """General Assembly adopts resolution on safe drinking water

NEW YORK, 12 May 2021 — The United Nations General Assembly adopted a resolution on safe drinking water on Wednesday.
France, Germany, Kenya, Brazil, Mexico and Japan voted for the resolution. Russia, Belarus and Syria voted against it.
India, Pakistan, South Africa and Viet Nam abstained. China vetoed an earlier draft in the Security Council.
""",
    ),
    "vote_zh": (
        "txt",
        """联合国大会通过安全饮水决议

2021年5月12日 联合国大会周三通过一项关于安全饮水的决议。
法国、德国、肯尼亚、巴西、墨西哥和日本投票赞成该决议。俄罗斯、白俄罗斯和叙利亚投了反对票。
印度、巴基斯坦、南非和越南弃权。中国此前在安理会否决了一项草案。
""",
    ),
    "teams_en": (
        "txt",
        """Teams at the summer games

PARIS, 26 July 2024 — The games open in Paris on Friday with 206 teams.
The United States sends 592 athletes, France 573 athletes, Australia 460 athletes and Germany 427 athletes.
Kenya has 72 athletes, Fiji more than 60 athletes and Bhutan 3 athletes.
""",
    ),
    "teams_zh": (
        "txt",
        """夏季运动会代表团

2024年7月26日 运动会周五在巴黎开幕，共有206个代表团参加。
来自美国的592名运动员、来自法国的573名运动员、来自澳大利亚的460名运动员和来自德国的427名运动员参赛。
肯尼亚有72名运动员，斐济有60多名运动员，不丹有3名运动员。
""",
    ),
    "money_en": (
        "txt",
        """Fund pays out money to countries

GENEVA, 3 March 2022 — Norway gave US$20 million to Kenya, US$12.5 million to Ghana and US$8 million to Nepal.
Sweden gave US$5 million to Kenya. Norway also gave more than US$80 million to Ukraine.
Norway plans to give US$100 million to Fiji.
""",
    ),
    "money_zh": (
        "txt",
        """资金发放

2022年3月3日 挪威向肯尼亚提供2000万美元，向加纳提供1250万美元，向尼泊尔提供800万美元。
瑞典向肯尼亚提供500万美元。挪威还向乌克兰提供8000多万美元。
""",
    ),
    "trade_en": (
        "csv",
        """Country,Exports (US$ million),Imports (US$ million),Share of total (%)
France,648.4,700.1,3.1
Germany,1688.4,1400.2,7.2
Japan,717.3,800,3.0
Kenya,7.2,17.0,0.1
Viet Nam,354.7,333.1,1.5
""",
    ),
    "trade_zh": (
        "csv",
        """国家,出口额（亿美元）,进口额（亿美元）,占比（%）
法国,6484,7001,3.1
德国,16884,14002,7.2
日本,7173,8000,3.0
肯尼亚,72,170,0.1
越南,3547,3331,1.5
""",
    ),
}


def write_text(folder: Path, name: str) -> Path:
    """Write one of the texts to a file, and return the folder that holds it alone."""
    ending, text = TEXTS[name]
    folder = folder / "documents"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.{ending}").write_text(text, encoding="utf-8")
    return folder


def read_text(folder: Path, name: str) -> Corpus:
    """Return the corpus of one of the texts."""
    return extract(list(read_documents(write_text(folder, name))))


def list_both(subject: str) -> list[str]:
    """Return the names of a subject's texts, one a language."""
    return [name for name in TEXTS if name.startswith(subject)]
