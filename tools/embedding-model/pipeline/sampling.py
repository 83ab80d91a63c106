"""Draws batches: pairs by group share and weight, then changed at random so that the model learns what a question and a passage do to words.

Most pairs lose a tenth of their pieces and, when short, are joined to another pair, so that words are met in longer texts. The rest are made
into a question and a passage: one side keeps some of its words behind question words, the other gets up to four texts about something
else, as a passage holds more than the answer. Texts paired with themselves are always made so (inverse cloze, Lee et al. 2019): they
teach which words tell texts of one language apart."""

from dataclasses import dataclass

import numpy as np

from .pairs import TrainingData

_DROPPED, _JOINED, _ASKED = 0.10, 0.30, 0.35
_THINNED_LEAST, _THINNED_MOST = 0.2, 0.8
_WITH_QUESTION_WORDS, _MOST_APPENDED = 0.5, 4


@dataclass
class Batch:
    """`left` and `right`: (pieces int64 [n], starts int64 [batch]); `same`: rows and columns of the scores that are no negatives."""

    left: tuple[np.ndarray, np.ndarray]
    right: tuple[np.ndarray, np.ndarray]
    same: tuple[np.ndarray, np.ndarray]


class Sampler:
    """An endless source of batches of `size` pairs."""

    def __init__(self, data: TrainingData, size: int, random: np.random.Generator) -> None:
        self._table, self._questions, self._size, self._random = data.table, data.questions, size, random
        self._groups = list(data.groups.values())
        shares = np.array([group.share for group in self._groups])
        self._shares = shares / shares.sum()
        self._sums = [np.cumsum(group.weights) for group in self._groups]
        self._lengths = data.table.lengths()

    def draw(self) -> Batch:
        """One batch."""
        left, right = self._pairs(self._size)
        rows = np.arange(self._size)
        parts_left, parts_right = [(rows, left)], [(rows, right)]
        joined = rows[self._random.random(self._size) < _JOINED * (np.minimum(self._lengths[left], self._lengths[right]) < 12)]
        more_left, more_right = self._pairs(len(joined))
        parts_left.append((joined, more_left))
        parts_right.append((joined, more_right))
        asked = (self._random.random(self._size) < _ASKED) | (left == right)
        asks_left = self._random.random(self._size) < 0.5
        first, second = asked & asks_left, asked & ~asks_left
        return Batch(self._side(parts_left, left, (first, second)), self._side(parts_right, right, (second, first)), _same(left, right))

    def _side(self, parts: list[tuple[np.ndarray, np.ndarray]], texts: np.ndarray, roles: tuple[np.ndarray, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
        """One side's bags. `roles` marks the texts to make questions of, and those to make passages of."""
        asks, tells = roles
        for count in range(_MOST_APPENDED):
            appended = np.flatnonzero(tells & (self._random.integers(1, _MOST_APPENDED + 1, self._size) > count))
            parts.append((appended, self._alike(texts[appended])))
        for language, words in self._questions.items():
            opened = np.flatnonzero(asks & (self._table.languages[texts] == language) & (self._random.random(self._size) < _WITH_QUESTION_WORDS))
            parts.append((opened, self._random.choice(words, len(opened))))
        return self._bag(parts, np.where(asks, self._random.uniform(_THINNED_LEAST, _THINNED_MOST, self._size), _DROPPED))

    def _pairs(self, count: int) -> tuple[np.ndarray, np.ndarray]:
        chosen = self._random.choice(len(self._groups), count, p=self._shares)
        left, right = np.empty(count, np.int64), np.empty(count, np.int64)
        for place, group in enumerate(self._groups):
            of_group = np.flatnonzero(chosen == place)
            drawn = np.searchsorted(self._sums[place], self._random.random(len(of_group)) * self._sums[place][-1])
            swap = self._random.random(len(of_group)) < 0.5
            one, other = group.left[drawn], group.right[drawn]
            left[of_group], right[of_group] = np.where(swap, other, one), np.where(swap, one, other)
        return left, right

    def _alike(self, texts: np.ndarray) -> np.ndarray:
        """For each text, a random one in the same script."""
        drawn = self._pairs(max(1, len(texts)))
        scripts = self._table.languages
        return np.where(scripts[drawn[0][: len(texts)]] == scripts[texts], drawn[0][: len(texts)], drawn[1][: len(texts)])

    def _bag(self, parts: list[tuple[np.ndarray, np.ndarray]], drop: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        rows, texts = np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])
        order = np.argsort(rows, kind="stable")
        rows, texts = rows[order], texts[order]
        lengths = self._lengths[texts]
        ends = np.cumsum(lengths)
        places = np.arange(ends[-1]) - np.repeat(ends - lengths, lengths) + np.repeat(self._table.starts[texts], lengths)
        owner = np.repeat(rows, lengths)
        kept = self._random.random(len(places)) >= drop[owner]
        kept[np.searchsorted(owner, np.arange(self._size))] |= ~np.isin(np.arange(self._size), owner[kept])
        owner, places = owner[kept], places[kept]
        return self._table.pieces[places].astype(np.int64), np.searchsorted(owner, np.arange(self._size))


def _same(left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows and columns, off the diagonal, of a batch's score matrix whose pairs share a text: they mean the same, so are no negatives."""
    size = len(left)
    texts, pairs = np.concatenate([left, right]), np.tile(np.arange(size), 2)
    order = np.argsort(texts, kind="stable")
    texts, pairs = texts[order], pairs[order]
    groups = np.split(pairs, np.flatnonzero(np.diff(texts)) + 1)
    repeated = [np.unique(group) for group in groups if len(group) > 1]
    rows = np.concatenate([np.repeat(group, len(group)) for group in repeated] or [np.empty(0, np.int64)])
    columns = np.concatenate([np.tile(group, len(group)) for group in repeated] or [np.empty(0, np.int64)])
    return rows[rows != columns], columns[rows != columns]
