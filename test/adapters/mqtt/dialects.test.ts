// What each kind of stock device says, message by message, as it was seen on the wire; and that no message, however
// broken, is more than counted.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deed, Dialect, Heard } from '../../../src/adapters/mqtt/dialects/dialect.ts';
import { espRfid } from '../../../src/adapters/mqtt/dialects/esp-rfid.ts';
import { esphome } from '../../../src/adapters/mqtt/dialects/esphome.ts';
import { shellyGen1 } from '../../../src/adapters/mqtt/dialects/shelly-gen1.ts';
import { shellyGen2 } from '../../../src/adapters/mqtt/dialects/shelly-gen2.ts';
import { pulseTime, tasmota } from '../../../src/adapters/mqtt/dialects/tasmota.ts';
import { exposedBy, zigbee2mqtt } from '../../../src/adapters/mqtt/dialects/zigbee2mqtt.ts';

type Row = readonly [what: string, topic: string, payload: string, heard: readonly Heard[]];

const bytes = (text: string) => new TextEncoder().encode(text);
const ignored: readonly Heard[] = [{ kind: 'ignored' }];
const shape: readonly Heard[] = [{ kind: 'broken', code: 'payload-shape' }];
const json: readonly Heard[] = [{ kind: 'broken', code: 'payload-json' }];

function speaks<Entry>(name: string, dialect: Dialect<Entry>, entry: Entry, rows: readonly Row[]): void {
  describe(name, () => {
    it.each(rows)('%s', (_, topic, payload, heard) => {
      expect(dialect.hear(entry, { topic, payload: bytes(payload) })).toEqual(heard);
    });
    it('inv. 11: takes any payload on any of its topics, and never more than hears', () => {
      const topics = [...new Set(rows.map(([, topic]) => topic))];
      fc.assert(
        fc.property(fc.constantFrom(...topics), anyPayload, (topic, payload) => {
          const heard = dialect.hear(entry, { topic, payload });
          expect(heard.length).toBeGreaterThan(0);
          for (const one of heard) {
            if (one.kind === 'card') expect(one.text.length).toBeLessThanOrEqual(128);
            if (one.kind === 'switch') expect(Object.values(one)).not.toContain(undefined);
          }
        }),
      );
    });
  });
}

const anyPayload = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.json({ maxDepth: 4 }).map(bytes),
  fc.string({ unit: 'binary', maxLength: 100 }).map(bytes),
);

