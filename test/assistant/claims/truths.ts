// True statements that reword their quotations lightly, in either language and from one into the other.
import type { GivenQuote } from './table.ts';

/** A statement and what it is quoted from. */
export type TrueClaim = readonly [statement: string, quotes: readonly GivenQuote[]];

const FRENCH: readonly TrueClaim[] = [
  [
    'La convention de partenariat avec la CNDP a été conclue à Rabat le jeudi 11 septembre 2025.',
    [['fr/cndp 2', 'La convention de partenariat avec la CNDP a été conclue à Rabat le jeudi 11 septembre 2025.']],
  ],
  [
    'La convention de partenariat avec la CNDP a été signée le 11 septembre 2025 à Rabat.',
    [['fr/cndp 2', 'La convention de partenariat avec la CNDP a été conclue à Rabat le jeudi 11 septembre 2025.']],
  ],
  [
    'Le jeudi 11 septembre 2025, la convention avec la CNDP a été conclue à Rabat.',
    [['fr/cndp 2', 'conclue à Rabat le jeudi 11 septembre 2025']],
  ],
  ['La CNDP est présidée par Omar Seghrouchni.', [['fr/cndp 1', 'La CNDP a pour président Omar Seghrouchni.']]],
  ['Omar Seghrouchni est le président de la CNDP.', [['fr/cndp 1', 'La CNDP a pour président Omar Seghrouchni.']]],
  [
    'La convention prévoit des outils sécurisés d’IA conversationnelle et générative pour les citoyens, les entreprises et les administrations.',
    [
      [
        'fr/cndp 4',
        "des outils sécurisés d'IA conversationnelle et générative pour les citoyens, les entreprises et les administrations",
      ],
    ],
  ],
  [
    'La convention avec la CNDP établit un cadre pour une intelligence artificielle responsable.',
    [['fr/cndp 3', 'établit un cadre pour une intelligence artificielle (IA) responsable']],
  ],
  [
    'Le financement total du D4SD Hub est de 38 millions de dollars sur trois ans.',
    [
      [
        'fr/d4sd-hub 4',
        "Le financement total du D4SD Hub s'élève à 38 millions de dollars américains (USD) sur trois ans",
      ],
    ],
  ],
  [
    'Le gouvernement marocain apporte 8 millions de dollars au D4SD Hub.',
    [
      [
        'fr/d4sd-hub 4',
        "Le financement total du D4SD Hub s'élève à 38 millions de dollars américains (USD) sur trois ans, dont 8 millions de dollars du gouvernement marocain",
      ],
    ],
  ],
  [
    "Le PNUD apporte une contribution en nature d'environ 1 million de dollars.",
    [['fr/d4sd-hub 4', "une contribution en nature du PNUD d'environ 1 million de dollars"]],
  ],
  ['Le D4SD Hub a son siège à Rabat.', [['fr/d4sd-hub 3', 'Le D4SD Hub est basé à Rabat.']]],
  [
    'Le D4SD Hub a été lancé le 26 septembre 2025 à New York.',
    [['fr/d4sd-hub 2', 'Le D4SD Hub a été lancé à New York le 26 septembre 2025']],
  ],
  [
    'Aziz Akhannouch, chef du gouvernement, a assisté au lancement du D4SD Hub.',
    [['fr/d4sd-hub 1', 'Le chef du gouvernement, Aziz Akhannouch, a assisté au lancement du D4SD Hub.']],
  ],
  [
    'Le D4SD Hub, lancé à New York le 26 septembre 2025, est basé à Rabat.',
    [
      ['fr/d4sd-hub 2', 'Le D4SD Hub a été lancé à New York le 26 septembre 2025'],
      ['fr/d4sd-hub 3', 'Le D4SD Hub est basé à Rabat.'],
    ],
  ],
  [
    'Le protocole avec Onepoint vise à recruter 500 ingénieurs marocains.',
    [['fr/onepoint 4', "Le protocole d'accord avec Onepoint vise le recrutement de 500 ingénieurs marocains."]],
  ],
  [
    "Le protocole d'accord avec Onepoint prévoit le recrutement de cinq cents ingénieurs marocains.",
    [['fr/onepoint 4', "Le protocole d'accord avec Onepoint vise le recrutement de 500 ingénieurs marocains."]],
  ],
  [
    "Ali Seddiki est le directeur général de l'AMDIE.",
    [
      [
        'fr/onepoint 1',
        "L'AMDIE a pour directeur général Ali Seddiki, et Onepoint a pour fondateur et président David Layani.",
      ],
    ],
  ],
  [
    "David Layani est le fondateur et président d'Onepoint.",
    [
      [
        'fr/onepoint 1',
        "L'AMDIE a pour directeur général Ali Seddiki, et Onepoint a pour fondateur et président David Layani.",
      ],
    ],
  ],
  [
    "Le protocole d'accord avec Onepoint a été signé à Rabat le 22 juillet 2025.",
    [['fr/onepoint 2', "Le protocole d'accord avec Onepoint a été signé à Rabat le mardi 22 juillet 2025."]],
  ],
  [
    "Karim Zidane, ministre délégué chargé de l'Investissement, a signé le protocole d'accord avec Onepoint.",
    [
      [
        'fr/onepoint 1',
        "Le ministre de l'Industrie et du Commerce, Ryad Mezzour, et le ministre délégué chargé de l'Investissement, Karim Zidane, ont également signé le protocole d'accord avec Onepoint.",
      ],
    ],
  ],
  [
    "Le protocole d'accord avec Onepoint porte sur un centre d'excellence en données et en IA dans la région de Casablanca-Settat.",
    [
      [
        'fr/onepoint 3',
        "Le protocole d'accord avec Onepoint porte sur un centre d'excellence en données et en intelligence artificielle (IA) dans la région de Casablanca-Settat.",
      ],
    ],
  ],
  [
    "Mohamed Fikrat, président du directoire, a signé le protocole d'accord pour le Groupe Crédit Agricole du Maroc.",
    [
      [
        'fr/credit-agricole 1',
        "Pour le Groupe Crédit Agricole du Maroc, le protocole d'accord a été signé par Mohamed Fikrat, président du directoire.",
      ],
    ],
  ],
  [
    "Le protocole d'accord avec le Crédit Agricole prévoit la numérisation des très petites entreprises agricoles.",
    [
      [
        'fr/credit-agricole 4',
        'prévoit également la numérisation des très petites entreprises agricoles (TPE agricoles)',
      ],
    ],
  ],
  [
    "La déclaration d'intention avec l'UNDP a été conclue à Rabat le mardi 8 avril 2025.",
    [['fr/undp-intent 2', "La déclaration d'intention avec le PNUD a été conclue à Rabat le mardi 8 avril 2025."]],
  ],
  [
    "Abdallah Al Dardari a signé la déclaration d'intention pour le PNUD.",
    [
      [
        'fr/undp-intent 1',
        "Pour le PNUD, la déclaration d'intention a été signée par Abdallah Al Dardari, directeur du Bureau régional du PNUD pour les États arabes.",
      ],
    ],
  ],
  [
    "Le mémorandum d'entente avec Mistral AI vise à améliorer les services publics.",
    [['fr/mistral-ai 4', "Le mémorandum d'entente avec Mistral AI vise également à améliorer les services publics."]],
  ],
  [
    'Arthur Mensch est le cofondateur et directeur général de Mistral AI.',
    [['fr/mistral-ai 1', 'Mistral AI, dont le cofondateur et directeur général est Arthur Mensch']],
  ],
  [
    "Khalid Safir (CDG) était présent lors de la conclusion du mémorandum d'entente avec Mistral AI.",
    [
      [
        'fr/mistral-ai 2',
        "Étaient notamment présents, lors de la conclusion du mémorandum d'entente avec Mistral AI, Ryad Mezzour, Omar Seghrouchni (CNDP), Nezha Hayat (Fonds Mohammed VI pour l'investissement) et Khalid Safir (CDG).",
      ],
    ],
  ],
  [
    'Les quatre universités de la région de Fès-Meknès ont signé la convention.',
    [
      [
        'fr/jazari-industrie 1',
        'Les quatre universités de la région de Fès-Meknès ont également signé la convention « JAZARI Industrie X.0 ».',
      ],
    ],
  ],
  [
    'La convention a été signée le mardi 10 mars 2026 à Fès.',
    [
      [
        'fr/jazari-industrie 2',
        'La convention portant création de l\'Institut "JAZARI Industrie X.0" a été signée à Fès le mardi 10 mars 2026',
      ],
    ],
  ],
  [
    'Les Assises nationales de l’IA ont couvert treize domaines, dont la santé et l’éducation.',
    [
      [
        'fr/assises 4',
        "Les Assises nationales de l'IA ont couvert treize domaines, dont la réforme de l'administration, l'éducation, la santé, l'agriculture intelligente",
      ],
    ],
  ],
  [
    "L'accord avec la DCO vise un environnement numérique fondé sur l'éthique et l'équité.",
    [['fr/dco 3', "vise un environnement numérique fondé sur l'éthique et l'équité"]],
  ],
  [
    'La région Souss-Massa apporte 20 millions de dirhams.',
    [
      [
        'hospital-works',
        'La région Souss-Massa apporte 20 millions de dirhams et le ministère de la Santé 45 millions de dirhams.',
      ],
    ],
  ],
  [
    'Le ministère de la Santé apporte 45 millions de dirhams.',
    [
      [
        'hospital-works',
        'La région Souss-Massa apporte 20 millions de dirhams et le ministère de la Santé 45 millions de dirhams.',
      ],
    ],
  ],
  [
    "L'hôpital comptera cent vingt lits.",
    [['hospital-works', "Les travaux dureront dix-huit mois et l'hôpital comptera 120 lits."]],
  ],
  [
    'La pharmacie ne délivre aucun médicament sans ordonnance.',
    [['hospital-works', 'La pharmacie ne délivre pas de médicaments sans ordonnance.']],
  ],
  [
    'La convention a été signée le 4 mars 2024 à Tiznit.',
    [['hospital-works', 'La convention a été signée à Tiznit le 4 mars 2024.']],
  ],
  [
    'Le service de pédiatrie est dirigé par le docteur Salma Bennani.',
    [
      [
        'hospital-staff',
        'Le docteur Salma Bennani dirige le service de pédiatrie et le docteur Hicham Alaoui le service de cardiologie.',
      ],
    ],
  ],
  [
    'Chaque année, l’hôpital forme 30 infirmiers et 12 sages-femmes.',
    [['hospital-staff', "L'hôpital forme chaque année 30 infirmiers et 12 sages-femmes."]],
  ],
  [
    'Si les crédits sont votés, le service de radiologie pourrait ouvrir en 2027.',
    [['hospital-staff', 'Le service de radiologie pourrait ouvrir en 2027, si les crédits sont votés.']],
  ],
  [
    'Les repas sont financés par la commune et le transport par la province.',
    [['canteens', 'La commune finance les repas et la province finance le transport.']],
  ],
  [
    'Au moins 60 % des produits doivent être locaux.',
    [['canteens', 'Au moins 60 % des produits doivent être locaux.']],
  ],
  [
    "L'inscription doit être faite avant le 15 septembre.",
    [['canteens', "L'inscription est obligatoire avant le 15 septembre."]],
  ],
  [
    "Seuls les directeurs d'école ont le droit de modifier les menus.",
    [['canteens', "Seuls les directeurs d'école peuvent modifier les menus."]],
  ],
  [
    'La société Aman Souss exploite la station durant 27 ans.',
    [['water', 'La société Aman Souss exploite la station pour vingt-sept ans.']],
  ],
  [
    "L'office rachète l'eau au prix de 8,5 dirhams le mètre cube.",
    [['water', "L'office rachète l'eau à la société Aman Souss au prix de 8,5 dirhams le mètre cube."]],
  ],
  [
    'Le contrat, signé le 12 janvier 2022, prend effet le 1er juin 2022.',
    [['water', 'Le contrat a été signé le 12 janvier 2022 et prend effet le 1er juin 2022.']],
  ],
  [
    "La station d'Agadir produit chaque jour 275 000 mètres cubes d'eau.",
    [['water', "La station de dessalement d'Agadir produit 275 000 mètres cubes d'eau par jour"]],
  ],
  ['Le barrage n’était pas achevé en 2023.', [['water', "Le barrage n'a pas été achevé en 2023."]]],
  [
    'Les heures du dimanche sont majorées de 50 %.',
    [['work', 'Les heures de nuit sont majorées de 25 % et les heures du dimanche de 50 %.']],
  ],
  [
    "La période d'essai dure trois mois.",
    [['work', "La période d'essai est de trois mois, renouvelable une fois pour deux mois."]],
  ],
  [
    'Selon le syndicat, 40 salariés ont été licenciés par l’entreprise en 2024.',
    [['work', "Selon le syndicat, l'entreprise a licencié 40 salariés en 2024."]],
  ],
  [
    'Le salarié peut démissionner avec un préavis de deux mois.',
    [['work', 'Le salarié peut démissionner moyennant un préavis de deux mois.']],
  ],
  [
    'Une prime de transport bénéficie à environ 300 ouvrières.',
    [['work', "Environ 300 ouvrières bénéficient d'une prime de transport."]],
  ],
  [
    'Le salaire est versé par l’employeur avant le 5 de chaque mois.',
    [['work', "L'employeur verse le salaire avant le 5 de chaque mois."]],
  ],
];

