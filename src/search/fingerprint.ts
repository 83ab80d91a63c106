// How an index was made: the model, the folding, the splitting and the row layout. Kept inside the index, so that vectors
// or terms made in two ways are never mixed.
import { AppError } from '../errors.ts';
import { FOLDING_VERSION } from '../language/fold.ts';

/** Raised whenever the stored columns, or the text that is embedded or folded for a passage, change. */
const LAYOUT_VERSION = 2;

const PARTS = ['model', 'dimensions', 'folding', 'splitting', 'layout'] as const;

type Parts = Readonly<Record<(typeof PARTS)[number], string>>;

export type Fingerprint = {
  readonly parts: Parts;
  /** Length of the vectors. */
  readonly dimensions: number;
  /** Equal exactly when all parts are. */
  readonly key: string;
};

const fromParts = (parts: Parts): Fingerprint => ({
  parts,
  dimensions: Number(parts.dimensions),
  key: PARTS.map((name) => `${name}=${parts[name]}`).join(';'),
});

/** The fingerprint of an index made now with this model and this version of the splitting. */
export const fingerprintOf = (
  model: { readonly id: string; readonly dimensions: number },
  splitting: number,
): Fingerprint =>
  fromParts({
    model: model.id,
    dimensions: String(model.dimensions),
    folding: String(FOLDING_VERSION),
    splitting: String(splitting),
    layout: String(LAYOUT_VERSION),
  });

const PREFIX = 'mithaq.';

export const fingerprintToMetadata = (fingerprint: Fingerprint): Map<string, string> =>
  new Map(PARTS.map((name) => [`${PREFIX}${name}`, fingerprint.parts[name]]));

/** Throws `AppError` `index-failed` for a table that Mithaq did not make. */
export const fingerprintFromMetadata = (metadata: ReadonlyMap<string, string>): Fingerprint => {
  const part = (name: (typeof PARTS)[number]): string => {
    const value = metadata.get(`${PREFIX}${name}`);
    if (value === undefined) {
      throw new AppError(
        'index-failed',
        `the index does not say how it was made (no "${PREFIX}${name}"); run "npm run index -- --rebuild"`,
      );
    }
    return value;
  };
  return fromParts({
    model: part('model'),
    dimensions: part('dimensions'),
    folding: part('folding'),
    splitting: part('splitting'),
    layout: part('layout'),
  });
};

/** Why this version cannot search an index made like that, for people; null when it can. */
export const unreadable = ({ parts }: Fingerprint): string | null => {
  const isCurrent = parts.layout === String(LAYOUT_VERSION) && parts.folding === String(FOLDING_VERSION);
  return isCurrent ? null : 'the index was made by another version of Mithaq; run "npm run index"';
};

const REASONS: Readonly<Record<(typeof PARTS)[number], string>> = {
  model: 'the embedding model changed',
  dimensions: 'the length of the vectors changed',
  folding: 'the folding of words changed',
  splitting: 'the splitting into passages changed',
  layout: 'the layout of the index changed',
};

/** Why an index made one way cannot serve the other, for people; null when it can. */
export const differenceOf = (old: Fingerprint, now: Fingerprint): string | null => {
  const name = PARTS.find((part) => old.parts[part] !== now.parts[part]);
  return name === undefined ? null : `${REASONS[name]} (${old.parts[name]} → ${now.parts[name]})`;
};
