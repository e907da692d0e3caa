"""The same words in any file give the same text, names, figures, breakdowns and checks as they do in a plain one."""

import io
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from email.message import EmailMessage
from itertools import pairwise

import docx
import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, FrameBreak, PageTemplate, Paragraph, Table, TableStyle

from geo.base.records import Document
from geo.documents.metadata import Metadata
from geo.documents.reading import read_document_bytes
from geo.store.document_rows import extract_rows
from tests.made_files import make_docx, make_epub, make_ods, make_odt, make_xlsx, ods_sheet, word_paragraph, word_table
from tests.made_pdfs import ANY_SCRIPT, CHINESE, make_pdf, set_lines
from tests.readings import leave_places

PUBLISHED = Metadata(published="2020-06-05")
ENGLISH = (
    "Norway has sent medical teams to 28 countries",
    "OSLO, 5 June 2020 - By the end of May, Norway had sent medical teams to 28 countries: 16 African countries, 9 Asian countries and 3 European countries, the ministry said on Friday.",
    "Kenya received 1,200 tonnes of grain from Norway, and more than 40,000 masks were on their way to Ghana, Togo and Benin.",
    "The ministers of Peru and Chile met in Lima on 2 June 2020 and agreed on a common laboratory. South Korea will give 15 million dollars.",
)
ROWS = (("Region", "Medical teams"), ("Africa", "16"), ("Asia", "9"), ("Europe", "3"), ("Total", "28"))
CHINESE_TEXT = (
    "中国向28个国家派出医疗队",
    "新华社北京6月5日电 截至5月底，中国已向28个国家派出医疗队，其中包括16个非洲国家、9个亚洲国家和3个欧洲国家，外交部发言人在北京表示。",
    "肯尼亚收到了1200吨粮食，另有4万只口罩正运往加纳、多哥和贝宁，预计将于下周抵达各国首都，分发给当地的医院和学校。",
)

Make = Callable[[], bytes]


def set_in_columns(
    count: int, *, font: str = "Times-Roman", table: bool = False, ruled: bool = False, heads: bool = False
) -> bytes:
    """Return a PDF of the English text, or of the Chinese, in so many columns under its title."""
    texts = CHINESE_TEXT if font == CHINESE else ENGLISH
    style = ParagraphStyle(
        "plain", fontName=font, fontSize=11, leading=14, spaceAfter=9, wordWrap="CJK" if font == CHINESE else None
    )
    title = ParagraphStyle("title", style, fontSize=18, leading=22)
    file, width = io.BytesIO(), (A4[0] - 144 - 20 * (count - 1)) / count

    def set_edges(canvas: Canvas, document: BaseDocTemplate) -> None:
        if heads:
            canvas.setFont("Times-Roman", 8)
            canvas.drawString(72, A4[1] - 30, "Ministry of health – press service")
            canvas.drawCentredString(A4[0] / 2, 25, f"- {document.page} -")

    # With running heads a page holds a few lines, so that sentences go on over its end.
    height = 70 if heads else 500
    columns = [Frame(72 + n * (width + 20), 100, width, height, leftPadding=0, rightPadding=0) for n in range(count)]
    frames = [Frame(72, 650, A4[0] - 144, 100, leftPadding=0, rightPadding=0), *columns]
    document = BaseDocTemplate(file, pagesize=A4, invariant=1)
    later = PageTemplate("later", columns, onPage=set_edges)
    document.addPageTemplates([PageTemplate("first", frames, onPage=set_edges, autoNextPageTemplate="later"), later])
    story: list[Flowable] = [Paragraph(texts[0], title), FrameBreak(), *(Paragraph(text, style) for text in texts[1:])]
    if table:
        lines = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if ruled else [])
        story.append(Table([list(row) for row in ROWS], style=lines, colWidths=(120, 90)))
    document.build(story)
    return file.getvalue()


def write_word(*, table: bool = True) -> bytes:
    """Return a Word document of the English text, made by python-docx."""
    document = docx.Document()
    document.add_heading(ENGLISH[0], 1)
    for text in ENGLISH[1:]:
        document.add_paragraph(text)
    rows = document.add_table(len(ROWS), 2) if table else None
    for row, cells in enumerate(ROWS if rows is not None else ()):
        for column, cell in enumerate(cells):
            rows.cell(row, column).text = cell  # type: ignore[union-attr]
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def write_revised_word() -> bytes:
    """Return a Word document with changes, a box, a note and a comment."""
    before, after = ENGLISH[1].split("28", 1)
    gone, new = "<w:del><w:r><w:delText>30</w:delText></w:r></w:del>", "<w:ins><w:r><w:t>28</w:t></w:r></w:ins>"
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    box = f"<w:txbxContent>{word_paragraph(ENGLISH[3])}</w:txbxContent>"
    shown = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    body = (
        word_paragraph(ENGLISH[0]) + word_paragraph(before, gone, new, note, after) + word_paragraph(ENGLISH[2], shown)
    )
    table = word_table(*("|".join(row) for row in ROWS))
    return make_docx(
        body + table,
        footnotes=f'<w:footnote w:id="1">{word_paragraph("Sweden counts 31.")}</w:footnote>',
        comments=f"<w:comment>{word_paragraph('Not 35 in Asia?')}</w:comment>",
    )


