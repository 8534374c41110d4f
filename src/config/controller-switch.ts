// A switch of the kind `controller`: the machine's own controller gives the permission to run. The link of the machine
// decides what the entry must say: over MQTT the order carries a lease, elsewhere a person accepts in writing that none does.

import { type Static, Type } from 'typebox';
import type { ControllerSwitchConfig, LinkConfig } from './config.ts';
import type { Findings } from './findings.ts';
import type { ReadMachine } from './machine.ts';
import { suggestion } from './nearest-word.ts';
import { placeOf, readShape, type Scope } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';
import type { ReadSwitch } from './switch.ts';

export const controllerSchema = Type.Object({
  kind: Type.Literal('controller'),
  machine: Type.String({
    pattern: '^[a-z0-9-]{1,64}$',
    description: 'the id of the machine whose controller takes the order',
  }),
  unleased: Type.Optional(
    Type.String({
      pattern: '^(?!\\s)[^\\u0000-\\u001f\\u007f]{10,200}$',
      description: 'the reason why permission may stay when the gateway dies, in 10 to 200 characters',
    }),
  ),
  enable: Type.Optional(Type.Unknown()),
});

/** Identifiers of OPC 10000-6, 5.3.1.10; `nsu` names the namespace itself, whose index may change at every start. */
const nodeId = Type.String({
  pattern:
    '^(ns=[0-9]{1,5};|nsu=[!-:<-~]{1,200};)?(i=[0-9]{1,9}|s=[ -~]{1,200}|g=[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$',
  description: 'a node of the server, for instance "nsu=urn:maker:mill;s=Enable" or "ns=2;s=Enable"',
});
const enableSchema = Type.Object({ node: nodeId, readBack: Type.Optional(nodeId) });

/** As much of it as is right: after a mistake the file is refused anyway. */
export function takeController(
  shape: Record<string, unknown>,
  tree: Tree,
  scope: Scope,
): ControllerSwitchConfig {
  const { machine = '', unleased = null } = shape as Partial<Static<typeof controllerSchema>>;
  const field = tree.kind === 'fields' ? tree.fields.get('enable') : undefined;
  const at = { ...scope, name: `${scope.name}.enable`, place: field?.place ?? scope.place };
  const read = field ? readShape(enableSchema, field.tree, at) : null;
  const node = read?.node ?? '';
  const enable = read === null ? null : { node, readBack: read.readBack ?? node };
  return { kind: 'controller', machine, unleased, enable };
}

export type ControllerSwitches = {
  readonly machines: ReadonlyMap<string, ReadMachine>;
  readonly switches: ReadonlyMap<string, ReadSwitch>;
  /** Profiles with a section `enable`; null when nobody asked. */
  readonly enabling: readonly string[] | null;
};

/** That the machine is there, uses this switch and no other one does, and that its link can carry the order. */
export function checkControllers(
  { machines, switches, enabling }: ControllerSwitches,
  findings: Findings,
): void {
  for (const [id, { config, tree }] of switches) {
    if (config.kind !== 'controller' || config.machine === '') continue;
    const name = `switches.${id}`;
    const mistake = (key: string, text: string): void => findings.mistake(placeOf(tree, key), text);
    const read = machines.get(config.machine);
    if (!read) {
      const text = `"machine" of ${name} names "${config.machine}", which is not among the machines`;
      mistake('machine', text + suggestion(config.machine, [...machines.keys()]));
      continue;
    }
    if (read.machine.switch !== id && read.machine.enable !== id) {
      const text = `${name} is the controller of machines.${config.machine}, which does not use it; write "switch: ${id}" there ("enable: ${id}" beside another switch), or remove this switch.`;
      mistake('machine', text);
    }
    for (const [other, { machine }] of machines) {
      if (other === config.machine || (machine.switch !== id && machine.enable !== id)) continue;
      const text = `machines.${other} uses ${name}, which is the controller of machines.${config.machine}; give it a switch of its own.`;
      mistake('machine', text);
    }
    checkLink({ name, config, link: read.link, enabling, mistake });
    if (read.link.kind === 'opcua' && read.link.security === 'none') {
      const text = `${name} gives its permission over a link that is not protected: whoever is in that network can give it, too; protect the link of machines.${config.machine} where the server can.`;
      findings.warning(placeOf(tree, 'machine'), text);
    }
  }
}

type Checked = {
  readonly name: string;
  readonly config: ControllerSwitchConfig;
  readonly link: LinkConfig;
  readonly enabling: readonly string[] | null;
  readonly mistake: (key: string, text: string) => void;
};

function checkLink({ name, config, link, enabling, mistake }: Checked): void {
  const about = `${name} is the controller of machines.${config.machine}`;
  if (link.kind === 'none' || link.kind === 'current-sense') {
    mistake('machine', `${about}, which has no link to carry the order; give it one, or use another switch.`);
    return;
  }
  if (isServer(link)) {
    const text = `${about}, which is linked by ${link.kind} and knows no permission to run; use another switch.`;
    mistake('machine', text);
    return;
  }
  if ('profile' in link && enabling !== null && !enabling.includes(link.profile)) {
    const text = `${about}, whose profile ${link.profile} knows no enable; profiles that do: ${enabling.join(', ')}. Use another switch.`;
    mistake('machine', text);
  }
  if (link.kind === 'opcua' && config.enable === null)
    mistake(
      'machine',
      `${name} lacks "enable: { node: … }", the node that gives permission at the OPC UA server.`,
    );
  if (link.kind !== 'opcua' && config.enable !== null)
    mistake(
      'enable',
      `"enable" of ${name} has an effect only at a machine with an OPC UA link; take it out.`,
    );
  if (link.kind === 'mqtt' && config.unleased !== null) {
    mistake(
      'unleased',
      `"unleased" of ${name} has no effect: over MQTT each order carries its lease; take it out.`,
    );
  } else if (link.kind !== 'mqtt' && config.unleased === null) {
    const text = `${name} has no lease: over ${linkWords[link.kind]} the order knows none, so permission stays if the gateway dies until it is back. Accept that in writing with "unleased: <reason>", or use a switch with a lease.`;
    mistake('machine', text);
  }
}

type ServerLink = Exclude<LinkConfig, { kind: keyof typeof linkWords | 'mqtt' | 'none' }>;

/** A controller with a server of its own, none of which has a permission to run that starts nothing. */
const isServer = (link: LinkConfig): link is ServerLink =>
  link.kind !== 'mqtt' && link.kind !== 'none' && !Object.hasOwn(linkWords, link.kind);

const linkWords = { serial: 'a serial port', tcp: 'a TCP bridge', opcua: 'OPC UA' } as const;
