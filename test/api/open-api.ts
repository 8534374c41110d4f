// An API on the fake gateway with one member of each kind, a clock turned by hand, and ways to ask as each of them.

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { Compile } from 'typebox/schema';
import { expect, onTestFinished } from 'vitest';
import { calendars } from '../../src/adapters/calendar/write-calendar.ts';
import { createTexts } from '../../src/adapters/texts/create-texts.ts';
import { buildApi } from '../../src/api/app.ts';
import type { ApiOptions, DemoOptions, Newcomers } from '../../src/api/options.ts';
import { bankFiles } from '../../src/composition/bank-files.ts';
import type { DemoAnswer } from '../../src/contract/board.ts';
import type { Statement } from '../../src/contract/statement.ts';
import { noMailer } from '../../src/gateway/mailer.ts';
import type { Token } from '../../src/gateway/ports.ts';
import { createFakeGateway, type FakeGateway, startMs } from '../fakes/fake-gateway.ts';

export type OpenApi = Awaited<ReturnType<typeof openApi>>;

export const adminToken = 'admin-token-of-the-environment';
export const controlToken = 'control-token-of-this-process';

export async function openApi(
  change: Partial<ApiOptions> & { prepare?: (gateway: FakeGateway) => void } = {},
) {
  const { prepare, ...options } = change;
  const gateway = createFakeGateway();
  enrolOneOfEach(gateway);
  prepare?.(gateway);
  const clock = {
    wall: startMs,
    mono: 0,
    wallMs: () => clock.wall,
    monoMs: () => clock.mono,
    synchronised: () => true,
  };
  const kept = new Map<string, Token>();
  const logged: { facts: Readonly<Record<string, unknown>>; text: string }[] = [];
  const passwordChecks: (string | null)[] = [];
  const api = await buildApi({
    gateway,
    clock,
    statement: async (month) => ({ ...statement, month }),
    replay: { run: async () => ({ ok: false, code: 'replay-busy' }), part: () => null },
    papers: fakePapers,
    bankFiles,
    mailer: noMailer,
    diary: { series: async ({ fromMs }) => [{ atMs: fromMs, mean: 1, min: 0, max: 2 }] },
    tokens: {
      all: async () => [...kept.values()],
      put: async (token) => void kept.set(token.id, token),
      drop: async (id) => void kept.delete(id),
    },
    secrets: {
      badgeKey: (badge) => badge,
      readSun: () => null,
      seal: ({ text }) => text,
      unseal: () => null,
      digest: (text) => createHash('sha256').update(text).digest('hex'),
      hashPassword: async (password) => `plain:${password}`,
      verifyPassword: async (password, hash) => {
        passwordChecks.push(hash);
        return hash === `plain:${password}`;
      },
    },
    chance: { bytes: (count) => nextBytes(count) },
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (facts, text) => logged.push({ facts, text }),
    },
    meters: {
      render: () =>
        '# HELP officina_taps_total Taps.\n# TYPE officina_taps_total counter\nofficina_taps_total 7\n',
    },
    newcomers: noNewcomers,
    textsIn: createTexts,
    calendars,
    adminToken,
    controlToken,
    demo: null,
    loopbackOnly: false,
    hsts: false,
    dashboardDir: dashboard(),
    version: '1.2.3',
    ...options,
  });
  onTestFinished(() => api.close());
  const ask = (request: InjectOptions) => api.inject({ remoteAddress: '192.0.2.7', ...request });

  return {
    api,
    gateway,
    clock,
    kept,
    logged,
    passwordChecks,
    ask,
    /** Asks with the cookie of a freshly signed-in member, or with a bearer token. */
    async as(who: string) {
      const headers =
        who.length > 20 ? { authorization: `Bearer ${who}` } : { cookie: await signIn(ask, who) };
      return (request: InjectOptions) => ask({ ...request, headers: { ...headers, ...request.headers } });
    },
  };
}

/** Nobody waits, and there is no file. */
export const noNewcomers: Newcomers = {
  list: () => [],
  openPairing: () => ({
    ...{ code: '7K3QX-0M9RZ', expiresAtMs: startMs + 600_000 },
    ...{ host: '192.0.2.1', port: 1883, warning: null },
  }),
  assign: async () => ({ ok: false, code: 'unassigned-unknown' }),
  boxes: () => [],
  addPart: async () => ({ ok: false, code: 'box-unknown' }),
  reload: async () => ({ ok: true, restart: [] }),
  onChange: () => () => undefined,
};

