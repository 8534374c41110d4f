// What an unknown controller is asked, over real sockets: only what is harmless to all that it may still be, and no more
// than is needed to know it.

import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { loadProfiles } from '../../../src/adapters/profile-files/load-profiles.ts';
import { hearController } from '../../../src/adapters/serial/hear-controller.ts';
import { probes } from '../../../src/adapters/serial/probes.ts';
import { serveControllerTcp } from '../../../src/adapters/simulator/controller-tcp.ts';
import { simulateGrbl } from '../../../src/adapters/simulator/grbl.ts';
import { simulateMarlin } from '../../../src/adapters/simulator/marlin.ts';
import { simulateTinyg } from '../../../src/adapters/simulator/tinyg.ts';
import { families } from '../../../src/domain/profile/family.ts';
import { clearWinner } from '../../../src/domain/profile/score-profiles.ts';

const loaded = await loadProfiles();
const profiles = [...loaded.profiles.values()].filter(({ family }) => family !== 'linuxcnc');
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
const now = (): number => performance.now();

async function hear(port: number, asks = true) {
  const place = { kind: 'tcp', host: '127.0.0.1', port } as const;
  const heard = await hearController({ place, profiles, asks, listenMs: 50 });
  if (!heard.ok) throw new Error(heard.code);
  return { ...heard, is: clearWinner(heard.scores)?.profile ?? null };
}

type Simulated = Parameters<typeof serveControllerTcp>[0]['controller'];

async function hearBoard(controller: Simulated) {
  const server = await serveControllerTcp({ port: 0, controller, now });
  closing.push(server.close);
  return hear(server.port);
}

/** Says `answers` to each text that comes in. */
async function hearServer(onText: (text: string, socket: Socket) => void, asks = true) {
  const said: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      said.push(bytes.toString('latin1'));
      onText(bytes.toString('latin1'), socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  const address = server.address();
  const heard = await hear(typeof address === 'object' && address ? address.port : 0, asks);
  return { ...heard, said: said.join('') };
}

describe('an unknown controller', () => {
  it.each([
    ['grbl-1.1', () => simulateGrbl({ now, powered: true }), ['?', '$I']],
    ['grblhal', () => simulateGrbl({ now, powered: true, dialect: 'grblhal' }), ['?', '$I']],
    ['fluidnc', () => simulateGrbl({ now, powered: true, dialect: 'fluidnc' }), ['?', '$I']],
    ['marlin-2', () => simulateMarlin({ now, powered: true }), ['?', 'M115']],
    ['tinyg', () => simulateTinyg({ firmware: 'tinyg', now, powered: true }), ['?', 'M115', '{"hp":null}']],
  ] as const)('is known as %s by no more than it must be asked', async (id, make, asked) => {
    expect(await hearBoard(make() as Simulated)).toMatchObject({ is: id, asked });
  });

  it('in a job is not asked what Grbl answers only while it rests', async () => {
    const { asked, is, said } = await hearServer((text, socket) => {
      if (text.includes('?')) socket.write('<Run|MPos:1.000,0.000,0.000|FS:500,0>\r\n');
      else socket.write('error:20\r\n');
    });
    expect(is).toBeNull();
    expect([asked.includes('$I'), said.includes('$')]).toEqual([false, false]);
  });

  it('is asked nothing where it may only be listened to', async () => {
    const heard = await hearServer(() => undefined, false);
    expect([heard.asked, heard.said]).toEqual([[], '']);
  });

  it('inv. 10, 11: that floods with noise and endless lines is heard to its bound', async () => {
    const heard = await hearServer((text, socket) => {
      if (text.includes('?')) socket.write(`${'x'.repeat(5000)}\n\u0001\u0002é\n${'ok\n'.repeat(3000)}`);
    });
    expect(heard.lines.length).toBe(400);
    expect(heard.noise).toBeGreaterThan(0);
  });

  it('whose port is not there is a value with a code', async () => {
    const place = { kind: 'serial', path: '/dev/there-is-no-such-port', bauds: [115_200] } as const;
    expect(await hearController({ place, profiles, asks: true })).toEqual({
      ok: false,
      code: 'port-missing',
    });
  });
});

describe('the questions', () => {
  it.each(probes.map((probe) => [probe.shown, probe] as const))('inv. 8: %s', (_shown, probe) => {
    const text = Buffer.from(probe.bytes).toString('latin1');
    // Printable, so that no real-time byte but the question mark hides in it, and ended, so that nothing sticks to it.
    expect(text).toMatch(/^[\x20-\x7d]+\n$/);
    expect(text).not.toMatch(/[!~]|^[GT]\d|^M(?!115\n)/);
    for (const family of probe.wantedBy) expect(probe.harmlessTo).toContain(family);
    for (const family of probe.harmlessTo) expect([...families.keys()]).toContain(family);
  });
});
