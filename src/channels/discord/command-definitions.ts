// The commands of Mithaq as Discord's interface has them. Discord knows no Arabic: what is used most has a second, Arabic name, and
// every description is in Arabic and in French. What is asked with a command is read in command-set.ts.
import { LONGEST_QUESTION } from '../../assistant/assistant.ts';
import type { Language } from '../../domain.ts';
import { CHOICES } from '../actions.ts';
import { MESSENGER_PHRASES } from '../messenger-phrases.ts';
import type { CommandDefinition, CommandOption } from './client/registration.ts';
import { LONGEST_COOLDOWN_SECONDS } from './server-settings.ts';

/** What `/mithaq channel` does with the list of channels. */
export const ACTIONS = ['allow', 'remove', 'list', 'clear'] as const;

export type ChannelAction = (typeof ACTIONS)[number];

type Words = Readonly<Record<Language, string>>;

/** Shown in every language but French, which has its own. */
const inBoth = ({ ar, fr }: Words): string => `${ar} · ${fr}`;

const described = (name: string, words: Words) => ({
  name,
  description: inBoth(words),
  description_localizations: { fr: words.fr },
});

/** Under an Arabic name both languages stand wherever the app speaks French, too: whoever takes it reads Arabic. */
const describedInBoth = (name: string, words: Words) => ({ name, description: inBoth(words) });

/** In servers, in direct messages and elsewhere; installed by servers and by people. */
const EVERYWHERE = { type: 1, contexts: [0, 1, 2], integration_types: [0, 1] } as const;

const ASK = { ar: 'طرح سؤال حول الاتفاقيات', fr: 'Poser une question sur les accords' };
const QUESTION = { ar: 'السؤال، في جملة واحدة', fr: 'La question, en une phrase' };
const PRIVATE = { ar: 'جواب لا يراه غيركم', fr: 'Une réponse que vous seul voyez' };
const SOURCES = { ar: 'لائحة الاتفاقيات', fr: 'Liste des accords' };
const AGREEMENT = { ar: 'عنوان اتفاقية لعرض نصها', fr: "Titre d'un accord, pour voir son texte" };

/** Those that most use, each under two names. */
const QUESTION_COMMANDS: readonly CommandDefinition[] = [
  {
    ...EVERYWHERE,
    ...described('ask', ASK),
    options: [
      { ...described('question', QUESTION), type: 3, required: true, max_length: LONGEST_QUESTION },
      { ...described('private', PRIVATE), name_localizations: { fr: 'privé' }, type: 5 },
    ],
  },
  {
    ...EVERYWHERE,
    ...describedInBoth('اسأل', ASK),
    options: [
      { ...describedInBoth('السؤال', QUESTION), type: 3, required: true, max_length: LONGEST_QUESTION },
      { ...describedInBoth('خاص', PRIVATE), type: 5 },
    ],
  },
  {
    ...EVERYWHERE,
    ...described('sources', SOURCES),
    options: [
      { ...described('agreement', AGREEMENT), name_localizations: { fr: 'accord' }, type: 3, autocomplete: true },
    ],
  },
  {
    ...EVERYWHERE,
    ...describedInBoth('الاتفاقيات', SOURCES),
    options: [{ ...describedInBoth('الاتفاقية', AGREEMENT), type: 3, autocomplete: true }],
  },
];

const choice = (value: string, words: Words) => ({
  name: words.ar === words.fr ? words.fr : inBoth(words),
  name_localizations: { fr: words.fr },
  value,
});

const languageOption = (words: Words): CommandOption & { readonly type: 3 } => ({
  ...described('language', words),
  name_localizations: { fr: 'langue' },
  type: 3,
  choices: CHOICES.map((value) => {
    const { ar, fr } = MESSENGER_PHRASES;
    return choice(value, { ar: ar.languageChoices[value], fr: fr.languageChoices[value] });
  }),
});

const OTHER_COMMANDS: readonly CommandDefinition[] = [
  {
    ...EVERYWHERE,
    ...described('lang', { ar: 'لغة الأجوبة', fr: 'Langue des réponses' }),
    options: [{ ...languageOption({ ar: 'اللغة', fr: 'La langue' }), required: true }],
  },
  { ...EVERYWHERE, ...described('forget', { ar: 'نسيان المحادثة', fr: 'Oublier la conversation' }) },
  {
    ...EVERYWHERE,
    ...described('about', { ar: 'حول ميثاق ومعطياتكم', fr: 'À propos de Mithaq et de vos données' }),
  },
  { ...EVERYWHERE, ...described('help', { ar: 'كيفية طرح سؤال', fr: 'Comment poser une question' }) },
];

