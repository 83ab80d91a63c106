import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHRASES } from '../../src/channels/phrases.ts';
import { renderAnswer, renderPlain } from '../../src/channels/render.ts';
import type { Answer, Language, SmalltalkTopic } from '../../src/domain.ts';
import { passageOf } from '../fakes/passages.ts';
import { answeredWith, arabicPassage, citationOf, frenchPassage, unsupportedWith } from './answers.ts';

const ESCAPE = '\u001b';
const lines = (...parts: readonly string[]): string => parts.join('\n');

const french = answeredWith('fr', citationOf(frenchPassage, 1, 35));
const arabic = answeredWith('ar', citationOf(arabicPassage, 1));

describe('an answer', () => {
  it('in French: framing, quotation, source, what sort of text it is', () => {
    expect(renderPlain(french)).toBe(
      lines(
        "D'après les textes\u00a0:",
        '«\u00a0La convention a été signée à Rabat.\u00a0» [1]',
        '',
        '[1] Convention avec la CNDP — 11 septembre 2025, Rabat',
        '    Convention › Date et lieu',
        '    fr/cndp.md:1',
        '    Source\u00a0: mmsp.gov.ma; le360.ma',
        '',
        "(résumé d'articles de presse, et non texte officiel de l'accord)",
      ),
    );
  });

  it('in Arabic: the same, with the line break of the text; the file is not named twice', () => {
    expect(renderPlain(arabic)).toBe(
      lines(
        'حسب النصوص:',
        '«وُقّعت الاتفاقية (CNDP) بالرباط.',
        'وهي تهم المعطيات المفتوحة.» [1]',
        '',
        '[1] اتفاقية مع CNDP — 2 يوليوز 2025، الرباط',
        '    التاريخ والمكان',
        '    ar/cndp.md:1-2',
      ),
    );
  });

  it.each([
    ['fr', arabicPassage, "[1] (cité dans l'original arabe)"],
    ['ar', frenchPassage, '[1] (مقتبس من الأصل الفرنسي)'],
  ] as const)('in %s says that a quotation is in the other language', (language, passage, expected) => {
    expect(renderPlain(answeredWith(language, citationOf(passage, 1)))).toContain(expected);
  });

  it('names a passage once that is quoted twice, and the sources that a note holds for', () => {
    const answer = answeredWith(
      'fr',
      citationOf(frenchPassage, 1, 35),
      citationOf(frenchPassage, 2),
      citationOf(arabicPassage, 3),
    );
    const text = renderPlain(answer);
    expect(text).toContain('\n[1] [2] Convention avec la CNDP');
    expect(text.match(/fr\/cndp\.md/g)).toHaveLength(1);
    expect(text).toContain("\n[1] [2] (résumé d'articles de presse");
    expect(text.match(/résumé/g)).toHaveLength(1);
  });

  it('in generated words has the quotations with their sources', () => {
    const answer: Answer = {
      ...french,
      mode: 'generated',
      statements: [{ text: 'Elle date de Rabat.', markers: [1] }],
    };
    const text = renderPlain(answer);
    expect(text).toContain('\nElle date de Rabat. [1]\n');
    expect(text.indexOf('«\u00a0La convention a été signée à Rabat.\u00a0»')).toBeGreaterThan(text.indexOf('Source'));
  });
});

describe('no answer', () => {
  it('says so, then shows what is near and that it is no answer', () => {
    expect(renderPlain(unsupportedWith('fr', frenchPassage, arabicPassage))).toBe(
      lines(
        'Les textes ne le disent pas.',
        '',
        'Passages proches, qui ne sont pas une réponse\u00a0:',
        '1. Convention avec la CNDP',
        '   Convention › Date et lieu',
        `   ${frenchPassage.text}`,
        '2. اتفاقية مع CNDP',
        '   التاريخ والمكان',
        `   ${arabicPassage.text}`,
      ),
    );
  });

  it('is one sentence when nothing is near', () => {
    expect(renderPlain(unsupportedWith('ar'))).toBe('لا تتضمّن النصوص جواباً عن هذا السؤال.');
  });

  it('shows how a long passage begins, word for word', () => {
    const text = `${'كلمة '.repeat(60)}نهاية`;
    const shown = renderPlain(unsupportedWith('ar', passageOf({ text, language: 'ar' })));
    const excerpt = /\n {3}(.*)…$/u.exec(shown)?.[1] ?? '';
    expect(text.startsWith(`${excerpt} `)).toBe(true);
    expect(excerpt.length).toBeGreaterThan(100);
  });

  it('cuts one huge word between whole characters', () => {
    const shown = renderPlain(unsupportedWith('fr', passageOf({ text: `a${'😀'.repeat(50_000)}` })));
    expect(shown.length).toBeLessThan(500);
    expect(Buffer.from(shown).toString()).toBe(shown);
  });
});

