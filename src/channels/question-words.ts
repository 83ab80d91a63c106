// The words of a question that can be moved or spelled otherwise without its asking anything else; French, Arabic, Darija in
// both scripts. All stand here as `foldText` leaves them.
import { type Term, terms } from '../language/fold.ts';

/** A line of words, each by itself. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** Phrases parted by slashes, each as its words; the longest first. */
export const phrases = (text: string): readonly (readonly string[])[] =>
  text
    .split('/')
    .map((phrase) => terms(phrase).map(({ folded }) => folded))
    .sort((one, two) => two.length - one.length);

/** Lines of a word and what else it can be. */
const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split(/\s*\n\s*/u)
      .flatMap((line) => {
        const [meaning = '', ...spellings] = words(line);
        return spellings.map((spelling) => [spelling, meaning] as const);
      }),
  );

/** Question words that say the same wherever they stand in a question, with what they ask for. */
export const FREE_ASKERS = table(`
  when quand متي امتي امتا ايمتي ايمتا فوقاش فوقتاش وقتاش fo9ach fou9ach fo9ash fou9ash fuqach foqach wa9tach weqtach w9tach wqtach imta imtaa emta
  where اين فين فاين
  why pourquoi لماذا علاش 3lach 3lash
  how comment كيف كيفاش kifach kifash
`);

/** Where they are words of Arabizi: "fin" is the end in French. */
export const ARABIZI_ASKERS = table('where fin fine fayn feen');

/** Question words that stand for a part of the sentence, so that their place says which. */
export const FIXED_ASKERS: ReadonlySet<string> = new Set(
  words(`
    qui que qu quoi quel quelle quels quelles lequel laquelle lesquels lesquelles auquel auxquels duquel desquels combien
    ماذا بماذا لمن ممن عم عما علام اي ايه كم بكم هل ماهو ماهي
    واش شكون شنو شنهو شنهي شنيا اش اشمن شمن شحال بشحال فاش لاش
    chkoun chno ach achmen chmen ch7al bch7al wach fach
  `),
);

/** Question words at the beginning of a question only. */
export const FIRST_ASKERS: ReadonlySet<string> = new Set(words('من ما'));

/** Spellings of one word of Darija. */
export const SPELLINGS = table(`
  شنو شنوا اشنو اشنوا اشنه
  اش اشن
  ديال تاع متاع نتاع
  هاد هاذ
  لي اللي
  dyal dial diyal dyl
  chkoun chkon chkoune achkoun
  chno chnou chnu achno achnou
  achmen achman ashmen
  ch7al chhal cha7al sh7al
  wach wash
  lli lly
  m3a ma3a
`);

/** Question phrases that say "what is" before a name and behind it, with what they ask for. */
export const WHAT_IS: readonly (readonly [phrase: readonly string[], meaning: string])[] = [
  ['what', 'ce est quoi / ce quoi / cest quoi'],
  ['who', 'ce est qui'],
  ['what-he', 'ما هو / ماهو / شنو هو / شنو هوا / شنهو / chno howa / chno howwa / chno huwa'],
  ['what-she', 'ما هي / ماهي / شنو هي / شنو هيا / شنهي / chno hiya'],
].flatMap(([meaning = '', text = '']) => phrases(text).map((phrase) => [phrase, meaning] as const));

/** What denies; in such a question every word stays where it is. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  words(`
    ne n pas jamais aucun aucune rien personne sans ni non sauf لا لم لن ليس ليست ليسوا غير دون بدون بلا ماشي والو سوي الا
    machi bla walo walou ghir
  `),
);

/** Darija: ماكاينش, مافهمتش, makaynch. */
export const DENIES = /^(?:ما.{2,}ش|ma.{2,}ch)$/u;

/** Before "été" and a participle. */
export const AUXILIARIES: ReadonlySet<string> = new Set(words('a ont avait avaient aura auront'));

/** Verbs that have no object. */
export const OBJECTLESS: ReadonlySet<string> = new Set(
  words('dure durent durera dureront coute coutent coutera expire expirent expirera existe existent debute debutera'),
);

/** Whether a word asks, or may. */
export const isAsker = ({ folded }: Term): boolean =>
  folded === 'ou' ||
  FREE_ASKERS.has(folded) ||
  ARABIZI_ASKERS.has(folded) ||
  FIRST_ASKERS.has(folded) ||
  FIXED_ASKERS.has(SPELLINGS.get(folded) ?? folded);
