"""Reads the project's own texts (`lexicon/`): terms, sentences, questions with their passages, and Darija, as rows; and checks their form.

Cells hold variants separated by " | ". Lines that start with # are headings."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from .rows import Row
from .text import script_is

VARIANT = re.compile(r"\s*\|\s*")
COLUMNS = {
    "terms": ("ar", "fr", "en"),
    "sentences": ("ar", "fr"),
    "questions": ("question_ar", "question_fr", "passage_ar", "passage_fr"),
    "darija": ("darija", "arabizi", "ar", "fr"),
}
_MAY_BE_EMPTY = {"en", "arabizi"}
_LICENCE = "own"


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of one table as dictionaries. Raises ValueError naming file and line when the form is broken."""
    columns = COLUMNS[path.parent.name]
    lines = path.read_text(encoding="utf-8").splitlines()
    if tuple(lines[0].split("\t")) != columns:
        raise ValueError(f"{path}:1: the header must be {' '.join(columns)}")
    table = []
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise ValueError(f"{path}:{number}: {len(cells)} cells, {len(columns)} expected")
        row = dict(zip(columns, (cell.strip() for cell in cells)))
        _check(row, f"{path}:{number}")
        table.append(row)
    return table


def question_words(folder: Path) -> list[str]:
    """The openings of questions in `question-words.tsv` (language, text)."""
    lines = (folder / "question-words.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t")[1] for line in lines]


def lexicon_rows(folder: Path) -> Iterator[Row]:
    """Every table below `lexicon/` as rows to train on."""
    for path in sorted(folder.glob("*/*.tsv")):
        source = f"own:{path.parent.name}/{path.stem}"
        for row in read_table(path):
            for kind, texts in _READINGS[path.parent.name](row, path.stem):
                yield Row(source, kind, _LICENCE, False, texts)


def _term(row: dict[str, str], _: str) -> Iterator[tuple[str, dict[str, str]]]:
    yield from (("term", texts) for texts in _variants(row, ("ar", "fr", "en")))


def _sentence(row: dict[str, str], _: str) -> Iterator[tuple[str, dict[str, str]]]:
    yield "sentence", {"ar": row["ar"], "fr": row["fr"]}


def _question(row: dict[str, str], _: str) -> Iterator[tuple[str, dict[str, str]]]:
    yield "sentence", {"ar": row["passage_ar"], "fr": row["passage_fr"]}
    yield "sentence", {"ar": row["question_ar"], "fr": row["question_fr"]}
    for asked, told in product(("ar", "fr"), repeat=2):
        yield "question", {f"question:{asked}": row[f"question_{asked}"], f"passage:{told}": row[f"passage_{told}"]}


def _darija(row: dict[str, str], name: str) -> Iterator[tuple[str, dict[str, str]]]:
    whole = name.startswith(("questions", "sentences"))
    for texts in [row] if whole else _variants(row, ("darija", "arabizi", "ar", "fr")):
        renamed = {"ary": texts["darija"], "arabizi": texts.get("arabizi", ""), "ar": texts["ar"], "fr": texts["fr"]}
        yield ("darija-sentence" if whole else "darija"), {language: text for language, text in renamed.items() if text}


def _variants(row: dict[str, str], columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Variants by their place; a cell with fewer begins anew, and where the numbers differ all variants together are one row more."""
    cells = {column: VARIANT.split(row[column]) for column in columns if row[column]}
    longest = max(len(variants) for variants in cells.values())
    for place in range(longest):
        yield {column: variants[place % len(variants)] for column, variants in cells.items()}
    if len({len(variants) for variants in cells.values()}) > 1:
        yield {column: " ".join(variants) for column, variants in cells.items()}


def _check(row: dict[str, str], place: str) -> None:
    for column, text in row.items():
        if not text and column not in _MAY_BE_EMPTY:
            raise ValueError(f"{place}: {column} is empty")
        language = "ar" if column.endswith("ar") or column == "darija" else "fr"
        if text and column != "arabizi" and not script_is(text, language):
            raise ValueError(f"{place}: {column} is not in its script: {text[:60]}")


_READINGS = {"terms": _term, "sentences": _sentence, "questions": _question, "darija": _darija}
