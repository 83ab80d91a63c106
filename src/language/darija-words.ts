// Everyday Darija words with the standard Arabic that the texts use: from Arabic script (keys as `foldText` leaves them) and
// from Latin letters. Small on purpose: what is not here is transliterated or left as it is.

const dictionary = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split(/[\n,]/u)
      .map((pair) => pair.trim())
      .filter((pair) => pair !== '')
      .flatMap((pair) => {
        const [from = '', to = ''] = pair.split('=').map((side) => side.trim());
        return from.split(' ').map((word) => [word, to] as const);
      }),
  );

/** Words that Darija keeps between others and standard Arabic does without are given as nothing. */
export const DARIJA_TO_STANDARD = dictionary(`
  شكون = من, شنو شنوا اشنو اشنه اش = ما, شنهو شنهي شنيا = ما هي, اشمن شمن = أي, فين فاين = أين, منين = من أين, فوقاش فوقتاش وقتاش امتي ايمتا ايمتي امتا = متى
  شحال بشحال = كم, علاش = لماذا, كيفاش كي = كيف, واش وش = هل, ديال تاع متاع نتاع = , ديالو = له, ديالها = لها, ديالهم = لهم, ديالنا = لنا, ديالكم = لكم, ديالك = لك
  لي اللي = الذي, هاد هاذ = هذا, هادي = هذه, هادو = هؤلاء, هاديك هديك ديك = تلك, هاداك هداك داك = ذلك, هادشي = هذا, داكشي ديكشي = ذلك, كاين كاينه كاينين = يوجد, غادي غا غاديه غاديين = سوف
  باش = لكي, حيت حيتاش لحقاش = لأن, يلا ايلا = إذا, ملي منلي فاش = عندما, بزاف = كثيرا, شويه = قليلا, شي = , ف = في, غي = فقط, دابا = الآن, والو = لا شيء, هوما = هم, بحال = مثل, بلا = بدون
  بغيت بغينا = أريد, نعرف = أعرف, قول عاود = اذكر, ليا = لي, عطيني = أعطني, عافاك عفاك = من فضلك, خاصني = أحتاج, كان كانت = كان
  خدمه لخدمه = شغل, الخدمه = الشغل, فلوس = تمويل, الفلوس لفلوس = التمويل, تمن الثمن = قيمة, قرايه لقرايه القرايه = التعليم, دراري = تلاميذ, الدراري = التلاميذ, عيالات = نساء, العيالات = النساء
  سينا سني تسينا تسيني تسينات تسيناو سيناو سينات = توقيع, سينياتور السينياتور سينياتير السينياتير السنياتور = التوقيع, تفق تفقو تفقات تفاهمو = اتفاق, تلاقاو = اجتماع
  دار دارت دارو دير = أبرم, عطات عطا عطاو = مساهمة, تحطات تحط = مبلغ, صرفات صرفو = أنفقت, تخلص كيخلص خلصو = أجر, ربحو كيربحو = استفادة, يستافدو كيستافدو تستافد = يستفيد, تخدم يخدمو نخدم = توظيف
  كيقراو يقراو = يدرسون, يلقاو نلقي = إيجاد, كيعاون يعاون = مساعدة, دواو هضرو كيهضرو = تحدثوا, حلو يحلو = افتتاح, بداو بدات = بدأت, تطلق تطلقات = إطلاق, سالا تسالا = انتهى, نتسجل = التسجيل
  مول = صاحب, راس = رأس, نهار = يوم, البارح = أمس, سيمانه = أسبوع, بلاصه بلاصت = مكان, جداد الجداد = جديدة, صغار الصغار = الصغيرة, كبار = كبيرة, بنادم = شخص, ناس = أشخاص
  كازا = الدار البيضاء, الهاب هاب = مركز, الداتا داتا = بيانات, سنتر السنتر = مركز, سنترات = مراكز, كونكور = مباراة, ستاج = تدريب, بروجي البروجي = مشروع, سيستيم = نظام, ناويه = تعتزم, يولي = يصبح
  لابطوب = حاسوب, ابليكاسيون = تطبيق, بوسط = منصب, شوماج = بطالة, مينيستر = وزير, كونفونسيون = اتفاقية, كونترا = عقد, ورقه وراق = وثيقة, سيرفور سيرفورات = خوادم, حاجه = شيء
`);

