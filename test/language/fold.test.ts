import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTerms, foldText, terms } from '../../src/language/fold.ts';

const stems = (text: string): string[] => [...new Set(terms(text).map((term) => term.stem))];

describe('foldText', () => {
  it.each([
    ['Éducation NATIONALE', 'education nationale'],
    ['cœur, ex æquo', 'coeur, ex aequo'],
    ['l’accord', "l'accord"],
    ['ﬁnancement', 'financement'],
    ['مُذَكِّرَةُ', 'مذكره'],
    ['المـــغرب', 'المغرب'],
    ['أإآٱ', 'اااا'],
    ['مسؤول رئيس شيء', 'مسوول رييس شي'],
    ['على', 'علي'],
    ['ﻣﻴﺜﺎﻕ', 'ميثاق'],
    ['ﷲ', 'الله'],
    ['کتاب ایرانی', 'كتاب ايراني'],
    ['أڭادير أݣادير أكادير', 'اكادير اكادير اكادير'],
    ['٢٠٢٥ ۲۰۲۵', '2025 2025'],
    ['٣٠٪', '30%'],
    ['\u2067سلا\u2069\u200f', 'سلا'],
    ['e\u0301cole', 'ecole'],
  ])('folds %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('is idempotent', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'أآإٱؤئءىةیکًَُّـ\u200fÉœæ’İßΣ٣۳ﷺﻻ'.split('')) }),
    );
    fc.assert(
      fc.property(text, (any) => {
        expect(foldText(foldText(any))).toBe(foldText(any));
      }),
    );
  });
});

describe('terms', () => {
  it('gives every word with its exact place', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."abÉœ ’'-.,35٣ابةًـ\u200f(«\n".split('')), maxLength: 60 }),
        (text) => {
          let position = 0;
          for (const term of terms(text)) {
            expect(text.slice(term.start, term.end)).toBe(term.text);
            expect(term.start).toBeGreaterThanOrEqual(position);
            expect(term.folded).not.toBe('');
            position = term.end;
          }
        },
      ),
    );
  });

  it.each([
    ["L'accord qu’il a signé", ['l', 'accord', 'qu', 'il', 'a', 'signe']],
    ["jusqu'à l'État, d'aujourd'hui", ['jusqu', 'a', 'l', 'etat', 'd', "aujourd'hui"]],
    ['des start-up, We-Elevate', ['des', 'start', 'up', 'we', 'elevate']],
    ['D4SD, 80e, 2025 et 3.5', ['d4sd', '80e', '2025', 'et', '3.5']],
    ['le P.N.U.D. et J. Dupont', ['le', 'pnud', 'et', 'j', 'dupont']],
    ['بـ38 مليون', ['ب', '38', 'مليون']],
    ['المغربUM6P', ['المغرب', 'um6p']],
  ])('splits %s', (text, folded) => {
    expect(terms(text).map((term) => term.folded)).toEqual(folded);
  });

  it.each([
    'où',
    'quand',
    'combien',
    'الذي',
    'متى',
    'وعلى',
    'ففي',
    'ديال',
    'فوقاش',
    'واش',
    'chkoun',
    'fo9ach',
    'dyal',
    'which',
  ])('takes %s for a function word', (word) => {
    expect(terms(word).map((term) => term.stop)).toEqual([true]);
  });

  it.each([
    'septembre',
    'trois',
    'accord',
    'fin',
    'AI',
    'IA',
    'اتفاق',
    'شتنبر',
    'ثلاث',
    'وزير',
    'والي',
    'فهم',
    'وفد',
    'ولاية',
    'القطاع',
    'فعلي',
  ])('takes %s for a word that means something', (word) => {
    expect(terms(word).map((term) => term.stop)).toEqual([false]);
  });
});

