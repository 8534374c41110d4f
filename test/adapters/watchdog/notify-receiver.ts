// Stands where systemd listens: a datagram socket that writes down what comes, and closes the descriptors that come
// along, for which `systemd-notify` waits. Perl, because socat keeps them.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { vi } from 'vitest';

export type NotifyReceiver = {
  readonly socket: string;
  /** What was said, oldest first, without the barrier that follows each message. */
  readonly said: readonly string[];
  count(message: string): number;
  close(): Promise<void>;
};

const perl = 'perl';
const program = `
use Socket; $| = 1;
socket(my $s, AF_UNIX, SOCK_DGRAM, 0) or die; bind($s, pack_sockaddr_un($ARGV[0])) or die;
while (defined recv($s, my $message, 4096, 0)) { print "$message\\n"; }
`;

export async function openNotifyReceiver(folder: string): Promise<NotifyReceiver> {
  const socket = `${folder}/notify`;
  const said: string[] = [];
  const child = spawn(perl, ['-e', program, socket], { stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface({ input: child.stdout }).on('line', (line) => line !== 'BARRIER=1' && said.push(line));
  await vi.waitUntil(() => existsSync(socket), { timeout: 10_000, interval: 5 });
  return {
    socket,
    said,
    count: (message) => said.filter((one) => one === message).length,
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
