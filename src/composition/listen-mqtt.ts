// The broker on its port, now or as soon as another program leaves it.

import type { ProbeIdentity } from '../adapters/mqtt/probe.ts';
import { type Broker, startBroker } from '../adapters/mqtt/start-broker.ts';
import { type Listening, patientListen } from '../adapters/system/patient-listen.ts';
import type { Config } from '../config/config.ts';
import { devicesOf } from '../config/devices-of.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { CommonBoxes } from './common-boxes.ts';

type MqttParts = CommonBoxes & {
  readonly config: Config;
  readonly gateway: Gateway;
  /** What the watchdog signs in with; null without one. */
  readonly probe: ProbeIdentity | null;
  readonly onOpen: (broker: Broker) => void;
};

export function listenMqtt(parts: MqttParts): Promise<Listening<Broker>> {
  const { config, gateway, onOpen, probe: identity, ...common } = parts;
  const probe = identity && { ...identity, tap: gateway.probe };
  const open = async (): Promise<Broker> => {
    const handlers = {
      tap: gateway.tap,
      switchReported: gateway.reportSwitch,
      machineReported: gateway.reportMachine,
      readerConnected: gateway.readerConnected,
    };
    const devices = devicesOf(config);
    const broker = await startBroker({ ...common, ...config.mqtt, devices, handlers, probe });
    onOpen(broker);
    gateway.announceAll();
    return broker;
  };
  return patientListen({ ...config.mqtt, who: 'readers, switches and machines', open, log: common.log });
}