const ARABIC: readonly TrueClaim[] = [
  [
    'جرى إبرام اتفاقية الشراكة مع اللجنة بالرباط يوم الخميس 11 شتنبر 2025.',
    [
      [
        'ar/cndp 2',
        'جرى إبرام اتفاقية الشراكة مع اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي بالرباط يوم الخميس 11 شتنبر 2025.',
      ],
    ],
  ],
  [
    'أُبرمت اتفاقية الشراكة مع اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي في الرباط بتاريخ 11 شتنبر 2025.',
    [
      [
        'ar/cndp 2',
        'جرى إبرام اتفاقية الشراكة مع اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي بالرباط يوم الخميس 11 شتنبر 2025.',
      ],
    ],
  ],
  [
    'يبلغ التمويل الإجمالي لمركز D4SD Hub ثمانية وثلاثين مليون دولار على مدى ثلاث سنوات.',
    [['ar/d4sd-hub 4', 'يبلغ التمويل الإجمالي لمركز D4SD Hub 38 مليون دولار أمريكي على مدى ثلاث سنوات']],
  ],
  [
    'من هذا التمويل 8 ملايين دولار من الحكومة المغربية.',
    [
      [
        'ar/d4sd-hub 4',
        'يبلغ التمويل الإجمالي لمركز D4SD Hub 38 مليون دولار أمريكي على مدى ثلاث سنوات، منها 8 ملايين دولار من الحكومة المغربية',
      ],
    ],
  ],
  ['يوجد مقر مركز D4SD Hub في الرباط.', [['ar/d4sd-hub 3', 'ويوجد مقر مركز D4SD Hub بالرباط.']]],
  [
    'حضر عزيز أخنوش، رئيس الحكومة، إطلاق مركز D4SD Hub.',
    [['ar/d4sd-hub 1', 'وحضر رئيس الحكومة عزيز أخنوش (Aziz Akhannouch) إطلاق مركز D4SD Hub.']],
  ],
  [
    'يهدف البروتوكول مع وان بوينت إلى توظيف 500 مهندس مغربي.',
    [['ar/onepoint 4', 'يهدف بروتوكول الاتفاق مع شركة وان بوينت إلى توظيف 500 مهندس مغربي.']],
  ],
  [
    'المدير العام لهيئة AMDIE هو علي صديقي.',
    [
      [
        'ar/onepoint 1',
        'والمدير العام لهيئة AMDIE هو علي صديقي (Ali Seddiki)، ومؤسس شركة وان بوينت ورئيسها هو دافيد لاياني (David Layani).',
      ],
    ],
  ],
  [
    'وقع محمد فكرات بروتوكول الاتفاق عن مجموعة القرض الفلاحي.',
    [['ar/credit-agricole 1', 'ووقّع بروتوكول الاتفاق عن مجموعة القرض الفلاحي رئيس إدارتها الجماعية محمد فكرات.']],
  ],
  [
    'تهدف مذكرة التفاهم مع ميسترال إلى تحسين الخدمات العمومية.',
    [['ar/mistral-ai 4', 'كما تهدف مذكرة التفاهم مع ميسترال للذكاء الاصطناعي إلى تحسين الخدمات العمومية.']],
  ],
  [
    'ينص إعلان النوايا مع برنامج الأمم المتحدة الإنمائي على التعاون الثلاثي والتعاون جنوب-جنوب.',
    [
      [
        'ar/undp-intent 4',
        'ينص إعلان النوايا مع برنامج الأمم المتحدة الإنمائي على التعاون جنوب-جنوب والتعاون الثلاثي.',
      ],
    ],
  ],
  ['يضم المركز الصحي بأزيلال 40 سريرا.', [['ar-clinic', 'يضم المركز الصحي بأزيلال 40 سريرا و12 طبيبا.']]],
  [
    'تدير الدكتورة سعاد العمراني المركز.',
    [['ar-clinic', 'تدير الدكتورة سعاد العمراني المركز، ويشرف الدكتور رشيد بناني على المختبر.']],
  ],
  [
    'يشرف الدكتور رشيد بناني على المختبر.',
    [['ar-clinic', 'تدير الدكتورة سعاد العمراني المركز، ويشرف الدكتور رشيد بناني على المختبر.']],
  ],
  ['قد يفتح قسم الولادة أبوابه في سنة 2027.', [['ar-clinic', 'قد يفتح قسم الولادة أبوابه سنة 2027.']]],
  ['النقل المدرسي يستفيد منه 1200 تلميذ.', [['ar-school', 'يستفيد 1200 تلميذ من النقل المدرسي.']]],
  ['تتحمل الجهة 70% من الكلفة.', [['ar-school', 'تتحمل الجهة 70 في المائة من الكلفة والجمعية 30 في المائة.']]],
  ['بحلول سنة 2028 ستبنى ثلاث مدارس جديدة.', [['ar-school', 'ستبنى ثلاث مدارس جديدة بحلول سنة 2028.']]],
  ['يتعين على المدير إشعار الأسر قبل 10 أيام.', [['ar-school', 'يجب على المدير إشعار الأسر قبل 10 أيام.']]],
  ['تبلغ مدة العقد 20 سنة.', [['ar-water', 'مدة العقد عشرون سنة.']]],
  [
    'وقعت شركة الواحة العقد مع المكتب الوطني للماء يوم 14 مارس 2024.',
    [['ar-water', 'وقعت شركة الواحة العقد مع المكتب الوطني للماء في 14 مارس 2024.']],
  ],
  ['لا يشمل العقد مياه السقي.', [['ar-water', 'لا يشمل العقد مياه السقي.']]],
  [
    'من حق الأجير الاستفادة من عطلة سنوية مدتها 18 يوما.',
    [['ar-work', 'يحق للأجير الاستفادة من عطلة سنوية مدتها 18 يوما.']],
  ],
  ['مدة الاختبار 3 أشهر قابلة للتجديد مرة واحدة.', [['ar-work', 'مدة الاختبار ثلاثة أشهر قابلة للتجديد مرة واحدة.']]],
];

