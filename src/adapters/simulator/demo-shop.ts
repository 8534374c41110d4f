// The demo shop: simulated lasers, printers, a router, a mill, a kiln, readers and switches around a real gateway, over real sockets.
// Badges are clicked in the page, and three members come and go by themselves.

import { join } from 'node:path';
import type { DemoAnswer } from '../../contract/board.ts';
import type { Workshop } from '../../domain/machine/workshop.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import type { Log } from '../../gateway/ports.ts';
import { type DemoController, type DemoLink, type DemoMachine, liveOnPower } from './demo-controller.ts';
import { openDemoKiln } from './demo-kiln.ts';
import { openDemoKlipper } from './demo-klipper.ts';
import { openDemoLaser } from './demo-laser.ts';
import { lifeOf } from './demo-lives.ts';
import { demoMembers } from './demo-members.ts';
import { type DemoMill, openDemoMill } from './demo-mill.ts';
import { type DemoPage, demoPage } from './demo-page.ts';
import { openDemoPrinter } from './demo-printer.ts';
import { openDemoSensors } from './demo-sensors.ts';
import { comeAndGo, type DemoVisit, demoVisits } from './demo-visits.ts';
import { type SimulatedReader, simulateReader } from './native-reader.ts';
import { type SimulatedSwitch, simulateSwitch } from './native-switch.ts';

/** The parts of the configuration that the shop plays. */
export type DemoDescription = {
  readonly workshop: Workshop;
  /** The mill keeps its certificate here. */
  readonly dataDir: string;
  readonly links: Readonly<
    Record<
      string,
      {
        readonly kind: string;
        readonly profile?: string;
        readonly password?: string | null;
        /** How the gateway sits beside the laptop of that machine. */
        readonly beside?: object;
      }
    >
  >;
  readonly readers: Readonly<Record<string, { readonly kind: string; readonly password?: string }>>;
  readonly switches: Readonly<Record<string, { readonly kind: string; readonly password?: string }>>;
};

export type DemoShop = {
  /** Where the simulated controllers are; they stand in for the links of the description. */
  readonly links: Readonly<Record<string, DemoLink>>;
  readonly page: DemoPage;
  /** Connects the devices and brings the members; returns at once. */
  open(to: DemoSurroundings): void;
  close(): Promise<void>;
};

type DemoSurroundings = {
  readonly mqttPort: number;
  readonly gateway: Gateway;
  readonly log: Log;
  /**
   * What a person does once for a mill in real life, `officina trust`, the shop does for its own: it has just made the
   * certificate (DER) itself, in the data folder of the demo, so there is nobody else whose it could be.
   */
  readonly trust: (own: { readonly machine: string; readonly certificate: Buffer }) => void;
};

type Closable = { close(): unknown };

export async function openDemoShop(description: DemoDescription): Promise<DemoShop> {
  const { controllers, mills } = await openControllers(description);
  const readers = new Map<string, SimulatedReader>();
  const listeners = new Set<(answer: DemoAnswer) => void>();
  const closing: Closable[] = [...controllers.values()];

  return {
    links: Object.fromEntries(
      [...controllers].map(([id, { link }]) => {
        const { beside } = description.links[id] ?? {};
        return [id, { ...link, ...(beside && { beside }) }];
      }),
    ),
    page: demoPage({ ...description, readers, listeners }),
    open({ mqttPort, gateway, log, trust }) {
      const url = `mqtt://127.0.0.1:${mqttPort}`;
      closing.push(...openReaders({ description, url, readers, listeners }));
      closing.push(...openPower({ description, url, controllers }), ...openAuxiliaries({ description, url }));
      const members = bringMembers(gateway);
      const taps = { description, readers, members };
      closing.push({ close: comeAndGo({ visits: demoVisits, tap: (visit) => tapAt(visit, taps) }) });
      members.catch((fault: unknown) => log.error({ fault }, 'the members of the demo could not come in'));
      for (const [machine, mill] of mills)
        mill.open({
          onCertificate: (certificate) => trust({ machine, certificate }),
          onFault: (fault) => log.error({ machine, fault }, 'the mill of the demo is not there any more'),
        });
    },
    async close() {
      await Promise.all(closing.splice(0).map((one) => one.close()));
    },
  };
}

/** Who plays a controller, by firmware profile or kind of link. */
const players: ReadonlyMap<string, () => Promise<DemoMachine>> = new Map([
  ['grbl-1.1', openDemoLaser],
  ['marlin-2', openDemoPrinter],
  ['moonraker', openDemoKlipper],
]);

