// The words that make a follow-up, and those that any agreement can be asked about with; French, Arabic, Darija in both scripts. All
// stand here as people write them and are compared as `foldText` leaves them.
import { foldText } from '../../language/fold.ts';

const words = (text: string): ReadonlySet<string> => new Set(foldText(text).trim().split(/\s+/u));

/** Question words that can be taken from a question and leave a clause: who, when, where, how, why, whether. */
export const SIMPLE_QUESTION_WORDS = words(`
  qui quand où comment pourquoi
  من متى أين كيف لماذا هل
  شكون فين فاين منين فوقاش فوقتاش وقتاش إمتى إيمتى امتا علاش كيفاش واش
  chkoun chkon chkoune achkoun fin fine fayn feen mnin fo9ach fou9ach fo9ash fuqach foqach wa9tach weqtach wqtach imta emta
  3lach 3lash kifach kifash wach wash
`);

/** Question words that take a noun or a clause along: what, which, how many. */
export const OTHER_QUESTION_WORDS = words(`
  que qu quoi quel quelle quels quelles combien lequel laquelle lesquels lesquelles auquel duquel
  ما ماذا كم أي أية بماذا علام لمن ممن عم ماهو ماهي بكم
  شنو شنوا أشنو آش اش اشمن أشمن شمن شنهو شنهي شنيا شحال بشحال فاش لاش باش
  chno chnou chnu achno achnou ach achmen achman ashmen chmen ch7al chhal cha7al fach bch7al
`);

/** Question words and particles of Arabizi: with nothing else they are not French. */
export const ARABIZI_WORDS = words(`
  chkoun chkon chkoune achkoun fin fine fayn feen mnin fo9ach fou9ach fo9ash fuqach foqach wa9tach weqtach wqtach imta emta 3lach 3lash
  kifach kifash wach wash chno chnou chnu achno achnou ach achmen achman ashmen chmen ch7al chhal cha7al fach bch7al
  w o wa m3a dyal had hadchi howa hiya kayn kayna kaynin li f b d
`);

/** What asks for more of the same. */
export const MORE = words(`
  détails détail précise préciser précisez explique expliquez expliquer développe continue continuez exemple exemples
  تفاصيل تفصيل وضح وضحوا أكثر المزيد اشرح اشرحوا زيد زيدني شرح شرحو مثال tafasil chre7 cher7 zid zidni
`);

/** What a bare question may measure by: à quelle date, pour combien de temps. */
export const MEASURES = words(`
  date jour année mois temps heure endroit lieu ville durée
  يوم تاريخ سنة عام شهر وقت مكان مدينة
`);

/** Of several: how many. What they count stands behind them. */
export const COUNTING_WORDS = words('combien كم شحال ch7al chhal cha7al');

/** Relatives and copulas behind a question word: شكون اللي, من هو, chkoun li. */
export const AFTER_QUESTION_WORD = words('لي اللي الذي التي الذين هو هي هم li lli lly');

/** Arabic question words with a noun behind them. */
export const TAKES_NOUN = words('أي أية كم أشمن اشمن شمن achmen achman ashmen chmen');

/** What a clause about a noun begins with. */
export const RELATIVES = words('الذي التي الذين اللي لي dont qui que li lli lly');

/** What an answer of one word begins with: nothing hangs on it. */
export const INTERJECTIONS = words(`
  ok okay oki ah oh oui non bon bien super parfait merci compris entendu
  شكرا طيب حسنا جيد نعم واخا صافي ايوا إيوا اوكي wakha safi chokran choukran iwa mzyan
`);

/** Conjunctions that go on with what was said. */
export const CONJUNCTIONS = words('et mais alors donc puis ensuite sinon و ثم لكن ولكن w o walakin');

/** Words that only look as if the conjunction were written onto them. */
export const BEGIN_WITH_WAW = words(
  'ولد ولدي ولدك ولاد ولادي ولادنا وليداتي والدي والدتي وجدة ورزازات والو ولو وحدة واحد',
);

/** Nouns for the whole agreement. */
export const AGREEMENT_NOUNS = words(`
  accord convention mémorandum memo memorandum mou protocole déclaration partenariat contrat traité entente
  اتفاق اتفاقية مذكرة بروتوكول إعلان شراكة عقد معاهدة
  كونفونسيون كونترا لاكور
  ittifa9 ittifa9iya itifa9iya ittifaq tfa9 lmoudakira moudakira lmodakira lprotocole lconvention laccord lmemorandum charaka lcharaka
  lprotocol protocol lakor
`);