const ACROSS: readonly TrueClaim[] = [
  [
    'أُبرمت اتفاقية الشراكة مع اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي بالرباط يوم 11 شتنبر 2025.',
    [['fr/cndp 2', 'La convention de partenariat avec la CNDP a été conclue à Rabat le jeudi 11 septembre 2025.']],
  ],
  [
    'يبلغ التمويل الإجمالي لمركز D4SD Hub 38 مليون دولار على مدى ثلاث سنوات.',
    [
      [
        'fr/d4sd-hub 4',
        "Le financement total du D4SD Hub s'élève à 38 millions de dollars américains (USD) sur trois ans",
      ],
    ],
  ],
  [
    'تساهم الحكومة المغربية في التمويل بمبلغ 8 ملايين دولار.',
    [
      [
        'fr/d4sd-hub 4',
        "Le financement total du D4SD Hub s'élève à 38 millions de dollars américains (USD) sur trois ans, dont 8 millions de dollars du gouvernement marocain",
      ],
    ],
  ],
  [
    'يهدف بروتوكول الاتفاق مع وان بوينت إلى توظيف 500 مهندس مغربي.',
    [['fr/onepoint 4', "Le protocole d'accord avec Onepoint vise le recrutement de 500 ingénieurs marocains."]],
  ],
  [
    'يرأس عمر السغروشني اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي.',
    [['fr/cndp 1', 'La CNDP a pour président Omar Seghrouchni.']],
  ],
  ['علي صديقي هو المدير العام لهيئة AMDIE.', [['fr/onepoint 1', "L'AMDIE a pour directeur général Ali Seddiki"]]],
  [
    'تهدف مذكرة التفاهم مع ميسترال للذكاء الاصطناعي إلى تحسين الخدمات العمومية.',
    [['fr/mistral-ai 4', "Le mémorandum d'entente avec Mistral AI vise également à améliorer les services publics."]],
  ],
  [
    'تمول الجماعة الوجبات ويمول الإقليم النقل.',
    [['canteens', 'La commune finance les repas et la province finance le transport.']],
  ],
  ['يدرب المستشفى كل سنة 30 ممرضا.', [['hospital-staff', "L'hôpital forme chaque année 30 infirmiers"]]],
  [
    'مدة الاختبار ثلاثة أشهر.',
    [['work', "La période d'essai est de trois mois, renouvelable une fois pour deux mois."]],
  ],
  [
    'حضر رئيس الحكومة عزيز أخنوش إطلاق مركز D4SD Hub.',
    [['fr/d4sd-hub 1', 'Le chef du gouvernement, Aziz Akhannouch, a assisté au lancement du D4SD Hub.']],
  ],
  [
    'وقع محمد فكرات بروتوكول الاتفاق عن مجموعة القرض الفلاحي.',
    [
      [
        'fr/credit-agricole 1',
        "Pour le Groupe Crédit Agricole du Maroc, le protocole d'accord a été signé par Mohamed Fikrat, président du directoire.",
      ],
    ],
  ],
  [
    'La convention de partenariat avec la CNDP a été conclue à Rabat le jeudi 11 septembre 2025.',
    [
      [
        'ar/cndp 2',
        'جرى إبرام اتفاقية الشراكة مع اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي بالرباط يوم الخميس 11 شتنبر 2025.',
      ],
    ],
  ],
  [
    'Le financement total du D4SD Hub est de 38 millions de dollars sur trois ans.',
    [['ar/d4sd-hub 4', 'يبلغ التمويل الإجمالي لمركز D4SD Hub 38 مليون دولار أمريكي على مدى ثلاث سنوات']],
  ],
  [
    'Le D4SD Hub a été lancé à New York le 26 septembre 2025.',
    [['ar/d4sd-hub 2', 'جرى إطلاق مركز D4SD Hub بنيويورك يوم 26 شتنبر 2025']],
  ],
  [
    "Le protocole d'accord avec Onepoint vise le recrutement de 500 ingénieurs marocains.",
    [['ar/onepoint 4', 'يهدف بروتوكول الاتفاق مع شركة وان بوينت إلى توظيف 500 مهندس مغربي.']],
  ],
  [
    'Karim Zidane a signé le protocole sur le centre d’excellence.',
    [
      [
        'ar/onepoint 1',
        'وقّع بروتوكول الاتفاق حول مركز التميز كل من وزارة الانتقال الرقمي وإصلاح الإدارة (الوزيرة المنتدبة: أمل الفلاح السغروشني)، ووزير الصناعة والتجارة رياض مزور (Ryad Mezzour)، والوزير المنتدب المكلف بالاستثمار كريم زيدان (Karim Zidane)',
      ],
    ],
  ],
  [
    'Le centre de santé d’Azilal compte 40 lits et 12 médecins.',
    [['ar-clinic', 'يضم المركز الصحي بأزيلال 40 سريرا و12 طبيبا.']],
  ],
  ['Le transport scolaire bénéficie à 1200 élèves.', [['ar-school', 'يستفيد 1200 تلميذ من النقل المدرسي.']]],
  ['Le contrat a une durée de vingt ans.', [['ar-water', 'مدة العقد عشرون سنة.']]],
  ["Le contrat ne couvre pas l'eau d'irrigation.", [['ar-water', 'لا يشمل العقد مياه السقي.']]],
  ["L'employeur verse le salaire avant la fin du mois.", [['ar-work', 'يؤدي المشغل الأجر قبل نهاية الشهر.']]],
];

