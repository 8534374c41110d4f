// What the API may do with devices that nobody has described, and with officina.yaml: the list and the codes are the
// broker's, the rest is a matter of the file.

import type { Newcomers } from '../api/options.ts';
import { addDevice } from '../config/add-device.ts';
import { assignDevice } from './assign-device.ts';
import type { CommonBoxes } from './common-boxes.ts';
import { type LiveConfigOptions, openLiveConfig } from './live-config.ts';

export function openNewcomerDesk(
  options: CommonBoxes & LiveConfigOptions,
): Newcomers & { readonly close: () => void } {
  const { log, chance, broker } = options;
  const live = openLiveConfig(options);
  const { list, openPairing, onChange } = broker.newcomers;
  const box = { log, chance, live, addDevice, newcomers: broker.newcomers };
  return {
    ...{ list, openPairing, onChange, reload: live.reload, close: live.close },
    assign: (wish) => assignDevice(box, wish),
  };
}
