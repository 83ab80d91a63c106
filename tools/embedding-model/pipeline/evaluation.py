"""Measures a model's vectors alone: recall at 1 and 10, and nDCG at 10, over every evaluation set."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnx.numpy_helper

from .evaluation_sets import EvaluationSet
from .tokenizer import Tokenizer


@dataclass(frozen=True)
class Scores:
    """Shares from 0 to 1."""

    recall1: float
    recall10: float
    ndcg10: float


class StaticModel:
    """A table of rows and its tokenizer: enough to embed as Transformers.js does with mean pooling and normalisation."""

    def __init__(self, rows: np.ndarray, tokenizer: Tokenizer) -> None:
        self.rows, self.tokenizer = rows, tokenizer

    @classmethod
    def load(cls, folder: Path) -> "StaticModel":
        """Reads an exported model folder: the table and its scales out of the ONNX file."""
        graph = onnx.load(folder / "onnx" / "model_quantized.onnx").graph
        arrays = [onnx.numpy_helper.to_array(entry) for entry in graph.initializer]
        table = next(array for array in arrays if array.dtype == np.int8)
        scales = next(array for array in arrays if array.dtype == np.float32 and array.size == len(table))
        return cls(table.astype(np.float32) * scales.reshape(-1, 1), Tokenizer.load(folder / "tokenizer.json"))

    def embed(self, texts: list[str]) -> np.ndarray:
        """float32 [texts, dimensions], each of length 1 (or 0 for a text without pieces)."""
        vectors = np.zeros((len(texts), self.rows.shape[1]), np.float32)
        for place, ids in enumerate(self.tokenizer.encode_all(texts)):
            if ids:
                vectors[place] = self.rows[ids].sum(axis=0)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / np.maximum(lengths, 1e-9)


def measure(model: StaticModel, of: EvaluationSet) -> Scores:
    """Ranks every passage for every question by cosine."""
    passages = model.embed(of.passages)
    first, tenth, gain = 0, 0.0, 0.0
    discounts = 1 / np.log2(np.arange(2, 12))
    for start in range(0, len(of.questions), 512):
        scores = model.embed(of.questions[start : start + 512]) @ passages.T
        top = np.argsort(-scores, axis=1, kind="stable")[:, :10]
        for ranked, relevant in zip(top, of.relevant[start : start + 512]):
            hits = np.array([number in relevant for number in ranked])
            first += bool(hits[0])
            tenth += hits.sum() / min(10, len(relevant))
            gain += (hits * discounts[: len(hits)]).sum() / discounts[: min(10, len(relevant))].sum()
    count = len(of.questions)
    return Scores(first / count, tenth / count, gain / count)


def compare(models: dict[str, StaticModel], sets: list[EvaluationSet]) -> str:
    """A table: one line per set, recall at 1 / recall at 10 / nDCG at 10 in percent for each model."""
    lines = ["set".ljust(22) + "".join(name.rjust(24) for name in models)]
    for of in sets:
        cells = [measure(model, of) for model in models.values()]
        lines.append(of.name.ljust(22) + "".join(f"{100 * cell.recall1:10.1f} {100 * cell.recall10:6.1f} {100 * cell.ndcg10:6.1f}" for cell in cells))
    return "\n".join(lines)
