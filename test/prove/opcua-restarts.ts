// An OPC UA machine whose server is restarted twenty times, with other namespace indices each time: it is always heard
// again, by one client, and neither sockets nor memory grow.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restartMill, workshopPace } from '../adapters/opcua/restart-mill.ts';
import type { Proof } from './proof.ts';

const restarts = 20;
/** What the library keeps of a server that it has seen, and of code that was compiled only then. */
const growthLimitMb = 40;

export const opcuaRestarts: Proof = {
  name: 'opcua-restarts',
  about: `a machine that is restarted ${restarts} times`,
  rounds: 2,
  async round() {
    const dir = mkdtempSync(join(tmpdir(), 'officina-restarts-'));
    try {
      const seen = await restartMill({ dir, restarts, pace: workshopPace });
      const [fewSockets, manySockets] = seen.sockets;
      const grownMb = Math.round(seen.memoryMb[1] - seen.memoryMb[0]);
      if (seen.mostClients !== 1) throw new Error(`${seen.mostClients} clients lived at once`);
      if (fewSockets !== manySockets) throw new Error(`${fewSockets} sockets became ${manySockets}`);
      if (grownMb > growthLimitMb) throw new Error(`memory grew by ${grownMb} MB in ${restarts} restarts`);
      return { restarts: seen.restarts, reconnects: seen.reconnects, 'grown MB': Math.max(grownMb, 0) };
    } finally {
      rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
    }
  },
};
