// Where the lines of a text begin and end.

/** A part of a text: half-open, in UTF-16 units. */
export type Range = readonly [start: number, end: number];

/** The lines in a part of a text, without their line feeds. */
export const linesIn = (text: string, [start, end]: Range): readonly Range[] => {
  const lines: Range[] = [];
  for (let from = start; from < end; ) {
    const feed = text.indexOf('\n', from);
    const to = feed === -1 || feed > end ? end : feed;
    lines.push([from, to]);
    from = to + 1;
  }
  return lines;
};

/** Tells the line, counted from 1, that an offset into the text is on. */
export const lineFinder = (text: string): ((offset: number) => number) => {
  const starts = linesIn(text, [0, text.length]).map(([start]) => start);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(low, 1);
  };
};

/** A range without the white space at its ends; null when there is nothing else. */
export const trimRange = (text: string, [start, end]: Range): Range | null => {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  const to = start + part.trimEnd().length;
  return to > from ? [from, to] : null;
};
