// The small words that decide what a sentence asserts: denied, uncertain, planned, permitted, owed, of all or of some. Finds
// them in French and Arabic. Hides the word lists.
import type { Term } from '../../language/fold.ts';

/** What a cue does to its sentence. */
export type CueKind = keyof typeof PATTERNS;

/** A cue and the words that it is made of, by place in the list of words. */
export type Cue = { readonly kind: CueKind; readonly first: number; readonly last: number };

const VERB_ENDING = '(?:e|es|ent|er|ait|aient|ant|ee?s?|a|ons)';

/** In folded words with a space on either side; elided words keep their apostrophe. `~` stands for Arabic conjunctions. */
const PATTERNS = {
  negated:
    "ne|n'|pas|jamais|aucune?s?|nul|nulle|ni|rien|guere|not|no|~لا(?! سيما)|~[بل]?الا (?=[يتن]\\S{2})|~لم|~لن|~ليس[توا]*|~ما \\S+ش|~ما\\S{2,}ش|~ماشي|~ما(?! (?:يلي|مجموعه|قيمته|يعادل|يناهز|يقارب|بين|زال|يتعلق|يخص|بعد|قبل|لا|هو|هي))",
  without: 'non|sans|~[بل]?غير(?! ان)|~ب?دون|~بلا|~?[وفبل]?عدم',
  excepted:
    'sauf|hors|hormis|excepte[es]*|exception|exclu|exclue|exclus|exclues|exclut|exclure|excluant|exclusions?|sinon|~سوي|~ب?استثنا|~?يستثني|~?تستثني|مستثن\\S+|~ما عدا|~ماعدا|~عدا|~?استثناءات|~?استثناات|~الا',
  denied: `faux|fausses?|faussement|dement\\S*|nie|nient|nier|niait|refus\\S*|rejet\\S*|annul\\S*|abrog\\S*|suspend\\S*|suspens\\S*|interdi\\S*|empech${VERB_ENDING}|echou\\S*|echec|renonc\\S*|oppos\\S*|contest${VERB_ENDING}|absence|absente?s?|cess\\S+|retir\\S*|rumeurs?|erron\\S*|invalid${VERB_ENDING}|illegal\\S*|~نفي|~نفت|~ينفي|~تنفي|~?كذب\\S*|~?كاذب\\S*|~?خاطي\\S*|~?[يت]?رفض\\S*|~?ال(?:رفض|غا)|~?الغ(?:ي|ت|يت|ا|وا)|~[يت]لغي|~?فسخ\\S*|~علق\\S*|~?تعليق|~?[يت]?منع|~?ممنوع\\S*|~?[يت]?حظر|~?محظور\\S*|~?فشل\\S*|~?امتن\\S+|~?[يت]متنع|~?تراجع\\S*|~?انكر\\S*|~?اشاعه|~?تاجيل`,
  hypothetical: `(?!(?:portrait|trait|extrait|retrait|attrait|abstrait|distrait|soustrait|parait|disparait)s? )\\S+(?:er|ir|r|dr|vr|tr)ai(?:t|ent)|envisag\\S*|eventuel\\S*|probabl\\S*|peut etre|susceptib\\S*|cas echeant|hypothe\\S*|propos(?!\\S*ition de loi)\\S+|souhait\\S*|esper${VERB_ENDING}|espoir|demand${VERB_ENDING}|reclam\\S*|menac\\S*|promet\\S*|promesses?|negoci\\S*|projett${VERB_ENDING}|examin${VERB_ENDING}|etudi(?:e|ent|er|ait)|discut\\S*|tent(?:e|ent|er|ait)|tentatives?|crai(?:nt|gnent|ndre)|risqu\\S*|~?قد (?!تم )[يتن]\\S+|~?ربما|~?يحتمل|~?محتمل\\S*|~?مرتقب\\S*|~?[يت]رتقب|~?[يت]توقع|~?متوقع\\S*|~?[يت]?قترح\\S*|~?اقتر\\S+|~?مقتر\\S*|~?[يت]نتظر|~?منتظر\\S*|~?يفترض|~?[يت]طالب\\S*|~?طالبت|~?طالبوا|~?يرجح|~?لعل|~?[يت]امل|~?[يت]رغب|~?[يت]تفاوض|~?مفاوضات|~?يعتقد|~?[يت]درس|~?دراسه امكان\\S*`,
  conditional:
    "si|s' ils?|en cas|a (?:la )?condition|sous reserve|a moins|tant que|pourvu|lorsqu'|lorsque|~اذا|~لو|~لولا|~?في حاله?|~?شريطه|~?ب?شرط|~ما لم|~?رهين\\S*|~?مشروط\\S*",
  reported: `selon|dires|d' apres|compte rendu|pretend\\S*|affirm${VERB_ENDING}|accus${VERB_ENDING}|estim${VERB_ENDING}|declar(?:e|ent|ait)|annonc\\S+|dit que|il parait|suppos\\S+|croi(?:t|ent)|pens(?:e|ent)|~حسب|~وفقا?|~قال\\S*|~[يت]قول\\S*|~?صرح\\S*|~?[يت]صرح|~اعلنت?|~[يت]علن|~?[يت]?زعم\\S*|~?[يت]تهم|~?اتهم\\S*|~?اكدت?|~?[يت]وكد|~?اعتبرت?|~?[يت]عتبر|~?التقارير|~?تقارير|~?نقلا|~?ذكرت|~?افاد\\S*`,
  may: 'peut|peuvent|pourra|pourront|possib\\S*|autoris\\S*|permis\\S*|ont? (?:le )?droit|a (?:le )?droit|habilit\\S*|~?[يت]مكن\\S*|~?[يت]جوز|~?[يت]حق|~?من حق|~?بامكان\\S*|~?ب?امكاني\\S*|~?مخول\\S*|~?مسموح|~?يسمح|~?يرخص',
  must: 'doit|doivent|devra|devront|obligatoire\\S*|obligations?|oblig\\S+|tenue?s? de|il faut|exig\\S*|imperati\\S*|requis\\S*|~?يجب|~?ينبغي|~?يتعين|~?[يم]لزم\\S*|~?تلزم\\S*|~?الزامي\\S*|~?اجباري\\S*|~?لا بد|~?علي \\S+ ان',
  committed:
    "s' engagent?|s' engage\\S*|engagements?|engage[es]* a|promet\\S*|~?التزمت?|~?[يت]لتزم\\S*|~?ملتزم\\S*|~?تعهدت?|~?[يت]تعهد\\S*|~?التزام\\S*|~?الالتزام\\S*",
  planned:
    'vise|visent|visant|entend|entendent|objectifs?|but|prevoit|prevoient|ambition\\S*|vocation|projett\\S*|planifi\\S*|cherche(?:nt)? a|~?[يت]هدف\\S*|~?هدف\\S*|~?الهدف|~?اهداف\\S*|~?الاهداف|~?[يت]روم|~?[يت]سعي|~?[يت]عتزم|~?[يت]توخي|~?الغايه|~?غايه|~?غايات|~?[يت]نص|~?منصوص|~?[يت]قضي|~?من شان\\S*|~?[يت]دعو|~?قصد|~?بغيه|~?من اجل',
  scheduled: 'prevue?s?|programmee?s?|destinee?s?|~?مقرره?|~?مبرمجه?|~?مزمعه?',
  topical:
    'porte(?:nt)? sur|portant|concern\\S+|relati[fv]\\S*|consacr\\S+|objet|traite(?:nt)? de|au sujet|~?[يت]تعلق|~?متعلق\\S*|~?المتعلق\\S*|~?[يت]تناول|~?[يت]خص|~?حول|~?موضوع\\S*|~?[يت]شمل',
  future:
    '(?!(?:opera|camera|sahara|para|tera|infra|ultra|extra|supra|moderat\\S+|pourra|devra|pourront|devront) )\\S{2,}(?:er|ir|dr|vr|rr|aur|ser|fer|tr)(?:a|ont)|sera|seront|aura|auront|fera|feront|ira|iront|prochain\\S*|a venir|vont? (?:etre|\\S+(?:er|ir|re))|~?سوف|~?س(?:ي|ت(?!ين|ون|ه |ار)|ن(?!ه |ه$|وات|وي|تيم|غال|دات|د ))(?!اس|اد|ار|د |ده|دات|ولات|ر |رات|راميك|نما|دي)\\S{2,}',
  former: 'ancien\\S*|ex|sortante?s?|precedente?s?|~?ال?سابق\\S*',
  only: "(?:ne|n') (?:(?!pas |plus |jamais )\\S+ ){1,4}qu[e']|seule?s?|seulement|uniquement|exclusi\\S*|rien que|limit[ee]e?s? a|~?فقط|~?وحد(?:ه|ها|هم|هما|هن)|~?حصر\\S*|~?[يت]قتصر|~?مقتصر\\S*|~?الوحيد\\S*",
  some: 'certaine?s?|quelques?|plusieurs|partiel\\S*|en partie|~?بعض\\S*|~?عده|~?جزيي\\S*|~?جزيا|~?جز',
  all: "tous|toutes|toute|chaque|chacune?|totalite|integral\\S*|l' ensemble|~?كل(?! (?:من|ما) )\\S{0,2}|~?ال?جميع\\S*|~?كافه|~?كامل\\S*",
  most: 'plupart|majorit\\S*|~?معظم|~?اغلب\\S*|~?غالبي\\S*',
  share: 'moitie|demi\\S*|tiers|quart|~?نصف|~?ثلث\\S*|~?ربع',
  about:
    "environ|pres d[e']|approximativ\\S*|a peu pres|de l' ordre|autour|~?نحو|~?حوالي|~?[يت]قارب|~?زها|~?تقريب\\S*|~?قرابه|~?ما يقارب",
  atLeast: 'au moins|minimum|minimal\\S*|a partir|plancher|~?علي الاقل|~?لا [يت]قل|~?ال?ادني|~?ابتدا من',
  atMost:
    "au plus|maximum|maximal\\S*|plafon\\S*|jusqu'|jusque|n' exced\\S+|ne depass\\S+|~?علي الاكثر|~?لا [يت]تجاوز|~?لا [يت]زيد|~?ال?اقصي|~?سقف|~?حتي",
  more: "plus d[e']|superieure?s?|exced\\S+|depass\\S+|davantage|~?ال?اكثر|~?[يت]فوق|~?[يت]تجاوز|~?ازيد|~?تجاوز\\S*",
  less: "moins d[e']|inferieure?s?|~?ال?اقل",
  perYear: 'par an|annuel\\S*|chaque annee|tous les ans|~?سنوي\\S*|~?السنوي\\S*|~?كل سنه|~?في السنه|~?كل عام',
  perMonth: 'par mois|mensuel\\S*|chaque mois|~?شهري\\S*|~?الشهري\\S*|~?كل شهر|~?في الشهر',
  perWeek: 'par semaine|hebdomad\\S*|chaque semaine|~?اسبوعيا|~?ال?اسبوعي\\S*|~?في الاسبوع|~?كل اسبوع',
  perDay: 'par jour|quotidien\\S*|journali\\S*|chaque jour|~?يوميا|~?يوميه|~?اليومي\\S*|~?في اليوم|~?كل يوم',
  perHead: 'par (?:personne|habitant|eleve|tete|foyer|salarie|agent|enfant)|~?لكل|~?للفرد|~?عن كل',
  against: 'contre|~?ضد',
  before: 'avant|~?(?<!من )قبل',
  after: "apres|depuis|suite a|a l' issue|~?بعد|~?منذ|~?عقب",
  cause:
    "car|parce que|puisqu[e']|donc|en raison|a cause|grace|du fait|par consequent|ainsi|~?لان\\S*|~?بسبب|~?لذلك|~?بفضل|~?نتيجه|~?وبالتالي",
  degree: 'plus|moins|tres|trop|mieux|meilleure?s?|pire|fortement|~?جدا|~?للغايه|~?اكثر|~?اقل|~?اكبر|~?اهم',
  time: "aujourd'hui|hier|demain|actuellement|recemment|desormais|deja|encore|toujours|bientot|enfin|~?امس|~?غدا|~?حاليا|~?موخرا|~?الان|~?دايما|~?لا [يت]زال|~?ما زال",
} as const;

