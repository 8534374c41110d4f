// `may`: every rule with yes or no, at a running gateway or on the journal itself, and nothing of what came over HTTP is believed
// unchecked.

import { describe, expect, it } from 'vitest';
import type { RunningGateway } from '../../src/commands/boxes.ts';
import type { AccessOutcome, AccessWish, Gateway } from '../../src/gateway/gateway.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

const no = {
  code: 'plan-hours',
  sentence: 'Your plan Evening does not hold at this hour.\u001b[2J',
  remedy: 'Wait for 2026-11-23 18:00.',
  fromMs: Date.UTC(2026, 10, 23, 17),
  untilMs: null,
} as const;
const access = {
  ...{ member: 'key-ada', name: 'Ada', machine: 'laser', may: false, no, bypassed: [] },
  rules: [
    { rule: 'not-suspended', asks: 'The membership is not suspended.', no: null, bypassed: false },
    { rule: 'plan-hours', asks: 'It is an hour of the plan.', no, bypassed: false },
  ],
  lessons: [{ certificate: 'laser-basic', name: 'Laser', sessions: 3, needed: 5 }],
};
const listed = `yes  The membership is not suspended.
no   It is an hour of the plan.
      Your plan Evening does not hold at this hour. [2J
      Wait for 2026-11-23 18:00.
      Time alone mends it: 2026-11-23 18:00.
Supervised sessions for Laser: 3 of 5.
ada may not use laser.
`;

function offline(outcome: AccessOutcome) {
  const wishes: AccessWish[] = [];
  const gateway = {
    access(wish: AccessWish) {
      wishes.push(wish);
      return outcome;
    },
  } as unknown as Gateway;
  const boxes = fakeBoxes({ openOffline: async () => ({ gateway, close: async () => undefined }) });
  return { wishes, boxes };
}

function runningThat(status: number, body: unknown) {
  const asked: Parameters<RunningGateway['ask']>[0][] = [];
  const running: RunningGateway = {
    url: 'http://127.0.0.1:1',
    async ask(request) {
      asked.push(request);
      return { status, body };
    },
  };
  return { asked, boxes: fakeBoxes({ running: async () => running }) };
}

const { no: _, ...rest } = access;
const plain = { code: null, sentence: null, remedy: null, fromMs: null, untilMs: null };
const overHttp = {
  ...rest,
  ...no,
  rules: access.rules.map(({ no: one, rule, asks, bypassed }) => ({
    ...{ rule, asks, bypassed, ok: one === null },
    ...(one ?? plain),
  })),
};
const may = (args: readonly string[], boxes = fakeBoxes()) => call(['may', ...args], { boxes }).done;

describe('may', () => {
  it('lists every rule from the journal, and ends with a no', async () => {
    const { wishes, boxes } = offline({ ok: true, access });
    const { code, out, err } = await may(['ada', 'laser', '--at', '2026-11-22 10:00'], boxes);
    expect(wishes).toEqual([{ member: 'ada', machine: 'laser', at: '2026-11-22 10:00' }]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out.replaceAll(/[^ -~\n]/g, ' ')).toBe(listed);
    expect(out).not.toContain('\u001b');
  });

  it('asks the running gateway, and says the same', async () => {
    const { asked, boxes } = runningThat(200, overHttp);
    const { code, out } = await may(['ada', 'laser', '--at', '2026-11-22 10:00'], boxes);
    expect(asked).toMatchObject([
      { method: 'GET', path: '/api/machines/laser/access?member=key-ada&at=2026-11-22+10%3A00' },
    ]);
    expect(code).toBe(1);
    expect(out.replaceAll(/[^ -~\n]/g, ' ')).toBe(listed);
  });

  it('says yes with 0, and what a steward goes past', async () => {
    const rules = access.rules.map((one) => ({ ...one, bypassed: one.no !== null }));
    const { boxes } = offline({ ok: true, access: { ...access, rules, may: true, no: null, lessons: [] } });
    const { code, out } = await may(['ada', 'laser'], boxes);
    expect(code).toBe(0);
    expect(out).toContain('past  It is an hour of the plan.');
    expect(out).toContain('ada may use laser.');
  });

  it.each([
    ['machine-unknown', 'No machine has the id "laser"'],
    ['member-unknown', 'No member has the handle "ada"'],
    ['time-unreadable', 'is no time'],
    ['time-ambiguous', 'write one of a or b'],
    ['time-skipped', 'write one of a or b'],
  ] as const)('tells %s in a sentence', async (code, sentence) => {
    const { boxes } = offline({ ok: false, code, readings: ['a', 'b'] });
    const done = await may(['ada', 'laser', '--at', 'x'], boxes);
    expect({ code: done.code, out: done.out }).toEqual({ code: 1, out: '' });
    expect(done.err).toContain(sentence);
  });

  it('believes no answer that it does not know', async () => {
    const { boxes } = runningThat(200, { may: true });
    const { code, err } = await may(['ada', 'laser'], boxes);
    expect(code).toBe(1);
    expect(err).toContain("use that gateway's own version");
  });

  it('passes a refusal of the gateway on', async () => {
    const { boxes } = runningThat(404, { title: 'No machine has this id.', detail: 'Look.' });
    expect((await may(['ada', 'lasr'], boxes)).err).toContain('No machine has this id. Look.');
    const { boxes: others } = runningThat(200, overHttp);
    expect((await may(['nobody', 'laser'], others)).err).toContain('No member has the handle "nobody"');
  });

  it.each([[['Ada', 'laser']], [['ada']], [['ada', '../x']]])('inv. 11: %j is wrong use', async (args) => {
    expect((await may(args)).code).toBe(2);
  });
});
