"""Who may ask the dashboard, for what, and what every answer tells the browser: asked of the running server by its letter."""

import tomllib
from collections.abc import Sequence
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.datastructures import Headers

from dashboard.command import main
from dashboard.gates.doors import Door, read_name, read_origin, split_host
from dashboard.gates.headers import find_inline_scripts, hash_script, write_headers, write_policy
from dashboard.gates.hosts import find_refusal
from dashboard.gates.paths import is_odd
from tests.servers import PROJECT, start_dashboard

STREAM = "/_stcore/stream"
UPGRADE = (
    ("Connection", "Upgrade"),
    ("Upgrade", "websocket"),
    ("Sec-WebSocket-Version", "13"),
    ("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA=="),
)
OTHERS = ("evil.example", "evil.example:{port}", "127.0.0.1.evil.example:{port}", "evil@127.0.0.1:{port}", "127.1", "")
OTHER_ORIGINS = ("http://evil.example", "http://{host}.evil.example", "null", "", "http://127.0.0.1:9", "HTTP://{host}")
PATHS = ("/", "/world", "/app/static/plot.js", "/favicon.png", "/_stcore/health", "/_stcore/host-config", "/media/none",
         "/component/none/a", "/static/js/none", "/app/static/none")  # fmt: skip
LONG = "a" * 5000
ODD = (f"/{LONG}", f"/app/static/{LONG}", f"/app/static/{'a' * 300}", f"/static/{LONG}", f"/component/{LONG}/a",
       f"/media/{LONG}", "/app/static/%00", "/%00", "/app/static/a%0Ab", "/app/static/..%5C..%5Capp.py", "/app/static/\\a",
       "/app/static/../app.py", "/app/static/%2e%2e/app.py", "//evil.example/a", "/app/static/C:/a", "/_stcore/metrics",
       "/_stcore/agent/openapi.json", "/auth/login", "/oauth2callback", "/app/static/%ff%fe%00")  # fmt: skip


