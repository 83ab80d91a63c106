"""Writes what a model owes its sources: `sources.tsv` (pairs per source) and `NOTICE` (sources by licence)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from .rows import Row

_PAIRS = (("ar", "fr"), ("ar", "en"), ("fr", "en"), ("ary", "ar"), ("ary", "fr"))
_OWN = "own"
_HEAD = """The rows of this model were learned from the texts of the packages named below (Debian 12 and the npm registry) and from texts written for
this project (tools/embedding-model/lexicon). The model holds none of the texts, only word pieces and numbers. The copyright in the texts is
their authors'; each package's own notices apply to it. Licences are given as the packages name
them; a package with several names those of all its files, not only of the texts.
"""


class Sources:
    """Counts the pairs of rows that pass through, by source and licence."""

    def __init__(self) -> None:
        self._pairs: Counter = Counter()
        self._licences: dict[str, str] = {}

    def counted(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The same rows."""
        for row in rows:
            self._licences[row.source] = row.licence
            for one, other in _PAIRS:
                self._pairs[row.source, one, other] += one in row.texts and other in row.texts
            yield row

    def write_table(self, path: Path) -> None:
        """Tab-separated: source, licence, pairs of each two languages."""
        lines = ["\t".join(["source", "licence", *(f"{one}-{other}" for one, other in _PAIRS)])]
        for source, licence in sorted(self._licences.items()):
            lines.append("\t".join([source, " ".join(licence.split()) or "not named in a form that could be read", *(str(self._pairs[source, one, other]) for one, other in _PAIRS)]))
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_notice(table: Path, path: Path) -> None:
    """NOTICE from a table of sources: the licences in order, under each its packages."""
    by_licence: dict[str, list[str]] = defaultdict(list)
    for line in table.read_text(encoding="utf-8").splitlines()[1:]:
        source, licence, *pairs = line.split("\t")
        if licence != _OWN and any(int(count) for count in pairs):
            by_licence[licence].append(source)
    parts = [f"{licence}\n  {', '.join(sources)}\n" for licence, sources in sorted(by_licence.items())]
    path.write_text("\n".join([_HEAD, *parts]), encoding="utf-8")
