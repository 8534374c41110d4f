// Puts a policy in force in a whole world, as entries of its journal: the gateway is stopped, they are written, and it is
// started again.

import type { Entry } from '../../src/domain/journal/entry.ts';
import type { PolicyDocument } from '../../src/domain/policy/policy-document.ts';
import type { World } from './fake-world.ts';

export async function adoptPolicy(world: World, document: PolicyDocument): Promise<void> {
  await world.settle();
  await world.crash();
  const last = world.journal.entries().at(-1);
  if (!last) throw new Error('the journal is empty');
  const { gateway, boot, atMs, monoMs, seq } = last;
  const stamped = { gateway, boot, atMs, monoMs, v: 1 } as const;
  const adopted = { version: 1, hash: 'h', document, fromMs: atMs, by: 'file', proposal: null } as const;
  const entries: readonly Entry[] = [
    { ...stamped, seq: seq + 1, type: 'policy-adopted', data: adopted },
    { ...stamped, seq: seq + 2, type: 'policy-began', data: { version: 1 } },
  ];
  await world.journal.append({ entries, people: [], messages: [] });
  await world.restart();
}
