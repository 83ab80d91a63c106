"""Compiled Qt catalogues (.qm). The source text is often left out of them, so the key is the hash that Qt keeps instead.

Format: qtbase, src/corelib/kernel/qtranslator.cpp (blocks tagged 0x42 hashes, 0x69 messages; message parts 3 translation, 6 source, 7 context)."""

import struct
from collections.abc import Iterator

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69
_END, _TRANSLATION, _OBSOLETE = 1, 3, 5


def read_qm(content: bytes) -> Iterator[tuple[str, str]]:
    """Pairs (hash of the source and its comment, translation)."""
    if content[:16] != _MAGIC:
        raise ValueError("not a .qm file")
    blocks = dict(_blocks(content))
    hashes, messages = blocks.get(_HASHES, b""), blocks.get(_MESSAGES, b"")
    for place in range(0, len(hashes) - 7, 8):
        digest, offset = struct.unpack(">II", hashes[place : place + 8])
        text = _translation(messages, offset)
        if text:
            yield f"{digest:08x}", text


def _blocks(content: bytes) -> Iterator[tuple[int, bytes]]:
    place = 16
    while place + 5 <= len(content):
        tag, length = struct.unpack(">BI", content[place : place + 5])
        yield tag, content[place + 5 : place + 5 + length]
        place += 5 + length


def _translation(messages: bytes, place: int) -> str:
    while place < len(messages):
        tag = messages[place]
        place += 1
        if tag == _END:
            break
        if tag == _OBSOLETE:
            place += 4
            continue
        length = struct.unpack(">I", messages[place : place + 4])[0]
        place += 4
        if length == 0xFFFFFFFF:
            continue
        if tag == _TRANSLATION:
            return messages[place : place + length].decode("utf-16-be", "replace")
        place += length
    return ""
