// The link to a printer with Marlin, against the simulated one: what it asks and when, what it concludes, jobs from the
// card and from a host, faults of every kind, and the end of access.

import { describe, expect, it } from 'vitest';
import { openMarlinHost } from '../../../src/adapters/simulator/marlin-host.ts';
import { samplePrint } from '../../../src/adapters/simulator/marlin-job.ts';
import { createSeededChance } from '../../fakes/seeded-chance.ts';
import { marlinBench } from './marlin-bench.ts';

const files = { 'BOX.GCO': samplePrint({ seconds: 60 }).join('\n') };
const fast = { heatPace: 8, files };
/** A build of which nothing comes by itself. */
const mute = { autoReports: [], busy: false, hostActions: false } as const;

describe('identifying a printer', () => {
  it('asks what it is, for its reports, and is live when it is sure', async () => {
    const { pass, sent, last } = await marlinBench();
    pass(7_000);
    expect(sent.slice(0, 4)).toEqual(['M105', 'M115', 'M155 S2', 'M27 S2']);
    expect(last()).toMatchObject({
      link: 'up',
      activity: 'idle',
      substate: 'heaters-off',
      confidence: 'inferred',
      readings: { 'temperature.hotend0.actual': 22, 'temperature.bed.target': 0 },
    });
  });

  it('asks for nothing that the printer does not know', async () => {
    const { pass, sent, last, link } = await marlinBench({ build: { ...mute, card: false } });
    pass(60_000);
    expect(last()?.activity).toBe('idle');
    expect(new Set(sent)).toEqual(new Set(['M105', 'M115', 'M27', 'M114']));
    expect(link.facts().badLines).toBe(0);
  });

  it('polls only what does not come by itself', async () => {
    const { pass, sent } = await marlinBench({
      build: { autoReports: ['temperatures', 'card', 'position'] },
    });
    pass(10_000);
    sent.length = 0;
    pass(600_000);
    expect(sent).toEqual([]);
  });

  it.each([
    'FIRMWARE_NAME:Klipper FIRMWARE_VERSION:v0.12.0',
    'FIRMWARE_NAME: RepRapFirmware for Duet 2 WiFi',
  ])('keeps its hands off another firmware: %s', async (line) => {
    const { printer, pass, sent, link, last } = await marlinBench();
    printer.faults.noise(Buffer.from(`${line}\n`));
    pass(20);
    printer.faults.noise(Buffer.from(`${line}\n`));
    pass(1_000);
    sent.length = 0;
    const outcome = link.endAccess();
    pass(30_000);
    expect(await outcome).toBe('refused');
    expect(sent).toEqual([]);
    expect(last()?.link ?? 'never').toBe('never');
  });

  it('takes over a print that runs when the gateway starts', async () => {
    const { pass, heard } = await marlinBench({
      ...fast,
      before: (printer, step) => {
        printer.person.print('BOX.GCO');
        step(60_000);
      },
    });
    pass(125_000);
    expect(heard.activities()[0]).toMatch(/^(busy|running)$/);
    expect(heard.edges()).toEqual(['started', 'completed']);
  });
});

