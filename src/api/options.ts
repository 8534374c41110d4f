// All that the API is handed by the composition root; it opens nothing and listens nowhere by itself.

import type { DemoAnswer } from '../contract/board.ts';
import type { DemoBadge, Statement } from '../contract/people.ts';
import type { DemoShop } from '../contract/requests.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Chance, Clock, Diary, Log, Secrets, Tokens } from '../gateway/ports.ts';

export type ApiOptions = {
  readonly gateway: Gateway;
  /** The statement of a month `yyyy-mm`, of all members. */
  readonly statement: (month: string) => Promise<Statement>;
  readonly diary: Pick<Diary, 'series'>;
  readonly tokens: Tokens;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  /** The gateway's own counters as Prometheus text, without names. */
  readonly meters: { render(): string };
  /** From OFFICINA_ADMIN_TOKEN: role admin. */
  readonly adminToken: string | null;
  /** Random, of this process: role admin, for commands on the same machine. */
  readonly controlToken: string;
  /** Null outside the demo shop. */
  readonly demo: DemoOptions | null;
  /** Whether only loopback is listened on: then only loopback names are answered. */
  readonly loopbackOnly: boolean;
  /** Whether browsers are told to keep to HTTPS; only where this gateway itself speaks it. */
  readonly hsts: boolean;
  /** The built pages, an absolute path; may be absent. */
  readonly dashboardDir: string;
  readonly version: string;
};

export type DemoOptions = {
  readonly badges: readonly DemoBadge[];
  readers(): DemoShop['readers'];
  /** Sends the tap through the simulated reader; resolves with what the reader showed. */
  tap(request: DemoTapRequest): Promise<DemoAnswer>;
  /** Called with each answer that a simulated reader shows; returns how to stop. */
  onAnswer(listener: (answer: DemoAnswer) => void): () => void;
};

type DemoTapRequest = {
  readonly reader: string;
  readonly badge: string;
  readonly machine: string | null;
};
