import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/knowledge/document.ts';

const read = (text: string, file = 'fr/essai.md') => {
  const reading = readDocument(file, text);
  if (reading.kind === 'faulty') throw new Error(JSON.stringify(reading.troubles));
  return reading;
};

const parts = (text: string, file?: string) =>
  read(text, file).passages.map((passage) => [passage.heading, passage.text]);

const plain = (text: string) => parts(text, 'essai.txt');

describe('what a document says about itself', () => {
  it('takes the front matter', () => {
    const { agreement } = read(
      '---\nid: cndp\ntitle: Accord\nlanguage: ar\ndate: 2026-01-02\nplace: Rabat\nparties: [A, B]\nkind: law\nsources: [s1, s2]\n---\nTexte.',
    );
    expect(agreement).toEqual({
      id: 'cndp',
      title: 'Accord',
      language: 'ar',
      date: '2026-01-02',
      place: 'Rabat',
      parties: ['A', 'B'],
      kind: 'law',
      source: 's1; s2',
      file: 'fr/essai.md',
    });
  });

  it.each([
    ['fr/sous/accord.md', 'Texte.', { id: 'sous/accord', title: 'accord', source: 'fr/sous/accord.md' }],
    ['ar/accord.md', '## **Objet** du `texte`\n\nTexte.', { id: 'accord', title: 'Objet du texte', language: 'fr' }],
    ['lois/loi.txt', 'Article 1\nTexte.', { id: 'lois/loi', title: 'loi' }],
    ['a.md', 'Article 1\n===\n\nTexte.\n\n# Titre\n', { title: 'Titre' }],
    ['a.md', 'نص قصير\n\nUn texte bien plus long en français.', { language: 'fr' }],
    ['a.txt', '12345', { language: 'fr' }],
  ])('fills in what %s leaves out', (file, text, expected) => {
    expect(read(text, file).agreement).toMatchObject(expected);
  });

  it.each<[string, string, number | undefined, RegExp]>([
    ['empty', '', undefined, /is empty/],
    ['blank', ' \n\n', undefined, /is empty/],
    ['only front matter', '---\nid: a\n---\n', undefined, /has no text/],
    ['only headings', '# Un\n\n## Deux\n', undefined, /has no text/],
    ['only signs', '***\n\n…\n', undefined, /has no text/],
    ['only furniture', 'Newsletter\n\n© 2026\n', undefined, /has no text/],
    ['front matter', '---\nlanguage: en\n---\nTexte.', 2, /language "en"/],
    ['an open comment', 'Texte.\n\n<!-- note\n\nSuite.', 3, /comment/],
    ['deep quotations', `Texte.\n\n${'>'.repeat(5000)} a`, 3, /nested/],
    ['deep lists', `${'- '.repeat(2000)}a`, 1, /nested/],
    ['indented lists', Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'), 101, /nested/],
  ])('refuses a document: %s', (_, text, line, message) => {
    const trouble = { ...(line === undefined ? {} : { line }), message: expect.stringMatching(message) };
    expect(readDocument('a.md', text)).toEqual({ kind: 'faulty', troubles: [trouble] });
  });
});

describe('heading paths', () => {
  it('follows the levels of Markdown, without markup', () => {
    const text =
      'Avant.\n\n# Accord\n\nA.\n\n## *Objet* & `portée` ##\n\nB.\n\n### Détail\nC.\n\nParties\n-------\n\nD.\n\n# Annexe\n\nE.';
    expect(parts(`---\ntitle: Un titre\n---\n${text}`)).toEqual([
      ['', 'Avant.'],
      ['Accord', 'A.'],
      ['Accord › Objet & portée', 'B.'],
      ['Accord › Objet & portée › Détail', 'C.'],
      ['Accord › Parties', 'D.'],
      ['Annexe', 'E.'],
    ]);
  });

  it.each([
    ['equal to the title, folded', 'Accord-Cadre « Été »', '# accord cadre: été\n\nA.', ''],
    ['the only one, at the top, within the title', 'Accord entre A et B', '# Accord entre A\n\nA.', ''],
    ['more than the title says', 'Accord', '# Accord entre A et B\n\nA.', 'Accord entre A et B'],
    ['within the title but not alone', 'Accord entre A et B', '# Accord\n\nA.\n\n# Suite\n\nA.', 'Accord'],
    ['within the title but not at the top', 'Accord entre A et B', 'Avant.\n\n# Accord\n\nA.', 'Accord'],
    ['a part of a word of the title', 'Accords entre A et B', '# Accord\n\nA.', 'Accord'],
  ])('leaves out a first heading only when it says nothing new: %s', (_, title, text, heading) => {
    const found = parts(`---\ntitle: ${title}\n---\n\n${text}`).find(([, passage]) => passage === 'A.');
    expect(found).toEqual([heading, 'A.']);
  });

  it('nests articles below chapters, and both below the heading of the page', () => {
    const text = [
      '## Convention',
      'Préambule.',
      'Chapitre II : Gouvernance',
      '**Article 3 : Comité**',
      'Le comité siège à Rabat.',
      '**Article 4.** Il rend compte.',
      'Chapitre III',
      'ARTICLE 5 :',
      "Selon l'article 4, il se réunit.",
      '## Annexes',
      'Fin.',
    ].join('\n\n');
    expect(parts(`---\ntitle: T\n---\n${text}`)).toEqual([
      ['Convention', 'Préambule.'],
      ['Convention › Chapitre II : Gouvernance › Article 3 : Comité', 'Le comité siège à Rabat.'],
      ['Convention › Chapitre II : Gouvernance › Article 4', '**Article 4.** Il rend compte.'],
      ['Convention › Chapitre III › ARTICLE 5', "Selon l'article 4, il se réunit."],
      ['Annexes', 'Fin.'],
    ]);
  });

  it('puts one article beside another, though only one is marked up as a heading', () => {
    const text =
      "## Article 2 — Tarif\n\nL'heure coûte 3 dirhams.\n\nArt. 3. La charte dure quatre ans.\n\n## Article 4\n\nFin.";
    expect(parts(`---\ntitle: T\n---\n${text}`)).toEqual([
      ['Article 2 — Tarif', "L'heure coûte 3 dirhams."],
      ['Art. 3', 'Art. 3. La charte dure quatre ans.'],
      ['Article 4', 'Fin.'],
    ]);
  });

  it('opens articles within a paragraph of lines', () => {
    expect(
      plain(
        'الباب الأول: أحكام عامة\nالمادة 1\nتحدث لجنة.\nالمادة الثانية: المهام\nتتبع اللجنة التنفيذ.\nالبند 1: تجتمع شهريا.',
      ),
    ).toEqual([
      ['الباب الأول: أحكام عامة › المادة 1', 'تحدث لجنة.'],
      ['الباب الأول: أحكام عامة › المادة الثانية: المهام', 'تتبع اللجنة التنفيذ.'],
      ['الباب الأول: أحكام عامة › المادة الثانية: المهام › البند 1', 'البند 1: تجتمع شهريا.'],
    ]);
  });

  it.each([
    ['an Arabic line that goes on', 'تطبق الشروط الواردة في\nالمادة 5.'],
    ['a label after an unfinished line', 'conformément aux règles de\nArticle 5. Elles valent.'],
    ['a list', '- Article 5 : Objet\n- Article 6 : Durée'],
    ['a quotation', '> Article 5\n> Texte cité.'],
  ])('opens no article in %s', (_, text) => {
    expect(parts(text)).toEqual([['', text]]);
  });

  it('keeps the one line of an article that is no title', () => {
    expect(plain('Article 1 : Rabat est le siège\n\nArticle 2 : Durée\nTrois ans.')).toEqual([
      ['Article 1 : Rabat est le siège', 'Article 1 : Rabat est le siège'],
      ['Article 2 : Durée', 'Trois ans.'],
    ]);
  });

  it('takes a wrapped first line for text', () => {
    const text = 'Article 1 : Le comité se réunit\nchaque mois à Rabat.';
    expect(plain(text)).toEqual([['Article 1', text]]);
  });
});

describe('what is left out', () => {
  it.each<[string, string, string[]]>([
    ['a paragraph', 'Un.\n\nNewsletter\n\nDeux.', ['Un.', 'Deux.']],
    ['a line', 'Un.\nDeux.\nNewsletter\nTrois.', ['Un.\nDeux.', 'Trois.']],
    ['a section', 'Un.\n\n## Suite\n\nNewsletter\n\n© 2026\n', ['Un.']],
    ['a comment', 'Un.\n\n<!-- note\n\nde travail -->\n\nDeux.', ['Un.', 'Deux.']],
    ['a line of stars', 'Un.\n\n***\n\nDeux.', ['Un.', 'Deux.']],
  ])('splits around %s', (_, text, expected) => {
    expect(read(text).passages.map((passage) => passage.text)).toEqual(expected);
  });

  it('keeps furniture out of the path, and the text under it out of the section before', () => {
    expect(parts('---\ntitle: T\n---\n## Objet\n\nUn.\n\n## Newsletter\n\nDeux.')).toEqual([
      ['Objet', 'Un.'],
      ['', 'Deux.'],
    ]);
  });
});

describe('passages', () => {
  it('keeps a section whole, lists, quotations, tables and code included', () => {
    const section = 'Intro :\n\n- un\n  - deux\n\n1. trois\n\n> cité\n\n| a | b |\n|---|---|\n\n    code';
    expect(parts(section)).toEqual([['', section]]);
  });

  it('splits where the language changes, but takes a list as a whole', () => {
    const text =
      'الفقرة الأولى.\n\n2026\n\nLe deuxième paragraphe.\n\n- Le premier point de la liste\n- بند\n\nالفقرة الأخيرة.';
    expect(read(text).passages.map((passage) => [passage.language, passage.lines])).toEqual([
      ['ar', [1, 3]],
      ['fr', [5, 8]],
      ['ar', [10, 10]],
    ]);
  });

  it.each([
    ['fr', 'Douze.'],
    ['ar', 'نص أول.\n\nنص ثان أطول من غيره.'],
  ] as const)('gives numbers alone the language of the file: %s', (language, text) => {
    expect(read(`# A\n\n${text}\n\n# B\n\n2026`).passages.at(-1)).toMatchObject({ text: '2026', language });
  });

  it('splits a long section between paragraphs, then sentences, then words', () => {
    const sentence = `Selon M. Alami, l'art. 5 vaut ${'pour tous '.repeat(30)}ici.`;
    const paragraphs = [
      `${sentence} ${sentence}`,
      sentence,
      `${sentence} ${sentence} ${sentence}`,
      `${'mot '.repeat(600)}fin`,
    ];
    const texts = read(paragraphs.join('\n\n')).passages.map((passage) => passage.text);
    expect(texts.slice(0, 3)).toEqual([paragraphs[0], `${sentence}\n\n${sentence}`, `${sentence} ${sentence}`]);
    expect(texts.slice(3).map((text) => text.length <= 1000 && /^mot.*(?:mot|fin)$/u.test(text))).toEqual([
      true,
      true,
      true,
    ]);
    expect(texts.join(' ').split(/\s+/u)).toEqual(paragraphs.join(' ').split(/\s+/u));
  });

  it('keeps a line that Markdown takes for an empty item', () => {
    expect(parts('Fin :\n\n2026.')).toEqual([['', 'Fin :\n\n2026.']]);
  });

  it('leaves a single longer word whole', () => {
    const word = `https://exemple.ma/?q=${'a'.repeat(1500)}`;
    expect(read(`avant ${word} après`).passages.map((passage) => passage.text)).toEqual(['avant', word, 'après']);
  });

  it('gives the same words different ids in another agreement, language or heading, and when repeated', () => {
    const ids = [
      ...read('---\nid: a\nlanguage: fr\ntitle: T\n---\n## U\nTexte.\n\n## U\nTexte.\n\n## V\nTexte.').passages,
      ...read('---\nid: a\nlanguage: ar\ntitle: T\n---\n## U\nTexte.').passages,
      ...read('---\nid: b\nlanguage: fr\ntitle: T\n---\n## U\nTexte.').passages,
    ].map((passage) => passage.id);
    expect(new Set(ids).size).toBe(5);
    expect(ids.every((id) => /^[0-9a-f]{16}$/u.test(id))).toBe(true);
  });

  it('reads a very long line without end', () => {
    const { passages } = read('mot '.repeat(100_000));
    expect(passages.map((passage) => passage.text).join(' ').length).toBe(399_999);
  });
});