const OTHERS: readonly TrueClaim[] = [
  [
    'La coopérative Argane Sud reçoit de la Banque Atlas un prêt de 3 millions de dirhams.',
    [['loan', 'La Banque Atlas prête 3 millions de dirhams à la coopérative Argane Sud.']],
  ],
  [
    'Un prêt de 3 millions de dirhams est accordé par la Banque Atlas.',
    [['loan', 'La Banque Atlas prête 3 millions de dirhams à la coopérative Argane Sud.']],
  ],
  [
    'Le prêt est remboursable en 10 annuités.',
    [['loan', 'Le prêt est remboursable en dix annuités, au taux fixe de 4 %.']],
  ],
  ['Le taux fixe du prêt est de 4 %.', [['loan', 'Le prêt est remboursable en dix annuités, au taux fixe de 4 %.']]],
  [
    "La coopérative n'est pas obligée de fournir une garantie.",
    [['loan', "La coopérative n'est pas tenue de fournir une garantie."]],
  ],
  ['La coopérative compte 180 femmes.', [['loan', 'La coopérative compte 180 femmes et 25 hommes.']]],
  [
    'Zineb Ouali, la présidente, représente la coopérative.',
    [['loan', 'La présidente, Zineb Ouali, et la trésorière, Hind Berrada, représentent la coopérative.']],
  ],
  ['La visite du ministre a été annulée.', [['loan', 'La visite du ministre, prévue le 9 mai 2025, a été annulée.']]],
  [
    'La commune de Béni Mellal entretient les tribunes.',
    [
      [
        'stadium',
        'La Fédération royale de football rénove la pelouse et la commune de Béni Mellal entretient les tribunes.',
      ],
    ],
  ],
  [
    'Construit en 1987, le stade compte 12 000 places.',
    [['stadium', 'Le stade, construit en 1987, compte 12 000 places, dont 400 pour les personnes handicapées.']],
  ],
  [
    '400 places sont réservées aux personnes handicapées.',
    [['stadium', 'Le stade, construit en 1987, compte 12 000 places, dont 400 pour les personnes handicapées.']],
  ],
  [
    'Les entraînements vont de 18 heures à 21 heures.',
    [['stadium', 'Les entraînements commencent à 18 heures et finissent à 21 heures.']],
  ],
  [
    'La Fédération souhaite organiser chaque année deux matchs internationaux.',
    [['stadium', 'La Fédération souhaite organiser deux matchs internationaux par an.']],
  ],
  [
    "Jusqu'au 30 juin 2026, le club local occupe gratuitement le stade.",
    [['stadium', "Le club local occupe le stade à titre gratuit jusqu'au 30 juin 2026."]],
  ],
  [
    'تحصل تعاونية النور على دعم قدره 600 ألف درهم.',
    [['ar-farm', 'تمنح وزارة الفلاحة تعاونية النور دعما قدره 600 ألف درهم.']],
  ],
  [
    'يبلغ دعم وزارة الفلاحة لتعاونية النور 600 ألف درهم.',
    [['ar-farm', 'تمنح وزارة الفلاحة تعاونية النور دعما قدره 600 ألف درهم.']],
  ],
  ['تبيع التعاونية الزيت في السوق المحلية.', [['ar-farm', 'تشتري التعاونية الجرارات وتبيع الزيت في السوق المحلية.']]],
  ['لم تحصل التعاونية في سنة 2022 على القرض.', [['ar-farm', 'لم تحصل التعاونية على القرض سنة 2022.']]],
  ['ترأس فاطمة الإدريسي التعاونية.', [['ar-farm', 'ترأس التعاونية فاطمة الإدريسي، ويتولى حسن أوبلا أمانة المال.']]],
  ['تنتهي الاتفاقية يوم 31 دجنبر 2027.', [['ar-farm', 'تنتهي الاتفاقية في 31 دجنبر 2027.']]],
  ['يتوقع أن يرتفع الإنتاج بنسبة 15%.', [['ar-farm', 'من المتوقع أن يرتفع الإنتاج بنسبة 15 في المائة.']]],
  ['La convention prend fin le 31 décembre 2027.', [['ar-farm', 'تنتهي الاتفاقية في 31 دجنبر 2027.']]],
  [
    'La coopérative vend l’huile sur le marché local.',
    [['ar-farm', 'تشتري التعاونية الجرارات وتبيع الزيت في السوق المحلية.']],
  ],
  [
    'Le ministère de l’Agriculture accorde un soutien de 600 000 dirhams.',
    [['ar-farm', 'تمنح وزارة الفلاحة تعاونية النور دعما قدره 600 ألف درهم.']],
  ],
  [
    'يضم الملعب 12 ألف مقعد.',
    [['stadium', 'Le stade, construit en 1987, compte 12 000 places, dont 400 pour les personnes handicapées.']],
  ],
  ['تضم التعاونية 180 امرأة و25 رجلا.', [['loan', 'La coopérative compte 180 femmes et 25 hommes.']]],
  [
    'La première journée des Assises nationales de l’IA était consacrée aux séances techniques.',
    [
      [
        'fr/assises 4',
        "La première journée des Assises nationales de l'IA était consacrée aux séances techniques et aux démonstrations de start-up.",
      ],
    ],
  ],
  [
    'Le chef du gouvernement était présent aux Assises nationales de l’IA.',
    [['fr/assises 1', "Le chef du gouvernement a assisté aux premières Assises nationales de l'IA."]],
  ],
  [
    'Les Assises nationales de l’IA ont eu lieu les 1er et 2 juillet 2025.',
    [['fr/assises 2', "Les premières Assises nationales de l'IA ont eu lieu les 1er et 2 juillet 2025."]],
  ],
  [
    'انعقدت المناظرة الوطنية للذكاء الاصطناعي يومي 1 و2 يوليوز 2025.',
    [['fr/assises 2', "Les premières Assises nationales de l'IA ont eu lieu les 1er et 2 juillet 2025."]],
  ],
  [
    "La secrétaire générale de l'Organisation de coopération numérique est Deemah AlYahya.",
    [
      [
        'fr/dco 1',
        "l'Organisation de coopération numérique (Digital Cooperation Organization, DCO), dont la secrétaire générale est Deemah AlYahya",
      ],
    ],
  ],
  [
    "L'accord avec la DCO comprend le projet « Green Cloud Morocco ».",
    [
      [
        'fr/dco 4',
        "L'accord avec l'Organisation de coopération numérique (DCO) comprend aussi le projet « Green Cloud Morocco »",
      ],
    ],
  ],
  [
    'يشمل الاتفاق مع منظمة التعاون الرقمي مشروع «غرين كلاود موروكو».',
    [['ar/dco 4', 'ويشمل الاتفاق مع منظمة التعاون الرقمي أيضا مشروع «غرين كلاود موروكو» (Green Cloud Morocco)']],
  ],
  [
    "L'accord avec le ministère de la Transition énergétique prévoit des centres de données de nouvelle génération.",
    [
      [
        'fr/energy-transition 4',
        "L'accord avec le ministère de la Transition énergétique prévoit des centres de données de nouvelle génération, qui allient haute performance énergétique et énergies renouvelables.",
      ],
    ],
  ],
  [
    'ينص الاتفاق مع وزارة الانتقال الطاقي على مراكز بيانات من الجيل الجديد.',
    [
      [
        'fr/energy-transition 4',
        "L'accord avec le ministère de la Transition énergétique prévoit des centres de données de nouvelle génération",
      ],
    ],
  ],
  [
    "Le protocole d'accord avec l'UM6P porte sur la coopération dans les centres de données.",
    [
      [
        'ar/um6p-data-centers 3',
        'يتعلق بروتوكول الاتفاق مع جامعة محمد السادس متعددة التخصصات التقنية بالتعاون في مجال مراكز البيانات (data centers).',
      ],
    ],
  ],
  [
    "Le mémorandum d'entente avec le ministère de l'Éducation nationale vise à promouvoir l'innovation dans les écoles.",
    [
      [
        'fr/education 4',
        "Le mémorandum d'entente avec le ministère de l'Éducation nationale a aussi pour objectif de promouvoir l'innovation dans les établissements scolaires et sportifs.",
      ],
    ],
  ],
  [
    'Le ministre de l’Emploi est Younes Sekkouri.',
    [
      [
        'fr/employment 1',
        "Le ministre de l'Inclusion économique, de la Petite entreprise, de l'Emploi et des Compétences est Younes Sekkouri.",
      ],
    ],
  ],
];

