// Waits until what was written to a file, or the names in a folder, are on the disk.

import { closeSync, fsyncSync, openSync } from 'node:fs';

export function syncPath(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
