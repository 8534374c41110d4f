// The four facts of a machine card: since when, by whom or by what; and the hour meters of its controller.

import { describe, expect, it } from 'vitest';
import { MachineCard } from '../../src/contract/board.ts';
import { startMs } from '../fakes/fake-gateway.ts';
import { expectShape, openApi } from './open-api.ts';

const at = (ms: number): string => new Date(startMs + ms).toISOString();
const heard = {
  link: 'up',
  linkSinceMs: startMs - 90_000,
  activity: 'alarm',
  substate: null,
  raw: 'ALARM:1',
  confidence: 'reported',
  source: 'status',
  sinceMs: startMs - 60_000,
  sinceMonoMs: 0,
  heat: 'unknown',
  draw: 'unknown',
  job: null,
} as const;

async function openFacts() {
  const api = await openApi();
  const { gateway } = api;
  gateway.live.machines.set('laser', heard);
  gateway.live.switches.set('laser-plug', { on: true, sinceMs: startMs - 20_000 });
  const decided = { mode: 'setup', by: 'key-eva', note: null, photo: null } as const;
  gateway.live.modes.set('laser', { ...decided, sinceMs: startMs - 50_000 });
  const card = async (who: string): Promise<MachineCard> => {
    const answer = await (await api.as(who))({ method: 'GET', url: '/api/machines/laser' });
    const told = answer.json<MachineCard>();
    expectShape(MachineCard, told);
    return told;
  };
  return { gateway, card };
}

describe('the four facts of a machine', () => {
  it('stand apart, each with since when and by whom or what', async () => {
    const { gateway, card } = await openFacts();
    gateway.hold('laser', 'key-ada', { startedAtMs: startMs - 30_000 });
    expect((await card('ada')).facts).toEqual({
      link: { since: at(-90_000), by: 'serial', name: null },
      activity: { since: at(-60_000), by: 'status', name: null },
      mode: { since: at(-50_000), by: 'person', name: null },
      interlock: { since: at(-20_000), by: 'session', name: 'Ada Rossi' },
    });
  });

  it('name a member and a steward only to those who may know them', async () => {
    const { gateway, card } = await openFacts();
    gateway.hold('laser', 'key-ada');
    const forBo = (await card('bo')).facts;
    expect([forBo.mode.name, forBo.interlock.name]).toEqual([null, null]);
    const forEva = (await card('eva')).facts;
    expect([forEva.mode.name, forEva.interlock.name]).toEqual(['Eva', 'Ada Rossi']);
  });

  it.each([
    [{ on: true }, null, 'switch-on', at(-20_000)],
    [{ on: false }, null, 'nobody', at(-20_000)],
    [{ on: null }, null, 'nobody', null],
    [{ on: null }, 'active', 'switch-silent', at(-60_000)],
    [{ on: false }, 'finishing', 'switch-off', at(-20_000)],
    [{ on: true }, 'darkening', 'session-end', at(-5_000)],
  ] as const)(
    'inv. 7: say of an interlock with %j and a session that is %s: %s',
    async (said, phase, by, since) => {
      const { gateway, card } = await openFacts();
      gateway.live.switches.set('laser-plug', { ...said, sinceMs: startMs - 20_000 });
      if (phase !== null) gateway.hold('laser', 'key-ada', { phase, phaseAtMs: startMs - 5_000 });
      expect((await card('bo')).facts.interlock).toMatchObject({ by, since });
    },
  );

  it('say nothing of what was never heard or decided', async () => {
    const { gateway, card } = await openFacts();
    gateway.live.machines.clear();
    gateway.live.modes.clear();
    const { facts } = await card('bo');
    expect(facts.activity.by).toBe('silence');
    expect(facts.mode).toEqual({ since: null, by: 'nobody', name: null });
  });
});

describe('the meter of its controller', () => {
  it('is left out where it tells none', async () => {
    const { card } = await openFacts();
    expect(await card('bo')).not.toHaveProperty('controllerMeter');
  });

  it('is told with its drift, and whether that is too much', async () => {
    const { gateway, card } = await openFacts();
    gateway.controllerMeters.set('laser', {
      told: { operationMs: 7_200_000.7, cycles: 12 },
      ours: { operatingMs: 3_600_000, jobs: 3 },
      began: { atMs: startMs - 9_000_000, operationMs: 3_600_000, operatingMs: 900_000 },
      restartedAtMs: startMs - 9_000_000,
    });
    expect((await card('bo')).controllerMeter).toEqual({
      powerOnMs: null,
      operationMs: 7_200_000,
      cycles: 12,
      oursMs: 3_600_000,
      compared: at(-9_000_000),
      driftMs: -900_001,
      isOff: true,
      restarted: at(-9_000_000),
    });
  });
});
