// Who is signed in with a browser: random secrets in a cookie, kept here only as digests and only in memory, so that
// a restart signs everybody out. At most `capacity`; the oldest goes first, and is counted.

import type { Chance, Clock, Secrets } from '../gateway/ports.ts';

/** Twelve hours: one long day in the workshop. */
export const signInLastsS = 12 * 3600;

/** A member key, or `master` for a token of the gateway itself. */
type Principal = { readonly member: string } | { readonly master: true };

/** A member, and what they see of it in the list of places where they are signed in. */
export type SignedIn = {
  readonly member: string;
  readonly how: 'password' | 'passkey' | 'provider';
  /** Id of the passkey that opened it; removing that one closes it. */
  readonly passkey?: string;
  /** In short; empty where the browser said nothing. */
  readonly browser: string;
};

/** Times are monotonic, of this process. */
type Place = SignedIn & {
  /** Opaque; it opens nothing. */
  readonly place: string;
  readonly sinceMonoMs: number;
  readonly seenMonoMs: number;
  readonly untilMonoMs: number;
};

export type SignIns = {
  /** Returns the secret for the cookie. */
  open(principal: Principal | SignedIn): string;
  find(digest: string): Principal | undefined;
  close(digest: string): void;
  /** After a new password: nobody stays signed in with the old one. */
  closeAllOf(member: string): void;
  /** Those of one passkey, when it was removed. */
  closePasskey(passkey: string): void;
  /** Of a cookie; undefined where it is no member's sign-in. */
  placeOf(digest: string): Place | undefined;
  /** Newest first. */
  placesOf(member: string): readonly Place[];
  /** False where the member is not signed in there. */
  closePlace(member: string, place: string): boolean;
  dropped(): number;
};

export type SignInsOptions = {
  readonly clock: Pick<Clock, 'monoMs'>;
  readonly chance: Chance;
  readonly secrets: Pick<Secrets, 'digest'>;
  readonly capacity?: number;
};

type Open = {
  readonly principal: Principal | SignedIn;
  readonly place: string;
  readonly sinceMonoMs: number;
  seenMonoMs: number;
};

export function createSignIns(options: SignInsOptions): SignIns {
  const { clock, chance, secrets, capacity = 10_000 } = options;
  const open = new Map<string, Open>();
  let dropped = 0;

  const live = (digest: string): Open | undefined => {
    const found = open.get(digest);
    if (found === undefined || clock.monoMs() < untilOf(found)) return found;
    open.delete(digest);
    return undefined;
  };
  const closeWhere = (closes: (one: Open) => boolean): boolean => {
    const closed = [...open].filter(([, one]) => closes(one));
    for (const [digest] of closed) open.delete(digest);
    return closed.length > 0;
  };
  const isOf = ({ principal }: Open, member: string): boolean =>
    'member' in principal && principal.member === member;

  return {
    open(principal) {
      const secret = randomText(chance);
      const sinceMonoMs = clock.monoMs();
      // Its own chance: a digest of the secret would say something of it.
      const place = Buffer.from(chance.bytes(10)).toString('hex');
      open.set(secrets.digest(secret), { principal, place, sinceMonoMs, seenMonoMs: sinceMonoMs });
      if (open.size > capacity) {
        const oldest = open.keys().next().value;
        if (oldest !== undefined) open.delete(oldest);
        dropped += 1;
      }
      return secret;
    },
    find(digest) {
      const found = live(digest);
      if (found === undefined) return undefined;
      found.seenMonoMs = clock.monoMs();
      return found.principal;
    },
    close(digest) {
      open.delete(digest);
    },
    closeAllOf(member) {
      closeWhere((one) => isOf(one, member));
    },
    closePasskey(passkey) {
      closeWhere(({ principal }) => 'passkey' in principal && principal.passkey === passkey);
    },
    placeOf(digest) {
      const found = live(digest);
      return found && toPlace(found);
    },
    placesOf(member) {
      const own = [...open].filter(([digest, one]) => isOf(one, member) && live(digest) !== undefined);
      return own.flatMap(([, one]) => toPlace(one) ?? []).reverse();
    },
    closePlace: (member, place) => closeWhere((one) => isOf(one, member) && one.place === place),
    dropped: () => dropped,
  };
}

const untilOf = ({ sinceMonoMs }: Open): number => sinceMonoMs + signInLastsS * 1000;

function toPlace(one: Open): Place | undefined {
  const { principal, place, sinceMonoMs, seenMonoMs } = one;
  if (!('how' in principal)) return undefined;
  return { ...principal, place, sinceMonoMs, seenMonoMs, untilMonoMs: untilOf(one) };
}

/** 32 random bytes as text for cookies and tokens. */
export function randomText(chance: Chance): string {
  return Buffer.from(chance.bytes(32)).toString('base64url');
}