def write_open_text() -> bytes:
    """Return an OpenDocument text."""
    paragraphs = "".join(f"<text:p>{text}</text:p>" for text in ENGLISH)
    rows = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell><text:p>{cell}</text:p></table:table-cell>' for cell in row)}</table:table-row>"
        for row in ROWS
    )
    return make_odt(f"{paragraphs}<table:table>{rows}</table:table>")


def write_mail(*, page: bool = False, attached: bool = False) -> bytes:
    """Return a letter with the text in it, as a page, or attached to a few words."""
    letter = EmailMessage()
    letter["subject"], letter["from"], letter["date"] = (
        ENGLISH[0],
        "Press <a@example.org>",
        "Fri, 5 Jun 2020 10:00:00 +0200",
    )
    said = "\n\n".join(ENGLISH[1:])
    letter.set_content(
        ""
        if attached or page
        else f"{said}\n\nOn 4 June 2020, Ann <b@example.org> wrote:\n> Are it 31 in Sweden?\n\n-- \nAnn, Uganda desk"
    )
    if page:
        letter.set_content(
            f"<html><body>{''.join(f'<p>{text}</p>' for text in ENGLISH[1:])}</body></html>", subtype="html"
        )
    if attached:
        letter.add_attachment(
            write_word(table=False), maintype="application", subtype="octet-stream", filename="a.docx"
        )
    return letter.as_bytes()


def write_rich_text() -> bytes:
    """Return a rich text with a table."""
    rows = "".join(r"\trowd" + "".join(rf"\intbl {cell}\cell " for cell in row) + r"\row " for row in ROWS)
    return (r"{\rtf1\ansi\ansicpg1252 " + r"\par ".join(ENGLISH) + r"\par " + rows + r"\pard}").encode("cp1252")


def write_chinese_rich_text() -> bytes:
    """Return a rich text in the code page of Chinese."""
    text = "\n".join(CHINESE_TEXT).encode("gbk")
    return (
        rb"{\rtf1\ansi\ansicpg936 " + b"".join(b"\\par " if byte == 10 else b"\\'%02x" % byte for byte in text) + b"}"
    )


def write_book() -> bytes:
    """Return a book of one chapter."""
    paragraphs = "".join(f"<p>{text}</p>" for text in ENGLISH[1:])
    return make_epub(
        f"<html><head><title>{ENGLISH[0]}</title></head><body><h1>{ENGLISH[0]}</h1>{paragraphs}</body></html>"
    )


def write_feed() -> bytes:
    """Return a feed of one item."""
    text = "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in ENGLISH[1:])
    return f"<rss><channel><item><title>{ENGLISH[0]}</title><description>{text}</description></item></channel></rss>".encode()