const LATER: readonly TrueClaim[] = [
  [
    'Les mosaïques sont restaurées par la Fondation des musées.',
    [
      [
        'museum',
        "La Fondation des musées restaure les mosaïques ; l'entretien des jardins revient à la commune de Moulay Driss.",
      ],
    ],
  ],
  [
    "L'entretien des jardins revient à la commune.",
    [
      [
        'museum',
        "La Fondation des musées restaure les mosaïques ; l'entretien des jardins revient à la commune de Moulay Driss.",
      ],
    ],
  ],
  [
    'À Meknès, le conservateur a rencontré Samir Kettani.',
    [['museum', 'Le conservateur a rencontré Samir Kettani à Meknès.']],
  ],
  [
    'Les visiteurs marocains paient 20 dirhams le billet.',
    [['museum', 'Le billet coûte 70 dirhams pour les visiteurs étrangers et 20 dirhams pour les visiteurs marocains.']],
  ],
  [
    'Pour les visiteurs étrangers, le billet coûte 70 dirhams.',
    [['museum', 'Le billet coûte 70 dirhams pour les visiteurs étrangers et 20 dirhams pour les visiteurs marocains.']],
  ],
  ['Le café a ouvert en 2021.', [['museum', 'Le musée a fermé en 2019. Le café a ouvert en 2021.']]],
  ['Le mardi, le musée accueille les écoles.', [['museum', 'Le musée accueille les écoles le mardi.']]],
  [
    "Aucun objet ne peut quitter le musée sans l'accord du conservateur.",
    [['museum', "Aucun objet ne quitte le musée sans l'accord du conservateur."]],
  ],
  ['Deux salles sur cinq sont climatisées.', [['museum', 'Deux des cinq salles sont climatisées.']]],
  [
    'Le nombre de visiteurs est passé de 90 000 à 120 000.',
    [['museum', 'Le nombre de visiteurs est passé de 90 000 à 120 000.']],
  ],
  [
    'La commune de Kénitra fixe les tarifs.',
    [
      [
        'tram',
        'La société Rail Ouest exploite le tramway et perçoit les recettes, tandis que la commune de Kénitra fixe les tarifs.',
      ],
    ],
  ],
  [
    'La société Rail Ouest perçoit les recettes.',
    [
      [
        'tram',
        'La société Rail Ouest exploite le tramway et perçoit les recettes, tandis que la commune de Kénitra fixe les tarifs.',
      ],
    ],
  ],
  [
    'Le dimanche, le ticket est gratuit pour les étudiants.',
    [['tram', 'Le ticket est gratuit le dimanche pour les étudiants.']],
  ],
  [
    'Nadia Chraibi, ingénieur en chef, dirige le chantier.',
    [['tram', "L'ingénieur en chef, Nadia Chraibi, dirige le chantier ; l'architecte est Yassine Filali."]],
  ],
  [
    "L'architecte est Yassine Filali.",
    [['tram', "L'ingénieur en chef, Nadia Chraibi, dirige le chantier ; l'architecte est Yassine Filali."]],
  ],
  [
    'Les rames fabriquées à Barcelone sont assemblées à Kénitra.',
    [['tram', 'Les rames, fabriquées à Barcelone, sont assemblées à Kénitra.']],
  ],
  [
    'Sauf renouvellement, le contrat prend fin en 2040.',
    [['tram', 'Le contrat prend fin en 2040, sauf renouvellement.']],
  ],
  ['تبني مجموعة العمران 800 شقة.', [['ar-housing', 'تبني مجموعة العمران 800 شقة وترمم الجماعة 150 منزلا.']]],
  ['ترمم الجماعة 150 منزلا.', [['ar-housing', 'تبني مجموعة العمران 800 شقة وترمم الجماعة 150 منزلا.']]],
  [
    'يبلغ ثمن الشقة 250 ألف درهم للمستفيدين.',
    [['ar-housing', 'ثمن الشقة 250 ألف درهم للمستفيدين و300 ألف درهم لغيرهم.']],
  ],
  ['انطلقت الأشغال في شهر ماي 2023.', [['ar-housing', 'انطلقت الأشغال في ماي 2023 وستنتهي في يونيو 2026.']]],
  ['وقع نائب الوزير محضر التسليم.', [['ar-housing', 'وقع نائب الوزير محضر التسليم.']]],
  ['Les travaux ont commencé en mai 2023.', [['ar-housing', 'انطلقت الأشغال في ماي 2023']]],
  ['يفتح المتحف للمدارس يوم الثلاثاء.', [['museum', 'Le musée accueille les écoles le mardi.']]],
  ['حددت جماعة القنيطرة التعريفات.', [['tram', 'la commune de Kénitra fixe les tarifs']]],
];

