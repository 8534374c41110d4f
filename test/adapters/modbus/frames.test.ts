// Modbus on the wire: the examples of the standard byte by byte, every place where an answer may be cut, and noise.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc16, rtuFraming, tcpFraming } from '../../../src/adapters/modbus/modbus-frame.ts';
import { askPdu, readAnswer } from '../../../src/adapters/modbus/modbus-pdu.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (digits: string): Uint8Array => Buffer.from(digits, 'hex');

describe('questions', () => {
  it('are those of the standard', () => {
    // MODBUS Application Protocol Specification V1.1b3, 6.5: output 173 is written on.
    expect(hex(askPdu({ kind: 'write', coil: 172, on: true }))).toBe('0500acff00');
    expect(hex(askPdu({ kind: 'write', coil: 172, on: false }))).toBe('0500ac0000');
    expect(hex(askPdu({ kind: 'read', coil: 0x1234 }))).toBe('0112340001');
  });

  it('have the checksum of the serial line, low byte first', () => {
    const pdu = askPdu({ kind: 'write', coil: 0, on: true });
    expect(hex(rtuFraming.frame({ transaction: 9, unit: 1, pdu }))).toBe('01050000ff008c3a');
    // MODBUS over Serial Line V1.02, appendix B: 02 07 gives 41 12.
    expect(crc16(bytes('0207'))).toBe(0x1241);
  });

  it('have the header of TCP', () => {
    const pdu = askPdu({ kind: 'read', coil: 3 });
    expect(hex(tcpFraming.frame({ transaction: 0x1501, unit: 17, pdu }))).toBe('150100000006110100030001');
  });
});

describe('answers', () => {
  const pdu = bytes('010101');
  const cases = [
    ['tcp', tcpFraming, bytes('000700000004010101' + '01')],
    ['rtu', rtuFraming, Uint8Array.of(...bytes('01010101'), ...sum(bytes('01010101')))],
  ] as const;

  it.each(cases)('%s: are found wherever they are cut', (_, framing, stream) => {
    for (let cut = 0; cut <= stream.length; cut++) {
      const framer = framing.framer();
      const found = [stream.subarray(0, cut), stream.subarray(cut)].flatMap(
        (part) => framer.push(part).answers,
      );
      expect(found.map((one) => [one.unit, hex(one.pdu)])).toEqual([[1, hex(pdu)]]);
    }
  });

  it('inv. 11: noise before an answer on a serial line costs nothing, and a wrong bit is no answer', () => {
    const [, , [, framing, stream] = []] = [null, null, cases[1]];
    if (!framing || !stream) throw new Error('no case');
    const noisy = Uint8Array.of(0x00, 0x83, 0xff, ...stream);
    expect(framing.framer().push(noisy).answers).toHaveLength(1);
    fc.assert(
      fc.property(fc.nat(stream.length * 8 - 1), (bit) => {
        const wrong = Uint8Array.from(stream);
        wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(framing.framer().push(wrong).answers).toEqual([]);
      }),
    );
  });

  it('inv. 11: a stream that is not Modbus TCP is given up', () => {
    const html = Buffer.from('HTTP/1.1 400 Bad Request\r\n', 'latin1');
    expect(tcpFraming.framer().push(html).isBroken).toBe(true);
  });

  it('count only for the question that was asked', () => {
    const read = { kind: 'read', coil: 0 } as const;
    const write = { kind: 'write', coil: 1, on: true } as const;
    expect(readAnswer(read, bytes('010101'))).toEqual({ kind: 'read', on: true });
    expect(readAnswer(read, bytes('010100'))).toEqual({ kind: 'read', on: false });
    expect(readAnswer(read, bytes('010201'))).toEqual({ kind: 'nonsense' });
    expect(readAnswer(read, bytes('8102'))).toEqual({ kind: 'exception', exception: 2 });
    expect(readAnswer(read, bytes('8502'))).toEqual({ kind: 'nonsense' });
    expect(readAnswer(write, bytes('050001ff00'))).toEqual({ kind: 'written' });
    expect(readAnswer(write, bytes('050002ff00'))).toEqual({ kind: 'nonsense' });
    expect(readAnswer(write, bytes('0500010000'))).toEqual({ kind: 'nonsense' });
    expect(readAnswer(write, bytes(''))).toEqual({ kind: 'nonsense' });
  });
});

function sum(of: Uint8Array): Uint8Array {
  const crc = crc16(of);
  return Uint8Array.of(crc & 0xff, crc >> 8);
}
