// What is wrong with the link to a machine, or will be soon, as a code with what it is about. It is shown to people as
// it is now; it is never journalled, and nothing is decided on it.

/** Of an OPC UA server, and of the way to it. */
const serverTroubleCodes = [
  // Nothing can be reached.
  'host-unknown',
  'host-refused',
  'host-unreachable',
  'server-silent',
  'link-lost',
  'link-broken',
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
  // The link is up; somebody should know all the same.
  'certificate-ending',
  'clock-off',
  'unprotected',
] as const;

/** Of the profile by which a controller is understood: it cannot be used, or its machine is only watched. */
const profileTroubleCodes = ['profile-broken', 'profile-draft'] as const;

export const troubleCodes = [...serverTroubleCodes, ...profileTroubleCodes];

export type ServerTroubleCode = (typeof serverTroubleCodes)[number];
type TroubleCode = (typeof troubleCodes)[number];

export type Trouble<Code extends TroubleCode = TroubleCode> = {
  readonly code: Code;
  /** What the sentence names: thumbprints, days (`yyyy-mm-dd`), names, numbers. Never a secret or an address. */
  readonly values: Readonly<Record<string, string | number>>;
};

/** Of an OPC UA server, and of the way to it. */
export type ServerTrouble = Trouble<ServerTroubleCode>;
