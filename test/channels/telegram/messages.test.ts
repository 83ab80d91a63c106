import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationText, type ListedAgreement } from '../../../src/channels/paragraphs.ts';
import { PHRASES } from '../../../src/channels/phrases.ts';
import { clean } from '../../../src/channels/spans.ts';
import {
  beginningOf,
  citationMessages,
  type Message,
  messagesOf,
  passageMessages,
  phraseMessages,
  sourcesPage,
} from '../../../src/channels/telegram/messages.ts';
import { TELEGRAM_PHRASES } from '../../../src/channels/telegram/phrases.ts';
import type { Answer, Language } from '../../../src/domain.ts';
import { passageOf } from '../../fakes/passages.ts';
import { answeredWith, arabicPassage, citationOf, frenchPassage, generatedWith, unsupportedWith } from '../answers.ts';
import { faultsOf, HOSTILE, quotedIn, withoutIsolates } from './parsed-html.ts';

const plain = (messages: readonly Message[]): string =>
  withoutIsolates(messages.map((message) => message.plain).join('\n---\n'));

const lines = (...parts: readonly string[]): string => parts.join('\n');

/** An answer that quotes one text, and nothing else of length. */
const quoting = (text: string, language: Language = 'fr') =>
  answeredWith('fr', citationOf(passageOf({ text, language }), 1));

describe('an answer', () => {
  it('shows each quotation of an extractive answer once, then the sources, then what sort of text it is', () => {
    const answer = answeredWith('fr', citationOf(frenchPassage, 1, 35), citationOf(arabicPassage, 2));
    expect(plain(messagesOf(answer))).toBe(
      lines(
        "D'après les textes\u00a0:",
        '«\u00a0La convention a été signée à Rabat.\u00a0» [1]',
        '«\u00a0وُقّعت الاتفاقية (CNDP) بالرباط.',
        'وهي تهم المعطيات المفتوحة.\u00a0» [2]',
        "(cité dans l'original arabe)",
        '',
        '[1] Convention avec la CNDP',
        '11 septembre 2025, Rabat',
        'Parties\u00a0: Ministère\u00a0; CNDP',
        'Convention › Date et lieu',
        '',
        '[2] اتفاقية مع CNDP',
        '2 juillet 2025, الرباط',
        'التاريخ والمكان',
        '',
        "[1] (résumé d'articles de presse, et non texte officiel de l'accord)",
      ),
    );
  });

  it('in generated words has the quotation folded with its source, after the question that was understood', () => {
    const answer = { ...generatedWith('ar', citationOf(arabicPassage, 1, 7)), understood: 'متى <وُقّعت>؟' };
    expect(messagesOf(answer).map(({ html }) => withoutIsolates(html))).toEqual([
      lines(
        '<i>السؤال كما فُهم: متى &lt;وُقّعت&gt;؟</i>',
        '',
        '<b>حسب النصوص:</b>',
        'Énoncé 1. [1]',
        '',
        '<b>[1] اتفاقية مع CNDP</b>',
        '2 يوليوز 2025، الرباط',
        'التاريخ والمكان',
        '<blockquote expandable>«وُقّعت »</blockquote>',
      ),
    ]);
  });

  it('that the texts do not give names the nearest agreements, each once', () => {
    const answer = unsupportedWith('fr', frenchPassage, { ...frenchPassage, id: 'other' }, passageOf({ text: 'a' }));
    expect(plain(messagesOf(answer))).toBe(
      lines(
        'Les textes ne le disent pas.',
        '',
        'Accords les plus proches de votre question\u00a0:',
        '1. Convention avec la CNDP',
        '11 septembre 2025, Rabat',
        '',
        '2. Accord',
      ),
    );
    expect(plain(messagesOf(unsupportedWith('ar')))).toBe(PHRASES.ar.unsupported);
  });

  it('to a greeting is one sentence as it stands', () => {
    const answer: Answer = { kind: 'smalltalk', language: 'ar', topic: 'greeting' };
    expect(messagesOf(answer)).toEqual(phraseMessages(PHRASES.ar.smalltalk.greeting));
  });
});

