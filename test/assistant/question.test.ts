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
    ['Quels sont les objectifs ?', 'purpose'],
    ['ما أهداف الاتفاقية؟', 'purpose'],
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
    ['Bonjour, je voudrais savoir qui dirige le Hub svp', ['dirige', 'Hub']],
    ['Madame, pouvez-vous préciser où se trouve le Hub ? Cordialement', ['trouve', 'Hub']],
    ['السلام عليكم، أريد معرفة مقر المركز بالضبط', ['مقر', 'المركز']],
    ['السلام عليكم خويا، بغيت نعرف عافاك فين المركز', ['المركز']],
    ['salam khouya, bghit n3ref 3afak fin l markaz', ['المركز']],
  ])('leaves out the words that only ask: %s', (text, words) => {
    expect(readQuestion({ text }).terms.map((term) => term.text)).toEqual(words);
  });

  it.each([
    ['Bonjour, je voudrais savoir svp', ['savoir']],
    ['info', ['info']],
    ['ممكن توضيح؟', ['ممكن', 'توضيح']],
    ['بغيت نعرف', ['أعرف']],
    ['salam khouya', ['سالام', 'خوية']],
  ])('keeps them where there are no others: %s', (text, words) => {
    expect(readQuestion({ text }).terms.map((term) => term.text)).toEqual(words);
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
