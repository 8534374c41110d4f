// A cable between the gateway and a simulated controller: a real pseudo terminal that ends at a TCP port. Pulling it ends
// the terminal.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { eventually } from './program.ts';

export type PtyCable = {
  plug(): Promise<void>;
  unplug(): Promise<void>;
};

/** Not plugged in yet. */
export function ptyCable({ path, port }: { readonly path: string; readonly port: number }): PtyCable {
  let socat: ChildProcess | null = null;
  return {
    async plug() {
      socat = spawn('socat', [`PTY,link=${path},raw,echo=0`, `TCP:127.0.0.1:${port}`], { stdio: 'ignore' });
      await eventually('the pseudo terminal', () => existsSync(path));
    },
    async unplug() {
      const cable = socat;
      socat = null;
      if (!cable || cable.exitCode !== null) return;
      const ended = new Promise((resolve) => cable.once('exit', resolve));
      cable.kill();
      await ended;
    },
  };
}
