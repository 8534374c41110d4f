// Keeps the hosts that share a controller at what is owed: told when it changes, and again until a link takes it. Only what
// is durable opens a door (invariant 1).

import { owedHosts } from '../domain/access/owed-hosts.ts';
import type { State } from '../domain/journal/state.ts';
import type { Controllers } from './ports.ts';

export type HostKeeper = { reconcile(state: State): void };

export function createHostKeeper({ controllers }: { controllers: Controllers }): HostKeeper {
  // What each link has taken; bounded by the machines that were ever described.
  const told = new Map<string, boolean>();
  return {
    reconcile(state) {
      if (!controllers.allow) return;
      const owed = owedHosts(state);
      for (const machine of told.keys()) if (!owed.has(machine)) told.delete(machine);
      for (const [machine, isOpen] of owed) {
        if (told.get(machine) === isOpen) continue;
        if (controllers.allow(machine, isOpen)) told.set(machine, isOpen);
      }
    },
  };
}
