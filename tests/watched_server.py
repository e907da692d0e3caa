"""The command with a watch on what it looks up or calls: each goes as a line into the file that AIDATLAS_WATCHED names.

One lookup is made at the start, so that an empty file tells of a watch that does not watch.
"""

import os
import socket
import sys

from dashboard.command import main

_WATCHED = ("socket.getaddrinfo", "socket.gethostbyname", "socket.connect", "socket.sendto", "socket.sendmsg")


def watch() -> None:
    """Note from here on what this process looks up or calls."""
    file = os.open(os.environ["AIDATLAS_WATCHED"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def note(event: str, said: tuple[object, ...]) -> None:
        if event in _WATCHED:
            os.write(file, f"{event} {next((one for one in said if isinstance(one, str | tuple)), '')}\n".encode())

    sys.addaudithook(note)
    socket.getaddrinfo("127.0.0.1", 9)


if __name__ == "__main__":
    watch()
    main()
