"""Chromium resource packs (.pak, versions 4 and 5): the key is the resource's number.

Format: chromium, tools/grit/grit/format/data_pack.py."""

import struct
from collections.abc import Iterator

from .limits import decompressed


def read_pak(content: bytes) -> Iterator[tuple[str, str]]:
    """Pairs (resource number, text); resources that are no text are passed over."""
    if content[:2] == b"\x1f\x8b":
        content = decompressed(content)
    version = struct.unpack("<I", content[:4])[0]
    if version == 4:
        count, encoding = struct.unpack("<IB", content[4:9])
        start = 9
    elif version == 5:
        encoding, count, _ = struct.unpack("<B3xHH", content[4:12])
        start = 12
    else:
        raise ValueError(f"unknown .pak version {version}")
    codec = "utf-16-le" if encoding == 2 else "utf-8"
    for number in range(count):
        place = start + 6 * number
        key, begin, _, end = struct.unpack("<HIHI", content[place : place + 12])
        try:
            yield str(key), content[begin:end].decode(codec)
        except UnicodeDecodeError:
            continue
