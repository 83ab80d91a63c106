// What the REPL says to the staff who work with it, in Arabic and in French. A phrase that is missing in one language does
// not compile; answers themselves take theirs from phrases.ts.
import type { Evidence } from '../assistant/evidence.ts';
import type { Language } from '../domain.ts';

export type CommandName =
  | 'help'
  | 'lang'
  | 'top'
  | 'explain'
  | 'open'
  | 'sources'
  | 'stats'
  | 'reload'
  | 'forget'
  | 'save'
  | 'eval'
  | 'quit';

export type ReplPhrases = {
  readonly welcome: string;
  readonly prompt: string;
  /** How each command is written, and what it does. */
  readonly commands: Readonly<Record<CommandName, readonly [usage: string, purpose: string]>>;
  readonly otherwise: string;
  readonly unknownCommand: (name: string, nearest: string | null) => string;
  readonly wrongUsage: (usage: string) => string;
  readonly leaveHint: string;
  readonly languageSet: Readonly<Record<Language | 'auto', string>>;
  readonly topSet: (count: number) => string;
  readonly noAnswerYet: string;
  readonly nothingToOpen: string;
  readonly noSuchPassage: (most: number) => string;
  readonly thisPassage: string;
  readonly emptyIndex: string;
  /** With their colon. */
  readonly labels: Readonly<
    Record<'passages' | 'agreements' | 'languages' | 'model' | 'index' | 'terms' | 'found' | 'judgement', string>
  >;
  readonly languages: Readonly<Record<Language, string>>;
  readonly explanation: {
    readonly smalltalk: string;
    readonly columns: readonly [rank: string, vector: string, lexical: string, fused: string, place: string];
    readonly nothingFound: string;
    readonly nothingToJudge: string;
    readonly answered: (support: string, threshold: string) => string;
    readonly refused: (support: string, threshold: string) => string;
    readonly evidence: Readonly<Record<keyof Evidence, string>>;
    /** Why support is low, by the measurement that shows it. */
    readonly reasons: Readonly<Partial<Record<keyof Evidence, string>>>;
  };
};

