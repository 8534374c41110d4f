// What the gateway asks of a channel to people: a phone, a letter box. Each channel knows where it finds a person in the row
// of that person; a person without an address there is told nothing by it.

import type { Person } from './ports.ts';

/** What one person is told, in the language of the space. */
export type PersonNotice = {
  readonly id: string;
  readonly kind: 'notice';
  /** Member key. */
  readonly member: string;
  readonly code: 'turn-called' | 'ends-soon' | 'alarm-raised';
  readonly title: string;
  readonly text: string;
  /** After this it would say what is no more so, and is never sent; wall clock. */
  readonly expiresAtMs: number;
};

export type Notifier = {
  /** Whether this person can be told here at all. */
  reaches(person: Person): boolean;
  /** Resolves once the other side has it, perhaps for the second time; rejects when it is to be tried again. */
  notify(person: Person, notice: PersonNotice): Promise<void>;
};
