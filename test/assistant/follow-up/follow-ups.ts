// Conversations, made by hand: what was asked before, what is asked now, and what the whole question must then say. The agreements on
// health, schools and water are inventions.
import type { Language } from '../../../src/domain.ts';

/** What a whole question must be; null where the question stands alone. */
export type Expected = null | {
  /** Each stands in it, spelling variants aside; of several joined by "|" one. */
  readonly holds: readonly string[];
  /** Does not stand in it. */
  readonly lacks?: readonly string[];
  /** What it asks for, by the name of the aspect. */
  readonly asks?: string;
  /** What it does not ask for any more. */
  readonly drops?: readonly string[];
};

export type Conversation = {
  /** Asked before, oldest first. */
  readonly before: readonly string[];
  /** The title of what the answers were about. */
  readonly about: string | null;
  readonly question: string;
  /** To be answered in; where nothing is said, as the group's. */
  readonly language?: Language;
  readonly expected: Expected;
};

const ONEPOINT =
  "Protocole d'accord entre le ministère de la Transition numérique et de la Réforme de l'administration, le ministre de l'Industrie et du Commerce, le ministre délégué chargé de l'Investissement, l'AMDIE et l'entreprise française Onepoint";
const MISTRAL =
  "Mémorandum d'entente entre le ministère de la Transition numérique et de la Réforme de l'administration et Mistral AI";
const CNDP =
  "Convention de partenariat entre le ministère de la Transition numérique et de la Réforme de l'administration et la Commission nationale de contrôle de la protection des données à caractère personnel (CNDP)";
const HUB = 'Lancement du D4SD Hub : gouvernement marocain et Programme des Nations unies pour le développement (PNUD)';
const UM6P =
  "Protocole d'accord entre le ministère de la Transition numérique et de la Réforme de l'administration et l'Université Mohammed VI Polytechnique (UM6P) sur les centres de données";
const DCO =
  "Accord entre le ministère de la Transition numérique et de la Réforme de l'administration et l'Organisation de coopération numérique (DCO)";
const SCHOOL =
  "Mémorandum d'entente entre le ministère de la Transition numérique et de la Réforme de l'administration et le ministère de l'Éducation nationale, du Préscolaire et des Sports";
const INTENT =
  "Déclaration d'intention entre le ministère de la Transition numérique et de la Réforme de l'administration et le Programme des Nations unies pour le développement (PNUD)";
const JAZARI =
  "Convention portant création de l'Institut Al-Jazari pour l'industrie « JAZARI Industrie X.0 », entre le ministère de l'Industrie et du Commerce et les quatre universités de la région de Fès-Meknès";
const NADOR =
  "Accord portant création de l'Institut Al-Jazari dans la province de Nador, entre le ministère de l'Enseignement supérieur et la région de l'Oriental";
const CREDIT =
  "Protocole d'accord entre le ministère de la Transition numérique et de la Réforme de l'administration et le Groupe Crédit Agricole du Maroc";
const HOSPITALS =
  'Convention relative aux hôpitaux de proximité entre le ministère de la Santé et la région Souss-Massa';
const LIBRARIES =
  "Accord sur les bibliothèques scolaires entre l'Académie régionale de Béni Mellal et la Fondation Zakoura";
const WATER = "Convention sur l'eau potable de la commune d'Aït Baha entre l'ONEE et la commune";

const ONEPOINT_AR =
  'بروتوكول اتفاق بين وزارة الانتقال الرقمي وإصلاح الإدارة ووزير الصناعة والتجارة وهيئة AMDIE وشركة وان بوينت الفرنسية (Onepoint)';
const MISTRAL_AR = 'مذكرة تفاهم بين وزارة الانتقال الرقمي وإصلاح الإدارة وميسترال للذكاء الاصطناعي (Mistral AI)';
const CNDP_AR =
  'اتفاقية شراكة بين وزارة الانتقال الرقمي وإصلاح الإدارة واللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي (CNDP)';
const HUB_AR = 'إطلاق مركز D4SD Hub: الحكومة المغربية وبرنامج الأمم المتحدة الإنمائي (PNUD)';
const UM6P_AR =
  'بروتوكول اتفاق بين وزارة الانتقال الرقمي وإصلاح الإدارة وجامعة محمد السادس متعددة التخصصات التقنية (UM6P) حول مراكز البيانات';
const DCO_AR = 'اتفاق بين وزارة الانتقال الرقمي وإصلاح الإدارة ومنظمة التعاون الرقمي (DCO)';
const SCHOOL_AR =
  'مذكرة تفاهم بين وزارة الانتقال الرقمي وإصلاح الإدارة ووزارة التربية الوطنية والتعليم الأولي والرياضة';
