"""The container's recipe, read as Docker reads it: what goes in, who runs it, and that it asks nobody for anything."""

import re
import tomllib
from fnmatch import fnmatch

from tests.servers import PROJECT

KNOWN = {"FROM", "WORKDIR", "RUN", "COPY", "ENV", "USER", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT", "CMD"}


def read_stages() -> list[list[tuple[str, str]]]:
    """Return the instructions of each stage of the recipe, with their words."""
    text = (PROJECT / "Dockerfile").read_text(encoding="utf-8")
    lines = [line for line in text.replace("\\\n", " ").splitlines() if line.strip() and not line.startswith("#")]
    stages: list[list[tuple[str, str]]] = []
    for line in lines:
        name, _, words = line.partition(" ")
        if name == "FROM":
            stages.append([])
        stages[-1].append((name, words.strip()))
    return stages


def list_copied() -> set[str]:
    """Return what the first stage takes of the project."""
    copied = [words.split()[:-1] for name, words in read_stages()[0] if name == "COPY"]
    return {one for ones in copied for one in ones}


def test_every_instruction_is_one_of_docker_s() -> None:
    stages = read_stages()
    assert {name for stage in stages for name, _ in stage} == KNOWN
    assert len(stages) == 2


def test_what_is_copied_is_there_and_no_more_than_that_is_sent_to_docker() -> None:
    rules = (PROJECT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_in = {rule.removeprefix("!") for rule in rules if rule.startswith("!")}
    assert rules[1] == "*"
    assert list_copied() == let_in
    assert all((PROJECT / name).exists() for name in let_in)


def test_all_that_the_package_is_built_from_is_copied() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {
        *wheel["packages"],
        *wheel["force-include"],
        project["project"]["readme"],
        *project["project"]["license-files"],
    }
    assert needed <= list_copied()


def test_it_runs_as_a_user_without_rights_and_writes_to_the_temporary_folder_alone() -> None:
    last = dict(read_stages()[-1])
    assert last["USER"].isdecimal()
    assert int(last["USER"]) > 0
    written = dict(word.split("=") for word in last["ENV"].split() if not word.startswith(("PATH=", "PYTHON")))
    assert all(folder.startswith("/tmp") for folder in written.values())  # noqa: S108 - the container's own
    assert last["WORKDIR"] == "/tmp"  # noqa: S108


def test_it_is_asked_for_its_health_by_a_name_and_port_that_it_answers_to() -> None:
    last = dict(read_stages()[-1])
    assert f"http://127.0.0.1:{last['EXPOSE']}/_stcore/health" in last["HEALTHCHECK"]


def test_the_recipe_names_no_host_but_its_own() -> None:
    text = "\n".join((PROJECT / name).read_text(encoding="utf-8") for name in ("Dockerfile", ".dockerignore"))
    assert set(re.findall(r"\w+://([^:/\s]+)", text)) == {"127.0.0.1"}
    assert all(fnmatch(words.split()[0], "python:3.*-slim") for name, words in (stage[0] for stage in read_stages()))
