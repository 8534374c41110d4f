// The OPC UA links of a gateway as a test sees them: what is reported, logged and counted, with waits that are bounded.

import { type OpcuaLinks, openOpcuaLinks } from '../../../src/adapters/opcua/open-opcua-links.ts';
import { openTrustStore, type TrustStore } from '../../../src/adapters/opcua/trust-store.ts';
import type { OpcuaAddress, Pace } from '../../../src/adapters/opcua/worker-messages.ts';
import type { Activity } from '../../../src/domain/machine/activity.ts';
import type { PermissionSeen } from '../../../src/domain/machine/permission.ts';
import type { MachineReport } from '../../../src/gateway/gateway.ts';

export type Watched = {
  readonly reports: readonly MachineReport[];
  readonly lines: readonly string[];
  readonly store: TrustStore;
  of(machine: string): WatchedMachine;
  /** Of what happened to one machine, or to all of them. */
  counted(name: string, machine?: string): number;
  liveClients(): number;
  permit(machine: string, on: boolean): Promise<boolean>;
  endAccess: OpcuaLinks['endAccess'];
  close(): Promise<void>;
};

type WatchedMachine = {
  last(): MachineReport | undefined;
  until(check: (last: MachineReport) => boolean, what: string): Promise<void>;
  untilActivity(activity: Activity): Promise<void>;
  untilTrouble(code: string): Promise<void>;
  /** As `npx officina trust` does; waits until the server has shown itself. */
  trust(): Promise<void>;
};

/** So that a test need not wait as long as a workshop may. */
const quickPace: Pace = {
  publishingMs: 50,
  keepAliveMs: 500,
  retryMs: 50,
  longestRetryMs: 400,
  attemptMs: 10_000,
  recheckMs: 200,
};

export function watch(
  folder: string,
  links: Readonly<Record<string, Parameters<typeof addressOf>[0]>>,
  pace: Partial<Pace> = {},
  onPermission: (machine: string, seen: PermissionSeen) => void = () => undefined,
): Watched {
  const reports: MachineReport[] = [];
  const lines: string[] = [];
  const counts = new Map<string, number>();
  const log = (_: unknown, text: string): void => void lines.push(text);
  const opened = openOpcuaLinks({
    links: Object.fromEntries(Object.entries(links).map(([id, link]) => [id, addressOf(link)])),
    folder,
    clock: { monoMs: () => performance.now() },
    log: { info: log, warn: log, error: log },
    meters: {
      count(name, { machine = '' } = {}) {
        const key = `${name} ${machine}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      },
    },
    pace: { ...quickPace, ...pace },
  });
  opened.open((report) => reports.push(report), onPermission);
  const store = openTrustStore(folder);
  return {
    reports,
    lines,
    store,
    of: (machine) => machineOf(machine, { reports, lines, store }),
    counted: (name, machine) =>
      [...counts].reduce((sum, [key, count]) => {
        const isMeant = machine === undefined ? key.startsWith(`${name} `) : key === `${name} ${machine}`;
        return isMeant ? sum + count : sum;
      }, 0),
    liveClients: opened.liveClients,
    permit: opened.permit,
    endAccess: opened.endAccess,
    close: opened.close,
  };
}

function machineOf(
  machine: string,
  { reports, lines, store }: Pick<Watched, 'reports' | 'lines' | 'store'>,
): WatchedMachine {
  const last = () => reports.findLast((report) => report.machine === machine);
  const until: WatchedMachine['until'] = (check, what) =>
    waitUntil(
      () => {
        const report = last();
        return report !== undefined && check(report);
      },
      () => `${what}; the last report: ${JSON.stringify(last())}; the log:\n${lines.join('\n')}`,
    );
  return {
    last,
    until,
    untilActivity: (activity) => until((report) => report.activity === activity, activity),
    untilTrouble: (code) =>
      until(({ troubles }) => troubles?.some((one) => one.code === code) === true, code),
    async trust() {
      const waiting = () => store.list().waiting.filter(({ machines }) => machines.includes(machine));
      await waitUntil(
        () => waiting().length > 0,
        () => `the certificate of ${machine}; the log:\n${lines.join('\n')}`,
      );
      for (const { sha256 } of waiting()) store.trust(sha256);
    },
  };
}

/** Of a mill in another process the endpoint counts. */
const addressOf = (link: { readonly endpoint: string } & Partial<OpcuaAddress>): OpcuaAddress => ({
  endpoint: link.endpoint,
  machine: link.machine ?? null,
  security: link.security ?? 'sign-and-encrypt',
  user: link.user ?? null,
  password: link.password ?? null,
  enable: link.enable ?? null,
  ...(link.nodes && { nodes: link.nodes }),
});

/** The machine is shared with other work, so the bound is generous. */
const limitMs = 45_000;

export async function waitUntil(check: () => boolean, what: () => string): Promise<void> {
  const fromMs = performance.now();
  while (!check()) {
    if (performance.now() - fromMs > limitMs) throw new Error(`waited in vain for ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
