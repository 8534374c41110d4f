// The printer behind one OctoPrint, followed over one conversation: what was told becomes what is seen, jobs and their
// ends are remembered, and that OctoPrint is not connected to it is said once.

import type { Readings } from '../../domain/machine/reading.ts';
import type { Fields } from '../../edge/json-at.ts';
import type { Ears } from '../../edge/talk.ts';
import { jobOf, noJob, rememberEvent, rememberJob, seenOf, type Told } from './octoprint-state.ts';

export type Printer = {
  readonly told: (told: Told) => void;
  readonly event: (event: Fields) => void;
  /** The state in its own word, as it was last told; null before, and where it had none. */
  readonly lastText: () => string | null;
};

export function followPrinter(ears: Pick<Ears, 'seen' | 'away' | 'alive'>): Printer {
  let memory = noJob;
  let heat: Readings = {};
  let lastText: string | null = null;
  let awayAs: string | null = null;

  const away = (text: string | null, hasFailed: boolean): void => {
    const raw = text ?? '';
    if (hasFailed)
      ears.seen({ activity: 'unknown', substate: null, raw: text, readings: {}, job: jobOf(memory, null) });
    if (awayAs === raw) ears.alive();
    else ears.away({ code: 'controller-away', values: text === null ? {} : { state: text } });
    awayAs = raw;
    // Whoever comes back comes back without a job, or with another one.
    [memory, heat] = [{ ...noJob, n: memory.n }, {}];
  };
  return {
    lastText: () => lastText,
    event(event) {
      memory = rememberEvent(memory, event);
    },
    told(told) {
      lastText = told.text;
      const wasUnderWay = memory.isUnderWay;
      memory = rememberJob(memory, told);
      // A push holds a temperature only when there was a new one.
      heat = { ...heat, ...told.heat };
      const seen = seenOf({ ...told, heat }, memory);
      if (seen === null) {
        away(told.text, wasUnderWay);
        return;
      }
      awayAs = null;
      ears.seen(seen);
    },
  };
}
