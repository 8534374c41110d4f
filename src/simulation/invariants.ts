// The invariants of the design that a simulated life is held to, one row each. A new one is a row here and its judge in
// one of the files `judge-*.ts`.

import { accessAsTheModelSays, tapsOnce } from './judge-access.ts';
import { billAsTheModelSays } from './judge-bill.ts';
import { endsByItsCause, warnedAhead } from './judge-ends.ts';
import { energyInBounds } from './judge-energy.ts';
import { airOutlivesTheBeam, noStartWhileBad, permissionAfterPower } from './judge-guards.ts';
import { handOversMeet } from './judge-hand-over.ts';
import { boundedState, liveAsReplayed, refusalsDisturbNothing } from './judge-journal.ts';
import {
  controllerFirst,
  coolingKeepsPower,
  darkAfterTheLease,
  neverOnAgain,
  overWhenDark,
  powerNeedsSession,
} from './judge-power.ts';
import { presenceAsTheModelSays } from './judge-presence.ts';
import { clocksInOrder, neverMoreThanPassed, timeGoesForward } from './judge-time.ts';
import { nextByTheReasons, nobodyBeforeTheirTurn, noIdleMachine, promisesAreKept } from './judge-turns.ts';
import type { Invariant } from './watch.ts';

export const invariants: readonly Invariant[] = [
  { number: 1, says: 'power goes on only for a session on the disk', judge: powerNeedsSession },
  { number: 1, says: 'no switch is on beyond its lease after its session', judge: darkAfterTheLease },
  { number: 3, says: 'the live state is what replay gives', judge: liveAsReplayed },
  { number: 4, says: 'time never goes back', judge: timeGoesForward },
  { number: 4, says: 'no clock is negative or runs without those before it', judge: clocksInOrder },
  { number: 4, says: 'nobody is billed more than passed', judge: neverMoreThanPassed },
  {
    number: 5,
    says: 'the bill is what the model says, to the cent, and never above its ceiling',
    judge: billAsTheModelSays,
  },
  { number: 5, says: 'energy is never negative, and can have been drawn', judge: energyInBounds },
  { number: 6, says: 'a refusal disturbs no session', judge: refusalsDisturbNothing },
  { number: 6, says: 'a tap is decided once, and answered as it stands on the disk', judge: tapsOnce },
  { number: 4, says: 'the parts of a session that is handed over meet', judge: handOversMeet },
  { number: 8, says: 'who is inside is who the model counts', judge: presenceAsTheModelSays },
  { number: 8, says: 'nothing starts while what it hangs on is bad or silent', judge: noStartWhileBad },
  { number: 8, says: 'every tap is decided as the model says, at the machine', judge: accessAsTheModelSays },
  { number: 8, says: 'nobody is let on before their turn', judge: nobodyBeforeTheirTurn },
  { number: 3, says: 'who is called is who the reasons say', judge: nextByTheReasons },
  { number: 3, says: 'whoever waits is called by the time that was promised', judge: promisesAreKept },
  { number: 7, says: 'no machine stands free while somebody waits for it', judge: noIdleMachine },
  { number: 8, says: 'power that went away comes back only by a tap', judge: neverOnAgain },
  { number: 9, says: 'each session ends by a cause that is so', judge: endsByItsCause },
  {
    number: 9,
    says: 'an end that can be foreseen is told ten, five and one minute before',
    judge: warnedAhead,
  },
  { number: 9, says: 'the controller first, power last', judge: controllerFirst },
  { number: 9, says: 'a session is over when its power is off', judge: overWhenDark },
  { number: 9, says: 'the permission comes after the power and goes before it', judge: permissionAfterPower },
  { number: 9, says: 'what runs along outlives the session', judge: airOutlivesTheBeam },
  { number: 9, says: 'power stays on what must cool', judge: coolingKeepsPower },
  { number: 10, says: 'what is kept is bounded', judge: boundedState },
];
