// The broker, and its doors, each now or as soon as another program leaves the port.

import type { Door } from '../adapters/mqtt/door.ts';
import type { ProbeIdentity } from '../adapters/mqtt/probe.ts';
import { type Broker, startBroker } from '../adapters/mqtt/start-broker.ts';
import { type Listening, patientListen } from '../adapters/system/patient-listen.ts';
import type { Config } from '../config/config.ts';
import { devicesOf } from '../config/devices-of.ts';
import type { About, Gateway } from '../gateway/gateway.ts';
import type { AllowLists } from '../gateway/ports.ts';
import type { CommonBoxes } from './common-boxes.ts';
import { homeAssistantSeat } from './home-assistant.ts';
import type { TlsDoor } from './tls-doors.ts';

type MqttParts = CommonBoxes & {
  readonly config: Config;
  readonly gateway: Gateway;
  readonly tls: TlsDoor | null;
  /** What the watchdog signs in with; null without one. */
  readonly probe: ProbeIdentity | null;
  readonly onOpen: (broker: Broker) => void;
};

export type MqttListening = {
  /** Null where there is no such door, or another program has the port. */
  plain(): Door | null;
  tls(): Door | null;
  readonly broker: Broker;
  close(): Promise<void>;
};

export async function listenMqtt(parts: MqttParts): Promise<MqttListening> {
  const { config, gateway, tls, onOpen, probe: identity, ...common } = parts;
  const probe = identity && { ...identity, tap: gateway.probe };
  const handlers = {
    tap: gateway.tap,
    keyPressed: gateway.keyPressed,
    switchReported: gateway.reportSwitch,
    machineReported: gateway.reportMachine,
    readerConnected: gateway.readerConnected,
    deviceSaid: gateway.deviceSaid,
  };
  const { attachFrom = [] } = config.mqtt;
  const retainedCommands = (about: About | null) =>
    gateway.setNotice('command-retained', about !== null, about ?? undefined);
  const heard = { handlers, probe, attachFrom, retainedCommands };
  const seat = homeAssistantSeat({ ...common, config, gateway });
  const { listener } = seat;
  const broker = await startBroker({ ...common, devices: devicesOf(config), ...heard, listener });
  onOpen(broker);
  seat.open(broker.announcer.retain);
  gateway.announceAll();
  const doors: Listening<Door>[] = [];
  const open = async (port: number | undefined | null, door: TlsDoor | null): Promise<() => Door | null> => {
    if (port === undefined || port === null) return () => null;
    const at = { host: config.mqtt.host, port };
    const who = `readers, switches and machines${door ? ' over TLS' : ''}`;
    const certificates = config.mqtt.tls?.certificates;
    const place = {
      ...at,
      ...(door && { secure: door.secure, certificatesRequired: certificates === 'required' }),
    };
    const listening = await patientListen({
      ...at,
      who,
      open: () => broker.openDoor(place),
      log: common.log,
    });
    doors.push(listening);
    return listening.now;
  };
  const close = async (): Promise<void> => {
    seat.close();
    // Those who are in hear that the gateway leaves, before their doors are closed.
    await broker.close();
    await Promise.all(doors.map((door) => door.close()));
  };
  try {
    const plain = await open(config.mqtt.port, null);
    return { plain, tls: await open(config.mqtt.tls?.port, tls), broker, close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

/** Until the broker is there, no reader is. */
export const lateAllowLists = (broker: () => Pick<Broker, 'allowLists'> | null): AllowLists => ({
  held: async (reader) => (await broker()?.allowLists.held(reader)) ?? null,
  allow: async (reader, held) => (await broker()?.allowLists.allow(reader, held)) ?? false,
  disallow: async (reader, uid) => (await broker()?.allowLists.disallow(reader, uid)) ?? false,
});
