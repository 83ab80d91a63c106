// Whether a statement is a plain sentence at all: no markup, links, commands, questions or hidden characters. Pure.
import { foldText, terms } from '../../language/fold.ts';

/** A sentence that is longer says more than can be checked. */
const LONGEST_STATEMENT = 600;

/** These may stand in a statement only where a quotation has the very same. */
const UNLESS_QUOTED: readonly RegExp[] = [
  /\b(?:https?|ftp|mailto|tel|javascript|data):\S*/giu,
  /\bwww\.\S+/giu,
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]+/gu,
  /(?<![\p{L}\p{N}.])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})*\.(?:com|net|org|info|biz|io|ai|co|ma|fr|dz|tn|int|gov|edu|eu|uk|us|ly|me|xyz|app|dev|site|online|ru|cn)(?![\p{L}\p{N}])\S*/giu,
  /[#@]\p{L}[\p{L}\p{N}_]+/gu,
  /\[[^\]]*\]/gu,
  /\p{Extended_Pictographic}/gu,
];

/** These may not stand in one at all. */
const NEVER: readonly RegExp[] = [
  // Controls, private characters, invisible and bidirectional marks.
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u,
  /\u034f|[\u115f\u1160\u3164\uffa0\ufffc\ufffd]|[\ufe00-\ufe0f]|\u17b4|\u17b5|\u180b|\u180c|\u180d/u,
  /\p{M}{4}/u,
  // Letters of any script but two: what looks like a Latin letter may be Cyrillic or Greek.
  /(?!\p{Script=Latin}|\p{Script=Arabic})\p{L}/u,
  /[{}<>|\\`*~^=]|__|\]\(|【|】|⟦|⟧|^\s*(?:#|-|\d{1,3}[.)]\s)/u,
  /[?؟]/u,
  /(?:^|[.!:]\s*)(?:system|assistant|user|human|syst[eè]me|utilisateur|note|nota|attention|réponse|النظام|المساعد|المستخدم|ملاحظة|تنبيه|الجواب)\s*:/iu,
  /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,12});/iu,
];

/** Who speaks or is spoken to: the texts do neither. */
const ADDRESS = new Set(
  'je j tu te toi nous vous votre vos notre nos mon ma mes انا نحن انت انتم انتي اننا انني لنا لكم لك عليكم عليك لي ليك ليكم حنا احنا نتا نتوما'.split(
    ' ',
  ),
);

/** Verbs and words that only a command or an instruction to a reader begins with. */
const COMMAND =
  /^(?:\p{L}+ez|ignore|ignorer|oublie|cliquer?|voir|notez|تجاهل\p{L}*|اضغط\p{L}*|انقر\p{L}*|اتصل\p{L}*|ارسل\p{L}*|يرجي|المرجو|لا تنس\p{L}*)$/u;

/** Words that a question begins with where its mark is left out. */
const QUESTION =
  /^(?:pourquoi|comment|combien|qui|quel(?:le)?s?|quand|est|هل|لماذا|كيف|متي|اين|كم|واش|شكون|علاش|فين|شحال)$/u;

/** Whether a statement is a plain sentence in one of the two scripts; `quotes` are the words of its quotations. */
export const isPlainText = (statement: string, quotes: string): boolean => {
  if (statement.length > LONGEST_STATEMENT || !/\p{L}/u.test(statement)) return false;
  if (NEVER.some((pattern) => pattern.test(statement))) return false;
  if (UNLESS_QUOTED.some((pattern) => (statement.match(pattern) ?? []).some((part) => !quotes.includes(part))))
    return false;
  return hasPlainLetters(statement) && !speaksToReader(statement, quotes);
};

/** No letters that only look like others (mathematical, full-width), and no word of two scripts. */
const hasPlainLetters = (statement: string): boolean =>
  [...statement.matchAll(/\p{L}/gu)].every(
    ([letter]) => letter.normalize('NFKC').length === 1 && letter.normalize('NFKC') === letter.normalize('NFC'),
  ) && !/\p{Script=Latin}\p{M}*\p{Script=Arabic}/u.test(statement);

const speaksToReader = (statement: string, quotes: string): boolean => {
  const words = terms(statement);
  const first = words[0]?.folded ?? '';
  const quoted = ` ${foldText(quotes).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const isSaid = (folded: string): boolean => quoted.includes(` ${folded} `);
  if ((COMMAND.test(first) && !isSaid(first)) || QUESTION.test(first)) return true;
  return words.some(({ folded }) => ADDRESS.has(folded) && !isSaid(folded));
};
