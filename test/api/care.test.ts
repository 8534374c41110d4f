// Care over HTTP: who may do what, whose names and words are told, ten reports an hour, and the hours in /metrics.

import { expect, it } from 'vitest';
import { CareView } from '../../src/contract/care.ts';
import { apply } from '../../src/domain/journal/apply.ts';
import type { EntryBody } from '../../src/domain/journal/entry.ts';
import type { CareTold } from '../../src/gateway/gateway.ts';
import { type FakeGateway, startMs } from '../fakes/fake-gateway.ts';
import { adminToken, expectProblem, expectShape, openApi } from './open-api.ts';

const hours = { loadedMs: 3, workingMs: 2, operatingMs: 1, jobs: 4 };
const told: CareTold = {
  machine: 'laser',
  name: 'Laser',
  hours,
  parts: [
    {
      ...{ part: 'tube', name: 'Laser tube', clock: 'operating', hours, replaced: null, serviced: null },
      service: { due: 'soon', leftMs: 5, leftJobs: null, leftDays: null, used: 0.9 },
    },
  ],
  problems: [
    { problem: 'p1', severity: 'lock', by: null, at: new Date(startMs).toISOString(), text: 'It burns.' },
  ],
  log: [
    {
      ...{ at: new Date(startMs).toISOString(), by: 'Eva', kind: 'closed', what: 'mended' },
      ...{ minutes: 5, part: null, text: null },
    },
  ],
};
const url = '/api/machines/laser/care';
const post = (path: string, payload: object) => ({ method: 'POST', url: path, payload }) as const;
const deed = (kind: string, change: object = {}) =>
  post(url, { kind, minutes: 5, part: null, note: null, ...change });

/** Bodies become entries of the live state. */
function write(gateway: FakeGateway, ...bodies: readonly EntryBody[]): void {
  const { live } = gateway;
  const stamp = { atMs: startMs, monoMs: 0, gateway: 'g', boot: 'b', v: 1 } as const;
  for (const body of bodies) apply(live, { ...body, seq: live.seq + 1, ...stamp });
}

it('is told in full, and names and words only as the viewer may have them', async () => {
  const { as, gateway } = await openApi();
  const asks: { names: string[]; texts: boolean }[] = [];
  gateway.careFor = ({ machine, names, texts }) => {
    asks.push({ names: ['key-ada', 'key-bo'].filter(names), texts });
    return machine === 'laser' ? told : null;
  };
  const answer = await (await as('ada'))({ url });
  expect(answer.statusCode, answer.body).toBe(200);
  expectShape(CareView, answer.json());
  expect(answer.json()).toEqual(told);
  await (await as('eva'))({ url });
  expect(asks).toEqual([
    { names: ['key-ada'], texts: true },
    { names: ['key-ada', 'key-bo'], texts: true },
  ]);
  expectProblem(await (await as('ada'))({ url: '/api/machines/loo/care' }), 404, 'machine-unknown');
});

it('is told to a screen on the wall without what people wrote', async () => {
  const { as, gateway, ask } = await openApi();
  const body = { label: 'wall', scopes: ['board:read'], days: null };
  const made = (await (await as('eva'))(post('/api/tokens', body))).json();
  let texts = true;
  gateway.careFor = (asked) => {
    texts = asked.texts;
    return told;
  };
  const answer = await ask({ url, headers: { authorization: `Bearer ${made.secret}` } });
  expect(answer.statusCode, answer.body).toBe(200);
  expect(texts).toBe(false);
});

it('takes a report under the name of who is signed in, and ten of them an hour', async () => {
  const { as, gateway, clock } = await openApi();
  const ada = await as('ada');
  const report = post('/api/machines/laser/problems', { severity: 'lock', text: 'It burns.' });
  for (let made = 0; made < 10; made += 1)
    expect((await ada(report)).json()).toEqual({ problem: 'problem-1' });
  const asked = gateway.asked.filter(({ verb }) => verb === 'reportProblem');
  expect(asked[0]?.with).toEqual({ machine: 'laser', by: 'key-ada', severity: 'lock', text: 'It burns.' });
  const refused = await ada(report);
  expectProblem(refused, 429, 'too-many-attempts');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_000);
  // Somebody else is not kept from it, and an hour later nobody is.
  expect((await (await as('bo'))(report)).statusCode).toBe(200);
  clock.mono += 3_600_001;
  expect((await ada(report)).statusCode).toBe(200);
});

