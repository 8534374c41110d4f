// What 64 Grbl machines polled at 5 Hz cost the real program: processor time against a bare program that reads lines from
// the same controllers at the same time and parses nothing, memory, and the way from an answered poll to the live event.

import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '../adapters/serial/link-under-test.ts';
import { outside } from '../outside.ts';
import { configFile, machineId, makeWorkshop, type Officina, startOfficina } from './bench-workshop.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { type Child, startChild } from './child.ts';
import type { GrblQuestion, GrblSettings, StateTold } from './grbl-program.ts';
import { atEnd, newFolder } from './leave-nothing.ts';
import type { LinesSettings } from './lines-program.ts';
import { memoryOf } from './memory-at-rest.ts';
import { wait } from './pace.ts';
import { medianBy, percentile } from './percentile.ts';
import { processorMs } from './processor-time.ts';
import { type LiveWatch, watchLive } from './watch-live.ts';

const machines = 64;
const everyMs = 200;
const profile = 'grbl-1.1';
const token = 'only-for-this-benchmark-on-loopback';

/** By then the runtime has compiled what runs often; the bare program had as long. */
const warmUpMs = 20_000;
const roundMs = 8_000;
const rounds = 3;

/** One machine changes at a time, and each as soon as its next poll: some hundred changes. */
const turnEveryMs = 90;
const turns = 256;

export const grbl64: Benchmark = { name: 'grbl-64', limitMs: 500_000, run };

type Way = { readonly name: string; readonly isTerminal: boolean; readonly isRunning: boolean };
type Link = number | string;

async function run(): Promise<readonly Figure[]> {
  const main = programAt5Hz();
  const figures: Figure[] = [];
  const ways: Way[] = [
    { name: 'grbl-64-tcp', isTerminal: false, isRunning: false },
    { name: 'grbl-64-tcp-running', isTerminal: false, isRunning: true },
  ];
  if (outside('socat'))
    ways.push(
      { name: 'grbl-64-pty', isTerminal: true, isRunning: false },
      { name: 'grbl-64-pty-running', isTerminal: true, isRunning: true },
    );
  else process.stdout.write('grbl-64 over terminals is skipped: socat is not there\n');
  for (const way of ways) figures.push(...(await measure(way, main)));
  return figures;
}

