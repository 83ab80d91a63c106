// Finds cities in a text, so that Rabat can be told from Casablanca but not from Morocco or a quarter of its own. Hides the list.
import { type Term, terms } from '../../language/fold.ts';

/** One city a line, all its forms between bars; with the article where Arabic writes one. */
const CITIES = `
  Rabat | الرباط
  Salé | سلا
  Casablanca | Casa | الدار البيضاء | كازابلانكا | كازا
  Fès | Fez | فاس
  Meknès | مكناس
  Marrakech | Marrakesh | مراكش
  Tanger | Tangier | طنجة
  Tétouan | تطوان
  Oujda | وجدة
  Nador | الناظور | الناضور
  Agadir | أكادير | أغادير
  Kénitra | القنيطرة
  Laâyoune | العيون
  Dakhla | الداخلة
  Béni Mellal | بني ملال
  Khouribga | خريبكة
  El Jadida | الجديدة
  Safi | آسفي
  Essaouira | الصويرة
  Ouarzazate | ورزازات
  Errachidia | الرشيدية
  Al Hoceïma | الحسيمة
  Ifrane | إفران
  Settat | سطات
  Berrechid | برشيد
  Mohammedia | المحمدية
  Témara | تمارة
  Benguerir | Ben Guerir | بنجرير | ابن جرير | بن جرير
  Taza | تازة
  Larache | العرائش
  Guelmim | كلميم
  New York | نيويورك
  Washington | واشنطن
  Genève | Geneva | جنيف
  Paris | باريس
  Bruxelles | Brussels | بروكسل
  Londres | London | لندن
  Madrid | مدريد
  Barcelone | Barcelona | برشلونة
  Lisbonne | لشبونة
  Rome | روما
  Berlin | برلين
  Vienne | فيينا
  Dubaï | Dubai | دبي
  Abou Dabi | Abu Dhabi | أبوظبي | أبو ظبي
  Doha | الدوحة
  Riyad | Riyadh | الرياض
  Le Caire | القاهرة
  Tunis
  Alger | الجزائر العاصمة
  Dakar | داكار
  Addis-Abeba | أديس أبابا
  Nairobi | نيروبي
  Pékin | Beijing | بكين
  Tokyo | طوكيو
  Istanbul | إسطنبول
`;

/** Where a city is named: the places of its words, both ends included. */
export type CitySpan = { readonly city: number; readonly first: number; readonly last: number };

const FORMS = CITIES.trim()
  .split('\n')
  .flatMap((line, city) => line.split('|').map((form) => ({ city, words: terms(form).map(({ folded }) => folded) })))
  .filter(({ words }) => words.length > 0);

/** A form's first word as it is written, with what Arabic writes onto it. */
const firstWords = (wanted: string): readonly string[] => {
  if (!/^\p{Script=Arabic}/u.test(wanted)) return [wanted];
  const prefixed = ['', 'ب', 'ل', 'و', 'ف', 'وب'].map((prefix) => prefix + wanted);
  return wanted.startsWith('ال') ? [...prefixed, `لل${wanted.slice(2)}`] : prefixed;
};

const byFirstWord = new Map<string, (typeof FORMS)[number][]>();
for (const form of FORMS)
  for (const word of firstWords(form.words[0] ?? '')) byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), form]);

const known = new WeakMap<readonly Term[], readonly CitySpan[]>();

/** The cities in these words, in order; of two forms at one place the longer. A French city is capitalised. */
export const citiesIn = (words: readonly Term[]): readonly CitySpan[] => {
  const made = known.get(words) ?? find(words);
  known.set(words, made);
  return made;
};

const find = (words: readonly Term[]): readonly CitySpan[] => {
  const found = words.flatMap((word, first) =>
    (/^\p{Ll}/u.test(word.text) ? [] : (byFirstWord.get(word.folded) ?? []))
      .filter((form) => form.words.every((part, offset) => offset === 0 || words[first + offset]?.folded === part))
      .map((form): CitySpan => ({ city: form.city, first, last: first + form.words.length - 1 })),
  );
  return found.filter((one) => !found.some((other) => other !== one && covers(other, one)));
};

const covers = (one: CitySpan, two: CitySpan): boolean =>
  one.first <= two.first && two.last <= one.last && one.last - one.first > two.last - two.first;