const french: ReplPhrases = {
  welcome: 'Mithaq. Posez une question en français ou en arabe\u00a0; :help montre les commandes.',
  prompt: 'question> ',
  commands: {
    help: [':help', 'montre les commandes'],
    lang: [':lang auto|ar|fr', 'langue des réponses\u00a0; auto suit la question'],
    top: [':top N', 'nombre de passages que montre :explain (1 à 50)'],
    explain: [':explain', "explique la dernière réponse, ou pourquoi il n'y en a pas"],
    open: [':open N', 'ouvre le passage N de la dernière réponse, avec ses voisins'],
    sources: [':sources', 'montre les textes indexés'],
    stats: [':stats', "mesure l'index et ce que le modèle de rédaction a consommé"],
    reload: [':reload', "relit les textes et met l'index à jour"],
    forget: [':forget', 'oublie la conversation'],
    save: [
      ':save [none|ID…] [| FAIT; FAIT…]',
      "garde la dernière question et sa réponse, ou sa correction, pour :eval (none\u00a0: les textes n'y répondent pas)",
    ],
    eval: [':eval [FICHIER]', 'pose les questions gardées et mesure les réponses'],
    quit: [':quit', 'quitte (ou Ctrl-D)'],
  },
  otherwise: 'Toute autre ligne est une question. Ctrl-C interrompt une réponse.',
  unknownCommand: (name, nearest) =>
    `Commande inconnue\u00a0: ${name}.${nearest === null ? '' : ` Vouliez-vous dire ${nearest}\u00a0?`} :help montre les commandes.`,
  wrongUsage: (usage) => `Usage\u00a0: ${usage}`,
  leaveHint: 'Encore Ctrl-C pour quitter.',
  languageSet: {
    auto: 'Les réponses suivent la langue de la question.',
    ar: 'ستكون الأجوبة بالعربية.',
    fr: 'Les réponses seront en français.',
  },
  topSet: (count) => `Passages montrés par :explain\u00a0: ${count}.`,
  noAnswerYet: "Il n'y a pas encore de réponse.",
  nothingToOpen: "La dernière réponse n'a pas de passage.",
  noSuchPassage: (most) => `La dernière réponse a les passages 1 à ${most}.`,
  thisPassage: 'ce passage',
  emptyIndex: "L'index est vide.",
  labels: {
    passages: 'Passages\u00a0:',
    agreements: 'Textes\u00a0:',
    languages: 'Langues\u00a0:',
    model: 'Modèle\u00a0:',
    index: 'Index\u00a0:',
    terms: 'Termes cherchés\u00a0:',
    found: 'Passages trouvés\u00a0:',
    judgement: 'Jugement\u00a0:',
  },
  languages: { ar: 'arabe', fr: 'français' },
  explanation: {
    smalltalk: "C'est une formule de conversation\u00a0: les textes n'ont pas été consultés.",
    columns: ['rang', 'vecteurs', 'mots', 'fusion', 'passage'],
    nothingFound: 'aucun',
    nothingToJudge: 'aucun passage à juger',
    answered: (support, threshold) => `appui ${support}, seuil ${threshold}\u00a0: répondu`,
    refused: (support, threshold) => `appui ${support}, seuil ${threshold}\u00a0: refusé, l'appui ne suffit pas`,
    evidence: {
      focus: "mots de la question autres que le nom de l'accord, dans la citation",
      inContext: 'mots de la question, avec le titre et le contexte',
      inPassage: 'les mêmes, dans tout le passage',
      exact: 'mots retrouvés tels quels, avec le titre et le contexte',
      exactInPassage: 'mots retrouvés tels quels dans tout le passage',
      knownLacking: 'mot connu des textes, absent du passage',
      unseenLacking: 'mots inconnus des textes',
      leastHeld: "mot le moins bien retrouvé d'une question brève",
      likeness: 'ressemblance de sens',
      tokens: 'mots de la question, un à un, dans la citation',
      tokensInContext: 'les mêmes, avec le titre et la rubrique',
      tokensInPassage: 'les mêmes, dans tout le passage',
      lead: 'avance du passage sur le suivant',
      placed: 'rang du passage parmi ceux trouvés (1, puis 1/2, 1/3…)',
      told: 'tout ce qui est demandé (date, somme, personne…) est dit',
      untold: 'une chose demandée manque',
      missingNumber: 'nombre de la question absent du passage',
      uncounted: "ce qui est à compter n'est pas nommé",
      named: "noms d'accord de la question dans le passage",
      namesake: "noms d'accord de la question dans le titre et les parties",
      unknownName: 'nom absent de tous les textes',
      new: 'mots qui ajoutent à la question',
      otherLanguage: "dans l'autre langue",
    },
    reasons: {
      untold: 'aucune citation ne contient ce qui est demandé (date, somme, durée, nombre, personne, lieu, sanction…)',
      unknownName: 'un nom de la question est absent de tous les textes',
      missingNumber: 'un nombre de la question est absent du passage',
    },
  },
};

