// A Ruida controller over a real UDP socket: what every talk promises, how it writes, and that we stay apart as soon as
// somebody else seems to speak with it.

import { createSocket } from 'node:dgram';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readAnswer, readMemory, writeDatagram } from '../../../src/adapters/ruida/ruida-frame.ts';
import { ruidaTalk } from '../../../src/adapters/ruida/ruida-talk.ts';
import { seeLaser, statusNumbers } from '../../../src/adapters/ruida/see-laser.ts';
import { type SimulatedRuidaOptions, simulateRuida } from '../../../src/adapters/simulator/ruida.ts';
import { scrambled, unscrambled } from '../../../src/adapters/simulator/ruida-bytes.ts';
import { realTimers, type Timers } from '../../../src/edge/timers.ts';
import { hearReports, plainTalkSuite } from '../../ports/plain-talk.suite.ts';

const writeAnswer = (payload: readonly number[]): Buffer => Buffer.from(payload.map(scrambled));
const sevens = (value: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => Math.floor(value / 128 ** (count - 1 - at)) % 128);
const memoryOf = (address: number, value: number): readonly number[] => [
  ...[0xda, 0x01, ...sevens(address, 2), ...sevens(value, 5)],
];

/** How long a slow computer may take. */
const within = { timeout: 8000 };
const closes: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closes.splice(0).reverse()) await close();
});

const isIdle = ({ activity }: { activity: string }) => activity === 'idle';
/** Quick enough for a test, in the order of the real ones. */
const paces = { everyMs: 20, answerMs: 150, apartMs: 250 };

/** One that nobody has now; closed before it is used. */
function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const probe = createSocket('udp4');
  probe.bind(0, () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
  return promise;
}

/** What the talk wanted to wait, in order: how late it came to it is the business of a busy computer. */
const waits: number[] = [];
const timers: Timers = {
  after(delayMs, run) {
    waits.push(delayMs);
    return realTimers.after(delayMs, run);
  },
};

const talkWith = (place: { host?: string; port: number; answerPort: number }) => ({
  ...ruidaTalk({ host: place.host ?? '127.0.0.1' }, { ...place, paces, timers }),
  ...{ silenceMs: 1500, cancelMs: 500 },
});

async function meet(given: Partial<SimulatedRuidaOptions> = {}) {
  const answerPort = given.answerPort ?? (await freePort());
  const laser = await simulateRuida({ answerPort, ...given });
  const heard = hearReports(talkWith({ host: given.address ?? '127.0.0.1', port: laser.port, answerPort }));
  closes.push(laser.close, heard.close);
  await heard.until(isIdle);
  return { laser, heard, answerPort };
}

plainTalkSuite('a laser of Ruida', async () => {
  const answerPort = await freePort();
  const laser = await simulateRuida({ answerPort });
  return {
    ...laser,
    talk: () => talkWith({ port: laser.port, answerPort }),
    start: () => laser.show('running'),
    pause: () => laser.show('paused'),
    finish: () => laser.show('idle'),
    orders: () => laser.orders,
    tells: { name: false, result: 'unknown', orders: false },
  };
});

describe('what it writes', () => {
  it('is scrambled as others have seen it on the wire', () => {
    expect(writeAnswer([0xcc]).toString('hex')).toBe('c6');
    expect(writeAnswer([0xcd]).toString('hex')).toBe('46');
    const question = writeDatagram(readMemory(0x0200));
    expect([...question.subarray(2)].map(unscrambled)).toEqual([0xda, 0x00, 0x04, 0x00]);
    expect(question.readUInt16BE(0)).toBe([...question.subarray(2)].reduce((sum, byte) => sum + byte, 0));
  });

  it('comes back as it was, any value of 35 bits at any address', () => {
    fc.assert(
      fc.property(fc.nat(0x3fff), fc.nat(2 ** 35 - 1), (address, value) => {
        expect(readAnswer(writeAnswer(memoryOf(address, value)))).toEqual({ kind: 'value', address, value });
      }),
    );
  });

  it('inv. 11: is nothing where it is damaged', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const answer = readAnswer(Buffer.from(bytes));
        if (answer?.kind === 'value') expect(bytes).toHaveLength(9);
      }),
    );
    expect(readAnswer(Buffer.alloc(0))).toBeNull();
    expect(readAnswer(writeAnswer([0xda, 0x01, 4, 0, 0x80, 0, 0, 0, 0]))).toBeNull();
  });
});

