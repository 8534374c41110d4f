// A printer of Bambu Lab over a real TLS socket: what every talk promises, who is let in and who is believed, and what
// its firmware refuses.

import { afterEach, describe, expect, it } from 'vitest';
import { type BambuLink, bambuTalk } from '../../../src/adapters/bambu/bambu-talk.ts';
import { type SimulatedBambuOptions, simulateBambu } from '../../../src/adapters/simulator/bambu.ts';
import { handTimers } from '../../fakes/hand-timers.ts';
import { makeCertificate } from '../../fakes/make-certificate.ts';
import { hearReports, plainTalkSuite } from '../../ports/plain-talk.suite.ts';

const serial = '01S00A000000001';
const issuer = makeCertificate({ name: 'Printer Roots', hosts: [] });
const own = makeCertificate({ name: serial, hosts: [], issuer });
/** How long a slow computer may take. */
const within = { timeout: 8000 };
const closes: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closes.splice(0).reverse()) await close();
});

const openPrinter = (given: Partial<SimulatedBambuOptions> = {}) =>
  simulateBambu({ serial, code: '12345678', pair: own, ...given });

const linkOf = (given: Partial<BambuLink> = {}): BambuLink => ({
  ...{ host: '127.0.0.1', serial, key: '12345678', orders: true, ca: issuer.cert, fingerprint: null },
  ...given,
});

async function meet(given: { link?: Partial<BambuLink>; printer?: Partial<SimulatedBambuOptions> } = {}) {
  const printer = await openPrinter(given.printer);
  const heard = hearReports(bambuTalk(linkOf(given.link), { port: printer.port() }));
  closes.push(printer.close, heard.close);
  return { printer, heard };
}

const isIdle = ({ activity }: { activity: string }) => activity === 'idle';
const troubleOf = (heard: ReturnType<typeof hearReports>) =>
  heard.until(({ troubles }) => (troubles?.length ?? 0) > 0).then(({ troubles }) => troubles?.[0]);

for (const model of ['X1', 'P1'] as const)
  plainTalkSuite(`a ${model} of Bambu Lab`, async () => {
    const printer = await openPrinter({ model });
    return {
      ...printer,
      talk: ({ orders }) => bambuTalk(linkOf({ orders }), { port: printer.port() }),
      orders: () => printer.requests.filter(({ type }) => type === 'print').map(({ command }) => command),
      tells: { name: true, result: 'completed', orders: true },
    };
  });

describe('who is believed', () => {
  it('is in by the issuer that the file names, with the serial number as name', async () => {
    const { heard, printer } = await meet();
    await heard.until(isIdle);
    expect(printer.requests.map(({ command }) => command)).toEqual(['get_version', 'pushall']);
  });

  it('is in by the pinned certificate, whoever issued it', async () => {
    const { heard } = await meet({ link: { ca: null, fingerprint: own.fingerprint } });
    await heard.until(isIdle);
  });

  const other = makeCertificate({ name: serial, hosts: [] });
  const ended = makeCertificate({
    ...{ name: serial, hosts: [], issuer },
    ...{ from: new Date('2020-01-01'), to: new Date('2021-01-01') },
  });
  const early = makeCertificate({
    ...{ name: serial, hosts: [], issuer },
    ...{ from: new Date('2048-01-01'), to: new Date('2049-01-01') },
  });
  const another = makeCertificate({ name: '01S00A000000002', hosts: [], issuer });
  const strangers: readonly [string, Partial<BambuLink>, typeof own, object][] = [
    [
      'of an unknown issuer is shown with its print',
      {},
      other,
      { code: 'certificate-unknown', values: { sha256: other.fingerprint } },
    ],
    [
      'is not trusted where the file names nothing',
      { ca: null },
      own,
      { code: 'certificate-unknown', values: { sha256: own.fingerprint } },
    ],
    [
      'that is not the pinned one is not trusted, though its issuer would be',
      { ca: null, fingerprint: other.fingerprint },
      own,
      { code: 'certificate-unknown', values: { sha256: own.fingerprint } },
    ],
    ['of another printer', {}, another, { code: 'wrong-device', values: { found: '01S00A000000002' } }],
    ['that has ended', {}, ended, { code: 'certificate-expired', values: { since: '2021-01-01' } }],
    ['that is early', {}, early, { code: 'certificate-early', values: { from: '2048-01-01' } }],
  ];
  it.each(strangers)('a certificate %s, and hears no code', async (_name, link, pair, wanted) => {
    const { heard, printer } = await meet({ link, printer: { pair } });
    expect(await troubleOf(heard)).toMatchObject(wanted);
    expect([printer.clients(), printer.requests]).toEqual([0, []]);
  });
});

