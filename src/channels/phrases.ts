// Everything that Mithaq says to people in its own words when it answers, in Arabic and in French. A phrase that is missing
// in one language does not compile. Hides typography (no-break spaces, quotation marks) and the names of the months.
import type { Language, SmalltalkTopic } from '../domain.ts';
import { AppError, type ErrorCode } from '../errors.ts';

export type Phrases = {
  /** Stands before the quotations of an answer. */
  readonly framing: string;
  readonly unsupported: string;
  /** Stands before passages that are near the question but do not answer it. */
  readonly related: string;
  /** Said of a quotation in the other language. */
  readonly quotedInOriginal: string;
  readonly quotationMarks: readonly [opening: string, closing: string];
  readonly labels: { readonly source: string; readonly parties: string };
  /** What a text is, by `Agreement.kind`, where the reader must know it. */
  readonly kindNotes: { readonly 'press-summary': string };
  readonly smalltalk: Readonly<Record<SmalltalkTopic, string>>;
  readonly faults: Readonly<Record<ErrorCode | 'unexpected', string>>;
  readonly listSeparator: string;
};

const french: Phrases = {
  framing: "D'après les textes\u00a0:",
  unsupported: 'Les textes ne le disent pas.',
  related: 'Passages proches, qui ne sont pas une réponse\u00a0:',
  quotedInOriginal: "cité dans l'original arabe",
  quotationMarks: ['«\u00a0', '\u00a0»'],
  labels: { source: 'Source\u00a0: ', parties: 'Parties\u00a0: ' },
  kindNotes: { 'press-summary': "résumé d'articles de presse, et non texte officiel de l'accord" },
  smalltalk: {
    greeting:
      'Bonjour\u00a0! Posez-moi une question sur les accords, en français ou en arabe\u00a0: je réponds par des citations de leurs textes.',
    thanks: 'Avec plaisir. Je reste à votre disposition pour toute autre question sur les accords.',
    identity:
      "Je suis Mithaq, un programme qui répond aux questions sur les accords en citant leurs textes, source à l'appui. Quand les textes ne disent rien, je le dis.",
    capabilities:
      "Je cherche dans les textes des accords, en français et en arabe, et je cite mot pour mot ce qui répond à votre question. Par exemple\u00a0: «\u00a0Quand la convention avec la CNDP a-t-elle été signée\u00a0?\u00a0» ou «\u00a0Quelle est la vocation de l'Institut Al-Jazari de Nador\u00a0?\u00a0»",
    farewell: 'Au revoir, et à bientôt.',
  },
  faults: {
    configuration: "Mithaq est mal configuré\u00a0; la commande «\u00a0doctor\u00a0» dit ce qu'il faut corriger.",
    'knowledge-missing':
      'Le dossier des textes est introuvable\u00a0; la commande «\u00a0doctor\u00a0» dit où il devrait être.',
    'model-missing':
      'Le modèle de langue est introuvable\u00a0; la commande «\u00a0doctor\u00a0» dit comment le rétablir.',
    'model-failed': "Le modèle de langue n'a pas pu traiter la question\u00a0; réessayez dans un instant.",
    'index-missing': "Aucun texte n'est encore indexé\u00a0; lancez «\u00a0npm run index\u00a0».",
    'index-failed': "L'index des textes n'a pas pu être lu\u00a0; lancez «\u00a0npm run index\u00a0» s'il le faut.",
    'store-failed': "La mémoire de la conversation n'est pas accessible\u00a0; réessayez dans un instant.",
    'channel-failed': 'Le service de messagerie ne répond pas\u00a0; réessayez dans un instant.',
    'question-invalid': 'La question est vide ou trop longue\u00a0; posez-la en quelques phrases.',
    cancelled: 'Réponse annulée.',
    unexpected: 'Une erreur est survenue\u00a0; réessayez ou posez la question autrement.',
  },
  listSeparator: '\u00a0; ',
};

