// Writes a small text file that people look after: whole or not at all, with the mode and the owner that it has, and only
// when nobody else wrote it meanwhile. Also the files with secrets beside it.

import { constants } from 'node:fs';
import { access, chmod, copyFile, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

export type WriteOutcome =
  | { readonly ok: true }
  /** `reason` completes "the file …". */
  | { readonly ok: false; readonly reason: string };

type Replacement = {
  readonly file: string;
  readonly text: string;
  /** What must still stand there. */
  readonly before: string;
  /** Gets what stood there; null keeps none. */
  readonly keepAs: string | null;
};

/** What keeps this account from writing the file; null when nothing does. */
export async function whyNotWritable(file: string): Promise<string | null> {
  try {
    const real = await realpath(file);
    await access(real, constants.W_OK);
    await access(dirname(real), constants.W_OK);
    return null;
  } catch (fault) {
    return reasonOf(fault);
  }
}

/** Faults of the disk are an outcome too: then the file is as it was. */
export async function replaceText({ file, text, before, keepAs }: Replacement): Promise<WriteOutcome> {
  let draft: string | null = null;
  try {
    // A link stays one.
    const real = await realpath(file);
    const { mode, uid, gid } = await stat(real);
    if ((await readFile(real, 'utf8')) !== before)
      return { ok: false, reason: 'was changed by somebody else in this moment; look at it and try again' };
    if (keepAs !== null) {
      await copyFile(real, keepAs);
      // Also where an older copy had another one: both hold what the file holds.
      await chmod(keepAs, mode & 0o777);
    }
    draft = `${real}.${process.pid}.draft`;
    const handle = await open(draft, 'w', 0o600);
    try {
      await handle.chmod(mode & 0o777);
      const now = await handle.stat();
      if (now.uid !== uid || now.gid !== gid) await handle.chown(uid, gid);
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, real);
    await syncFolder(dirname(real));
    return { ok: true };
  } catch (fault) {
    if (draft !== null) await rm(draft, { force: true });
    return { ok: false, reason: reasonOf(fault) };
  }
}

/** A new file that only this account can read, in a folder of its own; never over one that is there. */
export async function writeSecret(path: string, secret: string): Promise<WriteOutcome> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(`${secret}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await syncFolder(dirname(path));
    return { ok: true };
  } catch (fault) {
    return { ok: false, reason: reasonOf(fault) };
  }
}

export const removeSecret = (path: string): Promise<void> => rm(path, { force: true });

/** The name of a file is durable once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const reasons = new Map<unknown, string>([
  ['EACCES', 'may not be written by this account'],
  ['EPERM', 'may not be written by this account, or would change its owner'],
  ['EROFS', 'lies where nothing may be written'],
  ['EBUSY', 'is mounted by itself and cannot be replaced'],
  ['ENOSPC', 'cannot be written: the disk is full'],
  ['ENOENT', 'is not there'],
  ['EEXIST', 'is there already; move it away'],
]);

function reasonOf(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown';
  return reasons.get(code) ?? `cannot be written (${code})`;
}
