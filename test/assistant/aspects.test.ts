import { describe, expect, it } from 'vitest';
import { aspectsIn } from '../../src/assistant/aspects.ts';
import { readQuestion } from '../../src/assistant/question.ts';
import { candidateOf } from './made.ts';

type Case = {
  readonly french: readonly string[];
  readonly arabic: readonly string[];
  /** Holds the answer, in either language. */
  readonly told: readonly string[];
  readonly untold: readonly string[];
};

const CASES: Readonly<Record<string, Case>> = {
  purpose: {
    french: ['Quels sont les objectifs ?', "À quoi sert l'accord ?", "L'accord porte sur quoi ?"],
    arabic: ['ما أهداف الاتفاقية؟', 'علاش دارو هاد الاتفاق؟', 'chno fih l accord', '3lach daro had l ittifa9'],
    told: ["L'accord vise à former des agents.", 'تهدف الاتفاقية إلى تكوين الموظفين.'],
    untold: ["L'accord est signé à Rabat.", 'وقعت الاتفاقية بالرباط.'],
  },
  percentage: {
    french: ['Quel pourcentage des agents ?', 'quel est le taux de couverture'],
    arabic: ['ما نسبة الموظفين المكونين؟', 'شحال بالمية'],
    told: ['Le programme vise 30 % des agents.', 'يهم البرنامج ثلاثين بالمائة من الموظفين.'],
    untold: ['Le programme vise trente agents.', 'يهم البرنامج الموظفين.'],
  },
  duration: {
    french: ['Quelle est la durée du programme ?', "Combien de temps dure l'accord ?"],
    arabic: ['ما مدة البرنامج؟', 'كم سنة يدوم البرنامج؟'],
    told: ['Le programme dure trois ans.', 'يمتد البرنامج على خمس سنوات.'],
    untold: ['Le programme a commencé en 2025.', 'بدأ البرنامج سنة 2025.'],
  },
  amount: {
    french: ['Quel est le budget du programme ?', "Combien d'argent le ministère va-t-il investir ?"],
    arabic: ['ما ميزانية البرنامج؟', 'شحال الفلوس ديال البرنامج؟'],
    told: ['Le budget est de 500 millions de dirhams.', 'تبلغ الميزانية 20 مليون درهم.'],
    untold: ['Le budget sera fixé plus tard, pour 500 agents.', 'ستحدد الميزانية فيما بعد.'],
  },
  date: {
    french: ["Quand l'accord a-t-il été signé ?", 'À quelle date ?'],
    arabic: ['متى وُقع الاتفاق؟', 'فوقاش توقع الاتفاق؟'],
    told: ['Il a été signé le 2 juillet 2025.', 'جرى التوقيع يوم 2 يوليوز 2025.'],
    untold: ['Il a été signé à Salé par 2 ministres.', 'جرى التوقيع بسلا.'],
  },
  number: {
    french: ['Combien de centres sont prévus ?', "Quel nombre d'étudiants ?"],
    arabic: ['كم عدد المراكز؟', 'شحال ديال المراكز؟'],
    told: ['Le protocole prévoit douze centres.', 'ينص البروتوكول على 12 مركزا.'],
    untold: ['Le protocole prévoit des centres.', 'ينص البروتوكول على مراكز.'],
  },
  person: {
    french: ["Qui a signé l'accord ?", 'Par qui est-il dirigé ?'],
    arabic: ['من وقع الاتفاق؟', 'شكون وقع الاتفاق؟'],
    told: ["L'accord est signé par Amal Seghrouchni.", 'وقعته الوزيرة أمل السغروشني.'],
    untold: ["L'accord est signé à Rabat.", 'جرى توقيع الاتفاق.'],
  },
  place: {
    french: ["Où se trouve l'institut ?", 'Dans quelle ville ?'],
    arabic: ['أين يوجد المعهد؟', 'فين كاين المعهد؟'],
    told: ["L'institut est basé à Nador.", 'يوجد المعهد بمدينة الناظور.'],
    untold: ["L'institut forme des ingénieurs.", 'يكون المعهد مهندسين.'],
  },
  penalty: {
    french: ['Quelles sanctions sont prévues ?', 'Y a-t-il une amende ?'],
    arabic: ['ما العقوبات المنصوص عليها؟', 'واش كاينة شي غرامة؟'],
    told: ['Le retard donne lieu à des pénalités.', 'يترتب عن التأخير جزاء مالي.'],
    untold: ['Le retard est constaté.', 'تتم معاينة التأخير.'],
  },
  termination: {
    french: ["Comment résilier l'accord ?", "L'accord a-t-il été annulé ?"],
    arabic: ['كيف يتم فسخ الاتفاق؟', 'هل تم إلغاء الاتفاق؟'],
    told: ['Chaque partie peut demander la résiliation.', 'يجوز لكل طرف الانسحاب من الاتفاقية.'],
    untold: ['Chaque partie nomme un comité.', 'يعين كل طرف لجنة.'],
  },
  contact: {
    french: ['Quelle est son adresse ?', 'un numéro de téléphone ?'],
    arabic: ['ما عنوان المركز؟', 'هاتف المركز'],
    told: ["L'adresse figure en annexe : son adresse est à Salé.", 'البريد الإلكتروني مبين في الملحق.'],
    untold: ['Le centre est ouvert.', 'المركز مفتوح.'],
  },
  application: {
    french: ['Comment postuler ?', "Où déposer le dossier d'inscription ?"],
    arabic: ['كيف يتم التسجيل؟', 'شروط الترشح'],
    told: ['Les candidatures sont reçues en ligne.', 'تودع استمارة التسجيل لدى المركز.'],
    untold: ['Les étudiants sont formés.', 'يتم تكوين الطلبة.'],
  },
  pay: {
    french: ['Quel salaire ?', 'une rémunération est-elle prévue ?'],
    arabic: ['كم راتب المتدربين؟', 'هل توجد تعويضات؟'],
    told: ['Les stagiaires reçoivent une indemnité.', 'يتقاضى المتدربون أجورا.'],
    untold: ['Les stagiaires sont encadrés.', 'يؤطر المتدربون.'],
  },
  fee: {
    french: ['Quels sont les frais ?', 'est-ce gratuit ?'],
    arabic: ['هل التكوين بالمجان؟', 'ما هي رسوم الولوج؟'],
    told: ['La formation est gratuite pour tous.', 'الرسوم يحددها المجلس.'],
    untold: ['La formation est ouverte à tous.', 'التكوين مفتوح للجميع.'],
  },
  dispute: {
    french: ['Quel tribunal est compétent en cas de litige ?', 'clause de confidentialité'],
    arabic: ['كيف تحل النزاعات؟', 'الملكية الفكرية'],
    told: ["Tout litige est soumis à l'arbitrage.", 'تختص المحكمة الإدارية بالنزاع.'],
    untold: ['Un comité suit la mise en œuvre.', 'تتبع لجنة التنفيذ.'],
  },
  force: {
    french: ["Quelle est la date d'entrée en vigueur ?", 'il entre en vigueur'],
    arabic: ['هل دخل حيز التنفيذ؟', 'سريان الاتفاقية'],
    told: ["L'accord entrera en vigueur à sa publication.", 'تدخل الاتفاقية حيز التنفيذ عند نشرها.'],
    untold: ["L'accord est publié.", 'تنشر الاتفاقية.'],
  },
  expiry: {
    french: ["Quand expire l'accord ?", 'À quelle date prend-il fin ?'],
    arabic: ['متى ينتهي العمل بالاتفاقية؟', 'واش كينتهي العمل بالاتفاقية؟', 'fo9ach expira l ittifa9iya'],
    told: ["L'accord arrive à échéance en 2030.", 'تمدد عند انتهاء مدة العمل بها.', 'بعد انقضاء المدة.'],
    untold: ["L'accord dure cinq ans.", 'تدوم الاتفاقية خمس سنوات.'],
  },
  head: {
    french: ["Qui dirige l'agence ?", 'Qui est le président du comité ?'],
    arabic: ['من يرأس اللجنة؟', 'شكون المدير ديال المركز؟', 'شكون كيترأس اللجنة؟', 'chkoun ra2is l lajna'],
    told: ['Le comité est présidé par le ministre.', 'يتولى رئيس الحكومة ذلك.', 'يديرها مدير عام.'],
    untold: ['Le comité se réunit chaque année.', 'تجتمع اللجنة كل سنة.'],
  },
  seat: {
    french: ["Où est le siège de l'institut ?", 'Dans quelle ville siège la commission ?'],
    arabic: ['أين مقر المعهد؟', 'فين كاين المقر ديال الشركة؟', 'fin kayn siège dyal charika'],
    told: ['Son siège est à Nador.', 'يوجد مقره بالناظور.', 'الناظور هي المقر.', 'مقرها سلا.'],
    untold: ['Il ouvre à Nador.', 'يتضمن البرنامج مقررات دراسية.'],
  },
  renewal: {
    french: ['Le renouvellement est-il prévu ?', 'peut-il être prorogé ?'],
    arabic: ['هل يمكن تجديد الاتفاق؟', 'تمديد الاتفاقية'],
    told: ["L'accord est reconduit tacitement.", 'تقبل الاتفاقية التمديد ضمنيا.'],
    untold: ["L'accord est signé.", 'الاتفاقية موقعة.'],
  },
  opening: {
    french: ["L'ouverture est prévue ?", 'Le centre accueillera-t-il les citoyens ?'],
    arabic: ['هل تم افتتاح المركز؟', 'تدشين المعهد'],
    told: ['Le centre ouvrira ses portes à Rabat.', 'سيتم افتتاح المركز.'],
    untold: ['Le centre est créé.', 'يحدث المركز.'],
  },
  sequel: {
    french: ['La deuxième édition aura-t-elle lieu ?', 'la prochaine édition'],
    arabic: ['هل ستنظم الدورة الثانية؟', 'الدورة المقبلة'],
    told: ['La prochaine édition est annoncée.', 'ستنظم الدورة الثانية بالرباط.'],
    untold: ["L'édition est close.", 'اختتمت الدورة الأولى.'],
  },
  refusal: {
    french: ['Pourquoi a-t-il été refusé ?', 'un refus'],
    arabic: ['لماذا تم رفض الطلب؟', 'الرفض'],
    told: ['La demande est refusée sans motif.', 'تم رفض الطلب.'],
    untold: ['La demande est acceptée.', 'تم قبول الطلب.'],
  },
};

