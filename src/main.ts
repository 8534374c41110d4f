// The composition root: builds each box once, connects them, starts them, and stops them in reverse. Only the
// entry imports it, and tests that start a whole gateway. What a box needs to be built stands in `composition`.

import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { keepDiary } from './adapters/influx/keep-diary.ts';
import { timedStore, timedTaps } from './adapters/metrics/time-taken.ts';
import type { Broker } from './adapters/mqtt/start-broker.ts';
import { photoFolder } from './adapters/photos/photo-folder.ts';
import { openSecrets } from './adapters/secrets/open-secrets.ts';
import type { Running } from './commands/boxes.ts';
import { programVersion } from './commands/command-line.ts';
import { commonBoxes } from './composition/common-boxes.ts';
import { controllerSwitches } from './composition/controller-switches.ts';
import { diaryHash, reducerHash } from './composition/domain-hash.ts';
import { listenHttp } from './composition/listen-http.ts';
import { lateAllowLists, listenMqtt } from './composition/listen-mqtt.ts';
import { machineLinks } from './composition/machine-links.ts';
import { measure } from './composition/measure.ts';
import { openNewcomerDesk } from './composition/newcomer-desk.ts';
import { openMail } from './composition/open-mail.ts';
import { openOwnStore } from './composition/open-own-store.ts';
import { phonesOf } from './composition/phones.ts';
import { tlsDoors } from './composition/tls-doors.ts';
import { trustOwn } from './composition/trust-own.ts';
import { createWatchdog } from './composition/watchdog.ts';
import { webhooksOf } from './composition/webhooks.ts';
import { wiredDevices } from './composition/wired-devices.ts';
import type { Config } from './config/config.ts';
import type { Flags } from './config/settings.ts';
import { createGateway, type GatewayPorts } from './gateway/create-gateway.ts';

const tickMs = 500;

export type StartOptions = {
  readonly demo: boolean;
  /** For tests of a slow disk: how much longer each durable transaction takes. */
  readonly fsyncDelayMs?: number;
  /** Fills `${NAME}` when the file is read again, and says how a service manager is told; left out, nobody is. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What goes before the file, also when it is read again. */
  readonly flags?: Flags;
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

async function openAll(
  config: Config,
  { demo, fsyncDelayMs = 0, env = {}, flags = {} }: StartOptions,
  opened: Closing,
): Promise<Omit<Running, 'stop'>> {
  const common = commonBoxes(config);
  const store = timedStore(await openOwnStore(config, { ...common, fsyncDelayMs }), common);
  opened.push(store.close);
  const secrets = await openSecrets(config);
  const mailer = await openMail(config, common);
  opened.push(mailer.close);
  const shop = demo ? await (await import('./adapters/simulator/demo-shop.ts')).openDemoShop(config) : null;
  if (shop) opened.push(shop.close);
  const links = await machineLinks({ ...config, links: { ...config.links, ...shop?.links } }, common);

  const controllers = await controllerSwitches(config, { ...common, permit: links.permit });
  const wired = await wiredDevices(config, common);

  const phones = phonesOf(config);
  opened.push(phones.close);
  // The broker opens once the gateway has recovered; until then every device is away.
  let broker: Broker | null = null;
  const ports: GatewayPorts = {
    ...{ ...common, ...store, ...phones.port, secrets, controllers: links, photos: photoFolder(config) },
    pause: setImmediate,
    switches: controllers.switches(
      wired.switches({ set: async (order) => (await broker?.switches.set(order)) ?? false }),
    ),
    readers: wired.readers({ answer: (id, answer) => broker?.readers.answer(id, answer) ?? away() }),
    announcer: { announce: (machine, notice) => broker?.announcer.announce(machine, notice) },
    allowLists: lateAllowLists(() => broker),
  };
  const { workshop, retention } = config;
  const restored = await store.restored();
  const identity = { reducer: reducerHash(), version: programVersion(), restored };
  const gateway = timedTaps(await createGateway({ ports, workshop, retention, ...identity }), common);
  mailer.follow(gateway);
  await gateway.start();
  opened.push(gateway.stop, measure({ ...common, gateway }));
  const { journal, diary: embedded } = store;
  const target = { target: config.influx, retention, version: diaryHash() };
  const diary = keepDiary({ ...common, journal, embedded, gateway, ...target });
  opened.push(diary.close);
  const tls = await tlsDoors({ ...common, config, gateway });
  opened.push(tls.close);
  const onOpen = (open: Broker) => (broker = open);
  const watchdog = createWatchdog({ ...common, config, env });
  const { probe } = watchdog;
  const mqtt = await listenMqtt({ ...common, config, gateway, tls: tls.mqtt, probe, onOpen });
  opened.push(mqtt.close);
  // The devices of the shop leave while the broker still hears them, and after the links, which would miss them.
  if (shop) opened.push(shop.close);
  controllers.open(gateway);
  links.open(gateway.reportMachine, controllers.heard);
  opened.push(links.close, controllers.close);
  wired.open(gateway);
  opened.push(wired.close);
  const newcomers = openNewcomerDesk({ ...common, config, env, flags, gateway, mqtt });
  opened.push(newcomers.close);
  const controlToken = randomBytes(32).toString('base64url');
  const webhooks = await webhooksOf({ ...common, config, gateway, journal });
  opened.push(webhooks.close);
  const page = { controlToken, diary, newcomers, mailer, webhooks: webhooks.desk, demo: shop?.page ?? null };
  const parts = { ...common, ...store, gateway, secrets, ...page };
  const http = await listenHttp(config, { ...parts, tls: tls.http });
  opened.push(http.close);

  const ticking = setInterval(gateway.tick, tickMs);
  opened.push(() => clearInterval(ticking));
  const mqttsPort = config.mqtt.tls === null ? null : (mqtt.tls()?.port ?? 0);
  const mqttPort = config.mqtt.port === null ? (mqttsPort ?? 0) : (mqtt.plain()?.port ?? 0);
  const ready = { httpPort: http.now()?.port ?? 0, mqttPort, mqttsPort };
  // The devices of the demo shop may follow the ready line.
  shop?.open({ mqttPort: ready.mqttPort, gateway, log: common.log, trust: trustOwn(config) });
  diary.open();
  opened.push(await watchdog.open({ mqtt, http }));
  return ready;
}

const away = (): Promise<never> =>
  Promise.reject(new Error('the broker is not open; the answer waits in the outbox'));

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
