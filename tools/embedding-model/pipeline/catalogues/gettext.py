"""Compiled gettext catalogues (.mo): the key is the context and the untranslated message."""

import struct
from collections.abc import Iterator

_MAGIC = 0x950412DE


def read_mo(content: bytes) -> Iterator[tuple[str, str]]:
    """Pairs (msgctxt\\x04msgid, msgstr); of plural forms, the singular id and the first form, then the plural id and the last."""
    order = "<" if struct.unpack("<I", content[:4])[0] == _MAGIC else ">"
    magic, _, count, ids, texts = struct.unpack(f"{order}5I", content[:20])
    if magic != _MAGIC:
        raise ValueError("not a .mo file")
    for number in range(count):
        key = _string(content, order, ids + 8 * number)
        text = _string(content, order, texts + 8 * number)
        if not key:
            continue
        keys, forms = key.split("\0"), text.split("\0")
        yield keys[0], forms[0]
        if len(keys) > 1 and len(forms) > 1:
            yield keys[1], forms[-1]


def message_of(key: str) -> str:
    """The untranslated (nearly always English) message within a key."""
    return key.rsplit("\x04", 1)[-1]


def _string(content: bytes, order: str, place: int) -> str:
    length, offset = struct.unpack(f"{order}2I", content[place : place + 8])
    return content[offset : offset + length].decode("utf-8", "replace")
