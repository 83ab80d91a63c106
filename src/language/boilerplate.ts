// Recognises the furniture of web sites in Arabic, French and English (menus, share buttons, cookie notices, copyright
// lines), which must never be quoted. Hides the phrases. An agreement may well speak of cookies, newsletters or sharing, so
// a phrase counts only where furniture has it: alone on its line, or at the start of a short one.
import { foldText } from './fold.ts';

/** Furniture is short; a line that opens with a pointer to another article holds that article's title too. */
const LONGEST_SHORT = 90;
const LONGEST_POINTER = 200;
const LONGEST_NOTICE = 320;

/** One pattern a line, matched against text as `foldText` leaves it. */
const anyOf = (patterns: string): string =>
  `(?:${patterns
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('|')})`;

const ALONE = anyOf(`
  newsletter|publicite|annonce|advertisement|sponsorise|contenu sponsorise|partager|share|tweet(er)?|imprimer|print
  menu|accueil|home|contact(ez[ -]nous)?|contact us|recherch(e|er)|search|a propos|about( us)?|plan du site|sitemap
  connexion|se connecter|log ?in|sign ?(in|up)|deconnexion|inscription|s'inscrire|s'abonner|subscribe|abonnez[ -]vous
  suivez[ -]nous|follow us|mentions legales|politique de confidentialite|privacy policy|politique (de|des) cookies|cookie policy
  gestion des cookies|cookies|conditions (generales )?d'utilisation|terms (of use|of service|and conditions)|cgu
  haut de page|retour( en haut| a l'accueil)?|back to top|precedent|suivant|next|previous|skip to (main )?content
  lire la suite|read more|en savoir plus|learn more|voir (plus|tout|aussi)|see (more|also)|lire aussi|a lire (aussi|egalement)
  articles? (similaires?|lies?|connexes?)|related (articles?|posts?)|sur le meme (sujet|theme)|les plus lus|most read
  commentaires?|comments?|laisser un commentaire|leave a (comment|reply)|repondre|tags?|mots[ -]cles
  aller au contenu( principal)?|loading|chargement|telecharger l'application|temps de lecture
  مشاركه|شارك|شاركها|انشر|غرد|طباعه|اطبع|الرييسيه|القايمه|اتصل بنا|تواصل معنا|من نحن|حول الموقع|بحث|ابحث
  تسجيل الدخول|تسجيل الخروج|اشترك( الان)?|اشتراك|تابعنا|تابعونا|اعلان|اعلانات|اشهار|محتوي مدفوع|حمل التطبيق|النشره البريديه
  اقرا ايضا|اقراوا ايضا|اقرا المزيد|المزيد|قراه المزيد|شاهد ايضا|طالع ايضا|مواضيع (ذات صله|مشابهه|متعلقه)|مقالات (ذات صله|مشابهه)
  اخبار ذات صله|الاكثر (قراه|مشاهده)|التعليقات|تعليقات|اترك تعليقا|اضف تعليقا|اكتب تعليقك|رد|السابق|التالي|الكلمات المفتاحيه|وسوم|الوسوم
  سياسه الخصوصيه|سياسه ملفات تعريف الارتباط|شروط الاستخدام|شروط الاستعمال|خريطه الموقع|العوده الي الاعلي
`);

const NETWORK = anyOf(`
  facebook|twitter|x|linkedin|whatsapp|telegram|instagram|youtube|tiktok|e[ -]?mail|mail|messenger|copier|copy
  فيسبوك|الفيسبوك|فايسبوك|تويتر|واتساب|الواتساب|تلغرام|تيليغرام|انستغرام|يوتيوب|لينكدان|لينكد ان|البريد( الالكتروني)?
`);
const JOINING =
  '(?:sur|on|via|par|with|avec|et|and|ou|or|le|la|les|cet|this|article|page|lien|link|علي|عبر|في|و|منصه|هذا|المقال|الخبر|الصفحه)';

/** Openings that furniture alone has, on lines that may name an agreement. */
const POINTERS = anyOf(`
  ©|\\(c\\) ?(19|20)\\d\\d|copyright|credits? photos?
  (a )?lire (aussi|egalement)|voir (aussi|egalement) ?:|read also|also read|vous (aimerez|pourriez) aussi|you may also like
  اقرا(وا)? (ايضا|كذلك)|شاهد(وا)? ايضا|طالع(وا)? ايضا|قد يهمك|قد يعجبك
`);

