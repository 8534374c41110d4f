// The open streams without a socket: merging, names, limits, slow clients; the ticks are turned by hand.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLiveStreams, type Outlet } from '../../src/api/live-streams.ts';
import type { Viewer } from '../../src/api/viewers.ts';
import type { Board, MachineCard } from '../../src/contract/board.ts';
import type { Scope } from '../../src/contract/people.ts';
import { createFakeGateway, startMs } from '../fakes/fake-gateway.ts';
import { demoAnswer } from './open-api.ts';

type Sent = { readonly event: string; readonly data: unknown };

function hub(limits: { maxStreams?: number; maxBacklogBytes?: number } = {}) {
  const gateway = createFakeGateway();
  gateway.enrol({ handle: 'ada', name: 'Ada Rossi' });
  const viewers = new Map<string, Viewer | null>();
  let flushes = 0;
  const streams = createLiveStreams({
    viewers: {
      viewerOf: (credential) =>
        credential.kind === 'none' ? null : (viewers.get(credential.digest) ?? null),
    },
    source: () => ({ gateway, nowMs: startMs, listeningSinceMs: startMs, demo: false }),
    flushSoon: () => {
      flushes += 1;
    },
    ...limits,
  });
  const listen = (who: string, scopes: Scope[] = ['board:read']) => {
    viewers.set(who, viewer(who, scopes));
    const client = fakeOutlet();
    const stop = streams.open({ kind: 'cookie', digest: who }, client.outlet);
    return { ...client, stop };
  };
  return { gateway, viewers, streams, listen, flushes: () => flushes };
}

const viewer = (who: string, scopes: readonly Scope[]): Viewer => ({
  member: `key-${who}`,
  name: who,
  by: `key-${who}`,
  roles: [],
  scopes: new Set(scopes),
  through: 'sign-in',
});

function fakeOutlet() {
  let text = '';
  const facts = { backlog: 0, ended: 0 };
  const outlet: Outlet = {
    send: (more) => {
      text += more;
    },
    backlogBytes: () => facts.backlog,
    end: () => {
      facts.ended += 1;
    },
  };
  /** What came since the last look. */
  const take = (): Sent[] => {
    const events = [...text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)];
    text = '';
    return events.map(([, event, data]) => ({
      event: String(event),
      data: JSON.parse(String(data)) as unknown,
    }));
  };
  return { outlet, facts, take };
}

function dataOf<Data>(sent: Sent | undefined): Data {
  if (sent === undefined) throw new Error('no such event was sent');
  return sent.data as Data;
}

const names = (sent: readonly Sent[]) => sent.map(({ event }) => event);

