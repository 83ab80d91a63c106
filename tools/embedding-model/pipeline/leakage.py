"""Keeps what is evaluated on out of training: texts equal to an evaluation text, or sharing most of their four-word runs with one."""

from collections import Counter
from collections.abc import Iterable, Iterator

from .rows import Row
from .text import words

# Terms and names are words of the language, not texts: that one is asked about is no reason not to know it.
_VOCABULARY = {"term", "name", "dictionary"}
_RUN = 4
_SHARED = 0.5


class EvaluationTexts:
    """All texts of the evaluation sets, folded to words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._whole: set[int] = set()
        self._runs: set[int] = set()
        for text in texts:
            found = words(text)
            self._whole.add(hash(tuple(found)))
            self._runs.update(_runs(found))

    def holds(self, text: str) -> bool:
        """Whether a text of three words or more stands among them whole, or one of nine words or more nearly (shorter runs are names and set phrases)."""
        found = words(text)
        if len(found) < 3:
            return False
        if hash(tuple(found)) in self._whole:
            return True
        runs = _runs(found)
        return len(runs) >= 6 and sum(run in self._runs for run in runs) >= _SHARED * len(runs)


def without_evaluation_texts(rows: Iterable[Row], evaluated: EvaluationTexts, counts: Counter) -> Iterator[Row]:
    """Rows none of whose texts is evaluated on; `counts` gets the number left out per source."""
    for row in rows:
        if row.kind not in _VOCABULARY and any(evaluated.holds(text) for text in row.texts.values()):
            counts[row.source] += 1
        else:
            yield row


def _runs(found: list[str]) -> list[int]:
    return [hash(tuple(found[start : start + _RUN])) for start in range(len(found) - _RUN + 1)]
