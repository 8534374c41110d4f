// A state machine at a server: the variables that tell its state, and what the nodes of its states mean.

import { makeNodeId, NodeClass, type NodeId } from 'node-opcua';
import type { Browse, Child } from './bounded-browse.ts';

export type StateNodes<Word> = {
  /** The state as a node id: exact in every language. Null where the server leaves it out. */
  readonly id: NodeId | null;
  /** The state as a text, which counts only where the id says nothing. */
  readonly text: NodeId;
  wordOf(id: NodeId): Word | null;
};

type StateSearch<Word extends string> = {
  readonly browse: Browse;
  /** Of the namespace of the type. */
  readonly index: number;
  readonly words: readonly Word[];
  /** Of the nodes of the type, and of the types that it is made from. */
  readonly ids: Readonly<Record<Word, number | readonly number[]>>;
};

/** Null where the block has no state. */
export async function statesOf<Word extends string>(
  block: Pick<Child, 'nodeId'>,
  { browse, index, words, ids }: StateSearch<Word>,
): Promise<StateNodes<Word> | null> {
  const [children = []] = await browse([block.nodeId]);
  const current = children.find(({ name, nameIndex }) => name === 'CurrentState' && nameIndex === 0);
  if (!current) return null;
  const [properties = []] = await browse([current.nodeId]);
  const id = properties.find(({ name, nameIndex }) => name === 'Id' && nameIndex === 0);
  const meanings = new Map<string, Word>(
    words.flatMap((word) =>
      [ids[word]].flat().map((one) => [makeNodeId(one, index).toString(), word] as const),
    ),
  );
  // Some servers point to states of this one machine and not to those of the type.
  for (const child of children) {
    const word = words.find((one) => one === child.name);
    if (word && child.nodeClass === NodeClass.Object && child.nameIndex === index)
      meanings.set(child.nodeId.toString(), word);
  }
  return {
    id: id?.nodeId ?? null,
    text: current.nodeId,
    wordOf: (node) => meanings.get(node.toString()) ?? null,
  };
}
