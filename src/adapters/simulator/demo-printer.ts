// A printer of the demo shop: a simulated Marlin board on a real TCP port that lives on the switched power, and the host
// that prints. Heat comes and goes much faster than in life, so that one sees it cool.

import { setTimeout } from 'node:timers/promises';
import { serveControllerTcp } from './controller-tcp.ts';
import type { DemoMachine } from './demo-controller.ts';
import { simulateMarlin } from './marlin.ts';
import { openMarlinHost } from './marlin-host.ts';
import { samplePrint } from './marlin-job.ts';
import { realTime } from './native-link.ts';

const heatPace = 15;
/** What is left in the supply of the board. */
const fadeMs = 1_500;

export async function openDemoPrinter(): Promise<DemoMachine> {
  const now = realTime.monoMs;
  const controller = simulateMarlin({ now, powered: false, heatPace });
  const host = openMarlinHost(controller);
  const server = await serveControllerTcp({ port: 0, controller, now });
  let dropped: Promise<void> = Promise.resolve();
  // The bridge beside the board lets its connections go when the board goes dark, and takes new ones at once. Who takes
  // its port in between keeps the printer away, no more.
  const dropConnections = async (): Promise<void> => {
    await setTimeout(fadeMs);
    await server.unplug();
    await server.replug();
  };
  return {
    link: { kind: 'tcp', host: '127.0.0.1', port: server.port, profile: 'marlin-2' },
    setPower(on) {
      if (!on) host.stop();
      controller.setPower(on);
      if (!on) dropped = dropped.then(dropConnections).catch(() => undefined);
    },
    runJob: async () =>
      (await host.runJob(samplePrint({ seconds: 25, hotendC: 210, bedC: 55 }))).result === 'completed',
    acts: { pause: host.pause, start: host.resume },
    busy() {
      const { moving, hotendTargetC } = controller.facts();
      return moving || hotendTargetC > 0;
    },
    async close() {
      host.close();
      await dropped;
      await server.close();
    },
  };
}
