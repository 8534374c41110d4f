// A mill that is restarted again and again under a gateway that watches it: at times with a goodbye, at times as by a
// power cut, each time with other namespace indices. Every time it must be heard again, by one client.

import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Pace, usualPace } from '../../../src/adapters/opcua/worker-messages.ts';
import type { MachineReport } from '../../../src/gateway/gateway.ts';
import { type MillProcess, startMill } from './start-mill.ts';
import { waitUntil, watch } from './watched.ts';

export type Restarted = {
  readonly restarts: number;
  readonly reconnects: number;
  readonly mostClients: number;
  /** Clients alive each time the mill was heard again, without repeats. */
  readonly clients: readonly number[];
  /** Files and sockets of this process at the beginning, with the link up, and in the end; null where that cannot be seen. */
  readonly handles: readonly [number | null, number | null];
  readonly sockets: readonly [number | null, number | null];
  /** From a server that is ready to the next reading of it, the longest and the middle one. */
  readonly heardAgainMs: { readonly longest: number; readonly median: number };
  /** Memory of this process after the third restart and after the last, MiB. */
  readonly memoryMb: readonly [number, number];
};

/** @throws when the mill is not heard again, or not as it is */
export async function restartMill(options: {
  readonly dir: string;
  readonly restarts: number;
  readonly pace?: Partial<Pace>;
}): Promise<Restarted> {
  const { dir, restarts, pace = {} } = options;
  const pkiDir = join(dir, 'mill');
  let mill: MillProcess = await startMill({ pkiDir });
  const watched = watch(join(dir, 'gateway'), { mill }, pace);
  const { untilActivity, until, trust } = watched.of('mill');
  let mostClients = 0;
  const looking = setInterval(() => {
    mostClients = Math.max(mostClients, watched.liveClients());
  }, 20);
  const memory: number[] = [];
  const clients = new Set<number>();
  const waitedMs: number[] = [];
  try {
    await trust();
    await untilActivity('idle');
    const before = handles();
    for (let i = 1; i <= restarts; i++) {
      await (i % 2 === 0 ? mill.quit() : mill.kill());
      await until(({ link }) => link === 'lost', `the loss of the mill, restart ${i}`);
      const lost = watched.reports.length;
      const namespaces = Array.from({ length: i % 4 }, (_, n) => `urn:another-make:${n}`);
      mill = await startMill({ pkiDir, port: mill.port, namespaces });
      const readyMs = performance.now();
      await waitUntil(
        () => watched.reports.slice(lost).some(hasReading),
        () => `a reading of the mill, restart ${i}`,
      );
      waitedMs.push(Math.round(performance.now() - readyMs));
      await waitUntil(
        () => watched.liveClients() > 0,
        () => 'a living client',
      );
      clients.add(watched.liveClients());
      await untilActivity('idle');
      await mill.order({ state: 'Executing' });
      await untilActivity('running');
      if (i === Math.min(3, restarts) || i === restarts) memory.push(process.memoryUsage().rss / 1_048_576);
    }
    await waitUntil(
      () => watched.liveClients() === 1,
      () => `one client, not ${watched.liveClients()}`,
    );
    const after = handles();
    const inOrder = waitedMs.toSorted((a, b) => a - b);
    const reconnects = watched.counted('link_reconnects', 'mill');
    return {
      restarts,
      reconnects,
      mostClients,
      clients: [...clients],
      handles: [before?.all ?? null, after?.all ?? null],
      sockets: [before?.sockets ?? null, after?.sockets ?? null],
      heardAgainMs: { longest: inOrder.at(-1) ?? 0, median: inOrder[Math.floor(inOrder.length / 2)] ?? 0 },
      memoryMb: [memory[0] ?? 0, memory.at(-1) ?? 0],
    };
  } finally {
    clearInterval(looking);
    await watched.close();
    await mill.kill();
  }
}

const hasReading = ({ link, readings }: MachineReport): boolean =>
  link === 'up' && readings.operationCycleCounter !== undefined;

function handles(): { readonly all: number; readonly sockets: number } | null {
  try {
    const open = readdirSync('/proc/self/fd');
    const isSocket = (fd: string): boolean => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).startsWith('socket:');
      } catch {
        return false;
      }
    };
    return { all: open.length, sockets: open.filter(isSocket).length };
  } catch {
    return null;
  }
}

/** As a workshop has it, but for the delay until the next attempt. */
export const workshopPace: Pace = { ...usualPace, retryMs: 200, longestRetryMs: 1_000 };
