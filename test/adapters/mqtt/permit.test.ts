// The whole permission matrix: kinds × actions × topics, each cell said out loud.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, type DeviceKind, permit } from '../../../src/adapters/mqtt/permit.ts';

const kinds: readonly DeviceKind[] = ['reader', 'switch', 'machine', 'probe'];
const devices = kinds.filter((kind) => kind !== 'probe');
const actions: readonly Action[] = ['publish', 'subscribe', 'forward'];
const leaves = ['tap', 'answer', 'set', 'enable', 'state', 'report', 'status', '#', '+', ''];
const ids = ['one', 'two', '+', '#', '', 'one/', 'ONE', '__proto__', 'constructor'];

/** Every cell that is yes, for the device `one`; all else is no. */
const yes = new Set([
  'reader publish officina/v1/reader/one/tap',
  'switch publish officina/v1/switch/one/state',
  'machine publish officina/v1/machine/one/report',
  'machine subscribe officina/v1/machine/one/enable',
  'machine forward officina/v1/machine/one/enable',
  'reader subscribe officina/v1/reader/one/answer',
  'reader forward officina/v1/reader/one/answer',
  // The gateway's own question says one thing and hears nothing.
  'probe publish officina/v1/probe/one/tap',
  'switch subscribe officina/v1/switch/one/set',
  'switch forward officina/v1/switch/one/set',
  ...devices.flatMap((kind) => [
    `${kind} subscribe officina/v1/machine/one/state`,
    `${kind} subscribe officina/v1/machine/two/state`,
    // A plain id like any other.
    `${kind} subscribe officina/v1/machine/constructor/state`,
    `${kind} forward officina/v1/machine/constructor/state`,
    `${kind} subscribe officina/v1/machine/+/state`,
    `${kind} subscribe officina/v1/gateway/status`,
    `${kind} forward officina/v1/machine/one/state`,
    `${kind} forward officina/v1/machine/two/state`,
    `${kind} forward officina/v1/gateway/status`,
  ]),
]);

const topics = [
  ...['reader', 'switch', 'machine', 'probe', 'gateway', '+'].flatMap((branch) =>
    ids.flatMap((id) => leaves.map((leaf) => `officina/v1/${branch}/${id}/${leaf}`)),
  ),
  ...[
    'officina/v1/gateway/status',
    'officina/v1/gateway/+',
    'officina/v1/gateway/#',
    'officina/v2/gateway/status',
  ],
  ...['#', '+', '/', '', '$SYS/#', '$SYS/broker/clients', '$share/g/officina/v1/gateway/status'],
  ...['officina/#', 'officina/v1/#', '+/+/+/+/+', '+/v1/machine/+/state', 'officina/v1/machine/+/+'],
  ...['officina/v1/machine/one/state/', '/officina/v1/machine/one/state', 'officina/v1/machine/one/state/x'],
];

describe('permit', () => {
  it('answers every cell of the matrix as listed, and nothing more', () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const kind of kinds) {
      for (const action of actions) {
        for (const topic of topics) {
          cells++;
          const cell = `${kind} ${action} ${topic}`;
          if (permit({ kind, id: 'one' }, action, topic) !== yes.has(cell)) wrong.push(cell);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(3500);
    for (const cell of yes) expect(topics).toContain(cell.split(' ')[2]);
  });

  it('inv. 11: a device whose id holds topic characters may do nothing', () => {
    for (const id of ['+', '#', 'a/b', '', 'A', 'x'.repeat(65)]) {
      for (const topic of [
        'officina/v1/gateway/status',
        `officina/v1/reader/${id}/tap`,
        'officina/v1/reader/x/tap',
      ]) {
        for (const action of actions) expect(permit({ kind: 'reader', id }, action, topic)).toBe(false);
      }
    }
  });

  it('no topic lets a device publish for another', () => {
    const level = fc.constantFrom(
      'officina',
      'v1',
      'reader',
      'switch',
      'machine',
      'probe',
      'one',
      'two',
      'tap',
      'state',
      '+',
      '#',
    );
    fc.assert(
      fc.property(fc.array(level, { maxLength: 7 }), fc.constantFrom(...kinds), (levels, kind) => {
        const topic = levels.join('/');
        const allowed = permit({ kind, id: 'one' }, 'publish', topic);
        expect(allowed).toBe(yes.has(`${kind} publish ${topic}`));
      }),
      { numRuns: 500 },
    );
  });
});
