// What Mithaq says on Telegram alone, beside what it says on every messenger, in Arabic and in French. A phrase that is missing in one
// language does not compile. All of it is plain text, shown as it stands: an Arabic line begins with an Arabic word, and its
// commands stand in isolates, or it would be set from left to right, or show `ask/`. Hides typography and plurals.
import type { Language } from '../../domain.ts';
import { MESSENGER_PHRASES, type MessengerPhrases } from '../messenger-phrases.ts';

/** The commands that everybody may give. */
export type CommandName = 'start' | 'help' | 'ask' | 'sources' | 'lang' | 'forget' | 'about';

/** What /about must say truthfully of this installation. */
type PrivacyFacts = {
  /** Whether a judgement is kept with the text of its question. */
  readonly keepsQuestions: boolean;
  /** Whether a chat model is shown the questions. */
  readonly usesChatModel: boolean;
};

export type TelegramPhrases = MessengerPhrases & {
  readonly start: string;
  readonly help: string;
  readonly about: (facts: PrivacyFacts) => string;
  /** What the profile of the bot says, and the empty chat before the first message. */
  readonly shortDescription: string;
  readonly description: string;
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly forgotten: string;
  readonly mediaNotRead: string;
  readonly askUsage: string;
  readonly citationSent: string;
  readonly notForYou: string;
  readonly buttons: MessengerPhrases['buttons'] & { readonly copy: string; readonly share: string };
  readonly inline: Readonly<Record<'ask' | 'nothing' | 'openChat', string>>;
  readonly admin: MessengerPhrases['admin'] & {
    readonly quality: (useful: number, notUseful: number) => string;
    readonly noFeedback: string;
  };
};

const french: TelegramPhrases = {
  ...MESSENGER_PHRASES.fr,
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
  forgotten: "J'ai oublié notre conversation. En privé, vos avis sont effacés aussi.",
  mediaNotRead: 'Je ne lis que les messages écrits. Écrivez votre question en une phrase, en français ou en arabe.',
  askUsage:
    'Écrivez votre question après /ask. Par exemple\u00a0: /ask Où la convention avec la CNDP a-t-elle été signée\u00a0?',
  citationSent: 'Voici la citation. Touchez-la pour la copier.',
  notForYou: 'Cette commande est réservée aux administrateurs.',
  buttons: {
    ...MESSENGER_PHRASES.fr.buttons,
    copy: 'Copier la citation',
    share: 'Partager',
  },
  inline: {
    ask: 'Écrivez une question sur les accords',
    nothing: 'Les textes ne le disent pas',
    openChat: 'Poser la question à Mithaq',
  },
  admin: {
    ...MESSENGER_PHRASES.fr.admin,
    quality: (useful, notUseful) => `Derniers avis\u00a0: 👍 ${useful}, 👎 ${notUseful}`,
    noFeedback: "Il n'y a pas encore d'avis.",
  },
};

const arabic: TelegramPhrases = {
  ...MESSENGER_PHRASES.ar,
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
  forgotten: 'نسيتُ محادثتنا. وفي المحادثة الخاصة تُمحى آراؤكم أيضاً.',
  mediaNotRead: 'لا أقرأ إلا الرسائل المكتوبة. اكتبوا سؤالكم في جملة، بالعربية أو بالفرنسية.',
  askUsage:
    'اكتبوا سؤالكم بعد \u2068/ask\u2069. مثال: \u2068/ask\u2069 أين وُقّعت الاتفاقية مع اللجنة الوطنية لمراقبة حماية المعطيات؟',
  citationSent: 'هذا هو الاقتباس. المسوا النص لنسخه.',
  notForYou: 'هذا الأمر خاص بالمشرفين.',
  buttons: {
    ...MESSENGER_PHRASES.ar.buttons,
    copy: 'نسخ الاقتباس',
    share: 'مشاركة',
  },
  inline: {
    ask: 'اكتبوا سؤالاً حول الاتفاقيات',
    nothing: 'لا تتضمّن النصوص جواباً عن هذا السؤال',
    openChat: 'طرح السؤال على ميثاق',
  },
  admin: {
    ...MESSENGER_PHRASES.ar.admin,
    quality: (useful, notUseful) => `آخر الآراء: 👍 ${useful}، 👎 ${notUseful}`,
    noFeedback: 'لا توجد آراء بعد.',
  },
};

/** The phrases by the language of the reader. */
export const TELEGRAM_PHRASES: Readonly<Record<Language, TelegramPhrases>> = { ar: arabic, fr: french };
