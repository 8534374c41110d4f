// Reads the plan of the workshop once, at the start. The board goes without it where the file has gone since it was judged.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FloorPlan } from '../api/options.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../gateway/ports.ts';

export async function readFloorPlan({ floor }: Pick<Config, 'floor'>, log: Log): Promise<FloorPlan | null> {
  if (floor === null) return null;
  const { path, type } = floor.picture;
  try {
    const bytes = await readFile(path);
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    return { bytes, type, digest, machines: new Map(Object.entries(floor.machines)) };
  } catch (err) {
    log.error({ err, path }, 'the board shows no plan; put the picture back and start again');
    return null;
  }
}
