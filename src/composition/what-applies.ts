// What of a newly read configuration a running gateway can take: everything that signs in to the broker, and what a machine
// is called, is opened by and asks of people. Ports and wires stay as they were at the start, and are named.

import { isDeepStrictEqual } from 'node:util';
import type { Config, LinkConfig, ReaderConfig, SwitchConfig } from '../config/config.ts';
import { describedReader } from '../config/reader.ts';
import type { State } from '../domain/journal/state.ts';
import type { Machine, Workshop } from '../domain/machine/workshop.ts';

/** The parts of a configuration that can change under a running gateway. */
export type Applied = Pick<Config, 'workshop' | 'readers' | 'switches' | 'links'>;

export type Application = Applied & {
  /** What takes effect at the next start, by its name in the file. */
  readonly restart: readonly string[];
  /** Machines under a session for whose end something waits. */
  readonly waitsFor: readonly string[];
};

type Question = {
  /** As the gateway was started. */
  readonly started: Config;
  /** As it is now. */
  readonly now: Applied;
  readonly wanted: Config;
  readonly state: Pick<State, 'sessions' | 'workshop'>;
};

export function whatApplies(question: Question): Application {
  const { started, wanted } = question;
  const readers = merged({ started: started.readers, wanted: wanted.readers }, isWiredReader);
  const switches = merged({ started: started.switches, wanted: wanted.switches }, isWiredSwitch);
  const links = merged({ started: started.links, wanted: wanted.links }, isWiredLink);
  const fixed = fixedOf(started.workshop.space);
  const sameSpace = isDeepStrictEqual(fixed, fixedOf(wanted.workshop.space));
  const machines = Object.entries(wanted.workshop.machines).map(([id, machine]) => {
    const before = started.workshop.machines[id];
    return [id, before && links.kept.has(id) ? withLinkOf(machine, before) : machine] as const;
  });
  const workshop: Workshop = {
    ...wanted.workshop,
    // Prices are read in the currency of the space, and the sentences of the gateway are those of its language.
    ...(sameSpace
      ? {}
      : { space: { ...wanted.workshop.space, ...fixed }, tariffs: started.workshop.tariffs }),
    machines: Object.fromEntries(machines),
    readers: Object.fromEntries(Object.entries(readers.all).map(([id, one]) => [id, describedReader(one)])),
    switches: kindsOf(switches.all),
  };
  const restart = [
    ...settings.filter((key) => !isDeepStrictEqual(started[key], wanted[key])),
    ...(isDeepStrictEqual(started.signIn, wanted.signIn) ? [] : ['sign-in']),
    ...(sameSpace ? [] : ['space']),
    ...links.restart.map((id) => `machines.${id}.link`),
    ...readers.restart.map((id) => `readers.${id}`),
    ...new Set(
      [...switches.restart, ...coilsOfAnotherLease(started, { ...wanted, workshop })].map(
        (id) => `switches.${id}`,
      ),
    ),
  ];
  const applied = { workshop, readers: readers.all, switches: switches.all, links: links.all };
  return { ...withBusyMachines(applied, question), restart };
}

/** What prices and sentences depend on; hours and the number of people may change at any time. */
const fixedOf = ({ name, timezone, currency, locale }: Workshop['space']) => ({
  name,
  timezone,
  currency,
  locale,
});

/** Read once, at the start. */
const settings = ['http', 'mqtt', 'influx', 'mail', 'neighbours', 'retention', 'log', 'floor'] as const;

type Merged<D> = {
  readonly all: Readonly<Record<string, D>>;
  /** Ids that stay as they were at the start. */
  readonly kept: ReadonlySet<string>;
  readonly restart: readonly string[];
};

type Groups<D> = {
  readonly started: Readonly<Record<string, D>>;
  readonly wanted: Readonly<Record<string, D>>;
};

function merged<D>({ started, wanted }: Groups<D>, isWired: (device: D) => boolean): Merged<D> {
  const all = new Map(Object.entries(wanted));
  const kept = new Set<string>();
  const restart: string[] = [];
  for (const id of new Set([...Object.keys(started), ...all.keys()])) {
    const [before, after] = [started[id], wanted[id]];
    const wired = [before, after].some((one) => one !== undefined && isWired(one));
    if (!wired || isDeepStrictEqual(before, after)) continue;
    restart.push(id);
    if (before === undefined || after === undefined) continue;
    all.set(id, before);
    kept.add(id);
  }
  return { all: Object.fromEntries(all), kept, restart };
}

const isWiredReader = (reader: ReaderConfig): boolean => 'path' in reader;
const isWiredSwitch = (one: SwitchConfig): boolean => 'coil' in one;
const isWiredLink = ({ kind }: LinkConfig): boolean =>
  kind !== 'mqtt' && kind !== 'none' && kind !== 'current-sense';

/** With what its profile brings along. */
const withLinkOf = (machine: Machine, { link, profile, sense, coolBelowC, chart }: Machine): Machine => ({
  ...machine,
  ...{ link, profile, coolBelowC, chart, ...(sense && { sense }) },
});

const kindsOf = (devices: Readonly<Record<string, { readonly kind: string }>>): Workshop['readers'] =>
  Object.fromEntries(Object.entries(devices).map(([id, { kind }]) => [id, { kind }]));

/** The lease of a coil is kept here, and its length was taken from the machines at the start. */
function coilsOfAnotherLease(started: Applied, wanted: Applied): readonly string[] {
  const longest = ({ machines }: Workshop, id: string): number =>
    Math.max(0, ...Object.values(machines).map((one) => (one.switch === id ? one.leaseS : 0)));
  return Object.keys(started.switches).filter((id) => {
    const [before, after] = [started.switches[id], wanted.switches[id]];
    if (before === undefined || after === undefined || !isWiredSwitch(before)) return false;
    return longest(started.workshop, id) !== longest(wanted.workshop, id);
  });
}

/** A machine under a session keeps its switch, and that its way to sign in, until the session is over. */
function withBusyMachines(applied: Applied, { now, state }: Question): Applied & { waitsFor: string[] } {
  const machines = { ...applied.workshop.machines };
  const switches = { ...applied.switches };
  const links = { ...applied.links };
  const waitsFor: string[] = [];
  for (const id of state.sessions.keys()) {
    const before = state.workshop?.machines[id];
    if (!before) continue;
    const after = machines[id];
    const fed = before.switch;
    const device = fed === null ? undefined : now.switches[fed];
    const link = now.links[id];
    const { enable } = before;
    if (after && (after.switch !== fed || after.enable !== enable)) {
      const { enable: _, ...rest } = after;
      machines[id] = { ...rest, switch: fed, ...(enable === undefined ? {} : { enable }) };
    }
    if (!after && link) links[id] = link;
    if (fed !== null && device && !Object.hasOwn(switches, fed)) switches[fed] = device;
    const permission = enable === undefined ? undefined : now.switches[enable];
    if (enable !== undefined && permission && !Object.hasOwn(switches, enable)) switches[enable] = permission;
    if (after?.switch !== fed || after.enable !== enable) waitsFor.push(id);
  }
  const workshop = { ...applied.workshop, machines, switches: kindsOf(switches) };
  return { ...applied, workshop, switches, links, waitsFor };
}
