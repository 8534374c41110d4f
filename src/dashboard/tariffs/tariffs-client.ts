// What the page of tariffs asks of the API.

import type {
  TariffChecked,
  TariffList,
  TariffReplay,
  TariffReplayRequest,
  TariffRequest,
} from '../../contract/tariffs.ts';
import { ask } from '../ask.ts';

/** Two years on a small computer that has other things to do. */
const replayPatienceMs = 300_000;

export const tariffsClient = {
  list: () => ask<TariffList>('GET', '/api/tariffs'),
  send: (body: TariffRequest) => ask<TariffChecked>('POST', '/api/tariffs', { body }),
  replay: (body: TariffReplayRequest) =>
    ask<TariffReplay>('POST', '/api/tariffs/replay', { body, waitMs: replayPatienceMs }),
};
