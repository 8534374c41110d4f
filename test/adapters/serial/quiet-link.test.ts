// Links to controllers that somebody else drives: a tap that never writes, and a second channel that only asks.

import { afterEach, describe, expect, it } from 'vitest';
import { openLink } from '../../../src/adapters/serial/open-link.ts';
import { serveControllerTcp } from '../../../src/adapters/simulator/controller-tcp.ts';
import { simulateGrbl } from '../../../src/adapters/simulator/grbl.ts';
import { listening, until } from './link-under-test.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function bench(owner: 'tap' | 'observeOnly') {
  const now = () => performance.now();
  const controller = simulateGrbl({ now, powered: true });
  const wire: number[] = [];
  const onBytes = (bytes: Uint8Array) => void wire.push(...bytes);
  const server = await serveControllerTcp({ port: 0, controller, now, onBytes });
  closing.push(() => server.close());
  const { options, heard } = await listening({ kind: 'tcp', host: '127.0.0.1', port: server.port });
  const link = openLink({ ...options, beside: { owner } });
  closing.push(() => link.close());
  await until(() => link.facts().phase !== 'connecting', 'the port to open');
  return { controller, link, heard, wire: () => Buffer.from(wire).toString('latin1') };
}

const report = (word: string) => Buffer.from(`<${word}|MPos:0.000,0.000,0.000|FS:0,0>\r\n`);

describe('a link that others drive', () => {
  it('inv. 8: a tap watches what another host asks, and writes nothing at all', async () => {
    const { controller, link, heard, wire } = await bench('tap');
    // What the other host is answered is on the wire for everyone.
    controller.faults.noise(report('Idle'));
    await until(() => heard.reports.at(-1)?.activity === 'idle', 'the link to be idle');
    controller.faults.noise(report('Run'));
    await until(() => heard.reports.at(-1)?.activity === 'running', 'the link to be running');
    expect(await link.endAccess()).toBe('unknown');
    expect(link.permit(true)).toBe(false);
    expect(link.allow(true)).toBe(false);
    // inv. 7: nobody asks any more, and so nothing is known.
    await until(() => heard.reports.at(-1)?.link === 'lost', 'the silence', 10_000);
    expect(heard.reports.at(-1)?.activity).toBe('unknown');
    expect(wire()).toBe('');
  });

  it('inv. 8: a second channel only asks, and has no order to give', async () => {
    const { link, heard, wire } = await bench('observeOnly');
    await until(() => heard.reports.at(-1)?.activity === 'idle', 'the link to be idle');
    expect(await link.endAccess()).toBe('unknown');
    expect(link.permit(true)).toBe(false);
    expect(wire()).toMatch(/^(\?|\$I\n|\$\$\n)+$/);
  });
});
