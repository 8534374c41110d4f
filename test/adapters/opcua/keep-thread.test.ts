// The thread of the links: one that dies, or hangs, is started anew, and its machines are unknown meanwhile.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { keepThread } from '../../../src/adapters/opcua/keep-thread.ts';
import { usualPace, type WorkerSettings } from '../../../src/adapters/opcua/worker-messages.ts';
import { waitUntil } from './watched.ts';

const dir = mkdtempSync(join(tmpdir(), 'officina-thread-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const settings: WorkerSettings = {
  links: {},
  folder: dir,
  pace: { ...usualPace, retryMs: 20, longestRetryMs: 100 },
};

function threadUnderTest(name: string, source: string, silenceMs?: number) {
  const file = join(dir, `${name}.mjs`);
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${source}`);
  let lives = 0;
  const deaths: unknown[] = [];
  const thread = keepThread({
    settings,
    program: pathToFileURL(file),
    ...(silenceMs === undefined ? {} : { silenceMs }),
    onMessage: () => {
      lives += 1;
    },
    onDeath: (cause) => deaths.push(cause),
  });
  return { thread, deaths, lives: () => lives };
}

const alive = "parentPort.postMessage({ kind: 'clients', live: 0 });";
const obedient = "parentPort.on('message', () => parentPort.close());";

describe('a thread', { timeout: 60_000 }, () => {
  it('that throws is started anew, with its fault told', async () => {
    const { thread, deaths, lives } = threadUnderTest(
      'throws',
      `${alive} setTimeout(() => { throw new Error('odd answer') }, 5);`,
    );
    await waitUntil(
      () => lives() >= 3,
      () => 'a third life',
    );
    expect(deaths[0]).toMatchObject({ message: 'odd answer' });
    await thread.close();
    const before = lives();
    expect(lives()).toBe(before);
  });

  it('inv. 10: that takes all memory ends alone, and is started anew', async () => {
    const { thread, deaths } = threadUnderTest(
      'greedy',
      `${alive} const all = []; for (;;) all.push(new Array(100_000).fill({}));`,
    );
    await waitUntil(
      () => deaths.length >= 1,
      () => 'its end',
    );
    expect(deaths[0]).toMatchObject({ code: 'ERR_WORKER_OUT_OF_MEMORY' });
    await thread.close();
  });

  it('that hangs is ended and started anew', async () => {
    const { thread, deaths, lives } = threadUnderTest('hangs', `${alive} for (;;);`, 200);
    await waitUntil(
      () => lives() >= 2,
      () => 'a second life',
    );
    expect(deaths[0]).toBeNull();
    await thread.close();
  });

  it('that is told to close ends, and does not come back', async () => {
    const { thread, deaths, lives } = threadUnderTest('obeys', `${alive} ${obedient}`);
    await waitUntil(
      () => lives() === 1,
      () => 'its first word',
    );
    await thread.close();
    await thread.close();
    expect(deaths).toEqual([]);
  });
});
