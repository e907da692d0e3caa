"""The footnotes of web pages are set apart, whoever wrote them, and no mark of one is left in a number or a name."""

from pathlib import Path

import pytest

import geo
from geo.documents.articles import Article
from geo.documents.metadata import Metadata
from geo.documents.pages import read_page

TOLD = (
    "Ghana received 120{mark} trucks with tents and blankets on Thursday, officials said in a statement to reporters."
)
REST = "Four planes left for Mali on Friday with doctors and medicine, the ministry said later on the same day."
NOTE = "Peru got 45 trucks."
PANDOC = '<section id="footnotes" class="footnotes" role="doc-endnotes"><hr/><ol><li id="fn1" role="doc-endnote"><p>{note}{back}</p></li></ol></section>'
ARROW = '<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a>'


def read(mark: str, note: str, *, between: bool = False) -> tuple[str, tuple[str, ...]]:
    """Give the text and the footnotes of a page with a note below its article, or between two paragraphs of it."""
    told, rest = TOLD.format(mark=mark), f"<p>{REST}</p>"
    body = f"{note}{rest}" if between else f"{rest}{note}"
    page = read_page(f"<article><h1>Aid</h1><p>{told}</p>{body}</article>".encode())
    return page.text, page.footnotes


@pytest.mark.parametrize("between", [False, True])
@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ('<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>', PANDOC),
        ('<sup id="fnref:1"><a href="#fn:1">1</a></sup>', '<div class="footnotes"><ol><li id="fn:1"><p>{note}{back}</p></li></ol></div>'),
        ('<a epub:type="noteref" href="#n1">*</a>', '<aside epub:type="footnote" id="n1"><p>{note}</p></aside>'),
        ('<a epub:type="noteref" href="notes.xhtml#n1"><sup>1</sup></a>', '<section epub:type="endnotes"><p>{note}</p></section>'),
        ('<sup class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup>', '<ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">^</a> {note}</li></ol>'),
        ('<sup class="footnote">[<a class="footnote" href="#_footnotedef_1">1</a>]</sup>', '<div id="footnotes"><div class="footnote" id="_footnotedef_1"><a href="#_footnoteref_1">1</a>. {note}</div></div>'),
        ('<a href="#_ftn1" name="_ftnref1"><span class="MsoFootnoteReference">[1]</span></a>', '<div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1">[1]</a> {note}</p></div>'),
        ('<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>', '<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>{note}</p></div>'),
        ('<a class="footnote-reference" href="#id2" role="doc-noteref">[1]</a>', '<aside class="footnote" id="id2" role="doc-footnote"><span>[<a role="doc-backlink" href="#id1">1</a>]</span><p>{note}</p></aside>'),
        ('<span role="doc-footnote">{note}</span>', ""),
    ],
)  # fmt: skip
def test_the_notes_of_a_page_are_none_of_its_text(mark: str, note: str, between: bool) -> None:
    text, footnotes = read(mark.format(note=NOTE), note.format(note=NOTE, back=ARROW), between=between)
    assert TOLD.format(mark="") in text
    assert REST in text
    assert "Peru" not in text
    assert "↩" not in "".join(footnotes)
    assert next(line for line in footnotes if "Peru" in line).endswith(NOTE)


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        (" <sup>th</sup>", f"<p>{NOTE}</p>"),
        ("", f'<p class="note">{NOTE}</p>'),
        ("", f'<div class="references"><p>{NOTE}</p></div>'),
        ("", f'<p id="fnord">{NOTE}</p>'),
        (' (<a href="#table">table 1</a>)', f'<p id="table">{NOTE} These are the endnotes of a war.</p>'),
        ("", f"<p><span class='footnote'>{NOTE}</span></p>"),
    ],
)
def test_what_is_no_footnote_stays(mark: str, note: str) -> None:
    text, footnotes = read(mark, note)
    assert NOTE in text
    assert not footnotes


def test_words_that_lead_to_a_note_stay() -> None:
    text, _ = read(' (see <a href="#fn1">the note</a>)', PANDOC.format(note=NOTE, back=""))
    assert "120 (see the note) trucks" in text


def test_an_article_has_its_footnotes_under_it() -> None:
    article = Article("Aid\n\nIt came.\n", Metadata(), rules={0: "running head"}).with_footnotes(["One.", "Two."])
    assert article.text == "Aid\n\nIt came.\n\nOne.\nTwo."
    assert article.rules == {0: "running head", 4: "footnote", 5: "footnote"}
    assert Article("", Metadata()).with_footnotes(["One."]).rules == {0: "footnote"}


def test_a_file_sets_its_footnotes_apart_and_its_article_stays_whole(tmp_path: Path) -> None:
    note = PANDOC.format(note=NOTE, back=ARROW)
    for folder, name in (("a", "aid.html"), ("b", "aid.xml")):
        page = f"<article><h1>Aid</h1><p>{TOLD.format(mark='')}</p>{note}<p>{REST}</p></article>"
        feed = f"<rss><channel><title>Daily</title><item><title>Aid</title><description><![CDATA[{page}]]></description></item></channel></rss>"
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(page if name.endswith("html") else feed)
        document = next(iter(geo.read_documents(tmp_path / folder)))
        assert [line.text for line in document.lines if line.rule == "footnote"] == [NOTE]
        assert {mention.code for mention in geo.extract([document]).mentions.itertuples()} == {"GHA", "MLI"}
