// Which device of an agent is the machine, and which of its data items tell what we ask for. Bound by their ids: names
// are the agent's own.

import type { ReadingName } from '../../domain/machine/reading.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import type { DataItem, Device } from './read-document.ts';

export type FoundItems = {
  /** At least one; a machine with several paths has several. */
  readonly paths: readonly PathItems[];
  readonly availability: string | null;
  /** One that is triggered stops all. */
  readonly emergencyStops: readonly string[];
  readonly conditions: ReadonlySet<string>;
  /** By id: the reading, and what its number is multiplied with. */
  readonly readings: ReadonlyMap<string, { readonly name: ReadingName; readonly factor: number }>;
};

type PathItems = {
  readonly execution: string;
  readonly mode: string | null;
  readonly wait: string | null;
  readonly program: string | null;
};

/** By name or uuid where one is wanted; rejects where there is none, or more than one to choose from. */
export function chooseDevice(devices: readonly Device[], wanted: string | null): Device {
  const matching =
    wanted === null ? devices : devices.filter(({ name, uuid }) => name === wanted || uuid === wanted);
  const found = devices.map(labelOf).slice(0, mostNames).join(', ');
  const [device, another] = matching;
  if (!device) throw new LinkFault('machine-missing', { wanted: wanted ?? '', found });
  if (another) throw new LinkFault('machine-ambiguous', { found });
  return device;
}

const mostNames = 8;

/** What may be written as `device`. */
const labelOf = ({ name, uuid }: Pick<Device, 'name' | 'uuid'>): string =>
  Array.from((name || uuid).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ''))
    .slice(0, 60)
    .join('');

/** Rejects with `state-missing` where no data item tells what it executes. */
export function findItems({ items }: Pick<Device, 'items'>): FoundItems {
  const executions = items.filter(({ type }) => type === 'EXECUTION');
  if (executions.length === 0) throw new LinkFault('state-missing');
  return {
    paths: executions.map((execution) => ({
      execution: execution.id,
      mode: beside(items, { type: 'CONTROLLER_MODE', component: execution.component }),
      wait: beside(items, { type: 'WAIT_STATE', component: execution.component }),
      program: beside(items, { type: 'PROGRAM', component: execution.component }),
    })),
    availability: items.find(({ type }) => type === 'AVAILABILITY')?.id ?? null,
    emergencyStops: items.filter(({ type }) => type === 'EMERGENCY_STOP').map(({ id }) => id),
    conditions: new Set(items.filter(({ category }) => category === 'CONDITION').map(({ id }) => id)),
    readings: readingItems(items),
  };
}

/** Which of several programs is the one that somebody started. */
const programs = ['MAIN', '', 'ACTIVE'];

/** Of the same component; else the only one of the device. */
function beside(
  items: readonly DataItem[],
  { type, component }: { type: string; component: string },
): string | null {
  const rank = ({ subType }: DataItem): number => programs.indexOf(subType);
  const all = items.filter((item) => item.type === type && rank(item) >= 0).sort((a, b) => rank(a) - rank(b));
  const own = all.find((item) => item.component === component);
  return (own ?? (all.length === 1 ? all[0] : undefined))?.id ?? null;
}

type ReadingRow = {
  readonly name: ReadingName;
  readonly type: string;
  /** Accepted, the best first; empty is one without a subtype. */
  readonly subTypes: readonly string[];
  /** Unit as the agent names it → factor to the unit of the reading. Another unit is not read. */
  readonly units: ReadonlyMap<string, number>;
};

const perMinute = new Map([['REVOLUTION/MINUTE', 1]]);
const percent = new Map([['PERCENT', 1]]);
const seconds = new Map([['SECOND', 1000]]);
const counted = new Map([
  ['', 1],
  ['COUNT', 1],
]);

/** Rows for one reading stand in the order of preference: what is deprecated comes last. */
const readingRows: readonly ReadingRow[] = [
  {
    ...{ name: 'path.feedrate', type: 'PATH_FEEDRATE', subTypes: ['ACTUAL', '', 'COMMANDED'] },
    units: new Map([['MILLIMETER/SECOND', 60]]),
  },
  {
    ...{ name: 'path.feedrateOverride', type: 'PATH_FEEDRATE_OVERRIDE', subTypes: ['PROGRAMMED', ''] },
    units: percent,
  },
  { name: 'path.rapidOverride', type: 'PATH_FEEDRATE_OVERRIDE', subTypes: ['RAPID'], units: percent },
  {
    ...{ name: 'spindle.speed', type: 'ROTARY_VELOCITY', subTypes: ['ACTUAL', '', 'COMMANDED'] },
    units: perMinute,
  },
  {
    ...{ name: 'spindle.speed', type: 'SPINDLE_SPEED', subTypes: ['ACTUAL', '', 'COMMANDED'] },
    units: perMinute,
  },
  { name: 'spindle.override', type: 'ROTARY_VELOCITY_OVERRIDE', subTypes: [''], units: percent },
  { name: 'operationCycleCounter', type: 'PART_COUNT', subTypes: ['ALL', '', 'GOOD'], units: counted },
  { name: 'operationDuration', type: 'EQUIPMENT_TIMER', subTypes: ['OPERATING'], units: seconds },
  { name: 'operationDuration', type: 'ACCUMULATED_TIME', subTypes: ['AUTO', ''], units: seconds },
  { name: 'powerOnDuration', type: 'EQUIPMENT_TIMER', subTypes: ['POWERED'], units: seconds },
  { name: 'powerOnDuration', type: 'ACCUMULATED_TIME', subTypes: ['TOTAL'], units: seconds },
];

/** One item for each reading. */
function readingItems(items: readonly DataItem[]): FoundItems['readings'] {
  const found = new Map<string, { name: ReadingName; factor: number }>();
  const told = new Set<ReadingName>();
  for (const { name, type, subTypes, units } of readingRows) {
    const best = subTypes
      .flatMap((subType) => items.filter((item) => item.type === type && item.subType === subType))
      .find((item) => units.has(item.units));
    if (!best || told.has(name)) continue;
    told.add(name);
    found.set(best.id, { name, factor: units.get(best.units) ?? 1 });
  }
  return found;
}
