// `officina webhook`: asks the gateway that runs, and says what it said.

import { describe, expect, it } from 'vitest';
import type { RunningGateway } from '../../src/commands/boxes.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

const door = {
  ...{ id: 'door', host: 'example.org', events: ['machine.locked'], names: false, state: 'failing' },
  ...{ position: 7, behind: 2, sent: 5, failures: 1, dropped: 1, fault: '500' },
  failingSince: '2026-11-22T09:00:00.000Z',
};

function running(answers: Readonly<Record<string, { status: number; body: unknown }>>) {
  const asked: unknown[] = [];
  const gateway: RunningGateway = {
    url: 'http://127.0.0.1:8080',
    async ask({ method, path, body }) {
      asked.push([method, path, ...(body === undefined ? [] : [body])]);
      return answers[path] ?? { status: 404, body: { title: 'There is no such thing.' } };
    },
  };
  return { asked, boxes: fakeBoxes({ running: async () => gateway }) };
}

describe('officina webhook', () => {
  it('lists how they stand', async () => {
    const { boxes } = running({ '/api/webhooks': { status: 200, body: { webhooks: [door] } } });
    const { code, out } = await call(['webhook', 'list'], { boxes }).done;
    expect([code, out]).toEqual([
      0,
      'door  failing since 2026-11-22T09:00:00.000Z (500)  example.org  position 7, 2 behind, 5 sent since the start, 1 given up\n',
    ]);
    const json = await call(['webhook', 'list', '--json'], { boxes }).done;
    expect(JSON.parse(json.out)).toEqual([door]);
    const { boxes: empty } = running({ '/api/webhooks': { status: 200, body: { webhooks: [] } } });
    expect((await call(['webhook', 'list'], { boxes: empty }).done).out).toBe(
      'officina.yaml describes no webhook.\n',
    );
  });

  it('tests one', async () => {
    const { boxes, asked } = running({
      '/api/webhooks/door/test': { status: 200, body: { ok: true, fault: null } },
    });
    expect(await call(['webhook', 'test', 'door'], { boxes }).done).toEqual({
      code: 0,
      out: 'door took the test.\n',
      err: '',
    });
    expect(asked).toEqual([['POST', '/api/webhooks/door/test']]);
    const failed = running({
      '/api/webhooks/door/test': { status: 200, body: { ok: false, fault: 'silent' } },
    });
    const { code, err } = await call(['webhook', 'test', 'door'], { boxes: failed.boxes }).done;
    expect([code, err]).toEqual([1, expect.stringContaining('door did not take it (silent)')]);
  });

  it('tells one all again', async () => {
    const { boxes, asked } = running({
      '/api/webhooks/door/replay': { status: 200, body: { webhooks: [door] } },
    });
    const { code } = await call(['webhook', 'replay', 'door', '--from', '8'], { boxes }).done;
    expect([code, asked]).toEqual([0, [['POST', '/api/webhooks/door/replay', { from: 8 }]]]);
    const { boxes: none } = running({});
    const refused = await call(['webhook', 'replay', 'nobody', '--from', '8'], { boxes: none }).done;
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('There is no such thing.')]);
  });

  it.each([
    [['lost'], 'not known here'],
    [['list', 'door'], 'one word too many'],
    [['test'], 'An id is missing'],
    [['test', 'NO/../'], 'is no id'],
    [['replay', 'door'], '--from N'],
    [['replay', 'door', '--from', '0'], '--from N'],
  ])('refuses %j as wrong use', async (argv, why) => {
    const { code, err } = await call(['webhook', ...argv], { boxes: running({}).boxes }).done;
    expect([code, err]).toEqual([2, expect.stringContaining(why)]);
  });

  it('needs a gateway that runs, and answers that it knows', async () => {
    const alone = await call(['webhook', 'list'], { boxes: fakeBoxes() }).done;
    expect([alone.code, alone.err]).toEqual([1, 'No gateway runs here; start it, then ask again.\n']);
    const { boxes } = running({ '/api/webhooks': { status: 200, body: { webhooks: 'many' } } });
    expect((await call(['webhook', 'list'], { boxes }).done).code).toBe(1);
  });
});
