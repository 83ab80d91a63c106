import { it } from 'vitest';
import { meaningsIn } from '../../src/language/value-meaning.ts';
it('m', () => {
  for (const t of ["s'élève à 38 millions d'euros sur trois ans", 'à 38 millions d’euros', '38 millions de dollars américains (USD) sur trois ans', '275 000 litres', '8,5 dirhams', 'ثلاث سنوات', 'premier', '20 % à 30 %', 'dix-huit jours ouvrables','une prime', 'deux fois par an', 'le 5 de chaque mois', 'سيارتين', 'مرتين', 'un repas', '1er et 2 juillet 2025','août', 'les deux parties', 'ثلاثة عشر مجالا', '80e', 'Mohammed VI', 'X.0', '4.0', '٣٨ مليون', 'نصف المبلغ', 'trente millions'])
    console.log(t, '=>', meaningsIn(t).map((m) => `${m.kind}:${m.text}:${m.number}:${m.unit}:${JSON.stringify(m.date)}`).join(' | '));
});
