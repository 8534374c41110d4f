// What the simulated TinyG or g2core says: whole reports as answers, changes by themselves, exceptions, and the lines of
// its start. A change tells only what differs from the report before it, as `sv=1` does.

import { axes } from './grbl-gcode.ts';
import type { JsonAnswer } from './tinyg-program.ts';
import { say, statNumbers, type Tinyg, type TinygChannel, wordOf } from './tinyg-state.ts';

/** `si`: between two reports while it moves. */
const reportEveryMs = 250;
/** HASHMASK of the checksum in TinyG's footers. */
const hashMask = 9999;

const identities = {
  tinyg: '"fv":0.970,"fb":440.20,"hp":1,"hv":8,"id":"7W0243-VWX"',
  g2core:
    '"fv":0.99,"fb":100.26,"fbs":"100.26","fbc":"settings_default.h","hp":3,"hv":0,"id":"0084-d639-18c6-7bd"',
} as const;
const builds = { tinyg: '440.20', g2core: '100.26' } as const;

/** What `{"hp":null}` and the like are answered with; null for a name that it does not know. */
export function settingOf({ firmware }: Tinyg, name: string): string | null {
  const found = new RegExp(`"${name}":("[^"]*"|[0-9.]+)`).exec(identities[firmware]);
  return found?.[1] ?? null;
}

export function greet(tinyg: Tinyg): void {
  const identity = identities[tinyg.firmware];
  respond(tinyg, { body: `${identity},"msg":"SYSTEM READY"`, status: 0, bytes: 0 });
}

/** An answer with its footer. */
export function respond(tinyg: Tinyg, answer: JsonAnswer & { readonly to?: TinygChannel }): void {
  const { body, status, bytes, to } = answer;
  const line = `{"r":{${body}},"f":[1,${status},${bytes}`;
  say(tinyg, tinyg.firmware === 'tinyg' ? `${line},${checksum(line)}]}` : `${line}]}`, to);
}

export function exception(tinyg: Tinyg, of: { code: number; text: string }): void {
  say(tinyg, `{"er":{"fb":${builds[tinyg.firmware]},"st":${of.code},"msg":"${of.text}"}}`);
}

/** The body of a whole report. */
export const wholeReport = (tinyg: Tinyg): string => `"sr":{${[...valuesOf(tinyg)].map(pair).join(',')}}`;

/** Tells what has changed, if anything has. */
export function reportChanges(tinyg: Tinyg): void {
  const changed = [...valuesOf(tinyg)].filter(([key, text]) => tinyg.told.get(key) !== text);
  if (changed.length === 0) return;
  for (const [key, text] of changed) tinyg.told.set(key, text);
  say(tinyg, `{"sr":{${changed.map(pair).join(',')}}}`);
}

/** While it moves, changes are told from time to time. */
export function reportWhenDue(tinyg: Tinyg): void {
  if (tinyg.nowMs < tinyg.nextReportMs || tinyg.word === 'shutdown') return;
  tinyg.nextReportMs = tinyg.nowMs + reportEveryMs;
  reportChanges(tinyg);
}

const pair = ([key, text]: readonly [string, string]) => `"${key}":${text}`;

/** In the order of the default report. */
function valuesOf(tinyg: Tinyg): Map<string, string> {
  const { motion, modal, firmware, lineNumber } = tinyg;
  const scale = modal.inches ? 25.4 : 1;
  const values = new Map([['line', String(lineNumber)]]);
  for (const axis of axes)
    values.set(`pos${axis}`, ((motion.position[axis] - modal.offset[axis]) / scale).toFixed(3));
  values.set('feed', ((modal.feed ?? 0) / scale).toFixed(2));
  values.set('vel', ((motion.speed * 60) / scale).toFixed(3));
  values.set('unit', modal.inches ? '0' : '1');
  values.set('stat', String(statNumbers[firmware][wordOf(tinyg)]));
  return values;
}

function checksum(line: string): number {
  let hash = 0;
  for (const byte of Buffer.from(line, 'latin1')) hash = (Math.imul(31, hash) + byte) >>> 0;
  return hash % hashMask;
}
