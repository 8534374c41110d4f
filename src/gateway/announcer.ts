// What the gateway asks of whoever tells everyone about machines: a retained state for each, in which nothing is private.

import type { ShownAt } from '../domain/access/shown-at.ts';

/** What everyone may hear about a machine, retained. */
export type Announcer = { announce(machine: string, state: MachineNotice): void };

/** With the word that pages show for it, and what locks it. */
export type MachineNotice = ShownAt & {
  readonly link: string;
  readonly activity: string;
  readonly mode: string;
  readonly interlock: string;
  /** RFC 3339. */
  readonly since: string;
  readonly session: { readonly id: string; readonly member: string | null; readonly since: string } | null;
  readonly queue: number;
};