describe('a job', () => {
  it.each([
    ['usual', {}],
    ['mute', mute],
  ])('from the card is seen from heat to end, on a %s build', async (_, build) => {
    const { printer, pass, heard } = await marlinBench({ ...fast, build });
    pass(10_000);
    printer.person.print('BOX.GCO');
    pass(240_000);
    expect(heard.edges()).toEqual(['started', 'completed']);
    const seen = heard.activities();
    expect(seen.slice(0, 2)).toEqual(['idle', 'heating']);
    expect(seen).toContain('running');
    expect(seen.at(-1)).toBe('idle');
    // inv. 7: from the first heat to the last move it is never idle.
    expect(seen.filter((activity) => activity === 'idle')).toHaveLength(2);
    const progress = heard.reports.flatMap(({ readings }) => readings['program.progress'] ?? []);
    // It falls once at most: from what is read of the file to what the program tells of itself.
    expect(progress.filter((part, at) => part < (progress[at - 1] ?? 0)).length).toBeLessThanOrEqual(1);
    expect(progress.at(-1)).toBeGreaterThan(0.9);
  });

  it.each([
    ['usual', {}],
    ['mute', mute],
  ])('of a host on another port is seen, with a wait for a person, on a %s build', async (_, build) => {
    const { printer, pass, heard, last } = await marlinBench({ heatPace: 8, build });
    pass(10_000);
    const host = openMarlinHost(printer);
    const job = host.runJob(samplePrint({ seconds: 120, pauseInTheMiddle: true }));
    pass(150_000);
    expect(last()?.activity).toBe(build === mute ? 'busy' : 'paused');
    pass(45_000);
    printer.person.press();
    pass(130_000);
    expect((await job).result).toBe('completed');
    expect(heard.edges()).toEqual(['started', 'unknown']);
    expect(heard.activities().filter((activity) => activity === 'idle')).toHaveLength(2);
  });

  it('of a host that stops sending is paused, never idle, and goes on as the same job', async () => {
    const { printer, pass, heard, last } = await marlinBench({ heatPace: 8 });
    pass(10_000);
    const host = openMarlinHost(printer);
    void host.runJob(samplePrint({ seconds: 120 }));
    pass(90_000);
    host.pause();
    pass(600_000);
    expect(last()).toMatchObject({ activity: 'paused', substate: 'hot' });
    host.resume();
    pass(150_000);
    expect(heard.edges()).toEqual(['started', 'unknown']);
    expect(last()?.activity).toBe('idle');
  });

  it('that its host cancels is aborted', async () => {
    const { printer, pass, heard } = await marlinBench({ heatPace: 8 });
    pass(10_000);
    const host = openMarlinHost(printer);
    void host.runJob(samplePrint({ seconds: 120 }));
    pass(90_000);
    host.stop();
    printer.faults.noise(Buffer.from('//action:cancel\n'));
    pass(5_000);
    expect(heard.edges()).toEqual(['started', 'aborted']);
    expect(heard.activities()).toContain('cancelling');
  });
});

describe('polls', () => {
  it('are never sent while a long command blocks, but for the one that was on its way', async () => {
    const { printer, pass, sent, last } = await marlinBench({ heatPace: 1 });
    pass(10_000);
    const host = openMarlinHost(printer);
    void host.runJob(['M140 S60', 'M190 S60', 'G4 S30']);
    pass(3_000);
    sent.length = 0;
    pass(45_000);
    expect(last()?.activity).toBe('heating');
    expect(sent.length).toBeLessThanOrEqual(1);
    expect(printer.facts().queued).toBeLessThanOrEqual(1);
  });
});

describe('a printer that is halted', () => {
  it.each(['runaway', 'M112'])('by %s is in alarm until it starts again', async (how) => {
    const { printer, pass, last, heard, link } = await marlinBench(fast);
    pass(10_000);
    printer.person.print('BOX.GCO');
    pass(50_000);
    if (how === 'runaway') printer.faults.runaway();
    else printer.attach(() => {}).write(Buffer.from('M112\n'));
    pass(1_800_000);
    expect(last()).toMatchObject({ link: 'up', activity: 'alarm', substate: 'halted' });
    expect(heard.edges()).toEqual(['started', 'failed']);
    const outcome = link.endAccess();
    pass(11_000);
    expect(await outcome).toBe('refused');
    printer.faults.restart();
    pass(10_000);
    expect(last()).toMatchObject({ link: 'up', activity: 'idle' });
  });

  it('that was stopped, and freed by a person, is in alarm until it works again', async () => {
    const { printer, pass, last } = await marlinBench(fast);
    pass(10_000);
    printer.faults.stop();
    pass(60_000);
    expect(last()).toMatchObject({ activity: 'alarm', substate: 'stopped' });
    const person = printer.attach(() => {});
    person.write(Buffer.from('M999\nM104 S200\n'));
    pass(3_000);
    expect(last()?.activity).toBe('heating');
  });
});

