// The function words of French, Arabic, Darija (both scripts) and a little English: words that say nothing about what a
// text is about. All stand here as `foldText` leaves them. Months, numbers and anything that could name a thing stay out.

const list = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

const FRENCH = list(`
  le la les l un une des du de d au aux a et ou ni mais or car donc si que qu quoi qui dont y en ce c cet cette ces cela ca ceci
  celui celle ceux celles ci je j tu te t il elle on nous vous ils elles me m moi toi lui leur leurs eux se s soi son sa ses mon ma
  mes ton ta tes notre nos votre vos ne n pas plus moins tres trop peu aussi ainsi alors encore deja puis ensuite apres avant
  pendant durant depuis lors des dans sur sous par pour avec sans chez entre vers contre hors selon envers parmi jusque jusqu
  lorsque lorsqu puisque puisqu quoique quoiqu comme afin tandis malgre sauf via tout toute tous toutes autre autres meme memes
  tel telle tels telles aucun aucune chaque quelque quelques plusieurs certain certaine certains certaines
  est suis es sommes etes sont ete etait etaient etant sera seront serait seraient soit soient fut furent etre
  ai as avons avez ont avait avaient aura auront aurait auraient ait aient ayant eu eue avoir
  fait font faire faites fais peut peuvent pouvez peux pouvoir pourrait pourraient puis dois doit doivent veux veut voudrais
  va vont aller vais allez bien non oui voici voila ici
  quel quelle quels quelles quand comment combien pourquoi lequel laquelle lesquels lesquelles auquel duquel
  aujourd'hui quelqu'un quelqu'une dit dis dire parle parlez parler donne donnez prevoit prevoient concerne concernent contient contiennent stipule
  explique expliquez signifie raconte svp stp plait merci bonjour bonsoir salut
`);

const ENGLISH = list(`
  the of and to in for with by is was were are be been has have this that these those which who what when where how why from at it its
  does did do can will would there their they you your no not
`);

const ARABIC = list(`
  ينص تنص يتضمن تتضمن معني يعني تعني حدثني اخبرني
  في من علي الي عن مع بين بعد قبل حول عبر خلال ضمن لدي لدينا لديه لديها لديهم عند منذ حتي دون بدون ضد نحو حيث حين حينما عندما كلما بينما
  لان لانه لانها كي لكي لكن لكنه لكنها بل ثم او ام اما ان انه انها انهم انني اننا ليس ليست لم لن لا ما مما بما فيما كما لما ممن عما
  هو هي هم هن هما انا انت انتم انتي نحن اياه هذا هذه هذان هذين هولا ذلك ذاك تلك اوليك هنا هناك هنالك كذلك لذلك بذلك لهذا بهذا بهذه لهذه
  الذي التي اللذان اللذين اللتان الذين اللاتي اللواتي وذلك كان كانت كانوا كانا يكون تكون يكونون كن قد لقد سوف اي ايه ايا كل كلا بعض غير
  سوي ايضا فقط جدا اذا اذ لو لولا الا انما فيه فيها فيهم منه منها منهم عليه عليها عليهم اليها اليهم به بها بهم له لها لهم لي لك لكم لنا
  عنه عنها عنهم معه معها معهم بينه بينها بينهم كليهما كلاهما تم تمت يتم تتم سيتم جري يجري مثل وفق وفقا طبقا بموجب بشان بخصوص حسب نعم
  من ماذا متي اين كيف كم هل لماذا بماذا علام عم مم الام ماهو ماهي يوجد توجد يمكن يمكنك يمكنكم يمكنني ينبغي يجب
  ارجو المرجو اريد اود اذكر فضلك فضلكم سمحت سمحتم تكرمتم رجا شكرا مرحبا
`);

