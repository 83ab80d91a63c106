// Everything that Mithaq says on Telegram beside its answers, in Arabic and in French. A phrase that is missing in one
// language does not compile. All of it is plain text, shown as it stands: an Arabic line begins with an Arabic word, and its
// commands stand in isolates, or it would be set from left to right, or show `ask/`. Hides typography and plurals.
import type { Language } from '../../domain.ts';

/** The commands that everybody may give. */
export type CommandName = 'start' | 'help' | 'ask' | 'sources' | 'lang' | 'forget' | 'about';

/** The language of the answers: that of the question, or always the same. */
export type LanguageChoice = Language | 'auto';

/** Why an answer was of no use, as one word. */
export type Reason = 'wrong' | 'incomplete' | 'unclear' | 'language';

/** What /about must say truthfully of this installation. */
type PrivacyFacts = {
  /** Whether a judgement is kept with the text of its question. */
  readonly keepsQuestions: boolean;
  /** Whether a chat model is shown the questions. */
  readonly usesChatModel: boolean;
};

export type TelegramPhrases = {
  readonly start: string;
  readonly help: string;
  readonly about: (facts: PrivacyFacts) => string;
  /** What the profile of the bot says, and the empty chat before the first message. */
  readonly shortDescription: string;
  readonly description: string;
  readonly commands: Readonly<Record<CommandName, string>>;
  /** Above the buttons of /lang. */
  readonly whichLanguage: string;
  readonly languageChoices: Readonly<Record<LanguageChoice, string>>;
  readonly languageSet: Readonly<Record<LanguageChoice, string>>;
  readonly forgotten: string;
  readonly sourcesTitle: (count: number) => string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly emptyIndex: string;
  readonly passageGone: string;
  readonly otherLanguageGone: string;
  readonly mediaNotRead: string;
  readonly askUsage: string;
  readonly busy: string;
  readonly slowDown: (seconds: number) => string;
  readonly tooLong: string;
  /** Of an answer that a restart cut off. */
  readonly interrupted: string;
  /** Of any fault that the reader can do nothing about. */
  readonly unavailable: string;
  readonly thanksForFeedback: string;
  readonly whyNotUseful: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly citationSent: string;
  readonly notForYou: string;
  /** Stands before the agreements nearest to a question without an answer. */
  readonly nearestAgreements: string;
  /** Stands before the question that a follow-up was read as. */
  readonly understood: string;
  /** After the first parties of an agreement that has more, at least two. */
  readonly otherParties: (count: number) => string;
  /** Above the parts of an opened passage. */
  readonly opened: Readonly<Record<'before' | 'passage' | 'after', string>>;
  readonly buttons: {
    readonly passage: (marker: number) => string;
    /** The same, for three in a row. */
    readonly passageBriefly: (marker: number) => string;
    /** Opens the text in this language. */
    readonly otherLanguage: Readonly<Record<Language, string>>;
    readonly copy: string;
    readonly share: string;
    readonly previous: string;
    readonly next: string;
  };
  readonly inline: Readonly<Record<'ask' | 'nothing' | 'openChat', string>>;
  readonly admin: {
    readonly statistics: (counts: Readonly<Record<StatisticsCount, number>>) => string;
    readonly quality: (useful: number, notUseful: number) => string;
    readonly noFeedback: string;
    readonly reindexing: string;
    readonly reindexed: (counts: Readonly<Record<'added' | 'updated' | 'removed' | 'unchanged', number>>) => string;
    readonly faultyTexts: (count: number) => string;
    readonly reindexFailed: string;
  };
};

type StatisticsCount = 'agreements' | 'passages' | 'answered' | 'refused' | 'failed' | 'useful' | 'notUseful';

const frenchPlural = new Intl.PluralRules('fr');

const frenchCount = (count: number, one: string, more: string): string =>
  `${count}\u00a0${frenchPlural.select(count) === 'one' ? one : more}`;

