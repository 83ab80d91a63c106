// The words behind the concepts of a claim: one concept a line, French and Arabic; inflected forms are found by stem. To teach the
// checks that two words say the same, write them on one line; a word may stand on several.

/** What is done. */
export const ACT_WORDS = `
  signer signe signature signatures signataire signataires conclure conclu conclue conclus conclues conclusion وقع وقعت وقعوا يوقع توقيع موقع موقعه الموقعون ابرم ابرمت ابرام مبرم مبرمه المبرمه
  assister assiste presence present presents presente presentes participer participe participants حضر حضرت حضروا يحضر حضور حاضر شارك شاركت مشاركه مشاركون
  lancer lance lancement اطلق اطلقت اطلاق يطلق انطلاق
  inaugurer inaugure inauguration تدشين دشن دشنت افتتاح
  creer cree creent creation creations etablir etablit instituer institue احدث احدثت احداث يحدث انشا انشات ينشي تنشي انشاء تاسيس
  etablir etablit وضع يضع تضع
  tenir tenu tenue tenus tenues organiser organise organisee derouler deroule lieu انعقد انعقدت منعقده انعقاد اقيم اقيمت نظم نظمت تنظيم جرت عقد عقدت
  cloturer cloture achever achevees achevee terminer اختتم اختتمت اختتام ختم
  aider aide aident appuyer appui soutenir soutien soutient soutiennent accompagner accompagne accompagnement دعم يدعم تدعم ساعد يساعد تساعد مساعده مساندة واكب يواكب تواكب مواكبه
  ameliorer amelioration perfectionner تحسين يحسن تحسن
  renforcer renforce renforcement consolider تعزيز يعزز تعزز تقويه
  developper developpement develop تنميه تطوير يطور تطور ينمي
  promouvoir promeut promotion encourager encourage encouragement favoriser شجع يشجع تشجع تشجيع نهوض ترويج يعزز حفز تحفيز
  integrer integration introduire ادماج ادراج يدمج تدمج ادخال
  produire production elaborer انتاج ينتج تنتج
  former forme formation formations تكوين تدريب يدرب تدرب
  recruter recrute recrutement recrutements embaucher embauche embauches توظيف يوظف توظف تشغيل
  financer finance financement financements contribuer contribue contribuent contribution contributions apporter apporte apport مساهمه ساهم ساهمت يساهم تساهم اسهم يسهم تسهم تمويل يمول تمول مول
  contribuer contribue contribuent contribution contributions apporter apporte apport مساهمه ساهم ساهمت يساهم تساهم اسهم يسهم تسهم اسهام
  fournir fournit fournissent fourniture livrer وفر يوفر توفر توفير زود يزود تزويد
  construire construit construction batir بنا بناء يبني تبني تشييد شيد
  verser verse versement payer paye paie paiement regler اداء يودي تودي دفع يدفع تدفع سدد
  recevoir recoit recoivent beneficier beneficie beneficient percevoir percoit استفاد يستفيد تستفيد استفاده يتلقي تتلقي تلقي حصل يحصل تحصل
  accueillir accueille accueillent recueillir استقبل يستقبل تستقبل استقبال
  gerer gere gestion تدبير يدبر ادار يدير تدير تسيير
  controler controle surveiller مراقبه يراقب تراقب رقابه
  moderniser modernise modernisation تحديث يحدث
  numeriser numerisation digitaliser digitalisation رقمنه يرقمن
  faciliter facilite تيسير تسهيل ييسر يسهل
  proteger protege protegees protegee protection حمايه يحمي تحمي محميه محمي
  renouveler renouvelable renouvellement reconduire reconduction تجديد يجدد تجدد
  couvrir couvre couvrent couverture شمل شملت يشمل تشمل غطي يغطي تغطي تغطيه
  comprendre comprend comprennent compte comptent comptera inclure inclut comporter comporte compter شمل شملت يشمل تشمل تضم يضم ضم
  consacrer consacre consacree consacrees reserver خصص خصصت يخصص تخصص مخصص مخصصه
  commencer commence debut demarrer demarrage بدا يبدا تبدا بدايه انطلق ينطلق
  notifier notifie notification informer informe اشعار يشعر اخطار يخطر ابلاغ يبلغ
  distribuer distribue distribution توزيع يوزع توزع
  equiper equipe equipement equipements تجهيز يجهز تجهز تجهيزات
  tenir tient compte considerer مراعاه يراعي تراعي
  denombrer denombre recenser compter احصي يحصي تحصي
  publier publie publication نشر ينشر تنشر
  remettre remet transmettre transmet تسليم يسلم تسلم
  inscrire inscrit insere اندرج يندرج تندرج
  assurer assure garantir garantit garantie ضمن يضمن تضمن ضمان تامين
  accorder accorde accordes accordee octroyer octroie octroyee attribuer attribue منح منحت يمنح تمنح
  reparer repare restaurer restaure restaurees restauration renover renove renovation رمم رممت يرمم ترمم ترميم اصلاح
  entretenir entretient entretien maintenance صيانه يصون
  fixer fixe fixent fixation determiner determine حدد حددت يحدد تحدد تحديد
  finir fini finissent terminer terminee fin expirer expire انتهي انتهت ينتهي تنتهي نهايه انتهاء
  deposer depose depot soumettre soumet قدم قدمت يقدم تقدم ايداع
  evaluer evalue evaluation تقييم يقيم تقيم
  suivre suit suivi تتبع يتتبع تتتبع
  echanger echange echanges تبادل يتبادل
  partager partage تقاسم يتقاسم
  appliquer applique application applicable تطبيق يطبق تطبق
  executer execute execution oeuvre تنفيذ ينفذ تنفذ انجاز
  preparer prepare preparation اعداد يعد تحضير
  investir investit investissement investissements استثمار استثمارات يستثمر
  relier relie raccorder raccordement ربط يربط تربط
  heberger heberge hebergement ايواء ياوي
  vendre vend vendent vendu vente بيع باع يبيع تبيع
  acheter achete achat achats acquerir acquisition شراء شرا اشتري يشتري تشتري اقتناء اقتنا
  louer loue location كراء كرا يكري ايجار
  rencontrer rencontre التقي يلتقي لقاء
  visiter visite visites زياره زار يزور
  transporter transporte transport نقل ينقل تنقل
  soigner soins traitement علاج يعالج علاجات
  exploiter exploite exploitation استغلال يستغل تستغل
  occuper occupe occupation احتلال يشغل
  diriger dirige encadrer encadre superviser supervise اشرف يشرف تشرف اشراف
  choisir choisit choix selectionner selection اختار اختارت يختار اختيار
  demander demande طلب يطلب تطلب
  utiliser utilise utilisent استعمل يستعمل تستعمل استخدم يستخدم
  reduire reduit reduction baisser baisse diminuer diminution خفض يخفض تخفض تخفيض تقليص
  augmenter augmente augmentation hausse accroitre ارتفع يرتفع ارتفاع رفع يرفع ترفع زياده
`;

