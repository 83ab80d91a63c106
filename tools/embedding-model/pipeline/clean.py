"""Makes harvested rows fit to learn from: markup, placeholders and accelerators out, wrong scripts and lopsided rows dropped, repeats merged."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from .rows import Row
from .text import key_of, script_is

_MARKS = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_TAGS = re.compile(r"<[^<>]{1,200}>")
_PLACEHOLDERS = re.compile(
    r"%\([^)]*\)[a-z]|%[-+ #0]*[\d*]*(?:\.[\d*]+)?(?:hh|h|ll|l|j|z|t)?[diouxXeEfgGcsp]\b|%L?\d+|\$\{[^}]*\}|\{\{[^}]*\}\}|\{[^{}]{0,80}\}|\$[A-Z_]{2,}\$?|__[A-Z_]+__|\[\[[^\]]*\]\]|@[A-Za-z_]+@"
)
_ACCELERATORS = re.compile(r"\s*\(&\w\)|&(?=\w)|(?<![A-Za-z0-9])_(?=\w)|(?<=\w)_(?=\w{2})|~(?=\w)")
_ADDRESSES = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|(?:/[\w.-]+){2,}")
_LETTERS = re.compile(r"[^\W\d_]")
_LONGEST, _LOPSIDED = 600, 6.0


def clean_text(text: str) -> str:
    """One text without what is no language: tags, placeholders, accelerators, addresses, marks of direction."""
    text = _MARKS.sub("", html.unescape(text))
    text = _ADDRESSES.sub(" ", _PLACEHOLDERS.sub(" ", _TAGS.sub(" ", text)))
    text = _ACCELERATORS.sub("", text.replace("\\n", " "))
    return " ".join(text.split()).strip(" :;,.…-–*•|\"'=+/\\()[]،")


def clean(rows: Iterable[Row], counts: Counter) -> Iterator[Row]:
    """Rows with at least two fit texts, each once; `counts` gets what was dropped and why."""
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        counts["read"] += 1
        texts = _fit_texts(row, counts)
        if len(texts) < 2:
            counts["fewer than two texts left"] += 1
            continue
        key = tuple(hash(key_of(texts.get(language, ""))) for language in ("ar", "fr", "en"))
        if key in seen:
            counts["repeated"] += 1
            continue
        seen.add(key)
        counts["kept"] += 1
        yield Row(row.source, row.kind, row.licence, row.copyleft, texts)


def _fit_texts(row: Row, counts: Counter) -> dict[str, str]:
    texts = {}
    for language, raw in row.texts.items():
        text = clean_text(raw)
        if len(_LETTERS.findall(text)) < 2 or len(text) > _LONGEST:
            continue
        if not script_is(text, language):
            counts[f"wrong script for {language}"] += 1
            continue
        texts[language] = text
    if "fr" in texts and "en" in texts and key_of(texts["fr"]) == key_of(texts["en"]):
        counts["French left in English"] += 1
        del texts["fr" if row.kind == "interface" else "en"]
    lengths = sorted(len(text) for text in texts.values())
    if len(lengths) > 1 and lengths[-1] > _LOPSIDED * lengths[0] and lengths[-1] > 40:
        counts["lopsided"] += 1
        return {}
    return texts
