import { resolve } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Turn } from '../../../src/assistant/conversation.ts';
import { mayFollow, wholeQuestion } from '../../../src/assistant/follow-up/follow-up.ts';
import { readQuestion } from '../../../src/assistant/question.ts';
import { goldenPathsIn, readGoldenFiles } from '../../../src/evaluation/golden.ts';
import { loadNames } from '../../../src/knowledge/names.ts';
import { detectQuestion } from '../../../src/language/detect.ts';
import { foldText } from '../../../src/language/fold.ts';
import { createNames, type Names, NO_NAMES } from '../../../src/language/names.ts';
import { CONVERSATIONS, type Conversation, type Expected } from './follow-ups.ts';

let names: Names = NO_NAMES;
beforeAll(async () => {
  const { groups } = await loadNames(resolve(import.meta.dirname, '../../../knowledge/names.yaml'));
  names = createNames(groups);
});

/** The turns of a conversation, each follow-up stored whole as it is when it is answered. */
const turnsOf = ({ before, about }: Pick<Conversation, 'before' | 'about'>): readonly Turn[] => {
  const turns: Turn[] = [];
  for (const question of before) {
    turns.push({
      question: wholeQuestion(question, turns, { names }) ?? question,
      language: detectQuestion(question).language,
      agreement: about === null ? null : { id: 'one', title: about },
      answer: about === null ? null : 'Il a été signé à Salé.',
    });
  }
  return turns;
};

const expectWhole = (whole: string, expected: NonNullable<Expected>): void => {
  const folded = foldText(whole);
  for (const held of expected.holds) {
    expect(
      held.split('|').filter((one) => folded.includes(foldText(one))),
      `"${whole}" holds ${held}`,
    ).not.toEqual([]);
  }
  for (const lacked of expected.lacks ?? []) expect(folded).not.toContain(foldText(lacked));
  const aspects = readQuestion({ text: whole }, { names }).aspects.map(({ name }) => name);
  if (expected.asks !== undefined) expect(aspects, whole).toContain(expected.asks);
  expect(
    aspects.filter((name) => expected.drops?.includes(name)),
    whole,
  ).toEqual([]);
};

describe.each(Object.entries(CONVERSATIONS))('wholeQuestion in %s', (_, { language, all }) => {
  it.each(all.map((conversation) => [conversation.question, conversation.before.join(' → '), conversation] as const))(
    'reads "%s" after "%s"',
    (question, _before, conversation) => {
      const turns = turnsOf(conversation);
      const whole = wholeQuestion(question, turns, { names });
      if (conversation.expected === null) {
        expect(whole).toBeNull();
        return;
      }
      expectWhole(whole ?? '', conversation.expected);
      expect(detectQuestion(whole ?? '').language, whole ?? '').toBe(conversation.language ?? language);
      expect(mayFollow(question, turns)).toBe(true);
    },
  );
});

describe('wholeQuestion', () => {
  it.each([
    ['Quand ?', "Quand a été signé l'accord avec Onepoint ?"],
    ['Et celui du PNUD ?', "Qui a signé l'accord du PNUD ?"],
    ["Et le ministère de la Santé l'a signé ?", "Le ministère de la Santé l'a signé ? (accord avec Onepoint)"],
    ["qui l'a signé", "Qui l'a signé (accord avec Onepoint)"],
  ])('reads "%s" as people would say it', (question, whole) => {
    const turns = turnsOf({ before: ["Qui a signé l'accord avec Onepoint ?"], about: 'Accord Onepoint' });
    expect(wholeQuestion(question, turns, { names })).toBe(whole);
  });

  it('names what was asked about before, where the question between names nothing', () => {
    const [first, second] = [
      turnsOf({ before: ["Qui a signé l'accord avec Onepoint ?"], about: null }),
      turnsOf({ before: ['Le texte est-il long ?'], about: null }),
    ];
    expect(wholeQuestion('Et son budget ?', [...first, ...second], { names })).toBe(
      'Son budget ? (accord avec Onepoint)',
    );
  });

  it('leaves long messages alone', () => {
    const turns = turnsOf({ before: ["Qui a signé l'accord avec Onepoint ?"], about: null });
    expect(wholeQuestion(`Et ${'vraiment '.repeat(40)}qui l'a signé ?`, turns, { names })).toBeNull();
  });

  it('leaves alone what people ask first, after any other question', async () => {
    const before: Readonly<Record<string, string>> = {
      fr: "Qui a signé l'accord avec la Banque mondiale ?",
      ar: 'من وقع الاتفاق مع البنك الدولي؟',
      ary: 'شكون وقع الاتفاق مع البنك الدولي؟',
      arabizi: "chkoun sinna l'accord m3a la Banque mondiale?",
    };
    const files = await readGoldenFiles(await goldenPathsIn(resolve(import.meta.dirname, '../../evaluation')));
    const asked = files.flatMap(({ questions }) => questions);
    const rewritten = asked.filter(({ text, variety }) => {
      const turns = turnsOf({ before: [before[variety] ?? ''], about: 'Accord' });
      return wholeQuestion(text, turns, { names }) !== null;
    });
    // Some point at something in the news: "هاد الاتفاق", "un de ces textes".
    expect(rewritten.length / asked.length, rewritten.map(({ text }) => text).join('\n')).toBeLessThan(0.02);
  });

  it('takes anything, and is never surer than the wider net', () => {
    const words = fc.constantFrom(
      ...'et w و qui quand متى فين fin l’a signé celui avec le PNUD وان بوينت هاد الاتفاق accord ( ) ? ؟ , y il dyalo مدتها'.split(
        ' ',
      ),
    );
    const said = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 9 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(said, said, (before, question) => {
        const turns: readonly Turn[] = [{ question: before, language: 'fr', agreement: null, answer: null }];
        const whole = wholeQuestion(question, turns, { names });
        if (whole !== null) expect(mayFollow(question, turns)).toBe(true);
        expect(whole ?? 'alone').not.toMatch(/^\s*$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('mayFollow', () => {
  const turns = turnsOf({ before: ["Que prévoit l'accord avec Onepoint ?"], about: 'Accord' });

  it.each([
    'Et les écoles ?',
    'Combien de jeunes seront formés ?',
    'كم سريرا ستضم؟',
    'Mistral ?',
    'Le PNUD participe ?',
  ])('lets a model decide on "%s"', (question) => expect(mayFollow(question, turns)).toBe(true));

  it.each([
    'Merci beaucoup !',
    'Que dit le code de la route sur les trottinettes électriques ?',
    'ما حقوق المريض في المستشفى العمومي؟',
  ])('finds that "%s" stands alone', (question) => expect(mayFollow(question, turns)).toBe(false));

  it('finds that the first question of all stands alone', () => {
    expect(mayFollow('Quand ?', [])).toBe(false);
  });
});
