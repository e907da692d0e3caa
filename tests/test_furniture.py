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
        ("View this email in your browser", "notice"),
        ("You are receiving this newsletter because you signed up in Finland. Unsubscribe", "notice"),
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


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Post a Comment", "section head"),
        ("Print E-mail", "share"),
        ("Facebook Twitter WhatsApp Email", "share"),
        ("312 views", "share"),
        ("閱讀量：3021", "share"),
        ("【編輯:某某】", "editor"),
        ("版面编辑：某某", "editor"),
        ("来源：某社 作者：某某、某人 责任编辑：某某", "editor"),
        ("更新時間：2021/05/02 09:00", "source"),
        ("Source: Example Agency  Author: A. Writer", "source"),
        ("ABC/2021/14", "source"),
        ("Press Release No. 21/077", "source"),
        ("記者 某小某 報導", "byline"),
        ("文/图 某社记者 某某", "byline"),
        ("By Jane Q. Writer, Staff Reporter", "byline"),
        ("图为医疗队抵达机场。某社记者 某某 摄", "caption"),
        ("（圖片來源：某社）", "caption"),
        ("Doctors board a plane in Lima. (Photo: A. Writer)", "caption"),
        ("[Click map to enlarge]", "caption"),
        ("Media contact: press@example.org", "contact"),
        ("新闻热线：010-0000000", "notice"),
        ("联系人：某某 电话：010-0000000", "contact"),
        ("长按识别二维码，获取更多资讯", "notice"),
        ("快來加入某某新聞LINE好友，掌握最新消息！", "notice"),
        ("Get our daily briefing in your inbox", "notice"),
        ("The following is attributable to the Spokesperson:", "notice"),
        ("免责声明：本站转载的文章不代表本站观点。", "notice"),
        ("The views expressed here are the author's own.", "notice"),
        ("ENDS", "notice"),
        ("（完）", "notice"),
        ("标签：援助 医疗", "related"),
        ("Tags: aid, health", "related"),
        ("👉更多好看的都在這", "related"),
        ("Home News World Business Contact", "navigation"),
        ("首頁 -> 國際", "navigation"),
        ("未經許可，不得轉載", "copyright"),
        ("摘要：", "field"),
        ("编辑丨某某 审核丨某某", "editor"),
        ("〔記者某某／利馬報導〕", "byline"),
        ("本文转载自某网", "notice"),
        ("据新华社电", "source"),
        ("联系我们 | 关于我们 | 网站地图", "navigation"),
        ("Doctors board a plane in Lima. REUTERS/A. Writer", "caption"),
        ("Updated 10:20 AM EST, March 3, 2021", "source"),
        ("Tel. +51 1 555 0100", "contact"),
    ],
)
def test_many_more_lines_say_what_they_are(line: str, rule: str) -> None:
    assert rules(f"{ARTICLE}\n{line}")[line] == rule


@pytest.mark.parametrize(
    "line",
    [
        "记者：请问中方如何看待这一问题？",
        "外交部发言人：我们注意到有关报道。",
        "用户须下载APP并扫描二维码后入境。",
        "欢迎访问团前来考察",
        "新闻合作协议在利马签署",
        "Contact with the village was lost on Monday.",
        "The report was published by the agency on Monday.",
        "The vaccine may not be used in children.",
        "Contacts between Peru and Chile",
        "By land and by sea",
        "For more than 20 countries, see below",
        "Follow-up visits to Peru, Chile and Mali",
        "3 March 2021 - Peru sent masks to Mali",
        "▲秘鲁向智利捐赠口罩",
        "Peru | Chile | Mali\nPeru | Mali | Togo",
    ],
)
def test_an_article_that_sounds_like_furniture_is_kept(line: str) -> None:
    assert set(rules(f"{ARTICLE}\n{line}\n{ARTICLE}").values()) == {""}


def test_the_items_of_a_digest_are_the_article_and_their_stamps_are_not() -> None:
    items = [f"第{n}批物资今天运抵秘鲁首都。\n2021-05-02 09:0{n}" for n in range(4)]
    labelled = rules("\n".join([f"滚动播报{ARTICLE}", *items]))
    assert {text: rule for text, rule in labelled.items() if "秘鲁" in text} == dict.fromkeys(
        (item.split("\n")[0] for item in items), ""
    )
    assert {rule for text, rule in labelled.items() if "2021" in text} == {"source"}


def test_a_digest_with_an_editor_after_each_item_ends_after_the_last() -> None:
    text = f"{ARTICLE}{ARTICLE}\n（编辑：某某）\n随后{ARTICLE}\n（编辑：某人）\n秘鲁举行大选"
    assert [line.rule for line in label_lines(text)] == ["", "editor", "", "editor", "after the end"]


@pytest.mark.parametrize("day", ["2 May 2021", "May 2, 2021", "2021年5月2日", "2021-05-02"])
def test_the_only_day_above_an_article_is_that_of_the_page(day: str) -> None:
    assert rules(f"援助队今天出发前往邻国\n{day}\n{ARTICLE}")[day] == "source"
    assert rules(f"援助队今天出发前往邻国\n{day}\n{ARTICLE}", published="2022-01-01")[day] == ""


