// The words by which people address, introduce and soften a question: they say nothing about what is asked for. Unlike stop words
// they may well say something in a text, and so stay in the index.
import { arabiziToArabic } from './darija.ts';
import { foldText } from './fold.ts';

const list = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

/** Darija in Latin letters. */
const ARABIZI = list(`
    khoya khouya khti khouti salam slm salut 3afak 3afakom lah yrhem yr7em lwalidin nsewel nsewwel swl n3ref ne3ref nfhem fhemt
    fhemni hder hdr kayhder kayhdro kiyhdro hadra kaygol kaygolo kaygoulo gallia galo sm3t sme3t zaama za3ma mzyan 7aja haja
    chi7aja sahbi sa7bi l9adiya 9adiya bghit bghina momkin mumkin tcher7 chre7 cher7 info infos
  `);

/** All as `foldText` leaves them. Words that can name what is asked for (aide, demande, بحث, علم) stay out. */
const ASKING_WORDS: ReadonlySet<string> = new Set([
  ...list(`
    truc trucs machin chose choses bref sert sait savez sais savoir connaitre connaissez connais comprendre comprends compris
    comprend cherche cherchez renseigner renseignement renseignements renseignez info infos question questions demander voudrais
    aimerais souhaite souhaiterais curieux entendu lu vu parait semble vraiment exactement precisement concretement simplement
    juste interesse interessee aidez madame monsieur cher chers coucou hello salam slt bjr bsr stp cdt cordialement rapidement
    expliquer resume resumer detail details preciser texte textes passage dite dites indique mentionne mentionnee precise evoque
    evoquer raconter peux pouvez quelqu
  `),
  ...list(`
    السلام سلام الله الخير استاذ معرفه وعليكم عليكم ورحمه وبركاته مرحبا اهلا صباح مسا تحيه طيبه اخي اختي استاذي سيدي سيدتي سوال اسال اسالكم استفسار
    استفسر اعرف نعرف علمت سمعت قرات رايت بلغني افهم فهم اشرح اشرحوا وضح وضحوا توضيح موجز باختصار اختصار ايجاز تفاصيل تفصيل
    معلومات معلومه المعلومات بالضبط تحديدا فعلا حقا ممكن الممكن ساعدوني ساعدني محتاج احتاج ابحث اعد عرضا رايكم يذكر تذكر يتحدث
    تتحدث يقال
  `),
  ...list(`
    خويا خوتي ختي عافاك يخليك يرحم الوالدين سولت نسول بغيت نعرف نفهم قولو ليا عرفت سمعت قاليا قالو كيهضر كيهضرو هضره هضر كيقولو
    كيقول زعما مزيان حاجه شي تشرح شرحو ليا فهمت فهموني اصاحبي صاحبي لالا سيدي السي معا كتقول كتقولو كيقصدو
  `),
  ...ARABIZI,
  // A question in Arabizi is read in Arabic script before its words are looked at.
  ...ARABIZI.map((word) => foldText(arabiziToArabic(word))),
]);

/** Whether a word, given as `foldText` leaves it, only serves to ask. */
export const isAskingWord = (folded: string): boolean => ASKING_WORDS.has(folded);