describe('trouble on the line', () => {
  it('counts lines that are asked for again, and stays live through a storm of them', async () => {
    const { printer, pass, link, heard, last } = await marlinBench(fast);
    pass(10_000);
    printer.person.print('BOX.GCO');
    pass(60_000);
    for (let i = 0; i < 500; i++)
      printer.faults.noise(Buffer.from(`Error:checksum mismatch, Last Line: ${i}\nResend: ${i + 1}\nok\n`));
    pass(1_000);
    expect(link.facts()).toMatchObject({ resends: 500, badLines: 500, phase: 'live' });
    expect(heard.counts.get('link_resends')).toBe(500);
    expect(last()?.activity).toBe('running');
    pass(200_000);
    expect(heard.edges()).toEqual(['started', 'completed']);
  });

  it('inv. 7: silence is lost and unknown, and a print that went on is found again', async () => {
    const { printer, pass, heard, last } = await marlinBench({
      ...fast,
      files: { 'BOX.GCO': samplePrint({ seconds: 300 }).join('\n') },
    });
    pass(10_000);
    printer.person.print('BOX.GCO');
    pass(60_000);
    printer.faults.silence(true);
    pass(60_000);
    expect(last()).toMatchObject({ link: 'lost', activity: 'unknown', confidence: 'stale' });
    printer.faults.silence(false);
    pass(20_000);
    expect(last()).toMatchObject({ link: 'up', activity: 'running' });
    expect(heard.edges()).toEqual(['started']);
  });

  it('inv. 7: noise and cut lines never make a running print idle', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const chance = createSeededChance(seed);
      const spoil = (bytes: Uint8Array) =>
        bytes.map((byte) => (chance.below(400) === 0 ? chance.below(256) : byte));
      const { printer, pass, heard, link } = await marlinBench({
        ...fast,
        spoil,
        files: { 'BOX.GCO': samplePrint({ seconds: 300 }).join('\n') },
      });
      pass(20_000);
      printer.person.print('BOX.GCO');
      pass(20_000);
      heard.reports.length = 0;
      for (let i = 0; i < 100; i++) {
        if (chance.below(3) === 0) printer.faults.halfLine();
        if (chance.below(3) === 0) printer.faults.noise(chance.bytes(chance.below(40)));
        pass(2_000);
        expect(printer.facts().printing).toBe(true);
      }
      expect(link.facts().badLines).toBeGreaterThan(10);
      expect(heard.activities()).not.toContain('idle');
      await link.close();
    }
  });

  it('a restart in a print is the end of it', async () => {
    const { printer, pass, heard, last } = await marlinBench(fast);
    pass(10_000);
    printer.person.print('BOX.GCO');
    pass(50_000);
    printer.faults.restart();
    pass(100);
    expect(last()?.activity).toBe('starting');
    pass(10_000);
    expect(heard.edges()).toEqual(['started', 'aborted']);
    expect(last()?.activity).toBe('idle');
    expect(heard.log.some((text) => text.includes('has restarted'))).toBe(true);
  });
});

describe('the end of access', () => {
  it('takes the heat away, and is confirmed when the targets say so', async () => {
    const { printer, pass, link, sent } = await marlinBench({ heatPace: 8 });
    pass(8_000);
    printer.attach(() => {}).write(Buffer.from('M104 S200\nM140 S60\n'));
    pass(40_000);
    sent.length = 0;
    const outcome = link.endAccess();
    pass(5_000);
    expect(await outcome).toBe('confirmed');
    expect(sent.slice(0, 4)).toEqual(['M524', 'M104 S0', 'M140 S0', 'M141 S0']);
    expect(printer.facts()).toMatchObject({ hotendTargetC: 0, bedTargetC: 0 });
  });

  it('inv. 8: closes a paused print without a move, so that nobody goes on with it', async () => {
    const { printer, pass, link, heard } = await marlinBench(fast);
    pass(8_000);
    printer.person.print('BOX.GCO');
    pass(50_000);
    printer.person.pause();
    pass(60_000);
    const outcome = link.endAccess();
    pass(9_000);
    expect(await outcome).toBe('confirmed');
    expect(printer.facts()).toMatchObject({ fileOpen: false, moving: false, hotendTargetC: 0 });
    expect(heard.edges()).toEqual(['started', 'aborted']);
    printer.attach(() => {}).write(Buffer.from('M24\n'));
    pass(20_000);
    expect(printer.facts()).toMatchObject({ printing: false, moving: false });
  });

  it('inv. 8: does not break into a wait for a person, which would let the job go on', async () => {
    const { printer, pass, link, sent, last } = await marlinBench({
      heatPace: 8,
      files: { 'BOX.GCO': samplePrint({ seconds: 30, pauseInTheMiddle: true }).join('\n') },
    });
    pass(8_000);
    printer.person.print('BOX.GCO');
    pass(80_000);
    expect(last()).toMatchObject({ activity: 'paused', substate: 'waits-for-person' });
    sent.length = 0;
    const outcome = link.endAccess();
    pass(30_000);
    expect(await outcome).toBe('refused');
    expect(sent.filter((line) => !/^M(105|27|114)$/.test(line))).toEqual([]);
    expect(printer.facts().moving).toBe(false);
  });
});
