// What the kiosk asks of the gateway: with its own token in a cookie, and with the visit of whoever has unlocked it.

import type { Board } from '../../contract/board.ts';
import type { ProblemReport } from '../../contract/care.ts';
import type { HandOver, HeldSession, SessionChange } from '../../contract/held-session.ts';
import type {
  KioskAnswer,
  KioskPairing,
  KioskReceipt,
  KioskStartRequest,
  KioskUnlock,
  KioskUnlocked,
  KioskView,
  KioskVisit,
} from '../../contract/kiosk.ts';
import type { Self, SignIn } from '../../contract/people.ts';
import { ask } from '../ask.ts';

const at = (path: string): string => `/api/kiosk${path}`;

/** What a kiosk and its steward ask. */
export const askKiosk = {
  self: () => ask<KioskView>('GET', at('')),
  session: () => ask<Self>('GET', '/api/session'),
  signIn: (body: SignIn) => ask<Self>('POST', '/api/session', { body }),
  board: () => ask<Board>('GET', '/api/board'),
  pair: (body: KioskPairing) => ask<KioskView>('POST', '/api/kiosks', { body }),
  unlock: (body: KioskUnlock) => ask<KioskUnlocked>('POST', at('/visit'), { body }),
  lock: () => ask<null>('DELETE', at('/visit')),
};

/** What a person asks who has unlocked it. */
export const askAs = (visit: string) => ({
  stay: () => ask<KioskVisit>('GET', at('/visit'), { visit }),
  start: (body: KioskStartRequest) => ask<KioskAnswer>('POST', at('/start'), { visit, body }),
  change: (body: SessionChange) => ask<HeldSession>('PUT', at('/session'), { visit, body }),
  keep: () => ask<HeldSession>('POST', at('/keep'), { visit }),
  handOver: () => ask<HandOver>('POST', at('/hand-over'), { visit }),
  finish: () => ask<KioskReceipt>('POST', at('/finish'), { visit }),
  report: (body: ProblemReport) => ask<{ problem: string }>('POST', at('/problems'), { visit, body }),
});
