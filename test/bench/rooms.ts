// The board as people see it, of fifty machines that report once a second: how soon its cards are painted on a slow
// processor, how soon a reading is seen while three hundred listen, and what so many listeners cost a tap.

import { type ClientRequest, get } from 'node:http';
import type { MqttClient } from 'mqtt';
import { type Browser, chromium, type Page } from 'playwright-core';
import { machineId, makeWorkshop, type Officina, startOfficina } from './bench-workshop.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { connectDevice } from './device-client.ts';
import { measureTaps } from './measure-taps.ts';
import { wait } from './pace.ts';
import { median, percentile } from './percentile.ts';
import { openStations, type Stations } from './stations.ts';

const size = { stations: 40, machines: 50, members: 40, chart: 'spindle.speed' };
const token = 'rooms-token-of-the-benchmark-0123456789';
const headers = { authorization: `Bearer ${token}` };
const listeners = 299;
const paints = 7;
const slowDown = 4;
const rounds = 5;
const beat = { perSecond: 10, forMs: 6_000 };

export const rooms: Benchmark = { name: 'rooms', limitMs: 240_000, run };

async function run(): Promise<readonly Figure[]> {
  const officina = await startOfficina(makeWorkshop('rooms', size), { token });
  const machines: MqttClient[] = [];
  for (let index = 0; index < size.machines; index++)
    machines.push(await connectDevice(officina.mqttPort, { id: `machine-${machineId(index)}` }));
  const stations = await openStations(officina.mqttPort, { count: size.stations, members: size.members });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const reports = keepReporting(machines);
  try {
    const paintMs = await firstPaints(browser, officina);
    const { aloneMs, crowdMs, seen } = await measureCrowd(browser, { officina, stations });
    const pixelsMs = seen.flatMap(({ value, atMs }) => {
      const sentMs = reports.sentAtMs.get(value);
      return sentMs === undefined ? [] : [atMs - sentMs];
    });
    return figuresOf({ paintMs, pixelsMs, aloneMs, crowdMs });
  } finally {
    reports.stop();
    await browser.close();
    await Promise.all([stations.close(), ...machines.map((machine) => machine.endAsync(true))]);
    await officina.stop();
  }
}

type Measured = Readonly<Record<'paintMs' | 'pixelsMs' | 'aloneMs' | 'crowdMs', readonly number[]>>;

function figuresOf({ paintMs, pixelsMs, aloneMs, crowdMs }: Measured): readonly Figure[] {
  const crowd = `${listeners} listeners and a browser`;
  return [
    figure({
      name: 'rooms-first-paint',
      value: median(paintMs),
      unit: 'ms',
      target: 500,
      note: `from the navigation to the cards, processor ${slowDown} times slower, median of ${paintMs.length}`,
    }),
    figure({
      name: 'rooms-pixels-p99',
      value: percentile(pixelsMs, 0.99),
      unit: 'ms',
      target: 200,
      note: `from a report to its figure on the page with ${crowd}; ${pixelsMs.length} of them, p50 ${median(pixelsMs).toFixed(0)} ms`,
    }),
    figure({
      name: 'rooms-taps-p50',
      value: median(crowdMs) / median(aloneMs),
      unit: 'ratio',
      baseline: median(aloneMs),
      target: 1.1,
      note: `from a tap to the order with ${crowd}, ${crowdMs.length} taps`,
    }),
  ];
}

/** Each report has a figure of its own, so that it is known again on the page. */
function keepReporting(machines: readonly MqttClient[]) {
  const sentAtMs = new Map<number, number>();
  let value = 10_000;
  const timer = setInterval(() => {
    const index = value % machines.length;
    value += 1;
    sentAtMs.set(value, Date.now());
    const report = JSON.stringify({ activity: 'running', 'spindle.speed': value });
    machines[index]?.publish(`officina/v1/machine/${machineId(index)}/report`, report);
  }, 1000 / machines.length);
  return { sentAtMs, stop: () => clearInterval(timer) };
}

/** Each in a browser context of its own, which has nothing kept. */
async function firstPaints(browser: Browser, { httpPort }: Officina): Promise<readonly number[]> {
  const found: number[] = [];
  while (found.length < paints) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      extraHTTPHeaders: headers,
    });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    await page.addInitScript(untilPainted);
    await page.goto(`http://127.0.0.1:${httpPort}/`, { waitUntil: 'commit' });
    found.push(await page.evaluate<number>('window.painted'));
    await context.close();
  }
  return found;
}

/** In the page: when the picture with the cards of all machines was handed to the screen, from the navigation on. */
const untilPainted = `
  window.painted = new Promise((resolve) => new MutationObserver((_changes, observer) => {
    if (document.querySelectorAll('article.card').length < ${size.machines + size.stations}) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
  }).observe(document, { childList: true, subtree: true }));
`;

type Seen = { readonly value: number; readonly atMs: number };

/** Taps without and with the crowd in turns, so that what else the computer does weighs on both alike. */
async function measureCrowd(
  browser: Browser,
  { officina, stations }: { readonly officina: Officina; readonly stations: Stations },
) {
  const [aloneMs, crowdMs, seen]: [number[], number[], Seen[]] = [[], [], []];
  await measureTaps(stations, beat);
  for (let round = 0; round < rounds; round++) {
    aloneMs.push(...(await measureTaps(stations, beat)));
    const crowd = await openListeners(officina);
    const page = await openBoard(browser, officina);
    await page.evaluate(watchFigures);
    crowdMs.push(...(await measureTaps(stations, beat)));
    seen.push(...(await page.evaluate<Seen[]>('window.seenFigures')));
    await page.context().close();
    for (const one of crowd) one.destroy();
    await wait(500);
  }
  return { aloneMs, crowdMs, seen };
}

async function openListeners({ httpPort }: Officina): Promise<readonly ClientRequest[]> {
  const open: ClientRequest[] = [];
  for (let index = 0; index < listeners; index++) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const request = get({ host: '127.0.0.1', port: httpPort, path: '/api/live', headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`live events were refused (${answer.statusCode})`));
      answer.on('error', () => {});
      answer.resume();
      resolve();
    });
    request.on('error', reject);
    open.push(request);
    await promise;
  }
  return open;
}

async function openBoard(browser: Browser, { httpPort }: Officina): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    extraHTTPHeaders: headers,
  });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${httpPort}/`);
  await page.getByRole('article', { name: machineId(0), exact: true }).scrollIntoViewIfNeeded();
  await page.locator('.spark-plot canvas').first().waitFor();
  return page;
}

/** In the page: each figure that is new in a picture, and when. What stands there at the beginning is no news. */
const watchFigures = `
  window.seenFigures = [];
  const known = new Map();
  let isFirst = true;
  const look = () => {
    document.querySelectorAll('.spark-value').forEach((place, index) => {
      const text = place.textContent;
      if (known.get(index) === text) return;
      known.set(index, text);
      const value = Number((text.match(/^[\\d,]+/) ?? [''])[0].replaceAll(',', ''));
      if (!isFirst) window.seenFigures.push({ value, atMs: Date.now() });
    });
    isFirst = false;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;
