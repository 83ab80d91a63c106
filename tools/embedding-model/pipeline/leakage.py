"""Keeps what is evaluated on out of training: texts equal to an evaluation text, or sharing half of the four-word runs of either with one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from .rows import Row
from .text import words

# Terms and names are words of the language, not texts: that one is asked about is no reason not to know it.
_VOCABULARY = {"term", "name", "dictionary"}
_RUN = 4
_SHARED, _LEAST = 0.5, 5


class EvaluationTexts:
    """All texts of the evaluation sets, folded to words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._whole: set[int] = set()
        self._places: dict[int, list[int]] = defaultdict(list)
        self._sizes: list[int] = []
        for found in map(words, dict.fromkeys(texts)):
            self._whole.add(hash(tuple(found)))
            for run in set(_runs(found)):
                self._places[run].append(len(self._sizes))
            self._sizes.append(max(0, len(found) - _RUN + 1))

    def holds(self, text: str) -> bool:
        """Whether a text of three words or more stands among them whole, or shares half of its runs, or of theirs, with one of them.

        At least five shared runs (eight words) count: fewer are names and set phrases."""
        found = words(text)
        if len(found) < 3:
            return False
        if hash(tuple(found)) in self._whole:
            return True
        runs = set(_runs(found))
        shared = Counter(place for run in runs for place in self._places.get(run, ()))
        return any(count >= max(_LEAST, _SHARED * min(len(runs), self._sizes[place])) for place, count in shared.items())


def without_evaluation_texts(rows: Iterable[Row], evaluated: EvaluationTexts, counts: Counter) -> Iterator[Row]:
    """Rows none of whose texts is evaluated on; `counts` gets the number left out per source."""
    for row in rows:
        if row.kind not in _VOCABULARY and any(evaluated.holds(text) for text in row.texts.values()):
            counts[row.source] += 1
        else:
            yield row


def _runs(found: list[str]) -> list[int]:
    return [hash(tuple(found[start : start + _RUN])) for start in range(len(found) - _RUN + 1)]
