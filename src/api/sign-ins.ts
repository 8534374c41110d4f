// Who is signed in with a browser: random secrets in a cookie, kept here only as digests and only in memory, so that
// a restart signs everybody out. At most `capacity`; the oldest goes first, and is counted.

import type { Chance, Clock, Secrets } from '../gateway/ports.ts';

/** Twelve hours: one long day in the workshop. */
export const signInLastsS = 12 * 3600;

/** A member key, or `master` for a token of the gateway itself. */
type Principal = { readonly member: string } | { readonly master: true };

export type SignIns = {
  /** Returns the secret for the cookie. */
  open(principal: Principal): string;
  find(digest: string): Principal | undefined;
  close(digest: string): void;
  /** After a new password: nobody stays signed in with the old one. */
  closeAllOf(member: string): void;
  dropped(): number;
};

export type SignInsOptions = {
  readonly clock: Pick<Clock, 'monoMs'>;
  readonly chance: Chance;
  readonly secrets: Pick<Secrets, 'digest'>;
  readonly capacity?: number;
};

export function createSignIns(options: SignInsOptions): SignIns {
  const { clock, chance, secrets, capacity = 10_000 } = options;
  const open = new Map<string, { readonly principal: Principal; readonly untilMonoMs: number }>();
  let dropped = 0;

  return {
    open(principal) {
      const secret = randomText(chance);
      open.set(secrets.digest(secret), { principal, untilMonoMs: clock.monoMs() + signInLastsS * 1000 });
      if (open.size > capacity) {
        const oldest = open.keys().next().value;
        if (oldest !== undefined) open.delete(oldest);
        dropped += 1;
      }
      return secret;
    },
    find(digest) {
      const found = open.get(digest);
      if (found === undefined) return undefined;
      if (clock.monoMs() < found.untilMonoMs) return found.principal;
      open.delete(digest);
      return undefined;
    },
    close(digest) {
      open.delete(digest);
    },
    closeAllOf(member) {
      for (const [digest, { principal }] of open) {
        if ('member' in principal && principal.member === member) open.delete(digest);
      }
    },
    dropped: () => dropped,
  };
}

/** 32 random bytes as text for cookies and tokens. */
export function randomText(chance: Chance): string {
  return Buffer.from(chance.bytes(32)).toString('base64url');
}
