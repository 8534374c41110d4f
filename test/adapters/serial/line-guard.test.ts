// The guard and the line parser together, with streams cut anywhere.

import { ReadlineParser } from '@serialport/parser-readline';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineGuard } from '../../../src/adapters/serial/line-guard.ts';

const status = '<Run|MPos:12.500,-3.250,0.000|FS:1500,8000|Ov:100,100,100|A:S>';
const greeting = "Grbl 1.1h ['$' for help]";

/** What comes out of guard and parser for these chunks, and how much noise was counted. */
function through(chunks: readonly Uint8Array[]): { lines: string[]; noise: number } {
  const lines: string[] = [];
  let noise = 0;
  const guard = lineGuard({
    lineBytes: 512,
    onNoise: () => {
      noise += 1;
    },
  });
  const parser = new ReadlineParser({ delimiter: '\n', encoding: 'latin1' }).on('data', (line: string) =>
    lines.push(line),
  );
  for (const chunk of chunks) {
    const whole = guard.take(chunk);
    if (whole) parser.write(whole);
  }
  return { lines, noise };
}

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('the guard before the line parser', () => {
  it('gives the same lines wherever the stream is cut in two', () => {
    const stream = bytes(`\r\n${greeting}\r\n${status}\r\nok\r\n`);
    for (let cut = 0; cut <= stream.length; cut++) {
      expect(through([stream.subarray(0, cut), stream.subarray(cut)])).toEqual({
        lines: [greeting, status, 'ok'],
        noise: 0,
      });
    }
  });

  it('gives the same lines in pieces of any size', () => {
    const stream = bytes(`${status}\r\n${greeting}\r\n`.repeat(5));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (sizes) => {
        const chunks: Buffer[] = [];
        for (let at = 0, turn = 0; at < stream.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          chunks.push(stream.subarray(at, at + size));
          at += size;
        }
        expect(through(chunks).lines).toHaveLength(10);
      }),
    );
  });

  it('takes many lines in one chunk', () => {
    expect(through([bytes('ok\r\n'.repeat(5000))]).lines).toHaveLength(5000);
  });

  it('strips what a starting board spits around a line, and drops a line with noise in it', () => {
    expect(through([bytes('\0\0ok\r\n\r\n\r\n')])).toEqual({ lines: ['ok'], noise: 0 });
    expect(through([bytes('o\0k\nok\n')])).toEqual({ lines: ['ok'], noise: 1 });
    expect(through([bytes('ok\xff\nok\n')])).toEqual({ lines: ['ok'], noise: 1 });
  });

  it('takes a line of 512 bytes and drops one of 513, whole', () => {
    expect(through([bytes(`${'x'.repeat(512)}\nok\n`)]).lines).toEqual(['x'.repeat(512), 'ok']);
    expect(through([bytes(`${'x'.repeat(513)}\nok\n`)])).toEqual({ lines: ['ok'], noise: 1 });
  });

  it('inv. 10: a megabyte without a newline costs no memory and no line', () => {
    const wall = Buffer.alloc(65_536, 'x');
    const guard = lineGuard({ lineBytes: 512, onNoise: () => {} });
    for (let i = 0; i < 16; i++) expect(guard.take(wall)).toBeNull();
    expect(guard.take(bytes('\nok\n'))?.toString('latin1')).toBe('ok\n');
  });
});
