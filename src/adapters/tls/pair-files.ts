// The two files of a certificate, and the third with the issuers of devices, wherever their names lead: certbot names links, and puts others in their place when
// it renews. Bounded, and never a device or a pipe, which could be waited for without end.

import { readFile, stat } from 'node:fs/promises';

/** Paths. */
export type PairFiles = { readonly cert: string; readonly key: string; readonly clientCa?: string };
/** What stands in them. */
export type PairTexts = { readonly cert: string; readonly key: string; readonly clientCa?: string };

type Texts =
  | { readonly ok: true; readonly value: PairTexts }
  /** The reason is the end of "the file … ". */
  | { readonly ok: false; readonly about: keyof PairFiles; readonly reason: string };

const limitBytes = 64 * 1024;

/** Somebody who writes without end is given up on; what was read last is then judged. */
const triesLimit = 3;

/** Both as they were at one moment, and the stamp of that moment; read again when they change under the reading. */
export async function readPairFiles(files: PairFiles): Promise<{ stamp: string | null; texts: Texts }> {
  for (let tries = 1; ; tries++) {
    const stamp = await stampOf(files);
    const texts = await readAll(files);
    if (tries === triesLimit || stamp === (await stampOf(files))) return { stamp, texts };
  }
}

async function readAll(files: PairFiles): Promise<Texts> {
  const cert = await readSmall(files.cert);
  if (!cert.ok) return { ok: false, about: 'cert', reason: cert.reason };
  const key = await readSmall(files.key);
  if (!key.ok) return { ok: false, about: 'key', reason: key.reason };
  const pair = { cert: cert.text, key: key.text };
  if (files.clientCa === undefined) return { ok: true, value: pair };
  const issuers = await readSmall(files.clientCa);
  if (!issuers.ok) return { ok: false, about: 'clientCa', reason: issuers.reason };
  return { ok: true, value: { ...pair, clientCa: issuers.text } };
}

/** Another text whenever one of the files was written or replaced; null while one is not there. */
export async function stampOf(files: PairFiles): Promise<string | null> {
  try {
    const facts = await Promise.all(Object.values(files).map((path) => stat(path)));
    return facts.map(({ dev, ino, size, mtimeMs, ctimeMs }) => [dev, ino, size, mtimeMs, ctimeMs]).join();
  } catch {
    // Which one it is, and why, comes out when they are read.
    return null;
  }
}

async function readSmall(path: string): Promise<{ ok: true; text: string } | { ok: false; reason: string }> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) return { ok: false, reason: 'is no file; correct the path' };
    if (facts.size > limitBytes)
      return {
        ok: false,
        reason: `is larger than ${limitBytes} bytes; name the file with the certificate alone`,
      };
    return { ok: true, text: await readFile(path, 'utf8') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT') return { ok: false, reason: 'is not there; correct the path or put it back' };
    const remedy = 'let the account of the gateway read it';
    if (code === 'EACCES') return { ok: false, reason: `may not be read by this account; ${remedy}` };
    return { ok: false, reason: `cannot be read (${code}); look at the disk` };
  }
}
