// What smalltalk is made of: whole messages, folded, in French, English, Arabic and Darija (both scripts).

const list = (text: string): readonly string[] => text.split('|').map((phrase) => phrase.trim());

export const GREETING: readonly string[] = list(`
  bonjour | bonsoir | salut | coucou | hello | hi | hey | salam | slm | salam alaykoum | salam alikoum |
  assalamou alaykoum | salam 3likom | salam 3alaykom | salamo 3alaykom | sbah lkhir | sba7 lkhir | msa lkhir |
  azul | labas | labas 3lik | ca va | comment ca va | comment allez vous | bonne journee | سلام | السلام |
  السلام عليكم | سلام عليكم | وعليكم السلام | السلام عليكم ورحمه الله | السلام عليكم ورحمه الله وبركاته | مرحبا |
  مرحبا بك | اهلا | اهلا وسهلا | صباح الخير | مساء الخير | صباح النور | تحيه طيبه | كيف حالك | كيف الحال | لاباس |
  لاباس عليك | كيداير | كي داير | كيف داير | ازول | هاي | الو
`);

export const THANKS: readonly string[] = list(`
  merci | merci beaucoup | merci bien | mille mercis | un grand merci | je vous remercie | je te remercie |
  parfait | super | tres bien | bravo | thanks | thank you | ok | d'accord | chokran | choukran | chokran bzaf |
  shukran | baraka lah fik | lah y3tik saha | tbarkellah 3lik | شكرا | شكرا جزيلا | شكرا لك | شكرا لكم | شكرا بزاف |
  مشكور | اشكرك | اشكركم | جزاك الله خيرا | بارك الله فيك | الله يعطيك الصحه | تبارك الله عليك | ممتاز | احسنت |
  حسنا
`);

export const FAREWELL: readonly string[] = list(`
  au revoir | a bientot | bonne nuit | bye | adieu | a plus | a demain | bslama | beslama | bye bye | مع السلامه |
  الي اللقاء | وداعا | بسلامه | بالسلامه | تصبح علي خير | في امان الله
`);

export const IDENTITY: readonly string[] = list(`
  qui es tu | qui etes vous | tu es qui | vous etes qui | t'es qui | c'est quoi mithaq | qu'est ce que mithaq |
  mithaq c'est quoi | es tu un robot | etes vous un robot | tu es un robot | es tu une ia | quel est ton nom |
  comment tu t'appelles | comment t'appelles tu | presente toi | presentez vous | qui t'a cree | who are you |
  what are you | chkoun nta | chkoun nti | chkoun ntouma | chno smitek | chnou smitek | ach smitek |
  wach nta robot | wach nta bot | من انت | من انتم | من تكون | ما اسمك | ما هو اسمك | هل انت روبوت | هل انت انسان |
  هل انت الي | ما هو ميثاق | ما ميثاق | عرف بنفسك | عرفنا بنفسك | من صنعك | شكون انت | شكون نتا | شكون نتي |
  اش سميتك | شنو سميتك | واش نتا روبو | واش انت روبوت | شنو هو ميثاق
`);

export const CAPABILITIES: readonly string[] = list(`
  aide | aide moi | aidez moi | help | que sais tu faire | que peux tu faire | que pouvez vous faire |
  que savez vous faire | qu'est ce que tu sais faire | qu'est ce que tu peux faire |
  qu'est ce que vous savez faire | tu sais faire quoi | tu peux faire quoi | tu fais quoi | comment ca marche |
  comment tu marches | comment t'utiliser | comment vous utiliser | a quoi sers tu | a quoi tu sers |
  a quoi servez vous | que puis je te demander | que puis je demander | que puis je vous demander |
  comment poser une question | what can you do | chno t9der dir | chnou t9der dir | ach t9der dir | ach kat3ref |
  chno kat3ref | chnou kat3ref dir | kifach nsta3mlek | 3awni | 3aweni | مساعده | ساعدني | ساعدوني |
  ماذا تستطيع ان تفعل | ماذا يمكنك ان تفعل | ماذا يمكنك | ماذا تفعل | ما الذي يمكنك فعله | ماذا تستطيع | ماذا تعرف |
  بماذا تساعدني | بماذا يمكنك مساعدتي | كيف تساعدني | كيف يمكنك مساعدتي | كيف تعمل | كيف استعملك | كيف استخدمك |
  عن ماذا يمكنني ان اسال | ماذا يمكنني ان اسال | ما هي قدراتك | شنو تقدر دير | اش تقدر دير | شنو كتعرف | شنو كدير |
  كيفاش نستعملك | كيفاش خدام | عاوني | عاونني
`);

/** Words that may stand beside a phrase without making it a question. */
export const FILLERS: ReadonlySet<string> = new Set(
  list(`
  a | tous | toi | vous | mithaq | le | bot | et | svp | stp | s'il | te | plait | beaucoup | bien | ميثاق | يا |
  و | بكم | جميعا | اخي | خويا | لك | من | فضلك | عافاك | لو | سمحت | khoya | 3afak
`),
);
