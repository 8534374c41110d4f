// `officina attach` against a real HTTP server: what it lists, asks, refuses to go on without, sends and tells.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setUp } from '../../src/adapters/mqtt/dialects/set-up.ts';
import { readRunning } from '../../src/adapters/system/running-file.ts';
import type { Terminal } from '../../src/commands/terminal.ts';
import { smallWorkshop } from '../config/small-workshop.ts';
import { type AttachServer, newPlug, startAttachServer } from './attach-server.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

let dir: string;
let server: AttachServer;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'officina-attach-'));
  const listens = 'mqtt: { host: 192.0.2.1, port: 1884 }\n';
  writeFileSync(join(dir, 'officina.yaml'), listens + smallWorkshop.replaceAll('change-me', 'changed'));
  server = await startAttachServer(dir);
  server.devices = () => [newPlug()];
});
afterEach(async () => {
  await server.close();
  rmSync(dir, { recursive: true });
});

/** Gives the answers in turn, and keeps the questions. */
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

const run = (argv: readonly string[], terminal: Terminal | null = null) => {
  const boxes = fakeBoxes({ running: ({ dataDir }) => readRunning(dataDir), setUp });
  const env = { OFFICINA_CONFIG: join(dir, 'officina.yaml'), OFFICINA_DATA: dir };
  return call(['attach', ...argv], { boxes, env, terminal }).done;
};

const scripted = ['DVES_A1B2C3', '--as', 'switch', '--id', 'saw-plug', '--machine', 'laser'];
const safe = ['--no-volt-release', '--not-an-emergency-stop'];
const answers = { noVoltRelease: true, notAnEmergencyStop: true };

describe('officina attach', () => {
  it('lists what waits: who, what it said and when, and the guesses by number', async () => {
    const { code, out } = await run([]);
    expect(code).toBe(0);
    expect(out).toMatch(/^DVES_A1B2C3, user name "pair", 192\.0\.2\.7, by a pairing code, connected\n/);
    expect(out).toMatch(/\n {4}[45] s ago +tele\/saw\/LWT {2}Online·\[31m\n/);
    expect(out).toContain(
      '  1. switch { kind: tasmota, topic: saw, relay: 1 }\n     It named its relay 1.\n  2. reader',
    );
    expect(out).not.toContain('\u001b');
  });

  it('describes another part of a described box, which signs in as before', async () => {
    server.devices = () => [];
    const entry = { kind: 'zigbee2mqtt', friendly: 'fan' };
    server.boxes = () => [
      {
        ...{ client: 'bridge', there: true, parts: [{ role: 'switch', id: 'oven' }] },
        guesses: [{ role: 'switch', entry, because: 'The bridge lists it.' }],
      },
    ];
    server.answer = ({ body }) => ({
      status: 200,
      body: { lines: [{ line: 9, text: `  ${String(body.id)}: {}` }], credentials: null, restart: [] },
    });
    expect((await run([])).out).toContain(
      'bridge, connected, described as switch oven\n  It may also be:\n  1. switch { kind: zigbee2mqtt, friendly: fan }',
    );
    const { code, out } = await run(['bridge', '--as', 'switch', '--id', 'fan-plug', '--yes']);
    expect([code, out]).toEqual([0, expect.stringContaining('It signs in as before')]);
    expect(out).toContain('set power_on_behavior to off');
    expect(server.assignments.map(({ path }) => path)).toEqual(['/api/devices/parts', '/api/devices/parts']);
    expect(server.assignments[1]?.body).toMatchObject({
      ...{ client: 'bridge', role: 'switch', id: 'fan-plug', entry, machine: null, dryRun: false },
    });
    const none = await run(['nobody', '--as', 'switch', '--id', 'x', '--yes']);
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('no described box has it')]);
  });

  it('says when nothing waits, and what to do when nothing is guessed', async () => {
    server.devices = () => [];
    expect((await run([])).out).toContain('"officina attach pair" makes a code');
    server.devices = () => [newPlug({ guesses: [], messages: [], there: false })];
    const { out } = await run([]);
    expect(out).toMatch(/gone, last heard [45] s ago\n {4}It has said nothing yet\.\n {2}No guess/);
  });

  it('says what to start when no gateway runs', async () => {
    await server.close();
    expect(await run([])).toMatchObject({
      code: 1,
      err: expect.stringContaining('start it with "npm start"'),
    });
    server = await startAttachServer(dir);
  });
});

