// Machines are found, described and looked at by the commands that a person types: simulated boards behind real pseudo
// terminals and real sockets, the real program, and an officina.yaml whose comments survive.

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, type TestContext, vi } from 'vitest';
import { serveControllerTcp } from '../../src/adapters/simulator/controller-tcp.ts';
import { simulateDuetBoard } from '../../src/adapters/simulator/duet-board.ts';
import { simulateDuetComputer } from '../../src/adapters/simulator/duet-computer.ts';
import { simulateGrbl } from '../../src/adapters/simulator/grbl.ts';
import { simulateMarlin } from '../../src/adapters/simulator/marlin.ts';
import { simulateMoonraker } from '../../src/adapters/simulator/moonraker.ts';
import { simulateOctoprint } from '../../src/adapters/simulator/octoprint.ts';
import { simulatePrusaLink } from '../../src/adapters/simulator/prusalink.ts';
import { outside } from '../outside.ts';
import { runOfficina, startProgram, storyDir } from './program.ts';
import { ptyCable } from './pty-cable.ts';

// All of them run side by side, and each starts the program several times.
vi.setConfig({ testTimeout: 90_000 });

const now = (): number => performance.now();
const yaml = `# The workshop of the test
space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: it }   # keep me
readers:
  front: { kind: native, password: a-secret-one }   # at the door
`;

/** A folder with its officina.yaml, gone after the test with all that was started for it. */
function story(onTestFinished: TestContext['onTestFinished']) {
  const dir = storyDir('find');
  const file = join(dir.path, 'officina.yaml');
  writeFileSync(file, yaml, { mode: 0o600 });
  const closing: (() => unknown)[] = [];
  onTestFinished(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    dir.remove();
  });
  const officina = (...args: string[]) => runOfficina(dir.path, args);
  return { dir: dir.path, closing, officina, fileText: () => readFileSync(file, 'utf8') };
}

/** A board behind a pseudo terminal; what comes to it is kept. */
async function plugIn(
  { dir, closing }: Pick<ReturnType<typeof story>, 'dir' | 'closing'>,
  controller: Parameters<typeof serveControllerTcp>[0]['controller'],
) {
  const path = join(dir, 'board');
  const heard: string[] = [];
  const onBytes = (bytes: Uint8Array): void => void heard.push(Buffer.from(bytes).toString('latin1'));
  const server = await serveControllerTcp({ port: 0, controller, now, onBytes });
  const cable = ptyCable({ path, port: server.port });
  await cable.plug();
  closing.push(server.close, cable.unplug);
  return { path, port: server.port, heard: () => heard.join('') };
}

describe.skipIf(!outside('socat'))('a board at a serial port', { concurrent: true }, () => {
  it('is never opened before somebody said that it may restart', async ({ onTestFinished }) => {
    const here = story(onTestFinished);
    const { officina } = here;
    const board = await plugIn(here, simulateGrbl({ now, powered: true }));
    const { code, stdout, stderr } = await officina(
      'attach',
      'machine',
      board.path,
      '--id',
      'laser',
      '--yes',
    );
    expect([code, board.heard()]).toEqual([1, '']);
    expect(stdout).toContain('may restart the board behind it');
    expect(stderr).toContain('--may-reset');
  });

  it('is known by what it answers, and written with the comments kept', async ({ onTestFinished }) => {
    const here = story(onTestFinished);
    const { officina, fileText } = here;
    const board = await plugIn(here, simulateGrbl({ now, powered: true }));
    const named = ['--id', 'laser', '--pool', 'lasers', '--reader', 'front', '--may-reset', '--yes'];
    const { code, stdout, stderr } = await officina('attach', 'machine', board.path, ...named);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/grbl-1\.1 \(Grbl 1\.1\)\n.*status: <Idle\|/);
    expect(stdout).toContain('names itself: [VER:1.1h.20190830:]');
    expect(board.heard()).toBe('?\n$I\n');
    expect(fileText()).toBe(`${yaml}machines:
  laser:
    name: Laser
    pool: lasers
    link: { kind: serial, path: ${board.path}, profile: grbl-1.1 }
    reader: front
`);
    const again = await officina('attach', 'machine', board.path, '--id', 'two', '--may-reset', '--yes');
    expect([again.code, again.stderr]).toEqual([
      1,
      expect.stringContaining('is the port of machine "laser"'),
    ]);
    const quiet = await officina('check');
    expect(quiet.stdout).toContain('  laser: not tried: opening its port may restart the board');
    const tried = await officina('check', '--yes');
    expect(tried.stdout).toContain('  laser: reached: idle\n');
    expect(board.heard()).not.toMatch(/[GMTFSXYZ]/);
  });

  it('is a printer when it answers M115, and --dry-run writes nothing', async ({ onTestFinished }) => {
    const here = story(onTestFinished);
    const { officina, fileText } = here;
    const board = await plugIn(here, simulateMarlin({ now, powered: true }));
    const named = ['--id', 'mk3', '--pool', 'printers', '--may-reset', '--dry-run'];
    const { code, stdout } = await officina('attach', 'machine', board.path, ...named);
    expect([code, fileText()]).toEqual([0, yaml]);
    expect(stdout).toContain('names itself: FIRMWARE_NAME:Marlin 2.1.2.1');
    expect(stdout).toContain(`link: { kind: serial, path: ${board.path}, profile: marlin-2 }`);
    expect(stdout).toMatch(/it is not: .*klipper/);
    expect(board.heard()).toBe('?\nM115\n');
  });
});

