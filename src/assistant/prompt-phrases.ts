// What a chat model is told in our own words around the data of a prompt: labels, and what is wrong with a statement. A phrase
// that is missing in one language does not compile.
import type { ClaimFault, Language } from '../domain.ts';

export type PromptPhrases = {
  /** Stands before the number of a passage. */
  readonly passage: string;
  readonly title: string;
  readonly date: string;
  readonly parties: string;
  readonly heading: string;
  readonly language: string;
  /** A line of its own above the text of a passage; prompts/answer.*.md name it. */
  readonly text: string;
  readonly question: string;
  readonly answer: string;
  /** Where a question of the conversation had no answer. */
  readonly noAnswer: string;
  readonly languages: Readonly<Record<Language, string>>;
  readonly listSeparator: string;
  /** What is wrong where not even a statement could be read. */
  readonly unreadable: string;
  /** What is wrong and what to do about it. */
  readonly faults: Readonly<Record<ClaimFault, string>>;
};

const french: PromptPhrases = {
  passage: 'Passage',
  title: 'Titre\u00a0: ',
  date: 'Date\u00a0: ',
  parties: 'Parties\u00a0: ',
  heading: 'Rubrique\u00a0: ',
  language: 'Langue\u00a0: ',
  text: 'Texte\u00a0:',
  question: 'Question\u00a0: ',
  answer: 'Réponse\u00a0: ',
  noAnswer: '(sans réponse)',
  languages: { ar: 'arabe', fr: 'français' },
  listSeparator: '\u00a0; ',
  unreadable: "La réponse n'a pas pu être lue\u00a0: ce n'est pas l'objet JSON demandé, entier et seul.",
  faults: {
    'no-quote': "Aucune citation ne l'appuie\u00a0; citez le passage qui le dit.",
    'unknown-passage': "Le numéro de passage n'existe pas\u00a0; prenez celui d'un passage donné.",
    'quote-not-found':
      'Une citation ne se trouve pas mot pour mot dans le passage\u00a0; recopiez-la caractère par caractère, sans traduction ni coupure.',
    'quote-too-short': 'Une citation est trop courte\u00a0; citez la proposition entière.',
    'value-not-quoted':
      'Un nombre, une date, un montant ou un pourcentage ne figure pas dans les citations\u00a0; écrivez ce que dit le passage et citez-le.',
    'name-not-quoted':
      'Un nom propre ne figure pas dans les citations\u00a0; citez les mots qui le contiennent ou ôtez-le.',
    polarity:
      "L'énoncé affirme ce que la citation nie, ou l'inverse\u00a0; gardez ses négations et ses conditions, et citez-les.",
    order:
      "L'énoncé change l'ordre des choses\u00a0: qui fait quoi, envers qui, de quoi à quoi\u00a0; suivez la citation.",
    'not-covered':
      "L'énoncé dit plus que ses citations, ou en laisse de côté une précision\u00a0; reprenez les mots d'une seule proposition, en entier, et ne citez qu'elle.",
    'other-language': "L'énoncé n'est pas en français\u00a0; écrivez-le en français.",
    'not-plain-text': "L'énoncé n'est pas du texte simple\u00a0; ôtez la mise en forme, les liens et les balises.",
  },
};

const arabic: PromptPhrases = {
  passage: 'المقطع',
  title: 'العنوان: ',
  date: 'التاريخ: ',
  parties: 'الأطراف: ',
  heading: 'الباب: ',
  language: 'اللغة: ',
  text: 'النص:',
  question: 'السؤال: ',
  answer: 'الجواب: ',
  noAnswer: '(بلا جواب)',
  languages: { ar: 'العربية', fr: 'الفرنسية' },
  listSeparator: '؛ ',
  unreadable: 'تعذّرت قراءة الجواب: ليس كائن JSON المطلوب كاملاً ووحده.',
  faults: {
    'no-quote': 'لا يسندها أي اقتباس؛ اقتبس من المقطع الذي يقول ذلك.',
    'unknown-passage': 'رقم المقطع غير موجود؛ استعمل رقم مقطع من المقاطع المعطاة.',
    'quote-not-found': 'أحد الاقتباسات لا يوجد بنصه في المقطع؛ انقله حرفاً حرفاً، بلا ترجمة وبلا حذف.',
    'quote-too-short': 'أحد الاقتباسات أقصر من اللازم؛ اقتبس الجملة تامة.',
    'value-not-quoted': 'فيها عدد أو تاريخ أو مبلغ أو نسبة مئوية لا ترد في الاقتباسات؛ اكتب ما يقوله المقطع واقتبسه.',
    'name-not-quoted': 'فيها اسم علم لا يرد في الاقتباسات؛ اقتبس الكلمات التي تتضمنه أو احذفه.',
    polarity: 'تثبت الجملة ما ينفيه الاقتباس أو تنفي ما يثبته؛ حافظ على ما فيه من نفي وشروط، واقتبسها.',
    order: 'تغيّر الجملة ترتيب الأمور: من يفعل ماذا، ولمن، ومن أي شيء إلى أي شيء؛ اتبع الاقتباس.',
    'not-covered':
      'تقول الجملة أكثر مما تقوله اقتباساتها أو تترك قيداً ورد فيها؛ أعد كلمات جملة واحدة من النص كاملة، واقتبسها وحدها.',
    'other-language': 'ليست الجملة بالعربية؛ اكتبها بالعربية.',
    'not-plain-text': 'ليست الجملة نصاً بسيطاً؛ احذف التنسيق والروابط والوسوم.',
  },
};

/** By the language of the prompt. */
export const PROMPT_PHRASES: Readonly<Record<Language, PromptPhrases>> = { ar: arabic, fr: french };
