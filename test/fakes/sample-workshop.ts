// A small workshop with one machine of each kind that matters: with a controller and a switch, sharing a reader, and
// without a controller or without a switch. Tests change what they need.

import type { Machine, Workshop } from '../../src/domain/machine/workshop.ts';

const machine: Machine = {
  name: 'Laser',
  pool: 'lasers',
  link: 'mqtt',
  profile: null,
  reader: 'front',
  switch: 'laser-plug',
  requires: ['laser-basic'],
  leaseS: 60,
  jobLeaseS: 900,
  coolBelowC: null,
  chart: null,
};

/** A machine like the laser, changed where it matters. */
export const machineLike = (changed: Partial<Machine> = {}): Machine => ({ ...machine, ...changed });

export const sampleWorkshop: Workshop = {
  space: { name: 'Officina', timezone: 'Europe/Rome', currency: 'EUR', locale: 'en' },
  machines: {
    laser: machine,
    mill: machineLike({ name: 'Mill', pool: 'mills', reader: 'hall', switch: 'mill-plug', requires: [] }),
    saw: machineLike({
      name: 'Saw',
      pool: 'saws',
      reader: 'hall',
      switch: 'saw-plug',
      requires: [],
      link: 'none',
    }),
    loom: machineLike({
      name: 'Loom',
      pool: 'looms',
      reader: 'back',
      switch: null,
      requires: [],
      link: 'none',
    }),
  },
  readers: {
    front: { kind: 'native' },
    hall: { kind: 'native' },
    back: { kind: 'native' },
    attic: { kind: 'native' },
  },
  switches: {
    'laser-plug': { kind: 'native' },
    'mill-plug': { kind: 'native' },
    'saw-plug': { kind: 'native' },
  },
  order: ['laser', 'mill', 'saw', 'loom'],
  tariffs: [
    { pool: 'lasers', from: '2026-01-01', perHourMinor: '1000', clock: 'operating' },
    { pool: 'saws', from: '2026-01-01', perHourMinor: '600', clock: 'loaded' },
  ],
};

/** The same, with a hot end on the mill, whose power must wait for it. */
export const coolingWorkshop: Workshop = {
  ...sampleWorkshop,
  machines: {
    ...sampleWorkshop.machines,
    mill: machineLike({
      name: 'Printer',
      pool: 'mills',
      reader: 'hall',
      switch: 'mill-plug',
      requires: [],
      coolBelowC: 50,
    }),
  },
};

/** Handle → badge of the members that tests know. */
export const sampleBadges = {
  anna: '04a1b2c3d4e580',
  bruno: '04a1b2c3d4e581',
  carla: '04a1b2c3d4e582',
} as const;
