"""The comparisons that the stages share: which script a text is in, its words, and the key under which two texts count as equal."""

import re
import unicodedata

ARABIC = re.compile(r"[\u0621-\u064a\u0671-\u06d3]")
LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœ]")
_MARKS = re.compile(r"[\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Lower case, without accents, vowel signs and joining marks, alif and ya forms made one."""
    plain = unicodedata.normalize("NFKD", _MARKS.sub("", text.lower()))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return plain.replace("ى", "ي").replace("ة", "ه").replace("ء", "")


def words(text: str) -> list[str]:
    """The folded words of a text."""
    return _WORD.findall(folded(text))


def key_of(text: str) -> str:
    """Equal for texts that differ only in case, accents, spacing and punctuation."""
    return " ".join(words(text))


def script_is(text: str, language: str) -> bool:
    """Whether most letters of a text belong to the language's script."""
    arabic, latin = len(ARABIC.findall(text)), len(LATIN.findall(text))
    return arabic > latin if language in ("ar", "ary") else latin > 0 and arabic == 0
