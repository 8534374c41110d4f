// The workshop and the people of a simulated life: machines of every kind of link, some sharing a reader, and members of
// whom some lack a training or lose it while we watch. The same sizes give the same shop.

import type { Machine, Workshop } from '../domain/machine/workshop.ts';
import type { PolicyDocument } from '../domain/policy/policy-document.ts';
import type { MemberInput } from '../gateway/gateway.ts';
import { memberRow } from './people.ts';

export type Shop = {
  readonly workshop: Workshop;
  readonly members: readonly MemberInput[];
};

type Kind = Omit<Machine, 'name' | 'profile' | 'reader' | 'switch' | 'enable' | 'chart'> & {
  readonly hasSwitch: boolean;
  readonly hasReader: boolean;
  /** A further switch that its controller has. */
  readonly hasEnable: boolean;
  /** Machines of this kind that one reader serves. */
  readonly perReader: number;
};

/** What several machines share: the extraction of those that burn, and the sensor that hears what cools them. */
const extraction = 'extraction';
export const sensor = 'sensors-3';

const burns: Partial<Kind> = { requires: ['laser'], auxiliaries: [{ switch: extraction, runOnS: 45 }] };

const coolant = { name: 'Chiller', reading: 'temperature.coolant.actual', of: sensor, staleS: 60 } as const;

const everyDay = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
const milling = { open: [{ days: everyDay, from: '08:00', to: '21:30' }], closed: [] };

/** One row per kind of machine; a shop takes them in turn. */
const kinds: readonly Kind[] = [
  kind({ pool: 'lasers', link: 'serial', ...burns }),
  kind({
    pool: 'printers',
    link: 'serial',
    requires: ['printer'],
    coolBelowC: 50,
    perReader: 2,
    idle: { afterS: 1_200, graceS: 300 },
  }),
  kind({ pool: 'saws', link: 'none', leaseS: 120, jobLeaseS: 120, people: 2, noisy: true }),
  kind({ pool: 'sensors', link: 'mqtt', hasSwitch: false, hasReader: false }),
  kind({
    pool: 'cutters',
    link: 'serial',
    ...burns,
    hasEnable: true,
    selfCheck: true,
    monitors: {
      chiller: { ...coolant, above: 25, clearBelow: 23, severity: 'critical' },
      boiling: { ...coolant, above: 40, severity: 'fatal' },
    },
  }),
  kind({ pool: 'mills', link: 'opcua', requires: ['mill', 'safety'], jobLeaseS: 1_800, hours: milling }),
  kind({ pool: 'kilns', link: 'mqtt', requires: ['kiln'], leaseS: 300, jobLeaseS: 3_600 }),
  kind({ pool: 'looms', link: 'none', hasSwitch: false, handOver: 'team' }),
  kind({ pool: 'printers', link: 'tcp', requires: ['printer'], coolBelowC: 50, perReader: 2 }),
  kind({ pool: 'lathes', link: 'mqtt', perReader: 2, longestS: 7_200 }),
  // It has power whatever we say, so anybody may have left a job on it.
  kind({ pool: 'plotters', link: 'tcp', hasSwitch: false }),
];

function kind(row: Partial<Kind> & Pick<Kind, 'pool' | 'link'>): Kind {
  const usual = { requires: [], leaseS: 60, jobLeaseS: 900, coolBelowC: null, perReader: 1 };
  return { ...usual, hasSwitch: true, hasReader: true, hasEnable: false, ...row };
}

/** Saturday's end falls into the hour that is doubled, or left out, when the clocks change. */
const opening: NonNullable<Workshop['space']['hours']> = {
  open: [
    { days: ['mo', 'tu', 'we', 'th', 'fr'], from: '07:00', to: '23:00' },
    { days: ['sa'], from: '09:00', to: '02:30' },
    { days: ['su'], from: '10:00', to: '24:00' },
  ],
  closed: [],
};

const simulatedZone = 'Europe/Rome';

export type ShopSize = {
  readonly members: number;
  readonly machines: number;
  /** Local day on which the life begins, `yyyy-mm-dd`; certificates end around it. */
  readonly fromDay: string;
  /** Whether some pools are used in turn; left out: none is. */
  readonly turns?: boolean;
};