describe('who is let in', () => {
  it('is turned away with a wrong code, which no trouble shows', async () => {
    const { heard } = await meet({ link: { key: 'wrong-code' } });
    expect(await troubleOf(heard)).toEqual({ code: 'sign-in-refused', values: {} });
    expect(JSON.stringify(heard.reports)).not.toContain('wrong-code');
  });

  it('waits where no place is free', async () => {
    const { heard } = await meet({ printer: { places: 0 } });
    expect(await troubleOf(heard)).toEqual({ code: 'no-free-session', values: {} });
  });

  it('says goodbye, so that its place is free again', async () => {
    const { heard, printer } = await meet();
    await heard.until(isIdle);
    await heard.close();
    await expect.poll(() => printer.clients(), within).toBe(0);
    expect(printer.goodbyes()).toBe(1);
  });

  it('is nobody where nobody listens', async () => {
    const { heard, printer } = await meet();
    await heard.until(isIdle);
    await printer.vanish();
    await heard.until(({ troubles }) => troubles?.[0]?.code === 'host-refused');
  });
});

describe('orders', () => {
  it('are refused by firmware that wants them signed, and asked once', async () => {
    const { heard, printer } = await meet();
    await heard.until(isIdle);
    printer.switches.isLocked = true;
    printer.start('box');
    await heard.until(({ activity }) => activity === 'running');
    expect(await heard.endAccess()).toBe('refused');
    expect(heard.last()?.troubles).toContainEqual({ code: 'orders-locked', values: {} });
    expect(await heard.endAccess()).toBe('refused');
    expect(printer.requests.filter(({ type }) => type === 'print')).toHaveLength(1);
  });

  it('are said to be locked by the bit of the firmware, before any is asked', async () => {
    const { heard, printer } = await meet();
    await heard.until(isIdle);
    printer.tell({ fun: '3EC1AFFF9CFF' });
    await heard.until(({ troubles }) => troubles?.some(({ code }) => code === 'orders-locked') === true);
    printer.tell({ fun: '3EC18FFF9CFF' });
    await heard.until(({ troubles }) => troubles?.length === 0);
  });

  it('inv. 7: are not believed while nothing is seen', async () => {
    const printer = await openPrinter();
    const heard = hearReports({ ...bambuTalk(linkOf(), { port: printer.port() }), cancelMs: 500 });
    closes.push(printer.close, heard.close);
    await heard.until(isIdle);
    printer.switches.obeys = false;
    printer.start('box');
    await heard.until(({ activity }) => activity === 'running');
    expect(await heard.endAccess()).toBe('unknown');
  });
});

