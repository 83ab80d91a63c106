// The words by which people address, introduce and soften a question: they say nothing about what is asked for. Unlike stop words
// they may well say something in a text, and so stay in the index.

const list = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

/** All as `foldText` leaves them. */
const ASKING_WORDS: ReadonlySet<string> = new Set([
  ...list(`
    truc trucs machin chose choses genre gros bref sert servir sait savez sais savoir connaitre connaissez connais comprendre comprends
    compris comprend cherche cherchez renseigner renseignement renseignements renseignez info infos information question questions
    demande demander voudrais aimerais souhaite souhaiterais curieux entendu lu vu parait semble vrai vraiment exactement precisement
    concretement simplement juste besoin prepare expose interesse interessee aidez aide aider madame monsieur cher chers coucou hello salam
    slt bjr bsr stp cdt cordialement avance urgent rapidement expliquer resume resumer detail details preciser possible texte textes
    passage dite dites indique mentionne mentionnee precise evoque evoquer raconter peux pouvez pouvez-vous quelqu
  `),
  ...list(`
    السلام سلام وعليكم عليكم ورحمه الله وبركاته مرحبا اهلا صباح مساء الخير تحيه طيبه اخي اختي استاذ استاذي سيدي سيدتي الساده ساده
    سوال اسال اسالكم استفسار استفسر معرفه اعرف نعرف علم علمت سمعت قرات رايت بلغني افهم فهم شرح اشرح اشرحوا وضح وضحوا توضيح
    موجز باختصار اختصار ايجاز تفاصيل تفصيل معلومات معلومه المعلومات بالضبط تحديدا فعلا حقا صحيح ممكن الممكن ساعدوني مساعده ساعدني محتاج
    احتاج ابحث بحث اعد عرضا رايكم نصوص النصوص نص النص مقطع ورد يذكر تذكر ذكر يتحدث تتحدث يقال
  `),
  ...list(`
    خويا خوتي ختي عافاك الله يخليك يرحم الوالدين سولت نسول بغيت نعرف نفهم قولو ليا عرفت سمعت قاليا قالو كيهضر كيهضرو هضره هضر كيقولو
    كيقول زعما صافي مزيان حاجه شي حاجة تشرح شرحو ليا فهمت فهموني اصاحبي صاحبي لالا ا سيدي السي معا كتقول كتقولو كيقصدو
  `),
  ...list(`
    khoya khouya khti khouti salam slm salut 3afak 3afakom lah yrhem yr7em lwalidin nsewel nsewwel swl n3ref ne3ref nfhem fhemt fhemni
    hder hdr kayhder kayhdro kiyhdro hadra kaygol kaygolo kaygoulo gallia galo sm3t sme3t zaama za3ma safi mzyan 7aja haja chi7aja
    sahbi sa7bi a l9adiya 9adiya bghit bghina momkin mumkin tcher7 chre7 cher7 info infos
  `),
]);

/** Whether a word, given as `foldText` leaves it, only serves to ask. */
export const isAskingWord = (folded: string): boolean => ASKING_WORDS.has(folded);
