// Reads Discord's markdown as Discord's apps do, after their rules: what is shown, under which marks, and what would come alive in it.
// Knows bold, italics, quotes and code, which Mithaq uses, and names all else that has an effect.

type Look = 'bold' | 'italic' | 'quote' | 'code' | null;

export type Shown = {
  readonly text: string;
  /** The text in pieces, each under one mark. */
  readonly runs: readonly { readonly look: Look; readonly text: string }[];
  /** Markup that Mithaq never writes, such as `heading`. */
  readonly live: readonly string[];
};

/** At the start of a line; a quote is none of these within another. */
const BLOCKS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['long quote', /^ *>>> ?[\s\S]*/],
  ['quote', /^ *> [^\n]*(?:\n *> [^\n]*)*\n?/],
  ['heading', /^ *#{1,3}\s+[^\n]+/],
  ['subtext', /^ *-# +[^\n]+/],
  ['list', /^ *(?:[*+-]|\d+\.) +[^\n]+/],
];

const INLINE: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['escape', /^\\([^0-9A-Za-z\s])/],
  ['code block', /^```[\s\S]*?[^\n][\s\S]*?```/],
  ['code', /^(`+)([\s\S]*?[^`])\1(?!`)/],
  ['mention', /^<(?:@[!&]?|#)\d+>/],
  ['command', /^<\/[^:>]+:\d+>/],
  ['emoji of a server', /^<a?:\w+:\d+>/],
  ['time', /^<t:-?\d+(?::[tTdDfFR])?>/],
  ['navigation', /^<id:\w+>/],
  ['address in brackets', /^<[^: >]+:\/?[^ >]+>/],
  ['everyone', /^@(?:everyone|here)/],
  ['address', /^(?:https?|steam|ftp|discord):\/\/[^\s<]*[^\s<.,:;"'\]]/],
  ['emoji', /^:[^\s:]+:/],
  ['link', /^\[(?:\\[\s\S]|[^\]\\])*\]\([^)\n]*\)/],
  ['bold', /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/],
  ['underline', /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/],
  ['italic', /^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/],
  ['italic with _', /^\b_((?:__|\\[\s\S]|[^\\_])+?)_\b/],
  ['strike', /^~~([\s\S]+?)~~(?!_)/],
  ['spoiler', /^\|\|([\s\S]+?)\|\|/],
];

type Match = { readonly name: string; readonly whole: string; readonly groups: readonly string[] };

const matchOf = ([name, pattern]: readonly [string, RegExp], rest: string): Match[] => {
  const [whole, ...groups] = pattern.exec(rest) ?? [];
  return whole === undefined ? [] : [{ name, whole, groups }];
};

/** Emphasis that may begin at one place: the longest does. Everything else goes by the order of the rules. */
const inlineAt = (rest: string): Match | undefined => {
  const found = INLINE.flatMap((rule) => matchOf(rule, rest));
  const emphasis = found.filter(({ name }) => /bold|underline|italic/.test(name));
  const [longest] = emphasis.sort((one, two) => two.whole.length - one.whole.length);
  return found[0] !== undefined && !emphasis.includes(found[0]) ? found[0] : longest;
};

/** What Discord shows of it. */
export const shownOf = (markdown: string): Shown => {
  const runs: { look: Look; text: string }[] = [];
  const live: string[] = [];
  const put = (text: string, look: Look): void => {
    const last = runs.at(-1);
    if (last?.look === look) last.text += text;
    else runs.push({ look, text });
  };
  const take = ({ name, whole, groups }: Match, look: Look): void => {
    const [first = '', second = ''] = groups;
    if (name === 'escape') put(first, look);
    else if (name === 'code' && look === null) put(second, 'code');
    else if (name === 'quote' && look === null) read(whole.replace(/^ *> ?/gm, ''), 'quote');
    else if ((name === 'bold' || name === 'italic') && look === null) read(first, name);
    else {
      live.push(look === null ? name : `${name} within ${look}`);
      put(whole, look);
    }
  };
  const read = (source: string, look: Look): void => {
    let at = 0;
    while (at < source.length) {
      const rest = source.slice(at);
      const startsLine = (at === 0 || source[at - 1] === '\n') && (look === null || look === 'quote');
      const [block] = startsLine ? BLOCKS.flatMap((rule) => matchOf(rule, rest)) : [];
      const match = block ?? inlineAt(rest);
      if (match === undefined) put(rest.slice(0, 1), look);
      else take(match, look);
      at += match?.whole.length ?? 1;
    }
  };
  read(markdown, null);
  return { text: runs.map(({ text }) => text).join(''), runs, live };
};