it.concurrent('a board behind a TCP bridge is found in the same way', async ({ onTestFinished }) => {
  const here = story(onTestFinished);
  const { officina, fileText, closing } = here;
  const controller = simulateGrbl({ now, powered: true, dialect: 'fluidnc' });
  const server = await serveControllerTcp({ port: 0, controller, now });
  closing.push(server.close);
  const named = ['--id', 'mill', '--pool', 'mills', '--may-reset', '--yes'];
  const { code } = await officina('attach', 'machine', `tcp://127.0.0.1:${server.port}`, ...named);
  expect(code).toBe(0);
  expect(fileText()).toContain(
    `link: { kind: tcp, host: "127.0.0.1", port: ${server.port}, profile: fluidnc }`,
  );
  const { stdout } = await officina('check');
  expect(stdout).toContain('  mill: reached: idle\n');
});

describe.concurrent('a machine with a server of its own', () => {
  it('Moonraker where this computer is trusted needs no key, and check says what it does', async ({
    onTestFinished,
  }) => {
    const here = story(onTestFinished);
    const { officina, fileText, closing } = here;
    const printer = await simulateMoonraker({ port: 0, key: null });
    closing.push(printer.close);
    const { code, stdout } = await officina('attach', 'machine', printer.url(), ...describedAs('voron'));
    expect(code).toBe(0);
    expect(stdout).toContain('1. Moonraker (Klipper)');
    expect(fileText()).toContain(`link: { kind: moonraker, url: "${printer.url()}" }`);
    const checked = await officina('check');
    expect(checked.stdout).toMatch(/\n {2}voron: reached: Moonraker.*idle\n/);
    const offline = await officina('check', '--offline');
    expect(offline.stdout).not.toContain('reached');
    await printer.vanish();
    const gone = await officina('check');
    expect([gone.code, gone.stdout]).toEqual([
      0,
      expect.stringMatching(/voron: not reached: .* refuses the connection; start/),
    ]);
  });

  it('OctoPrint gives its key once a person allowed it, into a file for this account alone', async ({
    onTestFinished,
  }) => {
    const here = story(onTestFinished);
    const { officina, fileText, closing } = here;
    const printer = await simulateOctoprint({ port: 0, key: 'key-of-a-person' });
    closing.push(printer.close);
    const { code, stdout, stderr } = await officina(
      'attach',
      'machine',
      printer.url(),
      ...describedAs('ender'),
    );
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('key-of-a-person')]);
    expect(stdout).toContain('Now allow "Officina"');
    expect(stdout + fileText()).not.toContain('key-of-a-person');
    expect(fileText()).toContain('key_file: secrets/machine-ender');
    const secret = join(here.dir, 'secrets/machine-ender');
    expect([readFileSync(secret, 'utf8'), statSync(secret).mode & 0o777]).toEqual([
      'key-of-a-person\n',
      0o600,
    ]);
    expect((await officina('check')).stdout).toMatch(/ender: reached: .*idle\n/);
    printer.appKeys = 'refuses';
    const refused = await officina('attach', 'machine', printer.url(), ...describedAs('other'));
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringContaining('is the link of machine "ender"'),
    ]);
  });

  it('PrusaLink is known by its realm, and a key in a file is named and never copied', async ({
    onTestFinished,
  }) => {
    const here = story(onTestFinished);
    const { officina, fileText, closing } = here;
    const printer = await simulatePrusaLink({ port: 0, board: 'buddy', key: 'on-the-display' });
    closing.push(printer.close);
    const without = await officina('attach', 'machine', printer.url, ...describedAs('mk4'));
    expect([without.code, without.stderr, fileText()]).toEqual([
      1,
      expect.stringContaining('--key-file'),
      yaml,
    ]);
    writeFileSync(join(here.dir, 'mk4.key'), 'on-the-display\n', { mode: 0o600 });
    const { code, stdout } = await officina(
      'attach',
      'machine',
      printer.url,
      ...describedAs('mk4'),
      '--key-file',
      'mk4.key',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('in the realm "Printer API"');
    expect(fileText()).toContain(`link: { kind: prusalink, url: "${printer.url}", key_file: mk4.key }`);
    expect((await officina('check')).stdout).toMatch(/mk4: reached: PrusaLink.*idle\n/);
  });

  it('a Duet gives its session back, alone or with a computer', async ({ onTestFinished }) => {
    const here = story(onTestFinished);
    const { officina, closing } = here;
    const board = await simulateDuetBoard({ port: 0, password: 'reprap' });
    const computer = await simulateDuetComputer({ port: 0, password: 'reprap' });
    closing.push(board.close, computer.close);
    const alone = await officina('attach', 'machine', board.url, ...describedAs('duet'));
    expect([alone.code, board.sessions()]).toEqual([0, 0]);
    const beside = await officina('attach', 'machine', computer.url, ...describedAs('big'));
    expect([beside.code, computer.sessions()]).toEqual([0, 0]);
    expect(beside.stdout).toContain('with a computer beside it');
    const { stdout } = await officina('check');
    expect(stdout).toMatch(/duet: reached: .*idle\n/);
    expect(stdout).toMatch(/big: reached: .*idle\n/);
    expect([board.sessions(), computer.sessions()]).toEqual([0, 0]);
  });

  it('an address where nobody answers, or no machine, changes nothing', async ({ onTestFinished }) => {
    const here = story(onTestFinished);
    const { officina, fileText } = here;
    const printer = await simulatePrusaLink({ port: 0, board: 'buddy', key: 'k' });
    await printer.close();
    const { code, stderr } = await officina('attach', 'machine', printer.url, ...describedAs('mk4'));
    expect([code, stderr, fileText()]).toEqual([1, expect.stringContaining('refuses the connection'), yaml]);
    const wrong = await officina('attach', 'machine', 'ftp://x', ...describedAs('mk4'));
    expect(wrong.code).toBe(2);
  });
});

