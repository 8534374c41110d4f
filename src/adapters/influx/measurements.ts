// The measurements of the contract as the library must know them, so that whole numbers are written as whole numbers,
// and points as lines of its protocol. The same point is always written with the same time and tags: writing it twice
// changes nothing.

import { FieldType, type IPoint, type ISchemaOptions } from 'influx';
import type { DiaryPoint } from '../../domain/diary/points-of.ts';
import { readingUnits } from '../../domain/machine/reading.ts';
import type { SpooledSeries } from '../../gateway/ports.ts';

const { FLOAT, INTEGER, STRING } = FieldType;

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
    measurement: 'reading',
    tags: ['machine'],
    fields: Object.fromEntries(Object.keys(readingUnits).map((name) => [name, FLOAT])),
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

/** One point per machine and time, with all readings of that time that are in the batch. */
export function readingPoints(series: readonly SpooledSeries[]): readonly IPoint[] {
  const points = new Map<string, { machine: string; atMs: number; fields: [string, number][] }>();
  for (const { machine, name, atMs, values } of series) {
    for (const [index, at] of atMs.entries()) {
      const key = `${at} ${machine}`;
      const point = points.get(key) ?? { machine, atMs: at, fields: [] };
      points.set(key, point);
      point.fields.push([name, values[index] ?? 0]);
    }
  }
  return [...points.values()].map(({ machine, atMs, fields }) => ({
    measurement: 'reading',
    tags: { machine },
    fields: Object.fromEntries(fields),
    timestamp: `${Math.trunc(atMs)}000000`,
  }));
}

/** Often enough written again that no retention policy takes the newest away; one point for ten minutes. */
const positionStepMs = 600_000;

export const positionPoint = (at: { gateway: string; seq: number; nowMs: number }): IPoint => ({
  measurement: 'journal',
  tags: { gateway: at.gateway },
  fields: { seq: at.seq },
  timestamp: `${Math.floor(at.nowMs / positionStepMs) * positionStepMs}000000`,
});
