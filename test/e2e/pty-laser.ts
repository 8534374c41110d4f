// A laser of a story: a simulated Grbl controller behind a real pseudo terminal, with the laptop beside it. All bytes
// that the gateway sends are kept; pulling the cable ends the terminal.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { serveControllerTcp } from '../../src/adapters/simulator/controller-tcp.ts';
import { simulateGrbl } from '../../src/adapters/simulator/grbl.ts';
import { openGrblHost } from '../../src/adapters/simulator/grbl-host.ts';
import { eventually } from './program.ts';

/** The cable is not plugged in yet; `onByte` hears each byte that comes from the gateway. */
export async function openPtyLaser(path: string, onByte: (byte: number) => void = () => undefined) {
  const now = () => performance.now();
  const controller = simulateGrbl({ now, powered: false, usbPowered: true, settings: { 32: 1 } });
  const server = await serveControllerTcp({
    port: 0,
    controller,
    now,
    onBytes: (bytes) => bytes.forEach(onByte),
  });
  const laptop = openGrblHost(controller);
  let socat: ChildProcess | null = null;
  const unplug = async (): Promise<void> => {
    const cable = socat;
    socat = null;
    if (!cable || cable.exitCode !== null) return;
    const ended = new Promise((resolve) => cable.once('exit', resolve));
    cable.kill();
    await ended;
  };
  return {
    controller,
    laptop,
    unplug,
    async plug(): Promise<void> {
      socat = spawn('socat', [`PTY,link=${path},raw,echo=0`, `TCP:127.0.0.1:${server.port}`], {
        stdio: 'ignore',
      });
      await eventually('the pseudo terminal', () => existsSync(path));
    },
    async close(): Promise<void> {
      laptop.close();
      await unplug();
      await server.close();
    },
  };
}
