// A printer of the demo shop: a simulated Marlin board on a real TCP port that lives on the switched power, and the host
// that prints while there is power. Heat comes and goes much faster than in life, so that one sees it cool.

import { serveControllerTcp } from './controller-tcp.ts';
import type { DemoController } from './demo-laser.ts';
import { simulateMarlin } from './marlin.ts';
import { openMarlinHost } from './marlin-host.ts';
import { samplePrint } from './marlin-job.ts';
import { realTime } from './native-link.ts';

const firstMs = 6_000;
/** Between two prints: long enough for a session that is ending to end in it. */
const restMs = 45_000;
const heatPace = 15;

export async function openDemoPrinter(): Promise<DemoController> {
  const controller = simulateMarlin({ now: realTime.monoMs, powered: false, heatPace });
  const host = openMarlinHost(controller);
  const server = await serveControllerTcp({ port: 0, controller, now: realTime.monoMs });
  let powered = false;
  let callOff = (): void => {};

  const work = (afterMs: number): void => {
    callOff();
    callOff = realTime.after(afterMs, () => {
      if (!powered) return;
      host.runJob(samplePrint({ seconds: 25, hotendC: 210, bedC: 55 })).then(
        ({ result }) => result === 'completed' && powered && work(restMs),
        () => undefined,
      );
    });
  };

  return {
    port: server.port,
    setPower(on) {
      if (on === powered) return;
      powered = on;
      if (!on) {
        callOff();
        host.stop();
      }
      controller.setPower(on);
      if (on) work(firstMs);
    },
    async close() {
      powered = false;
      callOff();
      host.close();
      await server.close();
    },
  };
}
