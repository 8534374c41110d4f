// What Home Assistant is told of a machine, so that it finds it by itself: one device with its entities, as the page
// https://www.home-assistant.io/integrations/mqtt/#device-discovery-payload says. It only reads: no entity has a command.

import { shownOrder } from '../../domain/machine/shown.ts';

export type Described = {
  readonly machine: string;
  /** As people call it. */
  readonly name: string;
  /** Of the workshop. */
  readonly space: string;
  readonly version: string;
};

/** Where the description of a machine stands. */
export const discoveryTopic = (prefix: string, machine: string): string =>
  `${prefix}/device/officina-${machine}/config`;

export const factsTopic = (machine: string): string => `officina/v1/machine/${machine}/facts`;

/** Names of entities are left to Home Assistant where it has a word for that class of device, in its own language. */
export function discoveryOf({ machine, name, space, version }: Described): object {
  return {
    device: {
      identifiers: [`officina-${machine}`],
      name,
      manufacturer: 'Officina',
      model: space,
      sw_version: version,
    },
    origin: { name: 'Officina', sw_version: version },
    components: Object.fromEntries(
      Object.entries(entities).map(([id, entity]) => [
        id,
        { ...entity, unique_id: `officina-${machine}-${id}` },
      ]),
    ),
    state_topic: factsTopic(machine),
    availability: [{ topic: 'officina/v1/gateway/status' }],
    qos: 0,
  };
}

const sensor = (fact: string) => ({ platform: 'sensor', value_template: `{{ value_json.${fact} }}` });

/** ON and OFF are the payloads that a binary sensor expects unless told otherwise. */
const yesOrNo = (fact: string) => ({
  platform: 'binary_sensor',
  value_template: `{{ 'ON' if value_json.${fact} else 'OFF' }}`,
});

/** A fact that is null shows as unknown: the word is read as Python's None. */
const entities: Readonly<Record<string, object>> = {
  state: { ...sensor('shown'), name: 'State', device_class: 'enum', options: shownOrder },
  progress: {
    ...sensor('progress'),
    name: 'Progress',
    unit_of_measurement: '%',
    state_class: 'measurement',
  },
  'time-left': {
    ...sensor('time_left_s'),
    name: 'Time left',
    device_class: 'duration',
    unit_of_measurement: 's',
  },
  power: {
    ...sensor('power_w'),
    device_class: 'power',
    unit_of_measurement: 'W',
    state_class: 'measurement',
  },
  energy: {
    ...sensor('energy_wh'),
    device_class: 'energy',
    unit_of_measurement: 'Wh',
    state_class: 'total_increasing',
  },
  problem: { ...yesOrNo('problem'), device_class: 'problem' },
  heard: { ...yesOrNo('heard'), device_class: 'connectivity', entity_category: 'diagnostic' },
};
