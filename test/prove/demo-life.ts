// The demo shop left alone, twice over the same data: three machines work at once, a door is opened and an alarm is
// raised and cleared, all in time. The seed changes nothing; the shop tells the same story each time.

import type { Board, MachineCard } from '../../src/contract/board.ts';
import { eventually, type Program, startProgram, storyDir } from '../e2e/program.ts';
import type { Proof } from './proof.ts';

/** From the ready line. Work is seen within 10 s on a computer that has nothing else to do. */
const limitsMs = { work: 25_000, door: 60_000, alarm: 100_000 };
/** After a start over old data a job that was cut off in the middle holds its machine until it counts as over. */
const againMs = 75_000;

export const demoLife: Proof = {
  name: 'demo-life',
  about: 'the demo shop is left alone for two minutes, and started again',
  rounds: 1,
  round: async () => {
    const dir = storyDir('demo-life');
    try {
      const first = await liveOnce(dir.path, liveThrough);
      const again = await liveOnce(dir.path, (program) => allWork(program, againMs));
      return { ...first, 'ms to work again': again };
    } finally {
      dir.remove();
    }
  },
};

async function liveOnce<T>(dir: string, live: (program: Program) => Promise<T>): Promise<T> {
  const program = await startProgram({ dir });
  try {
    return await live(program);
  } finally {
    await program.stop();
  }
}

async function liveThrough(program: Program): Promise<Readonly<Record<string, number>>> {
  const beganMs = performance.now();
  const sinceMs = (): number => Math.round(performance.now() - beganMs);
  const within = (limitMs: number): number => limitMs - sinceMs();
  const work = await allWork(program, limitsMs.work);
  await until(program, { machine: 'laser-2', shown: ['door'], limitMs: within(limitsMs.door) });
  const door = sinceMs();
  await until(program, { machine: 'laser-2', shown: ['running'], limitMs: 30_000 });
  await until(program, { machine: 'mill', shown: ['alarm'], limitMs: within(limitsMs.alarm) });
  const alarm = sinceMs();
  await until(program, { machine: 'mill', shown: ['running'], limitMs: 40_000 });
  return {
    'ms to work': work,
    'ms to door': door,
    'ms to alarm': alarm,
    'ms to ready': Math.round(program.readyMs),
  };
}

/** How long until the machines that live by themselves have all been seen at work. */
async function allWork(program: Program, limitMs: number): Promise<number> {
  const beganMs = performance.now();
  const working = (['laser-2', 'printer', 'mill'] as const).map((machine) =>
    until(program, { machine, shown: ['running', 'heating'], limitMs }),
  );
  await Promise.all(working);
  return Math.round(performance.now() - beganMs);
}

async function until(
  program: Program,
  wanted: {
    readonly machine: string;
    readonly shown: readonly MachineCard['shown'][];
    readonly limitMs: number;
  },
): Promise<void> {
  const { machine, shown, limitMs } = wanted;
  let last = 'nothing';
  const look = async (): Promise<boolean> => {
    const board = (await (await fetch(`${program.url}/api/board`)).json()) as Board;
    last = board.machines.find(({ id }) => id === machine)?.shown ?? 'nothing';
    return shown.some((word) => word === last);
  };
  await eventually(
    () => `${machine} shows ${shown.join(' or ')}, not ${last}\n${program.log()}`,
    look,
    limitMs,
  );
}
