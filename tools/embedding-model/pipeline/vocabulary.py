"""Counts the words that pieces are learned from. Own texts count more, English less: it only helps Arabic and French to meet."""

from collections import Counter
from collections.abc import Iterable

from .rows import Row
from .tokenizer import Tokenizer, tokenizer_json

_OWN_COUNTS, _ENGLISH_COUNTS = 8.0, 0.4
_OWN = {"term", "sentence", "question", "darija", "darija-sentence"}
_LONGEST_WORD = 40


def count_words(rows: Iterable[Row]) -> dict[str, float]:
    """Words of normalised, pre-tokenised texts with their weighted counts, the rarest (under one) left out."""
    splitter = Tokenizer(tokenizer_json([("a", 0.0)]))
    counts: Counter[str] = Counter()
    for row in rows:
        for language, text in row.texts.items():
            weight = (_OWN_COUNTS if row.kind in _OWN else 1.0) * (_ENGLISH_COUNTS if language == "en" else 1.0)
            for word in splitter.words(text):
                counts[word] += weight
    return {word: count for word, count in counts.items() if count >= 1 and len(word) <= _LONGEST_WORD and "\t" not in word}