export async function signIn(
  ask: (request: InjectOptions) => Promise<LightMyRequestResponse>,
  handle: string,
): Promise<string> {
  const answer = await ask({
    method: 'POST',
    url: '/api/session',
    payload: { handle, password: `${handle}-password` },
    // Each sign-in from an address of its own: the limit per address has a test of its own.
    remoteAddress: `198.51.100.${(addresses++ % 250) + 1}`,
  });
  expect(answer.statusCode, answer.body).toBe(200);
  const cookie = answer.cookies[0];
  return `${cookie?.name}=${cookie?.value}`;
}

/** The body is of this schema, with no field that the schema does not name. */
export function expectShape(schema: object, body: unknown): void {
  const [ok, errors] = Compile(closed(schema) as object).Errors(body);
  expect(ok ? [] : errors.map(({ instancePath, message }) => `${instancePath} ${message}`)).toEqual([]);
}

/** A refusal: its status, its code and its media type. */
export function expectProblem(answer: LightMyRequestResponse, status: number, code: string): void {
  expect({ status: answer.statusCode, code: answer.json().code }).toEqual({ status, code });
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.json()).toMatchObject({ status, type: `urn:officina:problem:${code}` });
}

export const demoAnswer: DemoAnswer = {
  reader: 'front',
  outcome: 'granted',
  code: null,
  text: 'Laser is yours.',
};

/** A demo shop whose reader always says the same; `show` is a tap at some other reader. */
export function fakeDemo(): DemoOptions & { show(answer: DemoAnswer): void; readonly taps: unknown[] } {
  const listeners = new Set<(answer: DemoAnswer) => void>();
  const taps: unknown[] = [];
  const show = (answer: DemoAnswer) => {
    for (const listener of listeners) listener(answer);
  };
  return {
    badges: [{ badge: '04a1b2c3d4e580', name: 'Ada', note: 'may do everything' }],
    readers: () => [{ reader: 'front', machines: [{ id: 'laser', name: 'Laser' }] }],
    async tap(request) {
      taps.push(request);
      show(demoAnswer);
      return demoAnswer;
    },
    onAnswer(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show,
    taps,
  };
}

const line = {
  session: 's',
  machine: 'laser',
  machineName: 'Laser',
  pool: 'lasers',
  from: '2026-11-20T10:00:00.000Z',
  to: '2026-11-20T11:00:00.000Z',
  clock: 'operating',
  billedMs: 3_600_000,
  gapMs: 0,
  energy: null,
  perHourMinor: '1200',
  costCode: null,
  tariff: null,
  components: [],
  minor: '1200',
  entered: null,
  withdrawn: null,
};

export const statement: Statement = {
  space: 'Officina',
  month: '2026-11',
  currency: 'EUR',
  digits: 2,
  accounts: [
    { member: 'key-ada', name: 'Ada Rossi', team: null, lines: [line], minor: '1200' },
    {
      member: 'key-bo',
      name: 'Bo Weiß',
      team: null,
      lines: [{ ...line, minor: '900719925474099301' }],
      minor: '900719925474099301',
    },
  ],
  minor: '900719925474100501',
  openSessions: 2,
};

function enrolOneOfEach(gateway: FakeGateway): void {
  gateway.enrol({ handle: 'ada', name: 'Ada Rossi' });
  gateway.enrol({ handle: 'bo', name: 'Bo Weiß', shown: true });
  gateway.enrol({ handle: 'tina', name: 'Tina', roles: ['trainer'] });
  gateway.enrol({ handle: 'eva', name: 'Eva', roles: ['steward'] });
  gateway.enrol({ handle: 'tom', name: 'Tom', roles: ['treasurer'] });
  gateway.enrol({ handle: 'root', name: 'Root', roles: ['admin'] });
  gateway.enrol({ handle: 'sid', name: 'Sid', status: 'suspended' });
}

let addresses = 0;
let bytesGiven = 0;

/** Different at every call; a test must not need real chance. */
function nextBytes(count: number): Uint8Array {
  const seed = createHash('sha512').update(String(bytesGiven++)).digest();
  return new Uint8Array(seed.subarray(0, count));
}

function dashboard(): string {
  const dir = mkdtempSync(join(tmpdir(), 'officina-pages-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>Officina</title>');
  writeFileSync(join(dir, 'assets', 'main-abc123.js'), 'export {};');
  writeFileSync(join(dir, '.secret'), 'no');
  return dir;
}

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in copy ? { additionalProperties: false, ...copy } : copy;
}

/** Each says what it was asked for. */
const fakePapers: ApiOptions['papers'] = {
  async *rows(wish) {
    yield 'rows ';
    yield JSON.stringify(wish);
  },
  member: async (member) =>
    member === 'nobody'
      ? null
      : (async function* () {
          yield JSON.stringify({ member });
        })(),
};