const ENERGY_AR = 'اتفاق بين وزارة الانتقال الرقمي وإصلاح الإدارة ووزارة الانتقال الطاقي والتنمية المستدامة';
const INTENT_AR = 'إعلان نوايا بين وزارة الانتقال الرقمي وإصلاح الإدارة وبرنامج الأمم المتحدة الإنمائي (PNUD)';
const JAZARI_AR =
  'اتفاقية إحداث معهد الجزري للصناعة «JAZARI Industrie X.0» بين وزارة الصناعة والتجارة والجامعات الأربع بجهة فاس-مكناس';
const ASSISES_AR = 'المناظرة الوطنية الأولى للذكاء الاصطناعي، 1 و2 يوليوز 2025';
const CREDIT_AR = 'بروتوكول اتفاق بين وزارة الانتقال الرقمي وإصلاح الإدارة ومجموعة القرض الفلاحي';
const HOSPITALS_AR = 'اتفاقية مستشفيات القرب بين وزارة الصحة وجهة سوس ماسة';
const LIBRARIES_AR = 'اتفاق المكتبات المدرسية بين الأكاديمية الجهوية ومؤسسة زاكورة';
const WATER_AR = 'اتفاقية تزويد جماعة آيت باها بالماء الصالح للشرب';

const row = (
  about: string | null,
  before: readonly string[],
  question: string,
  expected: Expected,
  language?: Language,
): Conversation => ({ about, before, question, expected, ...(language === undefined ? {} : { language }) });

const WHO_ONEPOINT = "Qui a signé l'accord avec Onepoint ?";

