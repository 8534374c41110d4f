// The simulated controller says and does what Grbl 1.1h says and does; the clock is turned by hand.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GrblOptions, simulateGrbl } from '../../../src/adapters/simulator/grbl.ts';
import { openGrblHost } from '../../../src/adapters/simulator/grbl-host.ts';
import { sampleJob } from '../../../src/adapters/simulator/grbl-job.ts';

/** A controller with a conversation, under a hand-turned clock. */
function bench(options: Partial<GrblOptions> = {}) {
  let nowMs = 0;
  const controller = simulateGrbl({ now: () => nowMs, powered: true, ...options });
  let heard = '';
  const channel = controller.attach((bytes) => {
    heard += Buffer.from(bytes).toString('latin1');
  });
  const send = (text: string): string => {
    heard = '';
    channel.write(Buffer.from(text, 'latin1'));
    return heard;
  };
  const pass = (forMs: number): string => {
    heard = '';
    for (const untilMs = nowMs + forMs; nowMs < untilMs; ) {
      nowMs += 20;
      controller.step(nowMs);
    }
    return heard;
  };
  return { controller, channel, send, pass, word: () => /<([^|]+)/.exec(send('?'))?.[1] };
}

const status = (word: string, rest: string) => `<${word}|MPos:0.000,0.000,0.000|FS:0,0${rest}>\r\n`;

describe('the simulated Grbl 1.1h: what it says', () => {
  it('reports with WCO first, Ov next, and both again at their pace', () => {
    const { send } = bench();
    const rest = Array.from({ length: 12 }, () => /FS:0,0(.*)>/.exec(send('?'))?.[1]);
    expect(rest).toEqual([
      '|WCO:0.000,0.000,0.000',
      '|Ov:100,100,100',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '|WCO:0.000,0.000,0.000',
      '|Ov:100,100,100',
    ]);
  });

  it('answers lines with ok or an error, each on CRLF', () => {
    const { send } = bench();
    expect(send('$I\n')).toBe('[VER:1.1h.20190830:]\r\n[OPT:V,15,128]\r\nok\r\n');
    expect(send('$$\n')).toMatch(/^\$0=10\r\n[\s\S]*\$32=0\r\n[\s\S]*\$132=80\.000\r\nok\r\n$/);
    expect(send('$13=1\n')).toBe('ok\r\n');
    expect(send('\n')).toBe('ok\r\n');
    expect(send('(a comment)\n; another\n')).toBe('ok\r\nok\r\n');
    expect(send(`G1 X1 ${' '.repeat(10)}F100\n`)).toBe('ok\r\n');
  });

  it.each([
    ['X1.2.3', 1],
    ['GX', 2],
    ['$99=1', 3],
    ['$11=-1', 4],
    ['$H', 5],
    [`G1 X1 F1 ${'Y1'.repeat(50)}`, 11],
    ['$J=X1', 22],
    ['G5 X1', 20],
    ['M6', 20],
    ['G1 X1', 22],
    ['G0 X1 X2', 25],
    ['G4', 28],
  ])('%s is error:%i', (line, code) => {
    expect(bench().send(`${line}\n`)).toBe(`error:${code}\r\n`);
  });

  it('picks real-time bytes out of any line, and throws other bytes above ASCII away', () => {
    const { send } = bench();
    expect(send('G0?')).toContain('<Idle|');
    expect(send(' X0\n')).toBe('ok\r\n');
    expect(send('(\xc3\x84)\n')).toContain('[MSG:Check Door]');
  });

  it('loses what does not fit into 128 bytes', () => {
    const { send, pass, word } = bench();
    send('G1 X50 F3000\nG4 P5\n');
    send(`${'G0X0Y0\n'.repeat(40)}`);
    pass(20);
    expect(word()).toBe('Run');
    const answers = pass(20_000).match(/ok|error/g) ?? [];
    expect(answers.length).toBeLessThanOrEqual(21);
  });

  it('reports work position and buffer as $10 says, and inches as $13 says', () => {
    const { send } = bench({ settings: { 10: 2, 13: 1 } });
    send('G21G92X25.4\n');
    expect(send('?')).toContain('|WPos:1.0000,0.0000,0.0000|Bf:15,128|FS:0.0,0');
  });
});

