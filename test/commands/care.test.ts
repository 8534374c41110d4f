// `care`: what it asks at a running gateway or of the journal itself, what it prints, and wrong use told before anything.

import { describe, expect, it } from 'vitest';
import type { RunningGateway } from '../../src/commands/boxes.ts';
import type { CareOutcome, CareTold, Gateway } from '../../src/gateway/gateway.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

const hourMs = 3_600_000;
const hours = { loadedMs: 812 * hourMs, workingMs: 560 * hourMs, operatingMs: 484 * hourMs, jobs: 1180 };
const told: CareTold = {
  ...{ machine: 'laser', name: 'Laser', hours },
  parts: [
    {
      ...{ part: 'tube', name: 'Laser tube', clock: 'operating', hours, replaced: null, serviced: null },
      service: { due: 'soon', leftMs: 16 * hourMs, leftJobs: null, leftDays: null, used: 0.97 },
    },
    {
      ...{ part: 'lens', name: 'Lens', clock: 'working', hours, replaced: null, serviced: null },
      service: { due: 'unknown', leftMs: null, leftJobs: null, leftDays: null, used: 0 },
    },
  ],
  problems: [
    {
      ...{ problem: 'p1', severity: 'lock', by: null, at: '2026-11-20T17:00:00.000Z' },
      text: 'It \u001b[31mburns.',
    },
  ],
  log: [
    {
      ...{ at: '2026-11-20T18:00:00.000Z', by: 'Eva', kind: 'replaced', what: null },
      ...{ minutes: 45, part: 'tube', text: null },
    },
  ],
};

function offline(outcome: CareOutcome = { ok: true }, view: CareTold | null = told) {
  const asked: unknown[] = [];
  const gateway = {
    noteCare: async (input: unknown) => {
      asked.push(input);
      return outcome;
    },
    careOf: async () => view,
  } as unknown as Gateway;
  return {
    asked,
    boxes: fakeBoxes({ openOffline: async () => ({ gateway, close: async () => undefined }) }),
  };
}

function running(status: number, body: unknown) {
  const asked: Parameters<RunningGateway['ask']>[0][] = [];
  const gateway: RunningGateway = {
    url: 'http://127.0.0.1:1',
    ask: async (request) => {
      asked.push(request);
      return { status, body };
    },
  };
  return { asked, boxes: fakeBoxes({ running: async () => gateway }) };
}

const care = (args: readonly string[], boxes = offline().boxes) => call(['care', ...args], { boxes }).done;

describe('care', () => {
  it('tells hours, parts, problems and the log, and lets no terminal be painted', async () => {
    const { code, out } = await care(['laser']);
    expect(code).toBe(0);
    expect(out).not.toContain('\u001b');
    const lines = out.split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'Laser',
      'Hours     operating 484.0 h, working 560.0 h, loaded 812.0 h; 1180 jobs',
      'Part      Laser tube (tube): 484.0 h operating, service soon, 16.0 h left',
      'Part      Lens (lens): 560.0 h working, not known: set the clock',
    ]);
    expect(lines[4]).toMatch(/^Problem {3}lock, 2026-11-20 18:00, a member: It .*burns\.$/);
    expect(lines[5]).toBe('Log       2026-11-20 19:00  replaced Laser tube, 45 min, Eva');
  });

  it('prints all of it as JSON', async () => {
    const { out } = await care(['laser', '--json']);
    expect(JSON.parse(out)).toEqual(told);
  });

  it('writes on the journal as the console', async () => {
    const { asked, boxes } = offline();
    await care(['laser', '--replaced', 'tube', '--minutes', '45', '--text', 'It had cracked'], boxes);
    await care(['laser', '--serviced', 'all'], boxes);
    expect(asked).toEqual([
      {
        ...{ machine: 'laser', by: 'console', kind: 'replaced', part: 'tube' },
        ...{ minutes: 45, note: 'It had cracked' },
      },
      { machine: 'laser', by: 'console', kind: 'serviced', part: null, minutes: 0, note: null },
    ]);
  });

  it('asks a running gateway, and prints what it answers', async () => {
    const { asked, boxes } = running(200, told);
    const { code, out } = await care(['laser', '--note', 'cleaned', '--minutes', '10'], boxes);
    expect(code).toBe(0);
    expect(out).toContain('Laser tube');
    expect(asked).toMatchObject([
      {
        method: 'POST',
        path: '/api/machines/laser/care',
        body: { kind: 'cleaned', minutes: 10, part: null, note: null },
      },
    ]);
  });

  it('inv. 11: does not believe an answer that is something else', async () => {
    const { code, err } = await care(['laser'], running(200, { machine: 'laser' }).boxes);
    expect(code).toBe(1);
    expect(err).toContain('what this command does not know');
  });

  it('says why it was refused, here and there', async () => {
    const there = await care(
      ['laser', '--serviced', 'wheel'],
      running(404, { code: 'part-unknown', title: 'x', detail: 'y' }).boxes,
    );
    const here = await care(
      ['laser', '--serviced', 'wheel'],
      offline({ ok: false, code: 'part-unknown' }).boxes,
    );
    expect(there).toEqual(here);
    expect(here).toMatchObject({ code: 1, err: expect.stringContaining('no part of this name') });
    const nowhere = await care(['loo'], offline({ ok: true }, null).boxes);
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('No machine has this id') });
  });

  it.each([
    [['Laser!'], 'is no machine'],
    [['laser', '--note', 'kissed'], '--note must be one of cleaned, checked, repaired, serviced'],
    [['laser', '--note', 'replaced'], '--note must be one of'],
    [['laser', '--note', 'cleaned', '--serviced', 'tube'], 'do not go together'],
    [['laser', '--minutes', '5'], '--minutes needs'],
    [['laser', '--note', 'cleaned', '--minutes', '1441'], '--minutes must be'],
    [['laser', '--note', 'cleaned', '--minutes', '1e1'], '--minutes must be'],
    [['laser', '--replaced', '../x'], 'is no part'],
    [['laser', '--replaced', 'tube', '--part', 'lens'], '--part does not go with'],
    [[], 'is missing'],
  ])('%j is wrong use', async (args, sentence) => {
    const { code, err } = await care(args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(sentence) });
  });

  it('has help with an example', async () => {
    expect((await care(['--help'])).out).toContain('officina care laser --note cleaned --minutes 10');
  });
});
