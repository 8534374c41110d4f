// What is asked about certificates that a person gives, roles, and looks at the usage of others. Shapes only; refusals are
// values with a code.

import type { CertificateLevel, HeldCertificate } from '../domain/access/certificate.ts';
import type { EntryBody, Role } from '../domain/journal/entry.ts';

type Who = {
  /** A member key, or `admin-token` or `console`. */
  readonly by: string;
  readonly dryRun: boolean;
};

export type CertifyWish = Who & {
  /** Member keys, each once. */
  readonly members: readonly string[];
  readonly certificate: string;
  /** Last local day, `yyyy-mm-dd`; null without an end. */
  readonly until: string | null;
  readonly level: CertificateLevel;
};

export type WithdrawWish = Who & Pick<CertifyWish, 'members' | 'certificate'>;

export type CertifyOutcome =
  | { readonly ok: true; readonly changes: readonly CertificateChange[] }
  | {
      readonly ok: false;
      readonly code: 'member-unknown' | 'certificate-unknown' | 'certificate-day' | 'certificate-own';
      /** Who or what it is about. */
      readonly about: string;
    };

export type CertificateChange = {
  readonly member: string;
  /** Null: they did not hold it, or do not any more. */
  readonly before: HeldCertificate | null;
  readonly after: HeldCertificate | null;
  /** Machines whose sessions the member holds and which ask for what is taken away. */
  readonly ends: readonly string[];
};

export type RolesWish = Who & { readonly member: string; readonly roles: readonly Role[] };

export type RolesOutcome =
  | { readonly ok: true; readonly before: readonly Role[]; readonly after: readonly Role[] }
  | { readonly ok: false; readonly code: 'member-unknown' | 'admin-last' };

export type ViewNoted = Extract<EntryBody, { type: 'usage-viewed' }>['data'];
