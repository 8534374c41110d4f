// Looking into the address space of a server, with bounds: one that shows a million nodes, or one node a million times,
// costs a bounded number of questions, and what lies beyond them is not seen.

import {
  BrowseDirection,
  type BrowseResult,
  type ClientSession,
  NodeClass,
  type NodeId,
  type ReferenceDescription,
} from 'node-opcua';

export type Child = {
  readonly nodeId: NodeId;
  readonly nodeClass: NodeClass;
  readonly name: string;
  /** Index of the namespace of the name. */
  readonly nameIndex: number;
  /** At most 120 characters. */
  readonly title: string;
  readonly type: NodeId;
};

export type Browse = (parents: readonly NodeId[]) => Promise<readonly (readonly Child[])[]>;

/** Children of all nodes together that one search looks at. */
const childrenLimit = 5_000;
/** Nodes in one question and children of each in one answer, so that an answer stays far below our largest message. */
const parentsPerQuestion = 10;
const childrenPerPage = 500;
const pagesLimit = 20;
const nameLimit = 120;
/** Objects and variables: what is called, typed or viewed is of no use here. */
const classMask = NodeClass.Object | NodeClass.Variable;
const everyField = 63;

/** Forward, along all references that make a hierarchy. A node that cannot be browsed has no children. */
export function boundedBrowse(session: ClientSession): Browse {
  session.requestedMaxReferencesPerNode = childrenPerPage;
  let left = childrenLimit;
  return async (parents) => {
    const found: (readonly Child[])[] = [];
    for (let from = 0; from < parents.length && left > 0; from += parentsPerQuestion) {
      const asked = parents.slice(from, from + parentsPerQuestion);
      const answers = await session.browse(asked.map(question));
      for (const answer of answers.slice(0, asked.length)) {
        const children = (await childrenIn(session, { answer, limit: left })).slice(0, left);
        left -= children.length;
        found.push(children);
      }
    }
    return found;
  };
}

const question = (nodeId: NodeId) => ({
  nodeId,
  referenceTypeId: 'HierarchicalReferences',
  browseDirection: BrowseDirection.Forward,
  includeSubtypes: true,
  nodeClassMask: classMask,
  resultMask: everyField,
});

/** Follows the pages of an answer until there are enough, and lets the server forget the rest. */
async function childrenIn(
  session: ClientSession,
  { answer, limit }: { answer: BrowseResult; limit: number },
): Promise<readonly Child[]> {
  const children = toChildren(answer.references ?? []);
  let { continuationPoint } = answer;
  for (let page = 1; continuationPoint?.length && page < pagesLimit && children.length < limit; page++) {
    const next = await session.browseNext(continuationPoint, false);
    children.push(...toChildren(next.references ?? []));
    continuationPoint = next.continuationPoint;
  }
  if (continuationPoint?.length) await session.browseNext(continuationPoint, true);
  return children;
}

function toChildren(references: readonly ReferenceDescription[]): Child[] {
  return references
    .slice(0, childrenLimit)
    .map(({ nodeId, nodeClass, browseName, displayName, typeDefinition }) => ({
      nodeId,
      nodeClass,
      name: String(browseName.name ?? '').slice(0, nameLimit),
      nameIndex: browseName.namespaceIndex,
      title: String(displayName.text ?? '').slice(0, nameLimit),
      type: typeDefinition,
    }));
}
