// `member`: shows one member, suspends and reinstates them, at a running gateway or on the journal itself; nothing of what came
// over HTTP is believed unchecked.

import { describe, expect, it } from 'vitest';
import type { Gateway, StatusOutcome, StatusWish } from '../../src/gateway/gateway.ts';
import { createFakeGateway } from '../fakes/fake-gateway.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

const recorded = {
  ...{ member: 'key-ada', handle: 'ada', name: 'Ada\u001b[2J Rossi', email: null, team: 'acme' },
  ...{ status: 'suspended', roles: ['member', 'trainer'], plan: null, from: null, until: '2027-06-30' },
  certificates: [
    { certificate: 'safety', until: null },
    { certificate: 'laser-basic', until: '2027-06-30', level: 'teach' },
    { certificate: 'saw', until: null, level: 'maintain' },
  ],
  badges: [{ badge: 'b1', tail: 'e580' }],
  shown: false,
};

type Said = { readonly status: number; readonly body: unknown };

function runningThat(answers: Partial<Record<'GET' | 'PUT', Said>>) {
  const asked: unknown[] = [];
  const boxes = fakeBoxes({
    running: async () => ({
      url: 'http://127.0.0.1:1',
      async ask({ method, path, body }) {
        asked.push([method, path, body]);
        return answers[method as 'GET' | 'PUT'] ?? { status: 500, body: null };
      },
    }),
  });
  return { asked, boxes };
}
const listed = { status: 200, body: [{ member: 'key-bo' }, recorded] };

function offline(outcome: StatusOutcome) {
  const fake = createFakeGateway();
  fake.enrol({ handle: 'ada', name: 'Ada', roles: ['member'] });
  const wishes: StatusWish[] = [];
  const gateway: Gateway = {
    ...fake,
    async setStatus(wish) {
      wishes.push(wish);
      return outcome;
    },
  };
  const boxes = fakeBoxes({ openOffline: async () => ({ gateway, close: async () => undefined }) });
  return { wishes, boxes };
}
const member = (args: readonly string[], boxes = fakeBoxes()) => call(['member', ...args], { boxes }).done;

describe('member', () => {
  it('shows what is recorded, and nothing that steers a terminal', async () => {
    const { asked, boxes } = runningThat({ GET: listed });
    const { code, out } = await member(['ada'], boxes);
    expect([code, asked]).toEqual([0, [['GET', '/api/members', undefined]]]);
    expect(out).toBe(`Ada·[2J Rossi (ada): suspended
  team: acme
  roles: member, trainer
  until: 2027-06-30
  badges: …e580
  certificates: safety, laser-basic:2027-06-30:teach, saw::maintain
`);
  });

  it('suspends at the running gateway, then shows, and names the machines', async () => {
    const { asked, boxes } = runningThat({
      PUT: { status: 200, body: { member: 'key-ada', status: 'suspended', ended: ['laser', 'saw'] } },
      GET: listed,
    });
    const { code, out } = await member(['ada', '--suspend'], boxes);
    expect([code, asked]).toEqual([
      0,
      [
        ['PUT', '/api/members/key-ada/status', { status: 'suspended' }],
        ['GET', '/api/members', undefined],
      ],
    ]);
    expect(out).toContain('Sessions end on: laser, saw. A running job may finish.\n');
  });

  it('reinstates in the journal itself when no gateway runs', async () => {
    const { wishes, boxes } = offline({ ok: true, ended: [] });
    const { code, out } = await member(['ada', '--reinstate'], boxes);
    expect([code, wishes]).toEqual([0, [{ member: 'key-ada', status: 'active', by: 'console' }]]);
    expect(out).toContain('Ada (ada): active\n');
    expect(out).toContain('  certificates: laser-basic\n');
    expect(out).not.toContain('Sessions end');
  });

  it('sets nothing when it only shows', async () => {
    const { wishes, boxes } = offline({ ok: true, ended: [] });
    expect((await member(['ada'], boxes)).code).toBe(0);
    expect(wishes).toEqual([]);
  });

  it('says why not, from either side', async () => {
    const { boxes } = offline({ ok: false, code: 'admin-last' });
    const here = await member(['ada', '--suspend'], boxes);
    expect([here.code, here.out]).toEqual([1, '']);
    expect(here.err).toContain('"ada" is the last administrator; make somebody else one first.');
    const body = { title: 'This is the last administrator.', detail: 'Make somebody else one first.' };
    const there = await member(['ada', '--suspend'], runningThat({ PUT: { status: 409, body } }).boxes);
    expect(there.err).toContain('This is the last administrator. Make somebody else one first.');
    expect((await member(['nobody'])).err).toContain('No member has the handle "nobody".');
    const gone = await member(['ada'], runningThat({ GET: { status: 200, body: [] } }).boxes);
    expect(gone.err).toContain('No member has the handle "ada" any more.');
  });

  it.each([[{}], [[{ member: 'key-ada' }]], [[{ ...recorded, badges: 'x' }]]])(
    'believes no answer that it does not know: %j',
    async (body) => {
      const { code, err } = await member(['ada'], runningThat({ GET: { status: 200, body } }).boxes);
      expect(code).toBe(1);
      expect(err).toContain("use that gateway's own version");
    },
  );

  it.each([[['Ada']], [['../x']], [[]], [['ada', '--suspend', '--reinstate']]])(
    'inv. 11: %j is wrong use',
    async (args) => {
      expect((await member(args)).code).toBe(2);
    },
  );
});
