"""Several pieces of bytes as one, and apart again: what goes between processes."""

import struct
from collections.abc import Iterator, Sequence

_LENGTH = struct.Struct("<Q")


def join_frames(frames: Sequence[bytes]) -> bytes:
    """Return pieces of bytes as one.

    >>> list(split_frames(join_frames([b"one", b""])))
    [b'one', b'']
    """
    return b"".join(_LENGTH.pack(len(frame)) + frame for frame in frames)


def split_frames(data: bytes) -> Iterator[bytes]:
    """Yield the pieces again; raises ValueError or struct.error where the bytes are cut off."""
    place = 0
    while place < len(data):
        (length,) = _LENGTH.unpack_from(data, place)
        place += _LENGTH.size + length
        if place > len(data):
            raise ValueError("the answer is cut off")
        yield data[place - length : place]
