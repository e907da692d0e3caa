"""The options of the command that say where the dashboard is served, by which names it is called, and where it is shown."""

import argparse
import errno
import ipaddress
import os
import socket

from dashboard.gates.doors import OWN_MACHINE, Door, read_name, read_origin
from geo.base.errors import GeoError

_FIRST_PORT, _PORTS = 8501, 20


def add_door_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that read_door reads."""
    parser.add_argument("--port", type=_read_port, help=f"the port; without it the first free one from {_FIRST_PORT}")
    parser.add_argument(
        "--address",
        type=_read_address,
        help="the address of this machine to listen at, as 0.0.0.0 for all; without it only this machine is answered",
    )
    parser.add_argument(
        "--host",
        dest="hosts",
        action="append",
        type=_read_host,
        metavar="NAME",
        help="a name or address by which browsers reach it, where others do; can be given again",
    )
    parser.add_argument(
        "--embed-in",
        dest="frames",
        action="append",
        type=_read_origin,
        metavar="SITE",
        help="a site whose pages may show the dashboard in a frame, as https://news.example; can be given again",
    )


def read_door(given: argparse.Namespace) -> Door:
    """Return the door that was asked for, this machine's own where none was; GeoError where nothing can be opened there."""
    address = getattr(given, "address", None) or OWN_MACHINE[0]
    port = getattr(given, "port", None)
    if port is None:
        port = _find_port(address)
    elif not _is_free(address, port):
        raise GeoError(f"port {port} of {address} is taken or not allowed; choose another with --port")
    hosts, frames = (tuple(getattr(given, name, None) or ()) for name in ("hosts", "frames"))
    return Door(address, port, hosts, frames)


def _read_port(text: str) -> int:
    """Return a port; argparse says in one line where it is none."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text} is no port; give a number from 1 to 65535")
    return int(text)


def _read_address(text: str) -> str:
    """Return an address of a machine; argparse says in one line where it is none."""
    try:
        return ipaddress.ip_address("127.0.0.1" if text == "localhost" else text).compressed
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no address; give one as 192.0.2.7 or ::1") from error


def _read_host(text: str) -> str:
    """Return the name of a host as browsers spell it; argparse says in one line where it is none."""
    if (name := read_name(text)) is None:
        raise argparse.ArgumentTypeError(f"{text} is no name of a host; give one as maps.example, without a port")
    return name


def _read_origin(text: str) -> str:
    """Return a site as a policy names it; argparse says in one line where it is none."""
    if (origin := read_origin(text)) is None:
        raise argparse.ArgumentTypeError(f"{text} is no site; give one as https://news.example")
    return origin


def _find_port(address: str) -> int:
    """Return the first port from 8501 on that is free at an address."""
    for port in range(_FIRST_PORT, _FIRST_PORT + _PORTS):
        if _is_free(address, port):
            return port
    raise GeoError(f"the ports {_FIRST_PORT} to {_FIRST_PORT + _PORTS - 1} are taken; choose another with --port")


def _is_free(address: str, port: int) -> bool:
    """Return whether a port can be listened at; GeoError where the address is none of this machine's."""
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        # As the server does: what was closed a moment ago is free. On Windows the same word would mean any port at all.
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                return False
            raise GeoError(f"{address} is no address of this machine: {error.strerror}; leave out --address") from error
    return True
