// The link on a fake wire: reconnecting, floods, noise, and what it says in the log.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkOnFakeWire } from './link-under-test.ts';

const status = (word: string) => `<${word}|MPos:0.000,0.000,0.000|FS:0,0>\r\n`;

async function liveLink() {
  const made = await linkOnFakeWire();
  made.wire.connect();
  made.wire.say(status('Idle'));
  made.wire.say('ok\r\n$13=0\r\nok\r\n');
  expect(made.heard.reports.at(-1)).toMatchObject({ machine: 'laser', link: 'up', activity: 'idle' });
  return made;
}

describe('the link', () => {
  it('tries again for ever, ever slower, and says so once', async () => {
    const { wire, clock, heard } = await linkOnFakeWire();
    const opened: number[] = [];
    for (let at = 0; at < 12; at++) {
      wire.fail({ code: 'host-refused', detail: 'no' });
      const before = clock.now();
      const count = wire.opened();
      while (wire.opened() === count) clock.pass(50);
      opened.push(clock.now() - before);
    }
    expect(opened.slice(0, 4)).toEqual([250, 500, 1000, 2000]);
    expect(Math.max(...opened)).toBe(10_000);
    expect(heard.log).toEqual([
      'laser: bridge:23 refuses the connection; start the bridge there, or correct link.port of this machine. Trying again until it works.',
    ]);
  });

  it('is back within a quarter of a second once it has worked', async () => {
    const { wire, clock, heard, link } = await liveLink();
    for (let times = 0; times < 3; times++) {
      wire.fail(null);
      expect(heard.reports.at(-1)).toMatchObject({ link: 'lost', activity: 'unknown' });
      clock.pass(250);
      wire.connect();
      wire.say(`${status('Idle')}ok\r\nok\r\n`);
      expect(heard.reports.at(-1)).toMatchObject({ link: 'up', activity: 'idle' });
    }
    expect(link.facts().reconnects).toBe(3);
    expect(heard.counts.get('link_reconnects')).toBe(3);
  });

  it('inv. 10: a wall of noise leaves nothing behind but a count', async () => {
    const { wire, link, heard } = await liveLink();
    const before = heard.reports.length;
    wire.say(Buffer.alloc(1_000_000, 'x'));
    wire.say('\n');
    wire.say(status('Run'));
    expect(link.facts().badLines).toBe(1);
    expect(heard.reports.length).toBe(before + 1);
    expect(heard.reports.at(-1)?.activity).toBe('running');
  });

  it('inv. 10: a flood of lines is cut off within the second, and heard again after it', async () => {
    const { wire, clock, link, heard } = await liveLink();
    wire.say('ok\r\n'.repeat(10_000));
    const { dropped, lines } = link.facts();
    expect(lines + dropped).toBe(10_004);
    expect(dropped).toBeGreaterThan(7000);
    clock.pass(1000);
    wire.say(status('Run'));
    expect(heard.reports.at(-1)?.activity).toBe('running');
  });

  it('inv. 10: what nobody takes is dropped, not queued', async () => {
    const { wire, clock, link } = await liveLink();
    wire.clog();
    const before = wire.written.length;
    clock.pass(5000);
    expect(wire.written.length).toBe(before);
    expect(link.facts().dropped).toBeGreaterThan(0);
  });

  it('polls no faster than the profile says, and waits for the answer', async () => {
    const { wire, clock } = await liveLink();
    wire.written.length = 0;
    clock.pass(10_000);
    expect(wire.written.filter((text) => text === '?').length).toBeLessThanOrEqual(11);
  });

  it('makes a TCP connection anew on which nothing is understood', async () => {
    const { wire, clock, heard } = await liveLink();
    clock.pass(4000);
    expect(heard.reports.at(-1)?.link).toBe('lost');
    const before = wire.opened();
    clock.pass(16_000);
    expect(wire.opened()).toBe(before + 1);
  });

  it('but never a serial port, which could reset the board', async () => {
    const { wire, clock } = await linkOnFakeWire({ kind: 'serial', path: '/dev/ttyX', baud: null });
    wire.connect();
    clock.pass(120_000);
    expect(wire.opened()).toBe(1);
  });

  it('answers every request to end access, also when it is closed meanwhile', async () => {
    const never = await linkOnFakeWire();
    expect(await never.link.endAccess()).toBe('not-needed');
    const { wire, link } = await liveLink();
    const [first, second] = [link.endAccess(), link.endAccess()];
    expect(wire.written.filter((text) => text === '\x84')).toHaveLength(1);
    await link.close();
    expect(await Promise.all([first, second])).toEqual(['unknown', 'unknown']);
    expect(await link.endAccess()).toBe('unknown');
  });

  it('does nothing any more once it is closed', async () => {
    const { wire, clock, link } = await liveLink();
    await link.close();
    const count = wire.written.length;
    clock.pass(60_000);
    expect(wire.written.length).toBe(count);
    expect(wire.opened()).toBe(1);
  });

  it('inv. 7: a hundred thousand random bytes make no activity and no crash', async () => {
    const { wire, clock, heard } = await linkOnFakeWire();
    wire.connect();
    const printable = fc.integer({ min: 0x20, max: 0x7e });
    const byte = fc.oneof(fc.nat(255), printable, fc.constantFrom(...Buffer.from('<>|:\r\nIdleRun,.0')));
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 500, maxLength: 500 }),
        fc.array(byte, { minLength: 500, maxLength: 500 }),
        (noise, near) => {
          wire.say(noise);
          wire.say(Uint8Array.from(near));
          clock.pass(50);
        },
      ),
      { numRuns: 100 },
    );
    expect(heard.reports).toEqual([]);
    wire.say(`\r\n${status('Run')}`);
    expect(heard.reports.at(-1)).toMatchObject({ link: 'up', activity: 'running' });
  });
});
