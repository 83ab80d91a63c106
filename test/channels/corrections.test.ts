import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBePinned, correctionFor } from '../../src/channels/corrections.ts';

const isSame = (pinned: string, asked: string): boolean => correctionFor(asked, [{ question: pinned }]) !== null;

const CNDP = "Quand l'accord avec la CNDP a-t-il été signé ?";

const SAME: readonly (readonly [pinned: string, asked: string])[] = [
  // Spelling and punctuation.
  [CNDP, 'quand l accord avec la cndp a t il ete signe'],
  [CNDP, 'QUAND L’ACCORD AVEC LA CNDP A-T-IL ÉTÉ SIGNÉ ???'],
  [CNDP, '« Quand  l’accord avec la \u200eCNDP\u200f a-t-il été signé » ?!'],
  ['Où se trouve l’institut Al-Jazari ?', 'ou se trouve l’institut al jazari'],
  ['متى وقعت الاتفاقية مع وزارة الصحة؟', 'متى وُقِّعت الإتفاقيه مع وزاره الصحّة'],
  ['ما هي أهداف اتفاقية وكالة التنمية الرقمية؟', 'ماهي اهداف اتفاقية وكالة التنمية الرقمية'],
  ['فين كاين معهد الجزري؟', 'فاين كاين معهد الجزري'],
  ['شنو كيدير هاب ديال الرباط؟', 'اشنو كيدير هاب تاع الرباط ؟'],
  ['fo9ach tsinat l convention m3a lcndp ?', 'Fou9ach tsinat l convention ma3a lcndp'],
  ['Combien de femmes JobInTech a formées en 2025 ?', 'combien de femmes JobInTech a-t-il formees en ٢٠٢٥'],
  ['Le budget de la CNDP est de 5 % ?', 'le budget de la CNDP est de 5%'],
  // Articles.
  ['Qui finance le Green Cloud Morocco ?', 'qui finance Green Cloud Morocco ?'],
  ['متى تم توقيع اتفاق مع وزارة التعليم؟', 'متى تم توقيع الاتفاق مع وزارة التعليم؟'],
  // Order.
  [CNDP, "L'accord avec la CNDP a été signé quand ?"],
  [CNDP, "Quand a été signé l'accord avec la CNDP ?"],
  [CNDP, "L'accord avec la CNDP, quand a-t-il été signé ?"],
  [CNDP, "L'accord avec la CNDP, il a été signé quand ?"],
  [CNDP, "Quand est-ce que l'accord avec la CNDP a été signé ?"],
  ["C'est quoi le D4SD Hub ?", "Le D4SD Hub, c'est quoi ?"],
  ['Quand commence JobInTech ?', 'JobInTech commence quand ?'],
  ['Combien de temps dure le programme JobInTech ?', 'Le programme JobInTech dure combien de temps ?'],
  ['Combien coûte la plateforme de la CNDP ?', 'La plateforme de la CNDP, elle coûte combien ?'],
  ['متى وقعت الاتفاقية مع CNDP؟', 'الاتفاقية مع CNDP متى وقعت؟'],
  ['ما هو برنامج جوب إن تيك؟', 'برنامج جوب إن تيك، ما هو؟'],
  ['فوقاش تسينات الاتفاقية مع أونبوانت؟', 'الاتفاقية مع أونبوانت فوقاش تسينات؟'],
  ['فوقاش تسينات الاتفاقية مع أونبوانت؟', 'إمتى تسينات الاتفاقية مع أونبوانت'],
  // Politeness.
  [CNDP, "Bonjour, quand l'accord avec la CNDP a-t-il été signé, s'il vous plaît ? Merci d'avance !"],
  [CNDP, "Salut, pouvez-vous me dire quand l'accord avec la CNDP a été signé svp"],
  ['أين يوجد معهد الجزري؟', 'السلام عليكم ورحمة الله، أين يوجد معهد الجزري من فضلكم؟ شكرا'],
  ['أين يوجد معهد الجزري؟', 'أود أن أعرف أين يوجد معهد الجزري'],
  ['شكون سينا الاتفاقية مع أونبوانت؟', 'سلام، بغيت نعرف شكون سينا الاتفاقية مع أونبوانت عافاك'],
  ['chkoun sinna l convention m3a Mistral ?', 'salam, bghit n3ref chkon sinna l convention m3a mistral 3afak'],
];

