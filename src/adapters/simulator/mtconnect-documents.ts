// The documents of the simulated MTConnect agent, as XML of the version that it plays: an old one with prefixes, or a
// recent one that also lists itself.

/** What the simulated mill has; the ids are the agent's own. */
export const millItems = {
  avail: { type: 'AVAILABILITY', category: 'EVENT', element: 'Availability' },
  estop: { type: 'EMERGENCY_STOP', category: 'EVENT', element: 'EmergencyStop' },
  exec: { type: 'EXECUTION', category: 'EVENT', element: 'Execution' },
  mode: { type: 'CONTROLLER_MODE', category: 'EVENT', element: 'ControllerMode' },
  wait: { type: 'WAIT_STATE', category: 'EVENT', element: 'WaitState' },
  program: { type: 'PROGRAM', category: 'EVENT', element: 'Program' },
  parts: { type: 'PART_COUNT', category: 'EVENT', element: 'PartCount', subType: 'ALL' },
  feed: {
    ...{ type: 'PATH_FEEDRATE', category: 'SAMPLE', element: 'PathFeedrate' },
    ...{ subType: 'ACTUAL', units: 'MILLIMETER/SECOND' },
  },
  speed: {
    ...{ type: 'ROTARY_VELOCITY', category: 'SAMPLE', element: 'RotaryVelocity' },
    ...{ subType: 'ACTUAL', units: 'REVOLUTION/MINUTE' },
  },
  time: {
    ...{ type: 'ACCUMULATED_TIME', category: 'SAMPLE', element: 'AccumulatedTime' },
    ...{ subType: 'x:AUTO', units: 'SECOND' },
  },
  motion: { type: 'MOTION_PROGRAM', category: 'CONDITION', element: 'Normal' },
} as const;

export type MillItem = keyof typeof millItems;
export type Condition = { readonly level: 'Normal' | 'Warning' | 'Fault'; readonly code: string | null };

export type Observed = {
  readonly sequence: bigint;
  readonly item: MillItem;
  readonly value: string;
  /** Null for all but conditions. */
  readonly condition: Condition | null;
  readonly timestamp: string;
};

export type AgentFacts = {
  readonly version: string;
  readonly instanceId: string;
  readonly device: string;
  readonly bufferSize: number;
  readonly isTest: boolean;
  readonly modelChanged: string;
};

export type Span = { readonly first: bigint; readonly last: bigint; readonly next: bigint };

export function devicesXml(facts: AgentFacts, others: readonly string[]): string {
  const items = Object.entries(millItems).map(([id, item]) => {
    const { type, category } = item;
    const more = {
      ...('subType' in item && { subType: item.subType }),
      ...('units' in item && { units: item.units }),
    };
    return `<DataItem${attributes({ id, type, category, ...more })}/>`;
  });
  const [avail = '', estop = '', ...ofPath] = items;
  const own = `<Device id="d1" uuid="${facts.device}-uuid" name="${facts.device}"><DataItems>${avail}</DataItems>
<Components><Controller id="c1"><DataItems>${estop}</DataItems><Components><Path id="p1"><DataItems>${ofPath.join('')}
</DataItems></Path></Components></Controller></Components></Device>`;
  const rest = others.map((name) => `<Device id="o-${name}" uuid="${name}-uuid" name="${name}"/>`);
  const agent = isOld(facts) ? '' : '<Agent id="agent" uuid="agent-uuid" name="Agent"/>';
  return documentXml(facts, { kind: 'Devices', body: `<Devices>${agent}${own}${rest.join('')}</Devices>` });
}

export function streamsXml(
  facts: AgentFacts,
  { seen, span }: { seen: readonly Observed[]; span: Span },
): string {
  const list = (category: string): string =>
    seen
      .filter(({ item }) => millItems[item].category === category)
      .map(observationXml)
      .join('');
  const lists = [
    `<Samples>${list('SAMPLE')}</Samples><Events>${list('EVENT')}</Events>`,
    `<Condition>${list('CONDITION')}</Condition>`,
  ].join('');
  const body = `<Streams><DeviceStream name="${facts.device}" uuid="${facts.device}-uuid">
<ComponentStream component="Path" componentId="p1">${lists}</ComponentStream></DeviceStream></Streams>`;
  return documentXml(facts, { kind: 'Streams', body, span });
}

/** Typed elements from 2.6 on, an attribute before. */
export function errorXml(facts: AgentFacts, code: string): string {
  const name = code
    .toLowerCase()
    .replace(/(^|_)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase());
  const error =
    facts.version >= '2.6'
      ? `<${name} errorCode="${code}"><URI>/sample</URI><ErrorMessage>no</ErrorMessage></${name}>`
      : `<Error errorCode="${code}">no</Error>`;
  return documentXml(facts, { kind: 'Error', body: `<Errors>${error}</Errors>` });
}

const isOld = ({ version }: AgentFacts): boolean => version < '1.7';

type Part = { readonly kind: 'Devices' | 'Streams' | 'Error'; readonly body: string; readonly span?: Span };

function documentXml(facts: AgentFacts, { kind, body, span }: Part): string {
  const header = attributes({
    ...{ creationTime: '2026-01-01T00:00:00Z', sender: 'simulated', version: facts.version },
    ...{ instanceId: facts.instanceId, bufferSize: String(facts.bufferSize) },
    ...(facts.isTest && { testIndicator: 'true' }),
    ...(!isOld(facts) && { deviceModelChangeTime: facts.modelChanged }),
    ...(span && { firstSequence: span.first, lastSequence: span.last, nextSequence: span.next }),
  });
  const space = `urn:mtconnect.org:MTConnect${kind}:${facts.version}`;
  const spaces = `xmlns="${space}" xmlns:x="urn:example.test:vendor:1.0"`;
  const location = `xsi:schemaLocation="${space} http://127.0.0.1:1/schema.xsd"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<MTConnect${kind} ${spaces} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${location}>
<Header${header}/><x:Extra><x:Device name="foreign"/></x:Extra>${body}</MTConnect${kind}>`;
}

function observationXml({ sequence, item, value, condition, timestamp }: Observed): string {
  const { type, element } = millItems[item];
  const common = { dataItemId: item, sequence, timestamp };
  if (condition === null) return `<${element}${attributes(common)}>${escaped(value)}</${element}>`;
  const name = value === 'UNAVAILABLE' ? 'Unavailable' : condition.level;
  const code = condition.code === null ? {} : { nativeCode: condition.code };
  return `<${name}${attributes({ ...common, type, ...code })}>${escaped(value)}</${name}>`;
}

const attributes = (all: Readonly<Record<string, string | bigint>>): string =>
  Object.entries(all)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