const asked = (text: string) => readQuestion({ text }).aspects;

const aspectOf = (name: string) => {
  const found = asked(CASES[name]?.french[0] ?? '').find((aspect) => aspect.name === name);
  if (found === undefined) throw new Error(`nothing asks for ${name}`);
  return found;
};

const names = (question: string): string[] => asked(question).map(({ name }) => name);

describe.each(Object.entries(CASES))('%s', (name, { french, arabic, told, untold }) => {
  it.each([...french, ...arabic])('is asked for by: %s', (question) => {
    expect(names(question)).toContain(name);
  });

  it.each(told)('is told by: %s', (text) => {
    expect(aspectOf(name).told(candidateOf({ text }))).toBe(true);
  });

  it.each(untold)('is not told by: %s', (text) => {
    expect(aspectOf(name).told(candidateOf({ text }))).toBe(false);
  });
});

describe('aspectsIn', () => {
  it.each([
    'Parle-moi des jeunes',
    'حدثني عن الشباب',
    'accord cndp',
    '',
    '؟',
    'الغاز والغابات',
    'الجزائر',
    'أجزاء الاتفاق',
  ])('finds nothing to ask for in "%s"', (question) => {
    expect(names(question)).toEqual([]);
  });

  it('takes a duration, an amount or a percentage for no plain number too', () => {
    expect(names('Combien de temps ?')).toEqual(['duration']);
    expect(names('Combien va-t-il investir et quel montant ?')).toEqual(['amount']);
  });

  it('finds everything that one question asks for', () => {
    expect(names('Qui a signé et quand ?')).toEqual(['date', 'person']);
  });

  it('reads the standard reading of a question as well as its words', () => {
    expect(aspectsIn(['chi haja', 'متى وقعت']).map(({ name }) => name)).toEqual(['date']);
  });

  it.each(['شنو كيدير المركز؟', 'فين كيديرو التكوين؟', 'chno kaydir l markaz', 'chno kidir lmarkaz'])(
    'takes nobody who does something for a head: %s',
    (question) => {
      expect(names(question)).not.toContain('head');
    },
  );

  it('needs no purpose in an answer, as texts tell it in many ways, and takes more than one', () => {
    expect(aspectOf('purpose')).toMatchObject({ needed: false, single: false });
  });

  it('lets a heading tell a matter that the quotation goes on about', () => {
    const candidate = candidateOf({ text: 'Elles sont fixées par arrêté.', heading: 'Sanctions' });
    expect(aspectOf('penalty').told(candidate)).toBe(true);
  });

  it("takes the agreement's own place for a place", () => {
    const text = 'Signature tenue hier, Salé et alentours';
    expect(aspectOf('place').told(candidateOf({ text }))).toBe(false);
    expect(aspectOf('place').told(candidateOf({ text, agreement: { place: 'Salé' } }))).toBe(true);
  });
});
