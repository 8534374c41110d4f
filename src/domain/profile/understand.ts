// One line from a controller → what it means, also where it is JSON that tells only what has changed: that is laid over
// the last whole report. A broken line may have been such a change, so it ends what is known (invariant 7).

import type { Readings } from '../machine/reading.ts';
import {
  eventOf,
  type Frame,
  interpret,
  type LengthUnit,
  mmPerInch,
  numberFrom,
  stateOf,
} from './interpret.ts';
import { type JsonLeaves, jsonLimits, leavesOf, leavesUnder } from './json-line.ts';
import type { JsonReadings, JsonRule, JsonTells } from './json-rule.ts';
import type { Profile } from './profile.ts';

/** Frame id → the last whole report with all changes since; at most one per frame of the profile. */
export type Merged = ReadonlyMap<string, JsonLeaves>;

export const nothingMerged: Merged = new Map();

export type Understood = {
  /** Null when no frame takes the line. */
  readonly frame: Frame | null;
  readonly merged: Merged;
};

/** A change that comes before the first whole report is heard, and tells nothing: its frame is of the kind `ignore`. */
export function understand(
  profile: Profile,
  said: { line: string; unit: LengthUnit; merged: Merged },
): Understood {
  const { line, unit, merged } = said;
  const leaves = profile.json.length > 0 && line.startsWith('{') ? leavesOf(line) : null;
  for (const rule of leaves ? profile.json : []) {
    const told = leaves && takes(rule, leaves) ? tellsOf(profile, { rule, leaves, merged }) : null;
    if (told) return told;
  }
  const frame = interpret(profile, line, unit);
  return { frame, merged: frame ? merged : nothingMerged };
}

const takes = ({ where, has }: JsonRule, leaves: JsonLeaves): boolean =>
  has.every((path) => leaves.has(path)) &&
  [...where].every(([path, words]) => words.has(leaves.get(path) ?? ''));

type Heard = { readonly rule: JsonRule; readonly leaves: JsonLeaves; readonly merged: Merged };

/** Null when the frame does not take the line after all. */
function tellsOf(profile: Profile, { rule, leaves, merged }: Heard): Understood | null {
  const { id, tells, readings } = rule;
  const plain = (frame: Frame): Understood => ({ frame, merged });
  switch (tells.kind) {
    case 'status':
      return statusOf(profile, { rule, tells, leaves, merged });
    case 'reading':
      return plain({ kind: 'reading', id, readings: readingsOf(readings, leaves) });
    case 'alarm':
    case 'nack': {
      const code = leaves.get(tells.code);
      return code ? plain({ kind: tells.kind, id, code }) : null;
    }
    case 'event':
      return plain({ kind: 'event', id, event: tells.event });
    default:
      return plain({ kind: tells.kind, id });
  }
}

type StatusHeard = Heard & { readonly tells: Extract<JsonTells, { kind: 'status' }> };

function statusOf(profile: Profile, { rule, tells, leaves, merged }: StatusHeard): Understood | null {
  const { id } = rule;
  const { whole, changes } = tells.report;
  const report = whole === null ? leaves : leavesUnder(leaves, whole);
  const change = changes === null || report.size > 0 ? nothing : leavesUnder(leaves, changes);
  const before = merged.get(id);
  if (change.size > 0 && !before) return { frame: { kind: 'ignore', id }, merged };
  const known = change.size > 0 ? new Map([...(before ?? nothing), ...change]) : report;
  const state = known.get(tells.state);
  if (!state || known.size > jsonLimits.leaves) return null;
  const said = { state, sub: tells.sub === null ? undefined : known.get(tells.sub) };
  return {
    frame: {
      kind: 'status',
      id,
      ...stateOf(profile, said),
      event: eventOf(profile, said),
      readings: readingsOf(rule.readings, known),
    },
    merged: changes === null ? merged : new Map(merged).set(id, known),
  };
}

const nothing: JsonLeaves = new Map();

function readingsOf({ read, inches }: JsonReadings, leaves: JsonLeaves): Readings {
  const unit = inches === null ? 'mm' : unitOf(leaves.get(inches.at), inches.is);
  return Object.fromEntries(
    read.flatMap(({ name, at, otherwise, length }) => {
      const value = numberFrom(leaves.get(at) ?? (otherwise === null ? undefined : leaves.get(otherwise)));
      if (value === null || (length && unit === null)) return [];
      return [[name, length && unit === 'inch' ? value * mmPerInch : value]];
    }),
  );
}

const unitOf = (word: string | undefined, inch: string): LengthUnit =>
  word === undefined ? null : word === inch ? 'inch' : 'mm';
