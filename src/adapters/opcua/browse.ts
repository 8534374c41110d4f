// Looking into the address space of a server, with bounds: a server that shows a million nodes, or one node a million
// times, costs a bounded number of questions and is told apart from an honest one by the count.

import {
  BrowseDirection,
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

/** Children of all nodes together that one search looks at, and pages of one answer. */
const childrenLimit = 5_000;
const pagesLimit = 20;
const nameLimit = 120;
/** Objects and variables: what is called, typed or viewed is of no use here. */
const classMask = NodeClass.Object | NodeClass.Variable;
const everyField = 63;

/** Forward, along all references that make a hierarchy. A node that cannot be browsed has no children. */
export function browserOf(session: ClientSession): Browse {
  let left = childrenLimit;
  return async (parents) => {
    const pages = await session.browse(
      parents.map((nodeId) => ({
        nodeId,
        referenceTypeId: 'HierarchicalReferences',
        browseDirection: BrowseDirection.Forward,
        includeSubtypes: true,
        nodeClassMask: classMask,
        resultMask: everyField,
      })),
    );
    const found: (readonly Child[])[] = [];
    for (const first of pages.slice(0, parents.length)) {
      const children = toChildren(first.references ?? []);
      let { continuationPoint } = first;
      for (let page = 1; continuationPoint?.length && page < pagesLimit && left > children.length; page++) {
        const next = await session.browseNext(continuationPoint, false);
        children.push(...toChildren(next.references ?? []));
        continuationPoint = next.continuationPoint;
      }
      if (continuationPoint?.length) await session.browseNext(continuationPoint, true);
      found.push(children.slice(0, Math.max(left, 0)));
      left -= children.length;
    }
    return found;
  };
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