describe('a long answer', () => {
  it('is split between blocks: no quotation that fits into a message is cut', () => {
    const citations = [3_000, 900, 2_500, 4_000].map((length, index) =>
      citationOf(passageOf({ text: `${'mot '.repeat(length / 4)}${index}.` }), index + 1),
    );
    const [first, ...rest] = citations;
    if (first === undefined) throw new Error('no citation');
    for (const answer of [answeredWith('fr', first, ...rest), generatedWith('fr', first, ...rest)]) {
      const messages = messagesOf(answer);
      expect(faultsOf(messages)).toEqual([]);
      for (const { quote } of citations)
        expect(messages.filter((message) => message.plain.includes(quote))).toHaveLength(1);
    }
  });

  it('keeps the opening with what it opens, unless a quotation would be cut for it', () => {
    const [alone, quotation] = messagesOf(quoting(`${'mot '.repeat(1_017)}fin.`));
    expect(alone?.plain).toBe("D'après les textes\u00a0:");
    expect(quotation?.plain).toMatch(/^«\u00a0mot .*fin\.\u00a0» \[1\]/u);
    const [begun] = messagesOf(quoting('mot '.repeat(1_500)));
    expect(begun?.plain).toMatch(/^D'après les textes\u00a0:\n«\u00a0mot mot/u);
  });

  it.each([
    ['a paragraph', `${'Une phrase. '.repeat(200)}\n\n${'Une phrase. '.repeat(300)}`, /\n\n$/],
    ['a sentence', 'Une phrase de sept mots, et voilà. '.repeat(200), /voilà\. $/],
    ['a word', 'كلمات '.repeat(900), /كلمات $/],
    ['a whole character', '👩\u200d👩\u200d👧\u200d👦'.repeat(600), /👩\u200d👩\u200d👧\u200d👦$/u],
  ])('too long to stay whole is cut at the end of %s', (_, text, end) => {
    const messages = messagesOf(quoting(text, text.startsWith('ك') ? 'ar' : 'fr'));
    expect(messages[0]?.plain.slice(-40)).toMatch(end);
    expect(quotedIn(messages)).toBe(`«\u00a0${text}\u00a0» [1]`);
  });

  it('has no message of blanks alone, which Telegram refuses', () => {
    expect(faultsOf(messagesOf(quoting(' '.repeat(20_000))))).toEqual([]);
  });

  it('begins, while it is written, with what is verified so far, in one message', () => {
    const citations = [citationOf(frenchPassage, 1), citationOf(arabicPassage, 2)] as const;
    expect(withoutIsolates(beginningOf(generatedWith('fr', ...citations)).html)).toBe(
      "<b>D'après les textes\u00a0:</b>\nÉnoncé 1. [1]\n\nÉnoncé 2. [2]",
    );
    expect(faultsOf([beginningOf(quoting('mot '.repeat(5_000)))])).toEqual([]);
  });
});

describe('hostile texts', () => {
  const hostile = fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .tuple(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 40 }))
      .map((parts) => parts.join('')),
  );
  const language = fc.constantFrom<Language>('ar', 'fr');
  const asked = fc.record({ text: hostile.map((text) => `${text}.`), other: hostile, language, of: language });
  const passageWith = ({ text, other, of }: { text: string; other: string; of: Language }) =>
    passageOf({
      text,
      language: of,
      heading: other,
      agreement: { title: other, place: other, source: other, parties: [other] },
    });

  it('become messages that Telegram takes, with every quotation whole', () => {
    fc.assert(
      fc.property(asked, (wanted) => {
        const passage = passageWith(wanted);
        const [opening, closing] = PHRASES[wanted.language].quotationMarks;
        const quote = opening + clean(wanted.text) + closing;
        const extractive = messagesOf(answeredWith(wanted.language, citationOf(passage, 1)));
        const generated = messagesOf({
          ...generatedWith(wanted.language, citationOf(passage, 1)),
          understood: wanted.other,
          statements: [{ text: wanted.other, markers: [1] }],
        });
        expect([...faultsOf(extractive), ...faultsOf(generated)]).toEqual([]);
        expect(quotedIn(extractive)).toBe(`${quote} [1]`);
        if (wanted.other !== wanted.text) expect(quotedIn(generated)).toBe(quote);
      }),
      { numRuns: 40 },
    );
  });

  it('harm neither an opened passage nor a list nor a citation', () => {
    fc.assert(
      fc.property(asked, (wanted) => {
        const passage = passageWith(wanted);
        const entry: ListedAgreement = { agreement: passage.agreement, languages: [wanted.of] };
        const opened = passageMessages([passage], passage, wanted.language);
        expect(quotedIn(opened)).toBe(clean(wanted.text));
        const others = [
          ...sourcesPage([entry, entry], 1, wanted.language),
          ...citationMessages(citationOf(passage, 1), wanted.language),
          ...messagesOf(unsupportedWith(wanted.language, passage)),
        ];
        expect(faultsOf([...opened, ...others])).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('an opened passage', () => {
  it('stands unfolded between its folded neighbours', () => {
    const [before, after] = [passageOf({ text: 'Avant.' }), passageOf({ text: 'Après.', heading: 'Suite' })];
    const [message] = passageMessages([before, frenchPassage, after], frenchPassage, 'fr');
    expect(message?.html).toBe(
      lines(
        '<b>Convention avec la CNDP</b>',
        '11 septembre 2025, Rabat',
        'Parties\u00a0: Ministère\u00a0; CNDP',
        'Source\u00a0: mmsp.gov.ma; le360.ma',
        '',
        '<i>Juste avant</i>',
        '<blockquote expandable>Avant.</blockquote>',
        '',
        '<b>📌 Le passage</b>',
        'Convention › Date et lieu',
        `<blockquote>${frenchPassage.text}</blockquote>`,
        '',
        '<i>Juste après</i>',
        'Suite',
        '<blockquote expandable>Après.</blockquote>',
        '',
        "<i>(résumé d'articles de presse, et non texte officiel de l'accord)</i>",
      ),
    );
  });

  it('stands alone when the index has no neighbours for it', () => {
    expect(quotedIn(passageMessages([frenchPassage], arabicPassage, 'ar'))).toBe(arabicPassage.text);
  });
});

describe('the list of agreements', () => {
  const entries = Array.from({ length: 17 }, (_, index): ListedAgreement => {
    const { agreement } = passageOf({ text: 'a', agreement: { title: `Accord ${index + 1}` } });
    return { agreement, languages: ['fr'] };
  });

  it.each([
    [1, 1, 8, 'Page 1 sur 3'],
    [2, 9, 16, 'Page 2 sur 3'],
    [3, 17, 17, 'Page 3 sur 3'],
    [99, 17, 17, 'Page 3 sur 3'],
    [0, 1, 8, 'Page 1 sur 3'],
  ])('page %i has numbers %i to %i', (page, from, to, foot) => {
    const text = plain(sourcesPage(entries, page, 'fr'));
    const numbers = [...text.matchAll(/^(\d+)\. Accord \1$/gmu)].map((match) => Number(match[1]));
    expect([numbers[0], numbers.at(-1), numbers.length]).toEqual([from, to, to - from + 1]);
    expect(text.startsWith('Les accords (17)\n')).toBe(true);
    expect(text.endsWith(foot)).toBe(true);
  });

  it('of one page has no page number; without agreements it says so', () => {
    expect(plain(sourcesPage(entries.slice(0, 2), 1, 'ar'))).toBe('الاتفاقيات (2)\n\n1. Accord 1\n\n2. Accord 2');
    expect(plain(sourcesPage([], 1, 'fr'))).toBe(TELEGRAM_PHRASES.fr.emptyIndex);
  });
});

it('a citation to paste names its source and holds nothing invisible', () => {
  expect(citationText(citationOf(arabicPassage, 1, 17), 'ar')).toBe(
    '«وُقّعت الاتفاقية » — اتفاقية مع CNDP، 2 يوليوز 2025، الرباط',
  );
});
