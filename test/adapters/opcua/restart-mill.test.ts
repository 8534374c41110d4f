// A mill that is restarted is heard again, whatever its namespaces are now called by; fifty times in `npm run prove`.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { restartMill } from './restart-mill.ts';

const dir = mkdtempSync(join(tmpdir(), 'officina-restarts-'));
afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }));

it('inv. 10: a mill that is killed and restarted is heard again each time, by one client', {
  timeout: 180_000,
}, async () => {
  const { reconnects, mostClients, clients, sockets } = await restartMill({ dir, restarts: 3 });
  expect(reconnects).toBeGreaterThanOrEqual(3);
  expect(mostClients).toBe(1);
  expect(clients).toEqual([1]);
  expect(sockets[1]).toBe(sockets[0]);
});