def write_noted_pdf() -> bytes:
    """Return a PDF with a raised mark behind a number, and its note in small type at the foot."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    style = ParagraphStyle("plain", fontName="Times-Roman", fontSize=11, leading=14)
    small = ParagraphStyle("small", style, fontSize=8, leading=10)
    marked = [ENGLISH[1].replace("to 28 countries:", "to 28<super size=7>1</super> countries:")]
    top = A4[1] - 60
    for text in (ENGLISH[0], *marked, *ENGLISH[2:]):
        paragraph = Paragraph(text, style)
        top -= paragraph.wrap(450, 800)[1] + 9
        paragraph.drawOn(canvas, 72, top)
    note = Paragraph("<super size=6>1</super> Sweden counts 31 countries.", small)
    note.wrap(450, 800)
    note.drawOn(canvas, 72, 60)
    canvas.save()
    return file.getvalue()


def write_russian() -> bytes:
    """Return a PDF in Russian, whose font has no letters that every program knows."""
    return make_pdf(set_lines(72, 100, "\n".join(RUSSIAN)), font=ANY_SCRIPT)


RUSSIAN = ("Россия направила 12 врачей в Сербию и Италию.", "Кения получила 1200 тонн зерна от Норвегии.")
TITLED, WITH_TABLE = ENGLISH, (*ENGLISH, *("| " + " | ".join(row) + " |" for row in ROWS))
TABLE_ALONE = ("Norwegian aid", *("| " + " | ".join(row) + " |" for row in ROWS))
TABLE_ROWS = [[int(cell) if cell.isdigit() else cell for cell in row] for row in ROWS]
LIST = [["title", "text"], [ENGLISH[0], "\n\n".join(ENGLISH[1:])]]

MADE: Sequence[tuple[str, str, Make, Sequence[str]]] = (
    ("one column", "a.pdf", lambda: set_in_columns(1), TITLED),
    ("two columns", "a.pdf", lambda: set_in_columns(2), TITLED),
    ("three columns", "a.pdf", lambda: set_in_columns(3), TITLED),
    ("pages with running heads", "a.pdf", lambda: set_in_columns(1, heads=True), TITLED),
    ("a table without rules", "a.pdf", lambda: set_in_columns(1, table=True), WITH_TABLE),
    ("a ruled table in a column", "a.pdf", lambda: set_in_columns(2, table=True, ruled=True), WITH_TABLE),
    ("a footnote", "a.pdf", write_noted_pdf, TITLED),
    ("Chinese in one column", "a.pdf", lambda: set_in_columns(1, font=CHINESE), CHINESE_TEXT),
    ("Chinese in two columns", "a.pdf", lambda: set_in_columns(2, font=CHINESE), CHINESE_TEXT),
    ("Russian", "a.pdf", write_russian, RUSSIAN),
    ("Word", "a.docx", write_word, WITH_TABLE),
    (
        "Word with changes, box, note and comment",
        "a.docx",
        write_revised_word,
        (*ENGLISH[:3], ENGLISH[3], *WITH_TABLE[4:]),
    ),
    ("OpenDocument", "a.odt", write_open_text, WITH_TABLE),
    ("a letter that quotes", "a.eml", write_mail, TITLED),
    ("a letter as a page", "a.eml", lambda: write_mail(page=True), TITLED),
    ("a Word document in a letter", "a.eml", lambda: write_mail(attached=True), TITLED),
    ("a mailbox", "a.mbox", lambda: b"From a@example.org Fri Jun  5 10:00:00 2020\n" + write_mail(), TITLED),
    ("a sheet of texts", "a.xlsx", lambda: make_xlsx(LIST), TITLED),
    ("a sheet of figures", "a.xlsx", lambda: make_xlsx(TABLE_ROWS, names=["Norwegian aid"]), TABLE_ALONE),
    ("an OpenDocument sheet", "a.ods", lambda: make_ods(ods_sheet("Norwegian aid", TABLE_ROWS)), TABLE_ALONE),
    ("a book", "a.epub", write_book, TITLED),
    ("a rich text", "a.rtf", write_rich_text, WITH_TABLE),
    ("a Chinese rich text", "a.rtf", write_chinese_rich_text, CHINESE_TEXT),
    (
        "JSON",
        "a.json",
        lambda: json.dumps({"items": [{"title": ENGLISH[0], "text": "\n\n".join(ENGLISH[1:])}]}).encode(),
        TITLED,
    ),
    ("a feed", "a.rss", write_feed, TITLED),
)


def read(name: str, data: bytes) -> Document:
    """Return the one document of a file."""
    failures: list[object] = []
    (document,) = read_document_bytes(name, data, PUBLISHED, failures.append)
    assert not failures
    return document


def join_body(document: Document) -> str:
    """Return the article of a document without its blanks."""
    return "".join("".join(line.text.split()) for line in document.lines if not line.rule)


@pytest.mark.parametrize(("name", "make", "source"), [case[1:] for case in MADE], ids=[case[0] for case in MADE])
def test_a_file_says_what_its_words_say_in_a_plain_text(name: str, make: Make, source: Sequence[str]) -> None:
    found, plain = read(name, make()), read("a.txt", "\n\n".join(source).encode())
    assert join_body(found) == "".join("".join(source).split())
    assert leave_places(extract_rows(replace(found, document="it"))) == leave_places(
        extract_rows(replace(plain, document="it"))
    )


def test_the_plain_texts_have_something_to_say() -> None:
    for source in {case[3] for case in MADE}:
        rows = extract_rows(read("a.txt", "\n\n".join(source).encode()))
        assert rows["mentions"]
        assert rows["quantities"]
    assert all(first[0] != second[0] for first, second in pairwise(MADE))
