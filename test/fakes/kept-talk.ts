// A talk under the real keeper and its real timers, and answers that no machine should give.

import { type KeptTalk, keepTalk } from '../../src/edge/keep-talk.ts';
import type { Talk } from '../../src/edge/talk.ts';
import type { MachineReport } from '../../src/gateway/gateway.ts';
import { until } from '../adapters/serial/link-under-test.ts';

/** The machine that runs the tests is shared, so the bounds are generous. */
const limitMs = 20_000;

export type KeptInTest = {
  readonly kept: KeptTalk;
  readonly reports: readonly MachineReport[];
  last(): MachineReport | undefined;
  /** The last state of the link, with the activity while it is up. */
  reads(what: string): Promise<void>;
  edges(): readonly string[];
};

/** Kept as in the gateway, but tried again without much waiting. */
export function keepInTest(talk: Talk): KeptInTest {
  const reports: MachineReport[] = [];
  const quiet = () => undefined;
  const kept = keepTalk({
    ...{ machine: 'printer', where: 'http://printer.test', talk, random: () => 0 },
    clock: { monoMs: () => performance.now() },
    log: { info: quiet, warn: quiet, error: quiet },
    meters: { count: quiet },
    onReport: (report) => void reports.push(report),
  });
  const last = () => reports.at(-1);
  const state = () => (last()?.link === 'up' ? last()?.activity : last()?.link);
  return {
    ...{ kept, reports, last },
    reads: (what) => until(() => state() === what, `${what} (it reads ${state()})`, limitMs),
    edges: () => reports.flatMap(({ job }) => (job ? [job.event === 'ended' ? job.result : job.event] : [])),
  };
}

const bodies: readonly string[] = [
  '',
  '<html>not this</html>',
  'null',
  '17',
  '[]',
  '{}',
  '"idle"',
  '{"result":null}',
  '{"printer":"IDLE"}',
  '{"printer":{"state":7,"temp_nozzle":"hot"},"job":{"id":"1;DROP"}}',
  '{"printer":{"state":["IDLE"]},"result":{"state":{"status":["idle"]}},"state":{"status":["idle"]}}',
  '{"printer":{"state":"idle"},"result":{"state":{"status":"IDLE\\u0000"}},"state":{"status":"IDLE"}}',
  '{"printer":{"__proto__":{"state":"IDLE"}},"result":{"__proto__":{"state":{"status":"idle"}}},"__proto__":{"state":{"status":"idle"}}}',
  '{"printer":{"state":NaN},"result":{"state":{"status":NaN}}}',
  `{"printer":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
  `{"result":{"state":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}},"state":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
  `{"printer":{"state":"${'IDLE'.repeat(100_000)}"}}`,
];

/** What hostile or broken servers say in place of JSON that we know, with a name for the test. */
export const hostileBodies: readonly (readonly [name: string, body: string])[] = bodies.map((body) => [
  `${body.slice(0, 60)} (${body.length})`,
  body,
]);
