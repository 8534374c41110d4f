// Invariant 1 at the system calls: whatever fails next, a tap that a reader saw acknowledged is on the disk. The real
// program runs under strace; the order of its own calls is the proof.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { simulateReader } from '../../src/adapters/simulator/native-reader.ts';
import { outside } from '../outside.ts';
import { eventually, startProgram, storyDir } from './program.ts';

const yaml = `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
http: { host: 127.0.0.1 }
mqtt: { host: 127.0.0.1 }
machines:
  lathe: { name: Lathe, pool: lathes, reader: front }
readers:
  front: { kind: native, password: front-secret }
`;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** One system call of the trace: when it began and ended, in microseconds, and what it was. */
type Call = { readonly beganUs: number; readonly endedUs: number; readonly text: string };

describe.skipIf(!outside('strace'))('the acknowledgement of a tap', () => {
  it('inv. 1: leaves only after the journal is on the disk', { timeout: 90_000 }, async () => {
    const dir = storyDir('puback');
    closing.push(dir.remove);
    const trace = join(dir.path, 'trace');
    const calls = 'trace=fsync,fdatasync,write,writev,sendto,sendmsg,pwrite64';
    const under = ['strace', '-f', '-y', '-ttt', '-T', '-xx', '-s', '5000', '-e', calls, '-o', trace];
    const program = await startProgram({ dir: dir.path, yaml, under });
    const { pid } = JSON.parse(readFileSync(join(dir.path, 'data', 'gateway.json'), 'utf8')) as {
      pid: number;
    };
    closing.push(async () => {
      program.process.kill('SIGKILL');
      process.kill(pid, 'SIGKILL');
    });
    const url = `mqtt://127.0.0.1:${program.mqttPort}`;
    const reader = simulateReader({ url, reader: 'front', password: 'front-secret' });
    closing.push(reader.close);
    await reader.ready();
    const taps = 5;
    for (let tap = 1; tap <= taps; tap++)
      await reader.sendTap({ badge: '04deadbeef0001', tap: `boot:${tap}` });

    // Puback of MQTT 3.1.1: 0x40, two bytes follow.
    const written = () => readCalls(readFileSync(trace, 'utf8'));
    const isAck = ({ text }: Call): boolean => /"\\x40\\x02/.test(text);
    await eventually('all acknowledgements in the trace', () => written().filter(isAck).length >= taps);
    const all = written();
    const acks = all.filter(isAck);
    expect(acks).toHaveLength(taps);
    const wal = all.filter(({ text }) => hex('journal.sqlite-wal').test(text));
    const syncs = wal.filter(({ text }) => /^(fsync|fdatasync)\(/.test(text));
    acks.forEach((ack, i) => {
      const entry = hex(`"tap":"boot:${i + 1}"`);
      const write = wal.find(({ text }) => text.startsWith('pwrite64') && entry.test(text));
      expect(write, `tap ${i + 1} is written to the log of the journal`).toBeDefined();
      const writtenUs = write?.endedUs ?? Number.POSITIVE_INFINITY;
      const synced = syncs.some(({ beganUs, endedUs }) => beganUs > writtenUs && endedUs < ack.beganUs);
      expect(synced, `the log is synced before tap ${i + 1} is acknowledged`).toBe(true);
    });
  });
});

/** With -xx every string of the trace is in hexadecimal. */
const hex = (text: string): RegExp =>
  new RegExp([...Buffer.from(text)].map((byte) => `\\\\x${byte.toString(16).padStart(2, '0')}`).join(''));

/** Finished calls in the order of their beginning; strace cuts a call in two when another thread comes in between. */
function readCalls(text: string): readonly Call[] {
  const cut = new Map<string, { beganUs: number; text: string }>();
  const calls: Call[] = [];
  for (const line of text.split('\n')) {
    const match = /^(\d+)\s+(\d+)\.(\d{6}) (.*)$/.exec(line);
    if (!match) continue;
    const [, thread = '', seconds = '', micros = '', what = ''] = match;
    const atUs = Number(seconds) * 1e6 + Number(micros);
    if (what.endsWith('<unfinished ...>')) {
      cut.set(thread, { beganUs: atUs, text: what });
      continue;
    }
    const began = cut.get(thread);
    if (what.startsWith('<... ') && began) {
      cut.delete(thread);
      calls.push({ ...began, endedUs: atUs });
      continue;
    }
    const lasted = /<(\d+\.\d+)>$/.exec(what);
    if (lasted) calls.push({ beganUs: atUs, endedUs: atUs + Number(lasted[1]) * 1e6, text: what });
  }
  return calls.toSorted((a, b) => a.beganUs - b.beganUs);
}
