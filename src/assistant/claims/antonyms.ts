// Words that turn a statement into its opposite although they stand in the same sentences, and so have much the same vectors.
// Hides the lists.
import { type Term, terms } from '../../language/fold.ts';

/** Each line: one side, a bar, the other side; French and Arabic. A word may stand on several lines. */
const PAIRS = `
  obligatoire obligatoires obligation الزامي الزاميه اجباري اجباريه | facultatif facultative facultatifs facultatives optionnel volontaire volontaires اختياري اختياريه طوعي
  gratuit gratuite gratuits gratuites gratuitement مجاني مجانيه مجانا | payant payante payants payantes paye مودي بمقابل مكلف
  public publique publics publiques عمومي عموميه | prive privee prives privees خاص خاصه خصوصي خصوصيه
  augmenter augmente augmentation hausse accroitre accroissement majoration majorer relever رفع يرفع ترفع زياده ارتفاع ازدياد يزيد | reduire reduit reduction baisse diminuer diminution baisser abaisser خفض يخفض تخفض تخفيض انخفاض تقليص يقلص تراجع
  avant قبل | apres بعد
  avec مع | sans بدون دون
  depuis منذ | jusque jusqu حتي
  maximum maximal maximale plafond اقصي الاقصي | minimum minimal minimale plancher ادني الادني
  accepter accepte acceptation approuver approuve approbation adopter adopte قبل قبول يقبل تقبل وافق موافقه يوافق صادق صادقت مصادقه | refuser refuse refus rejeter rejette rejet rejete رفض رفضت يرفض ترفض
  autoriser autorise autorisee autorises autorisation permettre permet permis permise سمح يسمح تسمح مسموح ترخيص يرخص رخص | interdire interdit interdite interdits interdites interdiction prohibe منع يمنع تمنع ممنوع ممنوعه حظر يحظر محظور
  premier premiere premiers premieres اول اولي الاول الاولي | dernier derniere derniers dernieres اخير اخيره الاخير الاخيره
  premier premiere premiers premieres اول اولي الاول الاولي | second seconde deuxieme ثاني ثانيه الثاني الثانيه
  signer signe signature conclure conclu conclue وقع توقيع ابرم ابرام | resilier resilie resiliation denoncer rompre rompu rupture annuler annule annulation فسخ يفسخ تفسخ الغي الغا الغاء
  creer cree creation instituer احدث احداث انشا انشاء | supprimer supprime suppression dissoudre dissolution abroger الغا الغاء حذف حل
  ouvrir ouvre ouvert ouverte ouverts ouvertes ouverture فتح يفتح تفتح مفتوح افتتاح | fermer ferme fermee fermes fermees fermeture اغلق اغلاق يغلق مغلق
  debut commencer commence commencement demarrer بدايه بدا يبدا تبدا انطلاق | fin finir termine terminer expirer expire expiration نهايه انتهاء انتها ينتهي تنتهي
  entree دخول | sortie خروج
  plus اكثر ازيد | moins اقل
  superieur superieure superieurs superieures اعلي | inferieur inferieure inferieurs inferieures ادني
  vendre vend vente vendeur بيع باع يبيع بايع | acheter achete achat acheteur شراء شرا اشتري مشتري
  bailleur مكري موجر | locataire مكتري مستاجر
  employeur employeurs مشغل | salarie salariee salaries salariees employe اجير اجراء اجرا
  fournir fournit livrer وفر يوفر توفير تسليم سلم | recevoir recoit recoivent reception تسلم استلام تلقي يتلقي
  donner verser verse paye payer دفع يدفع اداء | recevoir percevoir percoit encaisser تلقي قبض يقبض
  preter prete pret اقراض يقرض اقرض | emprunter emprunte emprunt اقتراض يقترض
  construire construit construction بنا بناء تشييد | demolir demolition detruire destruction هدم تدمير
  homme hommes masculin رجل رجال ذكور | femme femmes feminin امراه نساء نسا اناث
  garcon garcons ذكور اولاد | fille filles فتاه فتيات بنات اناث
  rural rurale ruraux rurales قروي قرويه ريفي | urbain urbaine urbains urbaines حضري حضريه
  national nationale nationaux nationales وطني وطنيه | international internationale internationaux regional regionale local locale etranger etrangere دولي دوليه اجنبي محلي جهوي
  interieur interne internes داخلي داخليه | exterieur externe externes خارجي خارجيه
  import importation importer استيراد | export exportation exporter تصدير
  nord شمال | sud جنوب
  oriental شرق شرقي | occidental ouest غرب غربي
  brut brute اجمالي خام | net nette صافي
  majeur majeurs راشد | mineur mineurs قاصر
  adulte adultes راشدون بالغ | enfant enfants طفل اطفال
  legal legale licite قانوني | illegal illegale illicite
  permanent permanente indeterminee دايم دايمه | temporaire provisoire determinee موقت موقته محدد محدده
  مدرس مدرسون مدرسين | مدرسه مدارس مدرسي مدرسيه
  cooperation تعاون | cooperative cooperatives تعاونيه تعاونيات
  مدير مديره مدراء | مديريه مديريات
  مقاول مقاولون مقاولين | مقاوله مقاولات
  دوله دول | دولي دوليه
  complet complete total totale كامل كامله | partiel partielle جزيي جزييه
  present presente حاضر حضر | absent absente absence غايب غاب غياب
  gagner gain gagne ربح | perdre perte perd خسر خساره
  succes reussir reussite نجاح نجح | echec echouer فشل
  positif positive ايجابي ايجابيه | negatif negative سلبي سلبيه
  actif active نشيط | inactif inactive
  favorable مويد | defavorable oppose معارض
  demande طلب | offre عرض
  debiteur مدين | creancier داين
  direct directe مباشر مباشره | indirect indirecte
  collectif collective جماعي جماعيه | individuel individuelle فردي فرديه
  mensuel mensuelle mensuels mois شهري شهريه | annuel annuelle annuels an annee hebdomadaire quotidien سنوي سنويه اسبوعي يومي
  primaire ابتدايي ابتداييه | secondaire lycee college ثانوي ثانويه اعدادي
  grand grande grands grandes كبير كبيره كبري | petit petite petits petites صغير صغيره صغري
  haut haute hauts hautes عالي عاليه مرتفع | bas basse faible منخفض ضعيف
  nouveau nouvelle nouveaux nouvelles جديد جديده | ancien ancienne anciens anciennes قديم قديمه
`;

