// The composition root: builds each box once, connects them, starts them, and stops them in reverse. Only the
// entry imports it, and tests that start a whole gateway.

import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { keepDiary } from './adapters/influx/keep-diary.ts';
import { pinoLog } from './adapters/log/pino-log.ts';
import { createPrometheus } from './adapters/metrics/prometheus.ts';
import { type Broker, startBroker } from './adapters/mqtt/start-broker.ts';
import { loadProfiles, profileFolder, profileIds } from './adapters/profile-files/load-profiles.ts';
import { openSecrets } from './adapters/secrets/open-secrets.ts';
import { openLinks } from './adapters/serial/open-links.ts';
import { openStore, type Store } from './adapters/sqlite/open-store.ts';
import { verifyJournal } from './adapters/sqlite/verify-journal.ts';
import { listenOn } from './adapters/system/listen-on.ts';
import { patientListen } from './adapters/system/patient-listen.ts';
import { forgetRunning, readRunning, tellRunning } from './adapters/system/running-file.ts';
import { sourceHash } from './adapters/system/source-hash.ts';
import { systemChance, systemClock } from './adapters/system/system-clock.ts';
import { createTexts } from './adapters/texts/create-texts.ts';
import { buildApi } from './api/app.ts';
import type { ApiOptions } from './api/options.ts';
import type { Boxes, Running } from './commands/boxes.ts';
import { programVersion, runCommand } from './commands/command-line.ts';
import type { Config } from './config/config.ts';
import { demoConfig } from './config/demo-config.ts';
import { devicesOf } from './config/devices-of.ts';
import { isLoopback } from './config/is-loopback.ts';
import { createGateway, type GatewayPorts } from './gateway/create-gateway.ts';
import type { Gateway } from './gateway/gateway.ts';
import { readStatement } from './gateway/read-statement.ts';

const tickMs = 500;

/** What applies entries; a snapshot that other code made is not used. */
const reducer = domainHash(['journal', 'usage', 'machine']);

export type StartOptions = {
  readonly demo: boolean;
  /** For tests of a slow disk: how much longer each durable transaction takes. */
  readonly fsyncDelayMs?: number;
};

/** The whole gateway, listening. Rejects when something is missing without which taps cannot be decided. */
export async function start(config: Config, options: StartOptions): Promise<Running> {
  const opened: Closing = [];
  const stop = () => closeAll(opened);
  try {
    return { ...(await openAll(config, options, opened)), stop };
  } catch (fault) {
    // What is open already would keep the process alive; why it could not start matters more than a fault here.
    await stop().catch(() => undefined);
    throw fault;
  }
}

/** How to close what is open, in the order of its opening. */
type Closing = (() => unknown)[];

