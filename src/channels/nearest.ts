// Which of the known names a mistyped one most likely meant. Pure.

/** Longer than any name: not worth comparing. */
const LONGEST = 40;

/** So many letters are enough to know a name by a part of it. */
const LEAST_PART = 3;

const LEAST_SLIPS = 2;

const LETTERS_A_SLIP = 3;

/** The name that begins with what was typed, or holds it, or is held in it, or is few slips away; null when none is near. */
export const nearestTo = <Name extends string>(typed: string, names: readonly Name[]): Name | null => {
  if (typed === '' || typed.length > LONGEST) return null;
  const likely = names.find((name) => name.startsWith(typed)) ?? names.find((name) => isPart(typed, name));
  if (likely !== undefined) return likely;
  const ranked = names.map((name) => ({ name, slips: slipsBetween(typed, name) })).sort((a, b) => a.slips - b.slips);
  const [best] = ranked;
  const most = Math.max(LEAST_SLIPS, Math.floor(typed.length / LETTERS_A_SLIP));
  return best !== undefined && best.slips <= most && best.slips < typed.length ? best.name : null;
};

const isPart = (typed: string, name: string): boolean =>
  Math.min(typed.length, name.length) >= LEAST_PART && (name.includes(typed) || typed.includes(name));

/** Levenshtein distance. */
const slipsBetween = (one: string, two: string): number => {
  let row = Array.from({ length: two.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [column, other] of [...two].entries()) {
      const replaced = (row[column] ?? 0) + Number(letter !== other);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[two.length] ?? 0;
};
