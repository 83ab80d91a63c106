// Groups texts into batches of much the same length, so that little of a batch is padding. Pure.

/** How large a batch may get. */
export type BatchLimits = {
  readonly texts: number;
  /** Characters, each text counted as long as the longest of the batch. */
  readonly characters: number;
};

/**
 * Positions of the texts, batch by batch, shortest texts first. Every position is in exactly one batch; a text longer than
 * the limit is a batch of its own.
 */
export const batchesByLength = (lengths: readonly number[], limits: BatchLimits): readonly (readonly number[])[] => {
  const lengthAt = (position: number): number => lengths[position] ?? 0;
  const batches: number[][] = [];
  for (const position of lengths.map((_, index) => index).sort((a, b) => lengthAt(a) - lengthAt(b))) {
    const last = batches.at(-1);
    // Shortest first: the newcomer is the longest of its batch.
    const fits = last !== undefined && last.length < limits.texts;
    if (fits && (last.length + 1) * lengthAt(position) <= limits.characters) {
      last.push(position);
    } else {
      batches.push([position]);
    }
  }
  return batches;
};