const french: TelegramPhrases = {
  start:
    'Bonjour. Je suis Mithaq.\n\nPosez-moi une question sur les accords, en français, en arabe ou en darija. Je cherche dans leurs textes. Je cite les passages qui répondent. Si les textes ne disent rien, je le dis.\n\nPar exemple\u00a0: «\u00a0Quand la convention avec la CNDP a-t-elle été signée\u00a0?\u00a0»\n\nListe des accords\u00a0: /sources\nAide\u00a0: /help',
  help: "Écrivez votre question. Une phrase suffit.\n\nDans la réponse, [1] renvoie à la source [1]. Le bouton «\u00a0Voir le passage\u00a0» montre le texte entier.\n\nDans un groupe, écrivez /ask suivi de votre question, ou répondez à l'un de mes messages.\n\nListe des accords\u00a0: /sources\nLangue des réponses\u00a0: /lang\nOublier la conversation\u00a0: /forget\nÀ propos de Mithaq et de vos données\u00a0: /about",
  about: ({ keepsQuestions, usesChatModel }) =>
    [
      "Mithaq est un programme. Il répond aux questions sur les accords en citant leurs textes.\n\nIl peut se tromper. Vérifiez la réponse dans le passage cité. Pour une démarche importante, adressez-vous à l'administration.\n\nCertains textes sont des résumés d'articles de presse. Un résumé n'est pas le texte officiel de l'accord.\n\nVos données\u00a0:",
      keepsQuestions
        ? '• Si vous donnez un avis (👍 ou 👎), il est conservé avec le texte de la question.'
        : '• Vos questions ne sont pas conservées. Si vous donnez un avis (👍 ou 👎), il est conservé sans le texte de la question.',
      ...(usesChatModel ? ['• Un modèle de langue lit la question pour rédiger la réponse.'] : []),
      '• Votre identifiant Telegram est remplacé par un code. Votre nom est ignoré.',
      "• La conversation reste un moment en mémoire, pour comprendre la suite. Pour l'effacer, et vos avis avec elle\u00a0: /forget",
    ].join('\n'),
  shortDescription: 'Répond aux questions sur les accords en citant leurs textes, en arabe et en français.',
  description:
    "Posez une question sur les accords, en arabe ou en français. Mithaq répond en citant leurs textes, avec la source. Il peut se tromper\u00a0: vérifiez le passage cité. Un résumé n'est pas le texte officiel.",
  commands: {
    start: 'Commencer',
    help: 'Comment poser une question',
    ask: 'Poser une question, surtout dans un groupe',
    sources: 'Liste des accords',
    lang: 'Langue des réponses',
    forget: 'Oublier la conversation',
    about: 'À propos de Mithaq et de vos données',
  },
  whichLanguage: 'Dans quelle langue voulez-vous les réponses\u00a0?',
  languageChoices: { auto: 'Celle de la question', ar: 'العربية', fr: 'Français' },
  languageSet: {
    auto: 'Je répondrai dans la langue de la question.',
    ar: 'سأجيب بالعربية.',
    fr: 'Je répondrai en français.',
  },
  forgotten: "J'ai oublié notre conversation. En privé, vos avis sont effacés aussi.",
  sourcesTitle: (count) => `Les accords (${count})`,
  pageOf: (page, pages) => `Page ${page} sur ${pages}`,
  emptyIndex: "Aucun texte n'est disponible pour le moment. Revenez un peu plus tard.",
  passageGone: "Ce passage n'existe plus\u00a0: le texte a été modifié. Reposez votre question.",
  otherLanguageGone: "Ce texte n'existe pas dans l'autre langue.",
  mediaNotRead: 'Je ne lis que les messages écrits. Écrivez votre question en une phrase, en français ou en arabe.',
  askUsage:
    'Écrivez votre question après /ask. Par exemple\u00a0: /ask Où la convention avec la CNDP a-t-elle été signée\u00a0?',
  busy: "J'ai déjà plusieurs de vos questions à traiter. Attendez une réponse avant d'en poser une autre.",
  slowDown: (seconds) =>
    `Vous posez beaucoup de questions. Réessayez dans ${frenchCount(seconds, 'seconde', 'secondes')}.`,
  tooLong: 'Votre question est trop longue. Écrivez-la en quelques phrases.',
  interrupted: 'Le service a redémarré avant la fin de cette réponse. Reposez votre question, avec nos excuses.',
  unavailable: 'Je ne peux pas répondre pour le moment. Réessayez dans quelques minutes.',
  thanksForFeedback: 'Merci pour votre avis.',
  whyNotUseful: "Pourquoi cette réponse n'est-elle pas utile\u00a0?",
  reasons: {
    wrong: 'Elle est fausse',
    incomplete: 'Elle est incomplète',
    unclear: "Elle n'est pas claire",
    language: "Elle n'est pas dans ma langue",
  },
  citationSent: 'Voici la citation. Touchez-la pour la copier.',
  notForYou: 'Cette commande est réservée aux administrateurs.',
  nearestAgreements: 'Accords les plus proches de votre question\u00a0:',
  understood: 'Question comprise\u00a0: ',
  otherParties: (count) => `et ${count} autres`,
  opened: { before: 'Juste avant', passage: 'Le passage', after: 'Juste après' },
  buttons: {
    passage: (marker) => `[${marker}] Voir le passage`,
    passageBriefly: (marker) => `[${marker}] Passage`,
    otherLanguage: { ar: 'Texte en arabe', fr: 'Texte en français' },
    copy: 'Copier la citation',
    share: 'Partager',
    previous: 'Précédents',
    next: 'Suivants',
  },
  inline: {
    ask: 'Écrivez une question sur les accords',
    nothing: 'Les textes ne le disent pas',
    openChat: 'Poser la question à Mithaq',
  },
  admin: {
    statistics: ({ agreements, passages, answered, refused, failed, useful, notUseful }) =>
      [
        `Accords\u00a0: ${agreements}`,
        `Passages\u00a0: ${passages}`,
        `Questions avec réponse\u00a0: ${answered}`,
        `Questions sans réponse dans les textes\u00a0: ${refused}`,
        `Erreurs\u00a0: ${failed}`,
        `Avis\u00a0: 👍 ${useful}, 👎 ${notUseful}`,
      ].join('\n'),
    quality: (useful, notUseful) => `Derniers avis\u00a0: 👍 ${useful}, 👎 ${notUseful}`,
    noFeedback: "Il n'y a pas encore d'avis.",
    reindexing: 'Je relis les textes…',
    reindexed: ({ added, updated, removed, unchanged }) =>
      `L'index est à jour. Passages ajoutés\u00a0: ${added}, modifiés\u00a0: ${updated}, retirés\u00a0: ${removed}, inchangés\u00a0: ${unchanged}.`,
    faultyTexts: (count) =>
      `${frenchCount(count, "texte n'a pas pu être lu", "textes n'ont pas pu être lus")}\u00a0; le journal dit pourquoi.`,
    reindexFailed: "L'index n'a pas pu être mis à jour\u00a0; le journal dit pourquoi. L'ancien reste en service.",
  },
};

