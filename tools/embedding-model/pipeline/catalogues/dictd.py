"""Dictionaries of the DICT protocol (.index and .dict.dz), as FreeDict publishes them."""

import re
from collections.abc import Iterator

from .limits import decompressed

_DIGITS = {letter: value for value, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")}
_NOTE = re.compile(r"\[[^\]]*\]|<[^>]*>|\([^)]*\)|/[^/]*/")


def read_nothing(_: bytes) -> Iterator[tuple[str, str]]:
    """An index has no text of its own: `entries` reads it together with its dictionary."""
    return iter(())


def entries(index: bytes, dictionary: bytes) -> Iterator[tuple[str, str]]:
    """Pairs (headword, one translation)."""
    text = decompressed(dictionary)
    for line in index.decode("utf-8", "replace").splitlines():
        cells = line.split("\t")
        if len(cells) < 3 or cells[0].startswith("00"):
            continue
        begin, length = _number(cells[1]), _number(cells[2])
        article = text[begin : begin + length].decode("utf-8", "replace")
        for translation in _translations(article):
            yield cells[0], translation


def _translations(article: str) -> Iterator[str]:
    for line in article.splitlines()[1:]:
        line = _NOTE.sub(" ", re.sub(r"^\s*\d+\.\s*", "", line))
        for part in re.split(r"[,;،؛]", line):
            word = part.strip(" .")
            if 1 < len(word) <= 60 and word.count(" ") <= 4:
                yield word


def _number(digits: str) -> int:
    value = 0
    for digit in digits:
        value = value * 64 + _DIGITS[digit]
    return value
