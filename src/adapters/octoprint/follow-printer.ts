// The printer behind one OctoPrint, followed over one conversation: what was told becomes what is seen, jobs and their
// ends are remembered, and that OctoPrint is not connected to it is said once.

import type { Fields } from '../../edge/fields-of.ts';
import type { Ears } from '../../edge/talk.ts';
import { jobOf, noJob, rememberEvent, rememberJob, seenOf, type Told } from './octoprint-state.ts';

export type Printer = {
  readonly told: (told: Told) => void;
  readonly event: (event: Fields) => void;
  readonly wasTold: () => boolean;
};

export function followPrinter(ears: Pick<Ears, 'seen' | 'away' | 'alive'>): Printer {
  let memory = noJob;
  let wasTold = false;
  let awayAs: string | null = null;

  const away = (text: string | null, hasFailed: boolean): void => {
    const raw = text ?? '';
    if (hasFailed)
      ears.seen({ activity: 'unknown', substate: null, raw: text, readings: {}, job: jobOf(memory, null) });
    if (awayAs === raw) ears.alive();
    else ears.away({ code: 'controller-away', values: text === null ? {} : { state: text } });
    awayAs = raw;
    // Whoever comes back comes back without a job, or with another one.
    memory = { ...noJob, n: memory.n };
  };
  return {
    wasTold: () => wasTold,
    event(event) {
      memory = rememberEvent(memory, event);
    },
    told(told) {
      wasTold = true;
      const wasUnderWay = memory.isUnderWay;
      memory = rememberJob(memory, told);
      const seen = seenOf(told, memory);
      if (seen === null) {
        away(told.text, wasUnderWay);
        return;
      }
      awayAs = null;
      ears.seen(seen);
    },
  };
}