type CountedForms = { readonly one: string; readonly two: string; readonly few: string; readonly more: string };

const arabicPlural = new Intl.PluralRules('ar');

/** One and two are said without a digit. */
const arabicCount = (count: number, { one, two, few, more }: CountedForms): string => {
  const category = arabicPlural.select(count);
  if (category === 'one') return one;
  if (category === 'two') return two;
  return `${count} ${category === 'few' ? few : more}`;
};

const arabic: TelegramPhrases = {
  start:
    'مرحباً. أنا ميثاق.\n\nاطرحوا سؤالاً حول الاتفاقيات، بالعربية أو بالدارجة أو بالفرنسية. أبحث في نصوصها وأقتبس منها ما يجيب عن سؤالكم. وإذا لم يرد الجواب في النصوص، قلتُ ذلك.\n\nمثال: «متى وُقّعت الاتفاقية مع اللجنة الوطنية لمراقبة حماية المعطيات؟»\n\nلائحة الاتفاقيات: \u2068/sources\u2069\nالمساعدة: \u2068/help\u2069',
  help: 'اكتبوا سؤالكم. تكفي جملة واحدة.\n\nيحيل الرقم [1] في الجواب إلى المصدر [1]. ويعرض زر «عرض المقطع» النص كاملاً.\n\nداخل مجموعة، اكتبوا \u2068/ask\u2069 ثم سؤالكم، أو ردّوا على إحدى رسائلي.\n\nلائحة الاتفاقيات: \u2068/sources\u2069\nلغة الأجوبة: \u2068/lang\u2069\nنسيان المحادثة: \u2068/forget\u2069\nحول ميثاق ومعطياتكم: \u2068/about\u2069',
  about: ({ keepsQuestions, usesChatModel }) =>
    [
      'ميثاق برنامج يجيب عن الأسئلة حول الاتفاقيات، ويقتبس أجوبته من نصوصها.\n\nقد يخطئ هذا البرنامج. تحقّقوا من الجواب في المقطع المقتبس. وفي الأمور المهمة، اتصلوا بالإدارة المعنية.\n\nبعض النصوص ملخصات لتقارير صحفية. والملخص ليس النص الرسمي للاتفاقية.\n\nمعطياتكم:',
      keepsQuestions
        ? '• إذا أبديتم رأيكم في جواب (👍 أو 👎)، يُحفظ رأيكم مع نص السؤال.'
        : '• لا تُحفظ أسئلتكم. وإذا أبديتم رأيكم في جواب (👍 أو 👎)، يُحفظ رأيكم دون نص السؤال.',
      ...(usesChatModel ? ['• يقرأ نموذج لغوي السؤال لتحرير الجواب.'] : []),
      '• يُستبدل معرّفكم على تيليغرام برمز، ولا يُسجَّل اسمكم.',
      '• تبقى المحادثة في الذاكرة مدة قصيرة لفهم ما يليها. لمحوها ومحو آرائكم: \u2068/forget\u2069',
    ].join('\n'),
  shortDescription: 'يجيب عن الأسئلة حول الاتفاقيات باقتباسات من نصوصها، بالعربية والفرنسية.',
  description:
    'اطرحوا سؤالاً حول الاتفاقيات، بالعربية أو بالفرنسية. يجيب ميثاق باقتباسات من نصوصها مع ذكر المصدر. وقد يخطئ: تحقّقوا من المقطع المقتبس. والملخص ليس النص الرسمي.',
  commands: {
    start: 'البداية',
    help: 'كيفية طرح سؤال',
    ask: 'طرح سؤال، خصوصاً داخل مجموعة',
    sources: 'لائحة الاتفاقيات',
    lang: 'لغة الأجوبة',
    forget: 'نسيان المحادثة',
    about: 'حول ميثاق ومعطياتكم',
  },
  whichLanguage: 'بأي لغة تريدون الأجوبة؟',
  languageChoices: { auto: 'لغة السؤال', ar: 'العربية', fr: 'Français' },
  languageSet: { auto: 'سأجيب بلغة السؤال.', ar: 'سأجيب بالعربية.', fr: 'Je répondrai en français.' },
  forgotten: 'نسيتُ محادثتنا. وفي المحادثة الخاصة تُمحى آراؤكم أيضاً.',
  sourcesTitle: (count) => `الاتفاقيات (${count})`,
  pageOf: (page, pages) => `الصفحة ${page} من ${pages}`,
  emptyIndex: 'لا يوجد أي نص حالياً. عودوا بعد قليل.',
  passageGone: 'لم يعد هذا المقطع موجوداً لأن النص تغيّر. أعيدوا طرح سؤالكم.',
  otherLanguageGone: 'لا يوجد هذا النص باللغة الأخرى.',
  mediaNotRead: 'لا أقرأ إلا الرسائل المكتوبة. اكتبوا سؤالكم في جملة، بالعربية أو بالفرنسية.',
  askUsage:
    'اكتبوا سؤالكم بعد \u2068/ask\u2069. مثال: \u2068/ask\u2069 أين وُقّعت الاتفاقية مع اللجنة الوطنية لمراقبة حماية المعطيات؟',
  busy: 'لديّ عدة أسئلة منكم. انتظروا جواباً قبل طرح سؤال آخر.',
  slowDown: (seconds) => {
    const wait = arabicCount(seconds, { one: 'ثانية واحدة', two: 'ثانيتين', few: 'ثوانٍ', more: 'ثانية' });
    return `طرحتم أسئلة كثيرة. أعيدوا المحاولة بعد ${wait}.`;
  },
  tooLong: 'سؤالكم طويل جداً. اكتبوه في بضع جمل.',
  interrupted: 'أُعيد تشغيل الخدمة قبل اكتمال هذا الجواب. نعتذر لكم، ونرجو إعادة طرح السؤال.',
  unavailable: 'تتعذّر عليّ الإجابة حالياً. أعيدوا المحاولة بعد بضع دقائق.',
  thanksForFeedback: 'شكراً على رأيكم.',
  whyNotUseful: 'لماذا لم يفدكم هذا الجواب؟',
  reasons: { wrong: 'غير صحيح', incomplete: 'غير كامل', unclear: 'غير واضح', language: 'ليس بلغتي' },
  citationSent: 'هذا هو الاقتباس. المسوا النص لنسخه.',
  notForYou: 'هذا الأمر خاص بالمشرفين.',
  nearestAgreements: 'أقرب الاتفاقيات إلى سؤالكم:',
  understood: 'السؤال كما فُهم: ',
  otherParties: (count) =>
    `و${arabicCount(count, { one: 'طرف آخر', two: 'طرفان آخران', few: 'أطراف أخرى', more: 'طرفاً آخر' })}`,
  opened: { before: 'قبله مباشرة', passage: 'المقطع', after: 'بعده مباشرة' },
  buttons: {
    passage: (marker) => `[${marker}] عرض المقطع`,
    passageBriefly: (marker) => `[${marker}] المقطع`,
    otherLanguage: { ar: 'النص بالعربية', fr: 'النص بالفرنسية' },
    copy: 'نسخ الاقتباس',
    share: 'مشاركة',
    previous: 'السابق',
    next: 'التالي',
  },
  inline: {
    ask: 'اكتبوا سؤالاً حول الاتفاقيات',
    nothing: 'لا تتضمّن النصوص جواباً عن هذا السؤال',
    openChat: 'طرح السؤال على ميثاق',
  },
  admin: {
    statistics: ({ agreements, passages, answered, refused, failed, useful, notUseful }) =>
      [
        `الاتفاقيات: ${agreements}`,
        `المقاطع: ${passages}`,
        `أسئلة أُجيب عنها: ${answered}`,
        `أسئلة لا جواب عنها في النصوص: ${refused}`,
        `الأخطاء: ${failed}`,
        `الآراء: 👍 ${useful}، 👎 ${notUseful}`,
      ].join('\n'),
    quality: (useful, notUseful) => `آخر الآراء: 👍 ${useful}، 👎 ${notUseful}`,
    noFeedback: 'لا توجد آراء بعد.',
    reindexing: 'أعيد قراءة النصوص…',
    reindexed: ({ added, updated, removed, unchanged }) =>
      `تم تحديث الفهرس. المقاطع المضافة: ${added}، المعدّلة: ${updated}، المحذوفة: ${removed}، دون تغيير: ${unchanged}.`,
    faultyTexts: (count) =>
      `تعذّرت قراءة ${arabicCount(count, { one: 'نص واحد', two: 'نصين', few: 'نصوص', more: 'نصاً' })}؛ يبيّن السجل السبب.`,
    reindexFailed: 'تعذّر تحديث الفهرس؛ يبيّن السجل السبب. يبقى الفهرس السابق في الخدمة.',
  },
};

/** The phrases by the language of the reader. */
export const TELEGRAM_PHRASES: Readonly<Record<Language, TelegramPhrases>> = { ar: arabic, fr: french };
