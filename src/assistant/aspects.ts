// What a question can ask for that an answer must then hold: a moment, a sum, a person, a penalty, a way to apply … Each
// aspect knows how it is asked for and how it is told, in French, Arabic and Darija. Pure.
import { foldText } from '../language/fold.ts';
import { findNames, findValues, type ValueKind } from '../language/values.ts';

export type Aspect = {
  readonly name: string;
  /** Against the folded question between two spaces. */
  readonly asked: RegExp;
  /** Whether a quotation under this heading holds it. */
  readonly told: (quote: string, heading: string) => boolean;
  /** Whether one quotation that holds it is the whole answer. */
  readonly single: boolean;
};

const value =
  (...kinds: readonly ValueKind[]) =>
  (quote: string): boolean =>
    findValues(quote).some((found) => kinds.includes(found.kind));

const words =
  (pattern: RegExp) =>
  (quote: string, heading: string): boolean =>
    pattern.test(` ${foldText(`${heading} ${quote}`)} `);

const aspect = (name: string, asked: RegExp, told: Aspect['told'], single = false): Aspect => ({
  name,
  asked,
  told,
  single,
});

/** Asked and told in the same words. */
const named = (name: string, pattern: RegExp): Aspect => aspect(name, pattern, words(pattern));

const ASPECTS: readonly Aspect[] = [
  aspect('percentage', / (pourcentage|pourcent|taux|نسبه|بالمايه|بالميه) /, value('percentage'), true),
  aspect(
    'duration',
    / (duree|combien de temps|combien d'annees|combien de mois|combien d'ans|مده|المده|كم سنه|كم شهر|كم عام|كم من الوقت|كم من سنه|كم من شهر|شحال من عام|شحال د السنين|ch7al d snin|ch7al mn 3am) /,
    value('duration'),
    true,
  ),
  aspect(
    'amount',
    / (budget|cout|coute|coutera|montant|financement|finance|financer|investir|investissement|somme|prix|argent|ميزانيه|الميزانيه|تمويل|التمويل|كلفه|الكلفه|تكلفه|التكلفه|مبلغ|المبلغ|اموال|مال|فلوس|الفلوس|flous|lflous|budget|lbudget|mizaniya|lmizaniya|ثمن) /,
    value('amount'),
    true,
  ),
  aspect(
    'date',
    / (quand|quelle date|quel jour|quelle annee|quel mois|depuis quand|متي|تاريخ|التاريخ|اي يوم|اي سنه|اي شهر|fo9ach|fou9ach|wa9tach|imta) /,
    value('date'),
    true,
  ),
  aspect(
    'number',
    / (combien|nombre|كم|عدد|عددها|عددهم|شحال|ch7al|chhal|cha7al) /,
    value('number', 'amount', 'percentage', 'duration'),
    true,
  ),
  aspect(
    'person',
    /^ (qui|من) | (qui est|qui a|qui ont|qui etait|qui sont|qui dirige|qui preside|par qui|quel ministre|quelle ministre|quel est le nom|quel nom|comment s'appelle|شكون|chkoun|chkon|ما اسم) /,
    (quote) => findNames(quote).some(([start, end]) => / /.test(quote.slice(start, end))),
    true,
  ),
  named('penalty', /penalit|sanction| amende|astreinte|عقوب|جزاء| غرام|زجر/),
  named(
    'termination',
    /resili|denonciation|rupture|annul|suspen| retir| retrait|rompu|فسخ|الغاء|الغي|ملغا|انسحب|انسحاب|سحبت|تعليق|توقف/,
  ),
  named('contact', / adresse | telephon|courriel| e-?mail|site web|guichet|عنوان|هاتف| بريد|البريد|رقم ال/),
  named(
    'application',
    /postul|s'inscri|inscription|candidat|deposer|dossier|formulaire|condition|سجل|تسجيل|ترشح|ترشيح|ملف |استمار|شروط|ndfa3|ntsjl|ntsejjel|tsjil/,
  ),
  named('pay', /salaire|remuneration| paie|bourse|indemnit|prime| اجر|راتب|رواتب|اجور|منحه|تعويض/),
  named('fee', / frais |tarif|gratuit|payant|رسوم|تعريفه|مجان/),
  named(
    'dispute',
    /confidential|propriete intellectuelle|litige|tribunal|arbitrage|juridiction|سريه|نزاع|محكم|تحكيم|ملكيه فكريه/,
  ),
  named('force', /entree en vigueur|entre en vigueur|prend effet|حيز التنفيذ|سريان|نفاذ/),
  named('renewal', /renouvel|reconduc|prorog|تجديد|تمديد|يجدد|تجدد/),
  named('opening', /ouvrir|ouvert |ouverture|inaugur|افتتح|افتتاح|يفتح|ستفتح|تدشين|دشن|abre/),
  named('outcome', /bilan|resultat|beneficie de|ont beneficie|ont ete places|حصيل|نتايج|استفاد من|استفادوا/),
  named('sequel', /deuxieme edition|seconde edition|prochaine|الدوره الثانيه|النسخه الثانيه|القادمه|المقبله/),
  named('refusal', /refus|رفض/),
];

/** A question's text, folded for `asked`. */
const asAsked = (text: string): string =>
  ` ${foldText(text)
    .replace(/[^\p{L}\p{N}'-]+/gu, ' ')
    .trim()} `;

/** The aspects that a question asks for, in any of its readings. */
export const aspectsIn = (readings: readonly string[]): Aspect[] => {
  const folded = readings.map(asAsked);
  const found = ASPECTS.filter(({ asked }) => folded.some((text) => asked.test(text)));
  // "Combien de temps" and "quel montant" are no plain numbers.
  const measured = found.some(({ name }) => name === 'duration' || name === 'amount' || name === 'percentage');
  return measured ? found.filter(({ name }) => name !== 'number') : found;
};
