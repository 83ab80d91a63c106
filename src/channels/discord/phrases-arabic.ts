// What Mithaq says on Discord in Arabic. A line begins with an Arabic word, and what is of the other direction stands in isolates, or the
// line would be set from left to right, or show `ask/`. Hides plurals.
import { arabicCount } from '../counting.ts';
import { MESSENGER_PHRASES } from '../messenger-phrases.ts';
import type { DiscordPhrases, PrivacyFacts } from './phrase-shapes.ts';

/** From here on a wait is told in minutes. */
const MINUTES_FROM_SECONDS = 120;

const wait = (seconds: number): string =>
  seconds < MINUTES_FROM_SECONDS
    ? arabicCount(seconds, { one: 'ثانية واحدة', two: 'ثانيتين', few: 'ثوانٍ', more: 'ثانية' })
    : arabicCount(Math.ceil(seconds / 60), { one: 'دقيقة واحدة', two: 'دقيقتين', few: 'دقائق', more: 'دقيقة' });

const about = ({ keepsQuestions, usesChatModel }: PrivacyFacts): string =>
  [
    'ميثاق برنامج يجيب عن الأسئلة حول الاتفاقيات، ويقتبس أجوبته من نصوصها.\n\nقد يخطئ هذا البرنامج. تحقّقوا من الجواب في المقطع المقتبس. وفي الأمور المهمة، اتصلوا بالإدارة المعنية.\n\nبعض النصوص ملخصات لتقارير صحفية. والملخص ليس النص الرسمي للاتفاقية.\n\nمعطياتكم:',
    '• لا أقرأ إلا ما يوجَّه إليّ: الأوامر، والإشارات إليّ، والرسائل الخاصة، والرسائل التي تختارونها من القائمة.',
    keepsQuestions
      ? '• إذا أبديتم رأيكم في جواب (👍 أو 👎)، يُحفظ رأيكم مع نص السؤال.'
      : '• لا تُحفظ أسئلتكم. وإذا أبديتم رأيكم في جواب (👍 أو 👎)، يُحفظ رأيكم دون نص السؤال.',
    '• إذا صحّح أحد المشرفين جواباً، يُحفظ التصحيح مع السؤال.',
    ...(usesChatModel ? ['• يقرأ نموذج لغوي السؤال لتحرير الجواب.'] : []),
    '• يُستبدل معرّفكم على ديسكورد برمز، ولا يُسجَّل اسمكم.',
    '• تبقى المحادثة والأجوبة في الذاكرة بضع ساعات لفهم ما يليها. لمحوها ومحو آرائكم: \u2068/forget\u2069',
  ].join('\n');

const check: DiscordPhrases['check'] = {
  title: 'ماذا تقول النصوص',
  verdicts: {
    supported: 'تؤكّده النصوص ✅',
    contradicted: 'تقول النصوص غير ذلك ⚠️',
    'not-found': 'لم يرد في النصوص ❔',
  },
  difference: (claimed, stated) => `ورد في الرسالة «${claimed}»، وورد في النص «${stated}».`,
  nothingToCheck: 'لا تتضمّن هذه الرسالة ما يمكن التحقق منه.',
  notChecked: (count) => {
    const sentences = arabicCount(count, { one: 'جملة واحدة', two: 'جملتين', few: 'جمل', more: 'جملة' });
    return `الرسالة طويلة: لم أتحقق في آخرها من ${sentences}.`;
  },
  disclaimer: 'لا أنظر إلا في النصوص المفهرسة. وما لم يرد فيها ليس بالضرورة خاطئاً.',
};

