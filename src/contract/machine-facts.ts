// The four facts of a machine card with since when and by whom or what, and the hour meters of its controller beside ours.

import { type Static, type TEnum, Type } from 'typebox';

/** What a fact rests on. */
const factBys = {
  link: [
    ...(['serial', 'tcp', 'opcua', 'mqtt', 'current-sense', 'none'] as const),
    ...(['moonraker', 'octoprint', 'prusalink', 'duet', 'bambu', 'ruida', 'mtconnect'] as const),
  ],
  activity: ['status', 'event', 'sensor', 'silence', 'inferred'],
  mode: ['person', 'nobody'],
  interlock: ['session', 'session-end', 'nobody', 'switch-off', 'switch-on', 'switch-silent'],
} as const;

const since = Type.Union([Type.String(), Type.Null()], { description: 'Null where nobody knows.' });
const name = Type.Union([Type.String(), Type.Null()], {
  description: 'Of the person, for those who may know it.',
});
const fact = <T extends TEnum>(by: T) => Type.Object({ since, by, name });

export type FourFacts = Static<typeof FourFacts>;
export const FourFacts = Type.Object(
  {
    link: fact(Type.Enum([...factBys.link])),
    activity: fact(Type.Enum([...factBys.activity])),
    mode: fact(Type.Enum([...factBys.mode])),
    interlock: fact(Type.Enum([...factBys.interlock])),
  },
  { description: 'Since when each of the four facts is so, and by whom or by what.' },
);

const ms = (description: string) => Type.Union([Type.Integer(), Type.Null()], { description });

export type ControllerMeterView = Static<typeof ControllerMeterView>;
export const ControllerMeterView = Type.Object(
  {
    powerOnMs: ms('Time switched on, as the controller counts it; null where it does not.'),
    operationMs: ms('Time in operation, as the controller counts it.'),
    cycles: ms('Cycles, as the controller counts them.'),
    oursMs: Type.Integer({ description: 'Our own clock `operating` at the same moment.' }),
    compared: Type.Union([Type.String(), Type.Null()], {
      description: 'Since when the two are compared: a start of the gateway, or of the meter, begins anew.',
    }),
    driftMs: ms('How far they have drifted apart since then; above zero: we have counted more.'),
    isOff: Type.Boolean({ description: 'Apart by more than 5 % and 0.1 h.' }),
    restarted: Type.Union([Type.String(), Type.Null()], {
      description: 'When a meter of the controller stepped back, so that it began anew; null: it did not.',
    }),
  },
  { description: 'The hour meters of the controller beside ours; left out where it tells none.' },
);