const LAST: readonly TrueClaim[] = [
  [
    "La Fondation Tafilalet verse chaque année 4,5 millions de dirhams à l'École des mines de Rabat.",
    [
      [
        'grants',
        "La Fondation Tafilalet verse à l'École des mines de Rabat 4,5 millions de dirhams par an pendant cinq ans.",
      ],
    ],
  ],
  [
    'Le jury est présidé par Leïla Benhima.',
    [
      [
        'grants',
        "Un jury présidé par Leïla Benhima sélectionne les candidats, et le directeur des études, Mehdi Sebti, tient la liste d'attente.",
      ],
    ],
  ],
  [
    "Mehdi Sebti, directeur des études, tient la liste d'attente.",
    [
      [
        'grants',
        "Un jury présidé par Leïla Benhima sélectionne les candidats, et le directeur des études, Mehdi Sebti, tient la liste d'attente.",
      ],
    ],
  ],
  [
    'Seuls les étudiants de moins de 25 ans inscrits en première année ont droit aux bourses.',
    [['grants', 'Les bourses sont réservées aux étudiants de moins de 25 ans inscrits en première année.']],
  ],
  [
    "En cas d'absence injustifiée, l'École peut suspendre une bourse.",
    [['grants', "L'École peut suspendre une bourse en cas d'absence injustifiée."]],
  ],
  [
    'Après leur diplôme, les lauréats s’engagent à travailler deux ans au Maroc.',
    [['grants', "Les lauréats s'engagent à travailler deux ans au Maroc après leur diplôme."]],
  ],
  [
    "La bibliothèque reste ouverte jusqu'à minuit hors période d'examens.",
    [['grants', "Hors période d'examens, la bibliothèque reste ouverte jusqu'à minuit."]],
  ],
  [
    'Le rapport annuel est remis en juin au ministère.',
    [['grants', 'Le rapport annuel est remis au ministère en juin, puis publié.']],
  ],
  [
    'المكتب الوطني للصيد يمول توسيع الرصيف بمبلغ 90 مليون درهم.',
    [
      [
        'ar-fishing',
        'يمول المكتب الوطني للصيد توسيع الرصيف بمبلغ 90 مليون درهم، وتتكلف غرفة الصيد البحري بتكوين 350 بحارا.',
      ],
    ],
  ],
  [
    'تتكلف غرفة الصيد البحري بتكوين 350 بحارا.',
    [
      [
        'ar-fishing',
        'يمول المكتب الوطني للصيد توسيع الرصيف بمبلغ 90 مليون درهم، وتتكلف غرفة الصيد البحري بتكوين 350 بحارا.',
      ],
    ],
  ],
  ['يفتتح السوق كل صباح باستثناء يوم الجمعة.', [['ar-fishing', 'يفتتح السوق كل صباح ما عدا يوم الجمعة.']]],
  ['يجوز للبحارة تأجيل أداء الرسوم لمدة شهرين.', [['ar-fishing', 'يمكن للبحارة تأجيل أداء الرسوم لمدة شهرين.']]],
  ['تنجز مقاولة الريف الأشغال.', [['ar-fishing', 'كلفت شركة المرسى بالدراسات فقط، أما الأشغال فتنجزها مقاولة الريف.']]],
  [
    'بلغ الإنتاج سنة 2022 ما مجموعه 12 ألف طن.',
    [['ar-fishing', 'بلغ الإنتاج 12 ألف طن سنة 2022 مقابل 15 ألف طن سنة 2021.']],
  ],
  ['في سنة 2021 بلغ الإنتاج 15 ألف طن.', [['ar-fishing', 'بلغ الإنتاج 12 ألف طن سنة 2022 مقابل 15 ألف طن سنة 2021.']]],
  ['يتوقع أن تنتهي الأشغال خلال سنة 2027.', [['ar-fishing', 'تتوقع الغرفة أن تنتهي الأشغال خلال سنة 2027.']]],
  [
    "Selon le texte, le protocole d'accord avec Onepoint vise à recruter 500 ingénieurs marocains.",
    [['fr/onepoint 4', "Le protocole d'accord avec Onepoint vise le recrutement de 500 ingénieurs marocains."]],
  ],
  [
    'Le D4SD Hub aide les États arabes et africains à mettre l’IA au service des Objectifs de développement durable.',
    [
      [
        'fr/d4sd-hub 3',
        "Le D4SD Hub aide les États arabes et africains à mettre les infrastructures publiques numériques et l'intelligence artificielle (IA) au service des Objectifs de développement durable (ODD).",
      ],
    ],
  ],
  [
    "Le mémorandum d'entente avec Mistral AI a été conclu à Rabat le 12 septembre 2025 et vise à améliorer les services publics.",
    [
      [
        'fr/mistral-ai 2',
        "Le mémorandum d'entente avec Mistral AI a été conclu à Rabat le vendredi 12 septembre 2025.",
      ],
      ['fr/mistral-ai 4', "Le mémorandum d'entente avec Mistral AI vise également à améliorer les services publics."],
    ],
  ],
  [
    "Le protocole d'accord avec le Groupe Crédit Agricole du Maroc prévoit des points relais donnant accès aux services électroniques.",
    [
      [
        'fr/credit-agricole 4',
        "Le programme d'inclusion numérique convenu avec le Groupe Crédit Agricole du Maroc prévoit des points relais, numériques et physiques, donnant accès aux services électroniques.",
      ],
    ],
  ],
  [
    "L'Institut Al-Jazari de Nador a pour vocation de développer l'IA par des formations certifiantes et la recherche appliquée.",
    [
      [
        'fr/al-jazari-nador 4',
        "L'Institut Al-Jazari de Nador a pour vocation de développer l'IA et l'innovation technologique par des formations certifiantes et par la recherche appliquée.",
      ],
    ],
  ],
  [
    'تهدف مذكرة التفاهم مع وزارة التربية الوطنية إلى إدماج التكنولوجيا الرقمية في المناهج الدراسية.',
    [
      [
        'ar/education 4',
        'تهدف مذكرة التفاهم مع وزارة التربية الوطنية إلى إدماج التكنولوجيا الرقمية في المناهج الدراسية وإنتاج مضامين تربوية رقمية ملائمة.',
      ],
    ],
  ],
  [
    "Le mémorandum d'entente avec le ministère de l'Éducation nationale vise à intégrer le numérique dans les programmes scolaires.",
    [
      [
        'ar/education 4',
        'تهدف مذكرة التفاهم مع وزارة التربية الوطنية إلى إدماج التكنولوجيا الرقمية في المناهج الدراسية وإنتاج مضامين تربوية رقمية ملائمة.',
      ],
    ],
  ],
  [
    'وقع إعلان النوايا عن برنامج الأمم المتحدة الإنمائي عبد الله الدردري.',
    [
      [
        'fr/undp-intent 1',
        "Pour le PNUD, la déclaration d'intention a été signée par Abdallah Al Dardari, directeur du Bureau régional du PNUD pour les États arabes.",
      ],
    ],
  ],
  [
    'يتعلق بروتوكول الاتفاق مع وان بوينت بمركز للتميز في البيانات والذكاء الاصطناعي.',
    [
      [
        'fr/onepoint 3',
        "Le protocole d'accord avec Onepoint porte sur un centre d'excellence en données et en intelligence artificielle (IA) dans la région de Casablanca-Settat.",
      ],
    ],
  ],
];