/** Several agreements at once: a question about them is a new one. */
export const AGREEMENTS = words(`
  accords conventions mémorandums protocoles déclarations partenariats contrats traités
  اتفاقات اتفاقيات مذكرات بروتوكولات شراكات عقود معاهدات ittifa9iyat tfa9at
`);

/** What an agreement makes or is about, as it is spoken of once it has been named. */
export const THINGS = words(`
  projet programme institut centre hub plateforme stratégie initiative mesure texte document pôle école établissement fonds
  مشروع برنامج معهد مركز منصة استراتيجية مبادرة نص وثيقة قطب مدرسة مؤسسة صندوق بروجي هاب
  lprojet lprogramme linstitut lcentre lhub lmachro3 machro3 lbarnamaj barnamaj lma3had ma3had lmarkaz markaz lplateforme
`);

/** Nouns of time and the like, which "this" only points at: cette année, هذا العام. */
export const TIMES = words(`
  année mois jour semaine soir matin an fois pays matière sens cas effet point date temps moment saison période époque week weekend
  عام سنة شهر يوم أسبوع بلد سياق صدد مجال حال نهار سيمانة وقت أيام ليلة موسم فترة أسابيع سنوات 3am l3am nhar lyoum chhar lwe9t sana simana
`);

/** Bodies that are named by what follows: ministère de la Santé, وزارة الصحة. */
export const BODIES = words(`
  ministère ministre université région commission agence office banque société entreprise groupe fondation institut ville commune
  province organisation conseil association fédération hôpital académie caisse fonds programme groupement
  وزارة وزير جامعة جهة لجنة وكالة مكتب بنك شركة مقاولة مجموعة مؤسسة معهد مدينة جماعة إقليم منظمة مجلس جمعية مستشفى أكاديمية صندوق هيئة
  برنامج مركز wizarat wizara jami3at charikat ma3had
`);

/** Pronouns that stand for something said before, whatever follows. */
export const POINTING_WORDS = words(`
  فيه فيها فيهم منه منها منهم عليه عليها عليهم عنه عنها عنهم به بها بهم معه معها إليه إليها خلاله بموجبه بموجبها
  ديالو ديالها ديالهم دياله تاعو تاعها منو عليهم بيه بيها معاه معاها
  fih fiha fihom mnno menno mnha menha 3lih 3liha 3lihom dyalo dyalha dyalhom diyalo bih biha m3ah m3aha
`);

/** "This" and "that" before a noun. */
export const DEMONSTRATIVES = words(`
  ce cet cette ces هذا هذه ذلك تلك هاد هاذ هادي هاديك هاداك داك ديك had hadi hadik hadak dak dik
`);

/** "This" and "that" alone. */
export const LONE_DEMONSTRATIVES = words('هادشي هاديك هاداك داكشي hadchi hadshi dakchi ceci cela');

export const FRENCH_PRONOUNS = words('il elle ils elles lui eux');
export const FRENCH_POSSESSIVES = words('son sa ses leur leurs');
export const FRENCH_REPLACEMENTS = words('celui celle ceux celles');
export const FRENCH_ARTICLES = words('le la les l du des au aux un une');
export const FRENCH_DETERMINERS = words('le la les l du des au aux un une mon ma mes notre nos votre vos');
const FRENCH_AUXILIARIES = 'a|ont|avait|avaient|aura|auront|est|sont';

/** "Il" and "y" of "il y a", "il faut", "s'agit-il", "est-il possible", which stand for nothing: against a text between spaces. */
export const EMPTY_PRONOUNS =
  /(?<= )(?:il y (?:a|aura|avait|en)|y a (?:t il|t elle)|y aura t il|y avait t il|y en a|il faut|faut il|il s agit|s agit il|il existe|existe t il|(?:il est|est il) (?:possible|vrai|permis|interdit|obligatoire|necessaire)|en est il|sa majeste|il fait (?:beau|froid|chaud)|temps fait il|temps fera t il|il (?:va |pourrait )?(?:pleu|neige)\p{L}*|il est question|est il question)(?= )/gu;

/** "L'a signé", "qui le finance": an article that is a pronoun. */
export const FRENCH_CLITIC = new RegExp(
  `(?<= )(?:l (?:${FRENCH_AUXILIARIES})|les (?:a|ont)|qui (?:le|la|les|l)) `,
  'u',
);

