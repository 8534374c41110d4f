// What people decide about machines and see of that: locks, modes, notes and pictures. The part of the gateway that
// `createGateway` takes over as it is.

import type { Committer } from './commit.ts';
import type { Gateway } from './gateway.ts';
import type { InTurn } from './in-turn.ts';
import { lockMachine, unlockMachine } from './lock-machine.ts';
import type { MachineNotes } from './machine-notes.ts';
import { type SetMachineMode, setMachineMode } from './set-machine-mode.ts';

export type AskMachines = SetMachineMode & {
  readonly committer: Committer;
  readonly inTurn: InTurn;
  readonly machineNotes: Pick<MachineNotes, 'of'>;
};

export function askMachines(
  box: AskMachines,
): Pick<Gateway, 'lockMachine' | 'unlockMachine' | 'setMachineMode' | 'machineNote' | 'machinePhoto'> {
  const { committer, inTurn } = box;
  return {
    lockMachine: (wish) => lockMachine(committer, wish),
    unlockMachine: (wish) => unlockMachine(committer, wish),
    // One after the other: each takes away the pictures that the state then does not name.
    setMachineMode: (wish) => inTurn(() => setMachineMode(box, wish)),
    machineNote: (machine) => box.machineNotes.of(committer.durable(), machine),
    async machinePhoto(machine) {
      const photo = committer.durable().modes.get(machine)?.photo ?? null;
      return photo === null ? null : box.photos.read(photo);
    },
  };
}