const tas = { topic: 'tasmota_A1B2C3', fullTopic: '%prefix%/%topic%/', relay: 1 };
speaks('Tasmota', tasmota, tas, [
  [
    'RC522',
    'tele/tasmota_A1B2C3/SENSOR',
    '{"Time":"2025-01-10T18:23:24","RC522":{"UID":"94D8FC5F"}}',
    [{ kind: 'card', text: '94D8FC5F', spelling: 'hex' }],
  ],
  [
    'PN532',
    'tele/tasmota_A1B2C3/SENSOR',
    '{"Time":"2025-01-10T18:23:24","PN532":{"UID":"94D8FC5F","DATA":""}}',
    [{ kind: 'card', text: '94D8FC5F', spelling: 'hex' }],
  ],
  [
    'RDM6300',
    'tele/tasmota_A1B2C3/SENSOR',
    '{"Time":"2025-01-10T18:23:24","RDM6300":{"UID":"008EC793"}}',
    [{ kind: 'card', text: '008EC793', spelling: 'hex-low32' }],
  ],
  [
    'serial bridge',
    'tele/tasmota_A1B2C3/RESULT',
    '{"SSerialReceived":"\\u000214008EC793CE\\u0003"}',
    [{ kind: 'card', text: '14008EC793', spelling: 'hex' }],
  ],
  ['serial bridge, one bit wrong', 'tele/tasmota_A1B2C3/RESULT', '{"SSerialReceived":"14008EC793CF"}', shape],
  [
    'Wiegand 26',
    'tele/tasmota_A1B2C3/SENSOR',
    '{"Time":"2025-01-10T18:23:24","Wiegand":{"UID":9357203,"Size":26}}',
    [{ kind: 'card', text: '9357203', spelling: 'decimal-low24' }],
  ],
  [
    'Wiegand in hexadecimal',
    'tele/tasmota_A1B2C3/SENSOR',
    '{"Wiegand":{"UID":"8EC793h","Size":26}}',
    [{ kind: 'card', text: '8EC793', spelling: 'hex-low24' }],
  ],
  [
    'Wiegand, leading zeros left out',
    'tele/tasmota_A1B2C3/SENSOR',
    '{"Wiegand":{"UID":"793h","Size":34}}',
    [{ kind: 'card', text: '00000793', spelling: 'hex-low32' }],
  ],
  ['Wiegand, wrong parity', 'tele/tasmota_A1B2C3/SENSOR', '{"Wiegand":{"UID":0,"Size":26}}', shape],
  [
    'keypad, four bits',
    'tele/tasmota_A1B2C3/SENSOR',
    '{"Wiegand":{"UID":7,"Size":4}}',
    [{ kind: 'key', key: '7' }],
  ],
  [
    'keypad, eight bits',
    'tele/tasmota_A1B2C3/SENSOR',
    '{"Wiegand":{"UID":180,"Size":8}}',
    [{ kind: 'key', key: '4' }],
  ],
  [
    'telemetry is no card',
    'tele/tasmota_A1B2C3/SENSOR',
    '{"Time":"2025-01-10T18:23:24","AM2301":{"Temperature":20.1}}',
    ignored,
  ],
  [
    'energy',
    'tele/tasmota_A1B2C3/SENSOR',
    '{"Time":"2024-10-03T12:49:13","ENERGY":{"Total":381.701,"Today":0.327,"Power":0,"Voltage":239}}',
    [{ kind: 'switch', powerW: 0, energyWh: 381_701 }],
  ],
  [
    'energy of three phases',
    'tele/tasmota_A1B2C3/SENSOR',
    '{"ENERGY":{"Power":[1,2,3.5]}}',
    [{ kind: 'switch', powerW: 6.5 }],
  ],
  [
    'energy on demand',
    'stat/tasmota_A1B2C3/STATUS8',
    '{"StatusSNS":{"ENERGY":{"Power":12}}}',
    [{ kind: 'switch', powerW: 12 }],
  ],
  ['there', 'tele/tasmota_A1B2C3/LWT', 'Online', [{ kind: 'there', there: true }]],
  ['gone', 'tele/tasmota_A1B2C3/LWT', 'Offline', [{ kind: 'there', there: false }]],
  ['power as a word', 'stat/tasmota_A1B2C3/POWER', 'ON', [{ kind: 'switch', on: true }]],
  ['power of a second relay', 'stat/tasmota_A1B2C3/POWER2', 'ON', ignored],
  ['power in a result', 'stat/tasmota_A1B2C3/RESULT', '{"POWER1":"OFF"}', [{ kind: 'switch', on: false }]],
  [
    'unsafe after power comes',
    'stat/tasmota_A1B2C3/RESULT',
    '{"PowerOnState":3}',
    [
      {
        kind: 'setting',
        name: 'PowerOnState',
        value: '3',
        safe: false,
        remedy: 'cmnd/tasmota_A1B2C3/PowerOnState 0',
      },
    ],
  ],
  [
    'firmware',
    'stat/tasmota_A1B2C3/STATUS2',
    '{"StatusFWR":{"Version":"14.2.0(tasmota)"}}',
    [{ kind: 'facts', firmware: '14.2.0(tasmota)' }],
  ],
  [
    'state',
    'tele/tasmota_A1B2C3/STATE',
    '{"POWER":"ON","Wifi":{"Signal":-61}}',
    [
      { kind: 'switch', on: true },
      { kind: 'facts', signalDbm: -61 },
    ],
  ],
  ['no JSON', 'tele/tasmota_A1B2C3/SENSOR', 'nan', json],
]);

speaks(
  'esp-rfid, first generation',
  espRfid,
  { topic: '/rfid', generation: 1, hostname: null, allowList: false },
  [
    [
      'card',
      '/rfid',
      '{"type":"access","time":1,"isKnown":"true","access":"Always","username":"Ann","uid":"4a1bf"}',
      [{ kind: 'card', text: '4a1bf', spelling: 'hex-unpadded' }],
    ],
    ['heartbeat', '/rfid', '{"type":"heartbeat","time":1}', [{ kind: 'there', there: true }]],
    [
      'boot',
      '/rfid',
      '{"type":"boot","time":1,"Wifi SSID":"shop","Local IP":"192.0.2.9"}',
      [
        { kind: 'there', there: true },
        { kind: 'facts', address: '192.0.2.9' },
      ],
    ],
  ],
);

