// What an entry of the journal says to the diary of time series. The same journal gives the same points, so that
// writing them twice changes nothing; figures are whole numbers and add up to those of the journal, exactly.

import { chargedUnder, enteredUse, withdrawnUse } from '../billing/entered-use.ts';
import type { Entry, EntryType } from '../journal/entry.ts';
import type { QueueBody } from '../journal/queue-entries.ts';
import type { Session } from '../journal/state.ts';
import { powerWaits } from '../machine/heat.ts';
import { interlockOf, powerOf } from '../machine/interlock.ts';
import type { DiaryContext } from './diary-context.ts';
import { queueFields, queueMoved } from './queue-fields.ts';
import { isSilent, type Silent } from './silent-entries.ts';
import { type UsePoint, usePoints } from './use-points.ts';

export type DiaryPoint = {
  readonly measurement: 'usage' | 'charge' | 'machine_state' | 'access' | 'queue';
  /** Wall clock of what it tells; several points of one series may share it, `seq` tells them apart. */
  readonly atMs: number;
  readonly seq: number;
  readonly gateway: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Numbers are whole. */
  readonly fields: Readonly<Record<string, string | number>>;
};

/** Moves `context` on by one entry, the one after `context.seq`, and says which points that gives. */
export function pointsOf(entry: Entry, context: DiaryContext): readonly DiaryPoint[] {
  if (entry.seq !== context.seq + 1)
    throw new RangeError(`entry ${entry.seq} after ${context.seq}: one is missing`);
  context.seq = entry.seq;
  if (isSilent(entry.type)) return [];
  // The row for a type takes exactly the entries of that type, which the compiler cannot see through the look-up.
  const row = rows[entry.type] as (entry: Entry, context: DiaryContext) => readonly Told[];
  const { seq, gateway } = entry;
  return row(entry, context).map((told) => ({
    ...{ atMs: entry.atMs, ...told, seq, gateway },
    tags: withoutErased(told.tags, context),
  }));
}

function withoutErased(tags: DiaryPoint['tags'], { erased }: DiaryContext): DiaryPoint['tags'] {
  if (tags.member === undefined || !erased.has(tags.member)) return tags;
  const { member: _, ...rest } = tags;
  return rest;
}

/** A point before it has its place in the journal; without a time of its own it has that of its entry. */
type Told = Pick<DiaryPoint, 'measurement' | 'tags' | 'fields'> & { readonly atMs?: number };
type Of<T extends EntryType> = Extract<Entry, { type: T }>;

