// Reads HTML as strictly as XML, so that a test sees what a hostile text has broken.
const VOID = ['meta'];

/** An attribute in double quotes, with nothing in it that could end it. */
const ATTRIBUTE = /\s([a-z][\w-]*)(?:="([^"<>]*)")?/giu;
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s[a-z][\w-]*(?:="[^"<>]*")?)*)\s*(\/?)>/giu;

export type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };

/**
 * The opening tags, in order. Throws where a tag is not closed in its turn, or where a `<` or a bare `&` is none of the
 * markup's own.
 */
export const tagsIn = (html: string): readonly Tag[] => {
  const markup = html.replace('<!doctype html>', '').replace(/<style>[^<]*<\/style>/u, '');
  const rest = markup.replace(TAG, '');
  const stray = /[<>]|&(?!(?:amp|lt|gt|quot|#39);)/u.exec(rest);
  if (stray !== null) throw new Error(`stray sign: ${rest.slice(Math.max(0, stray.index - 40), stray.index + 40)}`);
  const open: string[] = [];
  const tags: Tag[] = [];
  for (const [whole, slash, name = '', attributes = '', end] of markup.matchAll(TAG)) {
    if (slash === '/') {
      if (open.pop() !== name) throw new Error(`${whole} closes another tag`);
      continue;
    }
    const pairs = [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, value]);
    tags.push({ name, attributes: Object.fromEntries(pairs) });
    if (end !== '/' && !VOID.includes(name)) open.push(name);
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(' ')}`);
  return tags;
};

/** Attributes whose values are numbers and nothing else. */
const NUMBERS = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'width', 'height'];

/** Every coordinate of a drawing, as written. */
export const numbersIn = (tags: readonly Tag[]): readonly string[] =>
  tags.flatMap(({ name, attributes }) =>
    name === 'meta'
      ? []
      : [
          ...NUMBERS.flatMap((key) => attributes[key] ?? []),
          ...(attributes.points ?? '').split(/[\s,]+/u).filter((value) => value !== ''),
          ...(attributes.d ?? '').split(/[\sMHV]+/u).filter((value) => value !== ''),
          ...(attributes.viewBox ?? '').split(' ').filter((value) => value !== ''),
        ],
  );

/** A number as SVG reads it. */
export const NUMBER = /^-?\d+(?:\.\d{1,2})?$/;

/** Texts that try to be markup, to end an attribute, or to turn the line around. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '</title></style></svg><b>',
  '&lt;b&gt; &amp; &#x3c;script&#x3e;',
  '\u202eevil\u2066\u200f',
  'a\u0000b\u001b[31mc',
  '<!-- --> ]]>',
  'https://example.org/x.js',
] as const;
