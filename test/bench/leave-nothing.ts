// Folders and processes of the benchmarks: all are given back at the end, also after Ctrl-C or a fault.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Undo = () => void;

const undos = new Set<Undo>();

/** Has `undo` called at the end of this process; returns how to call it off. Undoing is synchronous. */
export function atEnd(undo: Undo): () => void {
  undos.add(undo);
  return () => undos.delete(undo);
}

/** The last that was promised is undone first; one that fails does not keep the others. */
export function leaveNothing(): void {
  for (const undo of [...undos].reverse()) {
    undos.delete(undo);
    try {
      undo();
    } catch (fault) {
      process.stderr.write(`could not be tidied away: ${String(fault)}\n`);
    }
  }
}

/** A new folder under the system's temporary one, with a folder `tmp` in it. */
export function newFolder(name: string): string {
  const path = mkdtempSync(join(tmpdir(), `officina-bench-${name}-`));
  mkdirSync(join(path, 'tmp'));
  atEnd(() => rmSync(path, { recursive: true, force: true, maxRetries: 3 }));
  return path;
}
