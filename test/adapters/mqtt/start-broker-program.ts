// Starts the broker in a process of its own, in a folder of its own, and asks it for its facts.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild } from '../../bench/child.ts';
import type { BrokerFacts } from './broker-program.ts';

export type BrokerProgram = {
  readonly port: number;
  /** Rejects when it has died. */
  facts(): Promise<BrokerFacts>;
  stop(): Promise<void>;
};

const program = fileURLToPath(new URL('broker-program.ts', import.meta.url));

/** @param options further ones of Node */
export async function startBrokerProgram(options: readonly string[] = []): Promise<BrokerProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'officina-broker-'));
  const args = ['--unhandled-rejections=strict', '--max-semi-space-size=1', ...options, program];
  const child = await startChild({ args, folder, ready: /^ready mqtt=(\d+)$/ });
  return {
    port: Number(child.said[0]),
    facts: () => child.ask<BrokerFacts>({}),
    async stop() {
      await child.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
