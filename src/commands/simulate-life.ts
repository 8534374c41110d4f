// The one way of `officina simulate`: lives some days of a made-up workshop with the real gateway and tells what came of it.
// It touches no file and no device; the simulation is loaded only here.

import type { Simulated } from '../simulation/simulate.ts';
import { type Context, type ExitCode, exitCodes, refuse, textOf } from './command.ts';
import { showProgress } from './show-progress.ts';

const bounds = {
  seed: { usual: 1, least: 0, most: 999_999_999 },
  days: { usual: 30, least: 1, most: 400 },
  members: { usual: 200, least: 1, most: 10_000 },
  machines: { usual: 24, least: 1, most: 500 },
} as const;

type Number = keyof typeof bounds;
const levels = ['none', 'few', 'many'] as const;

/** Days of a made-up workshop, with the real gateway. */
export async function simulateLife(context: Context): Promise<ExitCode> {
  const faults = levels.find((level) => level === (textOf(context.values, 'faults') ?? 'few'));
  if (!faults) return refuse(context, `--faults is one of ${levels.join(', ')}.`, exitCodes.wrongUse);
  const numbers = { seed: 0, days: 0, members: 0, machines: 0 };
  for (const name of Object.keys(bounds) as Number[]) {
    const value = numberOf(context, name);
    if (value === null) {
      const { least, most } = bounds[name];
      return refuse(context, `--${name} is a whole number from ${least} to ${most}.`, exitCodes.wrongUse);
    }
    numbers[name] = value;
  }
  const progress = showProgress(context);
  const simulated = await (await import('../simulation/simulate.ts')).simulate({
    ...numbers,
    faults,
    pace: 1,
    deeds: Number.POSITIVE_INFINITY,
    onProgress: ({ days }) => progress.days(days, numbers.days),
  });
  progress.clear();
  const isJson = context.values.has('json');
  context.stdout.write(isJson ? `${JSON.stringify(simulated, null, 2)}\n` : textFor(simulated));
  return simulated.broken ? exitCodes.refused : exitCodes.ok;
}

function numberOf(context: Context, name: Number): number | null {
  const text = textOf(context.values, name);
  const { usual, least, most } = bounds[name];
  if (text === undefined) return usual;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}

function textFor({ report, broken }: Simulated): string {
  const list = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([word, count]) => `${word} ${count}`)
      .join(', ') || 'none';
  const rows: readonly (readonly [string, string | number])[] = [
    ['seed', report.seed],
    ['lived', `${report.days} days, ${report.members} members, ${report.machines} machines`],
    ['deeds', `${report.deeds}, ${report.entries} entries in the journal`],
    ['sessions', `${report.sessions}, ${report.hoursHeld} hours held`],
    ['refused', list(report.refused)],
    ['faults', list(report.faults)],
    ['restarts', report.restarts],
    ['alarms', report.alarms],
    ['billed', `EUR ${(Number(report.billedMinor) / 100).toFixed(2)}`],
    ['checked', `${report.invariants} promises, ${report.checks} times`],
    ['broken', report.violations],
    ['pace', `${report.timesRealTime} × real time, ${report.tookS} s`],
  ];
  const text = rows.map(([word, value]) => `${word.padEnd(10)}${value}\n`).join('');
  if (!broken) return text;
  return `${text}\nBROKEN: ${broken.what}\nThe shortest history that still breaks it, ${broken.deeds} deeds:\n\n${broken.test}\n`;
}