describe('live streams', () => {
  it('begin with the board as this viewer may see it', () => {
    const { gateway, listen } = hub();
    gateway.hold('lathe', 'key-ada');
    const sessionsOf = (sent: readonly Sent[]) => dataOf<Board>(sent[0]).machines[0]?.session;
    expect(sessionsOf(listen('ada').take())).toMatchObject({ member: 'Ada Rossi', mine: true });
    expect(sessionsOf(listen('bo').take())).toMatchObject({ member: null, mine: false });
    expect(sessionsOf(listen('eva', ['board:read', 'members:read']).take())).toMatchObject({
      member: 'Ada Rossi',
    });
  });

  it('tell of unassigned devices at the next tick, once, and only those who may see them', () => {
    const { streams, listen } = hub();
    const [ada, eva] = [listen('ada'), listen('eva', ['board:read', 'devices:read'])];
    for (const { take } of [ada, eva]) take();
    for (let i = 0; i < 50; i++) streams.change({ kind: 'unassigned' });
    expect(eva.take()).toEqual([]);
    streams.tick();
    expect(names(eva.take())).toEqual(['unassigned']);
    expect(ada.take()).toEqual([]);
    streams.tick();
    expect(eva.take()).toEqual([]);
  });

  it('tell the kiosk of a machine at once what became of a tap there, and nobody else', () => {
    const { streams, listen, viewers } = hub();
    const [ada, kiosk, other] = [listen('ada'), listen('kiosk'), listen('other')];
    const standsAt = (who: string, machine: string) =>
      viewers.set(who, { ...viewer(who, ['board:read', 'kiosk']), member: null, kioskOf: [machine] });
    standsAt('kiosk', 'laser');
    standsAt('other', 'lathe');
    for (const { take } of [ada, kiosk, other]) take();
    const answer = { tap: 'b:1', outcome: 'refused', code: 'badge-unknown', text: 'We do not know it.' };
    const told = { ...answer, machine: 'laser', session: null, untilMs: null } as const;
    streams.change({ kind: 'answered', reader: 'front', answer: { ...told, outcome: 'refused' } });
    expect(kiosk.take()).toEqual([
      {
        event: 'tapped',
        data: {
          ...{ machine: 'laser', outcome: 'refused', code: 'badge-unknown' },
          ...{ text: 'We do not know it.', until: null },
        },
      },
    ]);
    expect([ada.take(), other.take()]).toEqual([[], []]);
  });

  it('tell of proposals at the next tick, once, and only those who may read them', () => {
    const { streams, listen } = hub();
    const [wall, ada] = [listen('bo'), listen('ada', ['board:read', 'self:read'])];
    for (const { take } of [wall, ada]) take();
    const body = { type: 'ballot-cast', data: { proposal: 'p1', member: 'key-ada' } } as const;
    for (let i = 0; i < 50; i++) streams.change({ kind: 'entry', body });
    expect(ada.take()).toEqual([]);
    streams.tick();
    expect(names(ada.take())).toEqual(['proposals']);
    expect(wall.take()).toEqual([]);
    streams.tick();
    expect(ada.take()).toEqual([]);
  });

  it('merge changes of one machine until the flush', () => {
    const { streams, listen, flushes } = hub();
    const { take } = listen('ada');
    take();
    for (let i = 0; i < 50; i++) streams.change({ kind: 'machine', machine: 'laser' });
    streams.change({ kind: 'machine', machine: 'lathe' });
    streams.change({ kind: 'machine', machine: 'gone' });
    expect(take()).toEqual([]);
    expect(flushes()).toBeGreaterThan(0);
    streams.flush();
    expect(take().map(({ data }) => (data as MachineCard).id)).toEqual(['laser', 'lathe']);
    streams.flush();
    expect(take()).toEqual([]);
  });

  it('send a whole board when the workshop, the health or a name changes', () => {
    const { gateway, streams, listen } = hub();
    const { take } = listen('ada');
    const recorded = gateway.live.members.get('key-ada');
    if (!recorded) throw new Error('ada is enrolled');
    for (const change of [
      { kind: 'workshop' },
      { kind: 'health' },
      { kind: 'entry', body: { type: 'member-recorded', data: recorded } },
      { kind: 'entry', body: { type: 'member-erased', data: { member: 'key-ada' } } },
    ] as const) {
      take();
      streams.change({ kind: 'machine', machine: 'laser' });
      streams.change(change);
      streams.flush();
      expect(names(take()), change.kind).toEqual(['board']);
    }
    streams.change({
      kind: 'entry',
      body: { type: 'switch-changed', data: { switch: 'laser-plug', on: true } },
    });
    streams.flush();
    expect(take()).toEqual([]);
  });

  it('tell of an alarm at once, and its words to those alone who may see them', () => {
    const { gateway, streams, listen } = hub();
    const ada = listen('ada');
    const eva = listen('eva', ['board:read', 'devices:read']);
    for (const client of [ada, eva]) client.take();
    gateway.live.alarms.set('alarm-1', {
      alarm: 'alarm-1',
      code: 'relay-welded',
      machine: 'laser',
      switch: 'laser-plug',
      session: null,
      raisedAtMs: startMs,
      answered: null,
    });
    streams.change({ kind: 'alarm' });
    streams.flush();
    const heard = [ada, eva].map(({ take }) => dataOf<Board>(take()[0]));
    expect(heard.map(({ alarms }) => alarms.map(({ code }) => code))).toEqual([[], ['relay-welded']]);
    const needing = ({ machines }: Board) =>
      machines.filter(({ needsSteward }) => needsSteward).map(({ id }) => id);
    expect(heard.map(needing)).toEqual([['laser'], ['laser']]);
  });

  it('inv. 10: send the charted reading alone, the newest one per tick', () => {
    const { streams, listen } = hub();
    const { take } = listen('ada');
    take();
    for (let i = 0; i < 1000; i++) {
      const readings = { 'spindle.speed': i, 'laser.power': 1 };
      streams.change({ kind: 'reading', machine: 'laser', atMs: startMs + i, readings });
    }
    streams.change({ kind: 'reading', machine: 'laser', atMs: startMs, readings: { 'laser.power': 1 } });
    streams.change({ kind: 'reading', machine: 'lathe', atMs: startMs, readings: { 'spindle.speed': 1 } });
    streams.change({
      kind: 'reading',
      machine: 'constructor',
      atMs: startMs,
      readings: { 'spindle.speed': 1 },
    });
    expect(take()).toEqual([]);
    streams.tick();
    expect(take()).toEqual([
      {
        event: 'reading',
        data: { machine: 'laser', at: '2026-11-22T09:00:00.999Z', name: 'spindle.speed', value: 999 },
      },
    ]);
    streams.tick();
    expect(take()).toEqual([]);
  });

  it('send the first reading of a tick at once, and many machines in one write', () => {
    const { streams, listen, flushes } = hub();
    const { take } = listen('ada');
    take();
    const say = (value: number) =>
      streams.change({
        kind: 'reading',
        machine: 'laser',
        atMs: startMs,
        readings: { 'spindle.speed': value },
      });
    const values = () => take().map(({ data }) => (data as { value: number }).value);
    say(1);
    expect(flushes()).toBe(1);
    streams.flush();
    expect(values()).toEqual([1]);
    say(2);
    say(3);
    expect(flushes()).toBe(1);
    streams.flush();
    expect(values()).toEqual([]);
    streams.tick();
    expect(values()).toEqual([3]);
  });

  it('send the card again for each whole percent of a job', () => {
    const { gateway, streams, listen } = hub();
    const { take } = listen('ada');
    take();
    for (const progress of [0.5, 0.501, 0.509, 0.51]) {
      const readings = { 'program.progress': progress };
      gateway.readings.set('laser', readings);
      streams.change({ kind: 'reading', machine: 'laser', atMs: startMs, readings });
      streams.flush();
    }
    expect(names(take())).toEqual(['machine', 'machine']);
  });

  it('ping every ten seconds, and send held machines again every minute', () => {
    const { gateway, streams, listen } = hub();
    const { take } = listen('ada');
    gateway.hold('laser', 'key-ada');
    take();
    for (let i = 0; i < 240; i++) streams.tick();
    expect(names(take())).toEqual(['ping', 'ping', 'ping', 'ping', 'ping', 'machine', 'ping']);
  });

  it('end as soon as their viewer may no longer look', () => {
    const { viewers, streams, listen } = hub();
    const ada = listen('ada');
    const bo = listen('bo');
    viewers.set('ada', null);
    streams.change({ kind: 'machine', machine: 'laser' });
    streams.flush();
    expect([ada.facts.ended, bo.facts.ended, streams.facts().open]).toEqual([1, 0, 1]);
    viewers.set('bo', viewer('bo', ['self:read']));
    for (let i = 0; i < 40; i++) streams.tick();
    expect([bo.facts.ended, streams.facts().open]).toEqual([1, 0]);
  });

  it('inv. 10: close a client that does not keep up, and count it', () => {
    const { streams, listen } = hub({ maxBacklogBytes: 1000 });
    const slow = listen('ada');
    const quick = listen('bo');
    slow.facts.backlog = 1001;
    streams.answer(demoAnswer);
    streams.answer(demoAnswer);
    expect([slow.facts.ended, quick.facts.ended]).toEqual([1, 0]);
    expect(streams.facts()).toMatchObject({ open: 1, closedSlow: 1 });
    expect(names(quick.take())).toEqual(['board', 'answer', 'answer']);
  });

  it('inv. 10: have room for a stated number, and count who finds none', () => {
    const { streams, listen } = hub({ maxStreams: 2 });
    const { stop } = listen('a');
    listen('b');
    expect([streams.hasRoom(), streams.facts().refused]).toEqual([false, 1]);
    stop();
    expect(streams.hasRoom()).toBe(true);
    streams.closeAll();
    expect(streams.facts().open).toBe(0);
  });

  it('tell a member what concerns them, and nobody else', () => {
    const { streams, listen } = hub();
    const { take } = listen('ada');
    const { take: others } = listen('eva');
    take();
    others();
    const told = { machine: 'laser', code: 'ends-soon', text: 'It ends.', untilMs: startMs };
    streams.change({ kind: 'told', member: 'key-ada', told });
    streams.flush();
    expect(names(take())).toEqual(['told']);
    expect(others()).toEqual([]);
  });

  it('never break out of a line of their own, whatever a machine says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const { gateway, streams, listen } = hub();
        gateway.live.machines.set('laser', {
          link: 'up',
          linkSinceMs: startMs,
          activity: 'idle',
          substate: raw,
          raw,
          confidence: 'reported',
          source: 'status',
          sinceMs: startMs,
          sinceMonoMs: 0,
          heat: 'unknown',
          draw: 'unknown',
          job: null,
        });
        const { take } = listen('ada');
        streams.change({ kind: 'machine', machine: 'laser' });
        streams.flush();
        const sent = take();
        expect(names(sent)).toEqual(['board', 'machine']);
        expect(dataOf<MachineCard>(sent[1]).raw).toBe(raw);
      }),
    );
  });
});
