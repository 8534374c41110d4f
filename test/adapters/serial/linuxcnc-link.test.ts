// The link over real TCP to the simulated LinuxCNC: it says hello, puts its state together, never touches what the
// operator needs, and takes no reconnect for a restart.

import { afterEach, expect, it } from 'vitest';
import { loadProfiles, profileFolder } from '../../../src/adapters/profile-files/load-profiles.ts';
import { openLink } from '../../../src/adapters/serial/open-link.ts';
import { serveControllerTcp } from '../../../src/adapters/simulator/controller-tcp.ts';
import { simulateLinuxcnc } from '../../../src/adapters/simulator/linuxcnc.ts';
import { listening, until } from './link-under-test.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function shop(password?: string) {
  const { profiles } = await loadProfiles(profileFolder, new Set(['linuxcnc-rsh']));
  const profile = profiles.get('linuxcnc-rsh');
  if (!profile) throw new Error('the profile of LinuxCNC did not load');
  const now = () => performance.now();
  const controller = simulateLinuxcnc({ now, ...(password !== undefined && { password }) });
  let wire = '';
  const onBytes = (bytes: Uint8Array) => {
    wire += Buffer.from(bytes).toString('latin1');
  };
  const server = await serveControllerTcp({ port: 0, controller, now, onBytes });
  closing.push(() => server.close());
  const { options, heard } = await listening({ kind: 'tcp', host: '127.0.0.1', port: server.port }, profile);
  const link = openLink(options);
  closing.push(() => link.close());
  const last = () => heard.reports.at(-1);
  return { controller, server, heard, link, last, sent: () => wire.split('\n') };
}

it('inv. 8: sees a program from its start to its end and sends nothing but questions', async () => {
  const { controller, heard, last, sent } = await shop();
  await until(() => last()?.activity === 'idle', 'the link to be idle');
  controller.operator.fail('joint 0 following error');
  controller.operator.run({ lines: 20, lineMs: 120 });
  await until(() => heard.edges().includes('unknown'), 'the end of the program', 15_000);
  expect(heard.edges()).toEqual(['started', 'unknown']);
  expect(heard.reports.some(({ readings }) => (readings['program.lineNumber'] ?? 0) > 5)).toBe(true);
  const asked = /^(hello EMC officina 1\.1|set echo off|get (estop|machine|program_status|program_line))?$/;
  expect(sent().filter((line) => !asked.test(line))).toEqual([]);
  expect(controller.facts().error).toBe('joint 0 following error');
});

it('goes on with the same program after the network was away', async () => {
  const { controller, heard, server, last } = await shop();
  await until(() => last()?.activity === 'idle', 'the link to be idle');
  controller.operator.run({ lines: 1000, lineMs: 100 });
  await until(() => heard.edges().includes('started'), 'the program to start');
  await server.unplug();
  await until(() => last()?.link === 'lost', 'the link to be lost');
  await server.replug();
  await until(() => last()?.link === 'up' && last()?.activity === 'running', 'the program to be seen again');
  expect(heard.edges()).toEqual(['started']);
});

it('ends no access in a program, and says so; an emergency stop is seen', async () => {
  const { controller, link, last } = await shop();
  await until(() => last()?.activity === 'idle', 'the link to be idle');
  expect(await link.endAccess()).toBe('refused');
  controller.operator.run({ lines: 1000, lineMs: 100 });
  await until(() => last()?.activity === 'running', 'the program to run');
  expect(await link.endAccess()).toBe('refused');
  controller.operator.setEstop(true);
  await until(() => last()?.activity === 'estop', 'the emergency stop');
});

it('inv. 7: with another password nothing is known, and it is not tried again', async () => {
  const { heard, last, sent } = await shop('secret');
  await until(() => last()?.substate === 'wrong-firmware', 'the refusal');
  expect(last()).toMatchObject({ link: 'never', activity: 'unknown' });
  expect(heard.activities()).toEqual(['unknown']);
  expect(sent().filter((line) => line.startsWith('hello'))).toHaveLength(1);
});
