"""The loss and its gradient in closed form: InfoNCE both ways (van den Oord et al. 2018) over in-batch negatives, on two CPU cores.

With E = exp(s/t) over the scores s of all left and right texts of a batch, the loss is the mean of
(log row sum + log column sum)/2 - s_ii/t, and its gradient by s is (E/row sums + E/column sums - 2 I) / (2 n t)."""

import torch


class Contrast:
    """Buffers for batches of one size; `temperature` is t above."""

    def __init__(self, size: int, temperature: float) -> None:
        self._temperature = temperature
        self._scores = torch.empty(size, size)

    def __call__(self, left: torch.Tensor, right: torch.Tensor, same: tuple[torch.Tensor, torch.Tensor]) -> tuple[float, torch.Tensor, torch.Tensor]:
        """Loss, and its gradients by `left` and `right`, float32 [size, dimensions] of unit length.

        `same`: row and column numbers of the pairs off the diagonal that share a text and so are no negatives."""
        size, scores = len(left), self._scores
        torch.mm(left, right.T, out=scores)
        diagonal = scores.diagonal().clone()
        scores.sub_(1.0).div_(self._temperature).exp_()
        scores[same] = 0.0
        rows, columns = scores.sum(1), scores.sum(0)
        loss = (0.5 * (rows.log() + columns.log()) - (diagonal - 1.0) / self._temperature).mean()
        scores.mul_(rows.reciprocal()[:, None] + columns.reciprocal()[None, :])
        scores.diagonal().sub_(2.0)
        scale = 1.0 / (2 * size * self._temperature)
        return float(loss), (scores @ right).mul_(scale), (scores.T @ left).mul_(scale)


class Bags:
    """Texts as bags of pieces: the normalised sums of their weighted rows, and the way back from a gradient by the sums to one by the rows.

    `bags`: (pieces, starts) as `embedding_bag` takes them; `weights` one for each piece of the vocabulary."""

    def __init__(self, rows: torch.Tensor, weights: torch.Tensor, bags: tuple[torch.Tensor, torch.Tensor]) -> None:
        pieces, starts = bags
        self._pieces = pieces
        lengths = torch.diff(starts, append=torch.tensor([len(pieces)]))
        self._owner = torch.repeat_interleave(torch.arange(len(starts)), lengths)
        sums = torch.nn.functional.embedding_bag(pieces, rows, starts, mode="sum", per_sample_weights=weights[pieces])
        self._norms = sums.norm(dim=1, keepdim=True).clamp_min_(1e-6)
        self.vectors = sums / self._norms

    def back(self, gradient: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Pieces, the bag each stands in, and the gradient by each bag's sum."""
        along = (gradient * self.vectors).sum(1, keepdim=True)
        return self._pieces, self._owner, (gradient - along * self.vectors).div_(self._norms)


def gradient_by_rows(weights: torch.Tensor, parts: list[tuple[torch.Tensor, torch.Tensor, torch.Tensor]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Distinct pieces int64 [n] and the gradient by their rows [n, dimensions], added up over the sides of a batch."""
    sizes = [len(gradient) for _, _, gradient in parts]
    pieces = torch.cat([part[0] for part in parts])
    owners = torch.cat([part[1] + sum(sizes[:place]) for place, part in enumerate(parts)])
    order = torch.argsort(pieces)
    distinct, counts = torch.unique_consecutive(pieces[order], return_counts=True)
    starts = torch.cumsum(counts, 0) - counts
    stacked = torch.cat([part[2] for part in parts])
    return distinct, torch.nn.functional.embedding_bag(owners[order], stacked, starts, mode="sum").mul_(weights[distinct, None])