/** One row per type of entry that is not silent, so that a new type cannot be forgotten here. */
const rows: {
  readonly [T in Exclude<EntryType, Silent>]: (entry: Of<T>, context: DiaryContext) => readonly Told[];
} = {
  'gateway-booted': (_, context) => {
    context.heard.clear();
    context.switches.clear();
    return states(context, context.machines.keys());
  },
  'workshop-described': described,
  'member-erased': ({ data }, context) => {
    context.erased.add(data.member);
    return [];
  },
  'tap-refused': ({ data }) => [access({ ...data, outcome: 'refused' })],
  'tap-noted': ({ data }) => [access({ ...data, machine: null, outcome: 'notice' })],
  'session-started': ({ data }, context) => {
    context.sessions.set(data.machine, { phase: 'active', metered: [] });
    const code = data.bypassed ? 'bypassed' : 'granted';
    return [access({ ...data, outcome: 'granted', code }), ...states(context, [data.machine])];
  },
  'session-handed-over': ({ data }, context) => {
    context.sessions.set(data.machine, { phase: 'active', metered: [] });
    return [access({ ...data, outcome: 'granted', code: 'handed-over' })];
  },
  'hand-over-opened': noticed,
  'session-kept': noticed,
  'session-ending': ({ data }, context) => {
    enter(context, data.machine, 'finishing');
    const { reader, machine } = data;
    const tapped = reader === null ? [] : [access({ reader, machine, outcome: 'ended', code: 'ended' })];
    return [...tapped, ...states(context, [data.machine])];
  },
  // How many are inside, and who, is told to nobody else.
  'machine-mode-set': ({ data }, context) => {
    if (data.mode === 'production') context.modes.delete(data.machine);
    else context.modes.set(data.machine, data.mode);
    return states(context, [data.machine]);
  },
  'cooling-ended': ({ data }, context) => {
    enter(context, data.machine, 'darkening');
    return states(context, [data.machine]);
  },
  'access-ended': ({ data }, context) => {
    enter(context, data.machine, context.mustCool.has(data.machine) ? 'cooling' : 'darkening');
    return states(context, [data.machine]);
  },
  'session-ended': ({ data }, context) => {
    context.sessions.delete(data.machine);
    return states(context, [data.machine]);
  },
  'segment-closed': closed,
  'usage-entered': entered,
  'usage-withdrawn': withdrawn,
  'material-entered': entered,
  'material-withdrawn': withdrawn,
  'charge-made': charged,
  'charge-corrected': charged,
  // How members vote is for no chart.
  'queue-described': queued,
  'ticket-taken': queued,
  'ticket-callable': queued,
  'ticket-away': queued,
  'ticket-parked': queued,
  'ticket-shortened': queued,
  'ticket-dropped': queued,
  'turn-granted': queued,
  'turn-claimed': queued,
  'turn-renewed': queued,
  'turn-overran': queued,
  'turn-ended': queued,
  'promises-made': queued,
  'use-charged': queued,
  'tap-queued': ({ data }) => [access({ ...data, outcome: 'queued', code: 'queued' })],
  'machine-changed': ({ data }, context) => {
    context.heard.set(data.machine, { link: data.link, activity: data.activity });
    return states(context, [data.machine]);
  },
  'switch-changed': ({ data }, context) => {
    context.switches.set(data.switch, data.on);
    const fed = [...context.machines].filter(([, id]) => id === data.switch).map(([machine]) => machine);
    return states(context, fed);
  },
};

/** How many wait, the longest wait and the latest start that is promised, when one of them is new. */
function queued(entry: Of<Exclude<QueueBody['type'], 'tap-queued'>>, context: DiaryContext): readonly Told[] {
  const { pool } = entry.data;
  if (!queueMoved(context.queues, entry)) return [];
  return [
    { measurement: 'queue', tags: { pool }, fields: queueFields(context.queues.get(pool), entry.atMs) },
  ];
}

function described({ data: { workshop } }: Of<'workshop-described'>, context: DiaryContext): readonly Told[] {
  context.timezone = workshop.space.timezone;
  context.currency = workshop.space.currency;
  context.tariffs = workshop.tariffs;
  context.machines = new Map(Object.entries(workshop.machines).map(([id, machine]) => [id, machine.switch]));
  const cooling = Object.entries(workshop.machines).filter(([, machine]) => powerWaits(machine));
  context.mustCool = new Set(cooling.map(([id]) => id));
  for (const machine of context.told.keys()) if (!context.machines.has(machine)) context.told.delete(machine);
  return states(context, context.machines.keys());
}

function enter(context: DiaryContext, machine: string, phase: Session['phase']): void {
  const session = context.sessions.get(machine);
  if (session) session.phase = phase;
}

/** The four facts of those machines for which one of them is new. */
function states(context: DiaryContext, machines: Iterable<string>): readonly Told[] {
  const told: Told[] = [];
  for (const machine of machines) {
    if (!context.machines.has(machine)) continue;
    const fields = stateOf(context, machine);
    const text = Object.values(fields).join(' ');
    if (context.told.get(machine) === text) continue;
    context.told.set(machine, text);
    told.push({ measurement: 'machine_state', tags: { machine }, fields });
  }
  return told;
}

