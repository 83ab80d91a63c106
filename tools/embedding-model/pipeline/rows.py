"""The row that travels from harvest to sampling, and its file: one JSON object a line, compressed."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """Texts that mean the same. `texts` maps "ar", "fr", "en" or "ary" (Moroccan Arabic) or "arabizi" to a text, or of a question and its passage
    "question:fr" and "passage:ar" and the like; at least two are there.

    `kind` says how the row is weighed in training: interface, name, emoji, dictionary, term, sentence, question, darija, darija-sentence."""

    source: str
    kind: str
    licence: str
    copyleft: bool
    texts: dict[str, str]


def write_rows(rows: Iterable[Row], path: Path) -> int:
    """Writes rows to a .jsonl.gz file and returns their number; the file appears only when it is whole."""
    count, unfinished = 0, path.with_suffix(".part")
    with gzip.open(unfinished, "wt", encoding="utf-8", compresslevel=3) as file:
        for row in rows:
            file.write(json.dumps([row.source, row.kind, row.licence, row.copyleft, row.texts], ensure_ascii=False) + "\n")
            count += 1
    unfinished.replace(path)
    return count


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of such a file, one by one."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield Row(*json.loads(line))