speaks(
  'esp-rfid, second generation',
  espRfid,
  { topic: 'rfid', generation: 2, hostname: 'door', allowList: false },
  [
    [
      'card',
      'rfid/send',
      '{"type":"access","hostname":"door","isKnown":"false","access":["Denied"],"doorName":["x"],"uid":"94d8fc5f"}',
      [{ kind: 'card', text: '94d8fc5f', spelling: 'hex' }],
    ],
    ['card of another box', 'rfid/send', '{"type":"access","hostname":"attic","uid":"94d8fc5f"}', ignored],
    [
      'card for Home Assistant',
      'rfid/tag',
      '{"uid":"94d8fc5f","username":"","access":"Denied","time":1}',
      [{ kind: 'card', text: '94d8fc5f', spelling: 'hex' }],
    ],
    ['there', 'rfid/avty', 'online', [{ kind: 'there', there: true }]],
    ['gone', 'rfid/avty', 'offline', [{ kind: 'there', there: false }]],
    [
      'a line of its log',
      'rfid/send',
      '{"cmd":"event","type":"WARN","src":"tamper","desc":"","data":"","time":1,"hostname":"door"}',
      ignored,
    ],
    ['its lock', 'rfid/io/lock0', 'UNLOCKED', ignored],
    ['a card without a number', 'rfid/send', '{"type":"access","hostname":"door"}', shape],
  ],
);

speaks('ESPHome', esphome, { prefix: 'lathe', relay: 'relay', power: 'watts', energy: 'total' }, [
  [
    'card of the snippet',
    'lathe/tag',
    '{"uid":"74-10-37-94"}',
    [{ kind: 'card', text: '74-10-37-94', spelling: 'hex' }],
  ],
  ['bare card', 'lathe/tag', '74-10-37-94', [{ kind: 'card', text: '74-10-37-94', spelling: 'hex' }]],
  ['half a card', 'lathe/tag', '{"uid":', shape],
  ['relay', 'lathe/switch/relay/state', 'ON', [{ kind: 'switch', on: true }]],
  ['another relay', 'lathe/switch/fan/state', 'ON', ignored],
  ['watts', 'lathe/sensor/watts/state', '41.5', [{ kind: 'switch', powerW: 41.5 }]],
  ['watts not yet known', 'lathe/sensor/watts/state', 'nan', ignored],
  ['energy', 'lathe/sensor/total/state', '1.25', [{ kind: 'switch', energyWh: 1250 }]],
  ['gone', 'lathe/status', 'offline', [{ kind: 'there', there: false }]],
]);

speaks('Shelly Gen1', shellyGen1, { prefix: 'shellies/shelly1-A1', relay: 0 }, [
  ['on', 'shellies/shelly1-A1/relay/0', 'on', [{ kind: 'switch', on: true }]],
  ['tripped', 'shellies/shelly1-A1/relay/0', 'overpower', [{ kind: 'switch', on: false }]],
  ['another relay', 'shellies/shelly1-A1/relay/1', 'on', ignored],
  ['watts', 'shellies/shelly1-A1/relay/0/power', '3.5', [{ kind: 'switch', powerW: 3.5 }]],
  ['watt-minutes', 'shellies/shelly1-A1/relay/0/energy', '120', [{ kind: 'switch', energyWh: 2 }]],
  ['an empty number is none', 'shellies/shelly1-A1/relay/0/power', '', ignored],
  ['there', 'shellies/shelly1-A1/online', 'true', [{ kind: 'there', there: true }]],
  [
    'who it is',
    'shellies/shelly1-A1/announce',
    '{"id":"shelly1-A1","model":"SHSW-1","mac":"A1","ip":"192.0.2.4","new_fw":false,"fw_ver":"1.14"}',
    [{ kind: 'facts', firmware: '1.14', address: '192.0.2.4' }],
  ],
  [
    'unsafe after power comes',
    'http:/settings/relay/0',
    '{"default_state":"last"}',
    [
      {
        kind: 'setting',
        name: 'default_state',
        value: 'last',
        safe: false,
        remedy: '/settings/relay/0?default_state=off',
      },
    ],
  ],
]);

