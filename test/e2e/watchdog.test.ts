// The watchdog of the real program, end to end: systemd hears that it lives for as long as taps reach the disk. A disk
// that hangs withholds that; a disk that is full does not, because a restart would mend nothing. The disk is made to
// fail at its system calls.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type NotifyReceiver, openNotifyReceiver } from '../adapters/watchdog/notify-receiver.ts';
import { outside } from '../outside.ts';
import { eventually, type Program, startProgram, storyDir } from './program.ts';

const strace = 'strace';
const yaml = `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
http: { host: 127.0.0.1 }
mqtt: { host: 127.0.0.1 }
machines:
  lathe: { name: Lathe, pool: lathes, reader: front }
readers:
  front: { kind: native, password: front-secret }
`;

/** Tracing a process that is no child of ours is a right of root, unless the kernel is told otherwise. */
function mayTrace(): boolean {
  try {
    const scope = readFileSync('/proc/sys/kernel/yama/ptrace_scope', 'utf8').trim();
    return scope === '0' || (scope === '1' && process.getuid?.() === 0);
  } catch {
    return true;
  }
}

const able = outside('perl') && outside('systemd-notify') && outside('strace') && mayTrace();

describe.skipIf(!able)('the watchdog of the program', () => {
  let dir: ReturnType<typeof storyDir>;
  let receiver: NotifyReceiver;
  let program: Program;
  let tracer: ChildProcess | null = null;

  beforeEach(async () => {
    dir = storyDir('watchdog');
    receiver = await openNotifyReceiver(dir.path);
    const env = {
      NOTIFY_SOCKET: receiver.socket,
      WATCHDOG_USEC: '2000000',
      OFFICINA_ADMIN_TOKEN: 'x'.repeat(24),
    };
    program = await startProgram({ dir: dir.path, yaml, env });
  });
  afterEach(async () => {
    await mend();
    await program.kill();
    await receiver.close();
    dir.remove();
  });

  const lives = (): number => receiver.count('WATCHDOG=1');
  const livesAgain = (more: number): Promise<unknown> => {
    const before = lives();
    return eventually(
      () => `${more} more signs of life: ${program.log()}`,
      () => lives() >= before + more,
    );
  };
  const silent = async (): Promise<number> => {
    const page = await (await fetch(`${program.url}/metrics`)).text();
    return Number(/officina_watchdog_probes_total\{outcome="silent"\} (\d+)/.exec(page)?.[1] ?? 0);
  };
  /** Lets a system call of the running program fail or hang, until `mend`. */
  const tamper = async (inject: string): Promise<void> => {
    const [calls = ''] = inject.split(':');
    const args = ['-f', '-o', join(dir.path, 'trace'), '-e', `trace=${calls}`, '-e', `inject=${inject}`];
    tracer = spawn(strace, [...args, '-p', String(program.process.pid)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    tracer.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    await eventually(
      () => `the tracer is attached: ${said}`,
      () => /attached/.test(said),
    );
  };
  const mend = async (): Promise<void> => {
    if (!tracer) return;
    const ended = once(tracer, 'exit');
    tracer.kill('SIGINT');
    await ended;
    tracer = null;
  };

  it('tells that it is ready, lives and stops', async () => {
    await livesAgain(3);
    expect(await program.stop()).toBe(0);
    expect(receiver.said[0]).toBe('READY=1');
    expect(receiver.said.at(-1)).toBe('STOPPING=1');
    expect(receiver.count('READY=1')).toBe(1);
  });

  it('inv. 1: tells nothing while the disk does not say that it has written, and goes on when it does', async () => {
    await livesAgain(1);
    await tamper('fsync,fdatasync:delay_enter=600s');
    const missed = await silent();
    await eventually('a probe that did not come through', async () => (await silent()) > missed);
    const before = lives();
    await eventually('three more of them', async () => (await silent()) > missed + 3);
    expect(lives()).toBe(before);
    expect(program.log()).toContain('the watchdog probe did not come through');
    await mend();
    await livesAgain(2);
    expect(program.log()).toContain('the watchdog probe comes through again');
  });

  it('tells that it lives while the disk is full: health says no, and a restart would mend nothing', async () => {
    await livesAgain(1);
    await tamper('pwrite64:error=ENOSPC');
    const health = await eventually('health says no', async () => {
      const answer = await fetch(`${program.url}/health`);
      return answer.status === 503 ? ((await answer.json()) as { reasons: { code: string }[] }) : null;
    });
    expect(health.reasons.map(({ code }) => code)).toEqual(['journal-full']);
    await livesAgain(4);
    await mend();
    await eventually('health says yes', async () => (await fetch(`${program.url}/health`)).status === 200);
  });
});
