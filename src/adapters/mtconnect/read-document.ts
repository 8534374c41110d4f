// The three documents of an MTConnect agent that we read, of any version from 1.0 on: what devices there are, what was
// observed, and why it would not answer. Elements are known by their local names; those of other namespaces are skipped.

import { LinkFault } from '../../edge/link-fault.ts';
import { childrenOf, readXml, type XmlElement } from './read-xml.ts';

export type AgentHeader = {
  /** Another one: the agent has started again, and its sequences too. Only equality means something. */
  readonly instanceId: string;
  /** Its data are made up for a test. */
  readonly isTest: boolean;
  /** Null where it does not say. */
  readonly bufferSize: number | null;
  /** Changes with the model of its devices, from 1.7 on; null before. */
  readonly modelChanged: string | null;
  /** 64 bits without a sign; null in other documents than of streams. */
  readonly firstSequence: bigint | null;
  readonly nextSequence: bigint | null;
};

export type DataItem = {
  readonly id: string;
  readonly type: string;
  /** Empty without one; without the prefix of whoever added it. */
  readonly subType: string;
  readonly category: string;
  /** Empty without one; already converted to, never from, by the agent. */
  readonly units: string;
  /** Of the component that it belongs to. */
  readonly component: string;
};

export type Device = { readonly name: string; readonly uuid: string; readonly items: readonly DataItem[] };

export type Observation = {
  readonly item: string;
  readonly sequence: bigint;
  /** As written; tells only what was observed together. */
  readonly timestamp: string;
  readonly value: string;
  readonly condition: ConditionSeen | null;
};

type ConditionSeen = {
  readonly level: 'Normal' | 'Warning' | 'Fault' | 'Unavailable';
  /** Tells several of one item apart; empty where it says none. */
  readonly code: string;
  /** What people know it by; empty where it says none. */
  readonly nativeCode: string;
};

export type AgentDocument =
  | { readonly kind: 'devices'; readonly header: AgentHeader; readonly devices: readonly Device[] }
  | { readonly kind: 'streams'; readonly header: AgentHeader; readonly observations: readonly Observation[] }
  | { readonly kind: 'error'; readonly header: AgentHeader | null; readonly codes: readonly string[] };

const mostIdCharacters = 256;
const mostValueCharacters = 400;
const conditionLevels = ['Normal', 'Warning', 'Fault', 'Unavailable'] as const;

/** Rejects with `answer-unfit` what is none of the three. */
export function readDocument(text: string): AgentDocument {
  const root = readXml(text);
  if (root.space !== '' && !/^urn:mtconnect\.org:MTConnect[A-Za-z]+:[0-9]+\.[0-9]+$/.test(root.space))
    throw unfit('the namespace is not one of MTConnect');
  const header = headerOf(root);
  if (root.name === 'MTConnectError') return { kind: 'error', header, codes: errorsOf(root) };
  if (header === null) throw unfit('the header has no instanceId');
  if (root.name === 'MTConnectDevices') {
    const devices = childrenOf(root, 'Devices').flatMap((list) => childrenOf(list, 'Device'));
    return { kind: 'devices', header, devices: devices.map(deviceOf) };
  }
  if (root.name !== 'MTConnectStreams') throw unfit('the document is of no kind that we read');
  if (header.nextSequence === null) throw unfit('the header has no nextSequence');
  return { kind: 'streams', header, observations: observationsOf(root) };
}

const unfit = (why: string): LinkFault =>
  new LinkFault('answer-unfit', {}, { cause: new Error(`MTConnect: ${why}`) });

function headerOf(root: XmlElement): AgentHeader | null {
  const header = childrenOf(root, 'Header')[0];
  const instanceId = header?.attributes.get('instanceId') ?? '';
  if (!header || !/^[0-9]{1,20}$/.test(instanceId)) return null;
  const word = (name: string): string | null => header.attributes.get(name) ?? null;
  const bufferSize = word('bufferSize');
  return {
    instanceId,
    isTest: word('testIndicator') === 'true' || word('testIndicator') === '1',
    bufferSize: bufferSize !== null && /^[1-9][0-9]{0,9}$/.test(bufferSize) ? Number(bufferSize) : null,
    modelChanged: word('deviceModelChangeTime')?.slice(0, mostIdCharacters) ?? null,
    firstSequence: sequenceOf(word('firstSequence')),
    nextSequence: sequenceOf(word('nextSequence')),
  };
}

