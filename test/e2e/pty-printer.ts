// A printer of a story: a simulated Marlin board that lives on the switched power, behind a real pseudo terminal, with the
// host beside it. Heat comes and goes much faster than in life.

import { serveControllerTcp } from '../../src/adapters/simulator/controller-tcp.ts';
import { simulateMarlin } from '../../src/adapters/simulator/marlin.ts';
import { openMarlinHost } from '../../src/adapters/simulator/marlin-host.ts';
import { ptyCable } from './pty-cable.ts';

const heatPace = 12;

/** The cable is not plugged in yet. */
export async function openPtyPrinter(path: string) {
  const now = () => performance.now();
  const controller = simulateMarlin({ now, powered: false, heatPace });
  const server = await serveControllerTcp({ port: 0, controller, now });
  const host = openMarlinHost(controller);
  const cable = ptyCable({ path, port: server.port });
  return {
    controller,
    host,
    ...cable,
    async close(): Promise<void> {
      host.close();
      await cable.unplug();
      await server.close();
    },
  };
}