const FRENCH: readonly Conversation[] = [
  row(ONEPOINT, [WHO_ONEPOINT], 'Quand ?', { holds: ['onepoint', 'sign'], asks: 'date', drops: ['person'] }),
  row(ONEPOINT, [WHO_ONEPOINT], 'Et celui avec le PNUD ?', {
    holds: ['qui a signe', 'pnud'],
    lacks: ['onepoint'],
    asks: 'person',
  }),
  row(HUB, ['Quel est le budget du D4SD Hub ?'], 'Et sa durée ?', {
    holds: ['d4sd'],
    asks: 'duration',
    drops: ['amount'],
  }),
  row(CNDP, ['Que prévoit la convention de partenariat avec la CNDP ?'], "Qui l'a signée ?", {
    holds: ['cndp'],
    asks: 'person',
  }),
  row(MISTRAL, ["Sur quoi porte l'accord avec Mistral AI ?"], 'Où a-t-il été signé ?', {
    holds: ['mistral'],
    asks: 'place',
    drops: ['purpose'],
  }),
  row(UM6P, ["Quand a été signé le protocole avec l'UM6P ?"], 'Et pour le Crédit Agricole ?', {
    holds: ['credit agricole', 'quand'],
    lacks: ['um6p'],
    asks: 'date',
  }),
  row(
    SCHOOL,
    ["Quels sont les objectifs du mémorandum avec le ministère de l'Éducation nationale ?"],
    'Combien de temps dure cet accord ?',
    { holds: ['education'], asks: 'duration', drops: ['purpose'] },
  ),
  row(ONEPOINT, [WHO_ONEPOINT, 'Quand ?'], 'Et celui avec Mistral ?', {
    holds: ['mistral', 'quand'],
    lacks: ['onepoint'],
    asks: 'date',
    drops: ['person'],
  }),
  row(INTENT, ["De quoi parle la déclaration d'intention avec le PNUD ?", "Qui l'a signée ?"], 'Et où ?', {
    holds: ['pnud'],
    asks: 'place',
    drops: ['person', 'purpose'],
  }),
  row(ONEPOINT, [WHO_ONEPOINT], 'Pourquoi ?', { holds: ['onepoint'], asks: 'purpose', drops: ['person'] }),
  row(HOSPITALS, ["Combien d'hôpitaux seront construits dans la région Souss-Massa ?"], 'Qui finance ce projet ?', {
    holds: ['souss', 'finance'],
    drops: ['number'],
  }),
  row(WATER, ["Que prévoit la convention sur l'eau potable d'Aït Baha ?"], 'Quel est son budget ?', {
    holds: ['ait baha'],
    asks: 'amount',
  }),
  row(LIBRARIES, ['Qui est chargé des bibliothèques scolaires ?'], 'Elle dure combien de temps, la convention ?', {
    holds: ['bibliotheques'],
    asks: 'duration',
    drops: ['person'],
  }),
  row(LIBRARIES, ["Quelle est la durée de l'accord sur les bibliothèques scolaires ?"], 'et les signataires ?', {
    holds: ['bibliotheques', 'signataires'],
    drops: ['duration'],
  }),
  row(
    LIBRARIES,
    ["Quel est le budget de l'accord sur les bibliothèques scolaires ?"],
    "Et la convention sur l'eau potable ?",
    { holds: ['eau potable', 'budget'], lacks: ['bibliotheques'], asks: 'amount' },
  ),
  row(ONEPOINT, ['Onepoint va investir combien à Casablanca ?'], 'Et Mistral ?', {
    holds: ['mistral', 'investir'],
    lacks: ['onepoint'],
  }),
  row(CNDP, ["L'accord avec la CNDP, il a été signé à Rabat ou à Salé ?"], 'à quelle date ?', {
    holds: ['cndp'],
    asks: 'date',
  }),
  row(HUB, ['Quel est le rôle du D4SD Hub ?'], "Combien d'ingénieurs va-t-il recruter ?", {
    holds: ['d4sd', 'ingenieurs'],
    asks: 'number',
  }),
  row(JAZARI, ['Qui a signé la convention JAZARI Industrie X.0 ?'], 'est-ce que les étudiants y ont accès ?', {
    holds: ['jazari', 'etudiants'],
    drops: ['person'],
  }),
  row(DCO, ["Quand a été conclu l'accord avec la DCO ?"], "qu'est-ce qu'il prévoit pour les startups", {
    holds: ['dco', 'startups'],
    drops: ['date'],
  }),
  row(ONEPOINT, ["Que prévoit l'accord avec Onepoint ?"], "D'accord, et qui l'a signé ?", {
    holds: ['onepoint'],
    asks: 'person',
  }),
  row(ONEPOINT, ["Que prévoit l'accord avec Onepoint ?"], 'Le budget ?', { holds: ['onepoint'], asks: 'amount' }),
  row(UM6P, ['Quels accords ont été signés le 2 juillet ?'], 'Qui a signé cet accord ?', {
    holds: ['um6p'],
    asks: 'person',
  }),
  row(HOSPITALS, ['Qui finance les hôpitaux de proximité ?'], 'Est-ce que la région participe à cet accord ?', {
    holds: ['hopitaux', 'participe'],
    drops: ['person'],
  }),
  row(ONEPOINT, [WHO_ONEPOINT], 'Celui du PNUD ?', { holds: ['pnud'], lacks: ['onepoint'], asks: 'person' }),
  row(MISTRAL, ['Quel ministère a signé avec Mistral AI ?'], "Ils l'ont signé à quel endroit ?", {
    holds: ['mistral'],
    asks: 'place',
  }),
  row(ONEPOINT, ["Qu'est-ce que le centre d'excellence d'Onepoint ?"], 'Où se trouve le centre ?', {
    holds: ['onepoint'],
    asks: 'place',
  }),
  row(CNDP, ['Quelle est la date de la convention avec la CNDP ?'], 'mais pourquoi ?', {
    holds: ['cndp'],
    asks: 'purpose',
    drops: ['date'],
  }),
  row(MISTRAL, ["Est-ce qu'il y a un accord avec Mistral sur les data centers ?"], 'Et avec Huawei ?', {
    holds: ['huawei', 'data centers'],
    lacks: ['mistral'],
  }),
  row(HUB, ['Le D4SD Hub est-il financé par le PNUD ?'], 'Depuis quand ?', { holds: ['d4sd'], asks: 'date' }),
  row(ONEPOINT, [WHO_ONEPOINT], 'Quels accords ont été signés en juillet ?', null),
  row(ONEPOINT, [WHO_ONEPOINT], "Quand a été signé l'accord avec Mistral AI ?", null),
  row(ONEPOINT, [WHO_ONEPOINT], 'Merci !', null),
  row(HOSPITALS, ['Qui finance les hôpitaux de proximité ?'], 'Qui est le ministre de la Santé ?', null),
  row(ONEPOINT, [WHO_ONEPOINT], "Quels sont les symptômes de l'anémie ?", null),
  row(MISTRAL, ["Sur quoi porte l'accord avec Mistral AI ?"], "L'accord avec la CNDP, il a été signé à Rabat ?", null),
  row(ONEPOINT, [WHO_ONEPOINT], 'Comment créer une SARL au Maroc et combien ça coûte ?', null),
  row(CNDP, ['Que prévoit la CNDP ?'], "le truc sur le numerique a l'ecole, ca concerne aussi le sport ?", null),
  row(MISTRAL, ["Quand expire l'accord avec Mistral ?"], "Est-ce qu'il y a un accord avec Huawei sur le cloud ?", null),
  row(ONEPOINT, [WHO_ONEPOINT], 'Que dit le code de la route sur les trottinettes électriques ?', null),
  row(null, [], "Qui l'a signé ?", null),
];

