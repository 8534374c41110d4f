// Takes the key of an erased member out of InfluxDB: their points move to the series without a member, so that sums stay exact, and
// the series with the key is dropped. Doing it twice changes nothing.

import type { InfluxClient } from './influx-client.ts';

/** What carries the key of a member, and the tags that stay. */
const named = [
  { measurement: 'usage', tags: ['machine', 'pool', 'team', 'cost_code'] },
  { measurement: 'charge', tags: ['machine', 'pool', 'team', 'cost_code', 'currency'] },
] as const;

export async function forgetMember(client: Pick<InfluxClient, 'change'>, member: string): Promise<void> {
  // It stands in the text of a query.
  if (!/^[a-z0-9-]{1,64}$/.test(member)) throw new RangeError('a member key has a-z, 0-9 and - alone');
  for (const { measurement, tags } of named) {
    const kept = tags.map((tag) => `"${tag}"`).join(', ');
    const whose = `WHERE "member" = '${member}'`;
    await client.change(
      `SELECT *::field INTO "${measurement}" FROM "${measurement}" ${whose} GROUP BY ${kept}`,
    );
    await client.change(`DROP SERIES FROM "${measurement}" ${whose}`);
  }
}
