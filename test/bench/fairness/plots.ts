// The comparison as pictures: plain SVG, no library. One bar per discipline with its 95 % interval, one file per figure.

import { type Compared, disciplineNames, meanOf } from './compare.ts';
import type { FigureName } from './figures-of.ts';

export const plotted: readonly FigureName[] = [
  'P90 light',
  'P90 heavy',
  'P90',
  'max',
  'served %',
  'util %',
  'lost light %',
];

const [width, rowHeight, left, right] = [760, 34, 190, 90];

/** The picture of one figure over all classes of machines. */
export function plotOf(compared: Compared, name: FigureName): string {
  const bars = disciplineNames.map((discipline) => ({
    discipline,
    ...meanOf((compared.rows.get(discipline)?.get('all') ?? []).map((figures) => figures[name])),
  }));
  const most = Math.max(1, ...bars.map(({ mean, halfWidth }) => mean + (halfWidth || 0)));
  const x = (value: number): number => left + (Math.max(0, value) / most) * (width - left - right);
  const rows = bars.map(({ discipline, mean, halfWidth }, index) => {
    const y = 48 + index * rowHeight;
    const colour = discipline === 'FairTurn' ? '#0b6e4f' : '#8a94a6';
    const [low, high] = [x(mean - (halfWidth || 0)), x(mean + (halfWidth || 0))];
    return [
      `<text x="${left - 10}" y="${y + 15}" text-anchor="end">${discipline.replace('&', '&amp;')}</text>`,
      `<rect x="${left}" y="${y}" width="${(x(mean) - left).toFixed(1)}" height="20" fill="${colour}"/>`,
      `<path d="M${low.toFixed(1)} ${y + 10}H${high.toFixed(1)}" stroke="#111" stroke-width="2"/>`,
      `<text x="${(high + 8).toFixed(1)}" y="${y + 15}">${mean.toFixed(1)}</text>`,
    ].join('');
  });
  const height = 60 + bars.length * rowHeight;
  const title = `<text x="${left}" y="28" font-weight="bold">${name}, ${compared.seeds.length} seeds, 95 % interval</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="14">
<rect width="100%" height="100%" fill="#fff"/>${title}
${rows.join('\n')}
</svg>
`;
}
