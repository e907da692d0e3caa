"""What an address may hold, and what is made of it."""

from dashboard.parts.selection import Selection, parse_address


def test_an_address_opens_the_same_view() -> None:
    address = {"language": "zh", "measure": "documents", "frame": "pacific", "code": "TON", "giver": "True"}
    assert parse_address(address) == Selection("zh", "documents", True, "pacific", "TON")


def test_an_empty_address_is_the_first_view() -> None:
    assert parse_address({}) == Selection()


def test_what_an_address_holds_in_error_is_as_at_first() -> None:
    address = {"language": "xx", "measure": "<script>", "frame": "moon", "giver": "1", "code": "X" * 100, "no": "such"}
    assert parse_address(address) == Selection()
