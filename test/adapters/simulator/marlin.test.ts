// The simulated printer says and does what Marlin 2.1 says and does; the clock is turned by hand.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MarlinOptions, simulateMarlin } from '../../../src/adapters/simulator/marlin.ts';
import { openMarlinHost } from '../../../src/adapters/simulator/marlin-host.ts';
import { samplePrint } from '../../../src/adapters/simulator/marlin-job.ts';
import { checksumOf } from '../../../src/adapters/simulator/marlin-lines.ts';

/** A printer with a conversation, under a hand-turned clock. */
function bench(options: Partial<MarlinOptions> = {}) {
  let nowMs = 0;
  const printer = simulateMarlin({ now: () => nowMs, powered: true, heatPace: 10, ...options });
  let heard: string[] = [];
  let rest = '';
  const port = printer.attach((bytes) => {
    rest += Buffer.from(bytes).toString('latin1');
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    heard.push(...lines);
  });
  const send = (text: string): string[] => {
    heard = [];
    port.write(Buffer.from(text, 'latin1'));
    return heard;
  };
  const pass = (forMs: number): string[] => {
    heard = [];
    for (const untilMs = nowMs + forMs; nowMs < untilMs; ) {
      nowMs += 20;
      printer.step(nowMs);
    }
    return heard;
  };
  return { printer, port, send, pass };
}

const numbered = (n: number, text: string): string => `N${n} ${text}*${checksumOf(`N${n} ${text}`)}\n`;

describe('the start', () => {
  it('greets on power, and says nothing without', () => {
    const { printer, send, pass } = bench({ powered: false });
    expect(send('M105\n')).toEqual([]);
    printer.setPower(true);
    expect(pass(20)).toEqual([]);
    const heard: string[] = [];
    printer.attach((bytes) => heard.push(Buffer.from(bytes).toString('latin1')));
    printer.faults.restart();
    expect(heard.slice(0, 3)).toEqual(['start\n', 'PowerUp\n', 'Marlin 2.1.2.1\n']);
    expect(heard.at(-1)).toBe('echo:SD card ok\n');
  });

  it('tells what it is and what this build can do', () => {
    const lines = bench({ build: { card: false, autoReports: [] } }).send('M115\n');
    expect(lines[0]).toMatch(
      /^FIRMWARE_NAME:Marlin 2\.1\.2\.1 \(.*\) SOURCE_CODE_URL:.* EXTRUDER_COUNT:1 UUID:/,
    );
    expect(lines).toContain('Cap:AUTOREPORT_TEMP:0');
    expect(lines).toContain('Cap:SDCARD:0');
    expect(lines.at(-1)).toBe('ok');
  });
});

