// Wired readers over real pseudo terminals and real FIFOs: a held card is one tap, a cable may go and come, and no noise is
// a card.

import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { simulatePn532 } from '../../../src/adapters/simulator/wired/pn532.ts';
import { simulate125khz } from '../../../src/adapters/simulator/wired/reader-125khz.ts';
import { openWedge } from '../../../src/adapters/simulator/wired/wedge.ts';
import { outside } from '../../outside.ts';
import { until } from '../serial/link-under-test.ts';
import { wiredBench } from './wired-bench.ts';

const bench = wiredBench();
afterEach(() => bench.close());

const card = '14008ec793';
const other = '0a1b2c3d4e';

describe.skipIf(!outside('socat'))('a 125 kHz reader on a serial port', () => {
  it.each(['rdm6300', 'id-12', 'rf125-ps', '7941e'] as const)('%s: a held card is one tap', async (model) => {
    const reader = simulate125khz(model);
    const { path, plug } = await bench.cable(reader);
    await plug();
    const { readers, taps } = bench.listen({ kind: 'serial-125khz', path, model, once: false });
    await until(() => readers.facts('front')?.isOpen === true, 'the port to open');
    reader.say(Uint8Array.of(0xff, 0x02, 0x31, 0x00, 0x02));
    reader.hold(card);
    await until(() => taps.length === 1, 'the tap');
    reader.hold(other);
    await until(() => taps.length === 2, 'the other card');
    expect(taps.map(({ badge, spelling, machine }) => ({ badge, spelling, machine }))).toEqual([
      { badge: card, spelling: 'hex', machine: null },
      { badge: other, spelling: 'hex', machine: null },
    ]);
    const [first, second] = taps.map(({ tap }) => tap.split(':'));
    expect(first?.[0]).toMatch(/^[0-9a-f]{16}$/);
    expect([first?.[1], second?.[1]]).toEqual(['1', '2']);
    expect(second?.[0]).toBe(first?.[0]);
    expect(readers.facts('front')?.brokenFrames).toBeGreaterThan(0);
  });

  it('believes one frame only of a reader that tells a card once', async () => {
    const frame = Buffer.from('\x0214008EC793CE\x03', 'latin1');
    const reader = simulate125khz('rdm6300');
    const { path, plug } = await bench.cable(reader);
    await plug();
    const sure = bench.listen({ kind: 'serial-125khz', path, model: 'rdm6300', once: false });
    await until(() => sure.readers.facts('front')?.isOpen === true, 'the port to open');
    reader.say(Buffer.concat([frame, Buffer.from('\x02noise', 'latin1')]));
    await until(() => sure.readers.facts('front')?.brokenFrames === 1, 'the frame to be heard');
    expect(sure.taps).toEqual([]);
    await sure.readers.close();
    const once = bench.listen({ kind: 'serial-125khz', path, model: 'rdm6300', once: true });
    await until(() => once.readers.facts('front')?.isOpen === true, 'the port to open again');
    reader.say(frame);
    await until(() => once.taps.length === 1, 'the tap');
  });

  it('comes back with its cable, and says each change once', async () => {
    const reader = simulate125khz('rdm6300');
    const { path, plug, unplug } = await bench.cable(reader);
    const { readers, taps, log } = bench.listen({
      kind: 'serial-125khz',
      path,
      model: 'rdm6300',
      once: false,
    });
    await until(() => log.length === 1, 'the sentence about the missing port');
    expect(log[0]).toContain('is not there; plug the reader in, or correct readers.front.path');
    await plug();
    await until(() => readers.facts('front')?.isOpen === true, 'the port to open');
    await unplug();
    await until(() => readers.facts('front')?.isOpen === false, 'the port to go');
    for (let times = 1; times <= 3; times++) {
      const beganMs = performance.now();
      await plug();
      await until(() => readers.facts('front')?.reconnects === times, 'the port to open again');
      expect(performance.now() - beganMs).toBeLessThan(3_000);
      if (times === 3) break;
      await unplug();
      await until(() => readers.facts('front')?.isOpen === false, 'the port to go again');
    }
    reader.hold(card);
    await until(() => taps.length === 1, 'the tap');
    expect(log.length).toBeLessThanOrEqual(5);
    expect(log.join()).not.toContain(card);
  });

  it('inv. 10: a tap that cannot be recorded is said, and many that wait are bounded', async () => {
    const reader = simulate125khz('rdm6300');
    const { path, plug } = await bench.cable(reader);
    await plug();
    const { promise, reject } = Promise.withResolvers<never>();
    const wired = { kind: 'serial-125khz', path, model: 'rdm6300', once: true } as const;
    const { readers, taps, log } = bench.listen(wired, () => promise);
    await until(() => readers.facts('front')?.isOpen === true, 'the port to open');
    for (let index = 0; index < 10; index++) {
      reader.hold((0x1400000000 + index).toString(16));
      reader.step(Number.POSITIVE_INFINITY);
      reader.take();
    }
    await until(() => (readers.facts('front')?.dropped ?? 0) > 0, 'a tap to be dropped');
    expect(taps).toHaveLength(8);
    reject(new Error('the disk is full'));
    await until(() => log.some((text) => text.includes('could not be recorded')), 'the sentence');
  });
});

