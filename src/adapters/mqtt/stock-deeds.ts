// Does at a stock device what its dialect asks for: messages to its own connection and to no other, never retained and
// never kept, and requests to its HTTP interface where messages know no lease.

import { type Connection, type Connections, tellText } from './connections.ts';
import type { StockAccount } from './credentials.ts';
import type { DeviceHttp } from './device-http.ts';
import type { Deed, Order } from './dialects/dialect.ts';
import { type StockPart, speechOf } from './dialects/speech-of.ts';

export type StockDeeds = {
  /** False when it was not there to be told all of it; null when no stock device that is here has this switch. */
  order(id: string, order: Order): Promise<boolean> | null;
  /** For its state and settings; what it answers over HTTP goes to `answered`. */
  ask(account: StockAccount, part: StockPart): void;
};

export type StockDeedsOptions = {
  readonly connections: Connections;
  readonly http: DeviceHttp;
  readonly answered: (part: StockPart, said: { path: string; payload: Uint8Array }) => void;
};

export function createStockDeeds({ connections, http, answered }: StockDeedsOptions): StockDeeds {
  const perform = ({ connection, part, deed, isOrder }: Doing): boolean | Promise<boolean> => {
    if (deed.kind === 'publish') return tellText(connection, deed.topic, deed.payload);
    if (part.kind !== 'shelly-gen1') return false;
    const { path } = deed;
    return http.get({ device: part.id, host: part.entry.host, path, isOrder }).then((payload) => {
      if (payload) answered(part, { path, payload });
      return payload !== null;
    });
  };

  return {
    order(id, order) {
      const found = partOf(connections, 'switch', id);
      if (!found) return null;
      const { connection, part } = found;
      http.giveUpOrders(part.id);
      const waiting: Promise<boolean>[] = [];
      // All messages go out before anything is waited for, so that no other order comes between them; without the one
      // for the lease there is none for power.
      for (const deed of speechOf(part).order(order)) {
        const done = perform({ connection, part, deed, isOrder: true });
        if (done === false) return Promise.resolve(false);
        if (done !== true) waiting.push(done);
      }
      return Promise.all(waiting).then((each) => each.every(Boolean));
    },
    ask(account, part) {
      const connection = connections.get(account.client);
      if (connection?.device !== account) return;
      for (const deed of speechOf(part).ask()) void perform({ connection, part, deed, isOrder: false });
    },
  };
}

type Doing = {
  readonly connection: Connection;
  readonly part: StockPart;
  readonly deed: Deed;
  readonly isOrder: boolean;
};

/** The device of that role and id among the stock devices that are connected. */
export function partOf(connections: Connections, role: StockPart['role'], id: string) {
  for (const connection of connections.all()) {
    if (connection.device.kind !== 'stock') continue;
    const part = connection.device.parts.find((one) => one.role === role && one.id === id);
    if (part) return { connection, part };
  }
  return null;
}
