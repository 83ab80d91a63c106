import { describe, expect, it } from 'vitest';
import { isAskingWord } from '../../src/language/asking-words.ts';
import { arabiziToArabic } from '../../src/language/darija.ts';
import { terms } from '../../src/language/fold.ts';

/** The words of a text that say what is asked for, as they were written. */
const telling = (text: string): string[] =>
  terms(text)
    .filter((term) => !term.stop && !isAskingWord(term.folded))
    .map((term) => term.text);

describe('isAskingWord', () => {
  it.each([
    'Bonjour, je voudrais savoir svp',
    'Coucou, j’aimerais des renseignements, cordialement',
    'pouvez-vous m’expliquer et me résumer le texte ?',
    'Monsieur, dites-moi simplement ce que vous savez de cela',
    'السلام عليكم ورحمة الله وبركاته',
    'مساء الخير أستاذ، أبحث عن معلومات',
    'هل من توضيح باختصار، سيدي؟',
    'خويا عافاك بغيت نعرف',
    'سمعت قالو ليا زعما',
  ])('knows all that only asks in "%s"', (text) => {
    expect(telling(text)).toEqual([]);
  });

  it.each(['salam khouya bghit n3ref', 'sm3t galo lia za3ma', 'slm sahbi, momkin tcher7 lia l9adiya', 'info 3afak'])(
    'knows Darija in Latin letters as it was typed and as it is read: %s',
    (text) => {
      expect(telling(text)).toEqual([]);
      expect(telling(arabiziToArabic(text))).toEqual([]);
    },
  );

  it.each([
    ['Qui dirige le centre de données ?', ['dirige', 'centre', 'données']],
    ['budget formation agents', ['budget', 'formation', 'agents']],
    ['وقعت الوزارة مذكرة تفاهم', ['وقعت', 'الوزارة', 'مذكرة', 'تفاهم']],
    ['Fikrat', ['Fikrat']],
    ['', []],
  ])('leaves what tells: %s', (text, words) => {
    expect(telling(text)).toEqual(words);
  });
});
