// Puts "X a signé un accord avec Y à Rabat", which people write, as texts write it: "L'accord avec Y a été conclu à Rabat". That X is a
// party is then looked for in what the agreement is called. Pure.

/** A claim in other words, and who has to be a party to the agreement for it to say the same. */
export type Reworded = { readonly statement: string; readonly parties: readonly string[] };

const DOCUMENT =
  "(?:nouvel(?:le)?\\s+)?(?:accord|convention|protocole|mémorandum|déclaration|partenariat)(?:\\s+(?:d['’](?:accord|entente|intention)|de\\s+partenariat))?";
const SIGNED = '(?:a|ont|avait|avaient)\\s+(?:signé|conclu|paraphé)';
const ADVERBIAL = '(?:\\s+(?:à|le|en|lors|au|aux)\\s.*)?';

const WITH = new RegExp(
  `^(?<one>[^,;:]+?)\\s+${SIGNED}\\s+(?:une?|la|le|l['’])\\s*(?<document>${DOCUMENT})\\s+avec\\s+(?<two>[^,;:]+?)(?<rest>${ADVERBIAL})$`,
  'iu',
);
const BOTH = new RegExp(
  `^(?<one>[^,;:]+?)\\s+et\\s+(?<two>(?:le|la|l['’])?\\s*[^,;:]+?)\\s+${SIGNED}\\s+(?:une?|la|le|l['’])\\s*(?<document>${DOCUMENT})(?<rest>${ADVERBIAL})$`,
  'iu',
);
const WITH_ARABIC =
  /^(?:و)?(?:وقعت?|أبرمت?)\s+(?<one>[^،:]+?)\s+(?<document>(?:ال)?(?:اتفاقا?|اتفاقية|مذكرة|بروتوكول|إعلان)(?:\s+(?:ال)?(?:تفاهم|شراكة|نوايا|اتفاق))?)\s+مع\s+(?<two>[^،:]+?)(?<rest>(?:\s+(?:ب\p{L}+|في|يوم|بتاريخ|سنة|خلال)(?:\s.*)?)?)$/u;

/** The claim as it is, where it is not of this form. */
export const reworded = (claim: string): Reworded => {
  const bare = claim.replace(/[\s.!…]+$/u, '');
  for (const pattern of [WITH, BOTH, WITH_ARABIC]) {
    const { one, two, document, rest = '' } = pattern.exec(bare)?.groups ?? {};
    if (one === undefined || two === undefined || document === undefined) continue;
    const statement =
      pattern === WITH_ARABIC
        ? `تم إبرام ${document.replace(/^اتفاقا$/u, 'اتفاق')} مع ${two}${rest}`
        : `${definite(document)} avec ${two} a été conclu${FEMININE.test(document) ? 'e' : ''}${rest}`;
    return { statement: `${statement}.`, parties: [one, two] };
  }
  return { statement: claim, parties: [] };
};

const FEMININE = /convention|déclaration/iu;

const definite = (document: string): string => {
  const bare = document.replace(/^nouvel(?:le)?\s+/iu, '');
  if (/^[aé]/iu.test(bare)) return `L'${bare}`;
  return `${FEMININE.test(bare) ? 'La' : 'Le'} ${bare}`;
};