/** Openings that furniture has on short lines. */
const OPENINGS = anyOf(`
  (partagez?|share|partager) (sur|on|via|cet article|ce contenu|this (article|post|page))
  (suivez|rejoignez|retrouvez)[ -]nous (sur|on)|follow us|join us on|abonnez[ -]vous|inscrivez[ -]vous (a|pour|gratuitement)
  subscribe (to|now)|sign up (for|to)|recevez (notre|nos|la|toute|chaque|les)|receive our|get (our|the latest)
  s'(abonner|inscrire) a (la|notre|nos) (newsletter|lettre)|ne (ratez|manquez) (rien|pas|aucun)|don't miss
  telechargez (notre|l') ?appli|download (our|the) app|cliquez ici|click here|lire (la suite|plus)|read more|en savoir plus|decouvrez plus
  accept(er|ez)? ((tous|tout|all|les|nos) )*cookies|(tout|accept) (accepter|refuser|all)|j'accepte|i agree|continuer sans accepter
  (refuser|parametrer|gerer|personnaliser|manage|reject) ((tous|all|les|mes) )*(cookies|preferences|consent)
  publicite( ?:|$)|annonce sponsorisee|article sponsorise|mots[ -]cles ?:|tags ?:|photo ?:|source photo
  publie le \\d|publie par .{1,40}(le \\d|$)|mis a jour le \\d|modifie le \\d|temps de lecture|reading time|par la redaction$
  \\d+ ?(min|minutes?) (de lecture|read)|\\d+ (commentaires?|comments?|vues?|views|partages?|shares?)$
  laissez? (un|votre) commentaire|votre adresse e[ -]?mail|your email address|veuillez activer javascript|please enable javascript
  (شارك|شاركوا|انشر) ((هذا|هذه) )?(المقال|الخبر|الموضوع|الصفحه|مع اصدقايك|علي (ال)?فيسبوك|عبر)|تابعو?نا (علي|عبر|في)
  تابع (اخر|احدث|قناتنا|صفحتنا)|انضم(وا)? (الي (قناتنا|صفحتنا)|الينا)|اشترك(وا)? (الان|معنا|بنشرتنا|بالنشره|في (نشرتنا|النشره|قناتنا))
  سجل (بريدك|الان|في النشره)|للاشتراك في|حمل(وا)? (تطبيق|التطبيق)|لا تفوت|احصل علي اخر|اقرا(وا)? المزيد|لقراه المزيد|للمزيد من (الاخبار|المعلومات|التفاصيل)
  اضغط هنا|انقر هنا|قبول (جميع|كل|ملفات)|رفض (جميع|كل) ملفات|اعدادات ملفات|حقوق (النشر|الطبع)( والنشر)? محفوظه|الكلمات (المفتاحيه|الدلاليه)
  لن يتم نشر عنوان|الحقول الالزاميه|نشر (في|بتاريخ) ?:? ?\\d|اخر تحديث|مده القراه|يرجي تفعيل
`);

/** Whole notices, wherever they begin in a line that is not too long. */
const NOTICES = anyOf(`
  tous droits (de reproduction )?reserves|all rights reserved|جميع الحقوق محفوظه|كل الحقوق محفوظه|كافه الحقوق محفوظه
  (ce|notre|nos|le) sites?( web| internet)? (utilise|utilisent|a recours a|depose) (des|les) cookies|nous utilisons (des|les) cookies
  en (poursuivant|continuant) (votre|a) (navigation|naviguer|utiliser)|this (site|website) uses cookies|we use cookies|by continuing to (use|browse)
  (يستخدم|يستعمل) (هذا )?الموقع ملفات|نستخدم ملفات تعريف|(هذا|موقعنا) (الموقع )?(يستخدم|يستعمل) (ملفات|الكوكيز)|باستمرارك في (تصفح|استخدام)
  (abonnez|inscrivez)[ -]vous a (notre|la|nos) (newsletter|lettre|infolettre|chaine)|اشترك(وا)? في (نشرتنا|النشره البريديه|قناتنا)
`);

/** Speaks of parties and obligations, as agreements do and furniture does not. */
const AGREEMENT = new RegExp(
  anyOf(`
    (^|[\\s'])(parties?|partenaires?|signataires?|convention|memorandum|protocole|ministere|conformement|s'engage(nt)?|engagements?|doit|doivent|vise(nt)?|prevoi(t|ent))(?=[\\s.,;:]|$)
    (^|\\s)[ولب]?(ال|لل)?(اطراف|طرفان|طرفين|اتفاقيه|مذكره|بروتوكول|وزاره|ماده|شراكه)(?=[\\s.،؛:]|$)
    (^|\\s)(تلتزم|يلتزم|تتعهد|يتعهد|تهدف|يهدف|تنص|ينص)\\s
  `),
  'u',
);

const EDGE = '[\\s>»›|•·*#←→▶►:!.…,()\\[\\]_-]*';
const BETWEEN = '[\\s:|•·,/&+-]+';
const IS_ALONE = new RegExp(`^${EDGE}${ALONE}(?:${BETWEEN}(?:${ALONE}|${NETWORK}|${JOINING}|\\d+))*${EDGE}$`, 'u');
const IS_NETWORKS = new RegExp(`^${EDGE}${NETWORK}(?:${BETWEEN}${NETWORK})+${EDGE}$`, 'u');
const IS_POINTER = new RegExp(`^${EDGE}${POINTERS}`, 'u');
const IS_OPENING = new RegExp(`^${EDGE}${OPENINGS}`, 'u');
const HAS_NOTICE = new RegExp(`(?:^|[\\s.©«"(|-])${NOTICES}`, 'u');

/** Whether a line or sentence is site furniture and not part of a text. */
export const isBoilerplate = (text: string): boolean => {
  const folded = foldText(text).replace(/\s+/gu, ' ').trim();
  if (folded === '' || folded.length > LONGEST_NOTICE) return false;
  if (IS_ALONE.test(folded) || IS_NETWORKS.test(folded)) return true;
  if (folded.length <= LONGEST_POINTER && IS_POINTER.test(folded)) return true;
  if (AGREEMENT.test(folded)) return false;
  return HAS_NOTICE.test(folded) || (folded.length <= LONGEST_SHORT && IS_OPENING.test(folded));
};
