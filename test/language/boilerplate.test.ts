import { describe, expect, it } from 'vitest';
import { isBoilerplate } from '../../src/language/boilerplate.ts';

const FURNITURE = `
Abonnez-vous à notre newsletter
Newsletter
Inscrivez-vous à la newsletter pour recevoir nos articles
Partager sur Facebook
Partager
Partagez cet article
Partager sur Facebook Twitter LinkedIn WhatsApp
Facebook Twitter LinkedIn WhatsApp
Accepter les cookies
Tout accepter
Ce site utilise des cookies pour améliorer votre expérience.
En poursuivant votre navigation, vous acceptez l'utilisation de cookies.
Lire aussi : Le Maroc signe avec Mistral AI
À lire également
LIRE AUSSI
Tous droits réservés
© 2025 Le Matin. Tous droits réservés.
© Ministère de la Transition numérique 2025
Publicité
Suivez-nous sur les réseaux sociaux
Mentions légales | Politique de confidentialité
Lire la suite
3 min de lecture
12 commentaires
Laisser un commentaire
Subscribe to our newsletter
Follow us on Twitter
All rights reserved.
We use cookies to improve your experience.
Read more
Share this article
اقرأ أيضا
اقرأ أيضًا: المغرب يوقع اتفاقية مع ميسترال
تابعونا على فيسبوك
تابعنا على تويتر وإنستغرام
جميع الحقوق محفوظة
جميع الحقوق محفوظة © 2025 هسبريس
اشترك في النشرة البريدية
اشترك الآن
شارك المقال
مشاركة عبر واتساب
سياسة الخصوصية
يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتك
مواضيع ذات صلة
إعلان
اترك تعليقا
شاهد أيضا
الرئيسية
Tweet
Photo : DR
Publié le 12 septembre 2025 à 10h
Mots-clés : IA, Maroc
اشتركوا في قناتنا على يوتيوب
نشر في 12 شتنبر 2025
اضغط هنا
`;

const TEXT = `
Les parties s'engagent à partager les données
Le site informe les utilisateurs de l'usage des cookies conformément à l'article 5
تلتزم الأطراف بمشاركة المعطيات
Partager les connaissances entre les administrations et les start-up
Les utilisateurs peuvent s'abonner aux services du portail
La newsletter du ministère présente les accords signés
Une newsletter trimestrielle rend compte de l'avancement du projet.
Le ministère publie une lettre d'information
Contact : le point focal de chaque partie est désigné dans un délai de trente jours
Les droits de propriété intellectuelle restent réservés à chaque partie.
Recherche et développement
Recherche appliquée en intelligence artificielle
Les commentaires des parties sont transmis par écrit.
Publicité des marchés publics
Objet
Parties et signataires
Date et lieu
La convention est publiée au Bulletin officiel.
Le partage des données se fait sur une plateforme commune.
Suivi de la convention
Article 7 : Communication et publicité
Le mémorandum d'entente avec Mistral AI vise également à améliorer les services publics.
Inscription des étudiants à l'institut
Le ministère et Facebook ont signé un accord.
L'utilisation des cookies est soumise au consentement préalable de l'utilisateur.
Les parties partagent sur Facebook les résultats du projet.
Recevez, Monsieur le Ministre, nos salutations.
المشاركة في الورشات مفتوحة للشباب
تشترك الأطراف في إعداد التقرير السنوي
الإعلان المشترك
إعلان النوايا بشأن الانتقال الرقمي
إعلان نوايا مشترك مع برنامج الأمم المتحدة الإنمائي
حماية الحقوق المحفوظة للأطراف
البحث العلمي والتطوير
بحث مشترك حول الذكاء الاصطناعي
يشترك الطرفان في تمويل المركز
تتابع الأطراف تنفيذ الاتفاقية
الاتصال بين الأطراف يكون كتابة
حقوق النشر تعود إلى الطرفين
التاريخ والمكان
وقّع على الاتفاقية كل من وزارة الصناعة والتجارة
شارك في حفل التوقيع ممثلون عن القطاع الخاص
شارك هذا الوفد في المناظرة الوطنية
تعليقات الأطراف تُرسل كتابة
ملفات تعريف الارتباط تخضع لموافقة المستعمل
التالي ذكرهم هم الموقعون
اشتراك الجامعات في المنصة مجاني
المغرب ينشر نتائج المشاريع على موقع الوزارة
شارك وفد مغربي في المناظرة
للمزيد من التعاون بين الطرفين
نُشر في الجريدة الرسمية
Toutes les parties acceptent les conditions du présent accord
Les droits d'auteur du logiciel sont réservés à l'éditeur pendant dix ans, sauf accord écrit des signataires.
`;

const lines = (text: string): string[] => text.trim().split('\n');

describe('isBoilerplate', () => {
  it.each(lines(FURNITURE))('knows as furniture: %s', (line) => {
    expect(isBoilerplate(line)).toBe(true);
  });

  it.each(lines(TEXT))('leaves alone: %s', (line) => {
    expect(isBoilerplate(line)).toBe(false);
  });

  it('never takes a long paragraph for furniture', () => {
    expect(isBoilerplate(`Lire aussi : ${'les parties se réunissent. '.repeat(20)}`)).toBe(false);
    expect(isBoilerplate('')).toBe(false);
  });
});
