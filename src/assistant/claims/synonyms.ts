// Words of one language that say the same and are not forms of each other: few, since a word that is not here is only borne out
// by itself. Hides the list.
import { type Term, terms } from '../../language/fold.ts';

/** One meaning a line, in one language. */
const LINES = `
  conclure conclu conclue conclus conclues conclusion signer signe signee signes signees signature signataire
  assister assiste assistent presence present presente presents presentes
  recruter recrute recrutement embaucher embauche embauches
  salarie salariee salaries salariees employe employee employes employees
  commencer commence debuter debute debut demarrer demarre
  achever acheve achevee acheves achevees terminer termine terminee termines terminees finir fini finie
  tenir tenu tenue tenus tenues organiser organise organisee organises organisees lieu
  aider aide aident soutenir soutient soutiennent soutien appuyer appuie appui
  renover renove renovee restaurer restaure restauree restaurees restauration renovation
  verser verse versent payer paie paient paye payent
  recevoir recoit recoivent percevoir percoit percoivent
  comprendre comprend comprennent inclure inclut comporter comporte
  accorder accorde octroyer octroie attribuer attribue
  fixer fixe fixent determiner determine determinent
  enseignant enseignants professeur professeurs
  medecin medecins docteur docteurs
  eleve eleves ecolier ecoliers
  numerique numeriques digital digitale digitaux
  siege base basee bases basees
  montant somme
  apporter apporte contribuer contribue contribution
  moyennant avec
  وقع وقعت يوقع توقيع ابرم ابرمت ابرام
  بدا بدات انطلق انطلقت انطلاق
  انتهت انتهي اختتم اختتمت
  يضم تضم يشمل تشمل يتضمن تتضمن
  دعم يدعم تدعم ساعد يساعد تساعد مساعده مساندة
  اداء يودي تودي دفع يدفع تدفع سدد
  شراء شرا يشتري تشتري اقتناء اقتنا
  كراء كرا ايجار
  انعقد انعقدت نظم نظمت
  شغل عمل
  يمنح تمنح يعطي تعطي
`;

const byWord = new Map<string, number[]>();
for (const [line, words] of LINES.trim().split('\n').entries())
  for (const { folded } of terms(words)) byWord.set(folded, [...(byWord.get(folded) ?? []), line]);

/** Whether two words of one language are listed as saying the same. */
export const areSynonyms = (one: Pick<Term, 'folded'>, two: Pick<Term, 'folded'>): boolean => {
  const theirs = byWord.get(two.folded) ?? [];
  return (byWord.get(one.folded) ?? []).some((line) => theirs.includes(line));
};
