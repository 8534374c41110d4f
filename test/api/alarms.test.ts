// Alarms over HTTP: who sees which, what everybody is told, and that an answer is named and taken once.

import { expect, it } from 'vitest';
import { AlarmView } from '../../src/contract/alarms.ts';
import type { OpenAlarm } from '../../src/domain/journal/alarm-entries.ts';
import type { FakeGateway } from '../fakes/fake-gateway.ts';
import { startMs } from '../fakes/fake-gateway.ts';
import { adminToken, expectProblem, expectShape, openApi } from './open-api.ts';

const alarm = (changed: Partial<OpenAlarm> = {}): OpenAlarm => ({
  alarm: 'alarm-1',
  code: 'relay-welded',
  machine: 'laser',
  switch: 'laser-plug',
  session: null,
  raisedAtMs: startMs,
  answered: null,
  ...changed,
});

const raising =
  (...alarms: readonly OpenAlarm[]) =>
  (gateway: FakeGateway): void => {
    for (const one of alarms) gateway.live.alarms.set(one.alarm, one);
  };

it('are listed to a steward, the most pressing first', async () => {
  const meter = alarm({ alarm: 'alarm-0', code: 'meter-silent' });
  const seen = alarm({ answered: { by: 'key-eva', what: 'seen', atMs: startMs + 5_000 } });
  const { as } = await openApi({ prepare: raising(meter, seen) });
  const answer = await (await as('eva'))({ url: '/api/alarms' });
  expect(answer.statusCode, answer.body).toBe(200);
  const listed = answer.json<unknown[]>();
  for (const one of listed) expectShape(AlarmView, one);
  expect(listed).toMatchObject([
    {
      alarm: 'alarm-1',
      since: '2026-11-22T09:00:00.000Z',
      answered: { what: 'seen', by: 'Eva', at: '2026-11-22T09:00:05.000Z' },
      cleared: null,
    },
    { alarm: 'alarm-0', answered: null },
  ]);
});

it('stand on the board of those who may see them, and everybody else hears that a steward is needed', async () => {
  const { as } = await openApi({ prepare: raising(alarm()) });
  const steward = (await (await as('eva'))({ url: '/api/board' })).json();
  expect(steward.alarms).toMatchObject([{ alarm: 'alarm-1', code: 'relay-welded' }]);
  const member = (await (await as('ada'))({ url: '/api/board' })).json();
  expect(member.alarms).toEqual([]);
  const needing = ({ machines }: { machines: { id: string; needsSteward: boolean }[] }) =>
    machines.filter(({ needsSteward }) => needsSteward).map(({ id }) => id);
  expect(needing(member)).toEqual(['laser']);
  expect(needing(steward)).toEqual(['laser']);
});

it.each([
  ['what hurts nobody', alarm({ code: 'meter-silent' })],
  ['a false alarm', alarm({ answered: { by: 'console', what: 'false-alarm', atMs: startMs } })],
  ['another machine', alarm({ machine: 'lathe' })],
])('need no steward at the laser: %s', async (_what, one) => {
  const { as } = await openApi({ prepare: raising(one) });
  const card = (await (await as('ada'))({ url: '/api/machines/laser' })).json();
  expect(card.needsSteward).toBe(false);
});

it('of a span of time come from the journal', async () => {
  const { as, gateway } = await openApi({
    prepare: (fake) => {
      fake.pastAlarms = [{ ...alarm(), clearedAtMs: startMs + 1_000 }];
    },
  });
  const ask = await as('eva');
  const answer = await ask({ url: '/api/alarms?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z' });
  expect(answer.json()).toMatchObject([{ alarm: 'alarm-1', cleared: '2026-11-22T09:00:01.000Z' }]);
  expect(gateway.asked.at(-1)).toEqual({
    verb: 'alarmsRaised',
    with: { fromMs: Date.UTC(2026, 10, 1), toMs: Date.UTC(2026, 11, 1) },
  });
  for (const query of ['to=2026-12-01T00:00:00Z', 'from=yesterday', 'from=2020-01-01T00:00:00Z'])
    expectProblem(await ask({ url: `/api/alarms?${query}` }), 400, 'range-wrong');
});

it('are answered by name, and each refusal has its code', async () => {
  const { as, gateway } = await openApi();
  const url = '/api/alarms/alarm-1/answer';
  const ask = await as('eva');
  const post = (payload: object) => ask({ method: 'POST', url, payload });
  expect((await post({ what: 'mended' })).statusCode).toBe(204);
  expect(gateway.asked.at(-1)?.with).toEqual({ alarm: 'alarm-1', by: 'key-eva', what: 'mended' });
  expectProblem(await post({ what: 'forget it' }), 400, 'request-invalid');
  expectProblem(await post({ what: 'seen', note: 'Bruno did it' }), 400, 'request-invalid');
  gateway.nextAnswer = { ok: false, code: 'alarm-answered' };
  expectProblem(await post({ what: 'seen' }), 409, 'alarm-answered');
  gateway.nextAnswer = { ok: false, code: 'alarm-unknown' };
  expectProblem(await post({ what: 'seen' }), 404, 'alarm-unknown');
  gateway.nextAnswer = { ok: true };
  await (await as(adminToken))({ method: 'POST', url, payload: { what: 'seen' } });
  expect(gateway.asked.at(-1)?.with).toMatchObject({ by: 'admin-token' });
});
