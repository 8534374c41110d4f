// The dashboard and the API on their port, and the file that tells commands where that is.

import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { calendars } from '../adapters/calendar/write-calendar.ts';
import { openProof } from '../adapters/sqlite/open-proof.ts';
import type { Store } from '../adapters/sqlite/open-store.ts';
import { listenOn, type OpenPort } from '../adapters/system/listen-on.ts';
import { type Listening, patientListen } from '../adapters/system/patient-listen.ts';
import { forgetRunning, tellRunning } from '../adapters/system/running-file.ts';
import { buildApi } from '../api/app.ts';
import type { ApiOptions } from '../api/options.ts';
import { programVersion } from '../commands/command-line.ts';
import type { Config } from '../config/config.ts';
import { isLoopback } from '../config/is-loopback.ts';
import { readStatement } from '../gateway/read-statement.ts';
import { createReplay } from '../gateway/replay-policy.ts';
import { bankFiles } from './bank-files.ts';
import { readFloorPlan } from './floor-plan.ts';
import { hostHere } from './host-here.ts';
import { invoiceFiles } from './invoice-files.ts';
import type { LiveConfig } from './live-config.ts';
import { papersOf } from './papers-of.ts';
import { signInWays } from './sign-in-ways.ts';
import { openTariffDesk } from './tariff-desk.ts';
import type { TlsDoor } from './tls-doors.ts';

type HttpParts = Omit<
  ApiOptions,
  | ('adminToken' | 'loopbackOnly' | 'dashboardDir' | 'version' | 'hsts')
  | ('statement' | 'replay' | 'calendars' | 'invoiceFiles' | 'bankFiles' | 'papers')
  | ('adminToken' | 'metricsToken' | 'pushServer' | 'loopbackOnly' | 'dashboardDir' | 'version' | 'hsts')
  | ('statement' | 'replay' | 'calendars' | 'invoiceFiles' | 'papers' | 'floor')
> &
  Pick<Store, 'journal' | 'ledger' | 'shelf'> & {
    readonly tls: TlsDoor | null;
    readonly newcomers: { readonly live: LiveConfig };
  };

export async function listenHttp(config: Config, { tls, ...parts }: HttpParts): Promise<Listening<OpenPort>> {
  const proof = openProof({
    dataDir: config.dataDir,
    wallMs: parts.clock.wallMs,
    onFault: (err) => parts.log.error({ err }, 'the journal could not be proved; look at the cause'),
  });
  const api = await buildApi({
    ...parts,
    proof,
    adminToken: config.adminToken,
    metricsToken: config.neighbours.metricsToken,
    pushServer: config.neighbours.ntfy?.server ?? null,
    // The demo needs no sign-in, so it answers to no name but this computer's own.
    loopbackOnly: parts.demo !== null || isLoopback(config.http.host),
    dashboardDir: fileURLToPath(new URL('../dashboard/dist', import.meta.url)),
    version: programVersion(),
    floor: await readFloorPlan(config, parts.log),
    calendars,
    invoiceFiles,
    bankFiles,
    hsts: config.http.tls?.hsts ?? false,
    statement: (month) => readStatement(parts.journal, month),
    replay: createReplay({ ...parts, pause: setImmediate }),
    papers: papersOf(parts),
    tariffs: openTariffDesk({ ...parts, live: parts.newcomers.live, pause: setImmediate }),
    signInWays: signInWays(config, parts),
  });
  const { dataDir } = config;
  const tell = (port: number): Promise<void> => {
    const url = `${tls ? 'https' : 'http'}://${inUrl(hostHere(config.http.host))}:${port}`;
    return tellRunning(dataDir, { url, token: parts.controlToken, fingerprint: tls?.fingerprint() ?? null });
  };
  const open = async () => {
    const opened = await listenOn(api.server, { ...config.http, secure: tls?.secure ?? null });
    // Also when the port becomes free only later: from now on commands find this gateway.
    await tell(opened.port);
    return opened;
  };
  const port = await patientListen({ ...config.http, who: 'browsers', open, log: parts.log });
  let isClosing = false;
  tls?.onRenewed(async () => {
    const opened = port.now();
    if (opened === null || isClosing) return;
    const sentence =
      'commands do not find this gateway until the next start; look at the disk and the rights';
    await tell(opened.port).catch((err) => parts.log.error({ err, dataDir }, sentence));
  });
  // Live streams and requests under way are ended by the API, before the port is closed.
  const close = async (): Promise<void> => {
    isClosing = true;
    await forgetRunning(dataDir);
    await api.close();
    await proof.close();
    await port.close();
  };
  return { now: port.now, close };
}

const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);