describe('stems of Arabic', () => {
  it.each([
    ['معطيات المعطيات والمعطيات بالمعطيات للمعطيات فالمعطيات معطياتنا', 'معط'],
    ['مواطن المواطنين مواطنون للمواطنات والمواطنون', 'مواطن'],
    ['اتفاق اتفاقية الاتفاقيات باتفاقية فالاتفاقية واتفاقية اتفاقيتها', 'اتفاق'],
    ['وزارة الوزارة للوزارة ووزارة والوزارة وزارات وزارتها', 'وزار'],
    ['وزير الوزيرة للوزير والوزير الوزراء', 'وزير'],
    ['مذكرة المذكرات بمذكرة والمذكرة', 'مذكر'],
    ['لجنة اللجنة للجنة ولجنة واللجنة اللجان', 'لجن'],
    ['بنك البنك للبنك بنوك الأبناك', 'بنك'],
    ['فاس بفاس ففاس وفاس', 'فاس'],
    ['برنامج البرنامج ببرنامج وبرنامج برامج برنامجا', 'برنامج'],
    ['وكالة الوكالة للوكالة ووكالة', 'وكال'],
    ['ولاية الولاية ولايات', 'ولا'],
    ['كفاءة كفاءات الكفاءات', 'كفا'],
    ['التزام الالتزام الالتزامات بالتزام والالتزامات', 'تزام'],
    ['إلكترونية الإلكتروني الالكترونية', 'كتر'],
    ['لغة اللغة للغة لغات', 'لغه'],
    ['جهة الجهات بجهة لجهة', 'جهه'],
    ['رقمي الرقمية الرقمنة', 'رقم'],
    ['تعاون التعاون بالتعاون للتعاون', 'تعاون'],
    ['تفاهم التفاهم', 'تفاهم'],
    ['سنة سنوات السنة سنتين', 'سنه'],
    ['عمر وعمر', 'عمر'],
    ['دعم الدعم لدعم', 'دعم'],
    ['وُقّعت وقّع وقعوا', 'وقع'],
  ])('%s are one', (words, stem) => {
    expect(stems(words)).toEqual([stem]);
  });

  it.each([
    'وزير زير',
    'بنك نك',
    'فاس اس',
    'لجنة جنة',
    'والي الي',
    'وكالة كالة',
    'فلاحة لاحة',
    'بيانات يانات',
    'قانون قان',
    'مليون ملي',
  ])('%s are two', (words) => {
    expect(stems(words)).toHaveLength(2);
  });
});

describe('stems of French', () => {
  it.each([
    'données donnees donnée',
    'numérique numeriques NUMÉRIQUES',
    'agrément agrements',
    'signé signée signees signer signes',
    'générale general généraux',
    'énergie energies',
    'durée durees',
    'créé creee créées',
    'université universites',
    'année annees',
    'ministère ministeres',
    'intérêt interets',
    'stratégie strategies',
    'recherché recherche recherches',
    'école ecoles',
    'développement developpements',
    'pénalité penalites',
    'bénéficiaire beneficiaires',
    'coopération cooperations',
    'mémorandum memorandums',
    'engagé engagée engagement engagements',
    'compétences competence',
    'souveraineté souverainete',
    'confidentialité confidentialite',
    'élève eleves',
    'étudiant etudiants étudiante',
    'ingénieur ingenieurs',
    'société societes',
    'modèle modeles',
    'décembre decembre',
    'européenne europeennes',
    'accords accord',
    'nationaux national nationale',
  ])('%s are one', (words) => {
    expect(stems(words)).toHaveLength(1);
  });

  it.each(['convention conversion', 'accord accorder', 'ministre ministère', 'économie écologie'])(
    '%s need not be one, and no stem is empty',
    (words) => {
      for (const stem of stems(words)) expect(stem.length).toBeGreaterThan(2);
    },
  );
});

describe('foldTerms', () => {
  it('gives the stems of the words that carry meaning', () => {
    expect(foldTerms("Qui a signé l'accord avec l'UM6P en 2025 ?")).toEqual(['sign', 'accord', 'um6p', '2025']);
    expect(foldTerms('متى وُقّعت مذكرة التفاهم مع ميسترال؟')).toEqual(['وقع', 'مذكر', 'تفاهم', 'ميسترال']);
  });

  it('does not depend on how the text is typed', () => {
    expect(foldTerms('LES DONNEES A CARACTERE PERSONNEL')).toEqual(foldTerms('les données à caractère personnel'));
    expect(foldTerms('إتفاقيّة حماية المُعطيات')).toEqual(foldTerms('اتفاقيه حمايه المعطيات'));
    expect(foldTerms('3,5 %')).toEqual(foldTerms('3.5 %'));
  });
});