/** Found while trying the rules out on people's ways to go on. */
const MORE: readonly Conversation[] = [
  row(ONEPOINT, [WHO_ONEPOINT], 'et quand avec Mistral ?', {
    holds: ['quand', 'mistral'],
    lacks: ['onepoint'],
    asks: 'date',
    drops: ['person'],
  }),
  row(ONEPOINT, [WHO_ONEPOINT], 'non, je parle de celui avec le PNUD', {
    holds: ['qui a signe', 'pnud'],
    lacks: ['onepoint'],
  }),
  row(ONEPOINT, [WHO_ONEPOINT], "même question pour l'UM6P", { holds: ['qui a signe', 'um6p'], lacks: ['onepoint'] }),
  row(HOSPITALS, ["Combien de lits sont prévus à l'hôpital d'Agadir ?"], 'et à Tiznit ?', {
    holds: ['combien de lits', 'a tiznit'],
    lacks: ['agadir', 'a a'],
    asks: 'number',
  }),
  row(HOSPITALS, ['Quel est le rôle du ministère de la Santé ?'], "Et le ministère de l'Éducation nationale ?", {
    holds: ["role du ministere de l'education"],
    lacks: ['sante', 'du le'],
  }),
  row(HOSPITALS, ['Quand a été signée la convention sur les hôpitaux de proximité ?'], 'Et pour les femmes ?', {
    holds: ['femmes', 'hopitaux'],
  }),
  row(MISTRAL, ['Que prévoit le mémorandum avec Mistral AI ?'], "Est-ce qu'il concerne aussi la CNDP ?", {
    holds: ['cndp', 'mistral'],
  }),
  row(MISTRAL, ['Que prévoit le mémorandum avec Mistral AI ?'], 'Plus de détails ?', { holds: ['mistral'] }),
  row(MISTRAL, ['Que prévoit le mémorandum avec Mistral AI ?'], 'quels domaines ?', { holds: ['domaines', 'mistral'] }),
  row(MISTRAL, ['Que prévoit le mémorandum avec Mistral AI ?'], "Que dit l'accord sur la formation ?", {
    holds: ['formation', 'mistral'],
  }),
  row(MISTRAL, ['Que prévoit le mémorandum avec Mistral AI ?'], 'Le même accord concerne-t-il les écoles ?', {
    holds: ['ecoles', 'mistral'],
  }),
  row(MISTRAL_AR, ['هل وقعت ميسترال مع المغرب؟'], 'هل يهم نفس الاتفاق المدارس؟', { holds: ['ميسترال'] }, 'ar'),
  row(MISTRAL, ['Quels sont les partenaires de Mistral AI ?'], 'Quel temps fait-il à Rabat ?', null),
  row(MISTRAL, ['Quels sont les partenaires de Mistral AI ?'], 'Y a-t-il un accord sur la santé ?', null),
  row(MISTRAL, ['Quels sont les partenaires de Mistral AI ?'], "Il sera situé où, le centre d'Onepoint ?", null),
  row(MISTRAL, ['Quels sont les partenaires de Mistral AI ?'], 'Et la CNDP, quel est son rôle ?', null),
  row(MISTRAL_AR, ['متى وقعت مذكرة التفاهم مع ميسترال؟'], 'وماذا عن النساء؟', { holds: ['النساء', 'ميسترال'] }, 'ar'),
  row(
    CREDIT_AR,
    ['متى وقع الاتفاق مع وان بوينت؟'],
    'وماذا عن القرض الفلاحي؟',
    { holds: ['مع القرض الفلاحي'], lacks: ['وان'], asks: 'date' },
    'ar',
  ),
  row(MISTRAL_AR, ['هل وقعت ميسترال مع المغرب؟'], 'وضح أكثر', { holds: ['ميسترال'] }, 'ar'),
  row(CNDP_AR, ['واش CNDP سيناو مع الوزارة؟'], 'حتى ميسترال؟', { holds: ['ميسترال', 'سيناو'], lacks: ['cndp'] }, 'ar'),
  row(CNDP, ['wach CNDP sinat m3a lwizara?'], 'w onepoint 7ta hiya?', { holds: ['onepoint'], lacks: ['cndp'] }, 'ar'),
  row(CNDP, ['wach CNDP sinat m3a lwizara?'], 'fin w fo9ach?', { holds: ['cndp'], asks: 'place' }, 'ar'),
];

const WHO_AR = 'من وقع الاتفاق مع وان بوينت؟';

