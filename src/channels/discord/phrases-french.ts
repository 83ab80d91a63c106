// What Mithaq says on Discord in French. Hides typography and plurals.
import { frenchCount } from '../counting.ts';
import { MESSENGER_PHRASES } from '../messenger-phrases.ts';
import type { DiscordPhrases, PrivacyFacts } from './phrase-shapes.ts';

/** From here on a wait is told in minutes. */
const MINUTES_FROM_SECONDS = 120;

const wait = (seconds: number): string =>
  seconds < MINUTES_FROM_SECONDS
    ? frenchCount(seconds, 'seconde', 'secondes')
    : frenchCount(Math.ceil(seconds / 60), 'minute', 'minutes');

const about = ({ keepsQuestions, usesChatModel }: PrivacyFacts): string =>
  [
    "Mithaq est un programme. Il répond aux questions sur les accords en citant leurs textes.\n\nIl peut se tromper. Vérifiez la réponse dans le passage cité. Pour une démarche importante, adressez-vous à l'administration.\n\nCertains textes sont des résumés d'articles de presse. Un résumé n'est pas le texte officiel de l'accord.\n\nVos données\u00a0:",
    "• Je ne lis que ce qui m'est adressé\u00a0: commandes, mentions, messages privés, et messages choisis dans le menu.",
    keepsQuestions
      ? '• Si vous donnez un avis (👍 ou 👎), il est conservé avec le texte de la question.'
      : '• Vos questions ne sont pas conservées. Si vous donnez un avis (👍 ou 👎), il est conservé sans le texte de la question.',
    '• Si un modérateur corrige une réponse, sa correction est conservée avec la question.',
    ...(usesChatModel ? ['• Un modèle de langue lit la question pour rédiger la réponse.'] : []),
    '• Votre identifiant Discord est remplacé par un code. Votre nom est ignoré.',
    '• La conversation et les réponses restent quelques heures en mémoire, pour comprendre la suite. Pour les effacer, et vos avis avec elles\u00a0: /forget',
  ].join('\n');

const check: DiscordPhrases['check'] = {
  title: 'Ce que disent les textes',
  verdicts: {
    supported: '✅ Confirmé par les textes',
    contradicted: '⚠️ Les textes disent autre chose',
    'not-found': '❔ Non trouvé dans les textes',
  },
  difference: (claimed, stated) =>
    `Le message dit «\u00a0${claimed}\u00a0»\u00a0; le texte dit «\u00a0${stated}\u00a0».`,
  nothingToCheck: "Ce message n'affirme rien que je puisse vérifier.",
  notChecked: (count) =>
    `Le message est long\u00a0: à la fin, ${frenchCount(count, "phrase n'a pas été vérifiée", "phrases n'ont pas été vérifiées")}.`,
  disclaimer: 'Je ne regarde que les textes indexés. «\u00a0Non trouvé\u00a0» ne veut pas dire «\u00a0faux\u00a0».',
};

const moderation: DiscordPhrases['moderation'] = {
  notAllowed: 'Cette commande demande la permission «\u00a0Gérer les messages\u00a0».',
  ownerOnly: 'Cette commande est réservée au propriétaire du serveur et aux administrateurs de Mithaq.',
  notInServer: 'Cette commande ne fonctionne que dans un serveur.',
  everywhere: 'Aucun salon dans la liste\u00a0: je réponds dans tous les salons.',
  tooManyChannels: (most) =>
    `La liste a déjà ${frenchCount(most, 'salon', 'salons')}. Retirez-en un, ou videz-la\u00a0: je répondrai dans tous les salons.`,
  onlyHere: 'Je réponds à tous dans ces salons\u00a0:',
  cooldownSet: (seconds) => `Chaque membre attend désormais ${wait(seconds)} entre deux questions.`,
  cooldownOff: "Il n'y a pas d'attente entre deux questions.",
  whyTitle: 'Pourquoi cette réponse',
  whyUnknown: "Je ne trouve pas cette réponse\u00a0: elle est trop ancienne, ou ce n'est pas l'une des miennes.",
  form: {
    title: 'Corriger cette réponse',
    question: 'Question',
    text: 'Réponse juste (vide\u00a0: pas dans les textes)',
  },
  cannotBePinned: 'Cette question ne dit pas à elle seule de quoi elle parle. Écrivez-la en entier.',
  saved: 'La correction est enregistrée. Qui posera la même question sur ce serveur la verra.',
  supportedByTexts: 'Les textes confirment cette correction\u00a0:',
  notSupportedByTexts: 'Les textes ne confirment pas cette correction. La réponse le dira.',
  removeCorrection: 'Retirer la correction',
  removed: 'La correction est retirée.',
  corrections: (count) => `Corrections sur ce serveur\u00a0: ${count}`,
};

/** The phrases for readers of French. */
export const FRENCH_PHRASES: DiscordPhrases = {
  ...MESSENGER_PHRASES.fr,
  about,
  help: "Écrivez /ask suivi de votre question. Une phrase suffit. La commande existe aussi en arabe\u00a0: \u2068/اسأل\u2069\n\nVous pouvez aussi me mentionner dans un message, ou m'écrire en privé.\n\nDans le menu d'un message, sous «\u00a0Applications\u00a0»\u00a0:\n• «\u00a0Répondre avec les sources\u00a0» répond à ce message.\n• «\u00a0Vérifier ceci\u00a0» compare ses phrases aux textes.\n\nDans la réponse, [1] renvoie à la source [1]. Le bouton «\u00a0Voir le passage\u00a0» montre le texte entier.\n\nListe des accords\u00a0: /sources\nLangue des réponses\u00a0: /lang\nOublier la conversation\u00a0: /forget\nÀ propos de Mithaq et de vos données\u00a0: /about",
  askUsage:
    'Écrivez votre question après /ask, ou après ma mention. Par exemple\u00a0: /ask Où la convention avec la CNDP a-t-elle été signée\u00a0?',
  forgotten: "J'ai oublié ce qui s'est dit ici. Vos avis sont effacés aussi.",
  asked: 'Question\u00a0: ',
  publish: 'Publier',
  publishedBy: 'Publié par',
  alreadyPublished: "C'est déjà publié.",
  cannotPublish: 'Pour publier, il faut la permission «\u00a0Gérer les messages\u00a0».',
  notHere: (channels) => `Sur ce serveur, je réponds dans ces salons\u00a0: ${channels}`,
  privateHere: "Je vous réponds en privé\u00a0: ce salon n'est pas dans la liste du serveur.",
  cooldown: (seconds) => `Sur ce serveur, on attend un peu entre deux questions. Réessayez dans ${wait(seconds)}.`,
  pagesGone: 'Les pages de cette réponse ne sont plus en mémoire. Reposez votre question.',
  sourceNotFound: 'Je ne trouve pas cet accord. Liste des accords\u00a0: /sources',
  nothingToRead: "Il n'y a pas de texte à lire dans ce message, ou c'est l'une de mes réponses.",
  corrected: {
    label: "Correction d'un modérateur",
    supported: 'Les textes confirment cette correction\u00a0:',
    notSupported: 'Les textes ne confirment pas cette correction.',
    ownAnswer: 'Voici ce que Mithaq a trouvé\u00a0:',
  },
  check,
  moderation,
};
