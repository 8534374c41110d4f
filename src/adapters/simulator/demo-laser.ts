// A laser of the demo shop: a simulated Grbl controller on a real TCP port, and the laptop beside it, which engraves.

import { serveControllerTcp } from './controller-tcp.ts';
import type { DemoMachine } from './demo-controller.ts';
import { simulateGrbl } from './grbl.ts';
import { openGrblHost } from './grbl-host.ts';
import { sampleJob } from './grbl-job.ts';
import { realTime } from './native-link.ts';

export async function openDemoLaser(): Promise<DemoMachine> {
  const now = realTime.monoMs;
  // The controller lives on the laptop's cable: it can be seen before the laser has power. Laser mode is on ($32).
  const controller = simulateGrbl({ now, powered: false, usbPowered: true, settings: { 32: 1 } });
  const host = openGrblHost(controller);
  const server = await serveControllerTcp({ port: 0, controller, now });
  return {
    link: { kind: 'tcp', host: '127.0.0.1', port: server.port, profile: 'grbl-1.1' },
    setPower(on) {
      controller.setPower(on);
      // Nobody leaves the door open behind them.
      if (!on) controller.faults.door(false);
    },
    runJob: async () => (await host.runJob(sampleJob({ seconds: 40, maxRpm: 1_000 }))).result === 'completed',
    acts: {
      pause: host.pause,
      start: host.resume,
      'open door': () => controller.faults.door(true),
      'close door': () => controller.faults.door(false),
    },
    busy: () => controller.facts().spindleRpm > 0,
    async close() {
      host.close();
      await server.close();
    },
  };
}
