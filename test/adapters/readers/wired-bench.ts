// What the tests of wired readers share: readers that are opened and closed again, and the taps and sentences they tell.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WiredReader } from '../../../src/adapters/readers/card-ear.ts';
import { openReaders, type WiredReaders } from '../../../src/adapters/readers/open-readers.ts';
import { serveControllerTcp } from '../../../src/adapters/simulator/controller-tcp.ts';
import type { Tap } from '../../../src/gateway/gateway.ts';
import { ptyCable } from '../../e2e/pty-cable.ts';

export type WiredBench = {
  folder(): Promise<string>;
  /** A simulated device at the far end of a real pseudo terminal, not plugged in yet. */
  cable(device: Parameters<typeof serveControllerTcp>[0]['controller']): Promise<{
    readonly path: string;
    plug(): Promise<void>;
    unplug(): Promise<void>;
  }>;
  /** Opens one reader, `front`; `answer` is what becomes of each tap. */
  listen(wired: WiredReader, answer?: (tap: Tap) => Promise<unknown>): Listening;
  closing: (() => unknown)[];
  close(): Promise<void>;
};

type Listening = { readonly readers: WiredReaders; readonly taps: Tap[]; readonly log: string[] };

export function wiredBench(): WiredBench {
  const closing: (() => unknown)[] = [];
  const folder = async (): Promise<string> => {
    const made = await mkdtemp(join(tmpdir(), 'officina-wired-'));
    closing.push(() => rm(made, { recursive: true, force: true }));
    return made;
  };
  return {
    closing,
    folder,
    async cable(controller) {
      const now = () => performance.now();
      const server = await serveControllerTcp({ port: 0, controller, now });
      closing.push(() => server.close());
      const path = join(await folder(), 'port');
      const cable = ptyCable({ path, port: server.port });
      closing.push(() => cable.unplug());
      return { path, ...cable };
    },
    listen(wired, answer = async () => undefined) {
      const taps: Tap[] = [];
      const log: string[] = [];
      const say = (_: unknown, text: string) => void log.push(text);
      const readers = openReaders({
        readers: new Map([['front', wired]]),
        clock: { monoMs: () => performance.now() },
        log: { info: say, warn: say, error: say },
        meters: { count: () => undefined },
      });
      readers.open(async (tap) => {
        taps.push(tap);
        await answer(tap);
      });
      closing.push(() => readers.close());
      return { readers, taps, log };
    },
    async close() {
      for (const close of closing.splice(0).reverse()) await close();
    },
  };
}