describe('smalltalk', () => {
  const topics = Object.keys(PHRASES.fr.smalltalk) as SmalltalkTopic[];
  it.each(topics.flatMap((topic) => [['ar', topic] as const, ['fr', topic] as const]))(
    'in %s: %s',
    (language, topic) => {
      expect(renderPlain({ kind: 'smalltalk', language, topic })).toBe(PHRASES[language].smalltalk[topic]);
    },
  );
});

describe('on a terminal', () => {
  it('text of another direction stands in isolates, each line in its own', () => {
    const text = renderAnswer(answeredWith('fr', citationOf(arabicPassage, 1)), { colour: false, isolates: true });
    expect(text).toContain(
      '«\u00a0\u2068وُقّعت الاتفاقية (\u2068CNDP\u2069) بالرباط.\u2069\n\u2068وهي تهم المعطيات المفتوحة.\u2069\u00a0»',
    );
    expect(text).toContain('\u2068ar/cndp.md:1-2\u2069');
  });

  it.each([french, arabic, unsupportedWith('fr', frenchPassage), unsupportedWith('ar', arabicPassage)])(
    'isolates and colours add nothing else (%#)',
    (answer) => {
      const dressed = renderAnswer(answer, { colour: true, isolates: true });
      expect(dressed).toContain(`${ESCAPE}[`);
      const bare = dressed.replace(/[\u2068\u2069]/gu, '').replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, 'g'), '');
      expect(bare).toBe(renderPlain(answer));
    },
  );
});

const HOSTILE = `${ESCAPE}[2J${ESCAPE}]0;owned\u0007a\u202eb\u2066c\u009bd\u0008`;

/** Every text of a passage replaced by a hostile one. */
const hostilePassage = (language: Language) =>
  passageOf({
    text: HOSTILE,
    language,
    heading: HOSTILE,
    file: `${HOSTILE}\n.md`,
    agreement: { title: `${HOSTILE}\nx`, source: HOSTILE, place: HOSTILE, date: HOSTILE },
  });

describe('hostile texts', () => {
  it.each([
    answeredWith('fr', citationOf(hostilePassage('ar'), 1)),
    answeredWith('ar', citationOf(hostilePassage('fr'), 1)),
    unsupportedWith('fr', hostilePassage('fr')),
    { ...french, statements: [{ text: HOSTILE, markers: [1] }] } satisfies Answer,
  ])('cannot steer a terminal or reorder it (%#)', (answer) => {
    for (const isolates of [false, true]) {
      const text = renderAnswer(answer, { colour: false, isolates });
      expect(text).toContain(']0;owned');
      expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066\u2067]/u);
      expect(text.match(/\u2068/gu)?.length).toBe(text.match(/\u2069/gu)?.length);
    }
    expect(renderPlain(answer)).not.toMatch(/[\u2066-\u2069]/u);
  });

  it('stay on one line where one line is theirs', () => {
    const text = renderPlain(unsupportedWith('fr', passageOf({ text: 'a', agreement: { title: 'un\n2. deux' } })));
    expect(text).toContain('1. un 2. deux');
  });

  it('of any length are quoted whole', () => {
    const passage = passageOf({ text: 'mot '.repeat(100_000) });
    expect(renderPlain(answeredWith('fr', citationOf(passage, 1)))).toContain(passage.text);
  });
});

it('shows every harmless quotation with exactly its characters', () => {
  const text = fc.stringMatching(/^[a-z\u00e9\u0621-\u064a0-9 «».,\n$&]{1,80}$/u);
  fc.assert(
    fc.property(text, fc.constantFrom<Language>('ar', 'fr'), (quote, language) => {
      expect(renderPlain(answeredWith('fr', citationOf(passageOf({ text: quote, language }), 1)))).toContain(quote);
    }),
  );
});