describe('the simulated Grbl 1.1h: what it does', () => {
  it('runs, says Idle during a dwell and while it changes the spindle, and ends with Pgm End', () => {
    const { send, pass, word } = bench();
    send('G1 X30 F1800\nG4 P2\nG1 X0\nM2\n');
    pass(500);
    expect(word()).toBe('Run');
    pass(1500);
    expect(word()).toBe('Idle');
    pass(1500);
    expect(word()).toBe('Run');
    expect(pass(2000)).toContain('[MSG:Pgm End]\r\nok\r\n');
  });

  it('holds by slowing down, and resumes', () => {
    const { send, pass, word } = bench();
    send('G1 X100 F3000\n');
    pass(1000);
    send('!');
    expect(word()).toBe('Hold:1');
    pass(500);
    expect(word()).toBe('Hold:0');
    send('~');
    expect(word()).toBe('Run');
  });

  it('keeps the spindle turning in a hold, and switches it off for the door', () => {
    const { controller, send, pass, word } = bench();
    send('M3 S8000\nG1 X100 F3000\n');
    pass(1000);
    send('!');
    pass(500);
    expect(controller.facts().spindleRpm).toBe(8000);
    expect(send('\x84')).toBe('[MSG:Check Door]\r\n');
    pass(40);
    expect(word()).toBe('Door:0');
    expect(controller.facts().spindleRpm).toBe(0);
    send('~');
    expect(word()).toBe('Door:3');
    pass(3900);
    expect(word()).toBe('Door:3');
    pass(200);
    expect(word()).toBe('Run');
    expect(controller.facts().spindleRpm).toBe(8000);
  });

  it('shows Door:2 while it stops and Door:1 while the door is open, and does not resume then', () => {
    const { controller, send, pass, word } = bench();
    send('G1 X100 F3000\n');
    pass(1000);
    controller.faults.door(true);
    pass(20);
    expect(word()).toBe('Door:2');
    pass(500);
    expect(word()).toBe('Door:1');
    send('~');
    expect(word()).toBe('Door:1');
    controller.faults.door(false);
    pass(20);
    expect(word()).toBe('Door:0');
  });

  it('resets without an alarm where it stands, and with ALARM:3 in motion', () => {
    const standing = bench();
    expect(standing.send('\x18')).toBe("\r\nGrbl 1.1h ['$' for help]\r\n");
    const moving = bench();
    moving.send('G1 X100 F3000\n');
    moving.pass(1000);
    expect(moving.send('\x18')).toBe('ALARM:3\r\n');
    expect(moving.pass(480)).toBe('');
    expect(moving.pass(40)).toBe("\r\nGrbl 1.1h ['$' for help]\r\n[MSG:'$H'|'$X' to unlock]\r\n");
    expect(moving.send('G0X0\n')).toBe('error:9\r\n');
    expect(moving.send('$X\n')).toBe('[MSG:Caution: Unlocked]\r\nok\r\n');
    expect(moving.word()).toBe('Idle');
  });

  it('forgets the job after the door and a reset: ~ wakes nothing', () => {
    const { controller, send, pass, word } = bench();
    send('G1 X100 F3000\n');
    pass(1000);
    send('\x84');
    pass(500);
    send('\x18');
    expect(word()).toBe('Idle');
    const { position } = controller.facts();
    send('~');
    pass(5000);
    expect(controller.facts().position).toEqual(position);
  });

  it('answers nothing while homing, then once with Home', () => {
    const { send, pass } = bench({ settings: { 22: 1 } });
    expect(send('$X\n')).toContain('Unlocked');
    send('$H\n');
    expect(send('?')).toBe('');
    expect(pass(5900)).toBe('');
    expect(pass(200)).toMatch(/^<Home\|[^\r]*\r\nok\r\n$/);
  });

  it('is deaf after a limit alarm until it is reset', () => {
    const { controller, send, pass } = bench();
    send('G1 X100 F3000\n');
    pass(500);
    controller.faults.hardLimit();
    expect(pass(20)).toBe('ALARM:1\r\n[MSG:Reset to continue]\r\n');
    pass(1000);
    expect(send('?')).toBe('');
    expect(send('\x18')).toContain("Grbl 1.1h ['$' for help]");
    expect(send('?')).toContain('<Alarm|');
  });

  it('refuses a move beyond soft limits with ALARM:2', () => {
    const { send, pass } = bench({ settings: { 20: 1 } });
    send('G0 X10\n');
    expect(pass(600)).toContain('ALARM:2');
  });

  it('jogs, and stops at 0x85', () => {
    const { send, pass, word } = bench();
    expect(send('$J=G91X50F1000\n')).toBe('ok\r\n');
    pass(100);
    expect(word()).toBe('Jog');
    send('\x85');
    pass(500);
    expect(word()).toBe('Idle');
  });

  it('checks without moving, and resets when it leaves', () => {
    const { controller, send, pass, word } = bench();
    expect(send('$C\n')).toBe('[MSG:Enabled]\r\nok\r\n');
    send('G1 X10 F1000\n');
    pass(1000);
    expect(word()).toBe('Check');
    expect(controller.facts().position.x).toBe(0);
    expect(send('$C\n')).toContain('[MSG:Disabled]');
    pass(20);
    expect(word()).toBe('Idle');
  });

  it('is dark without power, and greets when it comes back; a USB board greets at once', () => {
    const { controller, send } = bench();
    controller.setPower(false);
    expect(send('?')).toBe('');
    controller.setPower(true);
    expect(send('?')).toBe(status('Idle', '|WCO:0.000,0.000,0.000'));
    const usb = bench({ usbPowered: true });
    usb.send('G1 X100 F3000\n');
    usb.pass(500);
    usb.controller.setPower(false);
    expect(usb.word()).toBe('Idle');
    expect(usb.controller.facts().queuedMoves).toBe(0);
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 30 }), (chunks) => {
        const { channel, pass } = bench();
        for (const chunk of chunks) {
          channel.write(chunk);
          pass(40);
        }
        expect(pass(100)).toEqual(expect.any(String));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the laptop beside it', () => {
  it('streams a job with a pause to its end, without ever overflowing the buffer', async () => {
    const { controller, pass } = bench();
    const host = openGrblHost(controller);
    const done = host.runJob(sampleJob({ seconds: 20, maxRpm: 12_000, pauseInTheMiddle: true }));
    await expect(host.runJob(['G0X0'])).rejects.toThrow('still running');
    pass(30_000);
    expect(controller.facts().word).toBe('Hold');
    host.resume();
    expect(pass(30_000)).toContain('[MSG:Pgm End]');
    expect(await done).toMatchObject({ result: 'completed', errors: 0 });
  });

  it.each([
    ['the controller restarts', 'restart'],
    ['a limit is hit', 'hardLimit'],
  ] as const)('stops when %s', async (_, fault) => {
    const { controller, pass } = bench();
    const done = openGrblHost(controller).runJob(sampleJob({ seconds: 20, maxRpm: 12_000 }));
    pass(3000);
    controller.faults[fault]();
    pass(100);
    expect((await done).result).toBe('stopped');
  });

  it('stops when the person gives up', async () => {
    const { controller, pass } = bench();
    const host = openGrblHost(controller);
    const done = host.runJob(sampleJob({ seconds: 20, maxRpm: 12_000 }));
    pass(3000);
    host.stop();
    expect((await done).result).toBe('stopped');
    expect(controller.facts().spindleRpm).toBe(0);
  });
});
