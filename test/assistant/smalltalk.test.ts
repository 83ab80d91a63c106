import { describe, expect, it } from 'vitest';
import { smalltalkIn } from '../../src/assistant/smalltalk.ts';

describe('smalltalkIn', () => {
  it.each([
    ['Bonjour', 'greeting'],
    ['bonsoir !', 'greeting'],
    ['Salut, ça va ?', 'greeting'],
    ['Bonjour à tous', 'greeting'],
    ['السلام عليكم', 'greeting'],
    ['السَّلامُ عليكم ورحمة الله وبركاته', 'greeting'],
    ['صباح الخير', 'greeting'],
    ['مرحبا ميثاق', 'greeting'],
    ['salam, labas ?', 'greeting'],
    ['Merci beaucoup !', 'thanks'],
    ['شكرا جزيلا', 'thanks'],
    ['شكراً بزاف', 'thanks'],
    ['chokran bzaf', 'thanks'],
    ['Au revoir, et merci', 'thanks'],
    ['Merci, merci !', 'thanks'],
    ['salam salam', 'greeting'],
    ['مع السلامة', 'farewell'],
    ['bslama', 'farewell'],
    ['Qui es-tu ?', 'identity'],
    ['Bonjour, qui êtes-vous ?', 'identity'],
    ['من أنت؟', 'identity'],
    ['شكون نتا؟', 'identity'],
    ['chkoun nta', 'identity'],
    ["C'est quoi Mithaq ?", 'identity'],
    ['Que sais-tu faire ?', 'capabilities'],
    ['Salut ! Que peux-tu faire ?', 'capabilities'],
    ['aide', 'capabilities'],
    ['ماذا يمكنك أن تفعل؟', 'capabilities'],
    ['شنو تقدر دير؟', 'capabilities'],
    ['chno t9der dir ?', 'capabilities'],
  ])('hears %s as %s', (message, topic) => {
    expect(smalltalkIn(message)).toBe(topic);
  });

  it.each([
    'Bonjour, quand a été signé le mémorandum avec Mistral AI ?',
    'Qui est Arthur Mensch ?',
    "Qui a signé l'accord ?",
    'aide aux petites entreprises agricoles',
    'مرحبا، متى وقعت الاتفاقية؟',
    'من وقع مذكرة التفاهم؟',
    'شكرا على الجواب، وشكون وقع معاهم؟',
    'accord CNDP IA',
    'merci de me dire où se trouve le D4SD Hub',
    'salam, fin ja l hub dyal d4sd',
    '؟؟؟',
    '123',
    '',
    'مساعدة المقاولات الصغرى',
  ])('takes "%s" for no smalltalk', (message) => {
    expect(smalltalkIn(message)).toBeNull();
  });
});
