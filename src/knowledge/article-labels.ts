// Recognises the line that opens an article or a chapter ("Article 5 : Objet", "المادة الخامسة") and tells it from a sentence
// that only speaks of one ("Article 5 de la loi …", "المادة 5 من القانون …").

/** The opening of an article or chapter. */
export type ArticleLabel = {
  /** Outermost first, 1 to 6; from `ARTICLE_RANK` on it is an article. */
  readonly rank: number;
  /** As written, without markup: "Article 5". */
  readonly name: string;
  /** What stands after the name on its line, without markup; may be a title or the first words of the text. */
  readonly rest: string;
  /** Whether the line can be nothing else: the name alone, or a colon or dash after it. */
  readonly sure: boolean;
};

/** The rank of articles: chapters and the like are below it. */
export const ARTICLE_RANK = 5;

/** Letters with the vowel marks and stretching that headings may carry. */
const spread = (word: string): string => [...word].join('[\\u0640\\u064B-\\u0652]*');
const anyOf = (list: string): string => list.split(' ').map(spread).join('|');

const ARABIC_NUMBER = String.raw`(?:رقم\s*)?(?:\(\s*)?[\d٠-٩]{1,4}(?:[./-][\d٠-٩]{1,3})*(?:\s*\))?(?:\s*مكرر[ةا]?)?`;
const ARABIC_ORDINAL = `(?:ال)?(?:${anyOf(
  'أولى اولى أول اول ثانية ثاني ثالثة ثالث رابعة رابع خامسة خامس سادسة سادس سابعة سابع ثامنة ثامن تاسعة تاسع عاشرة عاشر حادية حادي فريدة فريد',
)})(?:\\s+(?:${anyOf('عشرة عشر')})|\\s+و\\s?ال(?:${anyOf('عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين')}))?`;
const ARABIC_TENS = `ال(?:${anyOf('عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون')})`;
const ARABIC_ANY = `(?:${ARABIC_NUMBER}|${ARABIC_ORDINAL}|${ARABIC_TENS})`;

const FRENCH_ORDINAL =
  '[Pp]remi(?:er|ère)|PREMI(?:ER|ÈRE|ERE)|[Uu]nique|UNIQUE|(?:[Dd]eux|[Tt]rois|[Qq]uatr|[Cc]inqu|[Ss]ix|[Ss]ept|[Hh]uit|[Nn]euv|[Dd]ix)ième';
const FRENCH_NUMBER = String.raw`(?:[Nn][°º]\s*)?(?:${FRENCH_ORDINAL}|(?:[LRDA]\.?\s?)?\d{1,4}(?:\s?(?:ers?|ère|re|ER))?(?:[.-]\d{1,3})*(?:[\s-]?(?:bis|ter|quater))?|[IVXLC]{1,7})`;

const RANKS: readonly (readonly [rank: number, pattern: string])[] = [
  [1, String.raw`(?:T(?:itre|ITRE)|P(?:artie|ARTIE)|A(?:nnexe|NNEXE))\s+(?:${FRENCH_NUMBER}|[A-Z])`],
  [1, String.raw`(?:${anyOf('القسم الجزء الملحق')})\s+${ARABIC_ANY}`],
  [2, String.raw`C(?:hapitre|HAPITRE)\s+${FRENCH_NUMBER}`],
  [2, String.raw`${spread('الباب')}\s+${ARABIC_ANY}`],
  // A numbered فصل is an article (the constitution's), one with an ordinal a chapter (that of laws).
  [3, String.raw`${spread('الفصل')}\s+${ARABIC_ORDINAL}`],
  [4, String.raw`S(?:ection|ECTION)\s+(?:${FRENCH_NUMBER}|[A-Z])`],
  [4, String.raw`${spread('الفرع')}\s+${ARABIC_ANY}`],
  [ARTICLE_RANK, String.raw`A(?:rt(?:icle)?|RT(?:ICLE)?)\.?\s*${FRENCH_NUMBER}`],
  [ARTICLE_RANK, String.raw`(?:(?:ال)?(?:${anyOf('مادة ماده')}))\s*${ARABIC_ANY}`],
  [ARTICLE_RANK, String.raw`${spread('الفصل')}\s*${ARABIC_NUMBER}`],
  [ARTICLE_RANK + 1, String.raw`${spread('البند')}\s*${ARABIC_ANY}`],
];

const LABELS = RANKS.map(([rank, pattern]) => ({
  rank,
  expression: new RegExp(String.raw`^\s*[*_]{0,3}(?<name>${pattern})(?![\p{L}\p{M}\p{N}'’])(?<rest>.*)$`, 'u'),
}));

/** Most lines begin otherwise: one look at the first letter spares the rest. */
const MAY_BEGIN = /^\s*[*_]{0,3}[TPACSام]/u;

const SEPARATOR = /^\s{0,9}(?:\.?\s{0,9}[:–—]|\.?\s{0,9}-(?=\s|$)|\.(?!\p{N}))+/u;
const REFERENCE =
  /^(?:من|في|إلى|حتى|أو|و\S*|ت?ينص|تنص|نصت?|أعلاه|أدناه|المذكورة?|المشار|السالفة?|السابقة?|التالية?|الموالية?|المتعلقة?)(?!\p{L})/u;
const TEXT_BEGINS = /^(?:[\p{Lu}\p{Lo}«“"])/u;

/** The label that a line begins with, or null. */
export const articleLabel = (line: string): ArticleLabel | null => {
  if (!MAY_BEGIN.test(line)) return null;
  for (const { rank, expression } of LABELS) {
    const match = expression.exec(line)?.groups;
    if (match?.name === undefined || match.rest === undefined) continue;
    const after = match.rest.replace(/^[*_]{1,3}/u, '');
    const separator = SEPARATOR.exec(after)?.[0] ?? '';
    const rest = withoutMarkup(after.slice(separator.length));
    const opens = separator !== '' || rest === '' || (TEXT_BEGINS.test(rest) && !REFERENCE.test(rest));
    if (!opens) return null;
    return { rank, name: withoutMarkup(match.name), rest, sure: rest === '' || /[:–—-]/u.test(separator) };
  }
  return null;
};

/** The line as a heading: "Article 3 : Gouvernance". */
export const labelHeading = (line: string): string => withoutMarkup(line).replace(/\s*[:.–—-]+$/u, '');

const withoutMarkup = (text: string): string =>
  text
    .replace(/[*_]{1,3}/gu, '')
    .trim()
    .replace(/\s+/gu, ' ');
