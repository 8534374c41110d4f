// The outbox of the post in the data folder: a file per mail that waits, and a list of those that were sent. A mail is on the disk before
// it is answered for, and stands in the list before its file goes, so that a crash loses none and repeats none that was known as sent.

import { createHash, randomUUID } from 'node:crypto';
import { appendFile, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mail } from '../../gateway/ports.ts';

export type KeptMail = {
  /** Digest of its id: the name of its file, and of its Message-ID. */
  readonly key: string;
  readonly takenAtMs: number;
  readonly expiresAtMs: number;
  readonly mail: Mail;
};

export type MailFolder = {
  /** As it was at the opening, oldest first. */
  readonly waiting: readonly KeptMail[];
  wasSent(key: string): boolean;
  keep(kept: KeptMail): Promise<void>;
  /** It was sent: the same id is not taken again. */
  done(key: string): Promise<void>;
  /** It goes unsent, and may be asked for again. */
  drop(key: string): Promise<void>;
};

export const keyOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 40);

const keyShape = /^[0-9a-f]{40}$/;
/** Ids that are remembered; beyond, the oldest are forgotten. Entries of the journal remember what was mailed for ever. */
const sentLimit = 20_000;

/** @param folder is made when it is not there */
export async function openMailFolder(folder: string): Promise<MailFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const list = join(folder, 'sent');
  const sent = new Set((await readOr(list, '')).split('\n').filter((line) => keyShape.test(line)));
  if (sent.size > sentLimit) {
    for (const key of [...sent].slice(0, sent.size - sentLimit)) sent.delete(key);
    await writeWhole(folder, 'sent', `${[...sent].join('\n')}\n`);
  }
  const fileOf = (key: string): string => join(folder, `${key}.json`);
  const waiting: KeptMail[] = [];
  for (const name of await readdir(folder)) {
    if (name.endsWith('.draft')) await rm(join(folder, name), { force: true });
    const key = name.replace(/\.json$/, '');
    if (!keyShape.test(key) || key === name) continue;
    const kept = sent.has(key) ? null : readKept(await readOr(fileOf(key), ''), key);
    if (kept) waiting.push(kept);
    // It was sent before the program ended, or is none of ours: it would stand there for ever.
    else await rm(fileOf(key), { force: true });
  }
  return {
    waiting: waiting.sort((one, other) => one.takenAtMs - other.takenAtMs),
    wasSent: (key) => sent.has(key),
    keep: (kept) => writeWhole(folder, `${kept.key}.json`, JSON.stringify(kept, bytesAsText)),
    async done(key) {
      await appendFile(list, `${key}\n`, { mode: 0o600, flush: true });
      sent.add(key);
      const [oldest] = sent;
      if (sent.size > sentLimit && oldest !== undefined) sent.delete(oldest);
      await rm(fileOf(key), { force: true });
    },
    drop: (key) => rm(fileOf(key), { force: true }),
  };
}

async function readOr(path: string, otherwise: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return otherwise;
    throw new Error(`The post cannot read ${path}; look at the rights there.`, { cause: fault });
  }
}

/** All of it or nothing, and flushed. */
async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  const draft = join(folder, `${randomUUID()}.draft`);
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(folder, name));
    const kept = await open(folder, 'r');
    try {
      await kept.sync();
    } finally {
      await kept.close();
    }
  } catch (cause) {
    await rm(draft, { force: true });
    throw new Error(`The post cannot write to ${folder}; look at the room and the rights there.`, { cause });
  }
}

const bytesAsText = (name: string, value: unknown): unknown =>
  name === 'bytes' && value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

/** Null for what was cut off or is of another shape. */
function readKept(text: string, key: string): KeptMail | null {
  try {
    const kept = JSON.parse(text, (name, value: unknown) =>
      name === 'bytes' && typeof value === 'string' ? Buffer.from(value, 'base64') : value,
    ) as KeptMail;
    return kept.key === key && typeof kept.mail.to === 'string' ? kept : null;
  } catch {
    return null;
  }
}