const arabic: Phrases = {
  framing: 'حسب النصوص:',
  unsupported: 'لا تتضمّن النصوص جواباً عن هذا السؤال.',
  related: 'مقاطع قريبة من السؤال، وليست جواباً عنه:',
  quotedInOriginal: 'مقتبس من الأصل الفرنسي',
  quotationMarks: ['«', '»'],
  labels: { source: 'المصدر: ', parties: 'الأطراف: ' },
  kindNotes: { 'press-summary': 'ملخص لتقارير صحفية وليس النص الرسمي للاتفاقية' },
  smalltalk: {
    greeting: 'مرحباً! اطرحوا سؤالكم حول الاتفاقيات بالعربية أو بالفرنسية، وسأجيب باقتباسات من نصوصها.',
    thanks: 'العفو. أنا رهن الإشارة لأي سؤال آخر حول الاتفاقيات.',
    identity:
      'أنا ميثاق، برنامج يجيب عن الأسئلة المتعلقة بالاتفاقيات باقتباسات حرفية من نصوصها مع ذكر المصدر. وإذا لم تتضمّن النصوص جواباً قلتُ ذلك صراحة.',
    capabilities:
      'أبحث في نصوص الاتفاقيات بالعربية والفرنسية، وأقتبس منها حرفياً ما يجيب عن سؤالكم. مثلاً: «متى وُقّعت الاتفاقية مع اللجنة الوطنية لمراقبة حماية المعطيات؟» أو «ما الغاية من معهد الجزري بالناظور؟»',
    farewell: 'مع السلامة، وإلى اللقاء.',
  },
  faults: {
    configuration: 'إعدادات ميثاق غير سليمة؛ يبيّن الأمر «doctor» ما يجب تصحيحه.',
    'knowledge-missing': 'تعذّر العثور على مجلد النصوص؛ يبيّن الأمر «doctor» مكانه المنتظر.',
    'model-missing': 'تعذّر العثور على النموذج اللغوي؛ يبيّن الأمر «doctor» كيفية استرجاعه.',
    'model-failed': 'تعذّر على النموذج اللغوي معالجة السؤال؛ أعيدوا المحاولة بعد لحظة.',
    'index-missing': 'لم تتم فهرسة أي نص بعد؛ شغّلوا «npm run index».',
    'index-failed': 'تعذّرت قراءة فهرس النصوص؛ شغّلوا «npm run index» عند الحاجة.',
    'store-failed': 'تعذّر الوصول إلى ذاكرة المحادثة؛ أعيدوا المحاولة بعد قليل.',
    'channel-failed': 'خدمة المراسلة لا تستجيب؛ أعيدوا المحاولة بعد لحظة.',
    'question-invalid': 'السؤال فارغ أو طويل جداً؛ اطرحوه في بضع جمل.',
    cancelled: 'أُلغي الجواب.',
    unexpected: 'حدث خطأ؛ أعيدوا المحاولة أو اطرحوا السؤال بصيغة أخرى.',
  },
  listSeparator: '؛ ',
};

/** The phrases by the language of the reader. */
export const PHRASES: Readonly<Record<Language, Phrases>> = { ar: arabic, fr: french };

/** What a reader is told of a fault: one sentence, without its technical message. */
export const faultSentence = (thrown: unknown, language: Language): string =>
  PHRASES[language].faults[thrown instanceof AppError ? thrown.code : 'unexpected'];

/** What must be known of a text of this kind; null for kinds that speak for themselves. */
export const kindNote = (kind: string | undefined, language: Language): string | null =>
  kind === 'press-summary' ? PHRASES[language].kindNotes[kind] : null;

/** The names that Morocco uses, which `Intl` knows only in part. */
const MOROCCAN_MONTHS = 'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر'.split(' ');

const frenchDate = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });

/** An ISO 8601 date in words, with Western digits; anything else is given back as it is. */
export const longDate = (isoDate: string, language: Language): string => {
  const date = new Date(`${isoDate}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDate) || Number.isNaN(date.getTime())) return isoDate;
  if (language === 'fr') return frenchDate.format(date).replace(/^1 /, '1er ');
  return `${date.getUTCDate()} ${MOROCCAN_MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
};