/** Offices. */
export const ROLE_WORDS = `
  president presidente presidence preside presider رييس رييسه رياسه يراس تراس يراسها تراسها ترويس
  directeur directrice مدير مديره
  direction مديريه اداره
  dirige diriger ادار يدير تدير
  fondateur fondatrice fonde cofondateur موسس موسسها تاسيسها اسس اسست
  cofondateur cofondatrice تاسيسها
  ministre ministres وزير وزيره وزرا الوزيره
  deleguee delegue delegues منتدب منتدبه المنتدبه
  secretaire secretariat امين امينه امانه امانتها
  roi monarque ملك الملك
  employeur employeurs patron مشغل المشغل مشغلين
  salarie salariee salaries salariees employe employes travailleur travailleurs اجير اجيره اجرا الاجير الاجراء عامل عمال مستخدم
`;

/** Sorts of people. */
export const PEOPLE_WORDS = `
  enseignant enseignants enseignante professeur professeurs استاذ اساتذه الاساتذه
  eleve eleves ecolier ecoliers تلميذ تلميذه تلاميذ التلاميذ
  etudiant etudiants etudiante طالب طلبه طلاب الطلبه
  medecin medecins docteur طبيب طبيبه اطبا الاطباء
  infirmier infirmiers infirmiere infirmieres ممرض ممرضه ممرضون ممرضين ممرضات
  patient patients malade malades مريض مرضي المرضى
  ingenieur ingenieurs مهندس مهندسه مهندسون مهندسين
  technicien techniciens تقني تقنيون تقنيين
  habitant habitants population populations ساكنه السكان سكان
  jeune jeunes jeunesse شباب شابات شاب
  femme femmes نساء النساء امراه نسا
  homme hommes رجل رجال
  enfant enfants طفل اطفال
  ouvrier ouvriers ouvriere ouvrieres عامل عمال عامله عاملات
  visiteur visiteurs visiteuse زاير زوار زايرين
  usager usagers voyageur voyageurs مسافر مسافرون مسافرين مرتفق مرتفقين
  beneficiaire beneficiaires مستفيد مستفيدون مستفيدين
  membre membres عضو اعضا
  personne personnes شخص اشخاص
  agriculteur agriculteurs فلاح فلاحون فلاحين
  mineur mineurs قاصر قاصرين
  citoyen citoyens مواطن مواطنون مواطنين
`;

