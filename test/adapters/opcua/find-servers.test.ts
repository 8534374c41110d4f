// What an OPC UA server offers before anybody signs in, asked of a real one.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findServers } from '../../../src/adapters/opcua/find-servers.ts';
import { startMill } from './start-mill.ts';

const pkiDir = mkdtempSync(join(tmpdir(), 'officina-find-opcua-'));
afterAll(() => rmSync(pkiDir, { recursive: true, force: true }));

it('is told with its strongest protection, and nobody where nobody listens', async () => {
  const mill = await startMill({ pkiDir, security: 'both' });
  const chance = new Uint8Array(10);
  const found = await findServers(mill.endpoint, chance);
  expect(found).toMatchObject([
    { kind: 'opcua', link: { kind: 'opcua', endpoint: mill.endpoint }, needs: null },
  ]);
  expect(found[0]?.evidence[0]).toContain('the strongest is sign-and-encrypt');
  await mill.quit();
  await expect(findServers(mill.endpoint, chance)).rejects.toMatchObject({
    trouble: { code: 'host-refused' },
  });
});