def ask(
    address: str, path: str, *headers: tuple[str, str], host: str | None = None, method: str = "GET"
) -> tuple[int, HTTPMessage, bytes]:
    """Return status, headers and body of an answer; the path and the headers are sent to the letter."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
    try:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in (("Host", urlsplit(address).netloc if host is None else host), *headers):
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.headers, b"" if answer.status == 101 else answer.read()
    finally:
        connection.close()


def fill(text: str, address: str) -> str:
    """Return a text with the host and port of a dashboard in it."""
    return text.format(host=urlsplit(address).netloc, port=urlsplit(address).port)


@pytest.mark.parametrize("host", OTHERS)
def test_another_name_is_answered_neither_a_page_nor_a_websocket(dashboard: str, host: str) -> None:
    name = fill(host, dashboard)
    assert ask(dashboard, "/", host=name)[0] == 421
    origin = ("Origin", f"http://{name}")
    assert ask(dashboard, STREAM, *UPGRADE, origin, host=name)[0] == 421


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
def test_the_names_of_this_machine_are_answered(dashboard: str, name: str) -> None:
    host = fill(f"{name}:{{port}}", dashboard)
    assert ask(dashboard, "/", host=host)[0] == 200
    assert ask(dashboard, STREAM, *UPGRADE, ("Origin", f"http://{host}"), host=host)[0] == 101


@pytest.mark.parametrize("origin", OTHER_ORIGINS)
def test_the_page_of_another_site_is_not_answered(dashboard: str, origin: str) -> None:
    sent = ("Origin", fill(origin, dashboard))
    assert [ask(dashboard, STREAM, *UPGRADE, sent)[0], ask(dashboard, "/", sent)[0]] == [403, 403]
    assert ask(dashboard, "/_stcore/upload_file/a/b", sent, method="PUT")[0] == 403


def test_two_hosts_or_none_or_two_origins_are_refused() -> None:
    hosts = [("host", "localhost:1"), ("host", "localhost:1")]
    for sent in (hosts, [], [hosts[0], ("origin", "http://localhost:1"), ("origin", "http://evil.example")]):
        headers = Headers(raw=[(name.encode(), value.encode()) for name, value in sent])
        assert find_refusal(headers, {"localhost"}) is not None


def test_a_proxy_that_speaks_https_is_answered() -> None:
    headers = Headers({"host": "maps.example", "origin": "https://maps.example"})
    assert find_refusal(headers, Door(hosts=("maps.example",)).names) is None


def test_no_address_is_looked_up_whoever_asks(
    made_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIDATLAS_WATCHED", str(tmp_path / "watched"))
    with start_dashboard(made_folder, module="tests.watched_server") as server:
        for sent in OTHER_ORIGINS:
            ask(server.address, STREAM, *UPGRADE, ("Origin", fill(sent, server.address)))
        for host in OTHERS:
            ask(server.address, STREAM, *UPGRADE, ("Origin", f"http://{host}"), host=fill(host, server.address))
        assert ask(server.address, "/")[0] == 200
    assert (tmp_path / "watched").read_text().splitlines() == ["socket.getaddrinfo 127.0.0.1"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_all_headers_and_lets_no_site_read_it(dashboard: str, path: str) -> None:
    headers = ask(dashboard, path)[1]
    assert {name: headers[name] for name in write_headers()} == dict(write_headers())
    assert headers["Access-Control-Allow-Origin"] is None


def test_a_refusal_carries_the_headers_too(dashboard: str) -> None:
    for headers in (ask(dashboard, "/", host="evil.example")[1], ask(dashboard, f"/{LONG}")[1]):
        assert headers["X-Frame-Options"] == "DENY"


def test_the_policy_names_no_site_and_no_code_from_text() -> None:
    policy = write_headers()["Content-Security-Policy"]
    assert not [word for word in ("unsafe-eval", "*", "http", "//") if word in policy]
    assert "frame-ancestors 'none'" in policy
    assert hash_script(find_inline_scripts()[0]) in policy


def test_a_script_of_a_page_has_the_name_that_browsers_give_it() -> None:
    assert hash_script("alert(1)") == "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI="


def test_a_site_that_is_named_may_show_the_dashboard_in_a_frame() -> None:
    headers = write_headers(["https://news.example"])
    assert "frame-ancestors https://news.example" in headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in headers
    assert "frame-ancestors 'none'" in write_policy((), ())


@pytest.mark.parametrize("path", ODD)
def test_an_odd_path_is_not_there(dashboard: str, path: str) -> None:
    assert ask(dashboard, path)[0] == 404


@pytest.mark.parametrize("path", ["/world", "/app/static/boundaries/world_50m.json", "/media/0123abcd.csv", "/Île à"])
def test_a_path_of_ours_is_not_odd(path: str) -> None:
    assert not is_odd(path)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Maps.Example.", "maps.example"), ("[::1]", "::1"), ("::1", "::1"), ("münchen.example", "xn--mnchen-3ya.example"),
     ("http://maps.example", None), ("maps.example/a", None), ("-a", None), ("", None), ("a" * 70, None), ("a..b", None)],
)  # fmt: skip
def test_a_name_of_a_host_is_spelt_as_browsers_spell_it(text: str, name: str | None) -> None:
    assert read_name(text) == name


@pytest.mark.parametrize(
    "host", ["a:b", "a:1:2", "[::1", "::1", "a:123456", "a b", "a,b", "ä.example", "[maps.example]"]
)
def test_a_host_that_is_not_well_formed_has_no_name(host: str) -> None:
    assert split_host(host) is None


@pytest.mark.parametrize(
    "text", ["news.example", "ftp://news.example", "https://news.example/a", "https://*", "https://a;b"]
)
def test_what_is_no_site_may_show_nothing(text: str) -> None:
    assert read_origin(text) is None


def test_a_door_says_where_it_is_and_who_can_see_through_it() -> None:
    own, wide = Door(), Door("0.0.0.0", 80, ("maps.example",))  # noqa: S104 - opened by nobody
    assert own.welcome == "AidAtlas is at http://127.0.0.1:8501, for this machine alone (stop it with Ctrl+C)."
    assert own.warning is None
    assert "everyone who reaches 0.0.0.0 at port 80 sees the documents" in str(wide.warning)
    assert wide.link == "http://maps.example:80"
    assert Door("::1").link == "http://[::1]:8501"


def test_a_door_to_all_answers_no_name_that_was_not_given() -> None:
    assert Door("0.0.0.0").names == Door().names  # noqa: S104
    assert "192.0.2.7" in Door("192.0.2.7").names


@pytest.mark.parametrize(
    ("options", "told"),
    [(["--address", "here"], "here is no address"), (["--host", "a/b"], "a/b is no name"),
     (["--embed-in", "news"], "news is no site"), (["--address", "192.0.2.7"], "192.0.2.7 is no address of this machine")],
)  # fmt: skip
def test_a_door_that_cannot_be_is_one_line(
    options: Sequence[str], told: str, made_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", str(made_folder), *options])
    said = capsys.readouterr().err
    assert (ended.value.code, len(said.splitlines())) == (2, 1)
    assert told in said


def test_a_port_that_is_taken_is_one_line(
    dashboard: str, made_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", str(made_folder), "--port", str(urlsplit(dashboard).port)])
    assert ended.value.code == 2
    assert "is taken" in capsys.readouterr().err


def test_the_page_without_the_command_is_for_this_machine_alone() -> None:
    settings = tomllib.loads((PROJECT / "dashboard" / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["address"] == Door().address
    assert {*settings["server"]["allowedHosts"]} == Door().names


def test_the_dashboard_is_served_at_the_address_and_by_the_name_that_are_given(made_folder: Path) -> None:
    with start_dashboard(made_folder, options=["--address", "127.0.0.1", "--host", "maps.example"]) as server:
        assert ask(server.address, "/", host="maps.example")[0] == 200
        assert ask(server.address, STREAM, *UPGRADE, ("Origin", "https://maps.example"), host="maps.example")[0] == 101
        assert ask(server.address, "/", host="other.example")[0] == 421
