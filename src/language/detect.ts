// Tells the language and variety of a question, and the language of a passage. Hides the word lists that give Darija away
// in either script.
import type { Language } from '../domain.ts';
import { type Term, terms } from './fold.ts';
import { isLatinFunctionWord, isStopWord } from './stop-words.ts';

/** French (or any other language in Latin letters), standard Arabic, Darija in Arabic script, Darija in Latin letters. */
export type Variety = 'fr' | 'ar' | 'ary' | 'arabizi';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** Darija words that standard Arabic does not have, folded. */
const DARIJA = words(`
  ديال ديالو ديالها ديالهم ديالنا ديالكم ديالك ديالي تاع نتاع شكون شنو شنوا شنهو شنهي شنيا اشنو اشنه اشمن شمن فين فاين فوقاش فوقتاش وقتاش ايمتا ايمتي امتا كيفاش شحال
  بشحال علاش واش باش حيت حيتاش لحقاش يلا ايلا والو بزاف شويه دابا هوما نتا نتي نتوما حنا راهم راهو راها كاين كاينه كاينين مكاينش ماكاينش غادي غاديه غاديين هاد هاذ هادي هادو
  هاديك هاداك داك ديك دوك هداك هديك هادشي داكشي ديكشي بحال بغيت بغينا بغا خاصني خاصك ليا عندو عافاك عفاك عطيني ديرو دارو كيدير كتدير كيداير تسينا تسينات تسيني تسيناو
  سيناو فلوس لفلوس خدامه خدامين كاع درتي درنا عاود هضر هضرو دراري الدراري عيالات العيالات البارح دوك واخا صافي زعما بلاصه بلاصت لاباس اشنهي مزيان كيعاون سينياتور السينياتور
  اش باغي باغيه باغين خصني خصو منين داير دايره دايرين كيقول كتقول كيقولو كيهضر كتهضر كيكون كتكون كيبغي ماشي اللي باللي دياله كلشي خويا ختي بصح
`);

/** Verbs that standard Arabic would not inflect so: كيتسجلو, كنعرفو, مافهمتش, غايكون. */
const DARIJA_VERB = /^(?:ك[يتن](?!لي|مون).{3,}و|ما(?!.*فيتش).{2,}[تن]ش|غاي(?![ات]).{2,})$/u;

/** Words that only Darija in Latin letters has. */
const ARABIZI = words(`
  chkoun chkon chkoune achkoun chno chnou chnu chnowa chnahowa chnahiya achno achnou wach fo9ach fou9ach fuqach foqach wa9tach weqtach wqtach ch7al chhal cha7al kifach kifash
  kidayr 3lach dyal diyal dyali dyalo dyalha dyalhom dyalna dyalek dyalk dyalkom lli lly m3a 3la achmen achman ashmen chmen ghadi ghadya ghadyin kayn kayna kaynin makaynch bghit bghina
  bzaf bezzaf walo walou daba hadchi dakchi hadak hadik 3afak goulia gouliya wakha fayn feen mnin imta b7al ndir khassni kanbghi smitek smiytek salam slm labas chokran choukran bslama
  mrhba lmaghrib sbah nta nti ntouma howa hiya homa 7na wella tsinat tsina tsinaw sinna khedma lkhedma flous lflous bayna 3ndi 3ndkom
  kayen kayena sinaw sinat finahuwa finahowa finahiya finahoma finhowa finhiya dayra dayrin dayr kidayra kidayrin galt galo bdat bdaw jat wslat khdama khdamin zidni zidouni
  baghi baghya baghyin khassek khassna khasni khassni chwiya chwia mazal mazyan mzyan bezaf khoya khti
`);

/** Words of Arabizi that are also words of French, English or abbreviations: only together do they say anything. */
const AMBIGUOUS_ARABIZI = words(`
  fin fine had hada hadi men li ach ash chi f w b wa lia liya lik ana dak dik dial rah kan kano dar daro bach hna ila hta ghir mn ela lih liha fih fiha goul gol zaama sla yak mol
  wash zid yallah yalla yalah fach safi bla kan kat jaw mcha
`);

/** Verbs inflected as in Darija: kaygol, ghaybniw, mafhemtch, ytsjel; but not kayak, Marrakech, Malevitch, Ynna. */
const ARABIZI_VERB =
  /^(?:kay(?!a|ser).{2,}|gha[yt].{3,}|ma(?!.*vitch$).{2,}[bdfghjklmnqstwyz]ch|y(?!(.)\1)(?:ch|kh|gh|[bdfghjklmnqrstwz]){2}.+)$/u;

