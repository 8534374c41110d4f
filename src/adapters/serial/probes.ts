// What may be said to a controller that nobody knows yet, and to whom it is harmless. A question goes out only while
// every firmware that it may still be takes it without moving, heating, forgetting or changing anything.

import type { Activity } from '../../domain/machine/activity.ts';

export type Probe = {
  /** For people. */
  readonly shown: string;
  readonly bytes: Uint8Array;
  /** Families that answer it. */
  readonly wantedBy: ReadonlySet<string>;
  /** Families that it changes nothing in. */
  readonly harmlessTo: ReadonlySet<string>;
  /** Only after a status that says one of these; null in any case. */
  readonly when: ReadonlySet<Activity> | null;
  readonly withinMs: number;
  /** Only where the controller is reached over TCP. */
  readonly onTcp: boolean;
};

const line = (text: string): Uint8Array => Buffer.from(`${text}\n`, 'latin1');
const everyone: readonly string[] = [
  ...['grbl', 'smoothie', 'tinyg', 'g2core', 'marlin', 'klipper', 'reprapfirmware'],
  'linuxcnc',
];
const answering = { when: null, onTcp: false } as const;

/** In this order: the next one is asked only if it is still wanted. */
export const probes: readonly Probe[] = [
  {
    // A status byte to Grbl and Smoothie, then an empty line (`ok`). To all others an unknown word that they name and drop;
    // the line end keeps it from sticking to the next question.
    ...{ ...answering, shown: '?', bytes: line('?'), withinMs: 1000 },
    wantedBy: new Set(['grbl', 'smoothie']),
    harmlessTo: new Set(everyone),
  },
  {
    // Build info; Smoothie tells its state. Grbl refuses it in a job (error:8), so it is asked only while it is idle or in
    // alarm.
    ...{ shown: '$I', bytes: line('$I'), withinMs: 1500, onTcp: false },
    wantedBy: new Set(['grbl']),
    harmlessTo: new Set(['grbl', 'smoothie']),
    when: new Set<Activity>(['idle', 'alarm']),
  },
  {
    // Name and capabilities. Grbl knows no M115 (error:20), TinyG and g2core neither; LinuxCNC's server refuses the word.
    ...{ ...answering, shown: 'M115', bytes: line('M115'), withinMs: 3000 },
    wantedBy: new Set(['marlin', 'klipper', 'reprapfirmware', 'smoothie']),
    harmlessTo: new Set(everyone),
  },
  {
    // Hardware platform. Not for RepRapFirmware, where braces are expressions; it has answered M115 by then, or is none.
    ...{ ...answering, shown: '{"hp":null}', bytes: line('{"hp":null}'), withinMs: 1500 },
    wantedBy: new Set(['tinyg', 'g2core']),
    harmlessTo: new Set(['tinyg', 'g2core', 'grbl', 'smoothie', 'marlin', 'klipper', 'linuxcnc']),
  },
  {
    // LinuxCNC's server says nothing before this; it takes no control. Over TCP alone, where no firmware waits for G-code.
    ...{ shown: 'hello EMC officina 1.1', bytes: line('hello EMC officina 1.1'), withinMs: 1500 },
    ...{ when: null, onTcp: true },
    wantedBy: new Set(['linuxcnc']),
    harmlessTo: new Set(['linuxcnc', 'grbl', 'smoothie', 'tinyg', 'g2core', 'marlin', 'klipper']),
  },
];