/** In reverse; a fault of one does not keep the others open. */
async function closeAll(opened: Closing): Promise<void> {
  const faults: unknown[] = [];
  for (const close of opened.splice(0).reverse()) {
    try {
      await close();
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
}

async function openAll(
  config: Config,
  { demo, fsyncDelayMs = 0 }: StartOptions,
  opened: Closing,
): Promise<Omit<Running, 'stop'>> {
  const common = commonBoxes(config);
  const store = await openStore({ dataDir: config.dataDir, log: common.log, fsyncDelayMs });
  opened.push(store.close);
  const secrets = await openSecrets(config);
  const shop = demo ? await (await import('./adapters/simulator/demo-shop.ts')).openDemoShop(config) : null;
  if (shop) opened.push(shop.close);
  const links = openLinks({
    ...common,
    links: { ...config.links, ...shop?.links },
    profiles: await profiles(config, common),
  });

  // The broker opens once the gateway has recovered; until then every device is away.
  let broker: Broker | null = null;
  const ports: GatewayPorts = {
    ...{ ...common, ...store, secrets, controllers: links },
    switches: { set: async (order) => (await broker?.switches.set(order)) ?? false },
    readers: { answer: (reader, answer) => broker?.readers.answer(reader, answer) ?? away() },
    announcer: { announce: (machine, notice) => broker?.announcer.announce(machine, notice) },
  };
  const gateway = await createGateway({
    ports,
    workshop: config.workshop,
    reducer,
    version: programVersion(),
  });
  await gateway.start();
  opened.push(gateway.stop);
  const { journal, diary: embedded } = store;
  const version = domainHash(['diary', 'billing', 'machine', '.']);
  const diary = keepDiary({ ...common, journal, embedded, gateway, target: config.influx, version });
  opened.push(diary.close);
  const mqtt = await listenMqtt({ ...common, config, gateway, onOpen: (open) => (broker = open) });
  opened.push(mqtt.close);
  // The devices of the shop leave while the broker still hears them, and after the links, which would miss them.
  if (shop) opened.push(shop.close);
  links.open(gateway.reportMachine);
  opened.push(links.close);
  const controlToken = randomBytes(32).toString('base64url');
  const parts = { ...common, ...store, gateway, secrets, controlToken, diary, demo: shop?.page ?? null };
  const http = await listenHttp(config, parts);
  opened.push(http.close);

  const ticking = setInterval(gateway.tick, tickMs);
  opened.push(() => clearInterval(ticking));
  const ready = { httpPort: http.now()?.port ?? 0, mqttPort: mqtt.now()?.port ?? 0 };
  // The devices of the demo shop may follow the ready line.
  shop?.open({ mqttPort: ready.mqttPort, gateway, log: common.log });
  diary.open();
  return ready;
}

function commonBoxes(config: Config) {
  const log = pinoLog(config.log);
  const texts = createTexts(config.workshop.space.locale);
  return { log, texts, meters: createPrometheus(), clock: systemClock(), chance: systemChance };
}
type Common = ReturnType<typeof commonBoxes>;

/** The profiles that some machine needs. */
async function profiles({ links }: Config, { log }: Common) {
  const wanted = new Set(Object.values(links).flatMap((link) => ('profile' in link ? [link.profile] : [])));
  const loaded = await loadProfiles(profileFolder, wanted);
  for (const mistake of loaded.mistakes)
    log.error({ mistake }, 'a firmware profile has a mistake and is not used');
  return loaded.profiles;
}

type MqttParts = Common & { config: Config; gateway: Gateway; onOpen: (broker: Broker) => void };

function listenMqtt({ config, gateway, onOpen, ...common }: MqttParts) {
  const open = async (): Promise<Broker> => {
    const handlers = {
      tap: gateway.tap,
      switchReported: gateway.reportSwitch,
      machineReported: gateway.reportMachine,
      readerConnected: gateway.readerConnected,
    };
    const broker = await startBroker({ ...common, ...config.mqtt, devices: devicesOf(config), handlers });
    onOpen(broker);
    gateway.announceAll();
    return broker;
  };
  return patientListen({ ...config.mqtt, who: 'readers, switches and machines', open, log: common.log });
}

type HttpParts = Omit<ApiOptions, 'adminToken' | 'loopbackOnly' | 'dashboardDir' | 'version' | 'statement'> &
  Pick<Store, 'journal'>;

async function listenHttp(config: Config, parts: HttpParts) {
  const api = await buildApi({
    ...parts,
    adminToken: config.adminToken,
    // The demo needs no sign-in, so it answers to no name but this computer's own.
    loopbackOnly: parts.demo !== null || isLoopback(config.http.host),
    dashboardDir: fileURLToPath(new URL('./dashboard/dist', import.meta.url)),
    version: programVersion(),
    statement: (month) => readStatement(parts.journal, month),
  });
  const { dataDir } = config;
  const open = async () => {
    const opened = await listenOn(api.server, config.http);
    // Also when the port becomes free only later: from now on commands find this gateway.
    await tellRunning(dataDir, {
      url: `http://${reachable(config.http.host)}:${opened.port}`,
      token: parts.controlToken,
    });
    return opened;
  };
  const port = await patientListen({ ...config.http, who: 'browsers', open, log: parts.log });
  // Live streams and requests under way are ended by the API, before the port is closed.
  const close = async (): Promise<void> => {
    await forgetRunning(dataDir);
    await api.close();
    await port.close();
  };
  return { now: port.now, close };
}

/** Where commands on this machine find what listens on a host. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function domainHash(folders: readonly string[]): string {
  return sourceHash(folders.map((name) => new URL(`./domain/${name}/`, import.meta.url)));
}

const away = (): Promise<never> =>
  Promise.reject(new Error('the broker is not open; the answer waits in the outbox'));

/** The gateway without devices and screens, for commands that write while no gateway runs. */
async function openOffline(config: Config): Promise<{ gateway: Gateway; close(): Promise<void> }> {
  const common = commonBoxes(config);
  const store = await openStore({ dataDir: config.dataDir, log: common.log });
  const ports: GatewayPorts = {
    ...{ ...common, ...store, secrets: await openSecrets(config) },
    switches: { set: async () => false },
    readers: { answer: away },
    announcer: { announce: () => undefined },
    // Nobody can be asked from here: a session that is ending waits for the next start.
    controllers: { endAccess: () => new Promise(() => undefined) },
  };
  const gateway = await createGateway({
    ports,
    workshop: config.workshop,
    reducer,
    version: programVersion(),
  });
  await gateway.start();
  return {
    gateway,
    async close() {
      await gateway.stop();
      await store.close();
    },
  };
}

async function reading<T>(config: Config, read: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir: config.dataDir, log: pinoLog(config.log), readOnly: true });
  try {
    return await read(store);
  } finally {
    await store.close();
  }
}

const boxes: Boxes = {
  start,
  openOffline,
  profileIds,
  readStatement: (config, month) => reading(config, ({ journal }) => readStatement(journal, month)),
  memberKey: (config, handle) =>
    reading(config, async ({ journal }) => {
      const found = (await journal.people()).find((person) => person.handle === handle);
      return found?.member ?? null;
    }),
  verify: ({ dataDir }, onProgress) => verifyJournal({ dataDir, onProgress }),
  demoConfig: async (env, flags) => demoConfig({ env, flags }),
  running: ({ dataDir }) => readRunning(dataDir),
};

/** Runs the command line of this process; resolves with its exit code. */
export function runOfficina(): Promise<number> {
  const { argv, env, stdout, stderr } = process;
  return runCommand({ argv: argv.slice(2), env, stdout, stderr, boxes });
}

// Run directly it works too, only slower: see `officina.ts`.
if (import.meta.main) process.exitCode = await runOfficina();
