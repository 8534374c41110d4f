// What a person says that a device is, as it is typed, and the request that it becomes. Pure. Neither of the two safety
// questions has an answer before somebody gave one.

import type { Problem } from '../../contract/people.ts';
import type { Assignment, AssignmentMistake } from '../../contract/unassigned.ts';

export type Role = Assignment['role'];
type Guess = { readonly role: Role; readonly entry: Assignment['entry']; readonly because: string };

/** A device that waits, or a described box of which another part is described. */
export type Target = {
  readonly client: string;
  readonly isPart: boolean;
  /** As they were when the form was opened: nothing moves under the finger. */
  readonly guesses: readonly Guess[];
};

export type AssignDraft = {
  /** Number of the guess; null before anything was chosen. */
  readonly what: number | 'other' | null;
  readonly role: Role;
  readonly kind: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Null: not chosen yet; empty: for none. */
  readonly machine: string | null;
  /** Null while the usual one will do. */
  readonly id: string | null;
  readonly noVoltRelease: boolean | null;
  readonly notAnEmergencyStop: boolean | null;
};

type Field = { readonly name: string; readonly isNumber?: true; readonly isOptional?: true };

/** What each kind says of itself in officina.yaml, without what it rarely needs. */
export const kindFields: Readonly<Record<Role, Readonly<Record<string, readonly Field[]>>>> = {
  reader: {
    native: [],
    tasmota: [{ name: 'topic' }],
    'esp-rfid': [
      { name: 'topic' },
      { name: 'generation', isNumber: true, isOptional: true },
      { name: 'hostname', isOptional: true },
    ],
    esphome: [{ name: 'prefix' }],
  },
  switch: {
    native: [],
    tasmota: [{ name: 'topic' }, { name: 'relay', isNumber: true, isOptional: true }],
    esphome: [{ name: 'prefix' }, { name: 'relay' }],
    'shelly-gen1': [
      { name: 'prefix' },
      { name: 'host' },
      { name: 'relay', isNumber: true, isOptional: true },
    ],
    'shelly-gen2': [{ name: 'prefix' }, { name: 'channel', isNumber: true, isOptional: true }],
    zigbee2mqtt: [
      { name: 'friendly' },
      { name: 'base', isOptional: true },
      { name: 'endpoint', isOptional: true },
    ],
  },
};

export const newDraft = ({ guesses }: Target): AssignDraft => ({
  what: guesses.length === 0 ? 'other' : guesses.length === 1 ? 0 : null,
  role: 'switch',
  kind: 'tasmota',
  fields: {},
  machine: null,
  id: null,
  noVoltRelease: null,
  notAnEmergencyStop: null,
});

/** A kind that there is not for that role becomes the first one that there is. */
export function withRole(draft: AssignDraft, role: Role): AssignDraft {
  const kind = Object.hasOwn(kindFields[role], draft.kind) ? draft.kind : 'native';
  return { ...draft, role, kind };
}

const guessOf = ({ what }: AssignDraft, { guesses }: Target): Guess | undefined =>
  typeof what === 'number' ? guesses[what] : undefined;

const roleOf = (draft: AssignDraft, target: Target): Role => guessOf(draft, target)?.role ?? draft.role;

/** Only a switch that gives a machine its power is asked about. */
export const asksSafety = (draft: AssignDraft, target: Target): boolean =>
  draft.what !== null && roleOf(draft, target) === 'switch' && draft.machine !== null && draft.machine !== '';

/** What was typed, or what most people would type. */
export function idOf(draft: AssignDraft, target: Target): string {
  if (draft.id !== null) return draft.id;
  const own =
    target.client
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join('-') ?? 'new';
  const last = roleOf(draft, target) === 'reader' ? 'reader' : 'plug';
  return `${draft.machine || own}-${last}`.slice(0, 64);
}

export type Lack = 'what' | 'fields' | 'machine' | 'id' | 'answers';

/** What is still to be said, in the order of the form. */
export function lacksOf(draft: AssignDraft, target: Target): readonly Lack[] {
  const isSafe = draft.noVoltRelease === true && draft.notAnEmergencyStop === true;
  const empty = fieldsOf(draft).some(
    ({ name, isOptional }) => !isOptional && (draft.fields[name] ?? '').trim() === '',
  );
  const lacks: readonly (readonly [Lack, boolean])[] = [
    ['what', draft.what === null],
    ['fields', draft.what === 'other' && empty],
    ['machine', draft.machine === null],
    ['id', !/^[a-z0-9-]{1,64}$/.test(idOf(draft, target))],
    ['answers', asksSafety(draft, target) && !isSafe],
  ];
  return lacks.filter(([, isSo]) => isSo).map(([lack]) => lack);
}

export const fieldsOf = ({ role, kind }: AssignDraft): readonly Field[] =>
  (Object.hasOwn(kindFields[role], kind) ? kindFields[role][kind] : undefined) ?? [];

export function assignmentOf(draft: AssignDraft, target: Target, dryRun: boolean): Assignment {
  return {
    role: roleOf(draft, target),
    id: idOf(draft, target),
    entry: guessOf(draft, target)?.entry ?? typedEntry(draft),
    machine: draft.machine || null,
    answers: {
      noVoltRelease: draft.noVoltRelease === true,
      notAnEmergencyStop: draft.notAnEmergencyStop === true,
    },
    dryRun,
  };
}

/** A number that is none goes as it was typed, so that the gateway says what it wants. */
function typedEntry(draft: AssignDraft): Assignment['entry'] {
  const written = fieldsOf(draft).flatMap(({ name, isNumber }) => {
    const text = (draft.fields[name] ?? '').trim();
    if (text === '') return [];
    return [[name, isNumber && /^\d{1,5}$/.test(text) ? Number(text) : text] as const];
  });
  return { kind: draft.kind, ...Object.fromEntries(written) };
}

/** The entry of a guess in one line, as the file has it. */
export const entryText = ({ kind, ...rest }: Assignment['entry']): string =>
  [kind, ...Object.entries(rest).map(([key, value]) => `${key}: ${value}`)].join(', ');

/** What the gateway found wrong, as far as it can be read. */
export function mistakesOf(problem: Problem | null): readonly AssignmentMistake[] {
  const listed: unknown = problem !== null && 'mistakes' in problem ? problem.mistakes : null;
  return Array.isArray(listed) ? listed.filter(isMistake) : [];
}

const isMistake = (one: unknown): one is AssignmentMistake =>
  typeof one === 'object' && one !== null && 'text' in one && typeof one.text === 'string';

export type AddedLine = { readonly line: number; readonly text: string };

/** Where the file may not be written: the lines to be put in by hand. */
export function linesOf(problem: Problem | null): readonly AddedLine[] {
  const listed: unknown = problem !== null && 'lines' in problem ? problem.lines : null;
  return Array.isArray(listed) ? listed.filter(isLine) : [];
}

const isLine = (one: unknown): one is AddedLine =>
  typeof one === 'object' &&
  one !== null &&
  ['line', 'text'].every((key) => key in one) &&
  typeof (one as AddedLine).text === 'string';
