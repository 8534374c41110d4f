// `simulate --policy`: the report as text in the language of the space, as JSON and as a picture, and what is wrong use.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Boxes } from '../../src/commands/boxes.ts';
import { replayPicture } from '../../src/commands/replay-picture.ts';
import { replayText } from '../../src/commands/replay-text.ts';
import { replayWords } from '../../src/commands/replay-words.ts';
import type { ReplayReport } from '../../src/contract/replay.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

const folder = mkdtempSync(join(tmpdir(), 'officina-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const policy = fileOf(
  'new.yaml',
  'pools: { lasers: { minutes: 30, peak: [{ days: [mo], from: "17:00", to: "21:00" }] } }\n',
);

const figures = { asked: 40, served: 39, waitP50: 5, waitP90: 60, waitLongest: 90, promisedP50: 100 };
const before = { ...figures, overtakenMost: 240, turnedAway: 30 };
const report: ReplayReport = {
  from: '2026-08-01T00:00:00+02:00',
  to: '2026-08-31T23:59:59+02:00',
  past: { isReproduced: true, turns: 39, sameOrderPercent: 99, offMinutes: 0 },
  groups: [
    {
      ...{ by: 'team', group: 'team', team: '<b>&"', people: 7, waits: 'less', before },
      after: { ...before, waitP90: 45, promisedP50: null },
      change: { ...before, asked: 0, served: 0, waitP50: 0, waitP90: -15, waitLongest: 0, promisedP50: null },
    },
  ],
  pools: [
    {
      pool: 'lasers',
      before: {
        turnMinutes: 60,
        overtakePercent: 100,
        overtakeMostMinutes: 240,
        halfLifeDays: 7,
        usedPerMille: 412,
      },
      after: {
        turnMinutes: 30,
        overtakePercent: 50,
        overtakeMostMinutes: 240,
        halfLifeDays: 7,
        usedPerMille: null,
      },
    },
  ],
  notes: [{ code: 'pool-had-no-queue', pool: 'mills' }],
};
const asked: Parameters<Boxes['replay']>[1][] = [];
const boxesWith = (told: ReplayReport) =>
  fakeBoxes({
    replay: async (_config, wish) => {
      asked.push(wish);
      return { ok: true, report: told as never };
    },
  });

const argv = ['simulate', '--policy', policy, '--from', '2026-08-01'];

describe('simulate --policy', () => {
  it('tells the report, and writes it as JSON and as a picture', async () => {
    const [json, svg] = [join(folder, 'a.json'), join(folder, 'a.svg')];
    const files = ['--json', json, '--svg', svg, '--to', '2026-08-31'];
    const { code, out, err } = await call([...argv, ...files], { boxes: boxesWith(report) }).done;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(asked.at(-1)).toMatchObject({ from: '2026-08-01', to: '2026-08-31' });
    expect(asked.at(-1)?.document.pools.lasers).toMatchObject({ minutes: 30 });
    expect(out).toContain('2026-08-01 – 2026-08-31\n');
    expect(out).toContain('l’attesa diminuisce, nove attese su dieci entro 45 minuti invece di 60 (−15)');
    expect(JSON.parse(readFileSync(json, 'utf8'))).toEqual(report);
    expect(readFileSync(svg, 'utf8')).toContain('&lt;b&gt;&amp;&quot;');
    expect(readFileSync(svg, 'utf8')).not.toContain('<b>');
  });

  it('gives JSON alone where --json names no file', async () => {
    const { out } = await call([...argv, '--json'], { boxes: boxesWith(report) }).done;
    expect(JSON.parse(out)).toEqual(report);
  });

  it('says first, and by its exit, that a run does not come to the past', async () => {
    const past = { isReproduced: false, turns: 39, sameOrderPercent: 60, offMinutes: 25 };
    const { code, out } = await call(argv, { boxes: boxesWith({ ...report, past }) }).done;
    expect(code).toBe(1);
    expect(out.split('\n')[1]).toMatch(/^QUESTA SIMULAZIONE NON RIPRODUCE IL PASSATO/);
  });

  it('has its columns under each other, in every language', () => {
    for (const locale of ['en', 'it-CH', 'de', 'es']) {
      const text = replayText(report, replayWords(locale));
      const rows = text.split('\n').filter((line) => /P90|→/.test(line) && line.includes('  '));
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    }
    expect(replayText(report, replayWords('en'))).toContain('would wait less: nine of ten waits within 45');
  });

  it('draws bars that are told apart without colour, and no control character', () => {
    const odd = { ...report, groups: report.groups.map((group) => ({ ...group, team: 'a\u0007b' })) };
    const svg = replayPicture(odd, replayWords('en'));
    expect(svg).toContain('fill="url(#after)"');
    expect(svg).not.toContain('\u0007');
  });

  it.each([
    [['simulate', '--policy', policy], 2, 'The first day is missing'],
    [[...argv, '--seed', '3'], 2, '--seed does not go with this; leave it out, or leave out --policy.'],
    [
      ['simulate', '--from', '2026-08-01'],
      2,
      '--from does not go with this; name a policy with --policy FILE.',
    ],
    [[...argv, 'more'], 2, '"more" belongs to no option'],
    [
      ['simulate', '--policy', join(folder, 'none'), '--from', '2026-08-01'],
      1,
      'is not there; name another file',
    ],
    [[...argv, '--svg', join(folder, 'no', 'a.svg')], 1, 'could not be written (ENOENT)'],
    [
      [
        'simulate',
        '--policy',
        fileOf('bad.yaml', 'pools:\n  lasers: { minutes: 0, colour: red }\n'),
        '--from',
        '2026-08-01',
      ],
      1,
      'line 2, column 22: "minutes" of policy.pools.lasers must be',
    ],
  ])('refuses %j', async (args, code, sentence) => {
    const done = await call(args, { boxes: boxesWith(report) }).done;
    expect(done.err).toContain(sentence);
    expect(done.code).toBe(code);
  });

  it('says why a time or a policy cannot be run', async () => {
    const busy = await call(argv).done;
    expect(busy).toMatchObject({ code: 1, err: 'Another replay runs already; wait until it is done.\n' });
    const mistakes = [{ field: 'pools.kilns', text: 'No machine is in the pool "kilns".' }];
    const boxes = fakeBoxes({ replay: async () => ({ ok: false, code: 'replay-document', mistakes }) });
    expect((await call(argv, { boxes }).done).err).toContain('No machine is in the pool "kilns".');
  });
});
