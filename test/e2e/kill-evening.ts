// A scripted evening during which the program is killed again and again, at moments that follow from a seed, and started
// on the same ports: members tap at readers that send again what was not acknowledged, jobs run on two lasers, leased
// switches click. What must hold afterwards stands in `kill-evening-checks.ts`. Used by a test and by the long proofs.

import { readFileSync } from 'node:fs';
import { createSeededChance } from '../fakes/seeded-chance.ts';
import { freePort } from './free-port.ts';
import { readJournal } from './journal-file.ts';
import { checkEvening, type EveningFacts } from './kill-evening-checks.ts';
import { badges, openPlace, pause } from './kill-evening-place.ts';
import { eventually, type Program, startProgram, storyDir } from './program.ts';

export type EveningOptions = {
  readonly seed: number;
  readonly kills: number;
  /** Whether the program once stays away for longer than any lease lasts. */
  readonly outage?: boolean;
};

/** Longer than `jobLeaseS` of the story. */
const outageMs = 16_000;

const yaml = readFileSync(new URL('kill-evening.yaml', import.meta.url), 'utf8');
const adminToken = 'the-steward-who-ends-the-evening';
const rows = [
  {
    member: 'ada',
    name: 'Ada',
    badges: [badges[0]],
    certificates: [{ certificate: 'laser-basic', until: null }],
  },
  {
    member: 'bo',
    name: 'Bo',
    badges: [badges[1]],
    certificates: [{ certificate: 'laser-basic', until: null }],
  },
  { member: 'dario', name: 'Dario', badges: [badges[2]], certificates: [] },
].map((row) => ({ ...row, email: null, team: null, roles: ['member'] }));

/** Lives the evening through and checks it; rejects with the first promise that was broken. */
export async function killEvening(options: EveningOptions): Promise<EveningFacts> {
  const dir = storyDir('kill-evening');
  const places = await Promise.all([openPlace('a', options.seed), openPlace('b', options.seed)]);
  const ports = { http: await freePort(), mqtt: await freePort() };
  const text = places.reduce(
    (text, { letter, port }) => text.replace(`port: PORT-${letter.toUpperCase()}`, `port: ${port}`),
    yaml,
  );
  let program: Program | null = null;
  try {
    program = await startProgram({ dir: dir.path, yaml: text, ports, env });
    await bringMembers(program);
    for (const place of places) place.open(ports.mqtt);
    const living = Promise.all(places.map((place) => place.live()));
    // Awaited below; an evening that breaks off before must not leave it without an ear.
    living.catch(() => undefined);
    await killAgainAndAgain(program, { dir: dir.path, ports, ...options });
    program = await startProgram({ dir: dir.path, ports, env });
    for (const place of places) place.over();
    await living;
    await endAllSessions(program);
    await program.stop();
    const [taps, clicks] = [places.flatMap(({ taps }) => taps), places.flatMap(({ clicks }) => clicks)];
    return await checkEvening({ dir: dir.path, taps, clicks });
  } catch (fault) {
    const story = [
      `the evening with the seed ${options.seed}: ${fault}`,
      program?.log(),
      lastEntries(dir.path),
    ];
    throw new Error(story.join('\n'), { cause: fault });
  } finally {
    await program?.kill();
    await Promise.all(places.map((place) => place.close()));
    dir.remove();
  }
}

/** For whoever has to find out why. */
function lastEntries(dir: string): string {
  const lines = readJournal(dir).slice(-60);
  return lines
    .map(({ seq, atMs, type, data }) => `${seq} ${atMs} ${type} ${JSON.stringify(data)}`)
    .join('\n');
}

const env = { OFFICINA_ADMIN_TOKEN: adminToken, OFFICINA_LOG: 'warn' };
const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };

async function bringMembers({ url }: Program): Promise<void> {
  const body = JSON.stringify({ rows, dryRun: false });
  const answer = await fetch(`${url}/api/members/import`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`the members could not be imported: ${await answer.text()}`);
}

type Kills = EveningOptions & { readonly dir: string; readonly ports: { http: number; mqtt: number } };

/** One kill in four hits the start itself. */
async function killAgainAndAgain(first: Program, { dir, ports, seed, kills, outage }: Kills): Promise<void> {
  const chance = createSeededChance(seed);
  await pause(chance, { fromMs: 1_000, toMs: 2_500 });
  await first.kill();
  for (let kill = 1; kill < kills; kill++) {
    const isLong = outage === true && kill === Math.floor(kills / 2);
    if (isLong) await pause(chance, { fromMs: outageMs, toMs: outageMs });
    const early = chance.next() < 0.25;
    if (early) {
      let cut: Promise<void> = Promise.resolve();
      const start = startProgram({
        ...{ dir, ports, env },
        onSpawn: (child) => {
          cut = pause(chance, { fromMs: 50, toMs: 900 }).then(() => void child.kill('SIGKILL'));
        },
      });
      const program = await start.catch(() => null);
      await cut;
      await program?.kill();
      continue;
    }
    const program = await startProgram({ dir, ports, env });
    await pause(chance, { fromMs: 300, toMs: 1_500 });
    await program.kill();
  }
}

/** The steward ends what is open; then each session must come to its end. */
async function endAllSessions({ url }: Program): Promise<void> {
  const open = async (): Promise<string[]> => {
    const answer = await fetch(`${url}/api/board`, { headers });
    const board = (await answer.json()) as { machines: { id: string; session: object | null }[] };
    return board.machines.filter(({ session }) => session !== null).map(({ id }) => id);
  };
  for (const machine of await open()) {
    await fetch(`${url}/api/machines/${machine}/end`, { method: 'POST', headers, body: '{}' });
  }
  await eventually('every session to end', async () => (await open()).length === 0, 60_000);
}