/** Bodies that can act. */
export const BODY_WORDS = `
  cooperative cooperatives تعاونيه تعاونيات
  banque banques بنك ابناك بنوك
  association associations جمعيه جمعيات
  commission commissions comite comites لجنه لجان
  syndicat syndicats نقابه نقابات
  federation federations اتحاد
  agence agences وكاله وكالات
  conseil conseils مجلس مجالس
  office offices bureau مكتب مكاتب
  fondation fondations موسسه موسسات
  famille familles menage menages اسره اسر عايله
  ministere ministeres وزاره وزارات
  gouvernement gouvernements حكومه حكومات
  universite universites universitaire جامعه جامعات الجامعه
  ecole ecoles scolaire scolaires مدرسه مدارس مدرسي مدرسيه دراسي دراسيه
  hopital hopitaux hospitalier مستشفي مستشفيات
  societe societes entreprise entreprises compagnie مقاوله مقاولات شركه شركات
  commune communes جماعه جماعات
  province provinces اقليم اقاليم عماله
  region regions جهه جهات
  etat etats دوله دول
`;

/** Kinds of document. */
export const DOCUMENT_WORDS = `
  accord accords اتفاق اتفاقيه اتفاقيات اتفاقات
  convention conventions اتفاقيه اتفاقيات
  protocole protocoles بروتوكول
  memorandum entente مذكره تفاهم
  declaration intention اعلان نوايا
  contrat contrats عقد عقود العقد
  avenant avenants ملحق ملاحق
  reglement نظام
  loi lois قانون قوانين
  partenariat partenariats شراكه شراكات
`;

