// How a profile names the parts of a JSON line: which lines a frame takes, and at which paths its words and readings
// stand. Paths and words only; nothing is computed.

import type { ReadingName } from '../machine/reading.ts';
import type { ProgramEvent } from './profile.ts';

export type JsonRule = {
  readonly id: string;
  readonly tells: JsonTells;
  /** Each of these paths holds one of its words. */
  readonly where: ReadonlyMap<string, ReadonlySet<string>>;
  /** These paths are there. */
  readonly has: readonly string[];
  readonly readings: JsonReadings;
};

export type JsonTells =
  | {
      readonly kind: 'status';
      readonly state: string;
      readonly sub: string | null;
      readonly report: ReportPlace;
    }
  | { readonly kind: 'reading' }
  /** `code` is the path of the code. */
  | { readonly kind: 'alarm' | 'nack'; readonly code: string }
  | { readonly kind: 'event'; readonly event: ProgramEvent }
  | { readonly kind: 'greeting' | 'ack' | 'reject' | 'ignore' };

/** Where a whole report stands, and where one that tells only what has changed; null: the line, and none. */
type ReportPlace = { readonly whole: string | null; readonly changes: string | null };

export type JsonReadings = {
  readonly read: readonly JsonReader[];
  /** Lengths are in inches where this path holds this word; null where they always are in mm. */
  readonly inches: { readonly at: string; readonly is: string } | null;
};

type JsonReader = {
  readonly name: ReadingName;
  readonly at: string;
  /** Read instead where the first is missing. */
  readonly otherwise: string | null;
  /** Turned into mm, and withheld while the unit is not known. */
  readonly length: boolean;
};