const gen2 = { prefix: 'shellyplus1pm-4417939341dc', channel: 0 };
speaks('Shelly Gen2', shellyGen2, gen2, [
  [
    'notification',
    `${gen2.prefix}/events/rpc`,
    '{"src":"x","dst":"y","method":"NotifyStatus","params":{"ts":1.6,"switch:0":{"id":0,"output":true,"source":"WS_in"}}}',
    [{ kind: 'switch', on: true }],
  ],
  [
    'a difference says nothing of the rest',
    `${gen2.prefix}/events/rpc`,
    '{"method":"NotifyStatus","params":{"ts":1,"switch:0":{"id":0,"aenergy":{"by_minute":[0,0,0],"minute_ts":1,"total":7.5}}}}',
    [{ kind: 'switch', energyWh: 7.5 }],
  ],
  [
    'another channel',
    `${gen2.prefix}/events/rpc`,
    '{"method":"NotifyStatus","params":{"switch:1":{"output":true}}}',
    ignored,
  ],
  [
    'full status',
    `${gen2.prefix}/status/switch:0`,
    '{"id":0,"source":"init","output":false,"apower":0.0,"voltage":232.7}',
    [{ kind: 'switch', on: false, powerW: 0 }],
  ],
  [
    'answer to a question',
    `${gen2.prefix}/officina/rpc`,
    '{"id":2,"result":{"output":true,"apower":-3}}',
    [{ kind: 'switch', on: true, powerW: -3 }],
  ],
  [
    'unsafe after power comes',
    `${gen2.prefix}/officina/rpc`,
    '{"id":3,"result":{"id":0,"initial_state":"restore_last"}}',
    [
      {
        kind: 'setting',
        name: 'initial_state',
        value: 'restore_last',
        safe: false,
        remedy: 'Switch.SetConfig {"id":0,"config":{"initial_state":"off"}}',
      },
    ],
  ],
  [
    'notifications are off',
    `${gen2.prefix}/officina/rpc`,
    '{"id":4,"result":{"rpc_ntf":false}}',
    [
      {
        kind: 'setting',
        name: 'rpc_ntf',
        value: 'false',
        safe: false,
        remedy: 'MQTT.SetConfig {"config":{"rpc_ntf":true}}',
      },
    ],
  ],
  ['an order was taken', `${gen2.prefix}/officina/rpc`, '{"id":1,"result":{"was_on":false}}', ignored],
  [
    'an order was refused',
    `${gen2.prefix}/officina/rpc`,
    '{"id":1,"error":{"code":-103,"message":"no"}}',
    ignored,
  ],
  [
    'firmware',
    `${gen2.prefix}/officina/rpc`,
    '{"id":5,"result":{"ver":"1.4.4"}}',
    [{ kind: 'facts', firmware: '1.4.4' }],
  ],
]);

const plug = { base: 'zigbee2mqtt', friendly: 'laser/plug', endpoint: null };
speaks('Zigbee2MQTT', zigbee2mqtt, plug, [
  [
    'state',
    'zigbee2mqtt/laser/plug',
    '{"state":"ON","power":12.3,"energy":4.56,"linkquality":120}',
    [{ kind: 'switch', on: true, powerW: 12.3, energyWh: 4560 }],
  ],
  [
    'unsafe after power comes',
    'zigbee2mqtt/laser/plug',
    '{"power_on_behavior":"previous"}',
    [
      {
        kind: 'setting',
        name: 'power_on_behavior',
        value: 'previous',
        safe: false,
        remedy: 'zigbee2mqtt/laser/plug/set {"power_on_behavior":"off"}',
      },
    ],
  ],
  [
    'available',
    'zigbee2mqtt/laser/plug/availability',
    '{"state":"online"}',
    [{ kind: 'there', there: true }],
  ],
  ['available, older', 'zigbee2mqtt/laser/plug/availability', 'offline', [{ kind: 'there', there: false }]],
  ['the bridge', 'zigbee2mqtt/bridge/state', '{"state":"online"}', ignored],
]);

describe('an order is never a bare on', () => {
  const on = { on: true, leaseS: 60, n: 1 };
  it.each([
    [
      'Tasmota',
      tasmota.order?.(tas, on),
      ['cmnd/tasmota_A1B2C3/PulseTime1 160', 'cmnd/tasmota_A1B2C3/POWER1 ON'],
    ],
    [
      'ESPHome',
      esphome.order?.({ prefix: 'lathe', relay: 'relay', power: null, energy: null }, on),
      ['lathe/lease 60'],
    ],
    [
      'Shelly Gen1',
      shellyGen1.order?.({ prefix: 'shellies/a', relay: 0 }, on),
      ['GET /relay/0?turn=on&timer=60'],
    ],
    [
      'Shelly Gen2',
      shellyGen2.order?.(gen2, on),
      [
        `${gen2.prefix}/rpc {"id":1,"src":"${gen2.prefix}/officina","method":"Switch.Set","params":{"id":0,"on":true,"toggle_after":60}}`,
      ],
    ],
    [
      'Zigbee2MQTT',
      zigbee2mqtt.order?.(plug, on),
      ['zigbee2mqtt/laser/plug/set {"state":"ON","on_time":60,"off_wait_time":0}'],
    ],
  ] as const)('%s', (_, deeds, wanted) => {
    expect(
      deeds?.map((deed) => (deed.kind === 'get' ? `GET ${deed.path}` : `${deed.topic} ${deed.payload}`)),
    ).toEqual(wanted);
  });

  it('PulseTime counts seconds from 112 on', () => {
    expect([1, 12, 60, 64_800, 100_000].map(pulseTime)).toEqual([112, 112, 160, 64_900, 64_900]);
  });
});