const ARABIC: readonly Conversation[] = [
  row(ONEPOINT_AR, [WHO_AR], 'متى؟', { holds: ['وان بوينت', 'وقع'], asks: 'date', drops: ['person'] }),
  row(ONEPOINT_AR, [WHO_AR], 'وماذا عن ميسترال؟', {
    holds: ['من وقع', 'ميسترال'],
    lacks: ['وان بوينت'],
    asks: 'person',
  }),
  row(DCO_AR, ['ما أهداف الاتفاق مع منظمة التعاون الرقمي؟'], 'ومن وقعه؟', {
    holds: ['التعاون الرقمي'],
    asks: 'person',
    drops: ['purpose'],
  }),
  row(CNDP_AR, ['ما مضمون اتفاقية الشراكة مع لجنة حماية المعطيات؟'], 'ما مدتها؟', {
    holds: ['المعطيات', 'مدتها'],
  }),
  row(HUB_AR, ['متى انطلق مركز D4SD Hub؟'], 'وكم ميزانيته؟', { holds: ['d4sd', 'ميزانيته'], drops: ['date'] }),
  row(ONEPOINT_AR, ['كم عدد المهندسين الذين ستوظفهم وان بوينت؟'], 'وأين؟', {
    holds: ['وان بوينت'],
    asks: 'place',
    drops: ['number'],
  }),
  row(SCHOOL_AR, ['ما موضوع مذكرة التفاهم مع وزارة التربية الوطنية؟'], 'متى وقعت هذه المذكرة؟', {
    holds: ['التربية'],
    asks: 'date',
    drops: ['purpose'],
  }),
  row(SCHOOL_AR, ['ما موضوع مذكرة التفاهم مع وزارة التربية الوطنية؟'], 'وماذا عن وزارة الصحة؟', {
    holds: ['الصحة'],
    lacks: ['التربية'],
    asks: 'purpose',
  }),
  row(HOSPITALS_AR, ['من سيمول مستشفيات القرب بجهة سوس ماسة؟'], 'هل يشمل الاتفاق التكوين؟', {
    holds: ['سوس|مستشفيات', 'التكوين'],
    drops: ['person'],
  }),
  row(WATER_AR, ['كم كلفة تزويد جماعة آيت باها بالماء الصالح للشرب؟'], 'ومتى تنتهي الأشغال؟', {
    holds: ['آيت باها', 'الأشغال'],
    asks: 'date',
    drops: ['amount'],
  }),
  row(LIBRARIES_AR, ['ما هدف المكتبات المدرسية؟'], 'من هم أطرافها؟', { holds: ['المكتبات'], drops: ['purpose'] }),
  row(ONEPOINT_AR, [WHO_AR, 'متى؟'], 'ومع برنامج الأمم المتحدة الإنمائي؟', {
    holds: ['متى', 'الإنمائي'],
    lacks: ['وان بوينت'],
    asks: 'date',
    drops: ['person'],
  }),
  row(INTENT_AR, ['ما موضوع إعلان النوايا مع PNUD؟'], 'أين وقع؟', {
    holds: ['PNUD'],
    asks: 'place',
    drops: ['purpose'],
  }),
  row(MISTRAL_AR, ['متى وقعت مذكرة التفاهم مع ميسترال؟'], 'لماذا؟', {
    holds: ['ميسترال'],
    asks: 'purpose',
    drops: ['date'],
  }),
  row(ONEPOINT_AR, ['هل ستفتح وان بوينت مركزا في الدار البيضاء؟'], 'متى؟', { holds: ['وان بوينت'], asks: 'date' }),
  row(JAZARI_AR, ['من وقع اتفاقية JAZARI Industrie X.0؟'], 'ما الهدف منها؟', {
    holds: ['jazari'],
    asks: 'purpose',
    drops: ['person'],
  }),
  row(MISTRAL_AR, ['متى وقعت ميسترال مع المغرب'], 'والمدة؟', {
    holds: ['ميسترال'],
    asks: 'duration',
    drops: ['date'],
  }),
  row(ASSISES_AR, ['كم عدد المجالات التي تناولتها المناظرة الوطنية للذكاء الاصطناعي؟'], 'ومن حضرها؟', {
    holds: ['المناظرة'],
    asks: 'person',
    drops: ['number'],
  }),
  row(CREDIT_AR, ['متى وقع الاتفاق مع القرض الفلاحي؟'], 'واتفاق مراكز البيانات؟', {
    holds: ['متى', 'مراكز البيانات'],
    lacks: ['القرض'],
    asks: 'date',
  }),
  row(HOSPITALS_AR, ['ما مدة اتفاقية مستشفيات القرب؟'], 'وبالنسبة لاتفاقية الماء الصالح للشرب؟', {
    holds: ['الماء', 'مدة'],
    lacks: ['مستشفيات'],
    asks: 'duration',
  }),
  row(UM6P_AR, ['ما موضوع الاتفاق مع UM6P؟'], 'هل هناك عقوبات في هذا الاتفاق؟', {
    holds: ['um6p'],
    asks: 'penalty',
    drops: ['purpose'],
  }),
  row(ONEPOINT_AR, [WHO_AR], 'كم سيكلف هذا المشروع؟', { holds: ['وان بوينت', 'سيكلف'], drops: ['person'] }),
  row(DCO_AR, ['ما هي أهداف غرين كلاود موروكو؟'], 'من المستفيد منه؟', {
    holds: ['غرين كلاود'],
    asks: 'person',
    drops: ['purpose'],
  }),
  row(ONEPOINT_AR, ['متى وقع الاتفاق مع وان بوينت؟'], 'نفس السؤال عن القرض الفلاحي', {
    holds: ['متى', 'القرض الفلاحي'],
    lacks: ['وان بوينت'],
    asks: 'date',
  }),
  row(ONEPOINT_AR, [WHO_AR], 'ما هي الاتفاقيات الموقعة في يوليوز؟', null),
  row(ONEPOINT_AR, [WHO_AR], 'من وقع مذكرة التفاهم مع ميسترال للذكاء الاصطناعي؟', null),
  row(ONEPOINT_AR, [WHO_AR], 'شكرا جزيلا', null),
  row(UM6P_AR, ['ما موضوع الاتفاق مع UM6P؟'], 'ما شروط الحصول على رخصة السياقة؟', null),
  row(ONEPOINT_AR, [WHO_AR], 'من هو رئيس الحكومة؟', null),
  row(MISTRAL_AR, ['متى وقعت ميسترال مع المغرب'], 'معهد الجزري الناظور متى وقع الاتفاق', null),
  row(HOSPITALS_AR, ['ما مدة اتفاقية مستشفيات القرب؟'], 'ما فوائد الزنجبيل للصحة؟', null),
];

