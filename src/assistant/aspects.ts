// What a question can ask for that an answer must then hold: a moment, a sum, a person, a penalty, a way to apply … Each
// aspect knows how it is asked for and how it is told, in French, Arabic and Darija. Pure.
import { foldText } from '../language/fold.ts';
import { ARABIC_PREFIX } from '../language/names.ts';
import type { ValueKind } from '../language/values.ts';
import type { Candidate } from './candidates.ts';

export type Aspect = {
  readonly name: string;
  /** Against the folded question between two spaces. */
  readonly asked: RegExp;
  /** Whether a quotation, or its heading, holds it. */
  readonly told: (candidate: Candidate) => boolean;
  /** A quotation without it is no answer; what cannot be told apart surely only counts for less. */
  readonly needed: boolean;
  /** One quotation that holds it is the whole answer. */
  readonly single: boolean;
  /** The words that name it in questions and texts alike, folded: whoever is said to preside is who directs. */
  readonly words?: RegExp;
};

/** A value: one quotation answers. */
const value = (name: string, asked: RegExp, ...kinds: readonly ValueKind[]): Aspect => ({
  name,
  asked,
  told: (candidate) => kinds.some((kind) => candidate.kinds().has(kind)),
  needed: true,
  single: true,
});

/** A matter that texts name with the same words as questions do: beginnings of words, folded. */
const matter = (name: string, french: string, arabic: string): Aspect => {
  const words = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:${french})|${ARABIC_PREFIX}(?:${arabic}))`, 'u');
  return {
    name,
    asked: words,
    told: (candidate) => words.test(candidate.folded()),
    words,
    needed: true,
    single: false,
  };
};

/** What something is for: texts say so in many ways, so its absence only counts for less. */
const PURPOSE_ASKED =
  / (?:c'est quoi|cest quoi|c quoi|qu'est ce que|qu'est ce qu|(?:a|pour) quoi (?:ca )?ser\S*|ser\S* a quoi|ca sert|(?:quel|quels) (?:est|sont) (?:le|les|l')? ?(?:but|objet|objectif|objectifs|theme|sujet)|but|objet|objectif|objectifs|theme|porte sur quoi|sur quoi porte|parle de quoi|de quoi parle|consiste|pourquoi|ما (?:هو |هي )?(?:هدف|الهدف|اهداف|الاهداف|غايه|الغايه|الغرض|غرض|موضوع|محور)|(?:ال)?(?:هدف|غايه|غرض|موضوع) (?:من|هذا|هذه)|لماذا|علاش|علي ماذا ينص|ماذا (?:ينص|يتضمن|تتضمن)|شنو (?:فيه|فيها|الهدف|هو|هي|كيقول)|اش فيه|فاش غادي ينفع|علي شنو كيهضر|ach fih|chno fih|chnou fih|achno fih|3lach|lhadaf|l'objectif|fach ghadi) /;
const PURPOSE_TOLD =
  /(?<![\p{L}])(?:vis[ea]\w*|objectif|objet|afin|permett\w+|but|ambition\w*|dans le cadre|port[ea]nt? sur|(?:و|ف)?(?:ي|ت)هدف|(?:ال|و)?هدف|(?:ال|و)?اهداف|بهدف|من اجل|لاجل|(?:ي|ت)روم|بغيه|(?:ي|ت)سعي|(?:ل|ا)تعزيز|الي تعزيز|بغرض|قصد)(?![\p{L}])/u;

const ASPECTS: readonly Aspect[] = [
  {
    name: 'purpose',
    asked: PURPOSE_ASKED,
    told: (candidate) => PURPOSE_TOLD.test(candidate.folded()),
    needed: false,
    single: false,
  },
  value('percentage', / (pourcentage|pourcent|taux|نسبه|بالمايه|بالميه) /, 'percentage'),
  value(
    'duration',
    / (duree|combien de temps|combien d'annees|combien de mois|combien d'ans|مده|المده|كم سنه|كم شهر|كم عام|كم من الوقت|كم من سنه|كم من شهر|كم من السنوات|كم من عام) /,
    'duration',
  ),
  value(
    'amount',
    / (budget|lbudget|enveloppe|cout|coute|couter|coutera|montant|prix|somme|(?:d')?argent|(?:quel|combien de|combien) (?:est le )?(?:financement|investissement|financera|finance|investir|investira)|combien (?:\S+ ){1,6}investir|ميزانيه|الميزانيه|(?:ما|كم|حجم|قيمه) (?:هو |هي )?(?:التمويل|تمويل|الاستثمار|استثمار)|كلفه|الكلفه|تكلفه|التكلفه|مبلغ|المبلغ|ثمن|سعر|فلوس|الفلوس|flous|lflous|lfloos) /,
    'amount',
  ),
  value(
    'date',
    / (quand|quelle date|quel jour|quelle annee|quel mois|depuis quand|date signature|date de (?:la )?signature|متي|(?:ما|اي|في) (?:هو )?(?:تاريخ|التاريخ)|اي يوم|اي سنه|اي شهر|fo9ach|fou9ach|wa9tach|imta) /,
    'date',
  ),
  value(
    'number',
    / (combien|quel nombre|كم|(?:ما|هو) (?:هو )?عدد|وما عددها|شحال|ch7al|chhal|cha7al) /,
    'number',
    'amount',
    'percentage',
    'duration',
  ),
  {
    name: 'person',
    asked:
      /^ (qui|من) | (qui est|qui a|qui ont|qui etait|qui sont|qui dirige|qui preside|par qui|quel ministre|quelle ministre|quel est le nom|quel nom|comment s'appelle|شكون|chkoun|chkon|ما اسم) /,
    told: (candidate) => candidate.namesSomebody(),
    needed: false,
    single: true,
  },
  {
    name: 'place',
    asked:
      /^ (ou|d'ou) (?!non )| (ou est|ou se|ou a|ou sera|ou ont|quelle ville|quelle region|quel lieu|quel endroit|اين|فين|اي مدينه|اي مكان) /,
    told: (candidate) => candidate.namesPlace(),
    needed: false,
    single: true,
  },
  matter('penalty', 'penalit|sanction|amendes? |astreinte', '(?:عقوب|غرام|زجر)|(?:جزا|جزاات) '),
  matter(
    'termination',
    'resili|denonciation|rupture|annul|suspen|retrait|retire|rompu',
    'فسخ|الغا |الغاها|الغيت|الغي |ملغا|انسحب|انسحاب|سحبت|تعليق (?:ال)?(?:اتفاق|مذكر|عمل|بروتوكول)',
  ),
  matter(
    'contact',
    'adresse |adresses |telephon|courriel|e mail|email|site web|guichet',
    'هاتف|رقم (?:ال)?هاتف|بريد|عنوان (?:ال)?(?:مقر|وزار|مكتب|معهد|مركز|شرك|موسس|بريد)|موقع (?:ال)?(?:الكتروني|انترنت)',
  ),
  matter(
    'application',
    "postul|s'inscri|inscription|inscrire|candidat|dossier de|formulaire|conditions (?:d'acces|d'admission|d'eligibilite|d'inscription|pour (?:postuler|beneficier|s'inscrire))",
    'تسجل|تسجيل|اتسجل|نتسجل|ترشح|ترشيح|ملف (?:ال)?(?:ترش|تسجيل|طلب)|استمار|شروط (?:ال)?(?:تسجيل|ترش|استفاد|قبول|ولوج)|ntsjl|ntsejjel',
  ),
  matter('pay', 'salaire|remuneration|indemnit', 'راتب|رواتب|اجور|تعويض'),
  matter('fee', 'frais |tarif|gratuit|payant', 'رسوم |تعريفه|مجاني|مجانا|بالمجان'),
  matter(
    'dispute',
    'confidential|propriete intellectuelle|litige|tribunal|arbitrage|juridiction',
    'سريه |نزاع|محكمه|محاكم|تحكيم|ملكيه (?:ال)?فكريه',
  ),
  matter('force', 'entree en vigueur|entre en vigueur|entrera en vigueur|prend effet', 'حيز (?:ال)?تنفيذ|سريان'),
  matter(
    'expiry',
    'expir|prend(?:ra)?(?:[ -](?:t[ -])?(?:il|elle))? fin|fin de validite|arrive a (?:terme|echeance)',
    '(?:ينتهي|تنتهي|انتها|انقضا) (?:ال)?(?:عمل|سريان|صلاحي|مده)',
  ),
  matter(
    'head',
    'dirige|preside|president|directeur|directrice|patron |patronne |pdg ',
    'مدير|رييس(?!ي)|يراس |يتراس |تراس ',
  ),
  matter('seat', 'siege', 'مقر(?:ها|هم|ه)?(?!\\p{L})'),
  matter('renewal', 'renouvellement|renouvele|recondu[ci]|prorog', 'تجديد|تمديد'),
  matter('opening', 'ouvrira|ouvert au |ouverture|accueillera', 'افتتح|افتتاح|ستفتح|سيفتح|يفتح |تدشين'),
  matter(
    'sequel',
    'deuxiemes? |secondes? edition|prochaines? edition',
    'دوره (?:ال)?ثانيه|نسخه (?:ال)?ثانيه|دوره (?:ال)?مقبله',
  ),
  matter('refusal', 'refus', 'رفض|ترفض'),
];

/** Words that texts and questions use for one act or kind of text: beginnings of words, folded. */
const synonyms = (french: string, arabic: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:${french})|${ARABIC_PREFIX}(?:${arabic}))`, 'u');

/** What is signed is concluded; a memorandum is an agreement. */
export const SYNONYMS: readonly RegExp[] = [
  synonyms('sign(?:e|a)|conclu|paraph', '(?:(?:ي|ت)?وقع(?:ت|ه|ها|وا|و)?(?!\\p{L}))|توقيع|ابرم|ابرام|مبرم|سينا'),
  synonyms('accord|convention|memorandum|protocole|entente', 'اتفاق|مذكر|بروتوكول'),
];

/** A question's text, folded for `asked`. */
const asAsked = (text: string): string =>
  ` ${foldText(text)
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()} `;

/** The aspects that a question asks for, in any of its readings. */
export const aspectsIn = (readings: readonly string[]): Aspect[] => {
  const folded = readings.map(asAsked);
  const found = ASPECTS.filter(({ asked }) => folded.some((text) => asked.test(text)));
  // "Combien de temps" and "quel montant" are no plain numbers.
  const measured = found.some(({ name }) => name === 'duration' || name === 'amount' || name === 'percentage');
  return measured ? found.filter(({ name }) => name !== 'number') : found;
};