/** Anything else. */
export const OTHER_WORDS = `
  elever eleve atteindre atteint يبلغ تبلغ بلغ بلغت يصل تصل وصل
  partie parties طرف اطراف طرفان طرفين
  partenaire partenaires شريك شركاء شركا
  centre centres مركز مراكز
  pole hub قطب اقطاب
  societe مجتمع
  siege base basee مقر مقرها مقره
  domaine domaines champ champs مجال مجالات ميدان ميادين
  secteur secteurs قطاع قطاعات
  objet sujet موضوع
  theme themes موضوع شعار محور
  ceremonie ceremonies حفل مراسيم
  marge هامش هامشها
  patronage egide رعايه
  montant somme enveloppe budget مبلغ ميزانيه غلاف اعتماد
  duree periode مده فتره
  prevision previsions متوقع المتوقع يتوقع تتوقع توقعات
  essai essais اختبار تجربه
  salaire salaires remuneration اجر اجره اجور الاجر راتب رواتب
  conge conges عطله عطل اجازه
  preavis اخطار اشعار مهله
  licenciement licencier فصل الفصل تسريح
  sante sanitaire sanitaires صحه صحي صحيه
  eau eaux hydrique hydriques ماء الماء مياه مايي ماييه
  potable شروب
  electricite electrique electriques كهربا كهرباء كهربايي كهربايه
  energie energies energetique energetiques طاقه طاقات طاقي طاقيه
  environnement environnemental environnementale environnementales بييه بيئه بيئي بيئيه
  environnement بيئه بييه
  agriculture agricole agricoles فلاحه فلاحي فلاحيه زراعه زراعي زراعيه
  industrie industriel industrielle industriels industrielles صناعه صناعي صناعيه
  tourisme touristique سياحه سياحي سياحيه
  education educatif educative pedagogique pedagogiques تربيه تربوي تربويه تعليم تعليمي تعليميه
  enseignement تعليم تدريس
  numerique numeriques digital digitale digitaux رقمي رقميه
  transition انتقال تحول
  administration administrations administratif اداره ادارات اداري
  intelligence ذكا ذكاء
  artificielle artificiel اصطناعي
  donnee donnees data بيانات البيانات معطيات المعطيات
  recherche recherches بحث بحوث ابحاث
  competence competences كفاءه كفاءات كفايه كفايات مهارات
  emploi emplois شغل تشغيل
  travail شغل عمل
  marche سوق اسواق
  metier professionnel professionnelle professionnelles مهني مهنيه
  innovation innovations ابتكار ابتكارات
  technologie technologies technologique تكنولوجيا تكنولوجي تكنولوجيات
  service services خدمه خدمات
  public publique publics publiques عمومي عموميه عامه
  prive privee prives privees خاص خاصه خصوصي خصوصيه
  national nationale nationaux nationales وطني وطنيه
  regional regionale regionaux regionales اقليمي اقليميه جهوي جهويه
  local locale locaux locales محلي محليه
  international internationale internationaux internationales دولي دوليه
  mondial mondiale عالمي عالميه
  rural rurale ruraux rurales قروي قرويه قري قرى ريفي
  urbain urbaine urbains urbaines حضري حضريه
  social sociale sociaux sociales اجتماعي اجتماعيه
  economique economiques economie اقتصاد اقتصادي اقتصاديه
  durable durables مستدام مستدامه
  souverain souveraine souverains souveraines souverainete سيادي سياديه سياده
  responsable responsables مسوول مسووله مسيول
  responsabilite مسووليه
  ethique ethiques اخلاقي اخلاقيه اخلاقيات
  equite انصاف
  inclusif inclusive inclusives inclusion دامج دامجه ادماج
  cantine cantines مطعم مطاعم
  repas وجبه وجبات
  lit lits سرير اسره
  livre livres manuel manuels كتاب كتب كراس
  logement logements سكن مسكن مساكن
  village villages douar douars قريه قري دوار دواوير
  ville villes مدينه مدن
  pays دوله دول بلد بلدان
  station stations محطه محطات
  plateforme plateformes منصه منصات
  programme programmes برنامج برامج
  programme programmes curriculum منهاج مناهج
  projet projets مشروع مشاريع
  strategie strategies strategique strategiques استراتيجيه استراتيجي استراتيجيات
  politique politiques سياسه سياسات
  cooperation تعاون
  communication تواصل اتصال اعلام
  sport sports sportif sportifs رياضه رياضي رياضيه
  qualite جوده
  contenu contenus مضمون مضامين محتوي محتويات
  ressource ressources مورد موارد
  usage utilisation emploi استعمال استخدام
  journee jour journees يوم ايام اليوم
  total totale global globale اجمالي اجماليه
  premier premiere premiers premieres اول اولي الاولى
  second seconde deuxieme ثاني ثانيه
  dernier derniere derniers dernieres اخير اخيره
  nouveau nouvelle nouveaux nouvelles جديد جديده
  petit petite petits petites صغير صغيره صغري
  grand grande grands grandes كبير كبيره كبري
  moyen moyenne moyens moyennes متوسط متوسطه
  haut haute hauts hautes eleve elevee عالي عاليه مرتفع
  nature عيني عينيه
  maroc marocain marocaine marocains marocaines مغرب المغرب مغربي مغربيه مغاربه
  france francais francaise francaises فرنسا فرنسي فرنسيه
  arabe arabes عربي عربيه عرب
  afrique africain africaine africains africaines افريقيا افريقي افريقيه
`;
