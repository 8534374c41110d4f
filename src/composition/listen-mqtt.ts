// The broker on its port, now or as soon as another program leaves it.

import { type Broker, startBroker } from '../adapters/mqtt/start-broker.ts';
import { type Listening, patientListen } from '../adapters/system/patient-listen.ts';
import type { Config } from '../config/config.ts';
import { devicesOf } from '../config/devices-of.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { CommonBoxes } from './common-boxes.ts';

type MqttParts = CommonBoxes & {
  readonly config: Config;
  readonly gateway: Gateway;
  readonly onOpen: (broker: Broker) => void;
};

export function listenMqtt({ config, gateway, onOpen, ...common }: MqttParts): Promise<Listening<Broker>> {
  const open = async (): Promise<Broker> => {
    const handlers = {
      tap: gateway.tap,
      switchReported: gateway.reportSwitch,
      machineReported: gateway.reportMachine,
      readerConnected: gateway.readerConnected,
    };
    const broker = await startBroker({ ...common, ...config.mqtt, devices: devicesOf(config), handlers });
    onOpen(broker);
    gateway.announceAll();
    return broker;
  };
  return patientListen({ ...config.mqtt, who: 'readers, switches and machines', open, log: common.log });
}
