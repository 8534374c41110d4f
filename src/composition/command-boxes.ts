// What the commands are handed. All but `start` work without a gateway, on its files.

import { setImmediate } from 'node:timers/promises';
import { csvLines } from '../adapters/csv/csv-lines.ts';
import { setUp } from '../adapters/mqtt/dialects/set-up.ts';
import { openTrustStore } from '../adapters/opcua/trust-store.ts';
import { photoFolder } from '../adapters/photos/photo-folder.ts';
import { openSecrets, readPepper } from '../adapters/secrets/open-secrets.ts';
import { createSunReader } from '../adapters/secrets/sun-keys.ts';
import { needJournal } from '../adapters/sqlite/open-journal-file.ts';
import { openStore, type Store } from '../adapters/sqlite/open-store.ts';
import { readRunning } from '../adapters/system/running-file.ts';
import { createTexts } from '../adapters/texts/create-texts.ts';
import type { Boxes } from '../commands/boxes.ts';
import { programVersion } from '../commands/command-line.ts';
import type { Config } from '../config/config.ts';
import { demoConfig } from '../config/demo-config.ts';
import { createGateway, type GatewayPorts } from '../gateway/create-gateway.ts';
import type { AllowLists } from '../gateway/ports.ts';
import { readStatement } from '../gateway/read-statement.ts';
import { createReplay } from '../gateway/replay-policy.ts';
import { verifyInvoices } from '../gateway/verify-invoices.ts';
import { backupBoxes } from './backup-boxes.ts';
import { commonBoxes } from './common-boxes.ts';
import { reducerHash } from './domain-hash.ts';
import { invoiceFiles } from './invoice-files.ts';
import { machineBoxes } from './machine-boxes.ts';
import { opcuaFolder } from './machine-links.ts';
import { openOwnStore } from './open-own-store.ts';

export function commandBoxes(start: Boxes['start']): Boxes {
  return {
    start,
    openOffline,
    profileIds: async () => (await import('../adapters/profile-files/load-profiles.ts')).profileIds(),
    enablingProfiles: async () =>
      (await import('../adapters/profile-files/load-profiles.ts')).enablingProfiles(),
    judgeProfiles: async (ids) =>
      (await import('../adapters/profile-files/load-profiles.ts')).judgeProfiles(ids),
    ...backupBoxes,
    readStatement: (config, month) => reading(config, ({ journal }) => readStatement(journal, month)),
    readBooks: reading,
    readKept: reading,
    csvLines,
    verifyBooks: async ({ dataDir }) =>
      (await import('../adapters/sqlite/verify-books.ts')).verifyBooks({ dataDir }),
    replay: (config, wish) => {
      const { clock } = commonBoxes(config);
      return reading(config, ({ journal }) =>
        createReplay({ journal, clock, pause: setImmediate }).run(wish),
      );
    },
    verifyInvoices: (config) => reading(config, ({ journal }) => verifyInvoices(journal)),
    memberKey: (config, handle) =>
      reading(config, async ({ journal }) => {
        const found = (await journal.people()).find((person) => person.handle === handle);
        return found?.member ?? null;
      }),
    // Only here this thread opens the database itself.
    verify: async ({ dataDir }, onProgress) => {
      const { verifyJournal } = await import('../adapters/sqlite/verify-journal.ts');
      return verifyJournal({ dataDir, onProgress });
    },
    demoConfig: async (env, flags) => demoConfig({ env, flags }),
    serverTrust: ({ dataDir }) => openTrustStore(opcuaFolder(dataDir)),
    sunKeys,
    setUp,
    textsIn: createTexts,
    invoiceFiles,
    running: ({ dataDir }) => readRunning(dataDir),
    machines: machineBoxes,
  };
}

/** The gateway without devices and screens, for commands that write while no gateway runs. */
const openOffline: Boxes['openOffline'] = async (config, { makes }) => {
  if (!makes) needJournal(config.dataDir);
  const common = commonBoxes(config);
  const store = await openOwnStore(config, common);
  const ports: GatewayPorts = {
    ...{ ...common, ...store, secrets: await openSecrets(config), photos: photoFolder(config) },
    switches: { set: async () => false },
    readers: { answer: () => Promise.reject(new Error('no broker is open; the answer waits in the outbox')) },
    announcer: { announce: () => undefined },
    allowLists: noAllowLists,
    // Nobody can be asked from here: a session that is ending waits for the next start.
    controllers: { endAccess: () => new Promise(() => undefined) },
  };
  const gateway = await createGateway({
    ports,
    workshop: config.workshop,
    retention: config.retention,
    reducer: reducerHash(),
    version: programVersion(),
    restored: await store.restored(),
  });
  await gateway.start();
  return {
    gateway,
    async close() {
      await gateway.stop();
      await store.close();
    },
  };
};

const sunKeys: Boxes['sunKeys'] = async (config, uid) => {
  const pepper = await readPepper(config);
  if (pepper === null) return null;
  const { metaRead, fileRead } = createSunReader(pepper).keysOf(uid);
  const hex = (key: Uint8Array): string => Buffer.from(key).toString('hex');
  return { metaRead: hex(metaRead), fileRead: hex(fileRead) };
};

/** No reader is there to be told. */
const noAllowLists: AllowLists = {
  held: async () => null,
  allow: async () => false,
  disallow: async () => false,
};

async function reading<T>(config: Config, read: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir: config.dataDir, log: commonBoxes(config).log, readOnly: true });
  try {
    return await read(store);
  } finally {
    await store.close();
  }
}
