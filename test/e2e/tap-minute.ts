// A hundred taps a second at the readers of the real program, and then the journal as it lies on the disk: how often each
// tap is in it.

import { percentile } from '../bench/percentile.ts';
import { readJournal } from './journal-file.ts';
import { startProgram, storyDir } from './program.ts';
import { bringStormMembers, stormToken, stormYaml, tapStorm } from './tap-storm.ts';

export type TapMinute = {
  readonly taps: number;
  /** Ids of taps that were acknowledged and are not in the journal. */
  readonly lost: readonly string[];
  /** Ids that are in it more than once. */
  readonly twice: readonly string[];
  /** Started or ended a session; the others were refused. */
  readonly moved: number;
  /** From the tap to its acknowledgement, milliseconds. */
  readonly p50: number;
  readonly p99: number;
};

export async function liveTapMinute(forMs: number): Promise<TapMinute> {
  const dir = storyDir('tap-minute');
  try {
    const env = { OFFICINA_ADMIN_TOKEN: stormToken, OFFICINA_LOG: 'warn' };
    const program = await startProgram({ dir: dir.path, yaml: stormYaml, env });
    let waits: readonly number[] = [];
    try {
      await bringStormMembers(program.url);
      const untilMs = performance.now() + forMs;
      waits = await tapStorm(program.mqttPort, () => performance.now() < untilMs);
    } finally {
      await program.stop();
    }
    const found = new Map<string, number>();
    let moved = 0;
    for (const { type, data } of readJournal(dir.path)) {
      if (typeof data.tap !== 'string') continue;
      found.set(data.tap, (found.get(data.tap) ?? 0) + 1);
      if (type !== 'tap-refused') moved += 1;
    }
    const sent = waits.map((_, index) => `storm:${index}`);
    return {
      taps: sent.length,
      lost: sent.filter((tap) => !found.has(tap)),
      twice: [...found].filter(([, times]) => times > 1).map(([tap]) => tap),
      moved,
      p50: percentile(waits, 0.5),
      p99: percentile(waits, 0.99),
    };
  } finally {
    dir.remove();
  }
}