const mostSequence = 2n ** 64n - 1n;

function sequenceOf(word: string | null): bigint | null {
  if (word === null || !/^[0-9]{1,20}$/.test(word)) return null;
  const sequence = BigInt(word);
  return sequence <= mostSequence ? sequence : null;
}

/** Up to 2.5 an attribute says it, from 2.6 on the name of the element. */
const errorsOf = (root: XmlElement): readonly string[] =>
  [root, ...childrenOf(root, 'Errors')]
    .flatMap(({ children }) => children)
    .filter(({ name }) => name !== 'Header' && name !== 'Errors')
    .map(({ name, attributes }) => (attributes.get('errorCode') ?? shouted(name)).slice(0, 60));

/** `OutOfRange` is `OUT_OF_RANGE`. */
const shouted = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

function deviceOf(device: XmlElement): Device {
  const items: DataItem[] = [];
  const visit = (component: XmlElement): void => {
    for (const list of childrenOf(component, 'DataItems'))
      for (const item of childrenOf(list, 'DataItem')) items.push(itemOf(item, idOf(component)));
    for (const list of childrenOf(component, 'Components')) {
      for (const child of ownOf(list)) visit(child);
    }
  };
  visit(device);
  const word = (name: string): string => (device.attributes.get(name) ?? '').slice(0, mostIdCharacters);
  return { name: word('name'), uuid: word('uuid'), items: items.filter(({ id }) => id !== '') };
}

function itemOf(item: XmlElement, component: string): DataItem {
  const word = (name: string): string => (item.attributes.get(name) ?? '').slice(0, mostIdCharacters);
  const subType = word('subType');
  return {
    ...{ id: idOf(item), type: word('type'), category: word('category'), units: word('units'), component },
    subType: subType.slice(subType.lastIndexOf(':') + 1),
  };
}

/** An id that is too long is none, lest two become one. */
function idOf({ attributes }: XmlElement): string {
  const id = attributes.get('id') ?? '';
  return id.length <= mostIdCharacters ? id : '';
}

/** In the order in which they came about. */
function observationsOf(root: XmlElement): readonly Observation[] {
  const streams = childrenOf(root, 'Streams').flatMap((list) => childrenOf(list, 'DeviceStream'));
  const components = streams.flatMap((device) => childrenOf(device, 'ComponentStream'));
  const values = components.flatMap((component) =>
    [...childrenOf(component, 'Samples'), ...childrenOf(component, 'Events')].flatMap((list) =>
      ownOf(list).flatMap((element) => observationOf(element, null) ?? []),
    ),
  );
  const conditions = components.flatMap((component) =>
    childrenOf(component, 'Condition').flatMap((list) =>
      ownOf(list).flatMap((element) => conditionOf(element) ?? []),
    ),
  );
  return [...values, ...conditions].sort((a, b) =>
    a.sequence < b.sequence ? -1 : a.sequence > b.sequence ? 1 : 0,
  );
}

/** Without those of other namespaces, whose words are not those of the standard. */
const ownOf = (list: XmlElement): readonly XmlElement[] =>
  list.children.filter(({ space }) => space === list.space);

function observationOf(element: XmlElement, condition: ConditionSeen | null): Observation | null {
  const item = element.attributes.get('dataItemId') ?? '';
  const sequence = sequenceOf(element.attributes.get('sequence') ?? null);
  if (item === '' || item.length > mostIdCharacters || sequence === null) return null;
  const timestamp = (element.attributes.get('timestamp') ?? '').slice(0, 64);
  return { item, sequence, timestamp, value: element.text.slice(0, mostValueCharacters), condition };
}

function conditionOf(element: XmlElement): Observation | null {
  const level = conditionLevels.find((known) => known === element.name);
  if (level === undefined) return null;
  const word = (name: string): string => (element.attributes.get(name) ?? '').slice(0, 64);
  const nativeCode = word('nativeCode');
  return observationOf(element, { level, code: word('conditionId') || nativeCode, nativeCode });
}
