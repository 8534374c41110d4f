// `officina booking`: lists what of a pool is booked, books for a member and cancels. It talks to the gateway that runs on
// the data folder, which alone knows who waits and what was promised them.

import type { Config } from '../config/config.ts';
import { clip } from '../config/read-yaml.ts';
import type { PoolBookings } from '../contract/bookings.ts';
import { formatLocal, readTime } from '../domain/local-time.ts';
import { type Asked, askGateway, fieldOf, problemText } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, type ExitCode, exitCodes, refuse, textOf } from './command.ts';

const usageText = `
  list POOL                  what is booked in the next seven days
  make MEMBER MACHINE START  books a machine for a member, by their handle
  cancel BOOKING             by the id that the list shows; late it counts as used

  --minutes N                how long a booking is; left out, 60
  --json                     the whole answer

START is a time on the clock of the space, as "2027-10-11 18:00", or RFC 3339.

Examples:
  officina booking list lasers
  officina booking make anna laser "2027-10-11 18:00" --minutes 90
  officina booking cancel 01mc1w5r00s4nrg8e8zzksj8y4`;

export const booking: Command = {
  name: 'booking',
  summary: 'What is booked; books a machine for a member, and cancels.',
  usage: 'list POOL | make MEMBER MACHINE START | cancel BOOKING',
  help: usageText,
  options: { minutes: { type: 'string' }, json: { type: 'boolean' } },
  words: { least: 2, most: 4 },
  async run(context) {
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const wish = readWish(context, chosen.config);
    if (typeof wish === 'string') return refuse(context, wish, exitCodes.wrongUse);
    const running = await context.boxes.running(chosen.config);
    if (!running) {
      const text = `No gateway runs on ${chosen.config.dataDir}; start it with "officina run", then try again.`;
      return refuse(context, text);
    }
    return carryOut(context, { running, wish, timezone: chosen.config.workshop.space.timezone });
  },
};

type Wish =
  | { readonly deed: 'list'; readonly pool: string }
  | { readonly deed: 'make'; readonly body: Readonly<Record<string, string>> }
  | { readonly deed: 'cancel'; readonly booking: string };

const isId = (text: string): boolean => /^[a-z0-9-]{1,64}$/.test(text);

/** A text instead of a wish says what is wrong. */
function readWish({ values, words }: Context, { workshop }: Config): Wish | string {
  const [deed, first = '', second = '', start = ''] = words;
  const expected = deed === 'make' ? 4 : 2;
  if (deed !== 'list' && deed !== 'make' && deed !== 'cancel')
    return `"${clip(deed ?? '')}" is not known here; use list, make or cancel.`;
  if (words.length !== expected)
    return `"booking ${deed}" takes ${expected - 1} words after it; see "officina booking --help".`;
  if (deed !== 'make') {
    if (!isId(first)) return `"${clip(first)}" is no id: ids have a-z, 0-9 and -, at most 64.`;
    return deed === 'list' ? { deed, pool: first } : { deed, booking: first };
  }
  const machine = Object.hasOwn(workshop.machines, second) ? workshop.machines[second] : undefined;
  if (!machine) return `"${clip(second)}" is no machine of this workshop; officina.yaml lists them.`;
  const minutes = textOf(values, 'minutes') ?? '60';
  if (!/^\d{1,4}$/.test(minutes)) return '--minutes must be a whole number.';
  const read = readTime(start, workshop.space.timezone);
  if (!read.ok)
    return `"${clip(start)}" cannot be read as one time (${read.code}); write it as "2027-10-11 18:00".`;
  const [from, to] = [read.atMs, read.atMs + Number(minutes) * 60_000].map((ms) =>
    new Date(ms).toISOString(),
  );
  return { deed, body: { pool: machine.pool, machine: second, from: from ?? '', to: to ?? '', for: first } };
}

type Deed = { readonly running: RunningGateway; readonly wish: Wish; readonly timezone: string };

async function carryOut(context: Context, { running, wish, timezone }: Deed): Promise<ExitCode> {
  const asked = await askGateway(running, questionOf(wish));
  if (!asked.ok) return refuse(context, refusalOf(asked, timezone));
  const print = (text: string): ExitCode => {
    context.stdout.write(`${text}\n`);
    return exitCodes.ok;
  };
  if (context.values.has('json')) return print(JSON.stringify(asked.said, null, 2));
  if (wish.deed === 'make') return print(`Booked: ${String(fieldOf(asked.said, 'id'))}`);
  if (wish.deed === 'cancel') return print('Cancelled.');
  const { isPoolBookings } = await import('../contract/is-pool-bookings.ts');
  if (isPoolBookings(asked.said)) return print(linesOf(asked.said, timezone).join('\n'));
  const text = `The gateway at ${running.url} answered what this command does not know; use that gateway's own version.`;
  throw new Error(text);
}

function questionOf(wish: Wish): Parameters<typeof askGateway>[1] {
  if (wish.deed === 'make') return { method: 'POST', path: '/api/bookings', body: wish.body };
  if (wish.deed === 'cancel') return { method: 'DELETE', path: `/api/bookings/${wish.booking}` };
  return { method: 'GET', path: `/api/bookings?pool=${wish.pool}` };
}

/** With what it was measured against, and the next start that is free. */
function refusalOf(asked: Asked, timezone: string): string {
  const [about, readings] = [fieldOf(asked.said, 'about'), fieldOf(asked.said, 'readings')];
  const next = Array.isArray(readings) ? Date.parse(String(readings[0])) : Number.NaN;
  return [
    problemText(asked),
    ...(typeof about === 'string' ? [`(${clip(about, 200)})`] : []),
    ...(Number.isNaN(next) ? [] : [`The next free start is ${formatLocal(next, timezone)}.`]),
  ].join(' ');
}

function linesOf({ pool, bookings }: PoolBookings, timezone: string): readonly string[] {
  if (bookings.length === 0) return [`Nothing is booked in ${pool} in the next seven days.`];
  const local = (at: string): string => formatLocal(Date.parse(at), timezone);
  return bookings.map(({ booking: id, machine, from, to, member, phase }) =>
    [`${local(from)} to ${local(to)}`, machine, clip(member ?? '–'), phase === 'used' ? 'in use' : '', id]
      .filter(Boolean)
      .join('  '),
  );
}
