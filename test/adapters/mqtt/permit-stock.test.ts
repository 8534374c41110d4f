// Devices × topics × actions with every kind of stock device beside the native ones, against a second small model.

import { describe, expect, it } from 'vitest';
import { type Action, isCommandTopic, permit } from '../../../src/adapters/mqtt/permit.ts';
import { cast, mayIn, topics } from './matrix-model.ts';
import { box, boxes } from './stock/boxes.ts';

/** A will is a publish that is asked for at the sign-in. */
const actions: readonly (Action | 'will')[] = ['publish', 'subscribe', 'will', 'forward'];

describe('the permissions of stock devices', () => {
  it('are those of a second model in every cell, with none too many', () => {
    const wrong: string[] = [];
    const granted = new Map<string, number>();
    let cells = 0;
    for (const { name, device, model } of cast) {
      for (const action of actions) {
        const asked = action === 'will' ? 'publish' : action;
        for (const topic of topics) {
          cells++;
          const may = permit(device, asked, topic);
          if (may) granted.set(name, (granted.get(name) ?? 0) + 1);
          if (may !== mayIn(model, asked, topic)) wrong.push(`${name} ${action} ${topic}: ${may}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    process.stdout.write(`permission matrix: ${cells} cells, 0 wrong\n`);
    expect(cells).toBeGreaterThan(30_000);
    // A matrix that grants nothing would prove nothing.
    expect([...granted.keys()]).toEqual(cast.map(({ name }) => name));
  });

  it('never let one box publish what another hears, nor its own orders', () => {
    const taken: string[] = [];
    for (const sayer of cast)
      for (const hearer of cast)
        for (const topic of topics) {
          const isBridge = sayer === hearer && sayer.name === 'zigbee2mqtt';
          const both = permit(sayer.device, 'publish', topic) && permit(hearer.device, 'forward', topic);
          if (both && !isBridge) taken.push(`${sayer.name} → ${hearer.name}: ${topic}`);
        }
    expect(taken).toEqual([]);
    const { tasmota } = boxes;
    expect(isCommandTopic('cmnd/lathe/POWER') && isCommandTopic('tasmota/lathe/cmnd/POWER')).toBe(true);
    expect(permit(tasmota, 'publish', 'cmnd/lathe/POWER')).toBe(false);
  });

  it('give a device that nobody described no topic of one that is, in no cell', () => {
    const overGrants: string[] = [];
    let cells = 0;
    const said = new Set(
      cast.flatMap(({ device }) => topics.filter((topic) => permit(device, 'publish', topic))),
    );
    for (const how of ['code', 'address'] as const)
      for (const client of [
        'DVES_NEW',
        'reader-new',
        'switch-new',
        'machine-new',
        'zigbee',
        'officina',
        '$SYS',
      ])
        for (const action of actions)
          for (const topic of [...topics, `officina/v1/pairing/${client}`, 'officina/v1/pairing/other']) {
            cells++;
            const asked = action === 'will' ? 'publish' : action;
            const may = permit({ kind: 'unassigned', client, how }, asked, topic);
            // What it says goes nowhere, so only our own topics must be closed to it; it hears one topic at most.
            const isOver =
              asked === 'publish'
                ? /^(?:officina|\$)/.test(topic)
                : how === 'address' || topic !== `officina/v1/pairing/${client}`;
            if (may && isOver) overGrants.push(`${how} ${client} ${action} ${topic}`);
          }
    expect(overGrants).toEqual([]);
    expect(cells).toBeGreaterThan(30_000);
    // The matrix holds topics of every described device.
    expect(said.size).toBeGreaterThan(50);
    const fresh = { kind: 'unassigned', client: 'reader-new', how: 'code' } as const;
    expect(permit(fresh, 'publish', 'officina/v1/reader/new/tap')).toBe(true);
    expect(permit(fresh, 'publish', 'officina/v1/reader/newer/tap')).toBe(false);
    expect(permit(fresh, 'publish', 'officina/v1/switch/new/state')).toBe(false);
    expect(permit(fresh, 'subscribe', 'officina/v1/pairing/reader-new')).toBe(true);
    expect(permit(fresh, 'subscribe', 'officina/v1/reader/new/answer')).toBe(false);
    expect(permit(fresh, 'forward', 'officina/v1/reader/new/answer')).toBe(false);
  });

  it('inv. 11: an entry with a wildcard, or with our own topics, gives nothing', () => {
    const odd = (topic: string) =>
      box('odd', {
        role: 'switch',
        id: 'odd',
        kind: 'tasmota',
        entry: { topic, fullTopic: '%topic%/%prefix%/', relay: 1 },
      });
    for (const topic of ['+', '#', 'a/#', 'officina', 'officina/v1/switch/one', '$SYS'])
      for (const one of [...topics, `${topic}/stat/POWER`, `${topic}/cmnd/POWER`])
        for (const action of ['publish', 'subscribe', 'forward'] as const)
          expect(permit(odd(topic), action, one), `${topic} ${action} ${one}`).toBe(false);
    expect(permit(odd('plain'), 'publish', 'plain/stat/POWER')).toBe(true);
  });
});
