import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

const MONTHS = [
  'janvier january يناير جانفي كانون_الثاني',
  'février february فبراير فيفري شباط',
  'mars march مارس آذار',
  'avril april أبريل أفريل نيسان',
  'mai may ماي مايو أيار',
  'juin june يونيو جوان حزيران',
  'juillet july يوليوز يوليو جويلية تموز',
  'août august غشت أغسطس أوت آب',
  'septembre september شتنبر سبتمبر أيلول',
  'octobre october أكتوبر تشرين_الأول',
  'novembre november نونبر نوفمبر تشرين_الثاني',
  'décembre december دجنبر ديسمبر كانون_الأول',
  'محرم',
  'صفر',
  'ربيع_الأول',
  'ربيع_الثاني ربيع_الآخر',
  'جمادى_الأولى',
  'جمادى_الثانية جمادى_الآخرة',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو_القعدة ذي_القعدة',
  'ذو_الحجة ذي_الحجة',
].flatMap((names, index) => names.split(' ').map((name) => [name.replace('_', ' '), index + 1] as const));

describe('dates', () => {
  it.each(MONTHS)('%s is month %i', (name, month) => {
    expect(said(`7 ${name} 2025`)).toEqual([`date 2025-${month}-7`]);
    expect(said(`، ${name} 2025`)).toEqual([`date 2025-${month}-?`]);
  });

  it.each(
    'lundi الاثنين mardi الثلاثاء mercredi الأربعاء jeudi الخميس vendredi الجمعة samedi السبت dimanche الأحد'
      .split(' ')
      .map((name, index) => [name, 1 + Math.floor(index / 2)] as const),
  )('%s is day %i of the week', (name, weekday) => {
    expect(said(name)).toEqual([`date ?-?-? day ${weekday}`]);
  });

  it.each([
    ['jeudi, 11 septembre 2025', ['date 2025-9-11 day 4']],
    ['يوم الخميس 11 شتنبر 2025', ['date 2025-9-11 day 4']],
    ['22 juil. 2025', ['date 2025-7-22']],
    ['le 5 du mois de juillet', ['date ?-7-5']],
    ['5 mois, de juillet à novembre', ['duration 5 month', 'date ?-7-?', 'date ?-11-?']],
    ['22 من شهر يوليوز سنة 2025', ['date 2025-7-22']],
    ['الثاني والعشرين من يوليوز 2025', ['date 2025-7-22']],
    ['22 يوليو/تموز 2025', ['date 2025-7-22']],
    ['07/22/2025', ['date 2025-7-22']],
    ['22 / 07 / 2025, 22.07.2025, 2025/07/22', ['date 2025-7-22', 'date 2025-7-22', 'date 2025-7-22']],
    ['1/2/99', ['date 1999-2-1']],
    ['45/13/2025', ['number ?']],
    ['5 رمضان 1447 هـ', ['date 1447-21-5']],
    ['1447هـ', ['date 1447-?-?']],
    ['2024-2026', ['date 2024-?-? 2024', 'date 2026-?-? 2026']],
    ['l’année 2025, بحلول 2030', ['date 2025-?-?', 'date 2030-?-?']],
    ['2025 dirhams et 1900 postes', ['amount 2025 MAD', 'date 1900-?-? 1900']],
    ['les parties marchent, mars exclu', []],
    ['en mars, في مارس, مارس الرياضة', ['date ?-3-?', 'date ?-3-?']],
    ['dix-sept conventions, sept. 2025', ['number 17', 'date 2025-9-?']],
    ['سوق السبت', []],
    ['36 juin', ['number 36', 'date ?-6-?']],
    ['le Premier ministre, les 1er et 2 juillet 2025', ['date 2025-7-1', 'date 2025-7-2']],
    ['يومي 1 و2 يوليوز 2025', ['date 2025-7-1', 'date 2025-7-2']],
    ['les 12, 13 et 14 mai', ['date ?-5-12', 'date ?-5-13', 'date ?-5-14']],
    ['du 22 au 24 juillet 2025', ['date 2025-7-22', 'date 2025-7-24']],
    ['du 30 juin au 2 juillet 2025', ['date 2025-6-30', 'date 2025-7-2']],
    ['500 postes et 2 juillet', ['number 500', 'date ?-7-2']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});