const WHO_DARIJA = 'شكون وقع الاتفاق مع وان بوينت؟';

const DARIJA: readonly Conversation[] = [
  row(ONEPOINT_AR, [WHO_DARIJA], 'فوقاش؟', { holds: ['وان بوينت'], asks: 'date', drops: ['person'] }),
  row(ONEPOINT_AR, [WHO_DARIJA], 'و ديال PNUD؟', { holds: ['PNUD'], lacks: ['وان بوينت'], asks: 'person' }),
  row(DCO_AR, ['شنو فيه الاتفاق مع DCO؟'], 'شكون وقعو؟', { holds: ['dco'], asks: 'person', drops: ['purpose'] }),
  row(HUB_AR, ['شنو كيدير D4SD Hub؟'], 'شحال الميزانية ديالو؟', { holds: ['d4sd'], asks: 'amount' }),
  row(ENERGY_AR, ['شنو فيه الاتفاق ديال وزارة الانتقال الطاقي'], 'وفين تسينا؟', {
    holds: ['الطاقي'],
    asks: 'place',
    drops: ['purpose'],
  }),
  row(MISTRAL_AR, ['فوقاش تسينا الاتفاق مع ميسترال؟'], 'علاش دارو هاد الاتفاق؟', {
    holds: ['ميسترال'],
    asks: 'purpose',
    drops: ['date'],
  }),
  row(ONEPOINT_AR, ['شحال من مهندس غادي تخدم وان بوينت؟'], 'وميسترال؟', {
    holds: ['ميسترال', 'مهندس'],
    lacks: ['وان بوينت'],
    asks: 'number',
  }),
  row(CNDP_AR, ['المنصة الوطنية لي فالاتفاقية ديال CNDP على شنو مبنية؟'], 'واش فيها شي غرامة؟', {
    holds: ['cndp'],
    asks: 'penalty',
  }),
  row(HOSPITALS_AR, ['شكون غادي يبني سبيطارات القرب فسوس؟'], 'شحال المدة ديال هادشي؟', {
    holds: ['القرب'],
    asks: 'duration',
    drops: ['person'],
  }),
  row(WATER_AR, ['شحال غادي يتصرف على الما ديال آيت باها؟'], 'وشكون اللي غادي يخلص؟', {
    holds: ['آيت باها'],
    asks: 'person',
    drops: ['number'],
  }),
  row(LIBRARIES_AR, ['فين كاينين المكتبات المدرسية الجداد؟'], 'وعلاش؟', {
    holds: ['المكتبات'],
    asks: 'purpose',
    drops: ['place'],
  }),
  row(ONEPOINT_AR, [WHO_DARIJA, 'فوقاش؟'], 'وفين؟', {
    holds: ['وان بوينت'],
    asks: 'place',
    drops: ['date', 'person'],
  }),
  row(JAZARI_AR, ['فوقاش تسينات الاتفاقية ديال الجزري للصناعة؟'], 'شكون لي سيناها؟', {
    holds: ['الجزري'],
    asks: 'person',
    drops: ['date'],
  }),
  row(CREDIT_AR, ['شكون خدام مع القرض الفلاحي فهاد البرنامج؟'], 'شنو الهدف منو؟', {
    holds: ['القرض الفلاحي'],
    asks: 'purpose',
    drops: ['person'],
  }),
  row(ONEPOINT_AR, ['وان بوينت شنو غادي دير فكازا'], 'و UM6P؟', { holds: ['um6p', 'كازا'], lacks: ['وان بوينت'] }),
  row(ONEPOINT_AR, [WHO_DARIJA], 'هاد الاتفاق شحال كيدوم؟', { holds: ['وان بوينت', 'كيدوم'], drops: ['person'] }),
  row(INTENT_AR, ['فوقاش تسينات مذكرة PNUD ديال سلا؟'], 'واش غادي يستافدو منها الشركات؟', {
    holds: ['PNUD', 'الشركات'],
    drops: ['date'],
  }),
  row(ONEPOINT_AR, [WHO_DARIJA], 'وشنو على القرض الفلاحي؟', {
    holds: ['القرض الفلاحي'],
    lacks: ['وان بوينت'],
    asks: 'person',
  }),
  row(HUB_AR, ['شحال عطى PNUD للهاب؟'], 'وقتاش؟', { holds: ['PNUD'], asks: 'date', drops: ['number'] }),
  row(CREDIT_AR, ['شنو هي نقاط الربط ديال القرض الفلاحي؟'], 'فين غادي يكونو؟', {
    holds: ['الربط|القرض'],
    asks: 'place',
  }),
  row(ONEPOINT_AR, [WHO_DARIJA], 'و الاتفاق ديال الداتا سنتر؟', {
    holds: ['الداتا سنتر'],
    lacks: ['وان بوينت'],
    asks: 'person',
  }),
  row(MISTRAL_AR, ['واش الاتفاق مع ميسترال فيه الفلوس؟'], 'بشحال؟', { holds: ['ميسترال'] }),
  row(ONEPOINT_AR, [WHO_DARIJA], 'شحال من اتفاقية تسينات فالمناظرة', null),
  row(ONEPOINT_AR, [WHO_DARIJA], 'فين نلقى طبيب ديال السنان مزيان فسلا', null),
  row(DCO_AR, ['شنو فيه الاتفاق مع DCO؟'], 'شحال بقا لرمضان؟', null),
  row(MISTRAL_AR, ['علاش دارت الوزارة مذكرة تفاهم مع ميسترال؟'], 'We-Elevate شكون لي كيستافد منو', null),
  row(ONEPOINT_AR, [WHO_DARIJA], 'معهد فاس ديال الصناعة شنو المجالات ديالو', null),
  row(ONEPOINT_AR, [WHO_DARIJA], 'شكرا بزاف', null),
];

