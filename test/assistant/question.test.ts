import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/assistant/question.ts';

describe('readQuestion', () => {
  it.each([
    ['Quand le mémorandum a-t-il été conclu ?', 'date'],
    ['À quelle date ?', 'date'],
    ['متى وُقعت الاتفاقية؟', 'date'],
    ['فوقاش تسينات الاتفاقية؟', 'date'],
    ['fo9ach tsinat l ittifa9iya', 'date'],
    ['Où le hub est-il basé ?', 'place'],
    ['Dans quelle ville ?', 'place'],
    ['أين يوجد المعهد؟', 'place'],
    ['فين كاين المعهد؟', 'place'],
    ["Qui a signé l'accord ?", 'person'],
    ['من وقع الاتفاقية؟', 'person'],
    ['شكون وقع؟', 'person'],
    ['chkoun we99e3', 'person'],
    ['Quel est le budget du programme ?', 'amount'],
    ['ما هي ميزانية البرنامج؟', 'amount'],
    ['شحال الفلوس اللي تعطات؟', 'amount'],
    ['Quelle est la durée de la convention ?', 'duration'],
    ['Pendant combien de temps ?', 'duration'],
    ['ما مدة الاتفاقية؟', 'duration'],
    ["Combien d'ingénieurs seront recrutés ?", 'number'],
    ['كم عدد المهندسين؟', 'number'],
    ['شحال ديال المهندسين؟', 'number'],
    ['Quel pourcentage ?', 'percentage'],
    ['Quels sont les objectifs ?', null],
    ['ما أهداف الاتفاقية؟', null],
    ['Parle-moi du D4SD Hub', null],
    ['Oui ou non ?', null],
    ['une aide ou un prêt', null],
  ])('%s asks for %s', (text, aspect) => {
    expect(readQuestion({ text }).aspects.map(({ name }) => name)).toEqual(aspect === null ? [] : [aspect]);
  });

  it('keeps the words that matter, each once', () => {
    const read = readQuestion({ text: 'Qui a signé la convention, et la convention avec qui ?' });
    expect(read.terms.map((term) => term.text)).toEqual(['signé', 'convention']);
  });

  it.each([
    ['Où ?', 'fr'],
    ['أين؟', 'ar'],
    ['فين كاين؟', 'ar'],
    ['chkoun hadak li wa9e3', 'ar'],
  ] as const)('answers %s in %s', (text, language) => {
    expect(readQuestion({ text }).language).toBe(language);
  });

  it('lets the asker choose the language of the answer', () => {
    expect(readQuestion({ text: 'Où ?', language: 'ar' }).language).toBe('ar');
  });
});