/** Arabizi words, in small letters. */
export const ARABIZI_TO_ARABIC = dictionary(`
  chkoun chkon chkoune achkoun = من, chno chnou chnu chnowa achno achnou ach ash = ما, achmen achman ashmen chmen = أي, fin fine fayn feen = أين, mnin = من أين, howa howwa = هو, hiya hya = هي
  fo9ach fou9ach fo9ash fuqach foqach wa9tach weqtach wqtach imta emta wa9t = متى, ch7al chhal cha7al sh7al = كم, 3lach 3lash = لماذا, kifach kifash kidayr = كيف, wach wash = هل
  dyal dial diyal d dyl = , dyalo = له, dyalha = لها, dyalhom = لهم, dyalna = لنا, dyalek dyalk = لك, li lli lly = الذي, had hada = هذا, hadi = هذه, hado = هؤلاء, hadik dik = تلك, hadak dak = ذلك
  kayn kayna kaynin = يوجد, ghadi ghadya ghadyin = سوف, bach bash = لكي, bghit bghina = أريد, n3ref = أعرف, n9der = يمكن, bzaf bezzaf = كثيرا, chi chy = , daba = الآن, walo walou = لا شيء, hta 7ta = حتى, homa = هم
  f fi = في, ia = الذكاء الاصطناعي, nta nti = أنت, ma = ما, wa = و, w o = و, b = ب, m3a ma3a = مع, 3la = على, men mn = من, 3nd 3end = عند, wla wella = أو, ila yla = إذا, goul gol goulia = اذكر, lia liya = لي, 3afak 3afakom = من فضلك, fih fiha fihom = فيه, menno = منه
  wizara wizarat = وزارة, wazir = وزير, wazira = وزيرة, ra2is rais = رئيس, ra2isa = رئيسة, modir = مدير, jiha = جهة, char9 = الشرق, maghrib = المغرب, dawla = دولة, 7okouma hokouma = الحكومة, charika = شركة, madina mdina = مدينة
  ittifa9 tfa9 tfa9at tfa9o tfa9na = اتفاق, ittifa9iya ittifa9iyat itifa9iya = اتفاقية, mo3ahada = معاهدة, moudakira = مذكرة, charaka = شراكة, ta3awon = تعاون, i3lan = إعلان, machro3 machrou3 = مشروع, barnamaj = برنامج
  sinna sina sna tsina tsinat tsinaw sinat sinaw wa9e3 wa9a3 tawqi3 taw9i3 = توقيع, daret dart daro dar = أبرم, ndir = أفعل, sahem = مساهمة, khtem = اختتام, mcharkin mcharka = مشاركة, ystafd ystafdo = يستفيد, ybniw bna = بناء
  tbda bda = تبدأ, ja = يوجد, 7afl hafl = حفل, majal = مجال, majalat = مجالات, ma3had = معهد, jami3a = جامعة, jami3at = جامعات, markaz = مركز, madrasa mdrasa = مدرسة, 9raya = دراسة, ta3lim = التعليم, ta9a taqa = طاقة
  motajadida = متجددة, sina3a = الصناعة, ra9mana = الرقمنة, ra9mi ra9miya = رقمي, tijara = التجارة, filaha fila7a = الفلاحة, fila7i = الفلاحي, banka = بنك, 9ard = القرض, dakaa = ذكاء, istina3i = اصطناعي, mo3tayat = معطيات, bayanat = بيانات
  khedma khdma = شغل, choghl = شغل, flous = تمويل, mizaniya = ميزانية, taman = قيمة, snin = سنوات, 3am = عام, chher chhar = شهر, nhar = يوم, lyoum = اليوم, tarikh = تاريخ, blasa blast = مكان, drari = تلاميذ, nas = أشخاص, nisa = نساء
  chabab = شباب, mohandis = مهندس, mohandisin = مهندسين, ostad = أستاذ, sla = سلا, fes = فاس, meknes = مكناس, ifrane = إفران, casa = الدار البيضاء, nador = الناظور, rabat = الرباط, jazari = الجزري, 7aja haja = شيء, 3mer = عمر
`);