/** Machines that report over our own topics come with their switch, and those without a link not at all. */
async function openControllers({ workshop, links, dataDir }: DemoDescription) {
  const controllers = new Map<string, DemoController>();
  const mills = new Map<string, DemoMill>();
  for (const id of Object.keys(workshop.machines)) {
    const { kind = 'none', profile = '' } = links[id] ?? {};
    if (kind === 'mqtt' || kind === 'none') continue;
    if (kind === 'opcua') mills.set(id, await openDemoMill({ pkiDir: join(dataDir, `demo-${id}`) }));
    const machine = mills.get(id) ?? (await players.get(profile || kind)?.());
    if (!machine)
      throw new Error(`the demo has nothing that speaks ${profile || kind}; describe ${id} otherwise`);
    controllers.set(id, liveOnPower(machine, { life: lifeOf(id) }));
  }
  return { controllers, mills };
}

async function bringMembers(gateway: Gateway): Promise<void> {
  const rows = demoMembers.map(({ note: _, ...row }) => row);
  const outcome = await gateway.importMembers(rows, { dryRun: false });
  if (!outcome.ok) throw new Error(outcome.mistakes.map((mistake) => mistake.text).join('; '));
  for (const handle of ['ada', 'gita', 'hugo', 'ivo']) {
    const member = gateway.personByHandle(handle)?.member;
    // Once chosen it stays chosen: a later start writes nothing.
    if (member && gateway.state().members.get(member)?.shown === false) await gateway.setShown(member, true);
  }
}

type ReaderParts = {
  readonly description: DemoDescription;
  readonly url: string;
  readonly readers: Map<string, SimulatedReader>;
  readonly listeners: ReadonlySet<(answer: DemoAnswer) => void>;
};

function openReaders({ description, url, readers, listeners }: ReaderParts): readonly Closable[] {
  for (const [id, { password = '' }] of Object.entries(description.readers)) {
    const reader = simulateReader({ url, reader: id, password });
    reader.onAnswer(({ outcome, code, text }) => {
      for (const listener of listeners) listener({ reader: id, outcome, code: code ?? null, text });
    });
    readers.set(id, reader);
  }
  return [...readers.values()];
}

type PowerParts = {
  readonly description: DemoDescription;
  readonly url: string;
  readonly controllers: ReadonlyMap<string, DemoController>;
};

/** What a machine draws from its plug, in W. */
const drawsW = { busy: 450, waiting: 60, air: 120 };

function openPower({ description, url, controllers }: PowerParts): readonly Closable[] {
  const open: Closable[] = [];
  for (const [id, machine] of Object.entries(description.workshop.machines)) {
    const described = machine.switch === null ? undefined : description.switches[machine.switch];
    if (machine.switch === null || !described) continue;
    const controller = controllers.get(id);
    // One that reports over our own topics comes with its power.
    const password = description.links[id]?.password ?? null;
    const kiln = controller || password === null ? null : openDemoKiln({ url, machine: id, password });
    const plug: SimulatedSwitch = simulateSwitch({
      url,
      switch: machine.switch,
      password: described.password ?? '',
      powerW: () => (controller?.busy() === false ? drawsW.waiting : drawsW.busy),
    });
    plug.onChange((on) => (controller ?? kiln)?.setPower(on));
    open.push(plug, ...(kiln ? [kiln] : []));
  }
  return open;
}

/** Sensor boxes, and the auxiliaries that they hear. */
function openAuxiliaries({ description, url }: Omit<PowerParts, 'controllers'>): readonly Closable[] {
  const { workshop, links, switches } = description;
  const boxes = Object.entries(workshop.machines).flatMap(([machine, described]) => {
    const { kind, password } = links[machine] ?? {};
    if (kind !== 'mqtt' || !password || described.switch !== null) return [];
    return [openDemoSensors({ url, machine, password })];
  });
  const fed = new Set(Object.values(workshop.machines).map((machine) => machine.switch));
  const plugs = Object.entries(switches).flatMap(([id, { password = '' }]) => {
    if (fed.has(id)) return [];
    const plug = simulateSwitch({ url, switch: id, password, powerW: () => drawsW.air });
    plug.onChange((on) => {
      for (const box of boxes) box.setAir(on);
    });
    return [plug];
  });
  return [...boxes, ...plugs];
}

type TapParts = {
  readonly description: DemoDescription;
  readonly readers: ReadonlyMap<string, SimulatedReader>;
  /** Before they have come in, nobody knows their badges. */
  readonly members: Promise<void>;
};

async function tapAt({ member, machine }: DemoVisit, { description, readers, members }: TapParts) {
  await members;
  const reader = readers.get(description.workshop.machines[machine]?.reader ?? '');
  const badge = demoMembers.find((one) => one.member === member)?.badges[0];
  if (!reader || badge === undefined)
    throw new Error(`${member} of the demo has no badge or reader for ${machine}`);
  return reader.tap(badge, machine);
}
