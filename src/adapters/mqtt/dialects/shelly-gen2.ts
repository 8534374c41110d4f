// Shelly from the second generation on: requests and notifications in JSON. Notifications are differences, so a field that
// is missing was not said; the clock of the device is never used. Source: Shelly Gen2 API, Mqtt, Notifications, Switch.

import type { Deed, Dialect, Heard } from './dialect.ts';
import { type Fields, fieldsOf, given, numberOf, textOf, toFields, wordOf } from './read-said.ts';

export type ShellyGen2Entry = {
  /** Usually the id of the device, as `shellyplus1pm-4417939341dc`. */
  readonly prefix: string;
  /** From 0. */
  readonly channel: number;
};

/** What an answer answers: requests carry these numbers. */
const questions = { set: 1, status: 2, config: 3, mqtt: 4, device: 5 } as const;

export const shellyGen2: Dialect<ShellyGen2Entry> = {
  says: ({ prefix }) => [
    `${prefix}/online`,
    `${prefix}/events/rpc`,
    `${prefix}/status/+`,
    `${prefix}/officina/rpc`,
    `${prefix}/debug/log`,
  ],
  hears: ({ prefix }) => [`${prefix}/rpc`, `${prefix}/command`, `${prefix}/command/+`],
  hear({ prefix, channel }, { topic, payload }) {
    if (topic === `${prefix}/online`) return [{ kind: 'there', there: textOf(payload) === 'true' }];
    const fields = fieldsOf(payload);
    if (!fields) return [{ kind: 'broken', code: 'payload-json' }];
    if (topic === `${prefix}/status/switch:${channel}`) return switched(fields);
    if (topic === `${prefix}/events/rpc`) {
      const component = toFields(toFields(fields.get('params'))?.get(`switch:${channel}`));
      return component ? switched(component) : [{ kind: 'ignored' }];
    }
    if (topic === `${prefix}/officina/rpc`) return answered(channel, fields);
    return [{ kind: 'ignored' }];
  },
  order: (entry, { on, leaseS }) => [
    request(entry, 'set', {
      method: 'Switch.Set',
      params: { id: entry.channel, on, ...(on ? { toggle_after: Math.ceil(leaseS) } : {}) },
    }),
  ],
  ask: (entry) => [
    request(entry, 'status', { method: 'Switch.GetStatus', params: { id: entry.channel } }),
    request(entry, 'config', { method: 'Switch.GetConfig', params: { id: entry.channel } }),
    request(entry, 'mqtt', { method: 'MQTT.GetConfig' }),
    request(entry, 'device', { method: 'Shelly.GetDeviceInfo' }),
  ],
};

function request({ prefix }: ShellyGen2Entry, question: keyof typeof questions, body: object): Deed {
  const payload = JSON.stringify({ id: questions[question], src: `${prefix}/officina`, ...body });
  return { kind: 'publish', topic: `${prefix}/rpc`, payload };
}

/** A meter is there or not; the power of a clamp may be negative. */
function switched(component: Fields): Heard[] {
  const on = component.get('output');
  const energyWh = numberOf(toFields(component.get('aenergy'))?.get('total'));
  const heard = {
    ...given('on', typeof on === 'boolean' ? on : undefined),
    ...given('powerW', numberOf(component.get('apower'))),
    ...given('energyWh', energyWh),
  };
  return Object.keys(heard).length > 0 ? [{ kind: 'switch', ...heard }] : [{ kind: 'ignored' }];
}

function answered(channel: number, fields: Fields): Heard[] {
  const result = toFields(fields.get('result'));
  if (!result) return [fields.has('error') ? { kind: 'ignored' } : { kind: 'broken', code: 'payload-shape' }];
  switch (fields.get('id')) {
    case questions.status:
      return switched(result);
    case questions.config:
      return powerUp(channel, result);
    case questions.mqtt:
      return notifications(result);
    case questions.device: {
      const firmware = wordOf(result.get('ver'));
      return firmware === undefined ? [{ kind: 'ignored' }] : [{ kind: 'facts', firmware }];
    }
    default:
      // That an order was taken; what the relay then does is told by its state.
      return [{ kind: 'ignored' }];
  }
}

function powerUp(channel: number, config: Fields): Heard[] {
  const value = wordOf(config.get('initial_state'));
  if (value === undefined) return [{ kind: 'broken', code: 'payload-shape' }];
  const safe = value === 'off';
  const remedy = safe ? null : `Switch.SetConfig {"id":${channel},"config":{"initial_state":"off"}}`;
  return [{ kind: 'setting', name: 'initial_state', value, safe, remedy }];
}

/** Without notifications we would not see that somebody switched it by hand. */
function notifications(config: Fields): Heard[] {
  const isOn = config.get('rpc_ntf') === true;
  const remedy = isOn ? null : 'MQTT.SetConfig {"config":{"rpc_ntf":true}}';
  return [{ kind: 'setting', name: 'rpc_ntf', value: String(isOn), safe: isOn, remedy }];
}
