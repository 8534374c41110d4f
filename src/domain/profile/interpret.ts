// One line from a controller → what it means. A line that no frame takes is broken and means nothing at all; a word
// that the profile does not know is `unknown`, never idle (invariant 7).

import type { Activity } from '../machine/activity.ts';
import type { ReadingName, Readings } from '../machine/reading.ts';
import { type Clue, clueOf } from './clue.ts';
import type { FieldRules, FrameRule, PlainKind, Profile, ProgramEvent } from './profile.ts';

export type Frame =
  | {
      readonly kind: 'status';
      readonly id: string;
      readonly activity: Activity;
      readonly substate: string | null;
      /** The controller's own word, at most `rawLimit` printable characters. */
      readonly raw: string;
      /** What this state says of the program, where the profile knows that. */
      readonly event: ProgramEvent | null;
      readonly readings: Readings;
      /** Name of the file that it runs, without folders; left out where none is told. */
      readonly program?: string;
    }
  | {
      readonly kind: 'clue';
      readonly id: string;
      readonly clue: Clue;
      /** Whether the line is also the answer to a command. */
      readonly ack: boolean;
      readonly readings: Readings;
    }
  /** The answer to a poll that tells nothing of the state. */
  | { readonly kind: 'reading'; readonly id: string; readonly readings: Readings }
  | { readonly kind: 'event'; readonly id: string; readonly event: ProgramEvent }
  | { readonly kind: 'alarm' | 'nack'; readonly id: string; readonly code: string }
  | { readonly kind: 'setting'; readonly id: string; readonly name: string; readonly value: number }
  | { readonly kind: 'capability'; readonly id: string; readonly name: string; readonly on: boolean }
  | { readonly kind: 'permission'; readonly id: string; readonly on: boolean }
  | {
      readonly kind: Exclude<PlainKind, 'nack' | 'setting' | 'capability' | 'permission'>;
      readonly id: string;
    };

/** mm, inch, or not known yet: lengths are then withheld. */
export type LengthUnit = 'mm' | 'inch' | null;

const rawLimit = 40;
export const mmPerInch = 25.4;

/** What a whole line means, null when no frame takes it. */
export function interpret(profile: Profile, line: string, unit: LengthUnit): Frame | null {
  for (const rule of profile.frames) {
    const groups = rule.match(line);
    if (!groups) continue;
    const id = rule.id;
    switch (rule.kind) {
      case 'status': {
        const said = { state: groups.get('state') ?? '', sub: groups.get('sub') };
        const event = eventOf(profile, said);
        const readings = { ...readingsOf(rule.fields, groups, unit), ...percentOf(groups) };
        return { kind: 'status', id, ...stateOf(profile, said), event, readings, ...programOf(groups) };
      }
      case 'reading':
        return { kind: rule.kind, id, readings: readingsOf(rule.fields, groups, unit) };
      case 'event':
        return { kind: 'event', id, event: rule.event };
      case 'clue':
        return clueFrame(rule, { line, groups });
      case 'alarm':
        return { kind: rule.kind, id, code: rule.code ?? groups.get('code') ?? '' };
      case 'nack':
        return { kind: rule.kind, id, code: groups.get('code') ?? '' };
      case 'capability':
        return { kind: rule.kind, id, name: groups.get('name') ?? '', on: groups.get('on') === '1' };
      case 'permission':
        return { kind: rule.kind, id, on: groups.get('on') === '1' };
      case 'setting':
        return { kind: 'setting', id, name: groups.get('name') ?? '', value: Number(groups.get('value')) };
      default:
        return { kind: rule.kind, id };
    }
  }
  return null;
}

function clueFrame(
  rule: Extract<FrameRule, { kind: 'clue' }>,
  said: { line: string; groups: ReadonlyMap<string, string> },
): Frame {
  const { line: text, groups } = said;
  const fields = rule.fields ? splitFields(rule.fields, groups.get('fields') ?? '') : new Map();
  const clue = clueOf(rule.clue, { text, groups, fields });
  const readings = { ...readingsOf(rule.fields, groups, 'mm'), ...progressOf(clue, groups) };
  return { kind: 'clue', id: rule.id, clue, ack: groups.has('ack'), readings };
}

function progressOf(clue: Clue, groups: ReadonlyMap<string, string>): Readings {
  if (clue.of === 'file') return { 'program.progress': Math.min(clue.at / clue.size, 1) };
  const minutes = numberFrom(groups.get('minutes'));
  return {
    ...(clue.of === 'progress' ? percentOf(groups) : {}),
    ...(minutes === null ? {} : { 'program.timeLeft': minutes * 60 }),
  };
}

function percentOf(groups: ReadonlyMap<string, string>): Readings {
  const percent = numberFrom(groups.get('percent'));
  return percent === null || percent < 0 ? {} : { 'program.progress': Math.min(percent / 100, 1) };
}

function programOf(groups: ReadonlyMap<string, string>): { readonly program?: string } {
  const path = groups.get('program') ?? '';
  const program = path.slice(path.lastIndexOf('/') + 1);
  return program === '' ? {} : { program };
}

type Said = { readonly state: string; readonly sub: string | undefined };

const rowOf = ({ states }: Profile, { state, sub }: Said) =>
  states.find((each) => each.state === state && (each.sub === null || each.sub === sub));

/** The program event that a status word stands for; null for most. */
export const eventOf = (profile: Profile, said: Said): ProgramEvent | null =>
  rowOf(profile, said)?.event ?? null;

/** What the profile makes of a status word, and of its part where it has one. */
export function stateOf(profile: Profile, said: Said) {
  const { state, sub } = said;
  const row = rowOf(profile, said);
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
  for (const { name, key, otherwise, item, length } of rules.read) {
    const list = fields.get(key) ?? (otherwise === null ? undefined : fields.get(otherwise));
    const value = numberFrom(list?.[item]);
    if (value === null || (length && unit === null)) continue;
    readings[name] = length && unit === 'inch' ? value * mmPerInch : value;
  }
  return readings;
}

/** Field name → its list, of which a part may stand apart. A name that comes twice counts once, as first said. */
function splitFields(rules: FieldRules, text: string): Map<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  const joined = text.replaceAll(rules.between + rules.list, rules.list);
  for (const part of joined.split(rules.between)) {
    const cut = part.indexOf(rules.key);
    const name = part.slice(0, cut);
    if (cut > 0 && !fields.has(name)) fields.set(name, part.slice(cut + 1).split(rules.list));
  }
  return fields;
}

/** A plain decimal number, at most 15 characters; anything else is no reading. */
export function numberFrom(text: string | undefined): number | null {
  if (text === undefined || text.length > 15 || !/^-?\d+(\.\d+)?$/.test(text)) return null;
  return Number(text);
}
