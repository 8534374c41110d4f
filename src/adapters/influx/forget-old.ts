// Deletes what is older than the workshop keeps it from InfluxDB: taps and readings, once a night and after a start. It
// waits while there is a backlog to send, and a night that fails is left to the next one.

import { nightOf, type OldestKept } from '../../domain/retention.ts';
import type { Clock } from '../../gateway/ports.ts';
import type { InfluxClient } from './influx-client.ts';

export type ForgetOld = {
  readonly client: Pick<InfluxClient, 'change'>;
  readonly clock: Pick<Clock, 'wallMs' | 'synchronised'>;
  readonly timezone: () => string;
  readonly oldest: () => OldestKept;
  /** Whether no backlog is left to send. */
  readonly ready: () => boolean;
};

/** @returns to be called at times; rejects with an InfluxFault, and then does nothing until the next night */
export function forgetOld({ client, clock, timezone, oldest, ready }: ForgetOld): () => Promise<'done'> {
  let doneNight: string | null = null;

  return async () => {
    const night = nightOf(clock.wallMs(), timezone());
    if (night === doneNight || !clock.synchronised() || !ready()) return 'done';
    doneNight = night;
    const { tapsMs, readingsMs } = oldest();
    await deleteBefore(client, 'access', tapsMs);
    await deleteBefore(client, 'reading', readingsMs);
    return 'done';
  };
}

async function deleteBefore(
  client: ForgetOld['client'],
  measurement: 'access' | 'reading',
  beforeMs: number,
): Promise<void> {
  if (!Number.isFinite(beforeMs)) return;
  await client.change(`DELETE FROM "${measurement}" WHERE time < ${Math.floor(beforeMs)}ms`);
}
