// One machine on the network, kept in view under timers turned by hand: silence, faults, retries, and the end of access.

import { describe, expect, it } from 'vitest';
import { keepTalk } from '../../src/edge/keep-talk.ts';
import { LinkFault } from '../../src/edge/link-fault.ts';
import type { Ears, JobSeen, Seen, Talk } from '../../src/edge/talk.ts';
import type { MachineReport } from '../../src/gateway/gateway.ts';
import { handTimers, settle } from '../fakes/hand-timers.ts';

const idle: Seen = { activity: 'idle', substate: null, raw: 'idle', readings: {}, job: { state: 'none' } };
const underWay: JobSeen = { state: 'under-way', id: '7', name: 'box.gcode' };
const printing: Seen = { ...idle, activity: 'running', raw: 'printing', job: underWay };

function world(given: Partial<Pick<Talk, 'cancel'>> = {}) {
  const hand = handTimers();
  const reports: MachineReport[] = [];
  const ears: Ears[] = [];
  const fails: ((fault: unknown) => void)[] = [];
  const lines: string[] = [];
  const log = (_facts: unknown, text: string) => void lines.push(text);
  const kept = keepTalk({
    machine: 'printer',
    where: 'http://printer.test',
    talk: {
      run(ear) {
        ears.push(ear);
        return new Promise((_resolve, reject) => {
          fails.push(reject);
          ear.signal.addEventListener('abort', () => reject(new LinkFault('link-lost')));
        });
      },
      cancel: async () => 'taken',
      silenceMs: 10_000,
      cancelMs: 8000,
      ...given,
    },
    clock: hand,
    log: { info: log, warn: log, error: log },
    meters: { count: () => undefined },
    onReport: (report) => void reports.push(report),
    timers: hand.timers,
    random: () => 0.5,
  });
  const now = () => ears.at(-1) as Ears;
  const last = () => reports.at(-1);
  return { hand, reports, ears, fail: (fault: unknown) => fails.at(-1)?.(fault), lines, kept, now, last };
}

describe('a talk that is kept', () => {
  it('tells what it sees, and a job with its name', () => {
    const { now, last } = world();
    now().seen(printing);
    expect(last()).toMatchObject({ link: 'up', activity: 'running', program: 'box.gcode' });
    expect(last()?.job).toEqual({ event: 'started' });
  });

  it('inv. 7: is unknown after silence, and tries again', async () => {
    const { hand, now, last, ears } = world();
    now().seen(idle);
    await hand.advance(9999);
    expect(last()?.activity).toBe('idle');
    await hand.advance(1);
    expect(last()).toMatchObject({
      link: 'lost',
      activity: 'unknown',
      confidence: 'stale',
      seenAgoMs: 10_000,
    });
    expect(last()?.troubles).toEqual([{ code: 'server-silent', values: {} }]);
    await hand.advance(1000);
    expect(ears).toHaveLength(2);
  });

  it('hears nothing of a conversation that is over', async () => {
    const { hand, now, ears, fail, last } = world();
    const old = now();
    fail(new LinkFault('host-refused'));
    await settle();
    old.seen(idle);
    expect(last()?.link).toBe('never');
    await hand.advance(1000);
    expect(ears).toHaveLength(2);
  });

  it('waits longer each time, and five minutes where it is turned away', async () => {
    const { hand, fail, ears } = world();
    for (const waitMs of [1000, 2000, 4000]) {
      fail(new LinkFault('host-refused'));
      await hand.advance(waitMs - 1);
      const before = ears.length;
      await hand.advance(1);
      expect(ears).toHaveLength(before + 1);
    }
    fail(new LinkFault('sign-in-refused'));
    await hand.advance(299_999);
    expect(ears).toHaveLength(4);
    await hand.advance(1);
    expect(ears).toHaveLength(5);
  });

  it('inv. 10: holds a flood of readings to its last word, and never a change', async () => {
    const { hand, now, reports } = world();
    for (let n = 0; n < 200; n++) now().seen({ ...idle, readings: { 'program.progress': n / 200 } });
    now().seen(printing);
    expect(reports.length).toBeLessThan(30);
    expect(reports.at(-1)?.activity).toBe('running');
    await hand.advance(5000);
    expect(reports.at(-1)?.activity).toBe('running');
  });

  it('says that its controller is away, and hears it again', () => {
    const { now, last } = world();
    now().seen(printing);
    now().away({ code: 'controller-away', values: { state: 'shutdown' } });
    expect(last()).toMatchObject({ link: 'lost', activity: 'unknown', program: null });
    now().seen(printing);
    expect(last()?.job).toEqual({ event: 'started' });
  });

  it('leaves nothing waiting when it is closed', async () => {
    const { hand, kept, now, reports } = world();
    now().seen(idle);
    await kept.close();
    const before = reports.length;
    await hand.advance(600_000);
    expect([reports.length, hand.waiting()]).toEqual([before, 0]);
  });
});

describe('the end of access on the network', () => {
  it('is not needed where nothing moves', async () => {
    const { now, kept } = world();
    now().seen(idle);
    expect(await kept.endAccess()).toBe('not-needed');
  });

  it('inv. 7: is confirmed only once it is seen', async () => {
    const { now, kept, hand } = world();
    now().seen(printing);
    const ending = kept.endAccess();
    await settle();
    now().seen({ ...printing, activity: 'cancelling' });
    now().seen(idle);
    expect(await ending).toBe('confirmed');
    expect(hand.waiting()).toBe(1);
  });

  it('inv. 8: ends a paused job too, so that nobody can wake it', async () => {
    let orders = 0;
    const { now, kept } = world({
      cancel: async () => {
        orders += 1;
        return 'taken';
      },
    });
    now().seen({ ...printing, activity: 'paused' });
    const ending = kept.endAccess();
    now().seen(idle);
    expect([await ending, orders]).toEqual(['confirmed', 1]);
  });

  const endings: readonly [string, Partial<Pick<Talk, 'cancel'>>, string][] = [
    ['nobody saw', { cancel: async () => 'taken' }, 'unknown'],
    ['the machine refused', { cancel: async () => 'refused' }, 'refused'],
    ['could not be ordered', { cancel: () => Promise.reject(new LinkFault('link-lost')) }, 'unknown'],
    ['a machine that is only read knows nothing of', { cancel: null }, 'refused'],
  ];
  it.each(endings)('inv. 7: an end that %s is not confirmed', async (_name, given, wanted) => {
    const { now, kept, hand } = world(given);
    now().seen(printing);
    const ending = kept.endAccess();
    await hand.advance(8000);
    expect(await ending).toBe(wanted);
  });

  it('is unknown where it cannot be heard, also when it falls silent in the midst', async () => {
    const { now, kept, hand } = world();
    expect(await kept.endAccess()).toBe('unknown');
    now().seen(printing);
    const ending = kept.endAccess();
    now().away({ code: 'controller-away', values: {} });
    expect(await ending).toBe('unknown');
    await hand.advance(0);
  });
});
