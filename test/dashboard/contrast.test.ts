// The colours keep the contrast that the design promises: text 4.5, graphics 3, and each state its row of the table.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Shown, stateLooks } from '../../src/dashboard/look/states.ts';
import { palette, type Theme, themes, tokens, toneNames, tones } from '../../src/dashboard/look/tokens.ts';

/** Glyph on its plate, word and edge at their worst ground; light, then dark. */
const promised: Record<Shown, readonly [glyph: string, word: string, edge: string]> = {
  free: ['16.9/15.0', '13.7/15.0', '3.8/5.5'],
  'in-use': ['7.1/7.8', '6.7/7.8', '4.9/5.0'],
  running: ['9.3/5.9', '6.7/7.8', '4.9/5.0'],
  heating: ['6.2/7.9', '5.8/8.0', '3.4/5.1'],
  paused: ['7.1/7.8', '6.7/7.8', '4.9/5.0'],
  ending: ['7.1/7.8', '6.7/7.8', '4.9/5.0'],
  door: ['6.7/9.6', '6.0/9.6', '3.2/7.1'],
  alarm: ['5.7/5.1', '6.1/7.9', '4.4/4.9'],
  maintenance: ['9.3/10.6', '6.5/8.3', '4.2/5.2'],
  locked: ['9.3/10.6', '6.5/8.3', '4.2/5.2'],
  'out-of-order': ['6.5/8.3', '6.5/8.3', '4.2/5.2'],
  retired: ['16.9/15.0', '13.7/15.0', '3.8/5.5'],
  unknown: ['7.1/10.6', '7.1/9.2', '4.9/5.5'],
  offline: ['4.6/8.8', '7.1/9.2', '4.9/5.5'],
};

it.each(themes.flatMap((theme) => (Object.keys(promised) as Shown[]).map((shown) => ({ theme, shown }))))(
  '$shown in $theme is as legible as promised',
  ({ theme, shown }) => {
    const { tone, filling } = stateLooks[shown];
    const { fill, on, tint, ink, edge } = tones[theme][tone];
    const solid = filling === 'solid' || filling === 'ring';
    const grounds = [...groundsOf(theme), tint];
    const measured = [
      solid ? contrast(on, fill) : contrast(ink, tint),
      Math.min(...grounds.map((ground) => contrast(ink, ground))),
      Math.min(...grounds.map((ground) => contrast(edge, ground))),
    ];
    const least = promised[shown].map((pair) => Number(pair.split('/')[themes.indexOf(theme)]));
    for (const [index, ratio] of measured.entries()) {
      // The table is rounded to one decimal, and was computed before the colours were rounded to eight bits.
      expect(ratio).toBeGreaterThanOrEqual((least[index] ?? 99) - 0.06);
      expect(ratio).toBeGreaterThanOrEqual(index === 2 ? 3 : 4.5);
    }
  },
);

it.each(themes)('text is at least 4.5 and graphics at least 3 on every ground in %s', (theme) => {
  const p = palette[theme];
  const tints = toneNames.map((tone) => tones[theme][tone].tint);
  for (const ground of [...groundsOf(theme), ...tints, p.accentTint]) {
    expect(contrast(p.text, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(p.text2, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(p.focus, ground)).toBeGreaterThanOrEqual(3);
  }
  for (const ground of [...groundsOf(theme), p.accentTint]) {
    expect(contrast(p.text3, ground)).toBeGreaterThanOrEqual(4.5);
  }
  for (const ground of groundsOf(theme)) {
    expect(contrast(p.accent, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(p.danger, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(p.line, ground)).toBeGreaterThanOrEqual(3);
  }
  expect(contrast(p.onAccent, p.accent)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(p.onDanger, p.danger)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(tones[theme].blank.on, tones[theme].blank.fill)).toBeGreaterThanOrEqual(4.5);
  for (const series of [p.series1, p.series2, p.series3]) {
    expect(contrast(series, p.surface)).toBeGreaterThanOrEqual(3);
  }
});

it('black on white is 21, so the measure itself is right', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it('the style sheets take every colour from the tokens', () => {
  const folder = new URL('../../src/dashboard/style/', import.meta.url);
  const sheets = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  expect(sheets.length).toBeGreaterThanOrEqual(6);
  const text = sheets.join('\n');
  expect(text.match(/#[0-9a-f]{3,8}\b/gi) ?? []).toEqual([]);
  const known = new Set([
    ...tokens('light').keys(),
    ...[...text.matchAll(/--([\w-]+):/g)].map((match) => match[1]),
  ]);
  const used = [...text.matchAll(/var\(--([\w-]+)/g)].map((match) => match[1]);
  expect(used.filter((name) => !known.has(name))).toEqual([]);
});

it('both themes have the same tokens', () => {
  expect([...tokens('dark').keys()]).toEqual([...tokens('light').keys()]);
  for (const theme of themes) {
    for (const hex of tokens(theme).values()) expect(hex).toMatch(/^#[0-9a-f]{6}$/);
  }
});

function groundsOf(theme: Theme): readonly string[] {
  const { canvas, surface, sunken } = palette[theme];
  return [canvas, surface, sunken];
}

/** WCAG 2 contrast ratio of two `#rrggbb`. */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