type Side = { readonly pair: number; readonly side: 0 | 1 };

const bySide = new Map<string, Side[]>();
for (const [pair, line] of PAIRS.trim().split('\n').entries())
  for (const [side, words] of line.split('|').entries())
    for (const { folded } of terms(words))
      bySide.set(folded, [...(bySide.get(folded) ?? []), { pair, side: side === 0 ? 0 : 1 }]);

const PREFIXES = [/ا$/u, /^[وف](?=.{3})/u, /^[بلك](?=.{3})/u, /^[وف]?[بكل]?ال(?=.{2})/u, /^[وف]?لل(?=.{2})/u];

/** On which sides of which pairs a word stands; with what Arabic writes onto it, too. */
export const sidesOf = ({ folded }: Pick<Term, 'folded'>): readonly Side[] => {
  const found = bySide.get(folded);
  if (found !== undefined || !/^\p{Script=Arabic}/u.test(folded)) return found ?? [];
  return PREFIXES.flatMap((prefix) => (prefix.test(folded) ? (bySide.get(folded.replace(prefix, '')) ?? []) : []));
};

/** Whether two words say opposite things. */
export const areOpposed = (one: Pick<Term, 'folded'>, two: Pick<Term, 'folded'>): boolean => {
  const [mine, theirs] = [sidesOf(one), sidesOf(two)];
  return mine.some(({ pair, side }) => theirs.some((other) => other.pair === pair && other.side !== side));
};