/** Short ones, so that many come to their end. A printer, which cools, is left to the next with its power. */
const turns: PolicyDocument['pools'] = {
  lasers: { minutes: 30, renewMinutes: 15, claimMinutes: 4, turnoverMinutes: 2 },
  printers: { minutes: 20, renewMinutes: 15, claimMinutes: 3, turnoverMinutes: 0 },
  plotters: { minutes: 15, renewMinutes: 15, claimMinutes: 2, turnoverMinutes: 1 },
};

export function createShop(size: ShopSize): Shop {
  const machines: Record<string, Machine> = {};
  const readers: Record<string, Workshop['readers'][string]> = {
    entrance: { kind: 'native', entrance: 'both' },
    exit: { kind: 'native', entrance: 'out' },
  };
  const switches: Record<string, { kind: string }> = { [extraction]: { kind: 'native' } };
  for (let place = 0; place < size.machines; place++) {
    const { hasSwitch, hasReader, hasEnable, perReader, ...row } = kinds[place % kinds.length] as Kind;
    const round = Math.floor(place / kinds.length);
    const id = `${row.pool}-${place}`;
    const reader = hasReader
      ? `reader-${row.pool}-${place % kinds.length}-${Math.floor(round / perReader)}`
      : null;
    const plug = hasSwitch ? `plug-${place}` : null;
    const enable = hasEnable ? { enable: `enable-${place}` } : {};
    if (reader !== null) readers[reader] = { kind: 'native' };
    if (plug !== null) switches[plug] = { kind: 'native' };
    if (enable.enable !== undefined) switches[enable.enable] = { kind: 'controller' };
    const shown = { name: `Machine ${place}`, profile: null, chart: null };
    const left = size.turns && row.pool === 'printers' ? ({ handOver: 'queue' } as const) : {};
    machines[id] = { ...row, ...shown, ...enable, ...left, reader, switch: plug };
  }
  const space = {
    name: 'Simulated',
    timezone: simulatedZone,
    currency: 'EUR',
    locale: 'en',
    hours: opening,
    quiet: [{ days: everyDay, from: '21:00', to: '08:00' }],
    capacity: Math.ceil(size.members / 4),
  };
  const costCodes = {
    research: { name: 'Research' },
    course: { name: 'Course', teams: ['team-1', 'team-2'] },
  };
  const order = Object.keys(machines);
  const described = { space, machines, readers, switches, order, tariffs, costCodes, certificates, plans };
  const workshop: Workshop = size.turns ? { ...described, policy: { pools: turns } } : described;
  const members = Array.from({ length: size.members }, (_, person) => memberRow(person, size.fromDay));
  return { workshop, members };
}

const certificates: NonNullable<Workshop['certificates']> = {
  laser: { name: 'Laser', needs: ['safety'], supervised: { sessions: 2 } },
  printer: { name: 'Printer', supervised: {} },
  // So short that it lapses within most lives.
  kiln: { name: 'Kiln', unusedDays: 2 },
};

const plans: NonNullable<Workshop['plans']> = {
  always: { name: 'Always' },
  evening: {
    name: 'Evening',
    hours: [
      { days: ['mo', 'tu', 'we', 'th', 'fr'], from: '16:00', to: '22:00' },
      { days: ['sa', 'su'], from: '10:00', to: '02:15' },
    ],
  },
};

const tariffs: Workshop['tariffs'] = [
  { pool: 'lasers', from: '2026-01-01', perHourMinor: '1800', clock: 'operating' },
  // A price that changes within most lives.
  { pool: 'lasers', from: '2026-10-26', perHourMinor: '1999', clock: 'working' },
  { pool: 'printers', from: '2026-01-01', perHourMinor: '240', clock: 'operating' },
  { pool: 'cutters', from: '2026-01-01', perHourMinor: '2100', clock: 'powered' },
  { pool: 'saws', from: '2026-01-01', perHourMinor: '601', clock: 'loaded' },
  { pool: 'mills', from: '2026-01-01', perHourMinor: '2400', clock: 'powered' },
  { pool: 'kilns', from: '2026-11-01', perHourMinor: '450', clock: 'operating' },
  { pool: 'lathes', from: '2026-01-01', perHourMinor: '777', clock: 'working' },
];
