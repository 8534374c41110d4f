// Jobs of machines on the network: every pair of words that a controller may say one after the other, as rows.

import { describe, expect, it } from 'vitest';
import { followJob, type JobKnown, jobUnknown } from '../../src/edge/follow-job.ts';
import type { JobSeen } from '../../src/edge/talk.ts';

const run = (id: string | null): JobSeen => ({ state: 'under-way', id, name: null });
const over = (id: string | null): JobSeen => ({ state: 'over', id, result: 'completed' });
const none: JobSeen = { state: 'none' };
const unknown: JobSeen = { state: 'unknown' };

const rows: readonly [string, readonly JobSeen[], readonly string[]][] = [
  [
    'a job from its start to its end',
    [none, run('a'), over('a')],
    ['ended unknown', 'started', 'ended completed'],
  ],
  [
    'an end state that lingers',
    [none, run('a'), over('a'), over('a')],
    ['ended unknown', 'started', 'ended completed'],
  ],
  ['an end state after we came', [over('a'), over('a')], ['ended unknown']],
  ['a job that ran before we came', [run('a'), over('a')], ['started', 'ended completed']],
  ['a job that vanishes', [run('a'), none], ['started', 'ended unknown']],
  [
    'one job after the other',
    [run('a'), run('b'), over('b')],
    ['started', 'ended unknown', 'started', 'ended completed'],
  ],
  ['a job whose id comes late', [run(null), run('a'), over('a')], ['started', 'ended completed']],
  ['the end of another job than the one we saw', [run('a'), over('b')], ['started', 'ended unknown']],
  ['silence about jobs in the midst', [run('a'), unknown, over('a')], ['started', 'ended completed']],
  [
    'the next job after a lingering end',
    [run('a'), over('a'), run('b')],
    ['started', 'ended completed', 'started'],
  ],
  ['nothing known at all', [unknown, unknown], []],
];

describe('the job of a controller', () => {
  it.each(rows)('inv. 7: %s', (_name, words, wanted) => {
    let known: JobKnown = jobUnknown;
    const edges: string[] = [];
    for (const word of words) {
      const followed = followJob(known, word);
      known = followed.known;
      for (const edge of followed.edges)
        edges.push(edge.event === 'started' ? 'started' : `ended ${edge.result}`);
    }
    expect(edges).toEqual(wanted);
  });
});
