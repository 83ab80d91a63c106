// What `:save` and `:eval` say to the staff, in Arabic and in French. A phrase that is missing in one language does not compile.
import type { Language } from '../domain.ts';

type GoldenPhrases = {
  readonly unavailable: string;
  readonly nothingToSave: string;
  readonly unknownAgreement: (id: string, nearest: string | null) => string;
  readonly agreementsNeeded: string;
  readonly factsNeeded: string;
  /** `by` names the agreements that answer; empty where none does. */
  readonly saved: (saved: {
    readonly id: string;
    readonly replaced: boolean;
    readonly file: string;
    readonly count: number;
    readonly by: string;
    readonly facts: number;
  }) => string;
  readonly notWritten: (file: string, reason: string) => string;
  readonly noLines: string;
  readonly evaluated: (files: string) => string;
  readonly notEvaluated: (reason: string) => string;
};

const french: GoldenPhrases = {
  unavailable: 'Cette session ne garde pas de questions.',
  nothingToSave:
    "La dernière réponse est une formule de conversation\u00a0; dites ce qu'il fallait répondre\u00a0: :save none, ou :save ID | FAIT.",
  unknownAgreement: (id, nearest) =>
    `Texte inconnu\u00a0: ${id}.${nearest === null ? '' : ` Le plus proche\u00a0: ${nearest}.`} :sources montre les textes.`,
  agreementsNeeded: 'La dernière réponse ne cite aucun texte\u00a0; nommez celui qui répond\u00a0: :save ID | FAIT.',
  factsNeeded:
    'La dernière réponse ne cite pas ces textes\u00a0; ajoutez ce que la bonne citation contient\u00a0: :save ID | FAIT.',
  saved: ({ id, replaced, file, count, by, facts }) => {
    const expected = by === '' ? 'les textes ne répondent pas' : `réponse dans ${by}, faits\u00a0: ${facts}`;
    return `${replaced ? 'Question remplacée' : 'Question gardée'} dans ${file} (lignes\u00a0: ${count})\u00a0: ${id}, ${expected}.`;
  },
  notWritten: (file, reason) => `Rien n'est gardé\u00a0: impossible d'écrire dans ${file} (${reason}).`,
  noLines: "Il n'y a pas encore de question gardée\u00a0; :save garde la dernière.",
  evaluated: (files) => `Mesure des réponses, en % et par langue de la question\u00a0: ${files}`,
  notEvaluated: (reason) => `Mesure impossible\u00a0: ${reason}`,
};

const arabic: GoldenPhrases = {
  unavailable: 'لا تُحفظ الأسئلة في هذه الجلسة.',
  nothingToSave: 'الجواب الأخير عبارة مجاملة؛ بيّنوا الجواب الصحيح: :save none أو :save ID | TEXT.',
  unknownAgreement: (id, nearest) =>
    `نص غير معروف: ${id}.${nearest === null ? '' : ` الأقرب إليه: ${nearest}.`} يعرض :sources النصوص.`,
  agreementsNeeded: 'لا يقتبس الجواب الأخير من أي نص؛ اذكروا النص الذي فيه الجواب: :save ID | TEXT.',
  factsNeeded: 'لا يقتبس الجواب الأخير من هذه النصوص؛ أضيفوا ما يتضمّنه الاقتباس الصحيح: :save ID | TEXT.',
  saved: ({ id, replaced, file, count, by, facts }) => {
    const expected = by === '' ? 'لا جواب في النصوص' : `الجواب في ${by}، وعدد العبارات المنتظرة ${facts}`;
    return `${replaced ? 'استُبدل السؤال' : 'حُفظ السؤال'} في ${file} (عدد الأسطر: ${count}): ${id}، ${expected}.`;
  },
  notWritten: (file, reason) => `لم يُحفظ شيء: تعذّرت الكتابة في ${file} (${reason}).`,
  noLines: 'ليس هناك سؤال محفوظ بعد؛ يحفظ :save السؤال الأخير.',
  evaluated: (files) => `قياس الأجوبة بالنسبة المئوية وحسب لغة السؤال: ${files}`,
  notEvaluated: (reason) => `تعذّر القياس: ${reason}`,
};

/** The phrases by the language that the staff member works in. */
export const GOLDEN_PHRASES: Readonly<Record<Language, GoldenPhrases>> = { ar: arabic, fr: french };