const OTHER: readonly (readonly [pinned: string, asked: string])[] = [
  // What is asked for.
  [CNDP, "Où l'accord avec la CNDP a-t-il été signé ?"],
  [CNDP, "Pourquoi l'accord avec la CNDP a-t-il été signé ?"],
  [CNDP, "L'accord avec la CNDP a-t-il été signé ?"],
  [CNDP, "Par qui l'accord avec la CNDP a-t-il été signé ?"],
  ['متى وقعت الاتفاقية مع وزارة الصحة؟', 'أين وقعت الاتفاقية مع وزارة الصحة؟'],
  ['متى وقعت الاتفاقية مع وزارة الصحة؟', 'هل وقعت الاتفاقية مع وزارة الصحة؟'],
  ['من وقع الاتفاقية مع وزارة الصحة؟', 'ما وقع الاتفاقية مع وزارة الصحة؟'],
  ['فين تسينات الاتفاقية مع أونبوانت؟', 'فوقاش تسينات الاتفاقية مع أونبوانت؟'],
  ['شحال كيكلف معهد الجزري؟', 'علاش كيكلف معهد الجزري؟'],
  ['fin tsinat l convention m3a lcndp ?', 'fo9ach tsinat l convention m3a lcndp ?'],
  ["Depuis quand l'institut Al-Jazari existe-t-il ?", "Quand l'institut Al-Jazari existe-t-il ?"],
  ["C'est quoi le D4SD Hub ?", "C'est qui le D4SD Hub ?"],
  // Names.
  [CNDP, "Quand l'accord avec la DCO a-t-il été signé ?"],
  [CNDP, "Quand l'accord avec la CNDP et la DCO a-t-il été signé ?"],
  [CNDP, "Quand le protocole d'accord avec la CNDP a-t-il été signé ?"],
  ['متى وقعت الاتفاقية مع وزارة الصحة؟', 'متى وقعت الاتفاقية مع وزارة العدل؟'],
  ['فوقاش تسينات الاتفاقية مع أونبوانت؟', 'فوقاش تسينات الاتفاقية مع ميسترال؟'],
  // Numbers and signs.
  ['Combien de femmes JobInTech a formées en 2025 ?', 'Combien de femmes JobInTech a formées en 2026 ?'],
  ["Que dit l'article 3 de la convention CNDP ?", "Que dit l'article 4 de la convention CNDP ?"],
  ["Que disent les articles 3-5 de l'accord CNDP ?", "Que disent les articles 3, 5 de l'accord CNDP ?"],
  ['Le budget de la CNDP est de 5 % ?', 'Le budget de la CNDP est de 5 $ ?'],
  ['ماذا تقول المادة ٣ من اتفاقية الصحة؟', 'ماذا تقول المادة ٤ من اتفاقية الصحة؟'],
  // Negation.
  [CNDP, "Quand l'accord avec la CNDP n'a-t-il pas été signé ?"],
  ["Pourquoi la CNDP n'a pas signé l'accord ?", "Pourquoi la CNDP a signé l'accord ?"],
  ['لماذا وقعت وزارة الصحة الاتفاقية؟', 'لماذا لم توقع وزارة الصحة الاتفاقية؟'],
  ['لماذا وقعت وزارة الصحة الاتفاقية؟', 'لماذا ما وقعت وزارة الصحة الاتفاقية؟'],
  ['واش سينات وزارة الصحة الاتفاقية؟', 'واش ماسيناتش وزارة الصحة الاتفاقية؟'],
  ['Le programme avec la DCO est-il gratuit ?', 'Le programme sans la DCO est-il gratuit ?'],
  // Who does it to whom.
  ['Quand le ministère finance la CNDP ?', 'Quand la CNDP finance le ministère ?'],
  ['Combien le ministère verse à la CNDP ?', 'Combien la CNDP verse au ministère ?'],
  ['Qui finance la CNDP ?', 'La CNDP finance qui ?'],
  ["Quand le ministère est financé par l'école ?", "Quand l'école est financée par le ministère ?"],
  ["Quand a été nommé le directeur de l'institut ?", "Quand a été nommé l'institut du directeur ?"],
  ["Qu'a donné la CNDP ?", "Qu'a été donné à la CNDP ?"],
  ['متى يمول البنك المعهد؟', 'متى يمول المعهد البنك؟'],
  ['متى يمول المعهد البنك؟', 'البنك متى يمول المعهد؟'],
  ["L'accord CNDP a été signé à Rabat ou à Salé ?", "Où l'accord CNDP a été signé à Rabat, à Salé ?"],
  // A name that begins like a greeting.
  ['Où se trouve Salam Bank ?', 'Où se trouve Bank ?'],
  ['Salam Bank finance quoi ?', 'Bank finance quoi ?'],
  // A name of one letter.
  ["Que dit l'accord CNDP sur la zone L ?", "Que dit l'accord CNDP sur la zone ?"],
  ["Que dit l'accord CNDP sur la zone A ?", "Que dit l'accord CNDP sur la zone B ?"],
  // A part of it.
  [CNDP, "Quand l'accord avec la CNDP a-t-il été signé à Rabat ?"],
  ['Quel est le budget de JobInTech ?', 'Quel est le budget de JobInTech en 2025 ?'],
  // Another language.
  [CNDP, 'متى وقعت الاتفاقية مع CNDP؟'],
  ['متى وقعت الاتفاقية مع CNDP؟', 'fo9ach tsinat l convention m3a CNDP ?'],
];

