// `gateway.json` in the data folder: where the gateway that runs on it can be reached, and a token of this start, for
// commands on the same machine. Readable by its owner only; a file that a dead process left behind is not believed.

import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type RunningGateway = { readonly url: string; readonly token: string };

const fileIn = (dataDir: string): string => join(dataDir, 'gateway.json');

export async function tellRunning(dataDir: string, running: RunningGateway): Promise<void> {
  const draft = `${fileIn(dataDir)}.${process.pid}`;
  await writeFile(draft, JSON.stringify({ ...running, pid: process.pid }), { mode: 0o600 });
  await rename(draft, fileIn(dataDir));
}

export const forgetRunning = (dataDir: string): Promise<void> => rm(fileIn(dataDir), { force: true });

/** Null when no gateway runs here, or it cannot be reached. */
export async function readRunning(dataDir: string): Promise<RunningGateway | null> {
  try {
    const read: unknown = JSON.parse(await readFile(fileIn(dataDir), 'utf8'));
    if (typeof read !== 'object' || read === null || !('url' in read) || !('token' in read)) return null;
    const { url, token } = read;
    if (typeof url !== 'string' || typeof token !== 'string') return null;
    await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) });
    return { url, token };
  } catch {
    return null;
  }
}
