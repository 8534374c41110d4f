// What the gateway hears of one machine: whole reports, honest about silence and about what is wrong with the link.

import { describe, expect, it } from 'vitest';
import type { OpenedMachine, OpenMachine } from '../../../src/adapters/opcua/machine-opener.ts';
import { type Seen, seenAs } from '../../../src/adapters/opcua/machine-state.ts';
import { openLink } from '../../../src/adapters/opcua/open-link.ts';
import { type FromWorker, usualPace } from '../../../src/adapters/opcua/worker-messages.ts';
import type { Readings } from '../../../src/domain/machine/reading.ts';
import { LinkFault } from '../../../src/edge/link-fault.ts';
import type { MachineReport } from '../../../src/gateway/gateway.ts';
import { handTimers, settle } from '../../fakes/hand-timers.ts';

type Attempt = Parameters<OpenMachine>[0] & {
  open(troubles?: OpenedMachine['troubles']): void;
  fail(fault: unknown): void;
};

function linkUnderTest() {
  const hand = handTimers();
  const messages: FromWorker[] = [];
  let attempt: Attempt | null = null;
  const open: OpenMachine = (given) => {
    const { promise, resolve, reject } = Promise.withResolvers<OpenedMachine>();
    const opened = (troubles: OpenedMachine['troubles'] = () => []) =>
      resolve({ name: 'Mill', keepAliveMs: 5_000, troubles, permit: async () => null, stop: null });
    attempt = { ...given, open: opened, fail: reject };
    return promise;
  };
  const link = openLink({
    ...hand,
    machine: 'mill',
    open,
    pace: usualPace,
    random: () => 0.5,
    tell: (message) => messages.push(message),
  });
  const now = (): Attempt => attempt as unknown as Attempt;
  return {
    ...hand,
    link,
    now,
    reports: (): MachineReport[] => messages.flatMap((one) => (one.kind === 'report' ? [one.report] : [])),
    said: (): string[] => messages.flatMap((one) => (one.kind === 'said' ? [one.said.code] : [])),
    counted: (): string[] => messages.flatMap((one) => (one.kind === 'count' ? [one.name] : [])),
    hear(state: 'NotExecuting' | 'Executing' | null, readings: Readings = {}) {
      const seen: Seen = seenAs({ state, stateText: null, mode: 'Processing', serving: true });
      now().events.alive();
      now().events.heard({ seen, readings, job: null, program: null });
    },
  };
}

describe('a machine', () => {
  it('that has never answered was never heard, and says so once per reason', async () => {
    const { now, advance, reports, said } = linkUnderTest();
    for (const code of [
      'host-refused',
      'host-refused',
      'certificate-unknown',
      'certificate-unknown',
    ] as const) {
      now().fail(new LinkFault(code));
      await advance(25_000);
    }
    expect(reports().map(({ link, activity, troubles }) => [link, activity, troubles?.[0]?.code])).toEqual([
      ['never', 'unknown', 'host-refused'],
      ['never', 'unknown', 'certificate-unknown'],
    ]);
    expect(said()).toEqual(['host-refused', 'certificate-unknown']);
  });

  it('is reported as it is, with the edges of its jobs', async () => {
    const { now, hear, reports, advance } = linkUnderTest();
    now().open();
    await settle();
    hear('NotExecuting', { operationCycleCounter: 4 });
    await advance(100);
    hear('Executing');
    hear('Executing', { powerOnDuration: 5 });
    hear('NotExecuting');
    expect(reports()).toMatchObject([
      {
        machine: 'mill',
        link: 'up',
        activity: 'idle',
        confidence: 'reported',
        source: 'event',
        seenAgoMs: 0,
        readings: { operationCycleCounter: 4 },
        job: { event: 'ended', result: 'unknown' },
        troubles: [],
      },
      { activity: 'running', job: { event: 'started' } },
      { activity: 'running', job: null, readings: { powerOnDuration: 5 } },
      { activity: 'idle', job: { event: 'ended', result: 'unknown' } },
    ]);
  });

  it('inv. 7: that falls silent is unknown, since it was last heard, and its job is left as it was', async () => {
    const { now, hear, reports, advance } = linkUnderTest();
    now().open();
    await settle();
    hear('Executing');
    await advance(4_000);
    now().events.alive();
    await advance(15_100);
    expect(reports().at(-1)).toMatchObject({
      link: 'lost',
      activity: 'unknown',
      raw: null,
      confidence: 'stale',
      source: 'silence',
      seenAgoMs: 15_000,
      readings: {},
      job: null,
      troubles: [{ code: 'server-silent' }],
    });
  });

  it('inv. 7: that comes back idle after a silence has ended its job, nobody knows how', async () => {
    const { now, hear, reports, counted, said, advance } = linkUnderTest();
    now().open();
    await settle();
    hear('Executing');
    now().events.ended();
    await advance(2_000);
    now().open();
    await settle();
    hear('NotExecuting');
    expect(reports().at(-1)).toMatchObject({
      link: 'up',
      activity: 'idle',
      job: { event: 'ended', result: 'unknown' },
      troubles: [],
    });
    expect(counted()).toEqual(['link_reconnects']);
    expect(said()).toEqual(['live', 'link-lost', 'live']);
  });

  it('tells what somebody should know while all is well, and when that is over', async () => {
    const { now, hear, reports, said, advance } = linkUnderTest();
    let troubles: ReturnType<OpenedMachine['troubles']> = [{ code: 'clock-off', values: { minutes: 60 } }];
    now().open(() => troubles);
    await settle();
    hear('NotExecuting');
    expect(reports().at(-1)?.troubles).toEqual(troubles);
    troubles = [];
    for (let i = 0; i < 4; i++) {
      now().events.alive();
      await advance(10_000);
    }
    expect(reports().at(-1)).toMatchObject({ activity: 'idle', troubles: [], readings: {} });
    expect(said()).toEqual(['live', 'clock-off']);
  });

  it('inv. 10: that floods us is held to its last word, and is counted', async () => {
    const { now, hear, reports, counted, advance } = linkUnderTest();
    now().open();
    await settle();
    for (let i = 0; i < 1_001; i++) hear(i % 2 === 0 ? 'Executing' : 'NotExecuting');
    expect(reports()).toHaveLength(100);
    await advance(1_000);
    expect(reports()).toHaveLength(101);
    expect(reports().at(-1)?.activity).toBe('running');
    expect(counted()).toHaveLength(900);
  });
});
