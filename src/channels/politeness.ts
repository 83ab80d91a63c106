// A question without what is only polite: greetings, thanks, "please", "could you tell me". Pure. Hides the phrases of French, Arabic and
// Darija, and that a name may begin like a greeting.
import type { Term } from '../language/fold.ts';
import { isAsker, phrases } from './question-words.ts';

/** Polite wherever they stand. */
const COURTESY = phrases(`
  svp / stp / s'il vous plait / s'il te plait / من فضلك / من فضلكم / لو سمحت / لو سمحتم / عافاك / عافاكم / عفاك / عفاكم / الله يخليك
  / الله يخليكم / 3afak / 3afakom / lah ykhlik`);

/** At the beginning. */
const GREETINGS = phrases(`
  bonjour / bonsoir / bjr / bsr / bonjour a tous / bonjour a toutes / bonsoir a tous / bonjour madame / bonjour monsieur
  / bonjour madame monsieur / السلام عليكم / السلام عليكم ورحمه الله / السلام عليكم ورحمه الله وبركاته
  / السلام عليكم ورحمه الله تعالي وبركاته / سلام عليكم / اهلا وسهلا / صباح الخير / مسا الخير / تحيه طيبه / salam 3likom / salam alaykoum`);

/** At the beginning, too, but names begin so: only before a mark or a question word. */
const SHORT_GREETINGS = phrases('salut / hello / coucou / slt / salam / slm / سلام / مرحبا / اهلا');

/** At the end. */
const THANKS = phrases(`
  merci / merci d'avance / merci beaucoup / merci bien / cordialement / cdt / bonne journee / شكرا / شكرا جزيلا / شكرا لك / شكرا لكم
  / شكرا مسبقا / مع الشكر / chokran / choukran`);

/** Before a question word. */
const REQUESTS = phrases(`
  pouvez vous me dire / pourriez vous me dire / vous pouvez me dire / peux tu me dire / tu peux me dire / savez vous / vous savez / sais tu
  / tu sais / dites moi / dis moi / je voudrais savoir / j'aimerais savoir / je veux savoir / je souhaite savoir
  / اريد ان اعرف / اود ان اعرف / اريد معرفه / اود معرفه / هل تعرف / هل تعرفون / هل يمكن ان تخبروني / هل يمكنكم اخباري / اخبروني
  / بغيت نعرف / بغينا نعرفو / ممكن نعرف / واش تعرف / واش كتعرف / قول ليا / قولو ليا / قوليا / bghit n3ref / goul lia / goulia`);

const startsWith = (found: readonly Term[], phrase: readonly string[], at = 0): boolean =>
  phrase.every((word, index) => found[at + index]?.folded === word);

const phraseAt = (
  found: readonly Term[],
  phrases: readonly (readonly string[])[],
  at = 0,
): readonly string[] | undefined => phrases.find((phrase) => startsWith(found, phrase, at));

/** The words of a text that are left, in order. */
export const withoutPoliteness = (all: readonly Term[], text: string): readonly Term[] => {
  let found = withoutCourtesy(all);
  for (;;) {
    const greeting = phraseAt(found, GREETINGS) ?? phraseAt(found, SHORT_GREETINGS) ?? phraseAt(found, REQUESTS);
    if (greeting === undefined) break;
    const [last, next] = [found[greeting.length - 1], found[greeting.length]];
    const isMarked = /[^\s\p{L}]/u.test(text.slice(last?.end, next?.start));
    const isSure = GREETINGS.includes(greeting) || (isMarked && SHORT_GREETINGS.includes(greeting));
    if (!isSure && (next === undefined || !isAsker(next))) break;
    found = found.slice(greeting.length);
  }
  const thanks = THANKS.find((phrase) => startsWith(found, phrase, found.length - phrase.length));
  return thanks === undefined ? found : found.slice(0, -thanks.length);
};

const withoutCourtesy = (found: readonly Term[]): readonly Term[] => {
  const kept: Term[] = [];
  for (let at = 0; at < found.length; ) {
    const phrase = phraseAt(found, COURTESY, at);
    const term = found[at];
    if (phrase === undefined && term !== undefined) kept.push(term);
    at += phrase?.length ?? 1;
  }
  return kept;
};
