import { it } from 'vitest';
import { createWordSpace, dot } from '../../src/assistant/word-space.ts';
import { foldText } from '../../src/language/fold.ts';
import { openBundledModel } from './bundled.ts';

const P: Record<string, string> = {
  syn: 'conclu signé|conclure parapher|viser ambitionner|viser cibler|soutenir appuyer|soutien aide|formation apprentissage|améliorer perfectionner|recrutement embauche|embaucher recruter|entreprises sociétés|école établissement|élèves écoliers|enseignants professeurs|santé sanitaire|hôpital clinique|eau hydrique|salaire rémunération|durée période|fournir livrer|créer établir|création fondation|développer renforcer|montant somme|contrat convention|patient malade|promouvoir encourager|présent assisté|dirigeant directeur|cofondateur fondateur|recherche recherches|porte concerne|lancer lancement|données data|gratuit gratuitement|logement habitation|employeur patron|licenciement renvoi|préavis avertissement|travailleur salarié',
  hyp: 'santé éducation|agriculture industrie|Rabat Casablanca|juillet août|lundi mardi|président directeur|ministre président|signé assisté|femmes hommes|jeunes femmes|école hôpital|ingénieurs médecins|ingénieurs techniciens|enfants adultes|tourisme agriculture|énergie eau|dollars euros|mois ans|public privé|formation recherche|achat vente|fournir recevoir|employeur salarié|bailleur locataire|rural urbain|nord sud|national régional|étudiants enseignants|gratuit payant|obligatoire facultatif|augmenter réduire|construire détruire|fondateur directeur|début fin|garçons filles|primaire secondaire|communes provinces|création suppression|ouvrir fermer|physique numérique|vaccin médicament|mensuel annuel|brut net',
  tr: 'accord اتفاق|signé وقع|conclu إبرام|école مدرسة|élèves التلاميذ|formation التكوين|santé الصحة|hôpital المستشفى|recrutement توظيف|ingénieurs مهندس|marocains مغربي|soutien دعم|améliorer تحسين|services الخدمات|publics العمومية|données البيانات|entreprises المقاولات|jeunes الشباب|femmes النساء|numérique الرقمي|recherche البحث|appliquée التطبيقي|développement التنمية|lancement إطلاق|financement التمويل|président رئيس|directeur مدير|fondateur مؤسس|ministre وزير|eau الماء|salaire الأجر|durée المدة|contrat العقد|employeur المشغل|licenciement الفصل|congé عطلة|patients المرضى|médecins الأطباء|vaccins اللقاحات|cantine المطعم|tourisme السياحة|agriculture الفلاحة|énergie الطاقة|qualité الجودة|assisté حضر|siège مقر|coopération التعاون|responsable مسؤول|éthique أخلاقي|ruraux القروي|innovation الابتكار|centre مركز|crée إحداث|domaines مجالات',
  trhyp:
    'santé التعليم|école المستشفى|ingénieurs طبيب|élèves الأساتذة|formation البحث|femmes الرجال|Rabat الدار|agriculture الصناعة|président مدير|ministre رئيس|signé حضر|public الخاص|gratuit مؤدى|énergie الماء|tourisme الفلاحة|salaire العقد|employeur الأجير|augmenter تخفيض|ouvrir إغلاق|financement القرض|lancement توقيع|créer إلغاء|dollars درهم|juillet غشت|médecins المرضى|congé مرض|durée المبلغ|qualité الكمية|directeur وزير|fondateur مدير|développement البحث|services المنتجات|données الأموال',
  rand: 'accord table|école soleil|santé chien|formation avion|président rivière|eau guitare|contrat فيل|durée شجرة|ministre كتاب|données مطر|signé تفاحة|femmes حجر',
};
it('cos', async () => {
  const model = await openBundledModel();
  const space = createWordSpace(model);
  for (const [k, s] of Object.entries(P)) {
    const rows = s.split('|').map((p) => p.split(' ').map((w) => foldText(w)) as [string, string]);
    const v = await space.vectors(rows.flat());
    const out = rows.map(([a, b]) => [dot(v.get(a)!, v.get(b)!), a, b] as const).sort((x, y) => y[0] - x[0]);
    console.log(k + ': ' + out.map(([c, a, b]) => `${a}/${b}=${c.toFixed(2)}`).join('  '));
  }
});