/** The article joined to its noun: lprojet, lmarkaz; people in a hurry write French so, too. */
const JOINED_ARTICLE = /^l(?=.*[aeiouy].)[bcdfghjkmnpqrstvwxz]\p{Ll}{3,}$/u;

/** After these a word of Darija is only mentioned: le mot wach, la traduction de chhal. */
const MENTIONS = words('mot mots terme termes expression de traduction traduire signifie dire');

/** A digit that stands for an Arabic letter, in a word of small letters: 3lach, n3ref, l9ard, but not D4SD, 3e, m3 or mp3. */
const DIGIT_LETTER = /^(?=.*\p{Ll}.*\p{Ll})\p{L}*(?:[379]\p{Ll}|[aeiou]2(?=[aeiou]))[\p{Ll}\d]*$/u;
const DIGIT_LAST = /^\p{L}?\p{Ll}{2,}[79]$/u;
const MEASURE =
  /^\d+(?:e|er|ere|ers|eme|emes|ieme|bis|ter|nd|nde|rd|th|st|d|h|g|k|mn|mm|km|cm|kg|ans?|mois|jours?|eur|euros?|dh|dhs|mad|usd|min|sec|ml|pm|am|go|mo|to|kw|mw|gw|kwh|mwh)\d*$/u;
const NOT_ARABIZI = words(
  'w3c b2b b2c p2p s3 co2 h2o mp3 mp4 web3 a3f o365 v3a c3s e3d r2d2 i18n k8s 3gpp 3dexperience',
);

type Word = Pick<Term, 'text' | 'folded'>;

/**
 * The language to answer a question in, and the variety it is asked in. Function words decide, then the script that most
 * letters are in. A text without letters is French unless its digits or marks are Arabic.
 */
export const detectQuestion = (text: string): { readonly language: Language; readonly variety: Variety } => {
  const found = terms(text);
  const inArabic = found.filter((term) => /\p{Script=Arabic}/u.test(term.folded));
  const inLatin = found.filter((term) => /\p{Script=Latin}/u.test(term.folded));
  const arabicSays = inArabic.some((term) => isStopWord(term.folded));
  const latinSays = inLatin.some((term) => isLatinFunctionWord(term.folded) || ARABIZI.has(term.folded));
  const language = arabicSays === latinSays ? detectText(text) : arabicSays ? 'ar' : 'fr';
  if (language === 'ar') {
    const isDarija = inArabic.some(isDarijaWord);
    return { language, variety: isDarija ? 'ary' : 'ar' };
  }
  return isArabizi(inLatin) ? { language: 'ar', variety: 'arabizi' } : { language, variety: 'fr' };
};

/** Darija has no hamza on ي: كائن is standard Arabic, كاين is not. */
const isDarijaWord = ({ text, folded }: Word): boolean =>
  !text.includes('ئ') &&
  [folded, folded.replace(/^[وفب]/u, '')].some((word) => DARIJA.has(word) || DARIJA_VERB.test(word));

const isArabizi = (found: readonly Word[]): boolean => {
  const french = found.filter((term) => isLatinFunctionWord(term.folded)).length;
  const sure = found.filter(
    (term, index) => isSurelyArabizi(term) && !MENTIONS.has(found[index - 1]?.folded ?? ''),
  ).length;
  const perhaps = found.filter(isPerhapsArabizi).length;
  return sure > 0 ? 2 * sure + perhaps > french : perhaps > 1 && french === 0;
};

const isSurelyArabizi = (term: Word): boolean =>
  ARABIZI.has(term.folded) || hasDigitLetter(term) || (/^\p{Ll}/u.test(term.text) && ARABIZI_VERB.test(term.folded));

const isPerhapsArabizi = ({ text, folded }: Word): boolean =>
  AMBIGUOUS_ARABIZI.has(folded) || DIGIT_LAST.test(text) || JOINED_ARTICLE.test(text);

const hasDigitLetter = ({ text, folded }: Word): boolean =>
  DIGIT_LETTER.test(text) && !MEASURE.test(folded) && !NOT_ARABIZI.has(folded);

/** The language of a passage: the script that most of its letters are in, as in `detectQuestion` when there are none. */
export const detectText = (text: string): Language => {
  const arabic = text.match(/(?=\p{Script=Arabic})\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic === 0 && latin === 0) return /[٠-٩۰-۹؟؛،]/u.test(text) ? 'ar' : 'fr';
  return arabic >= latin ? 'ar' : 'fr';
};
