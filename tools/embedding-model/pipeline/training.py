"""Trains the table: one row per piece, a text is the normalised sum of its pieces' rows, and a text's partner must be nearer than the others of its batch.

Rows start at random directions scaled by smooth inverse
frequency (Arora et al. 2017)."""

import math
import time
from dataclasses import dataclass

import numpy as np
import torch

from .contrast import Bags, Contrast, gradient_by_rows
from .pairs import TextTable, TrainingData
from .sampling import Sampler

_SIF = 1e-3


@dataclass(frozen=True)
class Settings:
    """What a training run depends on."""

    dimensions: int = 512
    steps: int = 6000
    batch: int = 2048
    temperature: float = 0.06
    rate: float = 0.01
    warm_up: int = 200
    betas: tuple[float, float] = (0.9, 0.98)
    seed: int = 20261124


def train(data: TrainingData, vocabulary: int, settings: Settings) -> np.ndarray:
    """Returns float32 [vocabulary, dimensions]."""
    torch.manual_seed(settings.seed)
    sampler = Sampler(data, settings.batch, np.random.default_rng(settings.seed))
    rows = _first_rows(data.table, vocabulary, settings)
    contrast = Contrast(settings.batch, settings.temperature)
    optimiser = LazyAdam(rows, settings)
    average, started = 0.0, time.monotonic()
    for step in range(settings.steps):
        batch = sampler.draw()
        left, right = (Bags(rows, *map(torch.from_numpy, side)) for side in (batch.left, batch.right))
        loss, by_left, by_right = contrast(left.vectors, right.vectors, tuple(map(torch.from_numpy, batch.same)))
        optimiser.step(*gradient_by_rows([left.back(by_left), right.back(by_right)]), settings.rate * _schedule(step, settings))
        average = 0.98 * average + 0.02 * loss
        if (step + 1) % 250 == 0:
            spent = time.monotonic() - started
            print(f"  step {step + 1}/{settings.steps}: loss {average / (1 - 0.98 ** (step + 1)):.3f}, {1000 * spent / (step + 1):.0f} ms a step", flush=True)
    return rows.numpy()


class LazyAdam:
    """Adam (Kingma and Ba 2015) that touches only the rows of the pieces in a batch."""

    def __init__(self, rows: torch.Tensor, settings: Settings) -> None:
        self._rows, self._betas = rows, settings.betas
        self._first, self._second = torch.zeros_like(rows), torch.zeros_like(rows)
        self._steps = 0

    def step(self, pieces: torch.Tensor, gradient: torch.Tensor, rate: float) -> None:
        """Moves the rows of these distinct pieces against their gradient."""
        self._steps += 1
        one, two = self._betas
        first = self._first[pieces].mul_(one).add_(gradient, alpha=1 - one)
        second = self._second[pieces].mul_(two).addcmul_(gradient, gradient, value=1 - two)
        self._first[pieces], self._second[pieces] = first, second
        size = second.div_(1 - two**self._steps).sqrt_().add_(1e-8)
        self._rows.index_add_(0, pieces, first.div_(size), alpha=-rate / (1 - one**self._steps))


def _first_rows(table: TextTable, vocabulary: int, settings: Settings) -> torch.Tensor:
    counts = np.bincount(table.pieces, minlength=vocabulary).astype(np.float32)
    weight = _SIF / (_SIF + counts / counts.sum())
    rows = torch.randn(vocabulary, settings.dimensions) / math.sqrt(settings.dimensions)
    return rows * torch.from_numpy(weight)[:, None]


def _schedule(step: int, settings: Settings) -> float:
    if step < settings.warm_up:
        return (step + 1) / settings.warm_up
    return 0.5 * (1 + math.cos(math.pi * (step - settings.warm_up) / (settings.steps - settings.warm_up)))
