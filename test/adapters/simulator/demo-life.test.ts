// The demo shop's own life, with its time turned by hand: jobs while there is power, what people do to them, and the
// members who come and go.

import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type DemoAct,
  type DemoMachine,
  liveOnPower,
} from '../../../src/adapters/simulator/demo-controller.ts';
import { openDemoLaser } from '../../../src/adapters/simulator/demo-laser.ts';
import { lifeOf } from '../../../src/adapters/simulator/demo-lives.ts';
import { demoMembers } from '../../../src/adapters/simulator/demo-members.ts';
import { openDemoMill } from '../../../src/adapters/simulator/demo-mill.ts';
import { openDemoPrinter } from '../../../src/adapters/simulator/demo-printer.ts';
import { comeAndGo, demoVisits } from '../../../src/adapters/simulator/demo-visits.ts';
import { demoConfig } from '../../../src/config/demo-config.ts';
import { type HandTime, handTurned } from './hand-time.ts';

/** A machine whose jobs end when the test says so, and which writes down what is done to it. */
function witness(time: HandTime) {
  const seen: string[] = [];
  let end: ((finished: boolean) => void) | null = null;
  const note = (what: string): void => {
    seen.push(`${time.monoMs() / 1_000} ${what}`);
  };
  const acts: Record<DemoAct, () => void> = {
    pause: () => note('pause'),
    start: () => note('start'),
    'open door': () => note('open door'),
    'close door': () => note('close door'),
    'break down': () => note('break down'),
    clear: () => note('clear'),
  };
  const machine: DemoMachine = {
    link: { kind: 'tcp', host: '127.0.0.1', port: 1, profile: 'grbl-1.1' },
    acts,
    setPower: (on) => note(on ? 'on' : 'off'),
    runJob() {
      note('job');
      const { promise, resolve } = Promise.withResolvers<boolean>();
      end = resolve;
      return promise;
    },
    busy: () => false,
    close: async () => note('closed'),
  };
  return { machine, seen, endJob: (finished: boolean) => end?.(finished) };
}

describe('a machine of the demo', () => {
  it('works job after job while it has power, and meets in each what its life says', async () => {
    const time = handTurned();
    const { machine, seen, endJob } = witness(time);
    const life = {
      firstMs: 3_000,
      restMs: 5_000,
      jobs: [
        [],
        [
          { afterMs: 2_000, act: 'open door' },
          { afterMs: 4_000, act: 'close door' },
        ],
      ],
    } as const;
    const living = liveOnPower(machine, { life, time });
    living.setPower(true);
    await time.pass(10_000);
    endJob(true);
    await time.pass(20_000);
    expect(seen).toEqual(['0 on', '3 job', '15 job', '17 open door', '19 close door']);
    await living.close();
  });

  it('does nothing to a job that is over, and nothing without power', async () => {
    const time = handTurned();
    const { machine, seen, endJob } = witness(time);
    const jobs = [[{ afterMs: 8_000, act: 'pause' }]] as const;
    const living = liveOnPower(machine, { life: { firstMs: 1_000, restMs: 60_000, jobs }, time });
    living.setPower(true);
    await time.pass(3_000);
    endJob(true);
    await time.pass(20_000);
    living.setPower(false);
    await time.pass(200_000);
    expect(seen).toEqual(['0 on', '1 job', '23 off']);
    await living.close();
    expect(time.dueMs()).toEqual([]);
  });

  it('begins no job again that something has cut short, until power comes anew', async () => {
    const time = handTurned();
    const { machine, seen, endJob } = witness(time);
    const living = liveOnPower(machine, { life: { firstMs: 1_000, restMs: 1_000, jobs: [[]] }, time });
    living.setPower(true);
    await time.pass(2_000);
    endJob(false);
    await time.pass(60_000);
    expect(seen).toEqual(['0 on', '1 job']);
    living.setPower(false);
    living.setPower(true);
    await time.pass(2_000);
    expect(seen.slice(2)).toEqual(['62 off', '62 on', '63 job']);
    await living.close();
  });

  it('is not kept from its work by the end of a job from before power went and came', async () => {
    const time = handTurned();
    const { machine, seen, endJob } = witness(time);
    const living = liveOnPower(machine, { life: { firstMs: 1_000, restMs: 1_000, jobs: [[]] }, time });
    living.setPower(true);
    await time.pass(2_000);
    endJob(false);
    living.setPower(false);
    living.setPower(true);
    await time.pass(3_000);
    expect(seen).toEqual(['0 on', '1 job', '2 off', '2 on', '3 job']);
    await living.close();
  });
});

