// What Mithaq says on every messenger beside its answers, in Arabic and in French. A phrase that is missing in one language does not
// compile. All of it is plain text, shown as it stands: an Arabic line begins with an Arabic word. Hides typography and plurals.
import type { Language } from '../domain.ts';
import { arabicCount, frenchCount } from './counting.ts';

/** The language of the answers: that of the question, or always the same. */
export type LanguageChoice = Language | 'auto';

/** Why an answer was of no use, as one word. */
export type Reason = 'wrong' | 'incomplete' | 'unclear' | 'language';

export type MessengerPhrases = {
  /** Above the buttons of /lang. */
  readonly whichLanguage: string;
  readonly languageChoices: Readonly<Record<LanguageChoice, string>>;
  readonly languageSet: Readonly<Record<LanguageChoice, string>>;
  readonly sourcesTitle: (count: number) => string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly emptyIndex: string;
  readonly passageGone: string;
  readonly otherLanguageGone: string;
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
  /** Stands before the agreements nearest to a question without an answer. */
  readonly nearestAgreements: string;
  /** Stands before the question that a follow-up was read as. */
  readonly understood: string;
  /** After the first parties of an agreement that has more, at least two. */
  readonly otherParties: (count: number) => string;
  /** Above the parts of an opened passage. */
  readonly opened: Readonly<Record<'before' | 'passage' | 'after', string>>;
  readonly buttons: {
    /** Opens the passage of one marker, or of several: `3`, `1–4, 7`. */
    readonly passage: (marker: number | string) => string;
    /** The same, for three in a row. */
    readonly passageBriefly: (marker: number | string) => string;
    /** Opens the text in this language. */
    readonly otherLanguage: Readonly<Record<Language, string>>;
    readonly previous: string;
    readonly next: string;
  };
  readonly admin: {
    readonly statistics: (counts: Readonly<Record<StatisticsCount, number>>) => string;
    readonly reindexing: string;
    readonly reindexed: (counts: Readonly<Record<'added' | 'updated' | 'removed' | 'unchanged', number>>) => string;
    readonly faultyTexts: (count: number) => string;
    readonly reindexFailed: string;
  };
};

type StatisticsCount = 'agreements' | 'passages' | 'answered' | 'refused' | 'failed' | 'useful' | 'notUseful';

const french: MessengerPhrases = {
  whichLanguage: 'Dans quelle langue voulez-vous les réponses\u00a0?',
  languageChoices: { auto: 'Celle de la question', ar: 'العربية', fr: 'Français' },
  languageSet: {
    auto: 'Je répondrai dans la langue de la question.',
    ar: 'سأجيب بالعربية.',
    fr: 'Je répondrai en français.',
  },
  sourcesTitle: (count) => `Les accords (${count})`,
  pageOf: (page, pages) => `Page ${page} sur ${pages}`,
  emptyIndex: "Aucun texte n'est disponible pour le moment. Revenez un peu plus tard.",
  passageGone: "Ce passage n'existe plus\u00a0: le texte a été modifié. Reposez votre question.",
  otherLanguageGone: "Ce texte n'existe pas dans l'autre langue.",
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
  nearestAgreements: 'Accords les plus proches de votre question\u00a0:',
  understood: 'Question comprise\u00a0: ',
  otherParties: (count) => `et ${count} autres`,
  opened: { before: 'Juste avant', passage: 'Le passage', after: 'Juste après' },
  buttons: {
    passage: (marker) => `[${marker}] Voir le passage`,
    passageBriefly: (marker) => `[${marker}] Passage`,
    otherLanguage: { ar: 'Texte en arabe', fr: 'Texte en français' },
    previous: 'Précédents',
    next: 'Suivants',
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
    reindexing: 'Je relis les textes…',
    reindexed: ({ added, updated, removed, unchanged }) =>
      `L'index est à jour. Passages ajoutés\u00a0: ${added}, modifiés\u00a0: ${updated}, retirés\u00a0: ${removed}, inchangés\u00a0: ${unchanged}.`,
    faultyTexts: (count) =>
      `${frenchCount(count, "texte n'a pas pu être lu", "textes n'ont pas pu être lus")}\u00a0; le journal dit pourquoi.`,
    reindexFailed: "L'index n'a pas pu être mis à jour\u00a0; le journal dit pourquoi. L'ancien reste en service.",
  },
};

const arabic: MessengerPhrases = {
  whichLanguage: 'بأي لغة تريدون الأجوبة؟',
  languageChoices: { auto: 'لغة السؤال', ar: 'العربية', fr: 'Français' },
  languageSet: { auto: 'سأجيب بلغة السؤال.', ar: 'سأجيب بالعربية.', fr: 'Je répondrai en français.' },
  sourcesTitle: (count) => `الاتفاقيات (${count})`,
  pageOf: (page, pages) => `الصفحة ${page} من ${pages}`,
  emptyIndex: 'لا يوجد أي نص حالياً. عودوا بعد قليل.',
  passageGone: 'لم يعد هذا المقطع موجوداً لأن النص تغيّر. أعيدوا طرح سؤالكم.',
  otherLanguageGone: 'لا يوجد هذا النص باللغة الأخرى.',
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
  nearestAgreements: 'أقرب الاتفاقيات إلى سؤالكم:',
  understood: 'السؤال كما فُهم: ',
  otherParties: (count) =>
    `و${arabicCount(count, { one: 'طرف آخر', two: 'طرفان آخران', few: 'أطراف أخرى', more: 'طرفاً آخر' })}`,
  opened: { before: 'قبله مباشرة', passage: 'المقطع', after: 'بعده مباشرة' },
  buttons: {
    passage: (marker) => `[${marker}] عرض المقطع`,
    passageBriefly: (marker) => `[${marker}] المقطع`,
    otherLanguage: { ar: 'النص بالعربية', fr: 'النص بالفرنسية' },
    previous: 'السابق',
    next: 'التالي',
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
    reindexing: 'أعيد قراءة النصوص…',
    reindexed: ({ added, updated, removed, unchanged }) =>
      `تم تحديث الفهرس. المقاطع المضافة: ${added}، المعدّلة: ${updated}، المحذوفة: ${removed}، دون تغيير: ${unchanged}.`,
    faultyTexts: (count) =>
      `تعذّرت قراءة ${arabicCount(count, { one: 'نص واحد', two: 'نصين', few: 'نصوص', more: 'نصاً' })}؛ يبيّن السجل السبب.`,
    reindexFailed: 'تعذّر تحديث الفهرس؛ يبيّن السجل السبب. يبقى الفهرس السابق في الخدمة.',
  },
};

/** The phrases by the language of the reader. */
export const MESSENGER_PHRASES: Readonly<Record<Language, MessengerPhrases>> = { ar: arabic, fr: french };
