// Hashing under the pepper of this gateway. The pepper is made once, readable by its owner only, and leaves this file only
// for a backup; without it no badge is recognised, so a damaged one is refused rather than replaced.

import { createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, link, mkdir, open, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Secrets } from '../../gateway/ports.ts';
import { createCardSeal } from './card-seal.ts';
import { createPasswords } from './passwords.ts';
import { createSunReader } from './sun-keys.ts';

/** Why the pepper was refused. `open`: others may read it; `damaged`: it does not hold 32 bytes; `fault`: no access. */
class PepperFault extends Error {
  readonly code: 'pepper-open' | 'pepper-damaged' | 'pepper-fault';
  constructor(code: PepperFault['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PepperFault';
    this.code = code;
  }
}

const pepperBytes = 32;

/** Reads the pepper of a data folder, or makes it at the first start. Rejects with a `PepperFault`. */
export async function openSecrets({ dataDir }: { dataDir: string }): Promise<Secrets> {
  const pepper = await readOrMake(join(dataDir, 'pepper'), dataDir);
  const key = createSecretKey(pepper);
  const sun = createSunReader(pepper);
  return {
    badgeKey: (badge) => createHmac('sha256', key).update(badge, 'utf8').digest('hex'),
    readSun(text) {
      const read = sun.read(text);
      return read === null || read.proven ? read : 'unproven';
    },
    digest: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    ...createCardSeal(pepper),
    ...createPasswords(),
  };
}

/** The pepper for a backup; null where no gateway was ever started. Rejects with a `PepperFault`. */
export const readPepper = ({ dataDir }: { dataDir: string }): Promise<Uint8Array | null> =>
  explained(join(dataDir, 'pepper'), read);

async function readOrMake(file: string, dataDir: string): Promise<Buffer> {
  return explained(file, async () => {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    return (await read(file)) ?? (await make(file)) ?? (await readMade(file));
  });
}

async function explained<T>(file: string, work: (file: string) => Promise<T>): Promise<T> {
  try {
    return await work(file);
  } catch (error) {
    if (error instanceof PepperFault) throw error;
    const text = `The pepper ${file} cannot be read or made; check who owns the data folder.`;
    throw new PepperFault('pepper-fault', text, { cause: error });
  }
}

/** Null when there is none yet. */
async function read(file: string): Promise<Buffer | null> {
  const handle = await openIfThere(file);
  if (!handle) return null;
  try {
    const facts = await handle.stat();
    if (process.platform !== 'win32' && (facts.mode & 0o077) !== 0) {
      const text = `The pepper ${file} can be read by others on this computer; run \`chmod 600 ${file}\` and start again.`;
      throw new PepperFault('pepper-open', text);
    }
    if (!facts.isFile() || facts.size !== pepperBytes) {
      const text = `The pepper ${file} is damaged: it does not hold ${pepperBytes} bytes. Put it back from a backup; without it no badge is recognised.`;
      throw new PepperFault('pepper-damaged', text);
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function openIfThere(file: string): Promise<FileHandle | null> {
  try {
    return await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Written in full and synced under another name before it appears; null when another start was quicker. */
async function make(file: string): Promise<Buffer | null> {
  const pepper = randomBytes(pepperBytes);
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(pepper);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, file);
    await syncFolder(dirname(file));
    return pepper;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return null;
    throw error;
  } finally {
    await unlink(draft);
  }
}

/** Badges are stored under the pepper at once, so its name must be on the disk before. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readMade(file: string): Promise<Buffer> {
  const pepper = await read(file);
  if (pepper) return pepper;
  throw new PepperFault('pepper-fault', `The pepper ${file} went away while it was read; start again.`);
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