function stateOf(context: DiaryContext, machine: string) {
  const heard = context.heard.get(machine);
  const id = context.machines.get(machine) ?? null;
  const power = powerOf({
    hasSwitch: id !== null,
    on: id === null ? null : (context.switches.get(id) ?? null),
  });
  return {
    link: heard?.link ?? 'never',
    activity: heard?.activity ?? 'unknown',
    mode: context.modes.get(machine) ?? 'production',
    interlock: interlockOf({ held: context.sessions.get(machine)?.phase ?? 'none', power }),
  };
}

/** Of a page there is nothing to tell. */
function noticed({ type, data }: Of<'hand-over-opened' | 'session-kept'>): readonly Told[] {
  const { reader, machine } = data;
  const code = type === 'session-kept' ? 'kept' : type;
  return reader === null ? [] : [access({ reader, machine, outcome: 'notice', code })];
}

type Tapped = { reader: string; machine: string | null; outcome: string; code: string };

const access = ({ reader, machine, outcome, code }: Tapped): Told => ({
  measurement: 'access',
  tags: { reader, ...(machine === null ? {} : { machine }), outcome },
  fields: { code },
});

/** The part that this segment adds to the price of its session depends on those before it. */
function closed({ data: segment }: Of<'segment-closed'>, context: DiaryContext): readonly Told[] {
  const { tariffs, timezone, currency } = context;
  const session = context.sessions.get(segment.machine) ?? { phase: 'finishing', metered: [] };
  context.sessions.set(segment.machine, session);
  session.metered.push({ segment, tariffs, timezone });
  return noted(context, usePoints(session.metered, currency));
}

function entered(entry: Of<'usage-entered' | 'material-entered'>, context: DiaryContext): readonly Told[] {
  const use = enteredUse(entry, context);
  const { currency } = context;
  context.entered.set(chargedUnder(entry), { use, currency });
  return noted(context, usePoints([use], currency));
}

/** Takes back exactly what was written for it, in the currency of then. */
function withdrawn(
  entry: Of<'usage-withdrawn' | 'material-withdrawn'>,
  context: DiaryContext,
): readonly Told[] {
  const known = context.entered.get(chargedUnder(entry));
  if (!known) return [];
  context.entered.delete(chargedUnder(entry));
  return noted(context, usePoints([known.use, withdrawnUse(known.use, entry)], known.currency));
}

/** Remembers what was told of the price of a use, until it is charged. */
function noted(context: DiaryContext, points: readonly UsePoint[]): readonly UsePoint[] {
  for (const { measurement, fields, tags } of points) {
    const key = unchargedKey(String(fields.session), tags.cost_code ?? null);
    if (measurement === 'charge') note(context, key, Number(fields.minor));
  }
  return points;
}

const unchargedKey = (session: string, costCode: string | null): string =>
  costCode === null ? session : `${session} ${costCode}`;

function note({ uncharged }: DiaryContext, key: string, minor: number): void {
  const left = (uncharged.get(key) ?? 0) + minor;
  if (left === 0) uncharged.delete(key);
  else uncharged.set(key, left);
}

/** Only what the charge differs by from the prices that were told already, as when a cap took something off: by cost code. */
function charged({ data }: Of<'charge-made' | 'charge-corrected'>, context: DiaryContext): readonly Told[] {
  const { session, machine, pool, member, team, currency, lines } = data;
  const found: Told[] = [];
  for (const costCode of new Set([null, ...lines.map((line) => line.costCode)])) {
    const key = unchargedKey(session, costCode);
    const told = context.uncharged.get(key) ?? 0;
    context.uncharged.delete(key);
    const own = lines.filter((line) => line.costCode === costCode);
    const minor = own.reduce((sum, line) => sum + Number(line.minor), 0) - told;
    if (minor === 0) continue;
    const code = costCode === null ? {} : { cost_code: costCode };
    const tags = { machine, pool, member, ...(team === null ? {} : { team }), ...code, currency };
    found.push({ measurement: 'charge', tags, fields: { minor, session } });
  }
  return found;
}
