"""Readers of translation catalogues. Each module reads one family of formats from bytes and yields (key, text) pairs.

`read_catalogue` is the only face: it picks the reader by the file's name. Nothing here runs code of a package."""

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

from . import dictd, gettext, mozilla, packed, qt, structured

Reader = Callable[[bytes], Iterator[tuple[str, str]]]

_READERS: list[tuple[re.Pattern[str], Reader]] = [
    (re.compile(r"\.mo$"), gettext.read_mo),
    (re.compile(r"\.qm$"), qt.read_qm),
    (re.compile(r"\.pak$"), packed.read_pak),
    (re.compile(r"\.ftl$"), mozilla.read_ftl),
    (re.compile(r"\.properties$"), mozilla.read_properties),
    (re.compile(r"\.dtd$"), mozilla.read_dtd),
    (re.compile(r"\.json$"), structured.read_json),
    (re.compile(r"\.ya?ml$"), structured.read_yaml),
    (re.compile(r"\.(m?js|cjs|ts)$"), structured.read_script),
    (re.compile(r"\.index$"), dictd.read_nothing),
]


def read_catalogue(name: str, content: bytes) -> list[tuple[str, str]]:
    """All (key, text) pairs of one catalogue; an unknown or damaged file gives none."""
    for pattern, reader in _READERS:
        if pattern.search(name):
            try:
                return list(reader(content))
            except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, IndexError, OverflowError, RecursionError, OSError, struct.error):
                return []
    return []


def is_catalogue(name: str) -> bool:
    """Whether a reader exists for a file of this name."""
    return any(pattern.search(name) for pattern, _ in _READERS)