/** "Le ministère l'a signé": not the ministry. */
export const FRENCH_OBJECT = new RegExp(
  `(?<= (?!qui|quand|ou|comment|pourquoi)\\p{L}+) l (?:${FRENCH_AUXILIARIES}) `,
  'u',
);

/** "Ça dure", "c'est quand", and "en bénéficie". */
export const FRENCH_NEUTER =
  /(?<= )(?:ca|cela|c (?:est|etait|sera)|en (?:beneficie\p{L}*|parle|fait partie|est|sont)) /u;

/** "هل هو", "wach howa": a subject that was named before. */
export const ARABIC_SUBJECT = /(?<= )(?:(?:هل|واش) (?:هو|هي|هم|هوما)|wach (?:howa|hiya|homa)) /u;

/** Verbs of texts: what says nothing of its subject leaves it to what was said before. */
export const TEXT_VERBS = words(`
  ينص تنص يتضمن تتضمن يشمل تشمل يسري تسري يلزم تلزم كيشمل كتشمل كيتضمن كتتضمن كينص كتنص kaychmel katchmel kaytdamen
`);

/** "The same": le même accord, نفس الاتفاق. */
export const SAME = words('même mêmes نفس nefs nfs');

/** Ways to turn to another: "qu'en est-il de", "ماذا عن", "same question for". Against a folded text. */
export const TURNING =
  /^(?:qu'en est[- ]il (?:pour|de|du|des|d')|quid (?:de|du|des|d')|(?:la )?meme (?:question|chose) (?:pour|avec|sur)|(?:ما|ماذا) (?:عن|بخصوص|بشان)|بالنسبه (?:الي|ل(?=\p{L}|ـ))|نفس (?:السوال|الشي|السوال هذا) (?:عن|حول|مع|ديال|بخصوص|بالنسبه (?:الي|ل))|(?:شنو|اش|اشنو) (?:علي|عن|بخصوص)|(?:chno|chnou|achno|ach) 3la|je (?:parle|parlais|voulais dire|veux dire|voulais parler)(?: de| du| des)?|(?:ا|كن)?قصد(?:ت)?|kan9sed|9sedt)(?=[\s']|(?<=ل))\s*/u;