const KNOWLEDGE: readonly TrueClaim[] = [
  [
    "L'accord est conclu entre le ministère de la Transition numérique, le ministère de l'Enseignement supérieur et la région de l'Oriental.",
    [
      [
        'fr/al-jazari-nador 1',
        "L'accord portant création de l'Institut Al-Jazari de Nador est conclu entre le ministère de la Transition numérique et de la Réforme de l'administration (ministre déléguée : Amal El Fallah Seghrouchni), le ministère de l'Enseignement supérieur et la région de l'Oriental.",
      ],
    ],
  ],
  [
    "Les domaines de l'Institut « JAZARI Industrie X.0 » comprennent l'intelligence artificielle, l'Internet des objets et la robotique avancée.",
    [
      [
        'fr/jazari-industrie 4',
        "Les domaines de l'Institut « JAZARI Industrie X.0 » sont l'intelligence artificielle (IA), l'Internet des objets, la robotique avancée, l'analyse des données industrielles, la maintenance prédictive et la qualité.",
      ],
    ],
  ],
  [
    'Mistral AI et le ministère de la Transition numérique entendent soutenir les start-up.',
    [
      [
        'fr/mistral-ai 4',
        'Le ministère de la Transition numérique et Mistral AI entendent soutenir les start-up et les projets industriels autour de solutions souveraines et adaptées.',
      ],
    ],
  ],
  [
    'تعتزم وزارة الانتقال الرقمي والوزارة المكلفة بالتشغيل اعتماد منصات لتحليل سوق الشغل.',
    [['ar/employment 4', 'وتعتزم وزارة الانتقال الرقمي والوزارة المكلفة بالتشغيل اعتماد منصات لتحليل سوق الشغل.']],
  ],
  [
    'Le chef du gouvernement a assisté aux Assises nationales de l’IA.',
    [['fr/assises 1', "Le chef du gouvernement a assisté aux premières Assises nationales de l'IA."]],
  ],
  [
    'حضر رئيس الحكومة المناظرة الوطنية الأولى للذكاء الاصطناعي.',
    [['fr/assises 1', "Le chef du gouvernement a assisté aux premières Assises nationales de l'IA."]],
  ],
  [
    'Abdallah Al Dardari est le directeur du Bureau régional du PNUD pour les États arabes.',
    [['fr/undp-intent 1', 'Abdallah Al Dardari, directeur du Bureau régional du PNUD pour les États arabes']],
  ],
  [
    'La déclaration d’intention porte sur un pôle régional arabo-africain consacré à l’intelligence artificielle.',
    [
      [
        'fr/undp-intent 3',
        "La déclaration d'intention avec le PNUD porte sur un pôle régional (hub) arabo-africain consacré à l'intelligence artificielle (IA) et à la science des données.",
      ],
    ],
  ],
  [
    'يتعلق إعلان النوايا مع برنامج الأمم المتحدة الإنمائي بقطب إقليمي عربي إفريقي للذكاء الاصطناعي وعلوم البيانات.',
    [
      [
        'fr/undp-intent 3',
        "La déclaration d'intention avec le PNUD porte sur un pôle régional (hub) arabo-africain consacré à l'intelligence artificielle (IA) et à la science des données.",
      ],
    ],
  ],
  [
    "Le mémorandum d'entente avec le PNUD a été conclu à Salé le 2 juillet 2025.",
    [['ar/undp-mou 2', 'جرى إبرام مذكرة التفاهم مع برنامج الأمم المتحدة الإنمائي يوم الأربعاء 2 يوليوز 2025 بسلا']],
  ],
  [
    'La ministre déléguée est Amal El Fallah Seghrouchni.',
    [
      [
        'fr/dco 1',
        "le ministère de la Transition numérique et de la Réforme de l'administration, dont la ministre déléguée est Amal El Fallah Seghrouchni",
      ],
    ],
  ],
  [
    "L'accord avec l'Organisation de coopération numérique a été conclu à Salé le 2 juillet 2025.",
    [
      [
        'fr/dco 2',
        "L'accord avec l'Organisation de coopération numérique (DCO) a été conclu le mercredi 2 juillet 2025 à Salé",
      ],
    ],
  ],
  [
    'La coopération avec l’UM6P renforce la gestion durable et la souveraineté numérique.',
    [
      [
        'fr/um6p-data-centers 4',
        "La coopération avec l'UM6P en matière de centres de données renforce la gestion durable et la souveraineté numérique.",
      ],
    ],
  ],
  [
    'من شأن التعاون مع جامعة محمد السادس متعددة التخصصات التقنية أن يعزز السيادة الرقمية.',
    [
      [
        'ar/um6p-data-centers 4',
        'من شأن التعاون مع جامعة محمد السادس متعددة التخصصات التقنية في مجال مراكز البيانات أن يعزز التدبير المستدام والسيادة الرقمية.',
      ],
    ],
  ],
  [
    "Le protocole d'accord avec Onepoint s'inscrit dans la stratégie Maroc Digital 2030.",
    [['fr/onepoint 2', "Le protocole d'accord avec Onepoint s'inscrit dans la stratégie « Maroc Digital 2030 »."]],
  ],
  [
    'يندرج بروتوكول الاتفاق مع وان بوينت في إطار استراتيجية المغرب الرقمي 2030.',
    [['fr/onepoint 2', "Le protocole d'accord avec Onepoint s'inscrit dans la stratégie « Maroc Digital 2030 »."]],
  ],
];

