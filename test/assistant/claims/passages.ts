// Passages on other subjects than the repository's own texts, for tests of what may be said of a quotation.
import type { Language, Passage } from '../../../src/domain.ts';
import { passageOf } from '../../fakes/passages.ts';

type Made = {
  readonly language?: Language;
  readonly title: string;
  readonly parties: readonly string[];
  readonly heading: string;
  readonly text: string;
};

const MADE: Readonly<Record<string, Made>> = {
  'hospital-works': {
    title: "Convention entre le ministère de la Santé et la région Souss-Massa pour l'hôpital provincial de Tiznit",
    parties: ['Ministère de la Santé', 'Région Souss-Massa'],
    heading: 'Financement et travaux',
    text: "La région Souss-Massa apporte 20 millions de dirhams et le ministère de la Santé 45 millions de dirhams. Les travaux dureront dix-huit mois et l'hôpital comptera 120 lits. Les consultations sont gratuites pour les enfants de moins de six ans et payantes pour les adultes. La pharmacie ne délivre pas de médicaments sans ordonnance. La convention a été signée à Tiznit le 4 mars 2024.",
  },
  'hospital-staff': {
    title: "Convention entre le ministère de la Santé et la région Souss-Massa pour l'hôpital provincial de Tiznit",
    parties: ['Ministère de la Santé', 'Région Souss-Massa'],
    heading: 'Personnel et services',
    text: "Le docteur Salma Bennani dirige le service de pédiatrie et le docteur Hicham Alaoui le service de cardiologie. Le service de radiologie pourrait ouvrir en 2027, si les crédits sont votés. Il est faux que l'hôpital ait fermé son service des urgences. L'hôpital forme chaque année 30 infirmiers et 12 sages-femmes. L'ancien directeur, Karim Tazi, a remis les clés au nouveau directeur, Omar Lahlou.",
  },
  canteens: {
    title: 'Règlement des cantines scolaires de la province de Taza',
    parties: [],
    heading: 'Fonctionnement',
    text: "Chaque élève boursier reçoit un repas par jour. Les cantines sont ouvertes du lundi au vendredi ; elles ferment pendant les vacances. La commune finance les repas et la province finance le transport. Seuls les directeurs d'école peuvent modifier les menus. Au moins 60 % des produits doivent être locaux. L'inscription est obligatoire avant le 15 septembre. La commission des menus se réunit deux fois par trimestre.",
  },
  exclusions: {
    title: 'Règlement des cantines scolaires de la province de Taza',
    parties: [],
    heading: 'Aliments',
    text: 'Sont interdits dans les cantines :\n- les boissons gazeuses ;\n- les produits frits ;\n- les confiseries industrielles.\n\nLes fruits de saison sont servis tous les jours.',
  },
  water: {
    title: "Contrat de gestion de la station de dessalement d'Agadir",
    parties: ["Office national de l'eau", 'Société Aman Souss'],
    heading: 'Production et prix',
    text: "La station de dessalement d'Agadir produit 275 000 mètres cubes d'eau par jour, dont 150 000 pour l'eau potable et 125 000 pour l'irrigation. La société Aman Souss exploite la station pour vingt-sept ans. L'office rachète l'eau à la société Aman Souss au prix de 8,5 dirhams le mètre cube. Le barrage n'a pas été achevé en 2023. La société avait proposé un second site ; la commission l'a rejeté. Le contrat a été signé le 12 janvier 2022 et prend effet le 1er juin 2022.",
  },
  work: {
    title: "Convention collective de l'entreprise Textile Nord",
    parties: ['Textile Nord', 'Syndicat des ouvriers'],
    heading: 'Conditions de travail',
    text: "L'employeur verse le salaire avant le 5 de chaque mois. Le salarié peut démissionner moyennant un préavis de deux mois. La période d'essai est de trois mois, renouvelable une fois pour deux mois. Le congé annuel est de dix-huit jours ouvrables. Les heures de nuit sont majorées de 25 % et les heures du dimanche de 50 %. Selon le syndicat, l'entreprise a licencié 40 salariés en 2024. L'employeur ne doit pas réduire le salaire. En cas de faute grave, le préavis est supprimé. Environ 300 ouvrières bénéficient d'une prime de transport. Le syndicat accuse l'entreprise d'avoir retardé les primes.",
  },
  loan: {
    title: 'Prêt de la Banque Atlas à la coopérative Argane Sud',
    parties: ['Banque Atlas', 'Coopérative Argane Sud'],
    heading: 'Conditions du prêt',
    text: "La Banque Atlas prête 3 millions de dirhams à la coopérative Argane Sud. Le prêt est remboursable en dix annuités, au taux fixe de 4 %. La coopérative n'est pas tenue de fournir une garantie. Le remboursement anticipé est autorisé sans pénalité à partir de la troisième année. La coopérative compte 180 femmes et 25 hommes. La présidente, Zineb Ouali, et la trésorière, Hind Berrada, représentent la coopérative. La Banque Atlas ne finance que l'achat de matériel. La visite du ministre, prévue le 9 mai 2025, a été annulée.",
  },
  stadium: {
    title: 'Protocole relatif au stade municipal de Béni Mellal',
    parties: ['Commune de Béni Mellal', 'Fédération royale de football'],
    heading: 'Travaux et gestion',
    text: "La Fédération royale de football rénove la pelouse et la commune de Béni Mellal entretient les tribunes. Le stade, construit en 1987, compte 12 000 places, dont 400 pour les personnes handicapées. Les entraînements commencent à 18 heures et finissent à 21 heures. L'accès est interdit aux mineurs non accompagnés. Le club local occupe le stade à titre gratuit jusqu'au 30 juin 2026. La Fédération souhaite organiser deux matchs internationaux par an. Jamais la commune n'a vendu le terrain.",
  },
  museum: {
    title: 'Convention de gestion du musée de Volubilis',
    parties: ['Fondation des musées', 'Commune de Moulay Driss'],
    heading: 'Collections et accueil',
    text: "La Fondation des musées restaure les mosaïques ; l'entretien des jardins revient à la commune de Moulay Driss. Le conservateur a rencontré Samir Kettani à Meknès. Le représentant de la Fondation des musées assiste aux réunions du comité. Le billet coûte 70 dirhams pour les visiteurs étrangers et 20 dirhams pour les visiteurs marocains. Le musée a fermé en 2019. Le café a ouvert en 2021. Le musée accueille les écoles le mardi. La boutique vend des livres d'art. Les guides qui ont plus de dix ans d'expérience forment les stagiaires. Aucun objet ne quitte le musée sans l'accord du conservateur. L'exposition, qui devait durer six mois, n'a duré que quatre semaines. Le nombre de visiteurs est passé de 90 000 à 120 000. Deux des cinq salles sont climatisées.",
  },
  tram: {
    title: 'Contrat de délégation du tramway de Kénitra',
    parties: ['Commune de Kénitra', 'Société Rail Ouest'],
    heading: 'Exploitation',
    text: "La société Rail Ouest exploite le tramway et perçoit les recettes, tandis que la commune de Kénitra fixe les tarifs. Le ticket est gratuit le dimanche pour les étudiants. Si la ligne subit un retard de plus de trente minutes, le voyageur est remboursé. Le contrat prend fin en 2040, sauf renouvellement. L'ingénieur en chef, Nadia Chraibi, dirige le chantier ; l'architecte est Yassine Filali. Le tribunal a condamné la société Rail Ouest à verser 2 millions de dirhams à la commune. La société Rail Ouest nie avoir retardé les travaux. Les rames, fabriquées à Barcelone, sont assemblées à Kénitra.",
  },
  grants: {
    title: "Convention relative aux bourses de l'École des mines de Rabat",
    parties: ['École des mines de Rabat', 'Fondation Tafilalet'],
    heading: 'Attribution des bourses',
    text: "La Fondation Tafilalet verse à l'École des mines de Rabat 4,5 millions de dirhams par an pendant cinq ans. Un jury présidé par Leïla Benhima sélectionne les candidats, et le directeur des études, Mehdi Sebti, tient la liste d'attente. Les bourses sont réservées aux étudiants de moins de 25 ans inscrits en première année. L'École peut suspendre une bourse en cas d'absence injustifiée. Les lauréats s'engagent à travailler deux ans au Maroc après leur diplôme. Hors période d'examens, la bibliothèque reste ouverte jusqu'à minuit. Le rapport annuel est remis au ministère en juin, puis publié. La Fondation avait d'abord refusé de financer les stages à l'étranger.",
  },
  'ar-clinic': {
    language: 'ar',
    title: 'اتفاقية تسيير المركز الصحي بأزيلال',
    parties: ['وزارة الصحة', 'المجلس الإقليمي لأزيلال'],
    heading: 'التجهيز والخدمات',
    text: 'يضم المركز الصحي بأزيلال 40 سريرا و12 طبيبا. تمول الجماعة شراء سيارتين للإسعاف، ويمول المجلس الإقليمي بناء المختبر. العلاج مجاني للأطفال دون سن الخامسة. لا يستقبل المركز الحالات المستعجلة ليلا. قد يفتح قسم الولادة أبوابه سنة 2027. تدير الدكتورة سعاد العمراني المركز، ويشرف الدكتور رشيد بناني على المختبر.',
  },
  'ar-school': {
    language: 'ar',
    title: 'اتفاقية النقل المدرسي بإقليم تنغير',
    parties: ['مجلس جهة درعة تافيلالت', 'جمعية آباء التلاميذ'],
    heading: 'الخدمات',
    text: 'يستفيد 1200 تلميذ من النقل المدرسي. تدفع الأسر 50 درهما في الشهر. ستبنى ثلاث مدارس جديدة بحلول سنة 2028. يجب على المدير إشعار الأسر قبل 10 أيام. المطعم مفتوح لجميع التلاميذ الداخليين. تتحمل الجهة 70 في المائة من الكلفة والجمعية 30 في المائة.',
  },
  'ar-water': {
    language: 'ar',
    title: 'عقد تدبير محطة معالجة المياه بورزازات',
    parties: ['المكتب الوطني للماء', 'شركة الواحة'],
    heading: 'العقد',
    text: 'تنتج المحطة 30 ألف متر مكعب من الماء في اليوم. وقعت شركة الواحة العقد مع المكتب الوطني للماء في 14 مارس 2024. مدة العقد عشرون سنة. لا يشمل العقد مياه السقي. ألغت اللجنة طلب العروض الأول.',
  },
  'ar-work': {
    language: 'ar',
    title: 'النظام الداخلي لشركة النسيج',
    parties: ['شركة النسيج'],
    heading: 'حقوق الأجراء',
    text: 'مدة الاختبار ثلاثة أشهر قابلة للتجديد مرة واحدة. يحق للأجير الاستفادة من عطلة سنوية مدتها 18 يوما. يمنع تشغيل الأطفال دون سن 15 سنة. يؤدي المشغل الأجر قبل نهاية الشهر. حسب النقابة، سرحت الشركة 25 عاملا سنة 2023.',
  },
  'ar-farm': {
    language: 'ar',
    title: 'اتفاقية دعم التعاونيات الفلاحية بسوس',
    parties: ['وزارة الفلاحة', 'تعاونية النور'],
    heading: 'الدعم',
    text: 'تمنح وزارة الفلاحة تعاونية النور دعما قدره 600 ألف درهم. تشتري التعاونية الجرارات وتبيع الزيت في السوق المحلية. لم تحصل التعاونية على القرض سنة 2022. يقتصر الدعم على صغار الفلاحين. ترأس التعاونية فاطمة الإدريسي، ويتولى حسن أوبلا أمانة المال. تنتهي الاتفاقية في 31 دجنبر 2027. من المتوقع أن يرتفع الإنتاج بنسبة 15 في المائة. حضر الوالي حفل الافتتاح.',
  },
  'ar-housing': {
    language: 'ar',
    title: 'اتفاقية السكن الاجتماعي بمدينة وجدة',
    parties: ['وزارة الإسكان', 'مجموعة العمران'],
    heading: 'البرنامج',
    text: 'تبني مجموعة العمران 800 شقة وترمم الجماعة 150 منزلا. ثمن الشقة 250 ألف درهم للمستفيدين و300 ألف درهم لغيرهم. لا تسلم المفاتيح إلا بعد أداء الثمن كاملا. استقبل العامل رئيس الجمعية يوسف الزهراوي. وقع نائب الوزير محضر التسليم. إذا تأخر التسليم أكثر من ستة أشهر، تعوض المجموعة المستفيد. انطلقت الأشغال في ماي 2023 وستنتهي في يونيو 2026. نفت الجماعة وجود أي نزاع. أوصت اللجنة بإنشاء مدرسة قرب الحي. ينتقل نصف السكان قبل نهاية السنة.',
  },
  'ar-fishing': {
    language: 'ar',
    title: 'بروتوكول تأهيل ميناء الصيد بالحسيمة',
    parties: ['المكتب الوطني للصيد', 'غرفة الصيد البحري'],
    heading: 'الأشغال والاستغلال',
    text: 'يمول المكتب الوطني للصيد توسيع الرصيف بمبلغ 90 مليون درهم، وتتكلف غرفة الصيد البحري بتكوين 350 بحارا. يفتتح السوق كل صباح ما عدا يوم الجمعة. يمكن للبحارة تأجيل أداء الرسوم لمدة شهرين. كلفت شركة المرسى بالدراسات فقط، أما الأشغال فتنجزها مقاولة الريف. لم يعد الصيد بالشباك الصغيرة مسموحا به منذ فاتح يناير 2024. بلغ الإنتاج 12 ألف طن سنة 2022 مقابل 15 ألف طن سنة 2021. تتوقع الغرفة أن تنتهي الأشغال خلال سنة 2027. أشاد المدير كريم الوزاني بعمل المهندسة سلمى بنجلون.',
  },
};

/** Passages by what they are called in the table of claims. */
export const madePassages: ReadonlyMap<string, Passage> = new Map(
  Object.entries(MADE).map(([name, { title, parties, ...made }]) => [
    name,
    passageOf({ ...made, agreement: { id: title, title, parties } }),
  ]),
);
