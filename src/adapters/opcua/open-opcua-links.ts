// The links of all machines that speak OPC UA, in a thread of their own: a server can make the library fail, run wild
// or take all memory, and the gateway goes on without it. While the thread is down its machines are unknown.

import { type PermissionSeen, unknownSeen } from '../../domain/machine/permission.ts';
import { sayOnChange } from '../../edge/say-on-change.ts';
import { realTimers } from '../../edge/timers.ts';
import type { MachineReport } from '../../gateway/gateway.ts';
import type { Clock, Controllers, Log, Meters } from '../../gateway/ports.ts';
import { type KeptThread, keepThread } from './keep-thread.ts';
import { linkSentence } from './link-sentences.ts';
import { silentReport } from './open-link.ts';
import {
  type EndOutcome,
  type FromWorker,
  type OpcuaAddress,
  type Pace,
  type Said,
  usualPace,
} from './worker-messages.ts';

export type OpcuaLinksOptions = {
  readonly links: Readonly<Record<string, OpcuaAddress>>;
  /** Where certificates are kept; made when it is needed. */
  readonly folder: string;
  readonly clock: Pick<Clock, 'monoMs'>;
  readonly log: Log;
  readonly meters: Meters;
  /** Shorter in tests. */
  readonly pace?: Partial<Pace>;
};

export type OpcuaLinks = Controllers & {
  /** Opens every link; a server that is not there does not stop the others. */
  open(onReport: (report: MachineReport) => void, onPermission: OnPermission): void;
  /** Writes the permission to run; false when the server was not there to be told. */
  permit(machine: string, on: boolean): Promise<boolean>;
  close(): Promise<void>;
  /** Clients of the library that are alive: at most one per machine. */
  liveClients(): number;
};

type OnPermission = (machine: string, seen: PermissionSeen) => void;

/** Orders that may wait for an answer of the thread at once; a server answers within ten seconds or is gone. */
const askLimit = 256;
/** A thread that hangs does not keep those who asked it; an end of access takes ten seconds at most. */
const askMs = 12_000;

export function openOpcuaLinks(options: OpcuaLinksOptions): OpcuaLinks {
  let thread: KeptThread | null = null;
  let live = 0;
  const permits = openAsks<boolean>(false);
  const ends = openAsks<EndOutcome>('unknown');
  return {
    open(onReport, onPermission) {
      const machines = watchAll(options, { onReport, onPermission });
      thread = keepThread({
        settings: { links: options.links, folder: options.folder, pace: { ...usualPace, ...options.pace } },
        onMessage(message) {
          if (message.kind === 'clients') live = message.live;
          else if (message.kind === 'permitted') permits.answer(message.ask, message.told);
          else if (message.kind === 'ended') ends.answer(message.ask, message.outcome);
          else machines.take(message);
        },
        onDeath(cause) {
          live = 0;
          permits.giveUp();
          ends.giveUp();
          options.log.error({ err: cause }, threadSentence);
          machines.lost();
        },
      });
    },
    permit: (machine, on) =>
      permits.ask((ask) => thread?.tell({ kind: 'permit', machine, on, ask }) ?? false),
    endAccess: (machine) => ends.ask((ask) => thread?.tell({ kind: 'end', machine, ask }) ?? false),
    close: async () => thread?.close(),
    liveClients: () => live,
  };
}

/** Questions to the thread, each answered once: by it, or as `unanswered` when it dies or takes longer than any may. */
function openAsks<Answer>(unanswered: Answer) {
  const waiting = new Map<number, (answer: Answer) => void>();
  let asks = 0;
  const answer = (ask: number, said: Answer): void => waiting.get(ask)?.(said);
  return {
    answer,
    giveUp(): void {
      for (const ask of [...waiting.keys()]) answer(ask, unanswered);
    },
    async ask(tell: (ask: number) => boolean): Promise<Answer> {
      const ask = ++asks;
      if (waiting.size >= askLimit || !tell(ask)) return unanswered;
      const { promise, resolve } = Promise.withResolvers<Answer>();
      waiting.set(ask, resolve);
      const callOff = realTimers.after(askMs, () => resolve(unanswered));
      const said = await promise;
      callOff();
      waiting.delete(ask);
      return said;
    },
  };
}

const threadSentence =
  'the thread of the OPC UA links has failed or hung; it is started again, and nothing else waits for it';

type Machine = {
  readonly say: (said: Said, detail: string) => void;
  last: MachineReport | null;
  lastMs: number;
};

/** What the thread tells, machine by machine; only of machines that there are. */
function watchAll(
  { links, clock, log, meters }: OpcuaLinksOptions,
  ears: { onReport: (report: MachineReport) => void; onPermission: OnPermission },
): { take(message: Exclude<FromWorker, { kind: 'clients' | 'permitted' | 'ended' }>): void; lost(): void } {
  const machines = new Map<string, Machine>();
  for (const [machine, { endpoint }] of Object.entries(links)) {
    const say = sayOnChange({ log, clock, facts: { machine, link: endpoint } });
    machines.set(machine, {
      say: (said, detail) => say(linkSentence(said, { machine, endpoint }), detail === '' ? {} : { detail }),
      last: null,
      lastMs: clock.monoMs(),
    });
  }
  const report = (machine: Machine | undefined, what: MachineReport): void => {
    if (!machine) return;
    machine.last = what;
    machine.lastMs = clock.monoMs();
    ears.onReport(what);
  };
  return {
    take(message) {
      if (message.kind === 'report') report(machines.get(message.report.machine), message.report);
      else if (message.kind === 'permission') {
        if (machines.has(message.machine)) ears.onPermission(message.machine, message.seen);
      } else if (message.kind === 'count') meters.count(message.name, { machine: message.machine });
      else machines.get(message.machine)?.say(message.said, message.detail);
    },
    lost() {
      for (const [id, machine] of machines) {
        const link = machine.last?.link === 'up' ? 'lost' : (machine.last?.link ?? 'never');
        const seenAgoMs = clock.monoMs() - machine.lastMs;
        const troubles = [{ code: 'link-broken', values: {} } as const];
        report(machine, silentReport({ machine: id, link, seenAgoMs, troubles }));
        ears.onPermission(id, unknownSeen);
      }
    },
  };
}