const DARIJA = list(`
  ديال ديالو ديالها ديالهم ديالنا ديالكم ديالك ديالي تاع متاع نتاع د شي لي اللي هاد هاذ هادي هادو هادا هاديك هاداك داك ديك دوك هداك هديك
  هادشي داكشي ديكشي واش وش شكون شنو شنوا شنهو شنهي شنيا اشنو اشنه اش اشمن شمن فين فاين منين فوقاش فوقتاش وقتاش امتي ايمتا ايمتي امتا
  كيفاش كيف كيداير كيدايره شحال علاش بشحال لاش باش حيت حيتاش لحقاش الا يلا ايلا ولا ولكن والو بلا بزاف شويه غير غي عاد دابا تا حتا
  هوما هوا هيا نتا نتي نتوما حنا احنا انا راه راها راهم راهو راني ها كاين كاينه كاينين مكاينش ماكاينش كان غادي غاديه غاديين غا ملي منلي ملين مني
  بحال بغيت بغينا خاصني خاصك ليا ليك ليه ليها ليهم لينا ليكم فيا عندي عندك عندو عندها عندنا عندكم عندهم قول قولي قوليا عافاك عفاك شوف عطيني
  كيدير كتدير ندير ديرو دارت دارو دارتو 
`);

// "fin" (where) is left out: in French text it is "end". So are other Arabizi words that mean something in French.
const ARABIZI = list(`
  chkoun chkon chkoune achkoun chno chnou chnu chnowa chnahowa chnahiya achno achnou ach ash wach wash achmen achman ashmen chmen fine fayn feen mnin
  fo9ach fou9ach fo9ash fou9ash fuqach foqach wa9tach weqtach wqtach w9tach imta imtaa emta ch7al chhal cha7al sh7al kifach kifash kifach kidayr 3lach 3lash
  3la ela dyal dial diyal dyl dyali dyalo dyalha dyalhom dyalna dyalek dyalk dyalkom d f l w b m3a ma3a men mn li lli lly chi chy had hadi hado hada hadik hadak dak dik
  hadchi hadshi dakchi howa howwa huwa hiya hya homa huma ghadi ghadya ghadyin kayn kayna kaynin makaynch bach bash bghit bghina bzaf bezzaf walo walou daba
  7ta hta wla wlla wella wlakin ila yla 3afak 3afakom goul gol goulia lia liya lya lik lih liha lihom lina fih fiha fihom 3nd 3end 3ndo 3ndha 3ndna 3ndhom rah raha ra7 rahom
  nta nti ntouma ana 7na hna chwiya b7al bhal ndir ydir tdir daret dart daro kano
`);

/** French and English function words, without those that are also written in Arabizi. */
export const isLatinFunctionWord = (folded: string): boolean =>
  folded.length > 1 &&
  LATIN_FUNCTION_WORDS.has(folded) &&
  !ARABIZI.includes(folded) &&
  !['ai', 'no', 'ma'].includes(folded);

const LATIN_FUNCTION_WORDS: ReadonlySet<string> = new Set([...FRENCH, ...ENGLISH]);

const STOP_WORDS: ReadonlySet<string> = new Set([...FRENCH, ...ENGLISH, ...ARABIC, ...DARIJA, ...ARABIZI]);

/** Words of two letters that the conjunctions و and ف may stand before; others of that length are words of their own (فهم, وفد). */
const SHORT_AFTER_CONJUNCTION: ReadonlySet<string> = new Set(list('من في لا ما هل هو هي عن مع قد ان او لم لن كل'));

/** Words of their own that look like و or ف before a function word. */
const LOOKS_JOINED: ReadonlySet<string> = new Set(list('والي فعلي'));

/** Whether a word, given as `foldText` leaves it, is a function word of any of the languages. */
export const isStopWord = (folded: string): boolean => {
  if (STOP_WORDS.has(folded) || /^[\u0600-\u06ff]$/u.test(folded)) return true;
  const rest = /^[وف](.+)$/u.exec(folded)?.[1] ?? '';
  return rest.length > 2 ? STOP_WORDS.has(rest) && !LOOKS_JOINED.has(folded) : SHORT_AFTER_CONJUNCTION.has(rest);
};