/** Whoever asks these means what was spoken of before. */
const LEANING = [
  'Et quand ?',
  'Quand a-t-il été signé ?',
  "Quand l'accord a-t-il été signé ?",
  'Quel est le budget ?',
  'Où ?',
  'Et avec la CNDP ?',
  'متى؟',
  'من وقعها؟',
  'متى تم توقيع هذه الاتفاقية؟',
  'شكون وقع؟',
  'فوقاش تسينات؟',
  'fo9ach ?',
  "Même question pour l'UM6P ?",
  'نفس السؤال عن القرض الفلاحي',
  'Merci !',
  'السلام عليكم',
  '?!',
  '',
];

describe('a pinned question', () => {
  it.each(SAME)('%s is %s', (pinned, asked) => {
    expect([isSame(pinned, asked), isSame(asked, pinned)]).toEqual([true, true]);
  });

  it.each(OTHER)('%s is not %s', (pinned, asked) => {
    expect([canBePinned(pinned), isSame(pinned, asked), isSame(asked, pinned)]).toEqual([true, false, false]);
  });

  it.each([...new Set([...SAME, ...OTHER].flat())])('%s is itself', (question) => {
    expect(isSame(question, question)).toBe(true);
  });

  it.each(LEANING)('is not %j, which asks something else in each conversation', (question) => {
    expect([canBePinned(question), isSame(question, question)]).toEqual([false, false]);
  });

  it('is none of the others', () => {
    const pinned = [...new Set([...SAME, ...OTHER].map(([question]) => question))];
    const mixed = pinned.flatMap((one) =>
      pinned.filter((two) => one < two && isSame(one, two)).map((two) => [one, two]),
    );
    expect(mixed).toEqual([]);
  });

  it('stays what it is whatever marks and spaces stand around its words', () => {
    const marks = fc.array(fc.constantFrom('?', '!', '…', '؟', '«\u00a0', '"', '\u200f', ' ', '\n', '،'), {
      maxLength: 5,
    });
    const questions = fc.constantFrom(...SAME.map(([question]) => question));
    fc.assert(
      fc.property(questions, marks, marks, (question, before, after) => {
        expect(isSame(question, `${before.join('')}${question.replaceAll(' ', '  ')}${after.join('')}`)).toBe(true);
      }),
    );
  });

  it('is another one once a word of it is another', () => {
    const questions = fc.constantFrom(...SAME.map(([question]) => question));
    fc.assert(
      fc.property(questions, fc.nat(), (question, at) => {
        const words = question.split(/\s+/u).filter((word) => /[\p{L}\p{N}]{2}/u.test(word));
        const other = question.replace(words[at % words.length] ?? '', 'Zanzibar');
        expect(isSame(question, other)).toBe(false);
      }),
    );
  });
});

describe('the correction for a question', () => {
  const corrections = [
    { id: 'first', question: CNDP },
    { id: 'other', question: 'Où se trouve l’institut Al-Jazari ?' },
    { id: 'last', question: 'quand l’accord avec la cndp a été signé' },
  ];

  it.each([
    [CNDP, 'last'],
    ['Où se trouve l’institut Al-Jazari ?', 'other'],
    ['Qui a signé avec la DCO ?', undefined],
  ])('%s is the last of them', (question, id) => {
    expect(correctionFor(question, corrections)?.id).toBe(id);
  });

  it('is none where there are none', () => {
    expect(correctionFor(CNDP, [])).toBeNull();
  });
});