/** What stands before the other one: with, for, of. Against a folded text. */
export const LINK =
  /^(?:(?:avec|pour|chez|sur|entre|concernant|de|du|des|m3a|ma3a|dyal|dial|diyal|d|3la|مع|معا|ديال|تاع|متاع|عن|حول|بخصوص|لدي|عند|a|au|aux|en|dans|في|ف|f|b|حتي|hta|7ta)(?=\s)|d'(?=\S))\s*/u;

/** What may close a short question. Against a folded text without its last mark. */
export const CLOSING =
  /[\s,،]+(?:alors|aussi|egalement|svp|stp|s'il (?:vous|te) plait|exactement|precisement|au juste|ايضا|كذلك|من فضلك|من فضلكم|عافاك|بالضبط|3afak|zaama|(?:7ta|hta|حتي) \p{L}+)$/u;

const french = String.raw`sign(?:e|ee|es|ees|ent|er|era|ature|atures|ataire|ataires)|conclu\p{L}*|paraph\p{L}*|ratifi\p{L}*|adopt\p{L}*|budgets?|montants?|somme|dur(?:e|ee|ees|er|era|ent)|dates?|objecti\p{L}*|objets?|buts?|finalites?|themes?|sujets?|contenus?|partenaires?|parties?|participants?|lieux?|ville|endroit|jour|annee|mois|temps|heure|couts?|coute\p{L}*|prix|financ\p{L}*|argent|engagements?|obligations?|articles?|clauses?|sanctions?|penalites?|benefici\p{L}*|delais?|calendrier|entree|entre|vigueur|expir\p{L}*|termin\p{L}*|commenc\p{L}*|debut\p{L}*|fini\p{L}*|fin|prend|resili\p{L}*|renouvel\p{L}*|raisons?|interets?|avantages?|roles?|missions?|domaines?|axes?|details?|prev(?:oit|oient|u|ue|us)|contient|concern\p{L}*|porte|portent|vise|visent|parle|passe|passera|situe\p{L}*|trouv\p{L}*|responsables?|existe|quoi|presents?|presentes?|particip\p{L}*|assist\p{L}*|cote|niveau|matiere|cadre|occasion|eu|tenu\p{L}*`;

const arabic =
  '(?:ي|ت)?(?:وقع|موقع|توقيع|ابرم|مبرم|عقد|انعقد|مد|ميزاني|كلف|تكلف|مبلغ|تمويل|ممول|مول|هدف|اهداف|غاي|غرض|موضوع|مضمون|محتوي|تاريخ|مكان|اطراف|طرف|شركا|مستفيد|بنود|بند|مواد|فصول|التزام|عقوب|شروط|نتايج|مجال|محاور|محور|دور|سبب|اسباب|فايد|قيم|ثمن|بدا|بداي|انتها|نهاي|نتهي|نص|تضمن|شمل|اجل|حضر|شارك|دوم|خلص|سينا|تسينا|سيناو|وقعو|دار|دارو|تدار|كان|كاين|كاينين|كون|فلوس|كدوم|كيدوم|كتدوم|كيكون|صالح|دخل|حيز|تنفيذ|سريان|اعلن|جري|تم)(?:ه|ها|هم|هما|و|وه|وها|وهم|ت|ته|تها|تو|تهم|وا|ون|ين|ات|اته|اتها|ان|ا|اوها|اوه|هو)?';

const arabizi =
  'sinn?(?:a|ah|aha|aw|awh|awha|at)|tsin?n?a(?:t|w)?|w[ae]?(?:99?|qq?)[ae]?3(?:o|at|ha|ah|oha|oh|na|ou)?|daro?(?:ha|h)?|dar|tdar(?:t|et)?|l?modd?a|l?bud[gj]et|l?taman|l?hada?f|l?ahdaf|l?flous|l?lflous|l?tarikh|l?blasa|kayn(?:a|in)?|kayen|ykoun|ykono|ykouno|katdoum|kaydoum|tdoum|ydoum|l?mawdo3|l?signataires?|l?partenaires?|l?objectif|l?date|l?taw9i3|l?mizaniya|ykhelless?|ykhles';

/** Words that say what is asked of any agreement: signing, sums, time, aims. Against one folded word without prefixes. */
export const GENERAL = new RegExp(`^(?:${french}|${arabic}|${arabizi})$`, 'u');

/** Words that end a name: they begin what is said of it. Folded. */
export const ENDS_NAME = words(`
  a ont est sont était étaient été sera seront va vont peut peuvent doit doivent qui que qu quoi où quand comment combien pourquoi quel
  quelle quels quelles il elle ils elles se ce c t y en dit dure prévoit prévoient porte vise concerne contient parle comprend signé
  signée signés signées conclu conclue lors depuis dans comme parmi pendant
  وقع وقعت تم متى أين هل من ما ماذا كم لماذا كيف الذي التي الذين في على فيه فيها هو هي ينص تنص يتضمن تتضمن يشمل هدف
  شكون شنو اش فين فوقاش وقتاش شحال علاش كيفاش واش لي اللي تسينا تسينات تسيناو كيهضر كيدير غادي غاديين فاش
  chkoun chno chnou achno ach fin fine fayn fo9ach fou9ach imta ch7al 3lach kifach wach li lli ghadi f fih fiha tsina tsinat tsinaw
  sinna sinaw kaydir kaydiro kathder dar daro daret
`);

/** What joins an agreement to its name. Folded. */
export const NAMING_LINKS = words(`
  avec de du des d sur entre portant relatif relative relatifs concernant
  مع بين حول بشأن بخصوص المتعلق المتعلقة الخاص الخاصة الموقع الموقعة المبرم المبرمة ديال تاع متاع لإحداث لبناء
  m3a ma3a dyal dial diyal d bin
`);

/** Of these it may also be what is said of the agreement: que dit l'accord sur la formation ? Folded. */
export const LOOSE_LINKS = words('sur concernant حول بشأن بخصوص');

/** Verbs after which it is. Folded. */
export const SAYING = words(`
  dit prévoit prévoient contient précise mentionne impose ينص تنص يتضمن تتضمن يقول تقول يذكر كيقول كيهضر kaygol kaygoul
`);

/** What kind of agreement it is, behind the first noun: protocole d'accord, مذكرة تفاهم. Folded. */
export const SECOND_NOUNS = words('accord entente partenariat intention cooperation تفاهم نوايا شراكة اتفاق تعاون');

/** Before these a name is a place where something happens. Folded. */
export const PLACE_LINKS = words('à a au aux en dans في ف f b ب');
