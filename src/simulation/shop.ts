// The workshop and the people of a simulated life: machines of every kind of link, some sharing a reader, and members of
// whom some lack a training or lose it while we watch. The same sizes give the same shop.

import type { Machine, Workshop } from '../domain/machine/workshop.ts';
import type { MemberInput } from '../gateway/gateway.ts';

export type Shop = {
  readonly workshop: Workshop;
  readonly members: readonly MemberInput[];
};

type Kind = Pick<Machine, 'pool' | 'link' | 'requires' | 'leaseS' | 'jobLeaseS' | 'coolBelowC'> & {
  readonly hasSwitch: boolean;
  /** Machines of this kind that one reader serves. */
  readonly perReader: number;
};

/** One row per kind of machine; a shop takes them in turn. */
const kinds: readonly Kind[] = [
  kind({ pool: 'lasers', link: 'serial', requires: ['laser'] }),
  kind({ pool: 'printers', link: 'serial', requires: ['printer'], coolBelowC: 50, perReader: 2 }),
  kind({ pool: 'saws', link: 'none', leaseS: 120, jobLeaseS: 120 }),
  kind({ pool: 'mills', link: 'opcua', requires: ['mill', 'safety'], jobLeaseS: 1_800 }),
  kind({ pool: 'kilns', link: 'mqtt', requires: ['kiln'], leaseS: 300, jobLeaseS: 3_600 }),
  kind({ pool: 'looms', link: 'none', hasSwitch: false }),
  kind({ pool: 'printers', link: 'tcp', requires: ['printer'], coolBelowC: 50, perReader: 2 }),
  kind({ pool: 'lathes', link: 'mqtt', perReader: 2 }),
  // It has power whatever we say, so anybody may have left a job on it.
  kind({ pool: 'plotters', link: 'tcp', hasSwitch: false }),
];

function kind(row: Partial<Kind> & Pick<Kind, 'pool' | 'link'>): Kind {
  const usual = { requires: [], leaseS: 60, jobLeaseS: 900, coolBelowC: null, hasSwitch: true, perReader: 1 };
  return { ...usual, ...row };
}

const simulatedZone = 'Europe/Rome';

/** Cards are 7-byte numbers, as NTAG has them. */
export const cardOf = (person: number): string => `04${person.toString(16).padStart(12, '0')}`;
const handleOf = (person: number): string => `person-${person}`;

/** @param fromDay local day on which the life begins, `yyyy-mm-dd`; certificates end around it */
export function createShop(size: { members: number; machines: number; fromDay: string }): Shop {
  const machines: Record<string, Machine> = {};
  const readers: Record<string, { kind: string }> = { entrance: { kind: 'native' } };
  const switches: Record<string, { kind: string }> = {};
  for (let place = 0; place < size.machines; place++) {
    const { hasSwitch, perReader, ...row } = kinds[place % kinds.length] as Kind;
    const round = Math.floor(place / kinds.length);
    const id = `${row.pool}-${place}`;
    const reader = `reader-${row.pool}-${place % kinds.length}-${Math.floor(round / perReader)}`;
    const plug = hasSwitch ? `plug-${place}` : null;
    readers[reader] = { kind: 'native' };
    if (plug !== null) switches[plug] = { kind: 'native' };
    machines[id] = { ...row, name: `Machine ${place}`, profile: null, reader, switch: plug, chart: null };
  }
  const space = { name: 'Simulated', timezone: simulatedZone, currency: 'EUR', locale: 'en' };
  const workshop = { space, machines, readers, switches, order: Object.keys(machines), tariffs };
  const members = Array.from({ length: size.members }, (_, person) => memberRow(person, size.fromDay));
  return { workshop, members };
}

const tariffs: Workshop['tariffs'] = [
  { pool: 'lasers', from: '2026-01-01', perHourMinor: '1800', clock: 'operating' },
  // A price that changes within most lives.
  { pool: 'lasers', from: '2026-10-26', perHourMinor: '1999', clock: 'working' },
  { pool: 'printers', from: '2026-01-01', perHourMinor: '240', clock: 'operating' },
  { pool: 'saws', from: '2026-01-01', perHourMinor: '601', clock: 'loaded' },
  { pool: 'mills', from: '2026-01-01', perHourMinor: '2400', clock: 'powered' },
  { pool: 'kilns', from: '2026-11-01', perHourMinor: '450', clock: 'operating' },
  { pool: 'lathes', from: '2026-01-01', perHourMinor: '777', clock: 'working' },
];

/** The row of a member as an import has it; `until` changes the end of what they were trained for. */
export function memberRow(person: number, fromDay: string, until?: string | null): MemberInput {
  const held = ['laser', 'printer', 'mill', 'safety', 'kiln'].filter(
    (_, place) => (person >> place) % 4 !== 3,
  );
  return {
    member: handleOf(person),
    name: `Person ${person}`,
    email: null,
    team: person % 3 === 0 ? null : `team-${person % 11}`,
    badges: [cardOf(person)],
    certificates: held.map((certificate) => ({
      certificate,
      until: until === undefined ? usualUntil(person, fromDay) : until,
    })),
    roles: person % 50 === 0 ? ['member', 'steward'] : ['member'],
  };
}

const dayMs = 24 * 3_600_000;

/** Every third has one that ends in the month around the beginning. */
function usualUntil(person: number, fromDay: string): string | null {
  if (person % 3 !== 0) return null;
  const endMs = Date.parse(`${fromDay}T00:00:00Z`) + ((person % 37) - 5) * dayMs;
  return new Date(endMs).toISOString().slice(0, 10);
}
