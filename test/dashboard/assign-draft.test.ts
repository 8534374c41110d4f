// What is typed about a new device: what is still lacking, the request that it becomes, and the mistakes that come back. No
// question about safety is answered before somebody answered it.

import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/contract/people.ts';
import {
  type AssignDraft,
  asksSafety,
  assignmentOf,
  idOf,
  kindFields,
  lacksOf,
  linesOf,
  mistakesOf,
  newDraft,
  type Target,
  withRole,
} from '../../src/dashboard/devices/assign-draft.ts';

const plug = { role: 'switch', entry: { kind: 'tasmota', topic: 'x', relay: 1 }, because: '' } as const;
const reader = { role: 'reader', entry: { kind: 'tasmota', topic: 'x' }, because: '' } as const;
const target: Target = { client: 'DVES_A1', isPart: false, guesses: [plug, reader] };
const draft = (changes: Partial<AssignDraft> = {}): AssignDraft => ({ ...newDraft(target), ...changes });
const answered = { noVoltRelease: true, notAnEmergencyStop: true };

describe('a draft', () => {
  it('chooses nothing where there is something to choose, and answers nothing', () => {
    expect(newDraft(target).what).toBeNull();
    expect(newDraft({ ...target, guesses: [plug] }).what).toBe(0);
    expect(newDraft({ ...target, guesses: [] }).what).toBe('other');
    for (const guesses of [[], [plug], [plug, reader]])
      expect(newDraft({ ...target, guesses })).toMatchObject({
        ...{ machine: null, noVoltRelease: null, notAnEmergencyStop: null },
      });
  });

  it('lacks both answers exactly where a switch gives a machine its power', () => {
    expect(lacksOf(draft(), target)).toEqual(['what', 'machine']);
    const rows: [Partial<AssignDraft>, boolean][] = [
      [{ what: 0, machine: 'saw' }, true],
      [{ what: 0, machine: '' }, false],
      [{ what: 1, machine: 'saw' }, false],
      [{ what: 'other', role: 'switch', fields: { topic: 'x' }, machine: 'saw' }, true],
    ];
    for (const [changes, asks] of rows) {
      expect(asksSafety(draft(changes), target)).toBe(asks);
      expect(lacksOf(draft(changes), target)).toEqual(asks ? ['answers'] : []);
      expect(lacksOf(draft({ ...changes, ...answered }), target)).toEqual([]);
    }
    const half = { what: 0, machine: 'saw', ...answered, noVoltRelease: false };
    expect(lacksOf(draft(half), target)).toEqual(['answers']);
  });

  it('proposes an id until one is typed', () => {
    expect(idOf(draft({ what: 0, machine: 'saw' }), target)).toBe('saw-plug');
    expect(idOf(draft({ what: 1, machine: '' }), target)).toBe('dves-a1-reader');
    expect(idOf(draft({ id: '' }), target)).toBe('');
    expect(lacksOf(draft({ what: 1, machine: '', id: 'A b' }), target)).toEqual(['id']);
  });

  it('becomes the request that it says, with numbers where the file wants numbers', () => {
    const guessed = draft({ what: 0, machine: 'saw', ...answered });
    expect(assignmentOf(guessed, target, true)).toEqual({
      ...{ role: 'switch', id: 'saw-plug', entry: plug.entry, machine: 'saw' },
      ...{ answers: answered, dryRun: true },
    });
    const fields = { topic: ' saw ', relay: '2', hostname: 'left over' };
    const typed = draft({ what: 'other', fields, machine: '', id: 'x' });
    expect(assignmentOf(typed, target, false)).toEqual({
      ...{ role: 'switch', id: 'x', entry: { kind: 'tasmota', topic: 'saw', relay: 2 }, machine: null },
      ...{ answers: { noVoltRelease: false, notAnEmergencyStop: false }, dryRun: false },
    });
    const odd = draft({ what: 'other', fields: { topic: 'saw', relay: 'two' } });
    expect(assignmentOf(odd, target, false).entry).toMatchObject({ relay: 'two' });
  });

  it('wants what each kind needs, and no kind that there is not for its role', () => {
    for (const role of ['reader', 'switch'] as const) {
      for (const [kind, fields] of Object.entries(kindFields[role])) {
        const empty = draft({ what: 'other', role, kind, machine: '' });
        const isNeeded = fields.some(({ isOptional }) => !isOptional);
        expect(lacksOf(empty, target), `${role} ${kind}`).toEqual(isNeeded ? ['fields'] : []);
      }
    }
    expect(withRole(draft({ kind: 'esp-rfid', role: 'reader' }), 'switch').kind).toBe('native');
    expect(withRole(draft({ kind: 'tasmota' }), 'reader').kind).toBe('tasmota');
  });
});

it('inv. 11: of what comes back only mistakes and lines are read', () => {
  const problem = (more: object): Problem => ({ type: '', title: '', status: 422, code: 'x', ...more });
  const mistake = { line: 3, column: 1, text: 'why', field: 'id' };
  expect(mistakesOf(problem({ mistakes: [mistake, null, 'x', { text: 7 }] }))).toEqual([mistake]);
  expect(mistakesOf(problem({ mistakes: 'x' }))).toEqual([]);
  expect(mistakesOf(null)).toEqual([]);
  expect(linesOf(problem({ lines: [{ line: 1, text: 'a' }, { line: 2 }, null] }))).toEqual([
    { line: 1, text: 'a' },
  ]);
  expect(linesOf(problem({}))).toEqual([]);
});