/** In the menu of a message: what it is for, and its names. */
export const MENUS = {
  answer: { base: 'Answer with sources · جواب موثق', fr: 'Répondre avec les sources' },
  check: { base: 'Check this · تحقق من هذا', fr: 'Vérifier ceci' },
} as const;

const menuCommand = ({ base, fr }: (typeof MENUS)[keyof typeof MENUS]): CommandDefinition => ({
  ...EVERYWHERE,
  type: 3,
  name: base,
  name_localizations: { fr },
});

const subcommand = (
  name: string,
  words: Words,
  options: readonly (CommandOption & { readonly type: 3 | 4 | 7 })[],
) => ({
  ...described(name, words),
  type: 1 as const,
  options,
});

const ACTION_WORDS: Readonly<Record<ChannelAction, Words>> = {
  allow: { ar: 'إضافة القناة', fr: 'Ajouter le salon' },
  remove: { ar: 'حذف القناة', fr: 'Retirer le salon' },
  list: { ar: 'عرض اللائحة', fr: 'Montrer la liste' },
  clear: { ar: 'إفراغ اللائحة', fr: 'Vider la liste' },
};

/** Text, announcements, forum, and threads of each: announcement, public, private. */
const CHANNEL_TYPES = [0, 5, 15, 10, 11, 12];

const ANSWER_OPTION = {
  ...described('answer', {
    ar: 'رابط الجواب أو رقمه؛ وإلا فآخر جواب',
    fr: 'Lien ou identifiant de la réponse\u00a0; sinon la dernière',
  }),
  name_localizations: { fr: 'réponse' },
  type: 3,
} as const;

/** "Manage messages" (docs.discord.com/developers/topics/permissions). */
const MANAGE_MESSAGES = '8192';

const MODERATION_COMMAND: CommandDefinition = {
  ...described('mithaq', { ar: 'إعدادات المشرفين', fr: 'Réglages pour les modérateurs' }),
  type: 1,
  default_member_permissions: MANAGE_MESSAGES,
  contexts: [0],
  integration_types: [0],
  options: [
    subcommand('channel', { ar: 'القنوات التي أجيب فيها', fr: 'Les salons où je réponds' }, [
      {
        ...described('action', { ar: 'ما يُفعل باللائحة', fr: 'Ce qui est fait de la liste' }),
        type: 3,
        required: true,
        choices: ACTIONS.map((action) => choice(action, ACTION_WORDS[action])),
      },
      {
        ...described('channel', { ar: 'القناة؛ وإلا فهذه', fr: 'Le salon\u00a0; sinon celui-ci' }),
        name_localizations: { fr: 'salon' },
        type: 7,
        channel_types: CHANNEL_TYPES,
      },
      languageOption({ ar: 'لغة الأجوبة في هذه القناة', fr: 'La langue des réponses dans ce salon' }),
    ]),
    subcommand('cooldown', { ar: 'الانتظار بين سؤالين لعضو واحد', fr: "L'attente entre deux questions d'un membre" }, [
      {
        ...described('seconds', { ar: 'بالثواني؛ 0: لا انتظار', fr: "En secondes\u00a0; 0\u00a0: pas d'attente" }),
        name_localizations: { fr: 'secondes' },
        type: 4,
        required: true,
        min_value: 0,
        max_value: LONGEST_COOLDOWN_SECONDS,
      },
    ]),
    subcommand('why', { ar: 'كيف جاء جواب', fr: "D'où vient une réponse" }, [ANSWER_OPTION]),
    subcommand('correct', { ar: 'تصحيح جواب', fr: 'Corriger une réponse' }, [ANSWER_OPTION]),
    subcommand('stats', { ar: 'الأعداد', fr: 'Les chiffres' }, []),
    subcommand('reindex', { ar: 'إعادة قراءة النصوص', fr: 'Relire les textes' }, []),
  ],
};

/** All of them, in no order that matters. */
export const COMMANDS: readonly CommandDefinition[] = [
  ...QUESTION_COMMANDS,
  ...OTHER_COMMANDS,
  MODERATION_COMMAND,
  ...Object.values(MENUS).map(menuCommand),
];
