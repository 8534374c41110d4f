// Orders that a device sent with the retain flag. The broker keeps none of them, but a broker that does would hand them to
// the relay at each of its starts, with nobody at the machine: so a person is told, until an hour has passed without one.

import type { About } from '../../gateway/gateway.ts';
import type { Clock } from '../../gateway/ports.ts';

export type RetainedCommands = {
  found(client: string, topic: string): void;
  /** To be called now and then; what is older than an hour is told no more. */
  sweep(): void;
};

export type RetainedCommandsOptions = {
  readonly clock: Pick<Clock, 'monoMs'>;
  /** What to say of those of the last hour; null once there are none. */
  readonly tell: (about: About | null) => void;
};

const quietMs = 3_600_000;

/** Clients that are remembered at the same time; a described device has one, and the newest is told of. */
const mostClients = 64;

export function createRetainedCommands({ clock, tell }: RetainedCommandsOptions): RetainedCommands {
  // Client id → its last one, in the order in which they came.
  const last = new Map<string, { readonly topic: string; readonly atMs: number }>();
  return {
    found(client, topic) {
      last.delete(client);
      last.set(client, { topic, atMs: clock.monoMs() });
      const oldest = last.keys().next().value;
      if (last.size > mostClients && oldest !== undefined) last.delete(oldest);
      tell(aboutOf(last));
    },
    sweep() {
      const before = last.size;
      for (const [client, { atMs }] of last) if (clock.monoMs() - atMs >= quietMs) last.delete(client);
      if (last.size !== before) tell(aboutOf(last));
    },
  };
}

function aboutOf(last: ReadonlyMap<string, { readonly topic: string }>): About | null {
  const newest = [...last].at(-1);
  if (!newest) return null;
  const [client, { topic }] = newest;
  const others = last.size - 1;
  const more = others > 0 ? ` ${others} more did so within the hour; see the log.` : '';
  const text = `It signed in as "${client}" and named the topic "${topic}". Turn off what makes it retain (in Tasmota ButtonRetain, SwitchRetain and PowerRetain), and find out whose order it was.${more}`;
  return { text, values: { client, topic, more: others } };
}
