// The past run under another policy, as it goes over HTTP and into files: what is asked, and what is told of groups of at
// least five people. Minutes are whole; a change is what would be, less what was.

import { type Static, Type } from 'typebox';
import { type PolicySent, policySchema } from './policy.ts';

const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S, description: string) =>
  Type.Union([schema, Type.Null()], { description });

const Day = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: 'yyyy-mm-dd in the zone of the space.',
});

export type ReplayRequest = Static<typeof ReplayRequest>;
export const ReplayRequest = Type.Object(
  {
    document: policySchema,
    from: Day,
    to: Type.Optional(Day),
  },
  { $id: 'ReplayRequest', additionalProperties: false },
);

export type ReplayNow = Static<typeof ReplayNow>;
export const ReplayNow = Type.Object(
  {
    part: orNull(
      Type.Number({ minimum: 0, maximum: 1 }),
      'How far the one that runs has come; null while none does.',
    ),
    document: Type.Unsafe<PolicySent>({ type: 'object', description: 'The policy that is in force.' }),
    pools: Type.Array(Type.String(), { description: 'All that there are, with and without a queue.' }),
  },
  { $id: 'ReplayNow' },
);

const Figures = Type.Object({
  asked: Type.Integer({ description: 'How often somebody came for a machine.' }),
  served: Type.Integer({ description: 'How often they got one.' }),
  waitP50: Type.Integer({
    description: 'Half of the waits are no longer, until the call or until they gave up.',
  }),
  waitP90: Type.Integer({ description: 'Nine of ten waits are no longer.' }),
  waitLongest: Type.Integer(),
  promisedP50: orNull(Type.Integer(), 'From the ticket to the latest start that was promised, half of them.'),
  overtakenMost: orNull(Type.Integer(), 'By so much others might overtake one of them at most.'),
  turnedAway: Type.Integer({ description: 'Minutes that they would have used and did not.' }),
});

const PoolFigures = Type.Object({
  turnMinutes: Type.Integer(),
  overtakePercent: Type.Integer(),
  overtakeMostMinutes: Type.Integer(),
  halfLifeDays: Type.Integer(),
  usedPerMille: orNull(
    Type.Integer(),
    'Of the time in which its machines could be used; null where fewer than five people came for them.',
  ),
});

const GroupReport = Type.Object({
  by: Type.Enum(['all', 'use', 'team']),
  group: Type.Enum([
    ...(['everybody', 'light-half', 'middle', 'heavy-tenth', 'team', 'individuals', 'others'] as const),
  ]),
  team: Type.Optional(Type.String({ description: 'Its id, where the group is a team.' })),
  people: Type.Integer({ minimum: 5 }),
  before: Figures,
  after: Figures,
  change: Figures,
  waits: Type.Enum(['less', 'more', 'same'], { description: 'By nine of ten waits, and by half of them.' }),
});

export type ReplayReport = Static<typeof ReplayReport>;
export const ReplayReport = Type.Object(
  {
    from: Type.String(),
    to: Type.String(),
    past: Type.Object(
      {
        isReproduced: Type.Boolean({
          description:
            'False: the run under the real policy does not come to what happened; do not trust the rest.',
        }),
        turns: Type.Integer(),
        sameOrderPercent: orNull(Type.Integer(), 'Of turns one after the other, so many in the same order.'),
        offMinutes: orNull(Type.Integer(), 'Half of the waits are off by no more.'),
      },
      { description: 'The run under the policy that was in force beside what really happened.' },
    ),
    groups: Type.Array(GroupReport),
    pools: Type.Array(
      Type.Object({
        pool: Type.String(),
        before: orNull(PoolFigures, 'Null where there was no queue.'),
        after: orNull(PoolFigures, 'Null where there would be none.'),
      }),
    ),
    notes: Type.Array(
      Type.Object({
        code: Type.Enum([
          ...(['nobody-came', 'too-few', 'groups-merged', 'pool-had-no-queue', 'pool-left-out'] as const),
          ...(['bookings-not-replayed', 'care-not-replayed'] as const),
        ]),
        pool: orNull(Type.String(), 'That it is about.'),
      }),
    ),
  },
  { $id: 'ReplayReport' },
);
