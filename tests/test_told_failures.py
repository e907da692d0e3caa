"""What was not read, told in few lines."""

from dashboard.told_failures import count_unread, list_failures, summarise_failures
from geo.base.records import Failure

PICTURES = [Failure(f"a/{number}.PNG", None, "this is a PNG picture", "no document") for number in range(20)]
TORN = [Failure(f"{number}.pdf", None, "it is torn") for number in range(5)]


def test_files_that_are_no_documents_are_one_line_by_their_endings() -> None:
    styles = [Failure("b.css", None, "'.css' is not a format that is read", "no document")]
    assert list(summarise_failures([*PICTURES, *styles])) == ["21 files are no documents: 20 .png, 1 .css"]


def test_a_reason_that_many_files_share_is_one_line_and_few_are_a_line_each() -> None:
    assert list(summarise_failures(TORN)) == ["5 places: it is torn: 0.pdf, 1.pdf, 2.pdf …"]
    few = [Failure("a.csv", "line 2", "there is no text in it")]
    assert list(summarise_failures(few)) == ["a.csv, line 2: there is no text in it"]


def test_what_was_passed_over_or_read_before_is_told_with_names() -> None:
    hidden = Failure(".git", None, "it is hidden", "passed over")
    equal = Failure("b.csv", None, "texts that were read before: 7", "equal")
    assert list(summarise_failures([hidden, equal])) == [
        "1 passed over, it is hidden: .git",
        "1 file holds texts that were read before: b.csv",
    ]


def test_details_name_each_file() -> None:
    assert len(list(list_failures([*PICTURES, *TORN]))) == 25


def test_only_what_should_have_been_read_counts_as_unread() -> None:
    assert count_unread([*PICTURES, *TORN]) == 5
