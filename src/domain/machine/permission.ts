// What the controller of a machine says of the permission to run that it was given, where it is the switch itself. Only
// what is read back counts: what it does not say is unknown, never a success (invariant 7).

export type PermissionSeen = {
  /** Null when it does not say. */
  readonly on: boolean | null;
  /** What keeps the controller from being this switch; null when nothing that we know of does. */
  readonly fault: PermissionFault | null;
};

export type PermissionFault = {
  /** missing: it knows no such thing. denied: we may not. not-boolean: it is something else than yes or no. */
  readonly code: 'missing' | 'denied' | 'not-boolean' | 'refused';
  /** The controller's own word for it, at most 60 printable characters. */
  readonly detail: string;
};

export const unknownSeen: PermissionSeen = { on: null, fault: null };
