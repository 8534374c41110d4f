// A page that looks: a client of the live events that keeps what the gateway last told of each machine, and when.

import { get } from 'node:http';
import { ReadlineParser } from '@serialport/parser-readline';

type LiveChange = { readonly machine: string; readonly activity: string; readonly atNs: bigint };

export type LiveWatch = {
  /** Machine → its activity as last told; only those whose link is up. */
  readonly activities: ReadonlyMap<string, string>;
  /** The changes since the last call. */
  take(): readonly LiveChange[];
  close(): void;
};

type Card = { readonly id: string; readonly link: string; readonly activity: string };

/** Resolves once the stream is open. */
export async function watchLive(to: { httpPort: number; token: string }): Promise<LiveWatch> {
  const activities = new Map<string, string>();
  let changes: LiveChange[] = [];
  const hear = ({ id, link, activity }: Card, atNs: bigint): void => {
    if (activities.get(id) === activity) return;
    if (link === 'up') activities.set(id, activity);
    else activities.delete(id);
    changes.push({ machine: id, activity, atNs });
  };
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const headers = { authorization: `Bearer ${to.token}` };
  const request = get({ host: '127.0.0.1', port: to.httpPort, path: '/api/live', headers }, (answer) => {
    if (answer.statusCode !== 200) reject(new Error(`live events were refused (${answer.statusCode})`));
    let event = '';
    answer.on('error', () => {});
    answer.pipe(new ReadlineParser({ delimiter: '\n', encoding: 'utf8' })).on('data', (line: string) => {
      const atNs = process.hrtime.bigint();
      if (line.startsWith('event: ')) event = line.slice(7);
      if (!line.startsWith('data: ')) return;
      if (event === 'machine') hear(JSON.parse(line.slice(6)) as Card, atNs);
      if (event === 'board')
        for (const card of (JSON.parse(line.slice(6)) as { machines: Card[] }).machines) hear(card, atNs);
    });
    resolve();
  });
  request.on('error', reject);
  await promise;
  return {
    activities,
    take() {
      const before = changes;
      changes = [];
      return before;
    },
    close: () => void request.destroy(),
  };
}
