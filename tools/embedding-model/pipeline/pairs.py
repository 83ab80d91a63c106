"""From rows to what the trainer eats: a table of distinct texts as piece numbers, and pairs of texts with their weights.

A weight is how often a pair is drawn compared with another of its group; a group's share of every batch stands in SHARES."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from .rows import Row
from .tokenizer import Tokenizer

# Shares of a batch. "own" is the project's lexicon, "darija" its Moroccan part, "question" its question-passage pairs.
SHARES = {"ar-fr": 0.30, "ar-en": 0.15, "fr-en": 0.11, "own": 0.22, "darija": 0.10, "question": 0.02, "cloze": 0.10}
_KIND_WEIGHT = {"name": 0.5, "emoji": 0.5, "dictionary": 1.0, "interface": 1.0, "term": 1.0, "sentence": 3.0, "question": 1.0, "darija": 1.0, "darija-sentence": 3.0}
# A text of fewer pieces has too little to ask about.
_CLOZE_PIECES = 12
_OWN = {"term", "sentence"}
_DARIJA = {"darija", "darija-sentence"}


@dataclass
class TextTable:
    """Distinct texts as piece numbers: text i is `pieces[starts[i]:starts[i + 1]]`; `languages[i]` is 0 Arabic script, 1 Latin script."""

    pieces: np.ndarray
    starts: np.ndarray
    languages: np.ndarray

    def __len__(self) -> int:
        return len(self.starts) - 1

    def lengths(self) -> np.ndarray:
        """Pieces per text, int64 [texts]."""
        return np.diff(self.starts)


@dataclass
class PairGroup:
    """Pairs of one group: `left`, `right` int32 [pairs] text numbers, `weights` float64 [pairs] adding up to 1."""

    share: float
    left: np.ndarray
    right: np.ndarray
    weights: np.ndarray


@dataclass
class TrainingData:
    """All that a run trains on. `questions`: text numbers of question words, by the table's language codes."""

    table: TextTable
    groups: dict[str, PairGroup]
    questions: dict[int, np.ndarray]


def make_pairs(rows: Iterable[Row], questions: list[str], tokenizer: Tokenizer) -> TrainingData:
    """Encodes every text once and sorts the pairs into groups."""
    numbers: dict[str, int] = {text: number for number, text in enumerate(dict.fromkeys(questions))}
    asked = np.arange(len(numbers))
    drawn: dict[str, list[tuple[int, int, float]]] = defaultdict(list)
    for row in rows:
        for group, left, right in _pairs_of(row):
            first = numbers.setdefault(left, len(numbers))
            second = numbers.setdefault(right, len(numbers))
            if first != second:
                drawn[group].append((first, second, _weight(row.kind, left, right)))
    table = _encode(list(numbers), tokenizer)
    lengths = table.lengths()
    drawn["cloze"] = [(number, number, 1.0) for number in np.flatnonzero(lengths >= _CLOZE_PIECES)]
    opening = {language: asked[table.languages[asked] == language] for language in (0, 1)}
    groups = {}
    for group, pairs in drawn.items():
        pairs = [pair for pair in pairs if lengths[pair[0]] and lengths[pair[1]]]
        if not pairs:
            continue
        weights = np.array([weight for _, _, weight in pairs])
        groups[group] = PairGroup(
            SHARES[group], np.array([first for first, _, _ in pairs], np.int32), np.array([second for _, second, _ in pairs], np.int32), weights / weights.sum()
        )
    return TrainingData(table, groups, opening)


def _pairs_of(row: Row) -> Iterable[tuple[str, str, str]]:
    texts = row.texts
    if row.kind == "question":
        (asked, question), (_, passage) = sorted(texts.items(), key=lambda entry: not entry[0].startswith("question"))
        return [("question", question, passage)]
    if row.kind in _DARIJA:
        combinations = [("ary", "ar"), ("ary", "fr"), ("arabizi", "ar"), ("arabizi", "fr"), ("arabizi", "ary"), ("ar", "fr")]
        return [("darija", texts[a], texts[b]) for a, b in combinations if a in texts and b in texts]
    own = row.kind in _OWN
    combinations = [("ar", "fr"), ("ar", "en"), ("fr", "en")]
    return [("own" if own else f"{a}-{b}", texts[a], texts[b]) for a, b in combinations if a in texts and b in texts]


def _weight(kind: str, left: str, right: str) -> float:
    """Longer texts teach more: up to twice the weight at sixteen words."""
    shorter = min(left.count(" "), right.count(" ")) + 1
    return _KIND_WEIGHT[kind] * min(2.0, 1.0 + math.log2(shorter) / 4)


def _encode(texts: list[str], tokenizer: Tokenizer) -> TextTable:
    encoded = tokenizer.encode_all(texts)
    lengths = np.fromiter((len(ids) for ids in encoded), np.int64, len(encoded))
    pieces = np.fromiter((place for ids in encoded for place in ids), np.int32, int(lengths.sum()))
    latin = np.fromiter((not any("\u0600" <= letter <= "\u06ff" for letter in text) for text in texts), np.int8, len(texts))
    return TextTable(pieces, np.concatenate([[0], np.cumsum(lengths)]), latin)
