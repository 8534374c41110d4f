// What is wrong with the link to a machine, or will be soon, as a code with what it is about. It is shown to people as
// it is now; it is never journalled, and nothing is decided on it.

/** Of a server at the machine, and of the way to it. */
const serverTroubleCodes = [
  // Nothing can be reached.
  'host-unknown',
  'host-refused',
  'host-unreachable',
  'server-silent',
  'link-lost',
  'link-broken',
  // The way to it is there, and its controller is not.
  'controller-away',
  'wrong-device',
  'no-free-session',
  'answer-unfit',
  // Who is there is not, or not any more, who it should be.
  'security-missing',
  'certificate-unknown',
  'certificate-expired',
  'certificate-early',
  'certificate-unfit',
  'gateway-untrusted',
  'sign-in-refused',
  // It answers, but not with what we look for.
  'not-machinery',
  'machine-missing',
  'machine-ambiguous',
  'state-missing',
  'nodes-missing',
  // The link is up; somebody should know all the same.
  'certificate-ending',
  'clock-off',
  'unprotected',
  'read-only',
  'orders-locked',
  'readings-lost',
  'controller-warns',
] as const;

/** Of the profile by which a controller is understood (it cannot be used, or its machine is only watched), and of a host beside us. */
const profileTroubleCodes = ['profile-broken', 'profile-draft', 'host-letters'] as const;

export const troubleCodes = [...serverTroubleCodes, ...profileTroubleCodes];

export type ServerTroubleCode = (typeof serverTroubleCodes)[number];
export type TroubleCode = (typeof troubleCodes)[number];

export type Trouble<Code extends TroubleCode = TroubleCode> = {
  readonly code: Code;
  /** What the sentence names: thumbprints, days (`yyyy-mm-dd`), names, numbers. Never a secret or an address. */
  readonly values: Readonly<Record<string, string | number>>;
};

/** Of a server at the machine, and of the way to it. */
export type ServerTrouble = Trouble<ServerTroubleCode>;