const WHO_ARABIZI = "chkoun sinna l'accord m3a onepoint?";

const ARABIZI: readonly Conversation[] = [
  row(ONEPOINT, [WHO_ARABIZI], 'fo9ach?', { holds: ['onepoint'], asks: 'date', drops: ['person'] }),
  row(ONEPOINT, [WHO_ARABIZI], 'w m3a l PNUD?', { holds: ['pnud'], lacks: ['onepoint'], asks: 'person' }),
  row(DCO, ['achno fih l accord m3a DCO?'], 'chkoun sinah?', { holds: ['dco'], asks: 'person', drops: ['purpose'] }),
  row(HUB, ['d4sd hub ach kaydir?'], 'ch7al lbudget dyalo?', { holds: ['d4sd'], asks: 'amount' }),
  row(NADOR, ['l accord dyal nador tsina f achmen mounasaba'], 'w fin?', { holds: ['nador'], asks: 'place' }),
  row(MISTRAL, ['fo9ach lmaghrib dar lmoudakira m3a mistral?'], 'chkoun w9a3 had lmoudakira?', {
    holds: ['mistral'],
    asks: 'person',
    drops: ['date'],
  }),
  row(ONEPOINT, ['onepoint ch7al d les ingenieurs bghat tkhdem'], 'w mistral?', {
    holds: ['mistral', 'ingenieurs'],
    lacks: ['onepoint'],
    asks: 'number',
  }),
  row(CREDIT, ['les points relais dyal credit agricole ach kaydiro'], 'fin kaynin?', {
    holds: ['credit agricole'],
    asks: 'place',
  }),
  row(HOSPITALS, ['chkoun ghadi ybni les hopitaux f souss massa?'], 'ch7al lmodda dyalha?', {
    holds: ['souss', 'lmodda'],
    drops: ['person'],
  }),
  row(WATER, ['chno fih l projet dyal lma f ait baha?'], 'ch7al taman dyalo?', {
    holds: ['ait baha'],
    drops: ['purpose'],
  }),
  row(LIBRARIES, ['fin kaynin les bibliotheques scolaires jdad?'], 'w 3lach?', {
    holds: ['bibliotheques'],
    asks: 'purpose',
    drops: ['place'],
  }),
  row(ONEPOINT, [WHO_ARABIZI, 'fo9ach?'], 'ou fin?', {
    holds: ['onepoint'],
    asks: 'place',
    drops: ['date', 'person'],
  }),
  row(JAZARI, ['jazari industrie x.0 fo9ach tsinat'], 'chkoun li sinaha?', {
    holds: ['jazari'],
    asks: 'person',
    drops: ['date'],
  }),
  row(UM6P, ['um6p w data centers fo9ach daro l protocole'], 'had l protocole 3lach?', {
    holds: ['um6p'],
    asks: 'purpose',
    drops: ['date'],
  }),
  row(ONEPOINT, [WHO_ARABIZI], 'w dyal credit agricole?', {
    holds: ['credit agricole'],
    lacks: ['onepoint'],
    asks: 'person',
  }),
  row(INTENT, ['memorandum d pnud li tsina f sla chno lhadaf dyalo'], 'chkoun sinah?', {
    holds: ['pnud'],
    asks: 'person',
    drops: ['purpose'],
  }),
  row(SCHOOL, ["l'accord m3a l'education nationale ach fih ?"], 'wach fih chi 7aja 3la sport?', {
    holds: ['education', 'sport'],
  }),
  row(ONEPOINT, [WHO_ARABIZI], 'w la convention dyal cndp?', {
    holds: ['cndp', 'chkoun'],
    lacks: ['onepoint'],
    asks: 'person',
  }),
  row(DCO, ['green cloud dyal dco fach ghadi ynfe3 lmaghrib'], 'imta?', {
    holds: ['dco|green cloud'],
    asks: 'date',
    drops: ['purpose'],
  }),
  row(null, ['wach kayn chi accord m3a nvidia'], 'w meta?', { holds: ['meta', 'accord'], lacks: ['nvidia'] }),
  row(CNDP, ['fo9ach tsinat la convention dyal cndp?'], 'chno lhadaf dyalha?', {
    holds: ['cndp'],
    asks: 'purpose',
    drops: ['date'],
  }),
  row(ONEPOINT, ["fin tsina l'accord m3a onepoint?"], 'ch7al?', { holds: ['onepoint'], drops: ['place'] }),
  row(ONEPOINT, [WHO_ARABIZI], 'les accords dyal les assises chkoun les partenaires', null),
  row(ONEPOINT, [WHO_ARABIZI], 'l match d lmaghrib m3a senegal fo9ach', null),
  row(DCO, ['achno fih l accord m3a DCO?'], 'ch7al f dollar lyoum', null),
  row(ONEPOINT, [WHO_ARABIZI], 'chokran bzaf', null),
  row(MISTRAL, ['3lach lmaghrib dar had lmoudakira m3a mistral'], 'we-elevate imta kaysali tasjil', null),
  row(ONEPOINT, [WHO_ARABIZI], 'chkoun sinna la convention dyal jazari industrie', null),
];