const KINDS = Object.keys(PATTERNS) as CueKind[];

const EXPRESSIONS: ReadonlyMap<CueKind, RegExp> = new Map(
  KINDS.map((kind) => [
    kind,
    new RegExp(`(?<= )(?:${PATTERNS[kind].replaceAll('~?', '[وفبل]?(?:ال|لل)?').replaceAll('~', '[وف]?')})(?= )`, 'gu'),
  ]),
);

/** Longer cues that hold a shorter one of the other sort: "au moins" is no "moins de", "لا يتجاوز" denies nothing. */
const HIDES: Partial<Readonly<Record<CueKind, readonly CueKind[]>>> = {
  atLeast: ['less', 'negated', 'more'],
  atMost: ['more', 'negated', 'less'],
  may: ['hypothetical'],
  excepted: ['negated'],
  must: ['hypothetical', 'negated'],
  perYear: ['all'],
  perMonth: ['all'],
  perWeek: ['all'],
  perDay: ['all'],
  perHead: ['all'],
};

/** The cues in these words, in no order. */
export const cuesIn = (words: readonly Term[], text: string): readonly Cue[] => {
  const starts: number[] = [];
  let joined = ' ';
  for (const word of words) {
    starts.push(joined.length);
    joined += `${word.folded}${/^['’‘ʼ＇`´′‛]/u.test(text.slice(word.end)) ? "'" : ''} `;
  }
  const found = KINDS.flatMap((kind) =>
    [...joined.matchAll(EXPRESSIONS.get(kind) ?? /$^/gu)].map(({ 0: cue, index }) => ({
      kind,
      first: starts.indexOf(index),
      last: starts.findLastIndex((start) => start < index + cue.length),
    })),
  );
  return found.filter(
    (cue) =>
      cue.first !== -1 &&
      !found.some(
        (other) => HIDES[other.kind]?.includes(cue.kind) && other.first <= cue.last && cue.first <= other.last,
      ),
  );
};
