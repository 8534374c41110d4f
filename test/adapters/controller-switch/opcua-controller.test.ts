// A mill whose controller is its switch, at a real OPC UA server in another process: one Boolean is written and read
// back; what the server refuses becomes a sentence with its remedy.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPermissions } from '../../../src/adapters/controller-switch/open-permissions.ts';
import type { EnableNodes } from '../../../src/adapters/opcua/worker-messages.ts';
import type { DeviceSaid, SwitchReport } from '../../../src/gateway/gateway.ts';
import { switchesSuite } from '../../ports/switches.suite.ts';
import { type MillProcess, startMill } from '../opcua/start-mill.ts';
import { type Watched, waitUntil, watch } from '../opcua/watched.ts';

const dir = mkdtempSync(join(tmpdir(), 'officina-enable-'));
afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }));
const nothing = () => undefined;
const ownNode = 'nsu=urn:officina:simulated-mill;s=Enable';
const enable = (node: string, readBack = node): EnableNodes => ({ node, readBack });

type Bench = {
  readonly watched: Watched;
  readonly permissions: ReturnType<typeof openPermissions>;
  readonly reports: SwitchReport[];
  readonly said: DeviceSaid[];
  readonly lines: string[];
};

/** The switch of each machine is called as the machine. */
function openBench(name: string, links: Parameters<typeof watch>[1]): Bench {
  const [reports, said, lines]: [SwitchReport[], DeviceSaid[], string[]] = [[], [], []];
  const log = (_: unknown, text: string) => void lines.push(text);
  const permissions = openPermissions({
    clock: { monoMs: () => performance.now(), wallMs: Date.now },
    log: { info: log, warn: log, error: log },
    meters: { count: nothing },
    permit: (machine, on) => watched.permit(machine, on),
    switches: new Map(
      Object.keys(links).map((machine) => [
        machine,
        { machine, idleLeaseS: 60, unleased: 'only in this test' },
      ]),
    ),
  });
  permissions.open({ reportSwitch: (one) => reports.push(one), deviceSaid: (one) => said.push(one) });
  const watched = watch(join(dir, name), links, {}, permissions.heard);
  return { watched, permissions, reports, said, lines };
}

switchesSuite('a node of an OPC UA server, encrypted', async () => {
  const pkiDir = join(dir, 'mill');
  let mill: MillProcess = await startMill({ pkiDir, enable: 'writable' });
  const { port, endpoint } = mill;
  const bench = openBench('gateway', { mill: { endpoint, enable: enable(ownNode) } });
  await bench.watched.of('mill').trust();
  return {
    switches: bench.permissions,
    id: 'mill',
    reports: bench.reports,
    isOn: () => mill.isEnabled(),
    leave: () => mill.kill(),
    comeBack: async () => {
      mill = await startMill({ pkiDir, port, enable: 'writable' });
    },
    async dispose() {
      await bench.permissions.close();
      await bench.watched.close();
      await mill.kill();
    },
  };
});

describe('a server that refuses', { timeout: 120_000 }, () => {
  let mills: MillProcess[] = [];
  let bench: Bench;
  beforeAll(async () => {
    mills = await Promise.all([
      startMill({ pkiDir: join(dir, 'read-only'), security: 'none', enable: 'read-only' }),
      startMill({ pkiDir: join(dir, 'number'), security: 'none', enable: 'number' }),
    ]);
    const [readOnly, number] = mills as [MillProcess, MillProcess];
    const open = { security: 'none' as const };
    bench = openBench('refused', {
      guarded: { ...open, endpoint: readOnly.endpoint, enable: enable('ns=1;s=Enable') },
      counted: { ...open, endpoint: number.endpoint, enable: enable('ns=1;s=Enable') },
      absent: { ...open, endpoint: number.endpoint, enable: enable('ns=1;s=Nothing') },
      foreign: { ...open, endpoint: number.endpoint, enable: enable('nsu=urn:nobody;s=Enable') },
    });
  }, 120_000);
  afterAll(async () => {
    await bench?.watched.close();
    await Promise.all(mills.map((mill) => mill.kill()));
  });

  it.each([
    ['guarded', 'BadUserAccessDenied', 'let the user of the link write this node', false],
    ['counted', 'BadTypeMismatch', 'name a Boolean', null],
    ['absent', 'BadNodeIdUnknown', 'correct the node', null],
    ['foreign', 'no such namespace', 'correct the node', null],
  ] as const)(
    '%s: says %s and what to do, and is never a success (inv. 7)',
    async (id, word, remedy, reads) => {
      await bench.watched.of(id).untilActivity('idle');
      expect(await bench.permissions.set({ switch: id, on: true, leaseS: 60, n: 1 })).toBe(true);
      const setting = () =>
        bench.said.findLast(({ device, setting }) => device.id === id && setting?.name === 'enable')?.setting;
      await waitUntil(
        () => setting()?.value.includes(word) === true,
        () => `${word}; told ${JSON.stringify(bench.said)}`,
      );
      expect(setting()).toMatchObject({ safe: false, remedy: expect.stringContaining(remedy) });
      expect(bench.lines.some((line) => line.startsWith(`${id}: `) && line.includes(remedy))).toBe(true);
      expect(bench.reports.findLast((report) => report.switch === id)?.on ?? null).toBe(reads);
      expect(bench.said[0]?.setting).toMatchObject({ name: 'lease', safe: false });
    },
  );
});
