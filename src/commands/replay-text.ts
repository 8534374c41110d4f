// A replay as text for a terminal: first whether it can be trusted, then a sentence per group, the table, and the pools.

import type { ReplayReport } from '../contract/replay.ts';
import { difference, groupName, type ReplayWords } from './replay-words.ts';

export function replayText(report: ReplayReport, words: ReplayWords): string {
  const { past, groups, pools, notes } = report;
  const parts = [
    `${report.from.slice(0, 10)} – ${report.to.slice(0, 10)}\n${words.past(past)}`,
    notes.map(({ code, pool }) => words.notes[code](pool ?? '')).join('\n'),
    groups.map((group) => words.waits(group, groupName(words, group))).join('\n'),
    groups.length === 0 ? '' : `${words.unit}\n\n${tableOf(report, words)}`,
    pools.map(words.pool).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const columns = [
  ...(['asked', 'served', 'waitP50', 'waitP90', 'waitLongest', 'promisedP50', 'overtakenMost'] as const),
  'turnedAway',
] as const;

function tableOf({ groups }: ReplayReport, words: ReplayWords): string {
  const rows = groups.map((group) => [
    groupName(words, group),
    String(group.people),
    ...columns.map((column) => {
      const [before, after, change] = [group.before[column], group.after[column], group.change[column]];
      if (before === null && after === null) return '–';
      return `${before ?? '–'} → ${after ?? '–'}${change === null ? '' : ` (${difference(change)})`}`;
    }),
  ]);
  const table = [words.headings, ...rows];
  const widths = words.headings.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
