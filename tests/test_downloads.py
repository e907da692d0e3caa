"""Names and tables of what is handed over."""

from dashboard.parts.downloads import name_file


def test_a_file_name_says_what_it_holds() -> None:
    assert name_file("map", "mentions", None, "zh") == "aidatlas-map-mentions-zh"


def test_a_file_name_has_no_signs_of_a_path() -> None:
    assert name_file("../etc/passwd") == "aidatlas-etc-passwd"
