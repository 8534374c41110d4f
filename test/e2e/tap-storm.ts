// A hundred taps a second at twenty readers of the real program, and how long each waited for its acknowledgement.

import { simulateReader } from '../../src/adapters/simulator/native-reader.ts';
import { pace } from '../bench/pace.ts';

const readers = Array.from({ length: 20 }, (_, i) => `door-${i + 1}`);
export const stormToken = 'the-steward-of-the-tap-storm';

/** Twenty machines that only a badge knows, each with its own reader. */
export const stormYaml = `space: { name: "Officina Größe", timezone: Europe/Rome, currency: EUR, locale: en }
http: { host: 127.0.0.1 }
mqtt: { host: 127.0.0.1 }
machines:
${readers.map((reader) => `  at-${reader}: { name: At ${reader}, pool: benches, reader: ${reader} }`).join('\n')}
readers:
${readers.map((reader) => `  ${reader}: { kind: native, password: door }`).join('\n')}
tariffs:
  - { pool: benches, from: 2026-01-01, perHour: "9100.00", clock: loaded }
`;

const badgeOf = (place: number): string => `04a1b2c3d4${(0x1000 + place).toString(16)}`;

/** One member per reader, by the running program. */
export async function bringStormMembers(url: string): Promise<void> {
  const rows = readers.map((reader, place) => ({
    ...{ member: reader, name: `Member of ${reader}`, email: null, team: null, roles: ['member'] },
    ...{ badges: [badgeOf(place)], certificates: [] },
  }));
  const headers = { authorization: `Bearer ${stormToken}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ rows, dryRun: false });
  const answer = await fetch(`${url}/api/members/import`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`the members could not be imported: ${await answer.text()}`);
}

/**
 * In stretches of half a second, as long as it `goesOn`.
 * @returns how long each tap waited for its acknowledgement, milliseconds
 */
export async function tapStorm(mqttPort: number, goesOn: () => boolean): Promise<readonly number[]> {
  const url = `mqtt://127.0.0.1:${mqttPort}`;
  const doors = readers.map((reader) => simulateReader({ url, reader, password: 'door', boot: 'storm' }));
  try {
    await Promise.all(doors.map((door) => door.ready()));
    const waits: Promise<number>[] = [];
    const tapNext = (): void => {
      const place = waits.length % doors.length;
      const sentMs = performance.now();
      const sent = doors[place]?.sendTap({ badge: badgeOf(place), tap: `storm:${waits.length}` });
      waits.push(Promise.resolve(sent).then(() => performance.now() - sentMs));
    };
    while (goesOn()) await pace({ perSecond: 100, forMs: 500 }, tapNext);
    return await Promise.all(waits);
  } finally {
    await Promise.all(doors.map((door) => door.close()));
  }
}
