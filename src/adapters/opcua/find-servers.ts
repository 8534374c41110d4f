// What an OPC UA server offers to whoever asks, before anybody signs in: its name and how it protects connections. Nothing
// is believed of it, and the certificate that this needs is made for it alone and thrown away.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FoundServer } from '../../domain/machine/found-machine.ts';
import { textOf } from '../../edge/json-at.ts';
import { toLinkFault } from '../../edge/link-fault.ts';
import { chooseEndpoint } from './choose-endpoint.ts';
import { openClient } from './open-client.ts';
import { ownCertificate } from './own-certificate.ts';
import { reachHost } from './reach-host.ts';

const reachMs = 3000;
const politeMs = 500;

/** Rejects with a `LinkFault` where nobody answers. */
export async function findServers(
  endpoint: string,
  randomBytes: Uint8Array,
): Promise<readonly FoundServer[]> {
  await reachHost(endpoint, reachMs);
  const folder = mkdtempSync(join(tmpdir(), 'officina-opcua-'));
  try {
    const own = await ownCertificate({ folder, nowMs: Date.now(), randomBytes });
    const opened = openClient({ own, security: {} });
    try {
      await opened.client.connect(endpoint);
      return [foundBy(endpoint, await opened.client.getEndpoints())];
    } catch (cause) {
      throw toLinkFault(cause, 'server-silent');
    } finally {
      await opened.end(politeMs);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function foundBy(endpoint: string, offered: Parameters<typeof chooseEndpoint>[0]): FoundServer {
  const name = textOf(offered[0]?.server.applicationName.text ?? null, 80);
  const security = strongest(offered);
  const notes =
    security === 'none'
      ? ['It offers no protected connection: whoever is in that network can read it, and pretend to be it.']
      : ['Nobody has trusted this server yet: "officina trust" shows it once the gateway has met it.'];
  return {
    ...{ kind: 'opcua', title: `OPC UA${name === null ? '' : ` (${name})`}`, version: null },
    link: { kind: 'opcua', endpoint, ...(security === 'sign-and-encrypt' ? {} : { security }) },
    needs: null,
    evidence: [`GetEndpoints: ${offered.length} offered, the strongest is ${security}`],
    notes: [...notes, 'Where it keeps several machines, name one with "machine" in its link.'],
  };
}

function strongest(offered: Parameters<typeof chooseEndpoint>[0]): 'sign-and-encrypt' | 'sign' | 'none' {
  for (const security of ['sign-and-encrypt', 'sign'] as const) {
    try {
      chooseEndpoint(offered, security);
      return security;
    } catch {
      // Not offered: the next one may be.
    }
  }
  return 'none';
}
