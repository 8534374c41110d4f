// How far a webhook has come, in a small file of its own beside the journal, written whole or not at all. Nothing in it is
// secret, and it may be lost: then the webhook begins at what happens next.

import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

export type Position = {
  /** Of the last entry that is settled: taken by the other side, or nothing to it. */
  readonly seq: number;
  /** Since when every attempt failed; wall clock, null while it is well. */
  readonly failingSinceMs: number | null;
  /** It failed for days, or said that it is gone: it is told nothing until a person says so. */
  readonly disabled: boolean;
  /** Events that were given up, ever. */
  readonly dropped: number;
};

export type PositionFile = {
  /** Null when there is none that can be read. */
  read(): Promise<Position | null>;
  write(position: Position): Promise<void>;
};

/** @param id of the webhook, which is plain */
export function positionFile(dataDir: string, id: string): PositionFile {
  const folder = join(dataDir, 'webhooks');
  const path = join(folder, `${id}.json`);
  let last: Promise<void> = Promise.resolve();
  return {
    async read() {
      try {
        return parse(JSON.parse(await readFile(path, 'utf8')));
      } catch (fault) {
        if (
          fault instanceof SyntaxError ||
          (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')
        )
          return null;
        throw fault;
      }
    },
    write(position) {
      // One after the other: all of them use the same draft.
      last = last.catch(() => undefined).then(() => writeWhole({ folder, path }, position));
      return last;
    },
  };
}

async function writeWhole(
  { folder, path }: { readonly folder: string; readonly path: string },
  position: Position,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.draft`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(position)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, path);
}

function parse(value: unknown): Position | null {
  if (typeof value !== 'object' || value === null) return null;
  const { seq, failingSinceMs, disabled, dropped } = value as Readonly<Record<string, unknown>>;
  if (!isCount(seq)) return null;
  return {
    seq,
    failingSinceMs: isCount(failingSinceMs) ? failingSinceMs : null,
    disabled: disabled === true,
    dropped: isCount(dropped) ? dropped : 0,
  };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
