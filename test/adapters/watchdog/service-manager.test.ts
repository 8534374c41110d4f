// What systemd is told, by the real `systemd-notify`, and what becomes of us when that is gone or stuck.

import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serviceManager } from '../../../src/adapters/watchdog/service-manager.ts';
import { outside } from '../../outside.ts';
import { openNotifyReceiver } from './notify-receiver.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-notify-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('without systemd', () => {
  it('there is nobody to be told', () => {
    expect(serviceManager({}, { pid: 7 })).toBeNull();
    expect(serviceManager({ NOTIFY_SOCKET: '', WATCHDOG_USEC: '1000' }, { pid: 7 })).toBeNull();
  });
});

describe('the time that systemd waits', () => {
  it.each([
    [{}, null],
    [{ WATCHDOG_USEC: '60000000' }, 60_000],
    [{ WATCHDOG_USEC: '60000000', WATCHDOG_PID: '7' }, 60_000],
    // Meant for a process that started us, or which we started.
    [{ WATCHDOG_USEC: '60000000', WATCHDOG_PID: '8' }, null],
    [{ WATCHDOG_USEC: '0' }, null],
    [{ WATCHDOG_USEC: 'soon' }, null],
    [{ WATCHDOG_USEC: '-1' }, null],
  ])('of %j is %s ms', (env, watchdogMs) => {
    expect(serviceManager({ NOTIFY_SOCKET: '/run/x', ...env }, { pid: 7 })?.watchdogMs).toBe(watchdogMs);
  });
});

describe.skipIf(!outside('perl') || !outside('systemd-notify'))('systemd', () => {
  it('hears in order what it is told', async () => {
    const receiver = await openNotifyReceiver(folder);
    const manager = serviceManager({ NOTIFY_SOCKET: receiver.socket, PATH: process.env.PATH }, { pid: 7 });
    await Promise.all([
      manager?.tell('READY=1'),
      manager?.tell('WATCHDOG=1'),
      manager?.tell('WATCHDOG=1'),
      manager?.tell('STOPPING=1'),
    ]);
    await vi.waitFor(() =>
      expect(receiver.said).toEqual(['READY=1', 'WATCHDOG=1', 'WATCHDOG=1', 'STOPPING=1']),
    );
    await receiver.close();
    await expect(manager?.tell('WATCHDOG=1')).rejects.toThrow('systemd could not be told WATCHDOG=1');
  });
});

describe('the program that tells', () => {
  it('may be missing, which is said with what to do', async () => {
    const manager = serviceManager({ NOTIFY_SOCKET: `${folder}/none`, PATH: folder }, { pid: 7 });
    await expect(manager?.tell('READY=1')).rejects.toThrow('see whether systemd-notify is installed');
  });

  it('inv. 10: is ended when it is stuck, is handed no secret, and never runs twice at once', async () => {
    const script = `#!/bin/sh\necho "begins $1 \${SECRET-none}" >> ${folder}/log\nexec /bin/sleep 60\n`;
    writeFileSync(join(folder, 'systemd-notify'), script);
    chmodSync(join(folder, 'systemd-notify'), 0o755);
    const env = { NOTIFY_SOCKET: `${folder}/none`, PATH: folder, SECRET: 'hidden-word' };
    const manager = serviceManager(env, { pid: 7, limitMs: 300 });
    const first = manager?.tell('READY=1');
    const second = manager?.tell('STOPPING=1');
    await expect(first).rejects.toThrow('could not be told READY=1');
    await expect(second).rejects.toThrow('could not be told STOPPING=1');
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('begins READY=1 none\nbegins STOPPING=1 none\n');
  });
});