describe('numbered lines', () => {
  it('are taken in order, with the right sum', () => {
    const { send } = bench();
    expect(send(numbered(0, 'M110 N0'))).toEqual(['ok']);
    expect(send(numbered(1, 'M82'))).toEqual(['ok']);
    expect(send(numbered(2, 'M82') + numbered(3, 'M82'))).toEqual(['ok', 'ok']);
  });

  it.each([
    ['a wrong sum', 'N1 M82*1\n', 'Error:checksum mismatch, Last Line: 0'],
    ['no sum', 'N1 M82\n', 'Error:No Checksum with line number, Last Line: 0'],
    ['a gap', numbered(3, 'M82'), 'Error:Line Number is not Last Line Number+1, Last Line: 0'],
  ])('with %s are asked for again, and what follows is forgotten', (_, line, error) => {
    const { send } = bench();
    expect(send(`${line}M105\n`)).toEqual([error, 'Resend: 1', 'ok']);
  });

  it('count for each port alone', () => {
    const { printer, send } = bench();
    const other: string[] = [];
    const second = printer.attach((bytes) => other.push(Buffer.from(bytes).toString('latin1')));
    send(numbered(0, 'M110 N0') + numbered(1, 'M82'));
    second.write(Buffer.from(numbered(1, 'M82')));
    expect(other).toEqual(['ok\n']);
    expect(send(numbered(2, 'M82'))).toEqual(['ok']);
  });

  it('of a host all arrive, whatever gets garbled on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 8 }), async (storms) => {
        const { printer, pass } = bench();
        const host = openMarlinHost(printer);
        const job = host.runJob(Array.from({ length: 40 }, (_, at) => `G1 X${at + 1} F6000`));
        for (const lines of storms) {
          host.garble(lines);
          pass(100);
        }
        pass(3_000);
        expect(await job).toMatchObject({ result: 'completed', answered: 40 });
        expect(printer.facts().moving).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

describe('temperatures', () => {
  it('are told in the answer itself, and by themselves when asked for', () => {
    const { send, pass } = bench();
    expect(send('M105\n')).toEqual(['ok T:22.00 /0.00 B:22.00 /0.00 @:0 B@:0']);
    expect(send('M155 S2\n')).toEqual(['ok']);
    expect(pass(4_000)).toEqual([
      ' T:22.00 /0.00 B:22.00 /0.00 @:0 B@:0',
      ' T:22.00 /0.00 B:22.00 /0.00 @:0 B@:0',
    ]);
    send('M155 S0\n');
    expect(pass(4_000)).toEqual([]);
  });

  it('rise, are waited for with what is left, and fall', () => {
    const { send, pass, printer } = bench();
    expect(send('M109 S200\n')).toEqual([]);
    const lines = pass(17_000);
    expect(lines).toContain('echo:busy: processing');
    expect(lines.some((line) => line.endsWith(' W:?'))).toBe(true);
    expect(lines.some((line) => / W:\d$/.test(line))).toBe(true);
    expect(lines.at(-1)).toBe('ok');
    expect(printer.facts().hotendC).toBe(200);
    send('M104 S0\n');
    pass(30_000);
    expect(printer.facts().hotendC).toBeLessThan(50);
  });

  it('fall more slowly without power, for then the fan stands still', () => {
    const hot = () => {
      const made = bench();
      made.send('M104 S200\n');
      made.pass(10_000);
      return made;
    };
    const [fed, cut] = [hot(), hot()];
    fed.send('M104 S0\n');
    cut.printer.setPower(false);
    fed.pass(10_000);
    cut.pass(10_000);
    expect(cut.printer.facts().hotendC).toBeGreaterThan(fed.printer.facts().hotendC + 20);
  });
});

describe('moves', () => {
  it('are queued; the position tells their end, and the steps where it is', () => {
    const { send, pass } = bench();
    send('G1 X80 F600\n');
    pass(4_000);
    expect(send('M114\n')).toEqual(['X:80.00 Y:0.00 Z:0.00 E:0.00 Count X:3200 Y:0 Z:0', 'ok']);
    expect(send('M400\n')).toEqual([]);
    expect(pass(4_100)).toContain('ok');
    expect(send('M114\n')[0]).toContain('Count X:6400');
  });

  it('of the extruder are prevented while it is cold', () => {
    expect(bench().send('G1 E5\n')).toEqual(['echo: cold extrusion prevented', 'ok']);
  });

  it('block the queue when the planner is full, with busy lines every two seconds', () => {
    const { send, pass } = bench();
    let acks = 0;
    for (let at = 1; at <= 16; at++) acks += send(`G1 X${at * 10} F600\n`).length;
    expect(acks).toBe(15);
    const lines = pass(900);
    expect(lines).toEqual([]);
    expect(pass(200)).toEqual(['ok']);
    send('G28\n');
    expect(pass(4_100).filter((line) => line === 'echo:busy: processing')).toHaveLength(2);
  });
});

describe('a print from the card', () => {
  const files = { 'BOX.GCO': samplePrint({ seconds: 20 }).join('\n') };
  it('is listed, opened, started, counted and done', () => {
    const { send, pass } = bench({ files });
    const size = Buffer.byteLength(files['BOX.GCO']);
    expect(send('M20\n')).toEqual(['Begin file list', `BOX.GCO ${size}`, 'End file list', 'ok']);
    expect(send('M27\n')).toEqual(['Not SD printing', 'ok']);
    expect(send('M23 nothing.gco\n')).toEqual(['open failed, File: NOTHING.GCO.', 'ok']);
    expect(send('M23 box.gco\n').slice(-3)).toEqual([
      `File opened: BOX.GCO Size: ${size}`,
      'File selected',
      'ok',
    ]);
    expect(send('M24\n')).toEqual(['//action:resume', 'ok']);
    send('M27 S2\n');
    const lines = pass(90_000);
    const counts = lines.flatMap((line) => /^SD printing byte (\d+)\/\d+$/.exec(line)?.[1] ?? []).map(Number);
    expect(counts.length).toBeGreaterThan(5);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(lines.filter((line) => line === 'Done printing file')).toHaveLength(1);
    expect(lines.some((line) => line.startsWith('echo:  M73 Progress: 40%; Time left: '))).toBe(true);
  });

  it('is paused and goes on', () => {
    const { send, pass, printer } = bench({ files });
    printer.person.print('BOX.GCO');
    pass(30_000);
    // Commands of a port wait in the same queue as those of the file.
    expect([...send('M25\n'), ...pass(5_000)]).toContain('//action:pause');
    pass(20_000);
    expect(send('M27\n')).toEqual(['Not SD printing', 'ok']);
    expect(printer.facts()).toMatchObject({ printing: false, fileOpen: true });
    send('M24\n');
    expect(printer.facts().printing).toBe(true);
  });

  it('that runs is aborted with the script of the firmware; one that is paused is only closed', () => {
    const running = bench({ files });
    running.printer.person.print('BOX.GCO');
    running.pass(30_000);
    running.send('M524\n');
    for (let left = 100; left > 0 && running.printer.facts().printing; left--) running.pass(100);
    expect(running.printer.facts()).toMatchObject({ printing: false, hotendTargetC: 0 });
    // It homes X and Y now, and answers nothing meanwhile.
    expect(running.send('M105\n')).toEqual([]);
    const paused = bench({ files });
    paused.printer.person.print('BOX.GCO');
    paused.pass(30_000);
    paused.send('M25\n');
    paused.pass(25_000);
    paused.send('M524\n');
    expect(paused.printer.facts()).toMatchObject({ fileOpen: false, moving: false, hotendTargetC: 200 });
  });

  it('is no command of a build without a card', () => {
    expect(bench({ build: { card: false } }).send('M27\n')).toEqual(['echo:Unknown command: "M27"', 'ok']);
  });
});

describe('a person', () => {
  it('is waited for with a word of its own, until the button or an M108', () => {
    const { send, pass, printer } = bench();
    send('M0\n');
    expect(pass(4_100).filter((line) => line === 'echo:busy: paused for user')).toHaveLength(2);
    printer.person.press();
    expect(pass(100)).toContain('ok');
    send('M0\n');
    pass(1_000);
    expect([...send('M108\n'), ...pass(100)]).toEqual(['ok', 'ok']);
  });

  it('is told by the host actions of a filament change', () => {
    const { send, pass, printer } = bench();
    expect(send('M600\n')).toEqual(['//action:paused']);
    pass(10_000);
    printer.person.press();
    expect(pass(100)).toEqual(expect.arrayContaining(['//action:resumed', 'ok']));
  });
});

describe('a halt', () => {
  it('by M112 is seen before the queue when it comes bare, and not when it is numbered', () => {
    const bare = bench();
    bare.send('G4 S60\n');
    expect(bare.send('M112\n')).toEqual([
      'echo:M112 Shutdown',
      'Error:Printer halted. kill() called!',
      '//action:poweroff',
    ]);
    expect(bare.send('M105\n')).toEqual([]);
    expect(bare.pass(10_000)).toEqual([]);
    const hidden = bench();
    hidden.send('G4 S60\n');
    expect(hidden.send(numbered(1, 'M112'))).toEqual([]);
    expect(hidden.printer.facts().halted).toBeNull();
  });

  it('by a runaway takes the heat away', () => {
    const { send, printer } = bench();
    send('M104 S200\n');
    printer.faults.runaway();
    expect(printer.facts()).toMatchObject({ halted: 'killed', hotendTargetC: 0 });
    expect(send('M105\n')).toEqual([]);
  });

  it('that only stopped it lets it talk, and not move, until M999', () => {
    const { send, printer, pass } = bench();
    printer.faults.stop();
    expect(send('G1 X10\n')[0]).toContain('Error:Printer stopped due to errors');
    expect(send('M105\n')[0]).toContain('ok T:');
    expect(send('M999\n')).toEqual(['Resend: 1', 'ok', 'ok']);
    send('G1 X10 F60\n');
    pass(100);
    expect(printer.facts().moving).toBe(true);
  });
});

it('inv. 11: anything may be sent to it, cut anywhere: it answers, waits or forgets, and never throws', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.uint8Array({ maxLength: 40 }),
          fc.constantFrom(
            'M105\n',
            'G28\n',
            'M109 S200\n',
            'N3 M105*9\n',
            'M112\n',
            'M23\n',
            'M73\n',
            'G1\n',
          ),
        ),
        { maxLength: 30 },
      ),
      (chunks) => {
        const { port, pass, printer } = bench();
        for (const chunk of chunks) {
          port.write(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
          pass(200);
        }
        expect(printer.facts().queued).toBeLessThanOrEqual(4);
      },
    ),
    { numRuns: 100 },
  );
});
