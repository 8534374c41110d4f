// What a webhook can be told of, and the envelope of every event. A name is never given a second meaning: when the members
// of its data change otherwise than by new ones, its version grows.

import { type Static, Type } from 'typebox';

/** In the order of the documentation. The number is the version of the data. */
export const webhookEvents = {
  'gateway.started': 1,
  'machine.changed': 1,
  'machine.mode-set': 1,
  'machine.locked': 1,
  'machine.unlocked': 1,
  'session.started': 1,
  'session.handed-over': 1,
  'session.ending': 1,
  'session.ended': 1,
  'usage.metered': 1,
  'job.started': 1,
  'job.ended': 1,
  'tap.refused': 1,
  'alarm.raised': 1,
  'alarm.answered': 1,
  'alarm.cleared': 1,
  'problem.reported': 1,
  'problem.closed': 1,
  'turn.granted': 1,
  'booking.made': 1,
  'booking.cancelled': 1,
  'booking.released': 1,
  'charge.made': 1,
  'charge.corrected': 1,
  'invoice.issued': 1,
  'credit-note.issued': 1,
  'payment.recorded': 1,
  'policy.adopted': 1,
  'proposal.opened': 1,
  'proposal.closed': 1,
  'member.erased': 1,
} as const;

export type WebhookEventName = keyof typeof webhookEvents;

export const webhookEventNames = Object.keys(webhookEvents) as readonly WebhookEventName[];

/** The body of a POST to a webhook. `webhook.test` is sent by hand alone, and has an empty `data`. */
export type WebhookEvent = Static<typeof WebhookEvent>;
export const WebhookEvent = Type.Object(
  {
    type: Type.String({ maxLength: 64 }),
    version: Type.Integer({ minimum: 1 }),
    timestamp: Type.String({ description: 'RFC 3339: when it happened.' }),
    gateway: Type.String({ description: 'Id of the gateway that tells it.' }),
    position: Type.Integer({ minimum: 0, description: 'Its place in the journal; only grows.' }),
    data: Type.Record(Type.String(), Type.Unknown()),
  },
  { $id: 'WebhookEvent' },
);

const Count = Type.Integer({ minimum: 0 });

/** How a webhook stands, for those who look after the gateway. Its secret and the path of its address are in none of it. */
export type WebhookView = Static<typeof WebhookView>;
export const WebhookView = Type.Object(
  {
    id: Type.String(),
    host: Type.String(),
    events: Type.Array(Type.String()),
    names: Type.Boolean(),
    state: Type.Enum(['well', 'failing', 'disabled']),
    position: Type.Integer({ minimum: 0, description: 'The last entry of the journal that is settled.' }),
    behind: Count,
    sent: Count,
    failures: Count,
    dropped: Count,
    failingSince: Type.Union([Type.String(), Type.Null()]),
    fault: Type.Union([Type.String(), Type.Null()], { description: 'A code, or the status of the answer.' }),
  },
  { $id: 'WebhookView' },
);

export const WebhookList = Type.Object({ webhooks: Type.Array(WebhookView) }, { $id: 'WebhookList' });
export type WebhookList = Static<typeof WebhookList>;

export const WebhookTested = Type.Object(
  { ok: Type.Boolean(), fault: Type.Union([Type.String(), Type.Null()]) },
  { $id: 'WebhookTested' },
);
export type WebhookTested = Static<typeof WebhookTested>;

export const WebhookReplay = Type.Object(
  {
    from: Type.Integer({
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      description: 'The first entry of the journal that is told again.',
    }),
  },
  { $id: 'WebhookReplay' },
);
export type WebhookReplay = Static<typeof WebhookReplay>;
