// Compares the PIN of a tap with that of the member, before the tap is decided. A stranger's PIN, a wrong one and that of a
// member who has none take the same work, and a PIN goes nowhere else.

import { isPin, neededFor, type PinCheck } from '../domain/access/level.ts';
import type { State } from '../domain/journal/state.ts';
import { machineById, machinesOfReader } from '../domain/machine/lookup.ts';
import type { Tap } from './gateway.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Secrets } from './ports.ts';

export type CheckPin = {
  readonly people: Pick<PeopleIndex, 'byMember'>;
  readonly secrets: Pick<Secrets, 'verifyPassword'>;
};

/** @param asked `member` is null for a card that is nobody's */
export async function checkPin(
  { people, secrets }: CheckPin,
  { tap, member, state }: { tap: Tap; member: string | null; state: State },
): Promise<PinCheck> {
  if (!wantsPin(state, tap) || tap.pin === undefined || tap.pin === null) return 'none';
  const hash = people.byMember(member ?? '')?.pin ?? null;
  try {
    const isRight = await secrets.verifyPassword(isPin(tap.pin) ? tap.pin : '', hash);
    if (hash === null) return 'unset';
    return isRight ? 'right' : 'wrong';
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'secrets-busy') return 'unchecked';
    throw fault;
  }
}

/** Whether a machine that this tap may mean asks for one. */
function wantsPin(state: State, { reader, machine }: Tap): boolean {
  return machinesOfReader(state, reader).some(
    (id) =>
      (machine === null || machine === id) && neededFor(machineById(state, id)?.level ?? 'uid', false).pin,
  );
}
