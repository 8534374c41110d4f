// What a screen keeps for a start while the gateway is away: the machines, never a person, and always as old.

import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { drawIcon } from '../../src/dashboard/build/draw-icon.ts';
import { emptyLive, gatewayNowMs, hear, lose, recall, shownOf } from '../../src/dashboard/live/live-state.ts';
import { forgetBoard, keepBoard, recallBoard } from '../../src/dashboard/offline/last-board.ts';
import { board, card, session, startMs } from './cards.ts';

function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const held = card({
  shown: 'running',
  session: session({ member: 'Ada Rossi', mine: true }),
  job: { id: 'j', program: 'adas-secret.gcode', progress: 0.5, timeLeftS: 60 },
  lock: { since: '2026-11-21T13:00:00.000Z', lock: 'after', by: 'Bo Weiß' },
  facts: { ...card().facts, mode: { since: null, by: 'person', name: 'Eva Lindt' } },
});

it('keeps the machines and no person', () => {
  const place = storage();
  keepBoard({ board: board([held]), atMs: startMs }, place);
  expect([...place.kept.values()].join()).not.toMatch(/Ada|adas|Bo W|Eva/);
  const last = recallBoard(place);
  expect(last?.atMs).toBe(startMs);
  expect(last?.board.machines[0]).toMatchObject({ id: 'laser', shown: 'running', session: { member: null } });
  forgetBoard(place);
  expect(recallBoard(place)).toBeNull();
});

it('inv. 11: takes nothing that it cannot show', () => {
  const place = storage();
  for (const text of ['', 'null', '{', '[]', '{"atMs":1,"board":{}}', '{"atMs":"x","board":null}']) {
    place.kept.set('officina-last-board', text);
    expect(recallBoard(place), text).toBeNull();
  }
  place.kept.set('officina-last-board', `"${'x'.repeat(1_000_001)}"`);
  expect(recallBoard(place)).toBeNull();
});

it('inv. 7: what is recalled is old: every plate is unknown and the clock stands where it stood', () => {
  const last = { board: board([held]), atMs: startMs };
  const old = recall(emptyLive, last, 5_000);
  expect(old.contact).toEqual({ kind: 'away', sinceMs: startMs });
  expect(shownOf(old, held)).toBe('unknown');
  expect(gatewayNowMs(old, 900_000)).toBe(startMs);
  expect(lose(old)).toBe(old);
  const back = hear(old, { event: 'board', data: board([held]) }, 6_000);
  expect(back.contact.kind).toBe('back');
  // What was heard since is never covered by what is old.
  expect(recall(back, last, 7_000)).toBe(back);
});

it('draws the mark: a ring with a keyway in its bore', () => {
  const path = 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20ZM10 6.343V3h4v3.343a6 6 0 1 1-4 0Z';
  const sizePx = 48;
  const picture = Buffer.from(drawIcon({ path, sizePx, share: 1, colour: '#265c40' }));
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  const at = picture.indexOf('IDAT');
  const rows = inflateSync(picture.subarray(at + 4, at + 4 + picture.readUInt32BE(at - 4)));
  const alpha = (x: number, y: number) => rows[y * (1 + sizePx * 4) + 1 + x * 4 + 3];
  expect([alpha(0, 0), alpha(24, 24), alpha(24, 9), alpha(8, 24), alpha(24, 40)]).toEqual([
    0, 0, 0, 255, 255,
  ]);
});
