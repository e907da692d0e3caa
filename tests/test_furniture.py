"""Lines that are no part of the article bear the rule that sets them apart; the article's bear none."""

import pytest

from geo.documents.furniture import label_lines
from tests.timings import count_turns

ARTICLE = "医疗队今天从首都出发，前往两个邻国，随行带去呼吸机、口罩和检测试剂，预计停留两周。"
ENGLISH = "The medical team left the capital today for two neighbouring countries with masks, tests and ventilators."


def rules(text: str, published: str | None = None) -> dict[str, str]:
    """Give the rule of each line of a text that is not blank."""
    return {line.text.strip(): line.rule for line in label_lines(text, published) if line.text.strip()}


def test_lines_are_kept_whole_and_in_place() -> None:
    text = f"首页> 国际 > 正文\n\n标题一行在此\n{ARTICLE}\n"
    lines = label_lines(text)
    assert [text[line.start : line.end] for line in lines] == [line.text for line in lines]
    assert "\n".join(line.text for line in lines) == text


def test_field_lines_are_set_apart_and_the_title_is_kept() -> None:
    text = f"title ==>\n援助队出发\ntime ==>\n2021年05月02日09:00|来源：某报\nlink ==>\nhttp://example.org/a\ncontent ==>\n{ARTICLE}"
    labelled = rules(text)
    assert [text for text, rule in labelled.items() if not rule] == ["援助队出发", ARTICLE]
    assert labelled["http://example.org/a"] == "field"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("首页> 国际 > 正文", "navigation"),
        ("Home > World > Asia", "navigation"),
        ("正在阅读：援助队出发前往邻国", "navigation"),
        ("点击右上角微信好友", "share"),
        ("Share on Facebook", "share"),
        ("来源：某报 2021-05-02 09:00", "source"),
        ("Source: Example Daily | 2021-05-02", "source"),
        ("Published: 2 May 2021", "source"),
        ("广告", "notice"),
        ("Sign up for our newsletter", "notice"),
        ("Copyright © 2021 Example Daily. All rights reserved.", "copyright"),
        ("某报版权所有", "copyright"),
        ("Read more: Elections held in Peru", "related"),
    ],
)
def test_a_line_that_says_what_it_is_bears_that_rule(line: str, rule: str) -> None:
    assert rules(f"援助队出发前往邻国\n{line}\n{ARTICLE}")[line] == rule


@pytest.mark.parametrize(
    "line",
    [
        "分享经验是这次会议的主题，两国代表都作了发言。",
        "Share prices in Peru fell on Monday.",
        "相关阅读材料已经翻译成三种语言，并分发给各国代表。",
        "编辑部派出的记者抵达了现场，采访了当地的医生。",
        "Read on arrival, the letter thanked Peru.",
        "The home of the president, searched on Monday, was empty.",
    ],
)
def test_an_article_that_only_uses_such_words_is_kept(line: str) -> None:
    assert rules(f"{ARTICLE}\n{line}\n{ARTICLE}")[line] == ""


@pytest.mark.parametrize(
    ("article", "editor", "rest"),
    [(ARTICLE, "[ 责编：某某 ]", "秘鲁举行大选"), (ENGLISH, "(Editing by A. Writer)", "Peru votes for a president")],
)
def test_nothing_after_the_editor_is_the_article(article: str, editor: str, rest: str) -> None:
    labelled = rules(f"{article}\n\n{editor}\n{rest}")
    assert labelled == {article: "", editor: "editor", rest: "after the end"}


def test_an_editor_named_above_the_article_ends_nothing() -> None:
    assert rules(f"援助队出发\n编辑：某某\n{ARTICLE}")[ARTICLE] == ""


@pytest.mark.parametrize(
    ("article", "head", "links"),
    [(ARTICLE, "相关阅读", ["秘鲁举行大选", "冰岛火山喷发"]), (ENGLISH, "Most read", ["Peru votes", "Iceland erupts"])],
)
def test_related_headlines_are_not_the_article(article: str, head: str, links: list[str]) -> None:
    labelled = rules("\n".join([article, head, *links]))
    assert [labelled[link] for link in links] == ["related", "related"]


def test_the_article_goes_on_after_a_box_of_links_within_it() -> None:
    labelled = rules(f"{ARTICLE}\n延伸阅读\n秘鲁举行大选\n冰岛火山喷发\n{ARTICLE[:-1]}左右。\n随后{ARTICLE}")
    assert list(labelled.values()) == ["", "section head", "related", "related", "", ""]


def test_headlines_with_dates_and_times_between_them_are_teasers() -> None:
    teasers = [f"秘鲁第{n}次举行大选的投票今天开始\n2025-10-2{n} 09:0{n}" for n in range(4)]
    labelled = rules("\n".join([ARTICLE, *teasers, "加载更多"]))
    assert [rule for text, rule in labelled.items() if "秘鲁" in text or "2025" in text] == ["teaser"] * 8
    assert labelled[ARTICLE] == ""


def test_a_teaser_dated_years_after_the_article_is_told_alone() -> None:
    labelled = rules(f"{ARTICLE}\n秘鲁举行大选\n2025-10-24", published="2020-03-26")
    assert labelled["秘鲁举行大选"] == "teaser"


def test_the_day_headings_of_a_chronicle_are_no_teasers() -> None:
    days = [f"2020年3月2{n}日\n◆{ARTICLE}" for n in range(5)]
    assert set(rules("纪事\n" + "\n".join(days), published="2020-04").values()) == {""}


def test_a_title_said_twice_counts_once() -> None:
    lines = label_lines(f"援助队今天出发前往邻国\n来源：某报\n援助队今天出发前往邻国\n{ARTICLE}")
    assert [line.rule for line in lines] == ["", "source", "repeated title", ""]


def test_a_menu_above_the_article_is_navigation() -> None:
    text = "\n".join(["国内", "国际", "秘鲁", "财经", "体育", "援助队今天出发前往两个邻国", ARTICLE])
    assert [line.rule for line in label_lines(text)] == ["navigation"] * 5 + ["", ""]


@pytest.mark.parametrize(
    "text", ["a" * 10**6, "相关阅读\n" * 50_000, "2025-10-24 10:21\n" * 50_000, "编辑：某\n" * 50_000]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    assert count_turns(lambda: label_lines(text)) < 200