describe.skipIf(!outside('socat'))('a PN532 on a serial port', () => {
  it('is waken, asked, and tells seven bytes in full; a held card is one tap', async () => {
    const chip = simulatePn532();
    const { path, plug } = await bench.cable(chip);
    await plug();
    const { taps, log } = bench.listen({ kind: 'pn532-hsu', path });
    await until(() => log.some((text) => text.includes('firmware 1.6')), 'the chip to answer');
    chip.hold('04a1b2c3d4e580');
    await until(() => taps.length === 1, 'the tap');
    const asked = chip.polls();
    await until(() => chip.polls() > asked + 3, 'the held card to be seen again');
    expect(taps.map(({ badge, spelling }) => [badge, spelling])).toEqual([['04a1b2c3d4e580', 'hex']]);
    chip.hold('08112233');
    await until(() => taps.length === 2, 'the made-up number');
    expect(taps[1]?.badge).toBe('08112233');
  });

  it('says when the chip does not answer, and finds it again', async () => {
    const chip = simulatePn532();
    const { path, plug } = await bench.cable(chip);
    await plug();
    chip.mute(true);
    const { taps, log } = bench.listen({ kind: 'pn532-hsu', path });
    await until(() => log.some((text) => text.includes('no PN532 answers')), 'the sentence');
    chip.mute(false);
    chip.hold('94d8fc5f');
    await until(() => taps.length === 1, 'the tap');
  });
});

describe('a USB reader that types', () => {
  const make = (path: string): void => expect(spawnSync('sh', ['-c', 'mkfifo "$0"', path]).status).toBe(0);
  const fifo = async (): Promise<string> => {
    const path = join(await bench.folder(), 'event');
    make(path);
    return path;
  };

  it('types into its event device; unplugged and plugged in again it goes on', async () => {
    const path = await fifo();
    const wedge = await openWedge(path);
    const { readers, taps, log } = bench.listen({ kind: 'usb-wedge', path, spelling: 'decimal-low32' });
    await until(() => readers.facts('front')?.isOpen === true, 'the device to open');
    await wedge.type('0009357203');
    await wedge.type('0009357203');
    await wedge.type('14008EC793');
    await until(() => taps.length === 2, 'two taps');
    expect(taps.map(({ badge, spelling }) => [badge, spelling])).toEqual([
      ['0009357203', 'decimal-low32'],
      ['14008EC793', 'decimal-low32'],
    ]);
    await wedge.close();
    await until(
      () => log.some((text) => text.includes('has gone; plug the reader in again')),
      'the sentence',
    );
    rmSync(path);
    await until(() => log.some((text) => text.includes('is not there')), 'the missing device');
    make(path);
    const again = await openWedge(path);
    bench.closing.push(() => again.close());
    const reconnects = readers.facts('front')?.reconnects ?? 0;
    await until(() => (readers.facts('front')?.reconnects ?? 0) > reconnects, 'the device to open again');
    await until(() => readers.facts('front')?.isOpen === true, 'the device to stay');
    await again.type('142,51091');
    await until(() => taps.length === 3, 'the tap');
    expect(log.join()).not.toContain('0009357203');
  });
});
