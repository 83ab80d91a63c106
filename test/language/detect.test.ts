import { describe, expect, it } from 'vitest';
import { detectQuestion, detectText } from '../../src/language/detect.ts';

const FRENCH = `
Qui a signé l'accord avec Mistral AI ?
qui a signe avec mistral
C'est quoi la date de fin du programme ?
À la fin du mois, que se passe-t-il ?
fin de la convention ?
Le PNUD had-il signé ?
La société Had Technologies est-elle partie à l'accord ?
Le projet CHI est-il financé ?
Que fait le D4SD Hub ?
um6p souverainete numerique date signature
date signature accord um6p d4sd
Combien coûte le hub A09 ?
Peut-on envoyer un fichier mp3 ou mp4 ?
Quel est l'article 7 du protocole ?
L'article 3bis prévoit quoi ?
Les 9e assises ont eu lieu où ?
La 3ème édition, c'est quand ?
Le 2nd mémorandum, le 3e et le 7e
Un délai de 30jours ou 3mois ?
Le réseau 5G est-il concerné ?
Et le web3 ?
accord CNDP IA
Green Cloud Morocco ?
fikrat c'est qui
prix billet train rabat tanger
Que veut dire « chkoun » en français ?
Le mot dyal est-il dans le texte de la convention ?
Salam, qui a signé le mémorandum avec le ministère ?
Où se trouve l'institut Al-Jazari ?
Le plan B du ministère
vitamine B et W ?
ministere transition numerique
Nador
Qui est Dar Al-Maghrib ?
Quelle part du financement vient de l'État ?
combien d'ingenieurs vont etre recrutes
Le CO2 et les m3 d'eau consommés
Amal El Fallah Seghrouchni
Who signed the agreement with Mistral?
Where had the men signed the memorandum?
¿Quién firmó el acuerdo?
Que dit l'accord du 12/09/2025 ?
Le RTX4090 est-il acheté ?
L'accord prévoit-il un budget de 38M$ ?
Quel ministre, quel jour, à quelle heure : 9h30 ou 7h ?
`;

const ARABIZI = `
chkoun sinna l accord m3a mistral?
chkoun howa ra2is dyal cndp
wach kayn chi budget?
fo9ach tsinat l convention
fin ghadi ykoun l institut?
fin kayn lma3had
ch7al dyal lflous?
ch7al f 3mer messi
3lach daro had l accord
kifach n9der ndir stage
chnou hiya jazari industrie
chno fiha l convention
achmen wizara tfa9at 3la data centers
bghit n3ref chkoun li wa9e3
bghit ntsejjel f lprogramme
weqtach bda l projet
imta t9ablo
wach lmaghrib sinna m3a l pnud
had l accord dyal men?
hadchi 3la data centers?
3afak goul lia
chmen jami3at mcharkin
kayna chi 7aja l chabab?
ghadi ykhdmo b ta9a na9iya?
m3a men tfa9 lmaghrib
dyal men had l hub
wa nta mkellekh ma katfhem walo
salam labas 3lik
chokran bzaf
kidayr ljaw lyoum
daba fin wslat l9adiya
chkon mol onepoint
wakha, w chno f lmaddat 5?
3ndkom chi ma3loma 3la l9ard lfila7i
ta9a motajadida fin ghadi tkoun
l3am jay ghadi ybda?
homa li khlso?
lwazira chkoun hiya
chnahowa D4SD Hub
fayn sinaw l ittifa9?
wach kifach fo9ach
`;

const lines = (text: string): string[] => text.trim().split('\n');

describe('detectQuestion', () => {
  it.each(lines(FRENCH))('answers in French: %s', (question) => {
    expect(detectQuestion(question)).toEqual({ language: 'fr', variety: 'fr' });
  });

  it.each(lines(ARABIZI))('answers in Arabic: %s', (question) => {
    expect(detectQuestion(question)).toEqual({ language: 'ar', variety: 'arabizi' });
  });

  it.each([
    ['من وقّع مذكرة التفاهم؟', 'ar'],
    ['ما كلفة Green Cloud Morocco Initiative؟', 'ar'],
    ['ميسترال', 'ar'],
    ['هل يعيش كائن حي ليلا في المحيط الهادئ؟', 'ar'],
    ['؟', 'ar'],
    ['٢٠٢٥', 'ar'],
    ['شكون وقّع مع الوزارة؟', 'ary'],
    ['عطيني الفصل 7 ديال الاتفاقية مع CNDP', 'ary'],
    ['شحال عطات الحكومة فهاد المشروع', 'ary'],
    ['بشحال هاد الشي؟', 'ary'],
    ['Que veut dire مذكرة التفاهم الموقعة ?', 'fr'],
    ['2025 ?', 'fr'],
    ['', 'fr'],
  ])('tells the variety of %s', (question, variety) => {
    expect(detectQuestion(question).variety).toBe(variety);
  });
});

describe('detectText', () => {
  it.each([
    ['مذكرة تفاهم مع Mistral AI بالرباط', 'ar'],
    ['Le mémorandum (مذكرة) avec Mistral AI', 'fr'],
    ['12 / 09', 'fr'],
  ])('goes by the script of most letters: %s', (text, language) => {
    expect(detectText(text)).toBe(language);
  });
});
