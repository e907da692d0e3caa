"""A PDF is read in the order of reading, and what stands around its text is set apart."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from geo.base.errors import ReadError
from geo.base.guards import Trouble, attempt
from geo.documents.article_documents import make_document
from geo.documents.articles import Article, Unread
from geo.documents.file_articles import read_article_bytes
from geo.documents.metadata import Metadata
from geo.documents.readers.pdf.characters import Glyph
from geo.documents.readers.pdf.pieces import join_glyphs, settle_marks
from geo.documents.sentences import split_sentences
from tests.made_pdfs import ANY_SCRIPT, CHINESE, Words, make_pdf, make_raised, make_scan, make_stamped, set_lines
from tests.timings import grows_linearly

LEFT = "Kenya sent 28 medical teams to\nGhana, and said that 16 more were\nto follow before the month ends."
RIGHT = "Norway gave 3,200 tonnes of grain\nto Chad. It came by ship, and\nreached the interior by rail."
TWO_PARAGRAPHS = "\n\n".join(part.replace("\n", " ") for part in (LEFT, RIGHT))


def read(data: bytes) -> Article:
    """Return the one article of a PDF."""
    (article,) = (found for found in read_article_bytes("a.pdf", data) if isinstance(found, Article))
    return article


def read_lines(data: bytes) -> list[str]:
    """Return the lines of the article that are no part of what stands around it."""
    article = read(data)
    return [line for number, line in enumerate(article.text.split("\n")) if line and number not in article.rules]


def read_words(data: bytes) -> list[str]:
    """Return the words of these lines."""
    return " ".join(read_lines(data)).split()


def read_apart(data: bytes) -> list[tuple[str, str]]:
    """Return the lines that stand apart, each with why."""
    article = read(data)
    return [(article.text.split("\n")[number], rule) for number, rule in article.rules.items()]


def test_columns_are_read_one_after_the_other_under_a_heading_of_full_width() -> None:
    heading: Words = (72, 80, "Relief for twenty-eight countries of Africa and Asia", 20)
    data = make_pdf([heading, *set_lines(310, 131, RIGHT), *set_lines(72, 130, LEFT)])
    assert read_words(data) == f"{heading[2]} {LEFT} {RIGHT}".split()


def test_three_columns_are_read_one_after_the_other() -> None:
    parts = [
        LEFT,
        RIGHT,
        "Peru and Chile met in Lima, where\nthey agreed on a plan to share\nlaboratories for three years.",
    ]
    words = [line for place, part in enumerate(parts) for line in set_lines(40 + 180 * place, 130, part)]
    assert read_words(make_pdf(sorted(words, key=lambda line: line[1]))) == " ".join(parts).split()


def test_a_paragraph_is_a_line_and_ends_with_an_empty_one() -> None:
    text = read(make_pdf([*set_lines(72, 130, LEFT), *set_lines(72, 184, RIGHT)])).text
    assert text == TWO_PARAGRAPHS


def test_lines_that_have_room_for_more_stay_lines() -> None:
    lines = "Masks for Ghana\nTests for Togo, Benin and Mali\nGloves for Chad"
    assert read(make_pdf(set_lines(72, 130, lines))).text == lines


def test_a_first_line_that_is_set_in_opens_a_paragraph() -> None:
    words = set_lines(72, 130, f"{LEFT}\n{RIGHT}")
    words[3] = (90, words[3][1], words[3][2], 11)
    assert [part.split() for part in read(make_pdf(words)).text.split("\n\n")] == [LEFT.split(), RIGHT.split()]


def test_running_heads_and_page_numbers_stand_apart_and_cut_no_sentence() -> None:
    def set_page(number: int, line: str) -> list[Words]:
        return [(72, 40, "Press office of the ministry"), (72, 400, line), (290, 820, f"Page {number} of 2")]

    data = make_pdf(set_page(1, "Kenya sent 28 medical teams to"), set_page(2, "Ghana."))
    assert read_apart(data) == [
        ("Press office of the ministry", "running head"),
        ("Page 1 of 2", "page number"),
        ("Press office of the ministry", "running head"),
        ("Page 2 of 2", "page number"),
    ]
    lines = make_document(read(data), "a.pdf", Metadata()).lines
    assert [sentence.text for sentence in split_sentences(lines, None, "en")] == [
        "Kenya sent 28 medical teams to Ghana."
    ]
    assert [line.page for line in lines] == [1, 1, 1, 2, 2, 2]


def test_what_a_browser_prints_around_a_page_stands_apart() -> None:
    head: list[Words] = [(30, 20, "5/12/21, 5:35 PM"), (260, 20, "Supplies for Chad")]
    foot: list[Words] = [(30, 825, "https://example.org/news/chad"), (550, 825, "1/1")]
    data = make_pdf([*head, *set_lines(72, 130, LEFT), *foot])
    assert read_words(data) == LEFT.split()
    assert [rule for _, rule in read_apart(data)] == ["running head", "page number"]


def test_prose_that_wide_blanks_fill_to_both_edges_is_no_table() -> None:
    rows = (("in all", "11", "European"), ("lands and", "9", "Asian"), ("lands and", "6", "African"))
    words: list[Words] = [
        (left, 130 + 14 * place, word)
        for place, (first, number, last) in enumerate(rows)
        for left, word in ((72, first), (160, number), (270 - stringWidth(last, "Times-Roman", 11), last))
    ]
    assert "|" not in read(make_pdf(words)).text


def test_a_heading_of_two_lines_stays_one_where_its_text_is_set_wide() -> None:
    text: list[Words] = [(72, 130 + 16.5 * place, line) for place, line in enumerate(LEFT.split("\n"))]
    heading: list[Words] = [(72, 70, "Relief for the", 16), (72, 94, "neighbours of Kenya", 16)]
    first = read(make_pdf([*heading, *text])).text.split("\n\n")[0]
    assert " ".join(first.split()) == "Relief for the neighbours of Kenya"


def test_a_line_that_stands_on_two_of_many_pages_is_text() -> None:
    pages: list[list[Words]] = [
        [(72, 40, "Head"), (72, 60, f"Item {chr(65 + n)}"), (72, 400, "Text.")] for n in range(12)
    ]
    pages[3][1] = pages[7][1] = (72, 60, "Others")
    assert "Others" in read_lines(make_pdf(*pages))


def test_a_footnote_stands_apart_and_its_mark_is_no_digit_of_the_number_before_it() -> None:
    data = make_raised("Kenya sent 28", "1", " teams.", "Not counting nurses.")
    assert read_lines(data) == ["Kenya sent 28 teams."]
    assert read_apart(data) == [("[1]Not counting nurses.", "footnote")]


@pytest.mark.parametrize(
    ("before", "raised", "after", "line"),
    [
        ("about 10", "6", " cells", "about 10[6] cells"),
        ("on the 25", "th", " of May", "on the 25th of May"),
        ("over 40 km", "2", " of land", "over 40 km2 of land"),
    ],
)
def test_a_raised_sign_without_a_note_joins_no_number(before: str, raised: str, after: str, line: str) -> None:
    assert read_lines(make_raised(before, raised, after)) == [line]


def test_a_table_without_rules_is_written_in_rows() -> None:
    rows = [
        ("Region", "Teams", "Doses"),
        ("Africa", "28", "1,200"),
        ("Asia and the Pacific", "16", "900"),
        ("Total", "44", "2,100"),
    ]
    words: list[Words] = [(72, 100, "Table 1: Teams by region")]
    words += [
        (left, 140 + 16 * n, cell) for n, row in enumerate(rows) for left, cell in zip((72, 250, 330), row, strict=True)
    ]
    words += set_lines(72, 240, LEFT)
    table = [
        "| Region | Teams | Doses |",
        "| Africa | 28 | 1,200 |",
        "| Asia and the Pacific | 16 | 900 |",
        "| Total | 44 | 2,100 |",
    ]
    assert read_lines(make_pdf(words)) == ["Table 1: Teams by region", *table, LEFT.replace("\n", " ")]


def test_a_heading_over_two_columns_stands_in_both_and_a_label_of_two_lines_is_one() -> None:
    words: list[Words] = [(250, 120, "Sent in spring of the year"), (250, 140, "2019"), (330, 140, "2020")]
    words += [(72, 160, "Africa"), (250, 160, "28"), (330, 160, "12")]
    words += [(72, 180, "Latin America and"), (250, 180, "16"), (330, 180, "9"), (72, 192, "the Caribbean")]
    words += [
        (72, 212, "Asia"),
        (250, 212, "7"),
        (330, 212, "8"),
        (72, 232, "Oceania"),
        (250, 232, "1"),
        (330, 232, "2"),
    ]
    assert read_lines(make_pdf(words)) == [
        "| | Sent in spring of the year | Sent in spring of the year |",
        "| | 2019 | 2020 |",
        "| Africa | 28 | 12 |",
        "| Latin America and the Caribbean | 16 | 9 |",
        "| Asia | 7 | 8 |",
        "| Oceania | 1 | 2 |",
    ]


def test_a_table_beside_prose_is_no_part_of_its_sentences() -> None:
    table = [
        (400.0 + 90 * place, 130.0 + 14 * row, cell)
        for row, cells in enumerate((("Region", "Teams"), ("Africa", "28"), ("Asia", "16"), ("Europe", "12")))
        for place, cell in enumerate(cells)
    ]
    words = [*set_lines(72, 130, f"{LEFT}\n{RIGHT}"), *table]
    text = f"{LEFT}\n{RIGHT}".split()
    assert read_words(make_pdf(words))[: len(text)] == text


def test_ligatures_radicals_and_bullets_are_the_signs_they_stand_for() -> None:
    data = make_pdf([(72, 100, "The o\ufb03ce"), (72, 130, "\u2022 masks")], font=ANY_SCRIPT)
    assert read_lines(data) == ["The office", "• masks"]


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    assert read_lines(make_pdf(set_lines(72, 100, "Aid went to 28 coun-\ntries of Africa."))) == [
        "Aid went to 28 coun-",
        "tries of Africa.",
    ]


def test_chinese_is_read_without_an_embedded_font() -> None:
    lines = "中国向28个国家援助了口罩和试剂，第二批物资\n将于5月2日运抵肯尼亚首都内罗毕。"
    assert read_lines(make_pdf(set_lines(72, 100, lines), font=CHINESE)) == [lines.replace("\n", "")]


def test_hebrew_that_is_drawn_from_the_left_is_read_from_the_right() -> None:
    words = "קניה שלחה 28 צוותים"
    drawn = "".join(reversed(words)).replace("82", "28")
    assert read_lines(make_pdf([(72, 100, drawn)], font=ANY_SCRIPT)) == [words]


def test_a_word_whose_characters_are_stored_as_they_are_seen_is_read_from_the_right() -> None:
    seen = [Glyph(sign, 10.0 * place, 0, 10.0 * place + 10, 12) for place, sign in enumerate("رصم")]
    assert [piece.text for piece in join_glyphs(seen)] == ["مصر"]
    assert [piece.text for piece in join_glyphs(seen[::-1])] == ["مصر"]


def test_a_line_is_as_high_as_most_of_its_characters() -> None:
    line = [Glyph(sign, 12.0 * place, 0, 12.0 * place + 12, 12) for place, sign in enumerate("援助于")]
    digits = [Glyph("7", 36, -4, 44, 13), Glyph("8", 44, -4, 52, 13)]
    (piece,) = join_glyphs([*line, *digits])
    assert (piece.text, piece.height) == ("援助于78", 12)


def test_a_sign_that_a_browser_raises_is_no_part_of_the_word_before_it() -> None:
    word = [Glyph(sign, 6.0 * place, 0, 6.0 * place + 6, 12) for place, sign in enumerate("again.")]
    (piece,) = join_glyphs([*word, Glyph("1", 36, -2, 41, 8)])
    assert settle_marks(piece.text, ()) == "again.[1]"


def test_a_footnote_whose_number_stands_close_before_it_is_one() -> None:
    data = make_pdf([*set_lines(72, 130, LEFT), (72, 780, "1Rice is not counted.", 8)])
    assert read_apart(data) == [("1Rice is not counted.", "footnote")]


def test_a_number_close_behind_the_longest_label_of_a_table_is_a_cell_of_its_own() -> None:
    label = 137 - stringWidth("Equatorial Guinea ", "Times-Roman", 11)
    rows = [("Equatorial Guinea 155", "20"), ("Chad", "120", "30"), ("Peru", "85", "12"), ("Togo", "60", "8")]
    words: list[Words] = [(137, 116, "Tonnes Tests"), (label, 116, "Land")]
    lefts = (137.0, 137 + stringWidth("Tonnes ", "Times-Roman", 11))
    for place, (first, *numbers) in enumerate(rows):
        words.append((label, 130 + 14 * place, first))
        words += [(left, 130 + 14 * place, cell) for left, cell in zip(lefts[-len(numbers) :], numbers, strict=True)]
    assert read_lines(make_pdf(words)) == [
        "| Land | Tonnes | Tests |",
        "| Equatorial Guinea | 155 | 20 |",
        "| Chad | 120 | 30 |",
        "| Peru | 85 | 12 |",
        "| Togo | 60 | 8 |",
    ]


def test_what_is_turned_against_the_page_stands_apart() -> None:
    data = make_stamped([(72, 100, "Kenya sent 28 teams.")], "DRAFT")
    assert (read_lines(data), read_apart(data)) == (["Kenya sent 28 teams."], [("DRAFT", "turned text")])


@pytest.mark.parametrize("turn", [90, 270])
def test_a_page_that_lies_on_its_side_is_read(turn: int) -> None:
    assert read_words(make_pdf(set_lines(72, 100, LEFT), turn=turn)) == LEFT.split()


def test_the_title_is_stated_and_the_day_that_the_file_was_made_is_not() -> None:
    for given, stated in (("Aid to Peru", "Aid to Peru"), ("Microsoft Word - a.doc", None), ("untitled", None)):
        metadata = read(make_pdf([(72, 100, "Masks left.")], title=given)).metadata
        assert metadata == Metadata(stated)


# --- what cannot be read ---------------------------------------------------------------------------------------------


def test_a_scanned_page_is_said_to_be_one_and_the_others_are_read() -> None:
    unread, article = read_article_bytes("a.pdf", make_scan([(72, 100, "Masks left.")]))
    assert isinstance(unread, Unread)
    assert (unread.place, "OCR" in unread.reason) == ("page 1", True)
    assert isinstance(article, Article)
    assert (article.text, article.pages) == ("Masks left.", (0, 0))


def test_a_wholly_scanned_file_is_refused_with_the_way_out() -> None:
    with pytest.raises(ReadError, match=r"scanned picture .* text recognition"):
        read(make_scan())


def test_a_locked_file_is_refused_and_one_that_only_asks_not_to_be_changed_is_read() -> None:
    words: list[Words] = [(72, 100, "Masks left.")]
    with pytest.raises(ReadError, match="locked with a password; save it without one"):
        read(make_pdf(words, password=("secret", "owner")))
    assert read_lines(make_pdf(words, password=("", "owner"))) == ["Masks left."]


def test_characters_without_unicode_are_not_guessed() -> None:
    data = make_pdf([(72, 100, "Маски прибыли в Гану.")], font=ANY_SCRIPT)
    with pytest.raises(ReadError, match="no Unicode"):
        read(data.replace(b"/ToUnicode", b"/NoUnicode"))


@pytest.mark.parametrize("tenth", range(10))
def test_a_torn_file_is_read_or_refused_in_words(tenth: int) -> None:
    data = make_pdf(*([(72, 100, f"Masks left on day {number}.")] for number in range(9)))
    found = attempt(lambda: "Masks" in read(data[: len(data) * tenth // 10]).text)
    if isinstance(found, Trouble):
        assert found.kind == "ReadError"
        assert any(way in found.words for way in ("save it", "OCR", "empty", "no text"))
    else:
        assert found


def test_a_file_whose_index_points_elsewhere_is_read() -> None:
    data = make_pdf([(72, 100, "Masks left.")])
    start = data.rindex(b"startxref")
    assert read_lines(data[:start] + b"startxref\n7\n%%EOF") == ["Masks left."]


def test_many_pages_take_time_in_proportion() -> None:
    page = [*set_lines(72, 100, LEFT), *set_lines(310, 101, RIGHT)]
    assert grows_linearly(lambda pages: read(make_pdf(*[page] * pages)), 8)


def test_a_page_full_of_short_pieces_takes_time_in_proportion() -> None:
    def read_dense(rows: int) -> Article:
        return read(
            make_pdf(
                [
                    (10 + 28 * column, 20 + 800 * row / rows, str(row + column), 3)
                    for row in range(rows)
                    for column in range(20)
                ]
            )
        )

    assert grows_linearly(read_dense, 20)


def test_a_table_goes_on_over_the_end_of_a_page_and_into_another_column() -> None:
    first = [
        (72, 100, "Region"),
        (200, 100, "Teams"),
        (72, 114, "Africa"),
        (200, 114, "16"),
        (72, 128, "Asia"),
        (200, 128, "9"),
    ]
    for left in (72, 310):
        rest = [(left, 60, "Europe"), (left + 128, 60, "3"), (left, 74, "Total"), (left + 128, 74, "28")]
        text = read(make_pdf(first, rest)).text
        assert "| Asia | 9 |\n| Europe | 3 |\n| Total | 28 |" in text


def test_numbers_at_the_head_of_a_page_that_follows_prose_are_no_table() -> None:
    assert "|" not in read(make_pdf([(72, 100, "Masks left.")], [(72, 60, "Europe"), (200, 60, "3")])).text
