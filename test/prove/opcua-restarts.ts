// An OPC UA machine whose server is restarted fifty times, with other namespace indices each time: its readings flow
// again within the back-off, by one client, and neither handles nor memory grow.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restartMill, workshopPace } from '../adapters/opcua/restart-mill.ts';
import type { Proof } from './proof.ts';

const restarts = 50;
/** What the library keeps of a server that it has seen, and of code that was compiled only then. */
const growthLimitMb = 40;
/** The longest delay with its chance, and what it takes to find, judge and browse a server on a small computer. */
const heardAgainLimitMs = workshopPace.longestRetryMs * 1.3 + 8_000;

export const opcuaRestarts: Proof = {
  name: 'opcua-restarts',
  about: `a machine that is restarted ${restarts} times`,
  rounds: 1,
  async round() {
    const dir = mkdtempSync(join(tmpdir(), 'officina-restarts-'));
    try {
      const seen = await restartMill({ dir, restarts, pace: workshopPace });
      const [fewSockets, manySockets] = seen.sockets;
      const [fewHandles, manyHandles] = seen.handles;
      const { longest, median } = seen.heardAgainMs;
      const grownMb = Math.round(seen.memoryMb[1] - seen.memoryMb[0]);
      if (seen.mostClients !== 1) throw new Error(`${seen.mostClients} clients lived at once`);
      if (seen.clients.join() !== '1')
        throw new Error(`clients alive, each time: ${seen.clients.join(', ')}`);
      if (longest > heardAgainLimitMs) throw new Error(`it took ${longest} ms until it was heard again`);
      if (fewSockets !== manySockets) throw new Error(`${fewSockets} sockets became ${manySockets}`);
      if (grownMb > growthLimitMb) throw new Error(`memory grew by ${grownMb} MB in ${restarts} restarts`);
      return {
        restarts: seen.restarts,
        reconnects: seen.reconnects,
        'grown MB': Math.max(grownMb, 0),
        'handles before': fewHandles ?? 0,
        'handles after': manyHandles ?? 0,
        'median ms': median,
        'longest ms': longest,
      };
    } finally {
      rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
    }
  },
};
