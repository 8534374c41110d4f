// What an entry of the journal says to a webhook: named members of it and nothing else, so that a new member of an entry
// never goes out by itself. Entries without a row say nothing.

import { type WebhookEvent, type WebhookEventName, webhookEvents } from '../../contract/webhook-events.ts';
import type { Entry, EntryType } from '../../domain/journal/entry.ts';

/** Null where nobody is to be named; else the name of a member who shows it, and null for everybody else. */
export type NameOf = ((member: string) => string | null) | null;

/** Null for an entry that is no event. */
export function eventOf(entry: Entry, nameOf: NameOf): WebhookEvent | null {
  const row = rows[entry.type];
  if (!row) return null;
  const { type, members } = row;
  const data: Record<string, unknown> = {};
  for (const name of members) {
    const value: unknown = Reflect.get(entry.data, name);
    if (value !== undefined) data[name] = value;
  }
  const names = nameOf === null ? {} : namesIn(data, nameOf);
  return {
    type,
    version: webhookEvents[type],
    timestamp: new Date(entry.atMs).toISOString(),
    gateway: entry.gateway,
    position: entry.seq,
    data: { ...data, ...(Object.keys(names).length > 0 && { names }) },
  };
}

/** The same whenever it is sent: who has had it knows it again. */
export const eventId = ({ gateway, position }: Pick<WebhookEvent, 'gateway' | 'position'>): string =>
  `evt_${gateway}_${position}`;

/** Members of an event that hold the key of a member. */
const people = ['member', 'by', 'trainer', 'witness'] as const;

function namesIn(
  data: Readonly<Record<string, unknown>>,
  nameOf: NonNullable<NameOf>,
): Record<string, string> {
  const named = people.flatMap((word) => {
    const name = typeof data[word] === 'string' ? nameOf(data[word]) : null;
    return name === null ? [] : [[word, name] as const];
  });
  return Object.fromEntries(named);
}

type Row = { readonly type: WebhookEventName; readonly members: readonly string[] };

type Members<T extends EntryType> = readonly (keyof Extract<Entry, { type: T }>['data'] & string)[];

/** The compiler holds each row against the entry of its type. */
const row = <T extends EntryType>(_of: T, type: WebhookEventName, members: Members<T>): Row => ({
  type,
  members,
});

const heldBy = ['session', 'machine', 'pool', 'member', 'team', 'costCode'] as const;
const billed = [
  'invoice',
  'number',
  'payer',
  'issuedOn',
  'currency',
  'netMinor',
  'vatMinor',
  'grossMinor',
] as const;
const charged = ['session', 'machine', 'pool', 'member', 'team', 'currency', 'minor', 'lines'] as const;

const rows: { readonly [type in EntryType]?: Row } = {
  'gateway-booted': row('gateway-booted', 'gateway.started', ['version', 'synchronised']),
  'machine-changed': row('machine-changed', 'machine.changed', [
    ...(['machine', 'link', 'activity', 'substate', 'confidence'] as const),
  ]),
  'machine-mode-set': row('machine-mode-set', 'machine.mode-set', ['machine', 'mode', 'by']),
  'machine-locked': row('machine-locked', 'machine.locked', ['machine', 'by', 'lock']),
  'machine-unlocked': row('machine-unlocked', 'machine.unlocked', ['machine', 'by']),
  'session-started': row('session-started', 'session.started', [...heldBy, 'reader', 'trainer']),
  'session-handed-over': row('session-handed-over', 'session.handed-over', [
    ...(['from', 'to', 'machine', 'pool', 'member', 'team', 'costCode', 'reader'] as const),
  ]),
  'session-ending': row('session-ending', 'session.ending', ['session', 'machine', 'cause']),
  'session-ended': row('session-ended', 'session.ended', ['session', 'machine', 'power']),
  'segment-closed': row('segment-closed', 'usage.metered', [
    ...heldBy,
    ...(['index', 'fromMs', 'toMs', 'clocks', 'gapMs', 'energy', 'trainer'] as const),
  ]),
  'job-started': row('job-started', 'job.started', ['machine', 'job', 'session']),
  'job-ended': row('job-ended', 'job.ended', ['machine', 'job', 'result']),
  'tap-refused': row('tap-refused', 'tap.refused', ['reader', 'machine', 'member', 'code']),
  'alarm-raised': row('alarm-raised', 'alarm.raised', ['alarm', 'code', 'machine', 'switch', 'session']),
  'alarm-answered': row('alarm-answered', 'alarm.answered', ['alarm', 'by', 'what']),
  'alarm-cleared': row('alarm-cleared', 'alarm.cleared', ['alarm']),
  'problem-reported': row('problem-reported', 'problem.reported', ['problem', 'machine', 'by', 'severity']),
  'problem-closed': row('problem-closed', 'problem.closed', ['problem', 'machine', 'by', 'what', 'minutes']),
  'turn-granted': row('turn-granted', 'turn.granted', ['pool', 'ticket', 'machine', 'lengthMs', 'code']),
  'booking-made': row('booking-made', 'booking.made', [
    ...(['booking', 'pool', 'machine', 'member', 'fromMs', 'toMs', 'from', 'moves'] as const),
  ]),
  'booking-cancelled': row('booking-cancelled', 'booking.cancelled', ['booking', 'late', 'why']),
  'booking-released': row('booking-released', 'booking.released', ['booking']),
  'charge-made': row('charge-made', 'charge.made', [...charged, 'fromMs']),
  'charge-corrected': row('charge-corrected', 'charge.corrected', [...charged, 'nth', 'why', 'by']),
  'invoice-issued': row('invoice-issued', 'invoice.issued', [...billed, 'month', 'dueOn']),
  'credit-note-issued': row('credit-note-issued', 'credit-note.issued', [...billed, 'credits']),
  'payment-recorded': row('payment-recorded', 'payment.recorded', [
    ...(['payment', 'payer', 'invoice', 'minor', 'currency', 'day', 'how'] as const),
  ]),
  'policy-adopted': row('policy-adopted', 'policy.adopted', ['version', 'hash', 'fromMs', 'by']),
  'proposal-opened': row('proposal-opened', 'proposal.opened', [
    'proposal',
    'by',
    'opensMs',
    'closesMs',
    'fromMs',
  ]),
  'proposal-closed': row('proposal-closed', 'proposal.closed', [
    ...(['proposal', 'outcome', 'yes', 'no', 'blank', 'electors'] as const),
  ]),
  'member-erased': row('member-erased', 'member.erased', ['member']),
};
