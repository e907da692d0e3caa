"""Word and OpenDocument texts are read as they are printed, and what is no part of the article is told apart."""

import io
from collections.abc import Sequence

import docx
import pytest

from geo.base.errors import ReadError
from geo.documents.articles import Article
from geo.documents.file_articles import read_article_bytes
from tests.made_files import make_docx, make_odt, pack, word_paragraph, word_table


def read(data: bytes, name: str = "a.docx") -> Article:
    """Return the one article of a file."""
    (article,) = read_article_bytes(name, data)
    assert isinstance(article, Article)
    return article


def read_lines(data: bytes, name: str = "a.docx") -> list[str]:
    """Return the lines of its text that are not empty."""
    return [line for line in read(data, name).text.split("\n") if line]


def read_apart(data: bytes, name: str = "a.docx") -> list[tuple[str, str]]:
    """Return the lines that are no part of the article, each with why."""
    article = read(data, name)
    lines = article.text.split("\n")
    return [(lines[number], rule) for number, rule in article.rules.items()]


def test_what_was_inserted_is_read_and_what_was_deleted_or_moved_away_is_not() -> None:
    body = word_paragraph(
        "Kenya sent ",
        "<w:del><w:r><w:delText>99</w:delText></w:r></w:del>",
        "<w:ins><w:r><w:t>28</w:t></w:r></w:ins>",
        "<w:moveFrom><w:r><w:t> to Fiji</w:t></w:r></w:moveFrom>",
        "<w:moveTo><w:r><w:t> teams</w:t></w:r></w:moveTo>",
        ".",
    )
    assert read_lines(make_docx(body)) == ["Kenya sent 28 teams."]


def test_hidden_text_is_left_out_and_text_that_is_shown_again_is_not() -> None:
    hidden, shown = (
        f"<w:r><w:rPr><w:vanish{on}/></w:rPr><w:t>{text}</w:t></w:r>"
        for on, text in (("", "no"), (' w:val="0"', "yes"))
    )
    assert read_lines(make_docx(word_paragraph("So ", hidden, shown))) == ["So yes"]


def test_a_field_gives_what_it_shows_and_not_its_code() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText><w:t>code</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3 May</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    link = "<w:hyperlink><w:r><w:t> in Lima</w:t></w:r></w:hyperlink>"
    control = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t> today</w:t></w:r></w:sdtContent></w:sdt>"
    assert read_lines(make_docx(word_paragraph("On ", field, link, control))) == ["On 3 May in Lima today"]


def test_a_text_box_is_read_once_though_it_is_stored_twice() -> None:
    box = f"<w:txbxContent>{word_paragraph('Peru gave 5 tonnes.')}</w:txbxContent>"
    twice = f"<mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent>"
    data = make_docx(word_paragraph("Around it.", f"<w:r>{twice}</w:r>"))
    assert read_lines(data) == ["Around it.", "Peru gave 5 tonnes."]


def test_a_table_of_data_is_written_in_rows_with_its_merged_cells() -> None:
    down = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + word_paragraph("Africa")
    table = word_table(
        ["<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + word_paragraph("Region"), "Teams"],
        [down, "north", "5"],
        ["<w:tcPr><w:vMerge/></w:tcPr><w:p/>", "south", "7"],
    )
    assert read_lines(make_docx(table)) == [
        "| Region | Region | Teams |",
        "| Africa | north | 5 |",
        "| Africa | south | 7 |",
    ]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (["Contact|Press office"], ["Contact", "Press office"]),
        (["Kenya sent " + "many " * 80 + "teams.|28"], ["Kenya sent " + "many " * 80 + "teams.", "28"]),
    ],
)
def test_a_table_that_only_lays_out_the_page_stays_prose(rows: Sequence[str], lines: list[str]) -> None:
    assert read_lines(make_docx(word_table(*rows))) == lines


def test_a_table_inside_a_table_is_read() -> None:
    inner = word_table("Region|Teams", "Africa|5")
    outer = word_table([word_paragraph("Left"), inner + word_paragraph("Right")])
    assert read_lines(make_docx(outer)) == ["Left", "| Region | Teams |", "| Africa | 5 |", "Right"]