describe('its status', () => {
  const rows: readonly [number, string, string][] = [
    [21, 'running', 'under-way'],
    [22, 'idle', 'none'],
    [23, 'paused', 'under-way'],
    [0, 'idle', 'none'],
    [2, 'idle', 'none'],
    [1, 'running', 'under-way'],
    [3, 'running', 'under-way'],
    [0x0100_0001, 'running', 'under-way'],
    [0x0100_0000, 'busy', 'none'],
    [0x0000_0040, 'unknown', 'unknown'],
    [2 ** 34, 'unknown', 'unknown'],
    [2 ** 34 + 1, 'running', 'under-way'],
  ];
  it.each(rows)('%i', (status, activity, job) => {
    expect(seeLaser(status, {})).toMatchObject({ activity, job: { state: job } });
  });

  it('has a row for each number of the table', () => {
    expect([...statusNumbers.keys()].every((number) => rows.some(([status]) => status === number))).toBe(
      true,
    );
  });

  it('inv. 7: is idle for none but the words that say so', () => {
    const quiet = new Set([22, 0, 2]);
    fc.assert(
      fc.property(fc.nat(2 ** 35 - 1), (status) => {
        if (seeLaser(status, {}).activity === 'idle') expect(quiet.has(status)).toBe(true);
      }),
    );
  });
});

describe('a laser on the wire', () => {
  it('tells its hour meters in our units', async () => {
    const { heard } = await meet();
    const { readings } = await heard.until(({ readings }) => readings.operationCycleCounter !== undefined);
    expect(readings).toEqual({
      ...{ powerOnDuration: 36_000_000, operationDuration: 7_200_000, operationCycleCounter: 41 },
    });
  });

  it('tells its status as bits, too', async () => {
    const { heard, laser } = await meet({ status: 'bits' });
    laser.show('moving');
    await heard.until(({ activity }) => activity === 'busy');
    laser.show('running');
    await heard.until(({ activity, job }) => activity === 'running' && job?.event === 'started');
  });

  it('shares one socket with another, told apart by its address', async () => {
    const first = await meet();
    const second = await meet({ address: '127.0.0.2', answerPort: first.answerPort });
    second.laser.show('running');
    await second.heard.until(({ activity }) => activity === 'running');
    expect(first.heard.last()?.activity).toBe('idle');
    await second.heard.close();
    const seen = first.heard.reports.length;
    first.laser.show('running');
    await first.heard.until(({ activity }) => activity === 'running');
    expect(first.heard.reports.length).toBeGreaterThan(seen);
  });

  it('is watched by one machine of the file, not by two', async () => {
    const { laser, answerPort } = await meet();
    const again = hearReports(talkWith({ port: laser.port, answerPort }));
    closes.push(again.close);
    await again.until(({ troubles }) => troubles?.[0]?.code === 'no-free-session');
  });

  it('is left to the program that has the port', async () => {
    const answerPort = await freePort();
    const other = createSocket('udp4');
    await new Promise<void>((resolve) => other.bind(answerPort, resolve));
    const heard = hearReports(talkWith({ port: 9, answerPort }));
    closes.push(() => new Promise((resolve) => other.close(() => resolve())), heard.close);
    await heard.until(({ troubles }) => troubles?.[0]?.code === 'no-free-session');
  });
});

describe('beside another program', () => {
  it('asks nothing for a while after an answer that nobody here asked for', async () => {
    const { laser } = await meet();
    const before = laser.askedAtMs.length;
    waits.length = 0;
    // All but one or two of them can be the answer to no question of ours, also on a busy computer.
    for (let n = 0; n < 6; n++) laser.answer([0xcc]);
    await expect.poll(() => laser.askedAtMs.length, within).toBeGreaterThan(before + 3);
    expect(waits).toContain(paces.apartMs);
  });

  it('inv. 7: is unknown while nothing of ours is answered', async () => {
    const { laser, heard } = await meet();
    laser.switches.isMute = true;
    await heard.until(({ link, activity }) => link === 'lost' && activity === 'unknown');
    laser.switches.isMute = false;
    await heard.until(isIdle);
  });

  const odd: readonly (readonly [string, Buffer])[] = [
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.alloc(1400, 7)],
    ['an error', writeAnswer([0xcd])],
    ['a wish to hear it again', writeAnswer([0xcf])],
    ['an answer to another question', writeAnswer(memoryOf(0x0300, 22))],
    ['a value that is none', writeAnswer([0xda, 0x01, 4, 0, 0xff, 0, 0, 0, 22])],
  ];
  it('inv. 11: hears no status in what is none', async () => {
    const { laser, heard } = await meet();
    laser.show('running');
    await heard.until(({ activity }) => activity === 'running');
    laser.switches.isMute = true;
    const before = heard.reports.length;
    for (const [, datagram] of odd) laser.sendRaw(datagram);
    await heard.until(({ link }) => link === 'lost');
    expect(heard.reports.slice(before).filter(isIdle)).toEqual([]);
    expect(laser.orders).toEqual([]);
  });
});
