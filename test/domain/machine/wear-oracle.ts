// How long each machine worked, found a second time from the journal alone, as a list of stretches that is added up at the
// end. It shares no code with the meters: each of them must say the same.

import type { Entry } from '../../../src/domain/journal/entry.ts';

export type Worn = { operatingMs: number; workingMs: number; loadedMs: number; jobs: number };

const operating = ['running', 'heating', 'pausing', 'resuming', 'cancelling'];
const working = ['homing', 'jogging', 'busy'];

type Stretch = { fromMs: number; toMs: number; word: string; dark: boolean };

/** Segments as they were closed, and outside of them what the controller of a machine under power showed to move. */
export function wornBy(entries: readonly Entry[], machine: string, plug: string): Worn {
  const worn: Worn = { operatingMs: 0, workingMs: 0, loadedMs: 0, jobs: 0 };
  const outside: Stretch[] = [];
  let held = false;
  let word = 'unknown';
  let dark = false;
  let fromMs: number | null = null;
  const end = (toMs: number): void => {
    if (!held && fromMs !== null) outside.push({ fromMs, toMs, word, dark });
    if (fromMs !== null) fromMs = Math.max(fromMs, toMs);
  };
  for (const { type, data, monoMs } of entries) {
    if (type === 'gateway-booted') {
      end(data.last?.monoMs ?? 0);
      fromMs = null;
      word = 'unknown';
      dark = false;
    }
    if (type === 'session-started' && data.machine === machine) {
      end(monoMs);
      held = true;
    }
    if (type === 'machine-changed' && data.machine === machine) {
      end(monoMs - data.seenAgoMs);
      word = data.activity;
      fromMs = monoMs;
    }
    if (type === 'switch-changed' && data.switch === plug) {
      end(monoMs);
      dark = data.on === false;
    }
    if (type === 'segment-closed' && data.machine === machine) {
      worn.operatingMs += data.clocks.operatingMs;
      worn.workingMs += data.clocks.workingMs;
      worn.loadedMs += data.clocks.loadedMs;
      if (data.why === 'ending') {
        held = false;
        fromMs = monoMs;
      }
    }
    if (type === 'job-started' && data.machine === machine) worn.jobs += 1;
  }
  for (const one of outside.filter((stretch) => !stretch.dark && stretch.toMs > stretch.fromMs)) {
    const ms = one.toMs - one.fromMs;
    const isOperating = operating.includes(one.word);
    if (!isOperating && !working.includes(one.word)) continue;
    worn.loadedMs += ms;
    worn.workingMs += ms;
    if (isOperating) worn.operatingMs += ms;
  }
  return worn;
}
