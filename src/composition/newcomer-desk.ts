// What the API may do with devices that nobody has described, and with officina.yaml: the list and the codes are the
// broker's, the rest is a matter of the file.

import type { Newcomers } from '../api/options.ts';
import { reachedAt } from '../commands/reached-at.ts';
import { addDevice } from '../config/add-device.ts';
import { addPart } from './add-part.ts';
import { assignDevice } from './assign-device.ts';
import type { CommonBoxes } from './common-boxes.ts';
import type { MqttListening } from './listen-mqtt.ts';
import { type LiveConfig, type LiveConfigOptions, openLiveConfig } from './live-config.ts';

export function openNewcomerDesk({
  mqtt,
  ...options
}: CommonBoxes & Omit<LiveConfigOptions, 'broker'> & { readonly mqtt: MqttListening }): Newcomers & {
  readonly close: () => void;
  /** The file that others write into too, one after the other. */
  readonly live: LiveConfig;
} {
  const { log, chance, config } = options;
  const { broker } = mqtt;
  const live = openLiveConfig({ ...options, broker });
  const { list, openPairing, onChange } = broker.newcomers;
  // As it listens now: a port of 0 in the file is any port.
  const reached = () => reachedAt({ mqtt: { ...config.mqtt, port: mqtt.plain()?.port ?? config.mqtt.port } });
  const box = { log, chance, live, addDevice, newcomers: broker.newcomers, reached };
  return {
    ...{ list, onChange, reload: live.reload, close: live.close, live, boxes: broker.boxes.list },
    openPairing() {
      const made = openPairing();
      if (made === null) return null;
      const { host, port, why: warning } = reached();
      return { ...made, host, port, warning };
    },
    assign: (wish) => assignDevice(box, wish),
    addPart: (wish) => addPart(box, wish),
  };
}
