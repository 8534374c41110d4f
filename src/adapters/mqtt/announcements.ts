// What everyone may hear, retained: the state of each machine, told only when it changed, and the status of the gateway.

import type { Aedes } from 'aedes';
import type { MachineStateMessage } from '../../contract/device-messages.ts';
import { isId } from '../../domain/ids.ts';
import type { Announcer, MachineNotice } from '../../gateway/ports.ts';

export type Announcements = Announcer & {
  /** Resolves when every subscriber has been told. */
  status(status: 'online' | 'offline'): Promise<void>;
  /** Keeps a message for whoever may hear that topic; an empty one takes the kept one away. Never rejects. */
  retain(topic: string, payload: string): Promise<void>;
};

export function createAnnouncements(aedes: Aedes): Announcements {
  // Machine id → what was last said; bounded by the machines that are described.
  const said = new Map<string, string>();
  const retain = (topic: string, payload: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const packet = { cmd: 'publish', topic, payload, qos: 0, retain: true, dup: false } as const;
      aedes.publish(packet, (fault) => (fault ? reject(fault) : resolve()));
    });

  return {
    announce(machine, notice) {
      const payload = JSON.stringify(toMachineStateMessage(notice));
      if (!isId(machine) || said.get(machine) === payload) return;
      said.set(machine, payload);
      // Fails only once the broker has closed; then nobody is there to be told.
      retain(`officina/v1/machine/${machine}/state`, payload).catch(() => said.delete(machine));
    },
    status: (status) => retain('officina/v1/gateway/status', status),
    // Fails only once the broker has closed, as above.
    retain: (topic, payload) => retain(topic, payload).catch(() => undefined),
  };
}

/** Member by member, so that nothing else of a notice ever becomes public. */
function toMachineStateMessage(notice: MachineNotice): MachineStateMessage {
  const { link, activity, mode, interlock, shown, lockedBy, since, session, queue } = notice;
  const held = session && { id: session.id, member: session.member, since: session.since };
  return { link, activity, mode, interlock, shown, locked_by: lockedBy, since, session: held, queue };
}
