// What the REPL says about follow-ups and the chat model, in Arabic and in French.
import type { ClaimFault, Generation, Language } from '../domain.ts';

type ChatPhrases = {
  readonly forgotten: string;
  /** With their colon. */
  readonly labels: Readonly<Record<'understood' | 'generation' | 'chat' | 'today', string>>;
  readonly outcomes: Readonly<Record<Generation['outcome'], string>>;
  readonly faults: Readonly<Record<ClaimFault, string>>;
  readonly dropped: (faults: string) => string;
  readonly taken: (counts: { readonly calls: number; readonly prompt: number; readonly completion: number }) => string;
  readonly spent: (counts: {
    readonly answers: number;
    readonly tokens: number;
    readonly limit: number | null;
  }) => string;
  readonly cost: (amount: string) => string;
  readonly noChat: string;
  /** What was taken today, while that cannot be known. */
  readonly unknown: string;
};

const french: ChatPhrases = {
  forgotten: 'La conversation est oubliée.',
  labels: {
    understood: 'Question comprise\u00a0:',
    generation: 'Modèle de rédaction\u00a0:',
    chat: 'Modèle de rédaction\u00a0:',
    today: "Aujourd'hui (UTC)\u00a0:",
  },
  outcomes: {
    generated: 'réponse rédigée, chaque phrase vérifiée par ses citations',
    'not-in-texts': 'selon lui, les textes ne le disent pas',
    unverified: "aucune de ses phrases n'est confirmée par une citation\u00a0; la réponse se compose de citations",
    unreadable: "sa réponse n'a pas pu être lue\u00a0; la réponse se compose de citations",
    failed: "il n'a pas répondu\u00a0; la réponse se compose de citations",
    timeout: "il n'a pas répondu à temps\u00a0; la réponse se compose de citations",
    budget: 'son budget est épuisé\u00a0; la réponse se compose de citations',
  },
  faults: {
    'no-quote': 'aucune citation',
    'unknown-passage': "passage qui n'existe pas",
    'quote-not-found': 'citation absente du passage',
    'quote-too-short': 'citation trop courte',
    'value-not-quoted': 'chiffre, date ou montant absent de la citation',
    'name-not-quoted': 'nom absent de la citation',
    polarity: 'négation, réserve ou condition changée',
    order: 'noms ou chiffres intervertis',
    'not-covered': 'dit plus que la citation',
    'other-language': "dans l'autre langue",
    'not-plain-text': "n'est pas une simple phrase",
  },
  dropped: (faults) => `phrase écartée\u00a0: ${faults}`,
  taken: ({ calls, prompt, completion }) => `appels ${calls}, jetons lus ${prompt}, jetons écrits ${completion}`,
  spent: ({ answers, tokens, limit }) =>
    `réponses ${answers}, jetons ${tokens}${limit === null ? '' : ` sur ${limit}`}`,
  cost: (amount) => `coût ${amount}`,
  unknown: 'inconnu',
  noChat: 'aucun (voir .env.example, OPENAI_API_KEY)',
};

const arabic: ChatPhrases = {
  forgotten: 'نُسيت المحادثة.',
  labels: {
    understood: 'السؤال كما فُهم:',
    generation: 'نموذج التحرير:',
    chat: 'نموذج التحرير:',
    today: 'اليوم (UTC):',
  },
  outcomes: {
    generated: 'جواب محرَّر، وكل جملة فيه تسندها اقتباساتها',
    'not-in-texts': 'يرى أن النصوص لا تتضمّن جواباً',
    unverified: 'لا اقتباس يسند جمله؛ الجواب مؤلّف من اقتباسات',
    unreadable: 'تعذّرت قراءة ردّه؛ الجواب مؤلّف من اقتباسات',
    failed: 'لم يُجب؛ الجواب مؤلّف من اقتباسات',
    timeout: 'لم يُجب في الوقت المحدد؛ الجواب مؤلّف من اقتباسات',
    budget: 'استُنفدت ميزانيته؛ الجواب مؤلّف من اقتباسات',
  },
  faults: {
    'no-quote': 'لا اقتباس',
    'unknown-passage': 'مقطع غير موجود',
    'quote-not-found': 'اقتباس لا يرد في المقطع',
    'quote-too-short': 'اقتباس قصير جداً',
    'value-not-quoted': 'عدد أو تاريخ أو مبلغ لا يرد في الاقتباس',
    'name-not-quoted': 'اسم لا يرد في الاقتباس',
    polarity: 'تغيّر النفي أو التحفّظ أو الشرط',
    order: 'أسماء أو أعداد متبادلة',
    'not-covered': 'تقول أكثر من الاقتباس',
    'other-language': 'باللغة الأخرى',
    'not-plain-text': 'ليست جملة بسيطة',
  },
  dropped: (faults) => `جملة مستبعدة: ${faults}`,
  taken: ({ calls, prompt, completion }) =>
    `الطلبات ${calls}، الرموز المقروءة ${prompt}، الرموز المكتوبة ${completion}`,
  spent: ({ answers, tokens, limit }) => `الأجوبة ${answers}، الرموز ${tokens}${limit === null ? '' : ` من ${limit}`}`,
  cost: (amount) => `الكلفة ${amount}`,
  unknown: 'غير معروف',
  noChat: 'لا شيء (انظروا OPENAI_API_KEY في .env.example)',
};

/** The phrases by the language that the staff member works in. */
export const CHAT_PHRASES: Readonly<Record<Language, ChatPhrases>> = { ar: arabic, fr: french };