const SWITCHES: readonly Conversation[] = [
  row(ONEPOINT, [WHO_ONEPOINT], 'متى؟', { holds: ['onepoint|وان بوينت'], asks: 'date', drops: ['person'] }, 'ar'),
  row(
    HUB,
    ['Quel est le budget du D4SD Hub ?'],
    'ومن يموله؟',
    { holds: ['d4sd'], asks: 'person', drops: ['amount'] },
    'ar',
  ),
  row(ONEPOINT_AR, [WHO_AR], 'et quand ?', { holds: ['onepoint'], asks: 'date', drops: ['person'] }, 'fr'),
  row(ONEPOINT_AR, [WHO_DARIJA], 'fo9ach?', { holds: ['onepoint|وان بوينت'], asks: 'date', drops: ['person'] }, 'ar'),
  row(
    MISTRAL,
    ["Qui a signé l'accord avec Mistral AI ?"],
    'وفين؟',
    {
      holds: ['mistral|ميسترال'],
      asks: 'place',
      drops: ['person'],
    },
    'ar',
  ),
  row(
    WATER_AR,
    ['كم كلفة تزويد جماعة آيت باها بالماء الصالح للشرب؟'],
    "Qui l'a signée ?",
    {
      holds: ['آيت باها|بالماء'],
      asks: 'person',
      drops: ['amount'],
    },
    'fr',
  ),
  row(
    WATER,
    ["Que prévoit la convention sur l'eau potable d'Aït Baha ?"],
    'شكون وقعها؟',
    {
      holds: ['ait baha'],
      asks: 'person',
    },
    'ar',
  ),
  row(ONEPOINT_AR, [WHO_AR], 'Quels accords ont été signés à Rabat ?', null, 'fr'),
];

/** All conversations, by the language that the question is asked in; in the last group the language changes. */
export const CONVERSATIONS: Readonly<
  Record<string, { readonly language: Language; readonly all: readonly Conversation[] }>
> = {
  French: { language: 'fr', all: FRENCH },
  Arabic: { language: 'ar', all: ARABIC },
  Darija: { language: 'ar', all: DARIJA },
  Arabizi: { language: 'ar', all: ARABIZI },
  'other ways to go on': { language: 'fr', all: MORE },
  'changing language': { language: 'fr', all: SWITCHES },
};
