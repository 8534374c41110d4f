// A laser of a story: a simulated Grbl controller behind a real pseudo terminal, with the laptop beside it. All bytes
// that the gateway sends are kept.

import { serveControllerTcp } from '../../src/adapters/simulator/controller-tcp.ts';
import { simulateGrbl } from '../../src/adapters/simulator/grbl.ts';
import { openGrblHost } from '../../src/adapters/simulator/grbl-host.ts';
import { ptyCable } from './pty-cable.ts';

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
  const cable = ptyCable({ path, port: server.port });
  return {
    controller,
    laptop,
    ...cable,
    async close(): Promise<void> {
      laptop.close();
      await cable.unplug();
      await server.close();
    },
  };
}
