"""Persons whom a text has named with their office, found again in its sentences."""

from geo.clauses.frames.known_persons import KnownPersons
from tests.timings import calls_in_step
from tests.triggers import name


def find(persons: KnownPersons, text: str) -> list[tuple[int, int, str]]:
    return sorted(persons.find(text, 0, len(text)))


def test_a_person_is_found_wherever_the_text_goes_on_to_name_them() -> None:
    persons = KnownPersons()
    persons.add([("Moreno", "ECU"), ("桑切斯", "ESP"), ("李希", "CHN")])
    assert find(persons, "Moreno met 桑切斯, then 李希 met Moreno") == [
        (0, 6, "ECU"), (11, 14, "ESP"), (21, 23, "CHN"), (28, 34, "ECU"),
    ]  # fmt: skip


def test_a_latin_name_inside_another_word_is_nobody() -> None:
    persons = KnownPersons()
    persons.add([("Ali", "SOM")])
    assert find(persons, "Alibaba and McAli met Ali-Reza") == [(22, 25, "SOM")]


def test_a_person_speaks_for_whom_the_text_said_last() -> None:
    persons = KnownPersons()
    persons.add([("Kovac", "SRB")])
    persons.add([("Kovac", "HRV")])
    assert find(persons, "Kovac left") == [(0, 5, "HRV")]


def test_how_many_persons_are_known_makes_no_sentence_slower_to_read() -> None:
    def read(known: int) -> None:
        persons = KnownPersons()
        persons.add((f"{name(number)}{number}", "KEN") for number in range(1_000, 1_000 + known))
        for _ in range(known):
            list(persons.find("The minister met the envoys of Chad in Geneva.", 0, 46))

    assert calls_in_step(read, 200)
