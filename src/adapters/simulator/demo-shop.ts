// The demo shop: simulated lasers, a printer, a kiln, readers and switches around a real gateway, over real sockets. Badges are
// clicked in the page; one member comes and goes by herself, so that the board is never asleep.

import type { DemoAnswer } from '../../contract/board.ts';
import type { DemoBadge } from '../../contract/people.ts';
import type { Workshop } from '../../domain/machine/workshop.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import type { Log } from '../../gateway/ports.ts';
import { openDemoKiln } from './demo-kiln.ts';
import { type DemoController, openDemoLaser } from './demo-laser.ts';
import { demoMembers } from './demo-members.ts';
import { openDemoPrinter } from './demo-printer.ts';
import { type SimulatedReader, simulateReader } from './native-reader.ts';
import { type SimulatedSwitch, simulateSwitch } from './native-switch.ts';

/** The parts of the configuration that the shop plays. */
export type DemoDescription = {
  readonly workshop: Workshop;
  readonly links: Readonly<Record<string, { readonly kind: string; readonly password?: string }>>;
  readonly readers: Readonly<Record<string, { readonly password: string }>>;
  readonly switches: Readonly<Record<string, { readonly password: string }>>;
};

export type DemoShop = {
  /** Where the simulated controllers are; they stand in for the links of the description. */
  readonly links: Readonly<Record<string, { kind: 'tcp'; host: string; port: number; profile: string }>>;
  readonly page: DemoPage;
  /** Connects the devices and brings the members; returns at once. */
  open(to: { mqttPort: number; gateway: Gateway; log: Log }): void;
  close(): Promise<void>;
};

export type DemoPage = {
  readonly badges: readonly DemoBadge[];
  readers(): { reader: string; machines: { id: string; name: string }[] }[];
  tap(request: { reader: string; badge: string; machine: string | null }): Promise<DemoAnswer>;
  onAnswer(listener: (answer: DemoAnswer) => void): () => void;
};

type Closable = { close(): Promise<void> };
type Powered = { setPower(on: boolean): void };

/** Gita's day: she comes after a moment, works, leaves, and comes again. */
const visit = {
  reader: 'reader-2',
  badge: '04a1b2c3d4e586',
  firstMs: 3_000,
  staysMs: 95_000,
  awayMs: 45_000,
};

/** Who plays a controller of a firmware profile. */
const players: ReadonlyMap<string, () => Promise<DemoController>> = new Map([
  ['grbl-1.1', () => openDemoLaser()],
  ['marlin-2', openDemoPrinter],
]);

export async function openDemoShop(description: DemoDescription): Promise<DemoShop> {
  const controllers = new Map<string, DemoController>();
  const links: Record<string, { kind: 'tcp'; host: string; port: number; profile: string }> = {};
  for (const [id, machine] of Object.entries(description.workshop.machines)) {
    if (machine.link !== 'tcp' || machine.profile === null) continue;
    const open = players.get(machine.profile);
    if (!open)
      throw new Error(`the demo has nothing that speaks ${machine.profile}; describe ${id} otherwise`);
    const controller = await open();
    controllers.set(id, controller);
    links[id] = { kind: 'tcp', host: '127.0.0.1', port: controller.port, profile: machine.profile };
  }
  const readers = new Map<string, SimulatedReader>();
  const listeners = new Set<(answer: DemoAnswer) => void>();
  const closing: Closable[] = [...controllers.values()];

  return {
    links,
    page: demoPage({ description, readers, listeners }),
    open({ mqttPort, gateway, log }) {
      const url = `mqtt://127.0.0.1:${mqttPort}`;
      closing.push(...openReaders({ description, url, readers, listeners }));
      closing.push(...openPower({ description, url, controllers }));
      closing.push(comeAndGo(readers));
      bringMembers(gateway).catch((fault: unknown) =>
        log.error({ fault }, 'the members of the demo could not come in'),
      );
    },
    async close() {
      await Promise.all(closing.splice(0).map((one) => one.close()));
    },
  };
}

async function bringMembers(gateway: Gateway): Promise<void> {
  const rows = demoMembers.map(({ note: _, ...row }) => row);
  const outcome = await gateway.importMembers(rows, { dryRun: false });
  if (!outcome.ok) throw new Error(outcome.mistakes.map((mistake) => mistake.text).join('; '));
  for (const handle of ['ada', 'gita', 'hugo']) {
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
  for (const [id, { password }] of Object.entries(description.readers)) {
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

function openPower({ description, url, controllers }: PowerParts): readonly Closable[] {
  const open: Closable[] = [];
  for (const [id, machine] of Object.entries(description.workshop.machines)) {
    const described = machine.switch === null ? undefined : description.switches[machine.switch];
    if (machine.switch === null || !described) continue;
    const password = description.links[id]?.password;
    const kiln = password === undefined ? null : openDemoKiln({ url, machine: id, password });
    const fed: Powered | undefined = controllers.get(id) ?? kiln ?? undefined;
    const plug: SimulatedSwitch = simulateSwitch({
      url,
      switch: machine.switch,
      ...described,
      powerW: () => 450,
    });
    plug.onChange((on) => fed?.setPower(on));
    open.push(plug, ...(kiln ? [kiln] : []));
  }
  return open;
}

function comeAndGo(readers: ReadonlyMap<string, SimulatedReader>): Closable {
  let timer: NodeJS.Timeout;
  const next = (afterMs: number, restMs: number): void => {
    timer = setTimeout(() => {
      // Whatever the answer is, for instance that somebody else holds the laser: she tries again.
      readers
        .get(visit.reader)
        ?.tap(visit.badge)
        .catch(() => undefined);
      next(restMs, restMs === visit.staysMs ? visit.awayMs : visit.staysMs);
    }, afterMs);
    timer.unref();
  };
  next(visit.firstMs, visit.staysMs);
  return {
    close: async () => clearTimeout(timer),
  };
}

function demoPage(parts: {
  readonly description: DemoDescription;
  readonly readers: ReadonlyMap<string, SimulatedReader>;
  readonly listeners: Set<(answer: DemoAnswer) => void>;
}): DemoPage {
  const machines = Object.entries(parts.description.workshop.machines);
  return {
    badges: demoMembers.map(({ badges: [badge], name, note }) => ({ badge, name, note })),
    readers: () =>
      Object.keys(parts.description.readers).map((reader) => ({
        reader,
        machines: machines.filter(([, one]) => one.reader === reader).map(([id, { name }]) => ({ id, name })),
      })),
    async tap({ reader, badge, machine }) {
      const simulated = parts.readers.get(reader);
      if (!simulated)
        throw new Error(`reader ${reader} of the demo is not connected yet; try again in a second`);
      const { outcome, code, text } = await simulated.tap(badge, machine ?? undefined);
      return { reader, outcome, code: code ?? null, text };
    },
    onAnswer(listener) {
      parts.listeners.add(listener);
      return () => parts.listeners.delete(listener);
    },
  };
}
