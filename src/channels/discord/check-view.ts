// A checked text as paragraphs: each of its sentences with what the texts say of it. Hides what stands together. Pure.
import type { Checked, Finding, Language } from '../../domain.ts';
import type { Paragraph } from '../packing.ts';
import { kindNote } from '../phrases.ts';
import { agreementSpans, clean, cleanLine, inQuotationMarks, linesOf, type Span, spanOf } from '../spans.ts';
import { DISCORD_PHRASES } from './phrases.ts';

/** What a check came to, for a reader of this language. */
export const checkedParagraphs = (checked: Checked, language: Language): readonly Paragraph[] => {
  const { check } = DISCORD_PHRASES[language];
  const { findings, leftOut } = checked;
  if (findings.length === 0) return [{ spans: [spanOf(check.nothingToCheck, language)] }];
  return [
    { spans: [spanOf(check.title, language, 'bold')] },
    ...findings.flatMap((finding) => findingParagraphs(finding, { language, of: checked.language })),
    ...(leftOut === 0 ? [] : [{ spans: [spanOf(check.notChecked(leftOut), language, 'italic')] }]),
    ...kindNotes(findings, language).map((note) => ({ spans: [spanOf(`(${note})`, language, 'italic')] })),
    { spans: [spanOf(check.disclaimer, language, 'italic')] },
  ];
};

/** What a reader must know of the kinds of texts that are quoted, each once. */
const kindNotes = (findings: readonly Finding[], language: Language): readonly string[] => {
  const notes = findings.flatMap(({ citations }) =>
    citations.map(({ passage }) => kindNote(passage.agreement.kind, language)),
  );
  return [...new Set(notes)].filter((note) => note !== null);
};

type Reading = { readonly language: Language; readonly of: Language };

const findingParagraphs = (finding: Finding, reading: Reading): readonly Paragraph[] => {
  const { language, of } = reading;
  const { check } = DISCORD_PHRASES[language];
  const { sentence, verdict, citations } = finding;
  const label = check.verdicts[verdict];
  const head = linesOf(
    spanOf(label, language, 'bold'),
    spanOf(inQuotationMarks(cleanLine(sentence), language), of, 'italic'),
  );
  return [
    { spans: linesOf(head, ...differenceSpans(finding, language)) },
    ...citations.map(({ quote, passage, marker }) => ({
      spans: linesOf(
        spanOf(inQuotationMarks(clean(quote), language), passage.language, 'quote'),
        agreementSpans(`[${marker}]`, passage.agreement, { language, of: passage.language }),
      ),
    })),
  ];
};

const differenceSpans = ({ differences }: Finding, language: Language): readonly Span[] => {
  const { check } = DISCORD_PHRASES[language];
  return differences.map(({ claimed, stated }) =>
    spanOf(check.difference(cleanLine(claimed), cleanLine(stated)), language),
  );
};
