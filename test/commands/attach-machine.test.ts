// `officina attach machine` with a person at the terminal: what it lists, asks and shows, and that nothing is opened or
// written before a yes.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  FileChange,
  Heard,
  HearWish,
  MachineBoxes,
  WhoAnswers,
} from '../../src/commands/machine-boxes.ts';
import type { Terminal } from '../../src/commands/terminal.ts';
import type { FoundServer } from '../../src/domain/machine/found-machine.ts';
import type { ProfileScore } from '../../src/domain/profile/score-profiles.ts';
import { smallWorkshop } from '../config/small-workshop.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'officina-attach-machine-'));
  writeFileSync(join(dir, 'officina.yaml'), smallWorkshop.replaceAll('change-me', 'changed'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Gives the answers in turn; whoever asks more than that fails. */
function person(...answers: string[]): Terminal & { readonly asked: string[] } {
  const asked: string[] = [];
  const ask = async (question: string): Promise<string> => {
    asked.push(question);
    const answer = answers.shift();
    if (answer === undefined) throw new Error(`nobody was told how to answer "${question}"`);
    return answer;
  };
  return { asked, ask, askHidden: ask };
}

const score = (profile: string, points: number): ProfileScore => ({
  ...{ profile, title: `Title of ${profile}`, family: 'grbl', draft: false, baud: 115_200, score: points },
  ...{ isRejected: false, evidence: [{ points, what: 'status', line: '<Idle\u001b[31m>' }] },
});
const heardAs = (...scores: ProfileScore[]): Heard => ({
  ...{ ok: true, baud: 115_200, lines: ['<Idle\u001b[31m>'], noise: 0, asked: ['?'], scores },
});

function run(argv: readonly string[], given: Partial<MachineBoxes> = {}, terminal: Terminal | null = null) {
  const heard: HearWish[] = [];
  const changes: FileChange[] = [];
  const boxes = fakeBoxes();
  const machines: MachineBoxes = {
    ...boxes.machines,
    write: async (change) => {
      changes.push(change);
      return { ok: true };
    },
    ...given,
    hear: async (wish) => {
      heard.push(wish);
      return given.hear?.(wish) ?? heardAs(score('grbl-1.1', 85));
    },
  };
  const env = { OFFICINA_CONFIG: join(dir, 'officina.yaml'), OFFICINA_DATA: dir };
  const { done } = call(['attach', 'machine', ...argv], { boxes: { ...boxes, machines }, env, terminal });
  return done.then((said) => ({ ...said, heard, changes }));
}

const port = {
  path: '/dev/serial/by-id/usb-x',
  now: '/dev/ttyUSB1',
  usb: '1a86:7523',
  maker: 'QinHeng\u001b[2J',
};
const taken = { path: '/dev/ttyUSB0', now: '/dev/ttyUSB0', usb: null, maker: null };

describe('officina attach machine', () => {
  it('lists ports and announcements, and opens none', async () => {
    const found = {
      ports: async () => [taken, port],
      search: async () => [{ name: 'Octo\u001bPi', address: 'http://192.0.2.7:80' }],
    };
    const { code, out, heard } = await run(['--search'], found);
    expect([code, heard]).toEqual([0, []]);
    expect(out).toContain('/dev/ttyUSB0\n     taken: machine "laser" in officina.yaml');
    expect(out).toMatch(/1\. \/dev\/serial\/by-id\/usb-x\n {5}\/dev\/ttyUSB1; USB 1a86:7523; CH340/);
    expect(out).toContain('2. http://192.0.2.7:80');
    expect(out).not.toContain('\u001b');
  });

  it('asks a person before it opens, then for names, and writes after a yes', async () => {
    const answers = person('1', 'yes', 'mill', '', 'mills', 'front', '', 'yes');
    const { code, out, heard, changes } = await run([], { ports: async () => [port] }, answers);
    expect([code, heard.length]).toEqual([0, 1]);
    expect(heard[0]).toEqual({
      place: { kind: 'serial', path: port.path, baud: null },
      profile: null,
      asks: true,
    });
    expect(answers.asked[1]).toContain('without a job, and may it restart?');
    expect(out).toContain('+85 status: <Idle·[31m>');
    expect(changes).toMatchObject([
      { secret: null, text: expect.stringContaining('  mill:\n    name: Mill\n') },
    ]);
  });

  it.each([
    ['no to the restart', ['1', 'no'], 0],
    ['no to the lines', ['1', 'yes', 'mill', '', '', '', '', 'no'], 1],
  ])('changes nothing after %s', async (_what, answers, opened) => {
    const { code, heard, changes } = await run([], { ports: async () => [port] }, person(...answers));
    expect([code, heard.length, changes]).toEqual([1, opened, []]);
  });

  it('lets a person choose where two profiles come out even, and nobody where none is there', async () => {
    const hear = async () => heardAs(score('grbl-1.1', 60), score('grblhal', 55));
    const flags = ['/dev/ttyUSB1', '--may-reset', '--id', 'mill', '--pool', 'mills', '--name', 'M'];
    const given = ['--reader', 'front', '--switch', '', '--yes'];
    const chosen = await run([...flags, ...given], { hear }, person('grbl-1.1'));
    expect([chosen.code, chosen.changes.length]).toEqual([0, 1]);
    const alone = await run([...flags, ...given], { hear });
    expect([alone.code, alone.err]).toEqual([1, expect.stringContaining('name one with --profile')]);
  });

  it('wants the two answers about a switch, which --yes does not give', async () => {
    const flags = [
      '/dev/ttyUSB1',
      '--may-reset',
      '--id',
      'mill',
      '--pool',
      'mills',
      '--switch',
      'laser-plug',
      '--yes',
    ];
    const { code, err, changes } = await run(flags);
    expect([code, changes]).toEqual([2, []]);
    expect(err).toContain('--no-volt-release');
  });

  it('says what is wrong with the whole file, and writes nothing', async () => {
    const flags = [
      '/dev/ttyUSB1',
      '--may-reset',
      '--id',
      'mill',
      '--pool',
      'mills',
      '--reader',
      'frnt',
      '--yes',
    ];
    const { code, err, changes } = await run(flags);
    expect([code, changes, readFileSync(join(dir, 'officina.yaml'), 'utf8').includes('mill')]).toEqual([
      1,
      [],
      false,
    ]);
    expect(err).toMatch(/frnt.*front/s);
  });

  it('keeps a key that was typed in a file of its own, and shows it nowhere', async () => {
    const printer: FoundServer = {
      ...{ kind: 'prusalink', title: 'PrusaLink', version: null, needs: 'key', evidence: ['GET'], notes: [] },
      link: { kind: 'prusalink', url: 'http://192.0.2.7' },
    };
    const who = async (): Promise<WhoAnswers> => ({ ok: true, servers: [printer] });
    const flags = [
      'http://192.0.2.7',
      '--id',
      'mk4',
      '--pool',
      'printers',
      '--name',
      'MK4',
      '--reader',
      'front',
      '--switch',
      '',
      '--yes',
    ];
    const { code, out, err, changes } = await run(flags, { who }, person('top-secret'));
    expect([code, changes[0]?.secret]).toEqual([
      0,
      { field: 'key_file', path: 'secrets/machine-mk4', text: 'top-secret' },
    ]);
    expect(out + err + (changes[0]?.text ?? '')).not.toContain('top-secret');
  });

  it.each([
    [['nonsense here'], 2],
    [['tcp://192.0.2.7:99999'], 2],
    [['/dev/ttyUSB1', '--baud', '7'], 2],
    [['/dev/ttyUSB1', '--profile', 'none-such'], 2],
    [['/dev/ttyUSB0', '--may-reset'], 1],
  ])('refuses %j', async (argv, wanted) => {
    const { code, heard } = await run(argv);
    expect([code, heard]).toEqual([wanted, []]);
  });
});
