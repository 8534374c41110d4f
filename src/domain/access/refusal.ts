// Every no that a member can get from a tap, as a code. The sentence for it stands in the texts, the status in the API.

export const refusalCodes = [
  'tap-invalid',
  'tap-late',
  'tap-replayed',
  'reader-unassigned',
  'machine-unknown',
  'machine-ambiguous',
  'badge-unreadable',
  'badge-unknown',
  'badge-ambiguous',
  'badge-random',
  'badge-partial',
  'badge-taken',
  'badge-limit',
  'badge-strange',
  'badge-unproven',
  'badge-replayed',
  'badge-weak',
  'member-suspended',
  'certificate-missing',
  'certificate-expired',
  'certificate-unused',
  'certificate-level',
  'membership-not-begun',
  'membership-ended',
  'plan-hours',
  'plan-unknown',
  'clock-unset',
  'pin-missing',
  'pin-wrong',
  'pin-locked',
  'pin-unset',
  'pin-unchecked',
  'machine-locked',
  'machine-out-of-order',
  'machine-retired',
  'machine-in-maintenance',
  'space-closed',
  'machine-closed',
  'closed-for-long',
  'quiet-hours',
  'space-full',
  'people-missing',
  'entrance-leave-only',
  'machine-in-use',
  'machine-ending',
  'machine-called',
  'machine-booked',
  'booking-busy',
  'turn-held',
  'ticket-elsewhere',
  'queue-full',
  'job-held',
  'machine-latched',
  'monitor-bad',
  'monitor-silent',
  'self-check-failed',
  'machine-problem',
  'cost-code-unknown',
  'nothing-left',
  'journal-full',
  'journal-behind',
  'journal-broken',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** A no, with what its sentence needs: names and dates, ready to be put in. */
export type No = {
  readonly code: RefusalCode;
  readonly values: Readonly<Record<string, string>>;
  /** Where time alone mends it: from when, wall clock, milliseconds since 1970; and until when that then lasts. */
  readonly fromMs?: number;
  readonly untilMs?: number;
};