def test_notes_comments_and_running_heads_stand_apart() -> None:
    body = word_paragraph("Kenya sent 28", '<w:r><w:footnoteReference w:id="2"/></w:r>', " teams.")
    data = make_docx(
        body,
        footnotes=f'<w:footnote w:id="0">{word_paragraph("unused")}</w:footnote><w:footnote w:id="2">{word_paragraph("Not 30.")}</w:footnote>',
        comments=f'<w:comment w:id="0">{word_paragraph("Check this.")}</w:comment>',
        header1=word_paragraph("Press service"),
    )
    assert read_lines(data)[0] == "Kenya sent 28 teams."
    assert read_apart(data) == [("Not 30.", "footnote"), ("Check this.", "comment"), ("Press service", "running head")]


def test_lists_have_the_marks_that_word_counts() -> None:
    document = docx.Document()
    for words, style in (("Kenya", "List Number"), ("Ghana", "List Number"), ("Masks", "List Bullet")):
        document.add_paragraph(words, style=style)
    file = io.BytesIO()
    document.save(file)
    assert read(file.getvalue()).text == "1. Kenya\n2. Ghana\n• Masks"


def test_a_list_counts_its_levels_by_themselves() -> None:
    numbering = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    items = [
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
        for level in (0, 1, 1, 0, 1)
    ]
    assert read_lines(make_docx("".join(items), numbering=numbering)) == ["I. x", "Ia) x", "Ib) x", "II. x", "IIa) x"]


def test_the_title_is_the_one_that_somebody_gave_and_the_day_it_was_made_is_no_published_date() -> None:
    document = docx.Document()
    document.add_paragraph("Masks left.")
    for given, stated in (("Aid to Peru", "Aid to Peru"), ("Word Document", None), ("release v2.docx", None)):
        document.core_properties.title = given
        file = io.BytesIO()
        document.save(file)
        metadata = read(file.getvalue()).metadata
        assert (metadata.title, metadata.published) == (stated, None)


def test_an_open_document_is_read_with_its_list_table_note_and_box() -> None:
    body = (
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        "<text:h>Aid</text:h>"
        "<text:p>Kenya<text:s text:c='2'/>sent<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Not 30.</text:p></text:note-body></text:note> 28<text:span> teams</text:span>.</text:p>"
        "<text:list><text:list-item><text:p>masks</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Region</text:p></table:table-cell><table:table-cell><text:p>Teams</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell table:number-columns-repeated='2'><text:p>5</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p><draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame></text:p>"
    )
    data = make_odt(body, styles="<style:header><text:p>Press</text:p></style:header>")
    lines = [
        "Aid",
        "Kenya  sent 28 teams.",
        "• masks",
        "| Region | Teams |",
        "| 5 | 5 |",
        "In a box.",
        "Not 30.",
        "Press",
    ]
    assert read_lines(data, "a.odt") == lines
    assert read_apart(data, "a.odt") == [("Not 30.", "footnote"), ("Press", "running head")]


# --- hostile ones ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', "defines words of its own"),
        ('<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>', "defines words of its own"),
        ("<a>" * 100_000 + "</a>" * 100_000, "deep|not whole"),
        ("<a>" * 200 + "</a>" * 200, "nests elements more than 150 deep"),
        ("<a", "its XML is not whole"),
        ("", "its XML is not whole"),
    ],
)
def test_markup_that_harms_is_refused(markup: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read(pack({"word/document.xml": markup}))


def test_a_document_that_unpacks_without_end_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(ReadError, match="would unpack to 30 MB"):
        read(pack({"word/document.xml": b" " * 30 * 2**20}))


@pytest.mark.parametrize("tenth", range(10))
def test_a_torn_document_is_refused_in_words(tenth: int) -> None:
    data = make_docx(word_paragraph("Masks left. " * 40))
    with pytest.raises(ReadError, match=r"save|empty|text"):
        read(data[: len(data) * tenth // 10])


def test_a_document_of_the_old_kind_is_said_to_be_one() -> None:
    with pytest.raises(ReadError, match="old Word document; save it as DOCX"):
        read(b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "a.doc")