def test_the_name_of_a_site_stands_over_its_menu() -> None:
    menu = ["• Home", "• News & Features", "• Countries & Regions", "• Our Work", "• Publications"]
    lines = label_lines("\n".join(["Agency of Examples", *menu, "Team leaves for Peru", ENGLISH]))
    assert [line.rule for line in lines] == ["navigation"] * 6 + ["", ""]


def test_the_bullets_of_an_article_are_no_menu() -> None:
    bullets = ["• Peru and Chile", "• Mali and Togo", "• Fiji and Samoa", "• Laos and Nepal", "• Chad and Niger"]
    assert set(rules("\n".join(["Masks went to these", *bullets, ENGLISH])).values()) == {""}


def test_a_bar_of_names_and_the_name_of_an_agency_are_not_the_article() -> None:
    bar = "Department of Examples • Media Division • Lima"
    labelled = rules(f"Team leaves for Peru today\n{bar}\n{ENGLISH}\n\nXinhua")
    assert (labelled[bar], labelled["Xinhua"]) == ("navigation", "source")


def test_headlines_after_links_under_an_article_are_links_too() -> None:
    links = [
        "专题：两国关系>>",
        "秘鲁举行大选 3条评论 冰岛火山喷发 5条评论",
        "- 智利发生地震(组图)",
        "- 据报道，某地的铁路将",
    ]
    labelled = rules("\n".join([ARTICLE, *links]))
    assert [labelled[link] for link in links] == ["related"] * 4


def test_a_line_inside_a_broken_paragraph_is_no_byline() -> None:
    text = """Press release

The two ministries agreed on Monday to share the maps
of the river, which floods each spring. They were signed
by Minister Anna Silva and Deputy Minister
of Works Tom Weir."""
    assert rules(text)["by Minister Anna Silva and Deputy Minister"] == ""
    assert rules(f"Maps of the river are shared\nby Anna Silva\n\n{ARTICLE}")["by Anna Silva"] == "byline"


def test_the_rows_of_a_table_between_tabs_are_no_menu() -> None:
    rows_of_votes = ["Country\tVote", "Angola\tAgainst", "Benin\tFor", "Ghana\tFor", "Togo\tFor", "Brazil\tAgainst"]
    labelled = rules("\n".join(["Record of the vote", *rows_of_votes, "", ENGLISH]))
    assert not any(labelled[row] for row in rows_of_votes)


def test_a_short_title_apart_from_the_menu_above_it_is_kept() -> None:
    menu = ["Home", "About us", "Publications", "Donate"]
    labelled = rules("\n".join(["Skip to content", *menu, "", "MALAWI", "", "Situation report of the week", ENGLISH]))
    assert (labelled["MALAWI"], labelled["Donate"]) == ("", "navigation")


def test_a_section_above_the_article_ends_at_a_menu() -> None:
    labelled = rules(
        f"例报数字报\n往期回顾\n返回首页\n上一篇\n下一篇\n放大 缩小 默认\n我市援助医疗队昨晚返家\n两年接生一千二百多人\n本报记者 某某 文/图\n{ARTICLE}"
    )
    assert (labelled["我市援助医疗队昨晚返家"], labelled["两年接生一千二百多人"]) == ("", "")


def test_an_article_goes_on_after_a_box_of_links_though_others_follow_it() -> None:
    more = [
        "The nurses among them will stay for two weeks in the north of the island.",
        "A second team of eleven is ready to follow them on Thursday.",
    ]
    links = ["Choir sings to bees", "Ferry inquiry ordered"]
    labelled = rules(
        "\n".join([ENGLISH, "You may also like", *links, *more, "Iceland pays its visitors", "Bells in Togo"])
    )
    assert [labelled[line] for line in (*links, *more)] == ["related", "related", "", ""]


def test_the_heads_of_a_table_set_a_cell_a_line_are_no_menu() -> None:
    table = [
        "Retail prices",
        "Commodity",
        "Lilongwe",
        "Lusaka",
        "Beira",
        "Change",
        "Maize (kg)",
        "0.52",
        "0.31",
        "0.38",
        "+18%",
    ]
    labelled = rules("\n".join(["Monthly price bulletin", *table, ENGLISH]))
    assert not any(labelled[cell] for cell in table)


def test_questions_listed_above_an_article_are_no_repeated_titles() -> None:
    asked = ["Are flights still leaving?", "Who pays for the hotel?"]
    lines = label_lines(
        "\n".join([*asked, *asked[:1], "Yes, from two airports.", *asked[1:], "The airline does.", ENGLISH])
    )
    assert not any(line.rule for line in lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            ["—¿Qué ha pasado?", "—Nada nuevo.", "—¿Y ahora?"],
            [
                "—¿Volverá usted a Colombia?",
                "—El jueves, si me dejan salir a tiempo de este puerto que tanto he estudiado.",
            ],
        ),
        (
            ["12 May 2023", "The lists closed.", "31 May 2023", "The ink arrived."],
            ["4 June 2023", "Voters in all nine regions of the country chose 102 deputies."],
        ),
    ],
)
def test_an_article_goes_on_after_a_box_of_links_as_it_went_before(before: list[str], after: list[str]) -> None:
    labelled = rules("\n\n".join([ENGLISH, *before, "Related stories\nFerry inquiry ordered", *after]))
    assert labelled["Ferry inquiry ordered"] == "related"
    assert not any(labelled[line] for line in after)