const moderation: DiscordPhrases['moderation'] = {
  notAllowed: 'يتطلّب هذا الأمر صلاحية «إدارة الرسائل».',
  ownerOnly: 'هذا الأمر خاص بمالك الخادم وبمشرفي ميثاق.',
  notInServer: 'لا يعمل هذا الأمر إلا داخل خادم.',
  everywhere: 'لا توجد أي قناة في اللائحة: أجيب في جميع القنوات.',
  tooManyChannels: (most) =>
    `تضم اللائحة ${arabicCount(most, { one: 'قناة واحدة', two: 'قناتين', few: 'قنوات', more: 'قناة' })}. احذفوا إحداها، أو أفرغوا اللائحة لأجيب في كل القنوات.`,
  onlyHere: 'أجيب أمام الجميع في هذه القنوات:',
  cooldownSet: (seconds) => `على كل عضو من الآن أن ينتظر ${wait(seconds)} بين سؤالين.`,
  cooldownOff: 'لا انتظار بين سؤالين.',
  whyTitle: 'لماذا هذا الجواب',
  whyUnknown: 'لم أجد هذا الجواب: إما أنه قديم، أو أنه ليس من أجوبتي.',
  form: {
    title: 'تصحيح هذا الجواب',
    question: 'السؤال',
    text: 'الجواب الصحيح (فارغ: لا جواب في النصوص)',
  },
  cannotBePinned: 'لا يوضّح هذا السؤال وحده موضوعه. اكتبوه كاملاً.',
  saved: 'حُفظ التصحيح. وسيراه كل من يطرح السؤال نفسه في هذا الخادم.',
  supportedByTexts: 'تؤكّد النصوص هذا التصحيح:',
  notSupportedByTexts: 'لا تؤكّد النصوص هذا التصحيح، وسيُذكر ذلك في الجواب.',
  removeCorrection: 'حذف التصحيح',
  removed: 'حُذف التصحيح.',
  corrections: (count) => `التصحيحات في هذا الخادم: ${count}`,
};

/** The phrases for readers of Arabic. */
export const ARABIC_PHRASES: DiscordPhrases = {
  ...MESSENGER_PHRASES.ar,
  about,
  help: 'اكتبوا \u2068/اسأل\u2069 أو \u2068/ask\u2069 ثم سؤالكم. تكفي جملة واحدة.\n\nيمكنكم أيضاً الإشارة إليّ في رسالة، أو مراسلتي على الخاص.\n\nفي قائمة أي رسالة، ضمن التطبيقات:\n• «جواب موثق» يجيب عن تلك الرسالة.\n• «تحقق من هذا» يقارن جملها بالنصوص.\n\nيحيل الرقم [1] في الجواب إلى المصدر [1]. ويعرض زر «عرض المقطع» النص كاملاً.\n\nلائحة الاتفاقيات: \u2068/الاتفاقيات\u2069\nلغة الأجوبة: \u2068/lang\u2069\nنسيان المحادثة: \u2068/forget\u2069\nحول ميثاق ومعطياتكم: \u2068/about\u2069',
  askUsage:
    'اكتبوا سؤالكم بعد \u2068/اسأل\u2069 أو بعد الإشارة إليّ. مثال: أين وُقّعت الاتفاقية مع اللجنة الوطنية لمراقبة حماية المعطيات؟',
  forgotten: 'نسيتُ ما دار بيننا هنا. ومُحيت آراؤكم أيضاً.',
  asked: 'السؤال: ',
  publish: 'نشر',
  publishedBy: 'الناشر:',
  alreadyPublished: 'سبق نشر هذا.',
  cannotPublish: 'يتطلّب النشر صلاحية «إدارة الرسائل».',
  notHere: (channels) => `في هذا الخادم، أجيب في هذه القنوات: ${channels}`,
  privateHere: 'أجيبكم على انفراد لأن هذه القناة ليست في لائحة الخادم.',
  cooldown: (seconds) => `في هذا الخادم فترة انتظار بين سؤالين. أعيدوا المحاولة بعد ${wait(seconds)}.`,
  pagesGone: 'لم تعد صفحات هذا الجواب في الذاكرة. أعيدوا طرح سؤالكم.',
  sourceNotFound: 'لم أجد هذه الاتفاقية. لائحة الاتفاقيات: \u2068/الاتفاقيات\u2069',
  nothingToRead: 'لا يوجد نص يُقرأ في هذه الرسالة، أو هي من أجوبتي.',
  corrected: {
    label: 'تصحيح من أحد المشرفين',
    supported: 'تؤكّد النصوص هذا التصحيح:',
    notSupported: 'لا تؤكّد النصوص هذا التصحيح.',
    ownAnswer: 'هذا ما وجده ميثاق:',
  },
  check,
  moderation,
};
