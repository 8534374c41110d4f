// `gateway.json` in the data folder: where the gateway that runs on it can be reached, a token of this start, and the
// certificate that it presents, for commands on the same machine. Readable by its owner only; a file that a dead
// process left behind is not believed.

import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askGateway, type GatewayAnswer, type GatewayPlace, type GatewayRequest } from './ask-gateway.ts';

export type RunningGateway = {
  readonly url: string;
  /** With all rights. */
  ask(request: GatewayRequest): Promise<GatewayAnswer>;
};

const fileIn = (dataDir: string): string => join(dataDir, 'gateway.json');

export async function tellRunning(dataDir: string, running: GatewayPlace): Promise<void> {
  const draft = `${fileIn(dataDir)}.${process.pid}`;
  await writeFile(draft, JSON.stringify({ ...running, pid: process.pid }), { mode: 0o600 });
  await rename(draft, fileIn(dataDir));
}

export const forgetRunning = (dataDir: string): Promise<void> => rm(fileIn(dataDir), { force: true });

/** Null when no gateway runs here, or it cannot be reached. */
export async function readRunning(dataDir: string): Promise<RunningGateway | null> {
  try {
    const place = toPlace(JSON.parse(await readFile(fileIn(dataDir), 'utf8')));
    if (place === null) return null;
    await askGateway(place, { method: 'GET', path: '/health', timeoutMs: 10_000 });
    return { url: place.url, ask: (request) => askGateway(place, request) };
  } catch {
    return null;
  }
}

function toPlace(read: unknown): GatewayPlace | null {
  if (typeof read !== 'object' || read === null || !('url' in read) || !('token' in read)) return null;
  const { url, token } = read;
  const fingerprint = 'fingerprint' in read ? read.fingerprint : null;
  if (typeof url !== 'string' || typeof token !== 'string') return null;
  return { url, token, fingerprint: typeof fingerprint === 'string' ? fingerprint : null };
}