/** A copy of the program whose profile polls at 5 Hz in every state: the one that ships is slower, and less so in motion. */
function programAt5Hz(): string {
  const folder = newFolder('program');
  const root = fileURLToPath(new URL('../../', import.meta.url));
  for (const part of ['src', 'firmware-profiles', 'package.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const file = join(folder, 'firmware-profiles', `${profile}.yaml`);
  const text = readFileSync(file, 'utf8');
  const quick = text.replace(/everyMs: \{.*?\}/, `everyMs: { other: ${everyMs} }`);
  if (quick === text) throw new Error(`the pace of the polls was not found in ${file}`);
  writeFileSync(file, quick);
  return join(folder, 'src', 'officina.ts');
}

async function measure(way: Way, main: string): Promise<readonly Figure[]> {
  const { name, isTerminal, isRunning } = way;
  const shop = await startGrbls({ machines, run: isRunning });
  const [ours, theirs] = isTerminal ? await openTerminals(shop.ports) : [shop.ports, shop.ports];
  const officina = await startOfficina(workshop(ours), { main, token });
  const base = await startOfficina(workshop([]), { main, token });
  const live = await watchLive({ httpPort: officina.httpPort, token });
  await until(() => live.activities.size === machines, 'all links to be up', 30_000);
  const figures: Figure[] = [];
  await wait(warmUpMs);
  if (!isTerminal && !isRunning) figures.push(...(await latencies(name, { shop: shop.child, live })));
  live.close();
  const bare = await startLines({ links: theirs, everyMs });
  await wait(warmUpMs);
  figures.unshift(await processor(name, { officina, bare, base }), memory(name, { officina, base }));
  await Promise.all([officina.stop(), base.stop(), bare.stop()]);
  await shop.child.stop();
  return figures;
}

type Sides = { readonly officina: Officina; readonly bare: Child; readonly base: Officina };

/** Both sides poll at the same time, so that what else the computer does weighs on both alike. */
async function processor(name: string, { officina, bare, base }: Sides): Promise<Figure> {
  const each: { ours: number; theirs: number; alone: number; lines: number }[] = [];
  while (each.length < rounds) {
    const now = () => [officina, bare, base].map(({ pid }) => processorMs(pid));
    const linesBefore = await bare.ask<number>({});
    const before = now();
    await wait(roundMs);
    const [ours = 0, theirs = 0, alone = 0] = now().map((ms, side) => ms - (before[side] ?? 0));
    each.push({ ours, theirs, alone, lines: (await bare.ask<number>({})) - linesBefore });
  }
  const ratioOf = ({ ours, theirs }: (typeof each)[number]): number => ours / theirs;
  const { ours, theirs, alone, lines } = medianBy(each, ratioOf);
  const part = (ms: number): string => `${((ms / roundMs) * 100).toFixed(1)} %`;
  const shares = `${part(ours)} of a processor, ${part(alone)} without machines`;
  return figure({
    name: `${name}-processor`,
    value: ours / theirs,
    unit: 'ratio',
    baseline: theirs,
    target: 2,
    note: `${shares}; bare program ${part(theirs)}, ${((lines / roundMs) * 1000).toFixed(0)} lines/s`,
  });
}

function memory(name: string, { officina, base }: Pick<Sides, 'officina' | 'base'>): Figure {
  const [full, empty] = [memoryOf(officina.pid).rss, memoryOf(base.pid).rss];
  return figure({
    name: `${name}-memory`,
    value: (full - empty) / machines,
    unit: 'MB',
    baseline: empty,
    target: 1.5,
    note: `RSS per machine; ${full.toFixed(0)} MB with ${machines}; baseline: the program without machines`,
  });
}

/** From the report that first tells another state to the live event at a client. */
async function latencies(
  name: string,
  { shop, live }: { shop: Child; live: LiveWatch },
): Promise<readonly Figure[]> {
  const told: StateTold[] = [];
  const ask = async (machine: number, doorOpen: boolean) =>
    told.push(...(await shop.ask<readonly StateTold[]>({ machine, doorOpen } satisfies GrblQuestion)));
  await ask(0, false);
  told.length = 0;
  live.take();
  for (let turn = 0; turn < turns; turn++) {
    await ask(turn % machines, Math.floor(turn / machines) % 2 === 0);
    await wait(turnEveryMs);
  }
  await wait(1000);
  await ask(0, false);
  const seen = live.take();
  const tookMs = told.flatMap(({ machine, atNs }) => {
    const from = BigInt(atNs);
    const id = machineId(machine);
    const event = seen.find((change) => change.machine === id && change.atNs >= from);
    return event ? [Number(event.atNs - from) / 1e6] : [];
  });
  if (tookMs.length < turns / 2) throw new Error(`only ${tookMs.length} of ${turns} changes were told`);
  const note = `${tookMs.length} changes, from the answer of the controller to the event at a client`;
  const at = (share: number) => ({ value: percentile(tookMs, share), unit: 'ms', note }) as const;
  return [
    figure({ name: `${name}-live-p50`, ...at(0.5) }),
    figure({ name: `${name}-live-p99`, ...at(0.99), target: 5 }),
  ];
}

async function startGrbls(settings: GrblSettings): Promise<{ child: Child; ports: readonly number[] }> {
  const child = await startProgram('grbl-program', { settings, ready: /^ready ports=([\d,]+)$/ });
  return { child, ports: (child.said[0] ?? '').split(',').map(Number) };
}

const startLines = (settings: LinesSettings): Promise<Child> =>
  startProgram('lines-program', { settings, ready: /^ready$/ });

function startProgram(name: string, { settings, ready }: { settings: object; ready: RegExp }) {
  const program = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  return startChild({
    args: ['--max-semi-space-size=1', program, JSON.stringify(settings)],
    folder: newFolder(name),
    ready,
  });
}

function workshop(links: readonly Link[]): string {
  const folder = makeWorkshop('grbl', { stations: 1, machines: 0, members: 0 });
  const described = JSON.parse(readFileSync(configFile(folder), 'utf8'));
  for (const [index, link] of links.entries()) {
    const at =
      typeof link === 'number'
        ? { kind: 'tcp', host: '127.0.0.1', port: link }
        : { kind: 'serial', path: link };
    const id = machineId(index);
    described.machines[id] = { name: id, pool: 'machines', link: { ...at, profile } };
  }
  writeFileSync(configFile(folder), JSON.stringify(described));
  return folder;
}

/** Two terminals for each port, since a terminal belongs to one program. */
async function openTerminals(ports: readonly number[]): Promise<readonly [string[], string[]]> {
  const folder = newFolder('terminals');
  const open = (port: number, side: string): string => {
    const path = join(folder, `${side}-${port}`);
    const child = spawn('socat', [`PTY,link=${path},raw,echo=0`, `TCP:127.0.0.1:${port}`], {
      stdio: 'ignore',
    });
    atEnd(() => child.kill());
    return path;
  };
  const sides = [ports.map((port) => open(port, 'a')), ports.map((port) => open(port, 'b'))] as const;
  await until(() => sides.flat().every((path) => existsSync(path)), 'the terminals');
  return [sides[0], sides[1]];
}
