// A printer with Marlin whose controller is its switch, over a real pseudo terminal: M80, M81, and what M80 S reads back.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openPermissions } from '../../../src/adapters/controller-switch/open-permissions.ts';
import { openLinks } from '../../../src/adapters/serial/open-links.ts';
import { serveControllerTcp } from '../../../src/adapters/simulator/controller-tcp.ts';
import { simulateMarlin } from '../../../src/adapters/simulator/marlin.ts';
import type { Profile } from '../../../src/domain/profile/profile.ts';
import type { SwitchReport } from '../../../src/gateway/gateway.ts';
import { derivingProfile } from '../../domain/profile/marlin-profile.ts';
import { outside } from '../../outside.ts';
import { type SwitchesSubject, switchesSuite } from '../../ports/switches.suite.ts';
import { until } from '../serial/link-under-test.ts';

const now = () => performance.now();
const nothing = () => undefined;
const common = {
  clock: { monoMs: now, wallMs: Date.now, synchronised: () => true },
  log: { info: nothing, warn: nothing, error: nothing },
  meters: { count: nothing },
};

async function printerOnTerminal(): Promise<SwitchesSubject> {
  const printer = simulateMarlin({ now, powered: true, build: { psuControl: true } });
  const server = await serveControllerTcp({ port: 0, controller: printer, now });
  const folder = await mkdtemp(join(tmpdir(), 'officina-marlin-'));
  const path = join(folder, 'port');
  let socat: ChildProcess | null = null;
  const plug = async (): Promise<void> => {
    socat = spawn('socat', [`PTY,link=${path},raw,echo=0`, `TCP:127.0.0.1:${server.port}`], {
      stdio: 'ignore',
    });
    await until(() => existsSync(path), 'the terminal');
    printer.faults.restart();
  };
  const unplug = async (): Promise<void> => {
    const ended = new Promise<void>((resolve) => socat?.once('exit', () => resolve()));
    socat?.kill();
    await ended;
  };
  await plug();
  const profile = await hastyProfile();
  const links = openLinks({
    ...common,
    links: { printer: { kind: 'serial', path, baud: null, profile: profile.id } },
    profiles: new Map([[profile.id, profile]]),
    permitted: new Set(['printer']),
  });
  const permissions = openPermissions({
    ...common,
    permit: links.permit,
    switches: new Map([['psu', { machine: 'printer', idleLeaseS: 60, unleased: 'only in this test' }]]),
  });
  const reports: SwitchReport[] = [];
  permissions.open({ reportSwitch: (report) => reports.push(report), deviceSaid: nothing });
  links.open(nothing, permissions.heard);
  return {
    switches: permissions,
    id: 'psu',
    reports,
    isOn: () => printer.facts().supplied,
    leave: unplug,
    comeBack: plug,
    async dispose() {
      await permissions.close();
      await links.close();
      await unplug();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** As the real one, for a printer that starts and stands still at once. */
async function hastyProfile(): Promise<Profile> {
  const { derive, poll, ...rest } = await derivingProfile();
  const everyMs = { other: 100, of: new Map() };
  return { ...rest, listenMs: 200, derive: { ...derive, stillMs: 1000 }, poll: { ...poll, everyMs } };
}

describe.skipIf(!outside('socat'))('Marlin on a serial port', () => {
  switchesSuite('a printer that turns its own supply on', printerOnTerminal);
});
