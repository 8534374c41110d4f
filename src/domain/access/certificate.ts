// Certificates as the workshop describes them: what they build on, when they lapse, and whether they can be learnt at the
// machine. How well somebody holds one is a level; a higher one can do all that a lower one can.

import type { Workshop } from '../machine/workshop.ts';

/** From the least to the most. */
export const certificateLevels = ['assist', 'operate', 'maintain', 'teach'] as const;
export type CertificateLevel = (typeof certificateLevels)[number];

export type CertificateKind = {
  readonly name: string;
  /** Ids of certificates without which this one counts for nothing; left out: none. */
  readonly needs?: readonly string[];
  /** It lapses after so many days on which it was not used; left out: never. */
  readonly unusedDays?: number;
  /**
   * Whether one may use machines without it while a trainer stands by; left out: no. `sessions`: after so many of them it
   * is given by itself; left out: never.
   */
  readonly supervised?: { readonly sessions?: number };
};

export type HeldCertificate = {
  readonly certificate: string;
  /** Last local day on which it is valid, `yyyy-mm-dd`; null without an end. */
  readonly until: string | null;
  /** Left out: operate. */
  readonly level?: CertificateLevel;
  /** It was earned in supervised sessions, and no list names it; left out: a person gave it. */
  readonly earned?: true;
  /** Who gave it at the desk, a member key or `admin-token` or `console`: no list takes it away by its silence. Left out: a list. */
  readonly by?: string;
};

type Kinds = Pick<Workshop, 'certificates'> | null;

/** What the workshop says of it; undefined where it says nothing. */
export function certificateKind(workshop: Kinds, id: string): CertificateKind | undefined {
  const kinds = workshop?.certificates;
  return kinds && Object.hasOwn(kinds, id) ? kinds[id] : undefined;
}

/** How people call it. */
export const certificateName = (workshop: Kinds, id: string): string =>
  certificateKind(workshop, id)?.name ?? id;

export const reaches = (held: Pick<HeldCertificate, 'level'>, needed: CertificateLevel): boolean =>
  certificateLevels.indexOf(held.level ?? 'operate') >= certificateLevels.indexOf(needed);

/** These and all that they build on, each once; what has to be learnt first comes first. */
export function withNeeds(workshop: Kinds, ids: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const add = (id: string): void => {
    // Also against a circle, which no description that was checked has.
    if (seen.has(id)) return;
    seen.add(id);
    for (const needed of certificateKind(workshop, id)?.needs ?? []) add(needed);
    found.add(id);
  };
  for (const id of ids) add(id);
  return [...found];
}
