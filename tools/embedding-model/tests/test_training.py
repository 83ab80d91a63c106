"""The closed-form gradient against automatic differentiation, batches, and the exported graph."""

import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from pipeline.contrast import Bags, Contrast, gradient_by_rows
from pipeline.evaluation import StaticModel
from pipeline.export import export, quantise
from pipeline.pairs import PairGroup, TextTable, TrainingData
from pipeline.sampling import Sampler, _same
from pipeline.tokenizer import tokenizer_json
from pipeline.training import Settings, train


def small_data(count: int = 40) -> TrainingData:
    """Text i of either side holds one piece of its own: 2 + i on the left, 2 + count + i on the right."""
    pieces = np.arange(2, 2 + 2 * count, dtype=np.int32)
    table = TextTable(pieces, np.arange(2 * count + 1), np.repeat([0, 1], count).astype(np.int8))
    left = np.arange(count, dtype=np.int32)
    return TrainingData(table, {"ar-fr": PairGroup(1.0, left, left + count, np.full(count, 1 / count))}, {0: np.array([0]), 1: np.array([count])})


class Gradient(unittest.TestCase):
    def test_closed_form_equals_automatic(self) -> None:
        torch.manual_seed(1)
        rows = torch.randn(20, 8, dtype=torch.float64).float()
        left, right = ((torch.randint(0, 20, (12,)), torch.tensor([0, 2, 5, 9])) for _ in range(2))
        weights = torch.rand(20) + 0.5
        same = (torch.tensor([0, 2]), torch.tensor([2, 0]))
        bags = [Bags(rows, weights, side) for side in (left, right)]
        loss, *by_vectors = Contrast(4, 0.1)(bags[0].vectors, bags[1].vectors, same)
        pieces, gradient = gradient_by_rows(weights, [bag.back(by) for bag, by in zip(bags, by_vectors)])

        parameter = rows.clone().requires_grad_()
        vectors = [torch.nn.functional.normalize(torch.nn.functional.embedding_bag(side[0], parameter * weights[:, None], side[1], mode="sum")) for side in (left, right)]
        scores = vectors[0] @ vectors[1].T / 0.1
        mask = torch.zeros(4, 4, dtype=torch.bool)
        mask[same] = True
        scores = scores.masked_fill(mask, -1e4)
        expected = 0.5 * (torch.nn.functional.cross_entropy(scores, torch.arange(4)) + torch.nn.functional.cross_entropy(scores.T, torch.arange(4)))
        expected.backward()
        self.assertAlmostEqual(loss, expected.item(), places=4)
        torch.testing.assert_close(parameter.grad[pieces], gradient, atol=1e-5, rtol=1e-4)

    def test_training_brings_partners_together(self) -> None:
        rows = train(small_data(), 82, Settings(dimensions=16, steps=150, batch=32, warm_up=10))
        self.assertEqual(rows[:2].tolist(), [[0] * 16] * 2)
        unit = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        self.assertTrue((np.argmax(unit[2:42] @ unit[42:82].T, axis=1) == np.arange(40)).mean() > 0.9)


class Batches(unittest.TestCase):
    def test_no_bag_is_empty(self) -> None:
        batch = Sampler(small_data(8), 64, np.random.default_rng(1)).draw()
        for pieces, starts in (batch.left, batch.right):
            self.assertEqual(len(starts), 64)
            self.assertTrue((np.diff(np.append(starts, len(pieces))) > 0).all())

    def test_pairs_that_share_a_text_are_no_negatives(self) -> None:
        rows, columns = _same(np.array([1, 2, 3, 4]), np.array([5, 1, 6, 4]))
        self.assertEqual(sorted(zip(rows.tolist(), columns.tolist())), [(0, 1), (1, 0)])


class Export(unittest.TestCase):
    def test_a_written_folder_reads_back(self) -> None:
        rows = np.random.default_rng(1).normal(size=(4, 8)).astype(np.float32)
        with tempfile.TemporaryDirectory() as folder:
            facts = export(rows, tokenizer_json([("a", -1.0), ("b", -2.0)]), Path(folder))
            model = StaticModel.load(Path(folder))
        table, scales = quantise(rows)
        np.testing.assert_allclose(model.rows, table * scales, rtol=1e-6)
        self.assertEqual((facts["pieces"], facts["dimensions"]), (4, 8))
        np.testing.assert_allclose(np.linalg.norm(model.embed(["a b", ""]), axis=1), [1, 0], atol=1e-6)


if __name__ == "__main__":
    unittest.main()