const arabic: ReplPhrases = {
  welcome: 'ميثاق. اطرحوا سؤالاً بالعربية أو بالفرنسية؛ يعرض :help الأوامر.',
  prompt: 'سؤال> ',
  commands: {
    help: [':help', 'عرض الأوامر'],
    lang: [':lang auto|ar|fr', 'لغة الأجوبة؛ مع auto تتبع لغة السؤال'],
    top: [':top N', 'عدد المقاطع التي يعرضها :explain (من 1 إلى 50)'],
    explain: [':explain', 'شرح الجواب الأخير أو سبب غيابه'],
    open: [':open N', 'فتح المقطع N من الجواب الأخير مع ما يجاوره'],
    sources: [':sources', 'عرض النصوص المفهرسة'],
    stats: [':stats', 'أرقام الفهرس وما استهلكه نموذج التحرير'],
    reload: [':reload', 'إعادة قراءة النصوص وتحديث الفهرس'],
    forget: [':forget', 'نسيان المحادثة'],
    save: [
      ':save [none|ID…] [| TEXT; TEXT…]',
      'حفظ السؤال الأخير مع جوابه، أو مع تصحيحه، من أجل :eval (مع none: لا جواب في النصوص)',
    ],
    eval: [':eval [FILE]', 'طرح الأسئلة المحفوظة وقياس الأجوبة'],
    quit: [':quit', 'الخروج (أو Ctrl-D)'],
  },
  otherwise: 'كل سطر آخر سؤال. يوقف Ctrl-C الجواب الجاري.',
  unknownCommand: (name, nearest) =>
    `أمر غير معروف: ${name}.${nearest === null ? '' : ` هل تقصدون ${nearest}؟`} يعرض :help الأوامر.`,
  wrongUsage: (usage) => `الاستعمال: ${usage}`,
  leaveHint: 'اضغطوا Ctrl-C مرة أخرى للخروج.',
  languageSet: {
    auto: 'تتبع الأجوبة لغة السؤال.',
    ar: 'ستكون الأجوبة بالعربية.',
    fr: 'Les réponses seront en français.',
  },
  topSet: (count) => `عدد المقاطع التي يعرضها :explain هو ${count}.`,
  noAnswerYet: 'ليس هناك جواب بعد.',
  nothingToOpen: 'لا يتضمّن الجواب الأخير أي مقطع.',
  noSuchPassage: (most) => `مقاطع الجواب الأخير مرقّمة من 1 إلى ${most}.`,
  thisPassage: 'هذا المقطع',
  emptyIndex: 'الفهرس فارغ.',
  labels: {
    passages: 'المقاطع:',
    agreements: 'النصوص:',
    languages: 'اللغات:',
    model: 'النموذج:',
    index: 'الفهرس:',
    terms: 'الكلمات المبحوث عنها:',
    found: 'المقاطع الموجودة:',
    judgement: 'الحكم:',
  },
  languages: { ar: 'العربية', fr: 'الفرنسية' },
  explanation: {
    smalltalk: 'هذه عبارة مجاملة، ولم يُرجع فيها إلى النصوص.',
    columns: ['الرتبة', 'المتجهات', 'الكلمات', 'الدمج', 'المقطع'],
    nothingFound: 'لا شيء',
    nothingToJudge: 'لا مقطع للحكم عليه',
    answered: (support, threshold) => `السند ${support} والعتبة ${threshold}: أُجيب`,
    refused: (support, threshold) => `السند ${support} والعتبة ${threshold}: لم يُجَب لأن السند غير كافٍ`,
    evidence: {
      focus: 'كلمات السؤال غير اسم الاتفاق، في الاقتباس',
      inContext: 'كلمات السؤال مع العنوان والسياق',
      inPassage: 'الكلمات نفسها في المقطع كله',
      exact: 'كلمات وردت بلفظها مع العنوان والسياق',
      exactInPassage: 'كلمات وردت بلفظها في المقطع كله',
      knownLacking: 'كلمة تعرفها النصوص وتغيب عن المقطع',
      unseenLacking: 'كلمات لا تعرفها النصوص',
      leastHeld: 'أضعف كلمات السؤال القصير حضوراً',
      likeness: 'التشابه في المعنى',
      tokens: 'كلمات السؤال واحدة واحدة في الاقتباس',
      tokensInContext: 'هي نفسها مع العنوان والباب',
      tokensInPassage: 'هي نفسها في المقطع كله',
      lead: 'تقدّم المقطع على الذي يليه',
      placed: 'رتبة المقطع بين ما وُجد (1 ثم 1/2 ثم 1/3…)',
      told: 'كل ما طُلب (تاريخ أو مبلغ أو شخص…) مذكور',
      untold: 'شيء مما طُلب غائب',
      missingNumber: 'عدد في السؤال غائب عن المقطع',
      uncounted: 'ما يُراد عدّه غير مذكور',
      named: 'أسماء الاتفاق الواردة في السؤال، في المقطع',
      namesake: 'أسماء الاتفاق الواردة في السؤال، في العنوان والأطراف',
      unknownName: 'اسم لا تذكره النصوص كلها',
      new: 'كلمات تضيف إلى السؤال',
      otherLanguage: 'باللغة الأخرى',
    },
    reasons: {
      untold: 'لا يتضمّن أي اقتباس ما طُلب (تاريخ أو مبلغ أو مدة أو عدد أو شخص أو مكان أو عقوبة…)',
      unknownName: 'في السؤال اسم لا تذكره النصوص كلها',
      missingNumber: 'في السؤال عدد لا يرد في المقطع',
    },
  },
};

/** The phrases by the language that the staff member works in. */
export const REPL_PHRASES: Readonly<Record<Language, ReplPhrases>> = { ar: arabic, fr: french };