describe('attach pair', () => {
  it('tells what to type, waits, and shows what comes', async () => {
    let asks = 0;
    server.devices = () => (asks++ < 2 ? [] : [newPlug()]);
    const { code, out } = await run(['pair', '--wait', '20']);
    expect(code).toBe(0);
    expect(out).toContain('The code is 7K3QW-9XT2M, for one device, until ');
    expect(out).toContain(
      'Backlog MqttHost 192.0.2.1; MqttPort 1884; MqttUser pair; MqttPassword 7K3QW-9XT2M',
    );
    expect(out).toMatch(/\nDVES_A1B2C3, [\s\S]*Now: officina attach DVES_A1B2C3\n$/);
  });

  it('ends when nothing comes: who was there already is not meant', async () => {
    const waiting = newPlug();
    server.devices = () => [waiting];
    const { code, err } = await run(['pair', '--wait', '1']);
    expect([code, err]).toEqual([1, expect.stringContaining('Nothing came within 1 s')]);
    expect(await run(['pair', '--wait', '0'])).toMatchObject({ code: 0 });
    expect(await run(['pair', '--wait', 'long'])).toMatchObject({ code: 2 });
  });
});

describe('attach CLIENT, for scripts', () => {
  it('tries first, shows the lines, then writes and tells the password and where to type it', async () => {
    const { code, out } = await run([...scripted, ...safe, '--yes']);
    expect(code).toBe(0);
    const body = {
      ...{ role: 'switch', id: 'saw-plug', machine: 'laser', answers },
      entry: { kind: 'tasmota', topic: 'saw', relay: 1 },
    };
    const path = '/api/unassigned/DVES_A1B2C3/assignment';
    expect(server.assignments).toEqual([
      { path, body: { ...body, dryRun: true } },
      { path, body: { ...body, dryRun: false } },
    ]);
    expect(out).toContain('    8 +     switch: saw-plug\n   15 +   saw-plug: { kind: tasmota }\n');
    expect(out).toContain(
      'The switch "saw-plug" is described and belongs to "laser".\nAfter the next start: http.port\n',
    );
    expect(out).toContain(
      'Backlog MqttHost 192.0.2.1; MqttPort 1884; MqttClient DVES_A1B2C3; MqttUser DVES_A1B2C3; MqttPassword new-secret; PowerOnState 0\n',
    );
    expect(out.match(/shown this once/g)).toHaveLength(1);
  });

  it('writes nothing with --dry-run', async () => {
    const { code, out } = await run([...scripted, ...safe, '--dry-run']);
    expect([code, server.assignments.map(({ body }) => body.dryRun)]).toEqual([0, [true]]);
    expect(out).not.toContain('password');
  });

  it('takes a guess by number, and what --set says instead or beside', async () => {
    await run(['DVES_A1B2C3', '--guess', '2', '--id', 'r', '--set', 'spelling=hex', '--yes']);
    expect(server.assignments.at(-1)?.body).toMatchObject({
      ...{ role: 'reader', id: 'r', machine: null },
      entry: { kind: 'tasmota', topic: 'saw', spelling: 'hex' },
      answers: { noVoltRelease: false, notAnEmergencyStop: false },
    });
    const sets = ['kind=shelly-gen2', 'prefix="12"', 'channel=1'].flatMap((one) => ['--set', one]);
    await run(['DVES_A1B2C3', '--as', 'switch', '--id', 's', ...sets, '--yes']);
    expect(server.assignments.at(-1)?.body.entry).toEqual({ kind: 'shelly-gen2', prefix: '12', channel: 1 });
  });

  it.each([
    [
      ['DVES_A1B2C3'],
      2,
      'missing: --as reader or --as switch; --id ID; --guess N, or --set kind=…; --yes or --dry-run',
    ],
    [[...scripted], 2, 'missing: --yes or --dry-run'],
    [[...scripted, '--yes'], 2, 'needs --no-volt-release and --not-an-emergency-stop'],
    [[...scripted, '--no-volt-release', '--yes'], 2, 'needs --not-an-emergency-stop'],
    [['DVES_A1B2C3', '--as', 'toaster'], 2, 'neither "reader" nor "switch"'],
    [['DVES_A1B2C3', '--id', 'A B'], 2, 'cannot be an id (--id)'],
    [['DVES_A1B2C3', '--guess', '3'], 2, 'There is no guess 3; there are 2'],
    [['DVES_A1B2C3', '--guess', '2', '--as', 'switch'], 2, 'Guess 2 is a reader'],
    [['DVES_A1B2C3', '--set', 'kind'], 2, 'is no KEY=VALUE'],
    [['nobody'], 1, 'No device with the client id "nobody" waits'],
    [['DVES_A1B2C3', '--wait', '3'], 2, 'Use: officina attach pair --wait'],
  ])('%j ends with %i and "%s"', async (argv, code, said) => {
    const done = await run(argv);
    expect([done.code, server.assignments]).toEqual([code, []]);
    expect(done.err).toContain(said);
  });

  it('tells the mistakes of the file with their lines', async () => {
    const mistakes = [{ line: 13, column: 3, text: '"saw-plug" stands here already.' }];
    const title = 'The device cannot be described so.';
    server.answer = () => ({ status: 422, body: { code: 'assignment-wrong', title, mistakes } });
    const { code, err } = await run([...scripted, ...safe, '--yes']);
    expect([code, server.assignments.length]).toEqual([1, 1]);
    expect(err).toBe(
      `The gateway refused to attach it: ${title}\nofficina.yaml, line 13, column 3: "saw-plug" stands here already.\n`,
    );
  });
});

