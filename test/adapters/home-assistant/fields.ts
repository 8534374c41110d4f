// The documented fields of a device discovery message, as tables: what must be there, what may, and nothing else. From
// https://www.home-assistant.io/integrations/mqtt/#device-discovery-payload, and of the entities
// https://www.home-assistant.io/integrations/sensor.mqtt/ and https://www.home-assistant.io/integrations/binary_sensor.mqtt/.

type Check = (value: unknown) => boolean;
type Table = {
  readonly must: Readonly<Record<string, Check>>;
  readonly may: Readonly<Record<string, Check>>;
};

const text: Check = (value) => typeof value === 'string' && value !== '';
const texts: Check = (value) => Array.isArray(value) && value.length > 0 && value.every(text);
const topic: Check = (value) => typeof value === 'string' && /^[^+#\0]{1,256}$/.test(value);
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.includes(String(value));
const template: Check = (value) => typeof value === 'string' && /\{\{.*\}\}/.test(value);

const device: Table = {
  must: { identifiers: texts },
  may: {
    ...{ name: text, manufacturer: text, model: text, model_id: text, serial_number: text, sw_version: text },
    ...{ hw_version: text, suggested_area: text, configuration_url: text, via_device: text },
  },
};
const origin: Table = { must: { name: text }, may: { sw_version: text, support_url: text } };
const availability: Table = {
  must: { topic },
  may: { payload_available: text, payload_not_available: text, value_template: template },
};
const message: Table = {
  must: {
    device: (value) => faultsOf(value, device).length === 0,
    origin: (value) => faultsOf(value, origin).length === 0,
    components: (value) => typeof value === 'object' && value !== null && Object.keys(value).length > 0,
  },
  may: {
    state_topic: topic,
    availability: (value) =>
      Array.isArray(value) && value.every((one) => faultsOf(one, availability).length === 0),
    qos: (value) => value === 0 || value === 1 || value === 2,
    encoding: text,
  },
};

/** What every kind of entity may have; there is no command topic among them, for ours only read. */
const everyEntity: Table['may'] = {
  ...{ name: text, value_template: template, icon: text, state_topic: topic },
  entity_category: oneOf('diagnostic'),
  enabled_by_default: (value) => typeof value === 'boolean',
};
const sensor: Table = {
  must: { platform: oneOf('sensor'), unique_id: text },
  may: {
    ...everyEntity,
    device_class: oneOf('enum', 'power', 'energy', 'duration', 'temperature'),
    state_class: oneOf('measurement', 'total', 'total_increasing'),
    unit_of_measurement: text,
    options: texts,
    suggested_display_precision: (value) => Number.isInteger(value),
  },
};
const binarySensor: Table = {
  must: { platform: oneOf('binary_sensor'), unique_id: text },
  may: {
    ...everyEntity,
    device_class: oneOf('problem', 'connectivity'),
    payload_on: text,
    payload_off: text,
  },
};

/** Units that a class of sensor takes, https://developers.home-assistant.io/docs/core/entity/sensor/#available-device-classes. */
const unitsOf: Readonly<Record<string, readonly string[]>> = {
  power: ['mW', 'W', 'kW', 'MW'],
  energy: ['mWh', 'Wh', 'kWh', 'MWh'],
  duration: ['d', 'h', 'min', 's', 'ms'],
};

/** Why Home Assistant would not take it; nothing when it would. */
export function discoveryFaults(payload: unknown): readonly string[] {
  const faults = faultsOf(payload, message);
  const components = Object.entries(Object(payload).components ?? {}) as [string, Record<string, unknown>][];
  for (const [id, entity] of components) {
    const table = entity.platform === 'binary_sensor' ? binarySensor : sensor;
    faults.push(...faultsOf(entity, table).map((fault) => `${id}: ${fault}`), ...sensorFaults(id, entity));
  }
  const ids = components.map(([, entity]) => entity.unique_id);
  if (new Set(ids).size !== ids.length) faults.push('a unique_id stands twice');
  return faults;
}

/** Rules of the page of sensors between its fields. */
function sensorFaults(id: string, entity: Record<string, unknown>): string[] {
  const faults: string[] = [];
  const { device_class: kind, unit_of_measurement: unit, options, state_class: stateClass } = entity;
  if (options !== undefined && (kind !== 'enum' || unit !== undefined || stateClass !== undefined))
    faults.push(`${id}: options only go with the class enum, without a unit or a state class`);
  const units = unitsOf[String(kind)];
  if (units && !units.includes(String(unit)))
    faults.push(`${id}: ${String(kind)} is not told in ${String(unit)}`);
  return faults;
}

function faultsOf(value: unknown, { must, may }: Table): string[] {
  if (typeof value !== 'object' || value === null) return ['is no object'];
  const missing = Object.keys(must).filter((key) => !Object.hasOwn(value, key));
  const wrong = Object.entries(value).flatMap(([key, one]) => {
    const check = must[key] ?? may[key];
    if (!check) return [`${key} is not documented`];
    return check(one) ? [] : [`${key} cannot be ${JSON.stringify(one)}`];
  });
  return [...missing.map((key) => `${key} is missing`), ...wrong];
}