/** Every claim that may be shown, but for those in doubt. */
export const TRUE_CLAIMS: readonly TrueClaim[] = [
  ...FRENCH,
  ...ARABIC,
  ...ACROSS,
  ...OTHERS,
  ...LATER,
  ...LAST,
  ...KNOWLEDGE,
];

/** True statements that leave out some of what they quote, more than can be told to be left out safely. */
export const LEAVES_OUT: ReadonlySet<string> = new Set([
  'Le gouvernement marocain apporte 8 millions de dollars au D4SD Hub.',
  "David Layani est le fondateur et président d'Onepoint.",
  "Khalid Safir (CDG) était présent lors de la conclusion du mémorandum d'entente avec Mistral AI.",
  'Le ministère de la Santé apporte 45 millions de dirhams.',
  "L'office rachète l'eau au prix de 8,5 dirhams le mètre cube.",
  "La station d'Agadir produit chaque jour 275 000 mètres cubes d'eau.",
  'Les heures du dimanche sont majorées de 50 %.',
  "La période d'essai dure trois mois.",
  'من هذا التمويل 8 ملايين دولار من الحكومة المغربية.',
  'تساهم الحكومة المغربية في التمويل بمبلغ 8 ملايين دولار.',
  'مدة الاختبار ثلاثة أشهر.',
  'Karim Zidane a signé le protocole sur le centre d’excellence.',
  'Un prêt de 3 millions de dirhams est accordé par la Banque Atlas.',
  'Le prêt est remboursable en 10 annuités.',
  'Le taux fixe du prêt est de 4 %.',
  'La visite du ministre a été annulée.',
  '400 places sont réservées aux personnes handicapées.',
  'تحصل تعاونية النور على دعم قدره 600 ألف درهم.',
  'تبيع التعاونية الزيت في السوق المحلية.',
  'ترأس فاطمة الإدريسي التعاونية.',
  'La coopérative vend l’huile sur le marché local.',
  'Le ministère de l’Agriculture accorde un soutien de 600 000 dirhams.',
  'يضم الملعب 12 ألف مقعد.',
  'Le chef du gouvernement était présent aux Assises nationales de l’IA.',
  'Les Assises nationales de l’IA ont eu lieu les 1er et 2 juillet 2025.',
  'انعقدت المناظرة الوطنية للذكاء الاصطناعي يومي 1 و2 يوليوز 2025.',
  "Le mémorandum d'entente avec le ministère de l'Éducation nationale vise à promouvoir l'innovation dans les écoles.",
  'Le ministre de l’Emploi est Younes Sekkouri.',
  "L'entretien des jardins revient à la commune.",
  'Les visiteurs marocains paient 20 dirhams le billet.',
  'Le café a ouvert en 2021.',
  'La société Rail Ouest perçoit les recettes.',
  "La Fondation Tafilalet verse chaque année 4,5 millions de dirhams à l'École des mines de Rabat.",
  'Le jury est présidé par Leïla Benhima.',
  "Mehdi Sebti, directeur des études, tient la liste d'attente.",
  'تنجز مقاولة الريف الأشغال.',
  'بلغ الإنتاج سنة 2022 ما مجموعه 12 ألف طن.',
  'في سنة 2021 بلغ الإنتاج 15 ألف طن.',
  'يتوقع أن تنتهي الأشغال خلال سنة 2027.',
  'Le D4SD Hub aide les États arabes et africains à mettre l’IA au service des Objectifs de développement durable.',
  "Le protocole d'accord avec le Groupe Crédit Agricole du Maroc prévoit des points relais donnant accès aux services électroniques.",
  "L'Institut Al-Jazari de Nador a pour vocation de développer l'IA par des formations certifiantes et la recherche appliquée.",
  "Le mémorandum d'entente avec le ministère de l'Éducation nationale vise à intégrer le numérique dans les programmes scolaires.",
  'وقع إعلان النوايا عن برنامج الأمم المتحدة الإنمائي عبد الله الدردري.',
  'يتعلق بروتوكول الاتفاق مع وان بوينت بمركز للتميز في البيانات والذكاء الاصطناعي.',
  "L'accord est conclu entre le ministère de la Transition numérique, le ministère de l'Enseignement supérieur et la région de l'Oriental.",
  "Les domaines de l'Institut « JAZARI Industrie X.0 » comprennent l'intelligence artificielle, l'Internet des objets et la robotique avancée.",
  'Le chef du gouvernement a assisté aux Assises nationales de l’IA.',
  'La déclaration d’intention porte sur un pôle régional arabo-africain consacré à l’intelligence artificielle.',
  'La ministre déléguée est Amal El Fallah Seghrouchni.',
  'La coopération avec l’UM6P renforce la gestion durable et la souveraineté numérique.',
  'من شأن التعاون مع جامعة محمد السادس متعددة التخصصات التقنية أن يعزز السيادة الرقمية.',
]);
