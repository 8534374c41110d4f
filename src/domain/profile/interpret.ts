// One line from a controller → what it means. A line that no frame takes is broken and means nothing at all; a word
// that the profile does not know is `unknown`, never idle (invariant 7).

import type { Activity } from '../machine/activity.ts';
import type { ReadingName, Readings } from '../machine/reading.ts';
import type { FieldRules, PlainKind, Profile, ProgramEvent } from './profile.ts';

export type Frame =
  | {
      readonly kind: 'status';
      readonly id: string;
      readonly activity: Activity;
      readonly substate: string | null;
      /** The controller's own word, at most `rawLimit` printable characters. */
      readonly raw: string;
      readonly readings: Readings;
    }
  | { readonly kind: 'event'; readonly id: string; readonly event: ProgramEvent }
  | { readonly kind: 'alarm' | 'nack'; readonly id: string; readonly code: string }
  | { readonly kind: 'setting'; readonly id: string; readonly name: string; readonly value: number }
  | { readonly kind: Exclude<PlainKind, 'alarm' | 'nack' | 'setting'>; readonly id: string };

/** mm, inch, or not known yet: lengths are then withheld. */
export type LengthUnit = 'mm' | 'inch' | null;

const rawLimit = 40;
const mmPerInch = 25.4;

/** What a whole line means, null when no frame takes it. */
export function interpret(profile: Profile, line: string, unit: LengthUnit): Frame | null {
  for (const rule of profile.frames) {
    const groups = rule.match(line);
    if (!groups) continue;
    const id = rule.id;
    switch (rule.kind) {
      case 'status':
        return {
          kind: 'status',
          id,
          ...stateOf(profile, groups),
          readings: readingsOf(rule.fields, groups, unit),
        };
      case 'event':
        return { kind: 'event', id, event: rule.event };
      case 'alarm':
      case 'nack':
        return { kind: rule.kind, id, code: groups.get('code') ?? '' };
      case 'setting':
        return { kind: 'setting', id, name: groups.get('name') ?? '', value: Number(groups.get('value')) };
      default:
        return { kind: rule.kind, id };
    }
  }
  return null;
}

function stateOf(profile: Profile, groups: ReadonlyMap<string, string>) {
  const state = groups.get('state') ?? '';
  const sub = groups.get('sub');
  const row = profile.states.find((each) => each.state === state && (each.sub === null || each.sub === sub));
  const raw = (sub === undefined ? state : `${state}:${sub}`).slice(0, rawLimit);
  return { activity: row?.activity ?? 'unknown', substate: row?.substate ?? null, raw } as const;
}

function readingsOf(
  rules: FieldRules | null,
  groups: ReadonlyMap<string, string>,
  unit: LengthUnit,
): Readings {
  const text = groups.get('fields');
  if (!rules || text === undefined) return {};
  const fields = splitFields(rules, text);
  const readings: { -readonly [name in ReadingName]?: number } = {};
  for (const { name, key, item, length } of rules.read) {
    const value = numberFrom(fields.get(key)?.[item]);
    if (value === null || (length && unit === null)) continue;
    readings[name] = length && unit === 'inch' ? value * mmPerInch : value;
  }
  return readings;
}

/** Field name → its list. A name that comes twice counts once, as first said. */
function splitFields(rules: FieldRules, text: string): Map<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  for (const part of text.split(rules.between)) {
    const cut = part.indexOf(rules.key);
    const name = part.slice(0, cut);
    if (cut > 0 && !fields.has(name)) fields.set(name, part.slice(cut + 1).split(rules.list));
  }
  return fields;
}

/** A plain decimal number, at most 15 characters; anything else is no reading. */
function numberFrom(text: string | undefined): number | null {
  if (text === undefined || text.length > 15 || !/^-?\d+(\.\d+)?$/.test(text)) return null;
  return Number(text);
}
