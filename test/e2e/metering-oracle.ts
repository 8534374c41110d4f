// How long each session used its machine, found a second time from the changes in the journal alone. It shares no code
// with the program; each segment that the program closed must say the same.

import type { RawEntry } from './journal-file.ts';

/** The clocks of a segment as the program closed it, and as they follow from the changes before it. */
export type Compared = {
  readonly seq: number;
  readonly session: string;
  readonly index: number;
  readonly told: { readonly loadedMs: number; readonly operatingMs: number };
  readonly found: { readonly loadedMs: number; readonly operatingMs: number };
};

type Open = { loadedMs: number; operatingMs: number; countedMs: number };

/** What is seen and moves no clock at all; `unknown` is not seen. */
const still = new Set(['unknown', 'alarm', 'estop', 'check']);
const operating = new Set(['running', 'heating', 'pausing', 'resuming', 'cancelling']);

/** @param switchOf machine → its switch */
export function compareSegments(
  entries: readonly RawEntry[],
  switchOf: Readonly<Record<string, string>>,
): readonly Compared[] {
  const activities = new Map<string, string>();
  const contacts = new Map<string, boolean | null>();
  const open = new Map<string, Open>();
  const compared: Compared[] = [];
  let before: RawEntry | undefined;

  const count = (machine: string, untilMs: number): void => {
    const segment = open.get(machine);
    if (!segment || untilMs <= segment.countedMs) return;
    const elapsedMs = untilMs - segment.countedMs;
    segment.countedMs = untilMs;
    const activity = activities.get(machine) ?? 'unknown';
    if (contacts.get(switchOf[machine] ?? '') === false || still.has(activity)) return;
    segment.loadedMs += elapsedMs;
    if (operating.has(activity)) segment.operatingMs += elapsedMs;
  };
  const machines = Object.keys(switchOf);

  for (const entry of entries) {
    const { type, monoMs, data } = entry;
    const machine = String(data.machine ?? '');
    if (type === 'gateway-booted') {
      for (const one of machines) count(one, lastSignMs(before, data.last));
      activities.clear();
      contacts.clear();
    }
    if (type === 'session-started') open.set(machine, { loadedMs: 0, operatingMs: 0, countedMs: monoMs });
    if (type === 'switch-changed') {
      const fed = machines.find((one) => switchOf[one] === data.switch) ?? '';
      count(fed, monoMs);
      contacts.set(String(data.switch), data.on as boolean | null);
    }
    if (type === 'machine-changed') {
      count(machine, monoMs - Number(data.seenAgoMs));
      const segment = open.get(machine);
      if (segment) segment.countedMs = Math.max(segment.countedMs, monoMs);
      activities.set(machine, String(data.activity));
    }
    if (type === 'segment-closed') {
      if (data.why !== 'restart') count(machine, monoMs);
      const { countedMs: _, ...found } = open.get(machine) ?? { loadedMs: 0, operatingMs: 0, countedMs: 0 };
      compared.push({
        seq: entry.seq,
        ...(data as Pick<Compared, 'session' | 'index'>),
        told: toldBy(data),
        found,
      });
      open.set(machine, { loadedMs: 0, operatingMs: 0, countedMs: monoMs });
      if (data.why === 'ending') open.delete(machine);
    }
    before = entry;
  }
  return compared;
}

/** Monotonic time of the boot before: its last entry, or its later sign of life. */
function lastSignMs(before: RawEntry | undefined, last: unknown): number {
  const beat = last as { boot: string; monoMs: number } | null;
  const beatMs = beat !== null && beat.boot === before?.boot ? beat.monoMs : 0;
  return Math.max(before?.monoMs ?? 0, beatMs);
}

function toldBy(data: RawEntry['data']): Compared['told'] {
  const { loadedMs, operatingMs } = data.clocks as Compared['told'];
  return { loadedMs, operatingMs };
}
