"""Behind a real nginx, in a folder of a site, with the words of docs/serving.md: pages, websocket, links, uploads, names."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browsing import MAP, SHOWN, Visit, open_page
from tests.servers import PROJECT, start_dashboard
from tests.test_gates import ask

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
# What surrounds the words of the manual; all that nginx writes lies in its own folder.
FRAME = """
daemon off;
pid nginx.pid;
error_log error.log;
{user}
events {{ }}
http {{
    access_log off;
    {places}
    {blocks[0]}
    server {{
        listen 127.0.0.1:{port};
        {blocks[1]}
    }}
}}
"""
PLACES = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def write_settings(port: int, dashboard: str) -> str:
    """Return nginx's settings with the words of the manual, before a dashboard."""
    text = (PROJECT / "docs" / "serving.md").read_text(encoding="utf-8")
    blocks = [
        one.replace("http://127.0.0.1:8501", dashboard) for one in re.findall(r"```nginx\n(.*?)```", text, re.DOTALL)
    ]
    assert len(blocks) == 2
    places = " ".join(f"{name}_temp_path {name};" for name in PLACES)
    user = "user root;" if os.name == "posix" and os.geteuid() == 0 else ""
    return FRAME.format(user=user, places=places, blocks=blocks, port=port)


@contextlib.contextmanager
def start_nginx(folder: Path, dashboard: str) -> Iterator[str]:
    """Start an nginx before a dashboard, give the address of the site, and end it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    (folder / "nginx.conf").write_text(write_settings(port, dashboard))
    process = subprocess.Popen([str(NGINX), "-p", str(folder), "-c", "nginx.conf", "-e", "error.log"])
    try:
        wait(process, port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    """Wait until something listens at a port of this machine."""
    for _ in range(300):
        assert process.poll() is None
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("nginx did not answer within half a minute")


@pytest.fixture(scope="module")
def site(made_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a site that has a dashboard in a folder, and answers to another name beside its own."""
    with (
        start_dashboard(made_folder, options=["--host", "maps.example"]) as server,
        start_nginx(tmp_path_factory.mktemp("nginx"), server.address) as address,
    ):
        yield address


def test_a_page_in_a_folder_of_a_site_draws_its_map_and_leads_to_the_others(visit: Visit, site: str) -> None:
    page = open_page(visit, f"{site}/aidatlas/world", MAP)
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Timeline").click()
    page.wait_for_selector(SHOWN["timeline"], state="attached")
    assert urlsplit(page.url).path == "/aidatlas/timeline"
    assert visit.refused == []


def test_the_front_page_in_a_folder_leads_to_a_page_without_a_new_session(visit: Visit, site: str) -> None:
    page = open_page(visit, f"{site}/aidatlas", SHOWN[""])
    page.evaluate("window.aaSame = true")
    page.locator("a.aa-open").first.click()
    page.wait_for_url(re.compile(r"/aidatlas/\w+"))
    assert page.evaluate("window.aaSame")


def test_a_document_is_added_through_the_proxy(visit: Visit, site: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("26 March 2020\n\nChina gave masks to Italy and to Kenya.\n")
    page = open_page(visit, f"{site}/aidatlas/", SHOWN[""])
    page.click(".st-key-desk-way button")
    page.set_input_files(".st-key-desk-form input[type=file]", str(tmp_path / "a.txt"))
    page.wait_for_selector(".st-key-desk-open button")


def test_a_slash_at_the_end_leads_back_into_the_folder(site: str) -> None:
    status, headers, _ = ask(site, "/aidatlas/world/")
    assert (status, urlsplit(headers["Location"]).path) == (301, "/aidatlas/world")


def test_the_proxy_hands_on_the_name_that_is_asked_for(site: str) -> None:
    assert [ask(site, "/aidatlas/", host=host)[0] for host in ("maps.example", "other.example")] == [200, 421]
    assert ask(site, "/aidatlas/", ("Origin", "https://other.example"), host="maps.example")[0] == 403