describe('topics', () => {
  it('follow a FullTopic that was re-ordered', () => {
    const entry = { topic: 'saw', fullTopic: 'tasmota/%topic%/%prefix%', relay: 2 };
    expect(tasmota.says(entry)).toEqual(['tasmota/saw/tele/+', 'tasmota/saw/stat/+']);
    expect(tasmota.hear(entry, { topic: 'tasmota/saw/stat/POWER2', payload: bytes('ON') })).toEqual([
      { kind: 'switch', on: true },
    ]);
  });

  it('finds the relays of a plug in what it exposes', () => {
    const devices = [
      { friendly_name: 'other', definition: null },
      {
        friendly_name: 'twin',
        definition: {
          exposes: [
            { type: 'switch', endpoint: 'l1', features: [] },
            { type: 'switch', endpoint: 'l2', features: [] },
            { type: 'numeric', name: 'power', endpoint: 'l2' },
          ],
        },
      },
    ];
    expect(exposedBy(devices, 'twin')).toEqual([
      { endpoint: 'l1', power: false, energy: false },
      { endpoint: 'l2', power: true, energy: false },
    ]);
    expect(exposedBy(devices, 'other')).toEqual([]);
    expect(exposedBy(devices, 'nobody')).toBeNull();
  });
});

describe('the list that esp-rfid keeps for the time without us', () => {
  const entry = { topic: 'rfid', generation: 2, hostname: null, allowList: true } as const;
  const words = espRfid.list?.(entry);
  const at = '192.168.4.20';
  const payloadOf = (deed: Deed | undefined): unknown =>
    deed?.kind === 'publish' && deed.topic === 'rfid/cmd' ? JSON.parse(deed.payload) : null;

  it('is told card by card, to the box of that address, within its buffer of 2048 bytes', () => {
    const told = words?.allow(at, { uid: 'f'.repeat(20), user: 'u'.repeat(64), untilS: 1_736_533_404 });
    expect(Buffer.byteLength(JSON.stringify(payloadOf(told)))).toBeLessThan(300);
    expect(payloadOf(told)).toEqual({
      cmd: 'adduser',
      doorip: at,
      uid: 'f'.repeat(20),
      user: 'u'.repeat(64),
      acctype: 1,
      validsince: 0,
      validuntil: 1_736_533_404,
    });
    const gone = { cmd: 'deletuid', doorip: at, uid: '94d8fc5f' };
    expect(payloadOf(words?.disallow(at, '94d8fc5f'))).toEqual(gone);
    expect(payloadOf(words?.ask(at))).toEqual({ cmd: 'getuserlist', doorip: at });
  });

  it('is none where the entry asks for none, and with the first generation', () => {
    expect(espRfid.list?.({ ...entry, allowList: false })).toBeNull();
    expect(espRfid.list?.({ ...entry, generation: 1 })).toBeNull();
  });
});

const row = '"command":"userfile","uid":"94d8fc5f","user":"o-1"';
speaks(
  'esp-rfid, which keeps a list',
  espRfid,
  { topic: 'rfid', generation: 2, hostname: 'door', allowList: true },
  [
    [
      'a row of it, with numbers or with words',
      'rfid/send',
      `{${row},"acctype":"1","validuntil":"1736533404"}`,
      [{ kind: 'held', uid: '94d8fc5f', user: 'o-1', untilS: 1_736_533_404 }],
    ],
    [
      'an administrator, who is to go or to be put right',
      'rfid/send',
      `{${row},"acctype":99,"validsince":0,"validuntil":1736533404}`,
      [{ kind: 'held', uid: '94d8fc5f', user: 'o-1', untilS: 0 }],
    ],
    [
      'an acknowledgement',
      'rfid/send',
      '{"type":"adduser","ip":"192.168.4.20","hostname":"door"}',
      [{ kind: 'done', what: 'allow' }],
    ],
    [
      'the other one',
      'rfid/send',
      '{"type":"deletuid","ip":"192.168.4.20","hostname":"door"}',
      [{ kind: 'done', what: 'disallow' }],
    ],
    ['of another box', 'rfid/send', '{"type":"adduser","hostname":"gate"}', [{ kind: 'ignored' }]],
    [
      'a row without a card',
      'rfid/send',
      '{"command":"userfile"}',
      [{ kind: 'broken', code: 'payload-shape' }],
    ],
  ],
);
