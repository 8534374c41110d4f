// The figures as a table for people.

import type { Figure } from './benchmark.ts';

const header = ['', 'figure', 'value', 'target', 'baseline', ''];

/** The lines of the table; the first is the header. */
export function tableOf(figures: readonly Figure[]): readonly string[] {
  const rows = [header, ...figures.map(toRow)];
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        isNumeric(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

const isNumeric = (column: number): boolean => column >= 2 && column <= 4;

function toRow({ name, value, unit, baseline, baselineUnit, target, goal, met, note }: Figure): string[] {
  const verdict = met === null ? '' : met ? 'met' : 'MISSED';
  return [
    verdict,
    name,
    told(value, unit),
    target === null ? '' : `${goal === 'at most' ? '≤' : '≥'} ${told(target, unit)}`,
    baseline === null ? '' : told(baseline, baselineUnit),
    note,
  ];
}

function told(value: number, unit: Figure['unit'] | Figure['baselineUnit']): string {
  if (unit === 'ratio') return `${value.toFixed(2)} ×`;
  return `${value < 10 && value > -10 ? value.toFixed(2) : value.toFixed(0)} ${unit}`;
}
