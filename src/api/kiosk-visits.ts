// Who stands at a kiosk now: one person per kiosk, in memory, known to the page by a random secret. It locks itself twenty
// seconds after the last thing that was asked, and five minutes after it was unlocked at the latest.

import type { AtKioskNow } from '../gateway/gateway.ts';
import type { Chance, Clock, Secrets } from '../gateway/ports.ts';
import { randomText } from './sign-ins.ts';

const visitLastsMs = 20_000;
const longestMs = 5 * 60_000;

export type Visit = {
  readonly who: AtKioskNow;
  readonly machine: string;
  /** Of the monotonic clock. */
  readonly untilMonoMs: number;
};

export type KioskVisits = {
  /** Whoever was there before is gone. @returns the secret */
  open(kiosk: string, one: { who: AtKioskNow; machine: string }): string;
  /** The visit with this secret at this kiosk, kept for another twenty seconds; undefined once it is over. */
  stay(kiosk: string, secret: string): Visit | undefined;
  close(kiosk: string): void;
};

type Kept = Visit & { readonly digest: string; readonly lastMonoMs: number };

export type KioskVisitsBox = {
  readonly clock: Pick<Clock, 'monoMs'>;
  readonly chance: Chance;
  readonly secrets: Pick<Secrets, 'digest'>;
};

/** Bounded by the tokens of kiosks: one visit each. */
export function createKioskVisits({ clock, chance, secrets }: KioskVisitsBox): KioskVisits {
  const open = new Map<string, Kept>();
  return {
    open(kiosk, { who, machine }) {
      const secret = randomText(chance);
      const nowMs = clock.monoMs();
      const ends = { untilMonoMs: nowMs + visitLastsMs, lastMonoMs: nowMs + longestMs };
      open.set(kiosk, { who, machine, digest: secrets.digest(secret), ...ends });
      return secret;
    },
    stay(kiosk, secret) {
      const found = open.get(kiosk);
      if (found === undefined || found.digest !== secrets.digest(secret)) return undefined;
      const nowMs = clock.monoMs();
      if (nowMs >= found.untilMonoMs) {
        open.delete(kiosk);
        return undefined;
      }
      const kept = { ...found, untilMonoMs: Math.min(nowMs + visitLastsMs, found.lastMonoMs) };
      open.set(kiosk, kept);
      return kept;
    },
    close: (kiosk) => void open.delete(kiosk),
  };
}
