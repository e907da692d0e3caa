"""Where the dashboard is served and by which names it may be called; nothing here opens anything."""

import ipaddress
import re
from typing import NamedTuple

# Names under which a machine reaches only itself.
OWN_MACHINE = ("127.0.0.1", "localhost", "::1")
# Addresses that stand for all of a machine's own.
_EVERY = ("0.0.0.0", "::")  # noqa: S104 - compared with, not bound to
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(\.(?!-)[a-z0-9_-]{1,63})*", re.ASCII)
_ORIGIN = re.compile(r"(https?)://([^/?#@\s]+)/?")


class Door(NamedTuple):
    """The address and port that are listened at, further names it is called by, and sites that may show it in a frame."""

    address: str = "127.0.0.1"
    port: int = 8501
    hosts: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()

    @property
    def own(self) -> bool:
        """Whether only this machine reaches it."""
        return ipaddress.ip_address(self.address).is_loopback

    @property
    def names(self) -> frozenset[str]:
        """The names that are answered to: this machine's own, the address itself, and what was named beside them."""
        return frozenset({*OWN_MACHINE, *self.hosts, self.address}) - {*_EVERY}

    @property
    def link(self) -> str:
        """The address of the front page for a browser."""
        name = self.address if self.address not in _EVERY else (*self.hosts, OWN_MACHINE[0])[0]
        return f"http://{f'[{name}]' if ':' in name else name}:{self.port}"

    @property
    def welcome(self) -> str:
        """Where the dashboard is, for who started it."""
        return f"AidAtlas is at {self.link}{', for this machine alone' if self.own else ''} (stop it with Ctrl+C)."

    @property
    def warning(self) -> str | None:
        """What others can see through the door; None where there are no others."""
        says = f"everyone who reaches {self.address} at port {self.port} sees the documents: it asks for no password."
        return None if self.own else says


def read_name(text: str) -> str | None:
    """Return the name or address of a machine as a browser spells it, without port; None where it is none.

    >>> read_name("Maps.Example."), read_name("0:0:0:0:0:0:0:1"), read_name("a/b")
    ('maps.example', '::1', None)
    """
    try:
        return ipaddress.ip_address(text.removeprefix("[").removesuffix("]")).compressed
    except ValueError:
        pass
    try:
        name = text.lower().removesuffix(".").encode("idna").decode()
    except UnicodeError:
        return None
    return name if _NAME.fullmatch(name) else None


def split_host(host: str) -> str | None:
    """Return the name in a Host header, as read_name does, and None where the header is not well formed.

    >>> split_host("maps.example:8501"), split_host("[::1]:8501"), split_host("maps.example:80@evil.example")
    ('maps.example', '::1', None)
    """
    parts = re.fullmatch(r"(\[[0-9a-fA-F:.]+\]|[^:\[\]]+)(:\d{1,5})?", host)
    return read_name(parts[1]) if parts and host.isascii() else None


def read_origin(text: str) -> str | None:
    """Return a site as `scheme://name` or `scheme://name:port`; None where it is none.

    >>> read_origin("https://News.Example/"), read_origin("news.example")
    ('https://news.example', None)
    """
    parts = _ORIGIN.fullmatch(text.lower())
    return f"{parts[1]}://{parts[2]}" if parts and split_host(parts[2]) else None
