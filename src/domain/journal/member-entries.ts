// Members in the journal, version 1: what is decided by, under an opaque key. Who they are stands in the people table and can
// be erased.

import type { HeldCertificate } from '../access/certificate.ts';

export type Role = 'member' | 'steward' | 'trainer' | 'treasurer' | 'team-lead' | 'admin';

export type MemberRecorded = {
  /** Opaque key; name and e-mail stand in the people table. */
  readonly member: string;
  readonly status: 'active' | 'suspended';
  /** Who said so last: a member key, or `admin-token` or `console`. Left out where nobody ever did. */
  readonly statusBy?: string;
  readonly team: string | null;
  readonly roles: readonly Role[];
  /** Those among them that a sign-in service lends and takes back; left out: none. All others were given by hand. */
  readonly lentRoles?: readonly Role[];
  readonly certificates: readonly HeldCertificate[];
  /** Id of the plan; left out: at any hour. */
  readonly plan?: string;
  /** First and last local day of the membership, `yyyy-mm-dd`; a day pass has one day. Left out: without a bound. */
  readonly from?: string;
  readonly until?: string;
  /** Opaque badge ids; the keyed hashes of the cards stand in the people table. */
  readonly badges: readonly string[];
  /** Chose to be shown by name on the board. */
  readonly shown: boolean;
  /** SHA-256 over the salt and the canonical JSON of the people row, hex. */
  readonly digest: string;
};

/** Earned in supervised sessions, as the policy of the certificate says; a `member-recorded` that has it follows. */
type CertificateEarned = {
  readonly member: string;
  readonly certificate: string;
  /** The supervised session that was the last one needed, and how many they were. */
  readonly session: string;
  readonly sessions: number;
};

/** A passkey opens the page for a member from now on, or does not any more; what it is stands in the people table. */
type PasskeyEntered = {
  readonly member: string;
  /** Opaque id, ours; not the one by which browsers know it. */
  readonly passkey: string;
};

/** Somebody looked at the usage of a member who is not they, or at that of all. */
type UsageViewed = {
  /** A member key, or `console` or `admin-token`. */
  readonly by: string;
  /** Whose; null for everybody's. */
  readonly member: string | null;
  readonly what: 'journal' | 'statement';
};

export type MemberBody =
  | { readonly type: 'usage-viewed'; readonly data: UsageViewed }
  | { readonly type: 'certificate-earned'; readonly data: CertificateEarned }
  | { readonly type: 'passkey-added'; readonly data: PasskeyEntered }
  | { readonly type: 'passkey-removed'; readonly data: PasskeyEntered };
