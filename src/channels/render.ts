// Blocks -> text for a terminal or a pipe. Hides colours, bidirectional isolates and the cleaning of what comes from texts
// and people, so that nothing of it can steer a terminal. Pure.
import picocolors from 'picocolors';
import type { Agreement, Answer, Language, Passage } from '../domain.ts';
import { isolate, isolateRuns, stripControls, stripDirectionMarks } from '../language/direction.ts';
import { type Block, layOut } from './layout.ts';
import { longDate, PHRASES } from './phrases.ts';

/** What the place of output can show. */
export type Style = {
  /** Colours by ANSI sequences. */
  readonly colour: boolean;
  /** U+2068 … U+2069 around text of another direction: wanted on a terminal, noise in a pipe. */
  readonly isolates: boolean;
};

/** The answer for people. Every quotation is whole, with the characters of its text. */
export const renderAnswer = (answer: Answer, style: Style): string => renderBlocks(layOut(answer), answer, style);

/** How the rendering of every answer begins that starts with these statements: all but their sources. */
export const renderBeginning = (answer: Answer, style: Style): string =>
  renderBlocks(
    layOut(answer).filter(({ kind }) => kind === 'opening' || kind === 'statement' || kind === 'quotation'),
    answer,
    style,
  );

const renderBlocks = (blocks: readonly Block[], answer: Answer, style: Style): string =>
  blocks
    .map((block, index) => {
      const previous = blocks[index - 1];
      const separator = previous === undefined ? '' : startsParagraph(previous, block) ? '\n\n' : '\n';
      return separator + renderBlock(block, answer.language, style);
    })
    .join('');

const PLAIN: Style = { colour: false, isolates: false };

/** The same without colours and invisible characters. */
export const renderPlain = (answer: Answer): string => renderAnswer(answer, PLAIN);

const startsParagraph = (previous: Block, block: Block): boolean =>
  previous.kind !== 'opening' && (previous.kind !== block.kind || block.kind === 'notice');

const renderBlock = (block: Block, language: Language, style: Style): string => {
  const pens = pensOf(style);
  switch (block.kind) {
    case 'opening':
      return pens.bold(block.text);
    case 'notice':
      return block.text;
    case 'quotation': {
      const note = block.note === null ? '' : ` ${pens.faint(`(${block.note})`)}`;
      return `${quoted(block.quote, { language, of: block.language }, style)} ${markersOf(block.markers, style)}${note}`;
    }
    case 'statement':
      return `${shown(block.text, language, style)} ${markersOf(block.markers, style)}`;
    case 'source': {
      const quotes = block.quotes.map((quote) => quoted(quote, { language, of: block.passage.language }, style));
      return [`${markersOf(block.markers, style)} ${sourceOf(block.passage, language, style)}`, ...quotes].join('\n');
    }
    case 'related': {
      const { passage, excerpt, whole } = block;
      const heading = passage.heading === '' ? [] : [`   ${shownOnOneLine(passage.heading, passage.language, style)}`];
      const title = shownOnOneLine(passage.agreement.title, passage.language, style);
      const beginning = `   ${shown(excerpt, passage.language, style)}${whole ? '' : '…'}`;
      return [`${block.number}. ${title}`, ...heading.map(pens.faint), beginning].join('\n');
    }
    default:
      return block satisfies never;
  }
};

/** Ways to write on a terminal, or not to. */
export const pensOf = ({ colour }: Pick<Style, 'colour'>) => {
  const colours = picocolors.createColors(colour);
  return { bold: colours.bold, faint: colours.dim, accent: colours.cyan };
};

/** Text from outside, harmless: without control characters and without marks that reorder what stands around it. */
export const harmless = (text: string): string => stripDirectionMarks(stripControls(text));

/** A text as it stands, in its own direction. An isolate ends with its line, so each line has its own. */
export const shown = (text: string, language: Language, { isolates }: Style): string => {
  const safe = harmless(text);
  if (!isolates) return safe;
  return safe.replace(/[^\n]+/gu, (line) => isolate(isolateRuns(line, language)));
};

/** For titles, headings and names, which have one line. */
export const shownOnOneLine = (text: string, language: Language, style: Style): string =>
  shown(text.replace(/\s+/gu, ' '), language, style);

const quoted = (
  quote: string,
  { language, of }: { readonly language: Language; readonly of: Language },
  style: Style,
): string => {
  const [opening, closing] = PHRASES[language].quotationMarks;
  return `${opening}${shown(quote, of, style)}${closing}`;
};

const markersOf = (markers: readonly number[], style: Style): string =>
  pensOf(style).accent(markers.map((marker) => `[${marker}]`).join(' '));

const sourceOf = (passage: Passage, language: Language, style: Style): string => {
  const { agreement, heading } = passage;
  const details = [
    ...(heading === '' ? [] : [shownOnOneLine(heading, passage.language, style)]),
    placeOf(passage, style),
    // The file is the source of a text that names none.
    ...(agreement.source === passage.file
      ? []
      : [PHRASES[language].labels.source + shownOnOneLine(agreement.source, 'fr', style)]),
  ];
  const title = titleOf(agreement, { language, of: passage.language }, style);
  return [title, ...details.map((detail) => pensOf(style).faint(`    ${detail}`))].join('\n');
};

/** Title, date and place of an agreement on one line. `of` is the language of its title. */
export const titleOf = (
  agreement: Agreement,
  { language, of }: { readonly language: Language; readonly of: Language },
  style: Style,
): string => {
  const title = shownOnOneLine(agreement.title, of, style);
  const moment = [
    ...(agreement.date === undefined ? [] : [shownOnOneLine(longDate(agreement.date, language), language, style)]),
    ...(agreement.place === undefined ? [] : [shownOnOneLine(agreement.place, of, style)]),
  ];
  return moment.length === 0 ? title : `${title} — ${moment.join(language === 'ar' ? '، ' : ', ')}`;
};

/** File and lines of a passage, as editors open them. */
export const placeOf = ({ file, lines: [from, to] }: Passage, style: Style): string => {
  const place = `${harmless(file).replace(/\s/gu, ' ')}:${from === to ? from : `${from}-${to}`}`;
  return style.isolates ? isolate(place) : place;
};