describe('the lives of the demo', () => {
  it('ask of no machine what nobody can do to it', async () => {
    const machines = {
      'laser-1': await openDemoLaser(),
      'laser-2': await openDemoLaser(),
      printer: await openDemoPrinter(),
      mill: await openDemoMill({ pkiDir: '/nonexistent' }),
    };
    onTestFinished(async () => {
      await Promise.all(Object.values(machines).map((machine) => machine.close()));
    });
    for (const [id, { acts }] of Object.entries(machines)) {
      const asked = lifeOf(id).jobs.flatMap((job) => job.map(({ act }) => act));
      expect(asked.filter((act) => !acts[act])).toEqual([]);
    }
    const acts = demoVisits.flatMap(({ machine }) =>
      lifeOf(machine)
        .jobs.flat()
        .map(({ act }) => act),
    );
    expect(new Set(acts)).toEqual(
      new Set(['pause', 'start', 'open door', 'close door', 'break down', 'clear']),
    );
  });

  it('visit machines that are described, with badges that open them', () => {
    const { workshop } = demoConfig({ env: {}, flags: {} });
    for (const { member, machine } of demoVisits) {
      const requires = workshop.machines[machine]?.requires ?? ['not described'];
      const held = demoMembers.find((one) => one.member === member)?.certificates ?? [];
      expect(held.map(({ certificate }) => certificate)).toEqual(expect.arrayContaining([...requires]));
    }
  });

  it('all work within ten seconds, with an open door within one minute and an alarm within two', () => {
    const firstJobMs = (machine: string): number =>
      (demoVisits.find((visit) => visit.machine === machine)?.firstMs ?? Infinity) + lifeOf(machine).firstMs;
    for (const { machine } of demoVisits) expect(firstJobMs(machine)).toBeLessThan(8_000);
    const [first = []] = lifeOf('laser-2').jobs;
    const opened = first.find(({ act }) => act === 'open door')?.afterMs ?? Infinity;
    expect(firstJobMs('laser-2') + opened).toBeLessThan(40_000);
    // The first job of the mill is a calm one of half a minute.
    const [calm, second = []] = lifeOf('mill').jobs;
    expect(calm).toEqual([]);
    const broken = second.find(({ act }) => act === 'break down')?.afterMs ?? Infinity;
    expect(firstJobMs('mill') + 30_000 + lifeOf('mill').restMs + broken).toBeLessThan(80_000);
  });
});

describe('the panel of the mill', () => {
  it('runs a job for its time, and goes on with one that broke down only when it is started again', async () => {
    const time = handTurned();
    const mill = await openDemoMill({ pkiDir: '/nonexistent', time });
    mill.setPower(true);
    let over: boolean | null = null;
    void mill.runJob().then((finished) => {
      over = finished;
    });
    await time.pass(10_000);
    expect(mill.busy()).toBe(true);
    mill.acts['break down']?.();
    expect(mill.busy()).toBe(false);
    await time.pass(60_000);
    mill.acts.clear?.();
    await time.pass(60_000);
    expect(over).toBeNull();
    mill.acts.start?.();
    mill.acts.start?.();
    await time.pass(19_500);
    expect(over).toBeNull();
    await time.pass(1_000);
    expect(over).toBe(true);
    await mill.close();
  });

  it('drops its job when power goes', async () => {
    const time = handTurned();
    const mill = await openDemoMill({ pkiDir: '/nonexistent', time });
    mill.setPower(true);
    const job = mill.runJob();
    mill.setPower(false);
    expect(await job).toBe(false);
    expect(time.dueMs()).toEqual([]);
    await mill.close();
  });
});

describe('members who come and go', () => {
  const visit = { member: 'gita', machine: 'laser', firstMs: 1_000, staysMs: 90_000, awayMs: 45_000 };

  function taps(outcomes: readonly ('granted' | 'ended' | 'refused' | 'none')[]) {
    const time = handTurned();
    const atS: number[] = [];
    const sendHome = comeAndGo({
      visits: [visit],
      time,
      tap: async () => {
        const outcome = outcomes[atS.length] ?? 'none';
        atS.push(time.monoMs() / 1_000);
        if (outcome === 'none') throw new Error('no answer');
        return { outcome };
      },
    });
    return { time, atS, sendHome };
  }

  it('stay when they were let in, and come again later', async () => {
    const { time, atS } = taps(['granted', 'ended', 'granted', 'ended']);
    await time.pass(300_000);
    expect(atS.slice(0, 4)).toEqual([1, 91, 136, 226]);
  });

  it('come again later when somebody else is there, or nobody answers', async () => {
    const { time, atS } = taps(['granted', 'ended', 'refused', 'none', 'granted']);
    await time.pass(300_000);
    expect(atS.slice(0, 5)).toEqual([1, 91, 136, 181, 226]);
  });

  it('try again soon while a session from before comes to its end', async () => {
    const { time, atS } = taps(['ended', 'refused', 'granted', 'ended', 'granted']);
    await time.pass(160_000);
    expect(atS).toEqual([1, 7, 13, 103, 148]);
  });

  it('give up trying soon when somebody else stays', async () => {
    const { time, atS } = taps(Array.from({ length: 20 }, () => 'refused' as const));
    await time.pass(150_000);
    expect(atS).toEqual([1, 7, 13, 19, 25, 31, 37, 43, 49, 94, 139]);
  });

  it('stay away once they were sent home', async () => {
    const { time, atS, sendHome } = taps(['granted']);
    await time.pass(2_000);
    sendHome();
    await time.pass(300_000);
    expect(atS).toEqual([1]);
    expect(time.dueMs()).toEqual([]);
  });
});