it.each([
  ['severity', { severity: 'fatal', text: 'x' }],
  ['text', { severity: 'note', text: 'x'.repeat(1_001) }],
  ['by', { severity: 'note', text: 'x', by: 'key-eva' }],
])('inv. 11: a report with a wrong %s is refused before it is read', async (_, payload) => {
  const { as, gateway } = await openApi();
  expectProblem(
    await (await as('ada'))(post('/api/machines/laser/problems', payload)),
    400,
    'request-invalid',
  );
  expect(gateway.asked).toEqual([]);
});

it.each(['machine-unknown', 'problems-full', 'text-unreadable'] as const)(
  'says why a report was refused: %s',
  async (code) => {
    const { as, gateway } = await openApi();
    gateway.nextProblem = { ok: false, code };
    const answer = await (await as('ada'))(
      post('/api/machines/laser/problems', { severity: 'note', text: 'x' }),
    );
    expect(answer.json()).toMatchObject({ code });
  },
);

it('lets a steward close, once', async () => {
  const { as, gateway } = await openApi();
  const close = post('/api/machines/laser/problems/p1/close', { what: 'no-fault', minutes: 3 });
  const eva = await as('eva');
  expect((await eva(close)).statusCode).toBe(204);
  expect(gateway.asked.at(-1)?.with).toEqual({
    ...{ machine: 'laser', problem: 'p1', by: 'key-eva', what: 'no-fault', minutes: 3 },
  });
  gateway.nextClosing = { ok: false, code: 'problem-unknown' };
  expectProblem(await eva(close), 404, 'problem-unknown');
  expectProblem(await (await as('ada'))(close), 403, 'scope-missing');
});

it.each(['cleaned', 'checked'])('any member may write down that they %s it', async (kind) => {
  const { as, gateway } = await openApi();
  gateway.careFor = () => told;
  const answer = await (await as('ada'))(deed(kind));
  expect(answer.json()).toEqual(told);
  expect(gateway.asked.at(-1)?.with).toMatchObject({ kind, by: 'key-ada', machine: 'laser' });
});

it.each(['repaired', 'serviced', 'replaced'])('%s is for stewards', async (kind) => {
  const { as, gateway } = await openApi();
  gateway.careFor = () => told;
  expectProblem(await (await as('ada'))(deed(kind)), 403, 'scope-missing');
  expect(gateway.asked).toEqual([]);
  expect((await (await as('eva'))(deed(kind))).statusCode).toBe(200);
  expect((await (await as(adminToken))(deed(kind))).statusCode).toBe(200);
  expect(gateway.asked.map((one) => (one.with as { by: string }).by)).toEqual(['key-eva', 'admin-token']);
});

it.each([{ minutes: -1 }, { minutes: 1_441 }, { minutes: 1.5 }, { part: '../x' }])(
  'inv. 11: care with %j is refused',
  async (change) => {
    const { as } = await openApi();
    expectProblem(await (await as('eva'))(deed('cleaned', change)), 400, 'request-invalid');
  },
);

it('stands on the board as a mark, and as hours in the metrics', async () => {
  const { as, gateway } = await openApi();
  const workshop = gateway.live.workshop;
  const laser = workshop?.machines.laser;
  if (!workshop || !laser) throw new Error('the fake has a laser');
  const worn = {
    ...laser,
    meters: { start: { operatingH: 12.5 } },
    parts: { tube: { name: 'Tube', clock: 'operating', service: { everyH: 10 } } },
  } as const;
  const reported = {
    problem: 'p1',
    machine: 'laser',
    by: 'key-bo',
    severity: 'flag',
    noteDigest: 'd',
  } as const;
  write(
    gateway,
    {
      type: 'workshop-described',
      data: { workshop: { ...workshop, machines: { ...workshop.machines, laser: worn } } },
    },
    { type: 'problem-reported', data: reported },
  );
  const ada = await as('ada');
  const { machines } = (await ada({ url: '/api/board' })).json();
  expect(machines.map(({ care }: { care: unknown }) => care)).toEqual([
    { problem: null, serviceOver: false },
    { problem: 'flag', serviceOver: true },
  ]);
  const text = (await ada({ url: '/metrics' })).body;
  expect(text).toContain('# TYPE officina_machine_hours_total counter\n');
  expect(text).toContain('officina_machine_hours_total{machine="laser",clock="operating"} 12.5\n');
  expect(text).toContain('officina_machine_hours_total{machine="lathe",clock="loaded"} 0\n');
});
