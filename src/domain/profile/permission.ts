// What is known of the permission to run at one link, where the controller itself is the switch. It is unknown until the
// controller has said it, and again after every restart and loss (invariant 7).

export type Permission = {
  readonly on: boolean | null;
  /** The firmware has said that it knows no such thing; it is not asked again before its next start. */
  readonly absent: boolean;
  /** When it was last asked; null to ask as soon as nothing is in the way. */
  readonly askedMs: number | null;
  /** Questions since it was last said. */
  readonly unanswered: number;
};

export const unknownPermission: Permission = { on: null, absent: false, askedMs: null, unanswered: 0 };

/** After so many questions without an answer what was said before does not hold any more. */
export const unansweredLimit = 3;
