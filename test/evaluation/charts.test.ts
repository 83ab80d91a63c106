import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BarChart, barChart, type CurveChart, curveChart } from '../../src/evaluation/charts.ts';
import { HOSTILE, NUMBER, numbersIn, type Tag, tagsIn } from './markup.ts';

const BARS: BarChart = {
  title: 'Mesures',
  series: ['trouvé', 'cité'],
  groups: [
    { name: 'fr', values: [1, 0.5] },
    { name: 'ar', values: [null, 0] },
  ],
};

/** Those of the chart, not of its key. */
const barsIn = (html: string): readonly Tag[] =>
  tagsIn(html).filter(({ name, attributes }) => name === 'rect' && attributes.x !== undefined);

const shares = fc.double({ min: 0, max: 1, noNaN: true });

const texts = fc.oneof(fc.constantFrom(...HOSTILE), fc.string());

describe('barChart', () => {
  it('draws a bar for each value, as high as its share, all standing on one line', () => {
    const bars = barsIn(barChart(BARS)).map(({ attributes }) => attributes);
    const [whole, half, none] = bars.map(({ height }) => Number(height));
    expect(bars).toHaveLength(3);
    expect([half, none]).toEqual([(whole ?? 0) / 2, 0]);
    expect(new Set(bars.map(({ y, height }) => Number(y) + Number(height))).size).toBe(1);
    expect(bars.map((one) => one.class)).toEqual(['f0', 'f1', 'f1']);
  });

  it('says each figure, and the name of each series', () => {
    const html = barChart(BARS);
    for (const words of ['<title>fr, cité: 50.0 %</title>', '<bdi dir="auto">trouvé</bdi>', 'aria-label="Mesures"'])
      expect(html).toContain(words);
  });

  it('is well-formed whatever the names and the shares', () => {
    const group = fc.record({ name: texts, values: fc.array(fc.option(shares), { maxLength: 6 }) });
    const chart = fc.record({ title: texts, series: fc.array(texts, { maxLength: 6 }), groups: fc.array(group) });
    fc.assert(
      fc.property(chart, (one) => {
        const tags = tagsIn(barChart(one));
        for (const number of numbersIn(tags)) expect(number).toMatch(NUMBER);
        expect(tags.filter(({ name }) => !KNOWN.includes(name))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

const KNOWN = 'figure figcaption svg line rect text title ul li bdi polyline circle path'.split(' ');

const CURVE: CurveChart = {
  title: 'Échange',
  axes: { x: 'refusé', y: 'répondu' },
  series: [
    {
      name: 'fr',
      points: [
        { x: 0, y: 1 },
        { x: 1, y: 0 },
      ],
      marked: { point: { x: 0.5, y: 0.5 }, words: 'ici' },
    },
    { name: 'ar', points: [], marked: null },
  ],
  goal: 0.5,
};

describe('curveChart', () => {
  it('draws from the upper left to the lower right, with the marked point between', () => {
    const tags = tagsIn(curveChart(CURVE));
    const [line] = tags.filter(({ name }) => name === 'polyline');
    const [from, to] = (line?.attributes.points ?? '').split(' ').map((point) => point.split(',').map(Number));
    const [left = 0, top = 0] = from ?? [];
    const [right = 0, bottom = 0] = to ?? [];
    expect(right - left).toBe(bottom - top);
    expect(bottom).toBeGreaterThan(top);
    const marks = tags.filter(({ name }) => name === 'circle').map(({ attributes }) => attributes);
    expect(marks).toMatchObject([{ cx: `${(left + right) / 2}`, cy: `${(top + bottom) / 2}`, class: 'f0' }]);
    expect(curveChart(CURVE)).toContain('<title>fr: ici</title>');
    const [goal] = tags.filter((tag) => tag.attributes.class === 'goal');
    expect(goal?.attributes.d).toBe(`M ${left} ${(top + bottom) / 2} H ${(left + right) / 2} V ${bottom}`);
  });

  it('is well-formed whatever the names and the shares', () => {
    const point = fc.record({ x: shares, y: shares });
    const line = fc.record({
      name: texts,
      points: fc.array(point),
      marked: fc.option(fc.record({ point, words: texts })),
    });
    const chart = fc.record({
      title: texts,
      axes: fc.record({ x: texts, y: texts }),
      series: fc.array(line, { maxLength: 6 }),
      goal: shares,
    });
    fc.assert(
      fc.property(chart, (one) => {
        const tags = tagsIn(curveChart(one));
        for (const number of numbersIn(tags)) expect(number).toMatch(NUMBER);
        expect(tags.filter(({ name }) => !KNOWN.includes(name))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
