// The parts that read claims without a model: what a sentence refers to, which cities it names, what it denies, how it is reworded.
import { describe, expect, it } from 'vitest';
import { affirmed } from '../../../src/assistant/checking/negations.ts';
import { createReferences } from '../../../src/assistant/checking/references.ts';
import { reworded } from '../../../src/assistant/checking/rewordings.ts';
import { citiesIn } from '../../../src/assistant/claims/cities.ts';
import { createReader } from '../../../src/assistant/claims/reading.ts';
import { terms } from '../../../src/language/fold.ts';
import { createNames } from '../../../src/language/names.ts';

const read = createReader(createNames([['Mistral AI', 'ميسترال'], ['Commission nationale', 'CNDP'], ['D4SD Hub']]));

describe('createReferences', () => {
  it.each([
    [
      ['La convention avec la CNDP est signée.', 'Elle date de 2025.'],
      'La convention avec la CNDP date de 2025.',
      false,
    ],
    [['Un accord avec Mistral AI est signé.', 'Il date de 2025.'], "L'accord avec Mistral AI date de 2025.", false],
    [['Le D4SD Hub ouvre.', 'Ce centre aide les États.'], 'Le D4SD Hub aide les États.', false],
    [
      ['La convention avec la CNDP est signée.', 'La convention date de 2025.'],
      'La convention avec la CNDP date de 2025.',
      false,
    ],
    [['La convention avec la CNDP est signée.', 'Il date de 2025.'], 'Il date de 2025.', true],
    [['Elle date de 2025.'], 'Elle date de 2025.', true],
    [["L'accord date de 2025."], "L'accord date de 2025.", false],
    [
      ['La convention avec la CNDP est signée.', "L'accord avec Mistral AI date de 2025."],
      "L'accord avec Mistral AI date de 2025.",
      false,
    ],
    [['أبرمت مذكرة التفاهم مع ميسترال.', 'هذه المذكرة مهمة.'], 'مذكرة التفاهم مع ميسترال مهمة.', false],
  ])('%j', (sentences, statement, isOpen) => {
    const refer = createReferences(read);
    expect(sentences.map(refer).at(-1)).toMatchObject({ statement, isOpen });
  });

  it('tells what a sentence without a name is about', () => {
    const refer = createReferences(read);
    refer('La convention avec la CNDP est signée.');
    expect(refer('500 emplois sont créés.').about).toBe('la convention avec la CNDP');
    expect(refer('Mistral AI ouvre un bureau.').about).toBe('');
  });
});

describe('citiesIn', () => {
  it.each([
    ['à Rabat et à Fès', ['Rabat', 'Fès']],
    ['بالرباط ثم في الدار البيضاء', ['بالرباط', 'الدار البيضاء']],
    ['à New York', ['New York']],
    ['la fez et le taza', []],
    ['au Maroc', []],
  ])('%s', (text, cities) => {
    const words = terms(text);
    const found = citiesIn(words).map(({ first, last }) => text.slice(words[first]?.start, words[last]?.end));
    expect(found).toEqual(cities);
  });

  it('knows a city by all its names', () => {
    const [one, two] = citiesIn(terms('Casablanca الدار البيضاء'));
    expect(one?.city).toBe(two?.city);
  });
});

describe('affirmed', () => {
  it.each([
    ["L'accord n'a pas été signé.", "L'accord a été signé."],
    ['Le hub ne vise pas la pêche.', 'Le hub vise la pêche.'],
    ['لم يتم توقيع الاتفاق.', 'يتم توقيع الاتفاق.'],
    ["L'accord a été signé.", undefined],
    ["L'accord n'a pas seulement été signé.", undefined],
    ["L'accord n'est pas signé si le juge refuse.", undefined],
  ])('%s', (text, positive) => expect(affirmed(read(text))?.text).toBe(positive));
});

describe('reworded', () => {
  it.each([
    ['X a signé un mémorandum avec Y à Rabat.', 'Le mémorandum avec Y a été conclu à Rabat.', ['X', 'Y']],
    ['X et Y ont conclu une convention le 3 mai.', 'La convention avec Y a été conclue le 3 mai.', ['X', 'Y']],
    ['X a signé un accord avec Y', "L'accord avec Y a été conclu.", ['X', 'Y']],
    ['وقعت الوزارة مذكرة تفاهم مع الشركة بالرباط', 'تم إبرام مذكرة تفاهم مع الشركة بالرباط.', ['الوزارة', 'الشركة']],
    ['X a annulé un accord avec Y.', 'X a annulé un accord avec Y.', []],
    ["X n'a pas signé un accord avec Y.", "X n'a pas signé un accord avec Y.", []],
  ])('%s', (claim, statement, parties) => expect(reworded(claim)).toEqual({ statement, parties }));
});
