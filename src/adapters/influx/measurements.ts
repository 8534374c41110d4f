// The measurements of the contract as the library must know them, so that whole numbers are written as whole numbers,
// and points as it takes them. The same point is always written with the same time and tags: writing it twice changes
// nothing. Readings go as lines; see `reading-lines.ts`.

import { FieldType, type IPoint, type ISchemaOptions } from 'influx';
import type { DiaryPoint } from '../../domain/diary/points-of.ts';

const { INTEGER, STRING } = FieldType;

/** Each point from the journal carries its place there. */
const place = { seq: INTEGER, gateway: STRING };
const holder = ['machine', 'pool', 'member', 'team', 'cost_code'];

export const measurements: readonly ISchemaOptions[] = [
  {
    measurement: 'usage',
    tags: holder,
    fields: {
      loaded_ms: INTEGER,
      working_ms: INTEGER,
      operating_ms: INTEGER,
      energy_mwh: INTEGER,
      laser_on_ms: INTEGER,
      spindle_on_ms: INTEGER,
      session: STRING,
      ...place,
    },
  },
  {
    measurement: 'charge',
    tags: [...holder, 'currency'],
    fields: { minor: INTEGER, session: STRING, ...place },
  },
  {
    measurement: 'machine_state',
    tags: ['machine'],
    fields: { link: STRING, activity: STRING, mode: STRING, interlock: STRING, ...place },
  },
  { measurement: 'access', tags: ['reader', 'machine', 'outcome'], fields: { code: STRING, ...place } },
  {
    measurement: 'queue',
    tags: ['pool'],
    fields: { waiting: INTEGER, longest_wait_s: INTEGER, latest_start_s: INTEGER, ...place },
  },
  // Our own: how far the journal of a gateway has come here.
  { measurement: 'journal', tags: ['gateway'], fields: { seq: INTEGER } },
];

/** Nanoseconds in a millisecond, and so the points of one series that one millisecond can tell apart. */
const nanos = 1_000_000;

/**
 * Two points of one series may share a millisecond and must not overwrite each other: the place in the journal, modulo
 * a million, makes the nanoseconds. A million entries never fall into one millisecond, and a repetition lands where
 * the first one did.
 */
export const toInfluxPoint = ({ measurement, atMs, seq, gateway, tags, fields }: DiaryPoint): IPoint => ({
  measurement,
  tags: { ...tags },
  fields: { ...fields, seq, gateway },
  timestamp: `${Math.trunc(atMs)}${String(seq % nanos).padStart(6, '0')}`,
});

/** Often enough written again that no retention policy takes the newest away; one point for ten minutes. */
const positionStepMs = 600_000;

export const positionPoint = (at: { gateway: string; seq: number; nowMs: number }): IPoint => ({
  measurement: 'journal',
  tags: { gateway: at.gateway },
  fields: { seq: at.seq },
  timestamp: `${Math.floor(at.nowMs / positionStepMs) * positionStepMs}000000`,
});