describe('what is told', () => {
  it('is a job that was cancelled at the display, not one that failed', async () => {
    const { heard, printer } = await meet({ printer: { model: 'P1' } });
    await heard.until(isIdle);
    printer.start('box');
    await heard.until(({ activity }) => activity === 'running');
    printer.cancel();
    await heard.until(isIdle);
    expect(heard.jobs().at(-1)).toEqual({ event: 'ended', result: 'aborted' });
    printer.start('lid');
    await heard.until(({ program }) => program === 'lid');
    printer.fail();
    await heard.until(({ activity }) => activity === 'alarm');
    expect(heard.jobs().at(-1)).toEqual({ event: 'ended', result: 'failed' });
  });

  it('is how far the job is, how long it takes yet, and its heat', async () => {
    const { heard, printer } = await meet();
    await heard.until(isIdle);
    printer.start('box');
    printer.tell({ mc_percent: 25, mc_remaining_time: 12 });
    const { readings } = await heard.until(({ readings }) => readings['program.progress'] === 0.25);
    expect(readings).toMatchObject({ 'program.timeLeft': 720, 'temperature.hotend0.target': 220 });
  });

  it('is what it warns of, until it does not any more', async () => {
    const { heard, printer } = await meet();
    await heard.until(isIdle);
    printer.tell({ hms: [{ attr: 50_331_904, code: 65_543 }] });
    expect(await troubleOf(heard)).toMatchObject({ code: 'controller-warns', values: { severity: 'fatal' } });
    printer.tell({ hms: [] });
    await heard.until(({ troubles }) => troubles?.length === 0);
  });

  it('is not believed of a printer with another serial number', async () => {
    const { heard, printer } = await meet({ link: { ca: null, fingerprint: own.fingerprint } });
    await heard.until(isIdle);
    const module = [{ name: 'ota', sn: '01S00A000000002' }];
    printer.sendRaw(JSON.stringify({ info: { command: 'get_version', module } }));
    await heard.until(({ troubles }) => troubles?.[0]?.code === 'wrong-device');
  });

  it('inv. 7: is nothing after a minute of silence, and the printer is asked to begin again', async () => {
    const printer = await openPrinter();
    const hand = handTimers();
    const over = new AbortController();
    const said: string[] = [];
    const talk = bambuTalk(linkOf(), { port: printer.port(), timers: hand.timers, monoMs: hand.monoMs });
    const talking = talk.run({
      seen: ({ activity }) => void said.push(activity),
      alive: () => undefined,
      away: ({ code }) => void said.push(code),
      troubles: () => undefined,
      signal: over.signal,
    });
    closes.push(printer.close);
    await expect.poll(() => said, within).toEqual(['idle']);
    printer.switches.isMute = true;
    await hand.advance(60_000);
    expect(said).toEqual(['idle', 'server-silent']);
    await expect.poll(() => printer.requests.at(-1)?.command, within).toBe('start');
    printer.switches.isMute = false;
    printer.tell({ wifi_signal: '-50dBm' });
    await expect.poll(() => said.at(-1), within).toBe('idle');
    over.abort();
    await expect(talking).rejects.toThrow('link-lost');
    expect(hand.waiting()).toBe(0);
  });

  it('inv. 10: is asked for as a whole twice, and then after five minutes, however often we come', async () => {
    const printer = await openPrinter();
    closes.push(printer.close);
    const talk = bambuTalk(linkOf(), { port: printer.port() });
    for (let n = 0; n < 4; n++) {
      const heard = hearReports(talk);
      const before = printer.requests.length;
      await expect.poll(() => printer.requests.length, within).toBeGreaterThan(before);
      await heard.close();
    }
    expect(printer.requests.filter(({ command }) => command === 'pushall')).toHaveLength(2);
  });
});

describe('what is hostile', () => {
  const ends: readonly [string, string | Buffer][] = [
    ['no JSON', 'IDLE'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
    ['too long', JSON.stringify({ print: { filler: 'x'.repeat(300_000) } })],
    [
      'too many values',
      JSON.stringify({ print: { command: 'push_status', list: Array.from({ length: 20_000 }, () => 1) } }),
    ],
    ['too deep', `{"print":{"command":"push_status","deep":${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}}}`],
  ];
  it.each(ends)('%s ends the connection, and is not idle', async (_name, payload) => {
    const { heard, printer } = await meet();
    await heard.until(isIdle);
    printer.sendRaw(payload);
    const lost = await heard.until(({ link }) => link === 'lost');
    expect([lost.activity, lost.troubles?.[0]?.code]).toEqual(['unknown', 'answer-unfit']);
  });

  const odd: readonly unknown[] = [7, null, {}, [], 'idle', '', 'DOING', '__proto__', 'constructor'];
  it.each(odd.map((state) => [JSON.stringify(state), state]))(
    'the state %s is unknown',
    async (_name, state) => {
      const { heard, printer } = await meet();
      await heard.until(isIdle);
      printer.sendRaw(JSON.stringify({ print: { command: 'push_status', msg: 1, gcode_state: state } }));
      await heard.until(({ activity }) => activity === 'unknown');
      expect(heard.last()?.link).toBe('up');
    },
  );
});