describe('attach CLIENT, when the gateway does more or less', () => {
  it('shows what to put in by hand where the file cannot be written', async () => {
    const lines = [{ line: 15, text: '  saw-plug: { kind: tasmota }' }];
    const body = { code: 'config-not-writable', title: 'It cannot be written.', lines };
    server.answer = () => ({ status: 409, body });
    const { code, err } = await run([...scripted, ...safe, '--yes']);
    expect([code, err]).toEqual([1, expect.stringContaining('   15 +   saw-plug: { kind: tasmota }\n')]);
  });

  it('says that a device took its password over by itself, and bears an answer without one', async () => {
    const told = { lines: [], device: { role: 'switch', id: 'saw-plug' }, restart: [], told: true };
    server.answer = () => ({ status: 200, body: { ...told, credentials: null } });
    const { code, out } = await run([...scripted, ...safe, '--yes']);
    expect([code, out]).toEqual([0, expect.stringContaining('taken its own password over by itself')]);
    expect(out).toContain('PowerOnState 0');
    expect(out).not.toContain('shown this once');
  });
});

describe('attach CLIENT, on a terminal', () => {
  it('asks for all that is left out, explains the two questions, and writes after a yes', async () => {
    const ada = person('1', 'laser', 'saw-plug', 'maybe', 'yes', 'y', 'yes');
    const { code, out } = await run(['DVES_A1B2C3'], ada);
    expect(code).toBe(0);
    expect(server.assignments.map(({ body }) => [body.id, body.machine, body.answers, body.dryRun])).toEqual([
      ['saw-plug', 'laser', answers, true],
      ['saw-plug', 'laser', answers, false],
    ]);
    expect(ada.asked.join('\n')).toMatch(
      /no-volt release[\s\S]*no-volt release[\s\S]*not an emergency stop[\s\S]*Write this/,
    );
    expect(out).toContain('A plug does not switch motors');
    expect(out.indexOf('In officina.yaml')).toBeLessThan(out.indexOf('new-secret'));
  });

  it('offers an id, leaves the machine out, and goes on from the list', async () => {
    const { code } = await run([], person('DVES_A1B2C3', '2', '', '', 'yes'));
    expect([code, server.assignments.at(-1)?.body]).toEqual([
      0,
      expect.objectContaining({ role: 'reader', id: 'dves-a1b2c3-reader', machine: null }),
    ]);
    expect(await run([], person(''))).toMatchObject({ code: 0 });
  });

  it('without no-volt release it says what to do instead, and sends nothing', async () => {
    const { code, err } = await run(['DVES_A1B2C3', '--machine', 'laser', '--id', 'x'], person('1', 'no'));
    expect([code, server.assignments]).toEqual([1, []]);
    expect(err).toMatch(/contactor with a latch[\s\S]*enable input/);
  });

  it('an emergency stop is not to be had, and --yes answers neither question', async () => {
    const argv = [...scripted, '--no-volt-release', '--yes'];
    expect(await run(argv, person('no'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('red button'),
    });
    expect(server.assignments).toEqual([]);
  });

  it('a no to the lines changes nothing', async () => {
    const done = await run([...scripted, ...safe], person('no'));
    expect([done.code, done.err]).toEqual([1, 'Nothing was changed.\n']);
    expect(server.assignments.map(({ body }) => body.dryRun)).toEqual([true]);
  });
});