it.concurrent('tells a gateway that runs, which check then asks instead of the machine', async ({
  onTestFinished,
}) => {
  const here = story(onTestFinished);
  const { officina, closing } = here;
  const printer = await simulateMoonraker({ port: 0, key: null });
  closing.push(printer.close);
  const program = await startProgram({ dir: here.dir, yaml });
  closing.push(program.stop);
  const { code, stdout } = await officina('attach', 'machine', printer.url(), ...describedAs('voron'));
  expect(code).toBe(0);
  expect(stdout).toContain('The gateway has read the file again.');
  const checked = await officina('check');
  expect(checked.stdout).toMatch(/As the gateway at http:\S+ sees them:\n {2}voron: /);
});

const describedAs = (id: string): readonly string[] => ['--id', id, '--pool', 'printers', '--yes'];

it.concurrent('check says in ten seconds why a machine is not reached, side by side', async ({
  onTestFinished,
}) => {
  const here = story(onTestFinished);
  const { officina, fileText, closing } = here;
  const mute = createServer(() => undefined);
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  closing.push(() => mute.close());
  const { port } = mute.address() as AddressInfo;
  const tcp = (to: number): string => `link: { kind: tcp, host: 127.0.0.1, port: ${to}, profile: grbl-1.1 }`;
  const machines = `machines:
  quiet: { name: Q, pool: m, ${tcp(port)} }
  gone: { name: G, pool: m, ${tcp(1)} }
  hangs: { name: H, pool: m, link: { kind: moonraker, url: "http://127.0.0.1:${port}" } }
`;
  writeFileSync(join(here.dir, 'officina.yaml'), yaml + machines);
  const startedMs = now();
  const { code, stdout } = await officina('check');
  // Ten, and what it takes to start the program on a busy computer.
  expect([code, now() - startedMs < 20_000]).toEqual([0, true]);
  expect(stdout).toContain(`quiet: not reached: nothing answers at 127.0.0.1:${port}; check power, cable`);
  expect(stdout).toContain('gone: not reached: 127.0.0.1:1 refuses the connection; start the bridge there');
  expect(stdout).toContain('hangs: not reached: ');
  expect([fileText(), existsSync(join(here.dir, 'data'))]).toEqual([yaml + machines, false]);
});
