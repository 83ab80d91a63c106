// Every command, in Arabic, in French and for other apps; what is remembered; what only administrators may do.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { memberOf, type Opened, openAll, openTexts, personWith, type Texts } from './opened.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

const SIGNED = 'Quand la convention avec la CNDP a-t-elle été signée ?';
const french = personWith('fr-FR');
const arabic = personWith('ar', 12);
const other = personWith('en', 13);
const unknown = personWith(undefined, 14);

describe('a command', () => {
  it.each([
    ['/start', 'Bonjour. Je suis Mithaq.', 'مرحباً. أنا ميثاق.'],
    ['/start ask', 'Bonjour. Je suis Mithaq.', 'مرحباً. أنا ميثاق.'],
    ['/help', 'Écrivez votre question.', 'اكتبوا سؤالكم.'],
    ['/about', 'Il peut se tromper.', 'قد يخطئ هذا البرنامج.'],
    ['/ask', 'Écrivez votre question après /ask.', 'اكتبوا سؤالكم بعد'],
    ['/sources', 'Les accords (15)', 'الاتفاقيات (15)'],
    ['/lang', 'Dans quelle langue', 'بأي لغة'],
    ['/forget', "J'ai oublié notre conversation.", 'نسيتُ محادثتنا.'],
    ['/stats', 'réservée aux administrateurs', 'خاص بالمشرفين'],
    ['/reindex', 'réservée aux administrateurs', 'خاص بالمشرفين'],
    ['/quality', 'réservée aux administrateurs', 'خاص بالمشرفين'],
    ['/HELP@MithaqTestBot', 'Écrivez votre question.', 'اكتبوا سؤالكم.'],
    ['/unheard', 'Écrivez votre question après /ask.', 'اكتبوا سؤالكم بعد'],
  ])('%s speaks the language of the app', async (command, inFrench, inArabic) => {
    opened = await openAll(texts);
    expect((await opened.ask(french, command)).text).toContain(inFrench);
    for (const who of [arabic, other, unknown]) expect((await opened.ask(who, command)).text).toContain(inArabic);
  });

  it('/ask asks, alone or in reply to what somebody wrote', async () => {
    opened = await openAll(texts);
    expect((await opened.ask(other, `/ask ${SIGNED}`)).text).toContain('11 septembre 2025');
    const said = opened.server.text(other.chat, other.user, 'un message', {});
    const quoting = { reply_to_message: { ...said, text: SIGNED } };
    expect((await opened.ask(other, '/ask', quoting)).text).toContain('11 septembre 2025');
  });

  it('of a menu is there in Arabic, in French and in both', async () => {
    opened = await openAll(texts);
    const menus = opened.server.calls('setMyCommands').map(({ parameters, status }) => {
      const listed = parameters.commands as readonly { readonly command: string; readonly description: string }[];
      return { status, code: parameters.language_code, names: listed.map(({ command }) => command), listed };
    });
    expect(menus.map(({ code, status }) => [code, status])).toEqual([
      ['ar', 200],
      ['fr', 200],
      [undefined, 200],
    ]);
    for (const { names } of menus) expect(names).toEqual(['ask', 'sources', 'lang', 'forget', 'help', 'about']);
    expect(menus[2]?.listed[1]?.description).toBe('لائحة الاتفاقيات · Liste des accords');
    for (const method of ['setMyDescription', 'setMyShortDescription'])
      expect(opened.server.calls(method).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('works while the menu is refused', async () => {
    opened = await openAll(texts);
    opened.server.fail('setMyCommands', { status: 400 }, 3);
    await opened.restart();
    expect((await opened.ask(french, '/help')).text).toContain('Écrivez');
  });

  it('says truthfully what is kept', async () => {
    opened = await openAll(texts, { keepQuestions: true, usesChatModel: true });
    const { text } = await opened.ask(french, '/about');
    expect(text).toContain('conservé avec le texte de la question');
    expect(text).toContain('Un modèle de langue lit la question');
  });

  it('that fails says so in one sentence', async () => {
    const agreements = async () => Promise.reject(new Error('the disk is gone'));
    opened = await openAll(texts, { search: { ...texts.search, agreements } });
    expect((await opened.ask(french, '/sources')).text).toMatch(/^Je ne peux pas répondre pour le moment\./);
    expect((await opened.ask(arabic, '/sources')).text).toMatch(/^تتعذّر عليّ الإجابة/);
  });
});

describe('/lang', () => {
  it('by word and by button decides the language of answers, over a restart', async () => {
    opened = await openAll(texts);
    expect((await opened.ask(french, '/lang ar')).text).toBe('سأجيب بالعربية.');
    expect((await opened.ask(french, SIGNED)).text).toContain('حسب النصوص');
    await opened.restart();
    expect((await opened.ask(french, SIGNED)).text).toContain('حسب النصوص');
    const choice = await opened.ask(french, '/lang');
    expect(choice.text).toContain('بأي لغة');
    await opened.press(choice, /^Français$/, french.user);
    expect(opened.current(choice)).toMatchObject({ text: 'Je répondrai en français.', keyboard: [] });
    expect((await opened.ask(french, 'متى وُقعت الاتفاقية مع CNDP؟')).text).toContain("D'après les textes");
    await opened.ask(french, '/lang AUTO');
    expect((await opened.ask(french, 'متى وُقعت الاتفاقية مع CNDP؟')).text).toContain('حسب النصوص');
  });

  it('of one chat is not that of another', async () => {
    opened = await openAll(texts);
    await opened.ask(french, '/lang ar');
    expect((await opened.ask(personWith('fr', 99), SIGNED)).text).toContain("D'après les textes");
  });
});

describe('/sources', () => {
  it.each([
    ['French', french, 'Suivants', 'Précédents', 'Page 1 sur 2', 'Page 2 sur 2', /Le passage/],
    ['Arabic', arabic, 'التالي', 'السابق', 'الصفحة 1 من 2', 'الصفحة 2 من 2', /المقطع/],
  ])('is turned page by page in %s, and opens what is listed', async (_, who, next, previous, one, two, passage) => {
    opened = await openAll(texts);
    const list = await opened.ask(who, '/sources');
    const current = () => opened.current(list);
    expect(list.text).toContain(one);
    expect((await opened.press(list, new RegExp(next), who.user)).shown).toEqual([]);
    expect(current().text).toContain(two);
    expect(current().text).toMatch(/^9\. /m);
    const { shown } = await opened.press(current(), /^15$/, who.user);
    expect(shown[0]?.text).toMatch(passage);
    await opened.press(current(), new RegExp(previous), who.user);
    expect(current().text).toBe(list.text);
  });
});

describe('an administrator', () => {
  const administrator = personWith('fr', 77);
  const open = () => openAll(texts, { adminIds: ['77'] });

  it('sees what was asked, what failed and what people said', async () => {
    opened = await open();
    expect((await opened.ask(administrator, '/quality')).text).toBe("Il n'y a pas encore d'avis.");
    const answer = await opened.ask(french, SIGNED);
    await opened.ask(french, 'Quel est le prix du pain ?');
    await opened.press(answer, /👍/, french.user);
    const statistics = (await opened.ask(administrator, '/stats')).text;
    expect(statistics).toMatch(/Accords\s: 15\nPassages\s: \d{2,}/);
    expect(statistics).toMatch(
      /avec réponse\s: 1\nQuestions sans réponse dans les textes\s: 1\nErreurs\s: 0\nAvis\s: 👍 1, 👎 0/,
    );
    expect((await opened.ask(administrator, '/quality')).text).toMatch(
      /👍 1, 👎 0\n\n\d{4}-\d{2}-\d{2} · 👍 · fr · cndp$/,
    );
  });

  it('is shown in private alone what people asked, on one harmless line', async () => {
    opened = await openAll(texts, { adminIds: ['77'], keepQuestions: true, wrap: texts.once });
    const answer = await opened.ask(french, `${SIGNED}\n\u202eici`);
    await opened.press(answer, /👍/, french.user);
    expect((await opened.ask(administrator, '/quality')).text).toMatch(
      / · cndp · Quand la convention .*signée \? ici$/,
    );
    const inGroup = memberOf({ id: -100_555_000_111, type: 'supergroup' }, 77);
    expect((await opened.ask(inGroup, '/quality@MithaqTestBot')).text).toMatch(/ · 👍 · fr · cndp$/);
  });

  it('brings the index up to date, or is told that it failed', async () => {
    opened = await open();
    const report = { added: 1, updated: 0, removed: 2, unchanged: 3, rebuilt: null };
    await opened.restart({ reindex: async () => ({ report, faults: 2 }) });
    const asked = opened.server.text(administrator.chat, administrator.user, '/reindex');
    const [first, second] = await opened.server.waitFor(() => {
      const replies = opened.repliesTo(asked);
      return replies.length === 2 ? replies : null;
    });
    expect(first?.text).toBe('Je relis les textes…');
    expect(second?.text).toMatch(/ajoutés\s: 1,.*retirés\s: 2,.*\n2\stextes n'ont pas pu être lus/);
    let times = 0;
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const reindex = async () => {
      times += 1;
      await held;
      return { report, faults: 0 };
    };
    await opened.restart({ reindex });
    const both = [1, 2].map(() => opened.server.text(administrator.chat, administrator.user, '/reindex'));
    await opened.server.waitFor(() => both.every((message) => opened.repliesTo(message).length === 1));
    // Once this is answered, both have begun.
    await opened.ask(administrator, '/help');
    letGo();
    await opened.server.waitFor(() => both.every((message) => opened.repliesTo(message).length === 2));
    expect(times).toBe(1);
    await opened.restart({ reindex: () => Promise.reject(new Error('no space left')) });
    const again = opened.server.text(administrator.chat, administrator.user, '/reindex');
    const failed = await opened.server.waitFor(() => opened.repliesTo(again)[1]);
    expect(failed.text).toContain("L'index n'a pas pu être mis à jour");
    expect(failed.text).not.toContain('space');
  });
});
