// One machine as the gateway hears of it: what its link has found becomes reports, each whole in itself, with what is
// wrong with the link. What was last heard before a silence is never told as if it held (invariant 7).

import { type Activity, activityFacts } from '../../domain/machine/activity.ts';
import type { PermissionFault, PermissionSeen } from '../../domain/machine/permission.ts';
import type { ServerTrouble } from '../../domain/machine/trouble.ts';
import { boundFlow } from '../../edge/bound-flow.ts';
import { followJob, type JobKnown, jobUnknown } from '../../edge/follow-job.ts';
import type { MachineReport } from '../../gateway/gateway.ts';
import { createEndAccess } from './end-access.ts';
import type { Heard } from './hear-machine.ts';
import { type KeepLinkOptions, type KeptLink, keepLink } from './keep-link.ts';
import { jobEdge } from './machine-state.ts';
import type { EndOutcome, FromWorker } from './worker-messages.ts';

export type OpenLinkOptions = Omit<KeepLinkOptions, 'events'> & {
  readonly machine: string;
  readonly monoMs: () => number;
  readonly tell: (message: FromWorker) => void;
  /** What holds of this link however it goes; shown while it is up, and not said again and again. */
  readonly always?: readonly ServerTrouble[];
};

/** Reports in a second; a server that says more is held to its last word. */
const reportsPerSecond = 100;

export type OpcuaLink = {
  /** Writes the permission to run; false when the server was not there to be told. */
  permit(on: boolean): Promise<boolean>;
  /** Ends the job under way; always resolves, within ten seconds. */
  endAccess(): Promise<EndOutcome>;
  close(): Promise<void>;
};

/** Opens the link and keeps it open until `close`. */
export function openLink(options: OpenLinkOptions): OpcuaLink {
  const { machine, monoMs, tell, timers, always = [] } = options;
  let link: MachineReport['link'] = 'never';
  let last: Activity = 'unknown';
  let said: Heard | null = null;
  let job: JobKnown = jobUnknown;
  let aliveMs = monoMs();
  let troubles: readonly ServerTrouble[] = [];

  const up = (now: Heard): void => {
    link = 'up';
    const { edges, known } = edgesOf(now, { last, job });
    [said, job, last] = [now, known, now.seen.activity];
    const facts = { confidence: 'reported', source: 'event', seenAgoMs: 0, readings: now.readings } as const;
    const program = activityFacts[last].class === 'quiet' && job.state !== 'under-way' ? null : now.program;
    const common = { machine, link, ...now.seen, ...facts, program, troubles: [...troubles, ...always] };
    for (const edge of edges.length > 0 ? edges : [null])
      tell({ kind: 'report', report: { ...common, job: edge } });
    ending.changed();
  };
  const upAgain = (): void => {
    if (said) up({ ...said, readings: {} });
  };
  const flow = boundFlow<Heard>({
    perSecond: reportsPerSecond,
    timers,
    monoMs,
    pass: up,
    onDropped: () => tell({ kind: 'count', name: 'link_dropped', machine }),
  });

  const setTroubles = (now: readonly ServerTrouble[]): boolean => {
    const news = now.filter((one) => !troubles.some((known) => isSame(one, known)));
    const isChanged = news.length > 0 || now.length !== troubles.length;
    troubles = now;
    for (const said of news) tell({ kind: 'said', machine, said, detail: '' });
    return isChanged;
  };
  let ups = 0;
  const permission = keepSeen((seen) => tell({ kind: 'permission', machine, seen }));

  const ending = createEndAccess({
    timers,
    now: () => said && { seen: said.seen, job },
    stop: () => kept.machine()?.stop ?? null,
  });

  const kept = keepLink({
    ...options,
    events: {
      up(name, now) {
        ups += 1;
        if (ups > 1) tell({ kind: 'count', name: 'link_reconnects', machine });
        tell({ kind: 'said', machine, said: { code: 'live', values: { name } }, detail: '' });
        if (setTroubles(now)) upAgain();
      },
      rechecked(now) {
        if (setTroubles(now)) upAgain();
      },
      heard: flow.push,
      permission: permission.read,
      alive: () => {
        aliveMs = monoMs();
      },
      down({ trouble, cause }) {
        flow.clear();
        permission.read(null, null);
        const isNews = troubles.length !== 1 || !isSame(trouble, troubles[0]);
        troubles = [trouble];
        if (isNews) tell({ kind: 'said', machine, said: trouble, detail: detailOf(cause) });
        if (link !== 'up' && !isNews) return;
        if (link === 'up') link = 'lost';
        [last, said, job] = ['unknown', null, jobUnknown];
        const seenAgoMs = Math.round(monoMs() - aliveMs);
        tell({ kind: 'report', report: silentReport({ machine, link, seenAgoMs, troubles }) });
        ending.changed();
      },
    },
  });
  return {
    permit: (on) => orderPermission(kept, { on, permission }),
    endAccess: ending.end,
    close: kept.close,
  };
}

/** By what the server says of its job; by the activities alone where it says nothing of that. */
function edgesOf(
  { seen, job: told }: Heard,
  before: { readonly last: Activity; readonly job: JobKnown },
): ReturnType<typeof followJob> {
  if (told) return followJob(before.job, told);
  const edge = jobEdge(before.last, seen.activity);
  return { known: before.job, edges: edge === null ? [] : [edge] };
}

const detailOf = (cause: unknown): string => (cause instanceof Error ? cause.message.slice(0, 300) : '');

async function orderPermission(
  kept: KeptLink,
  { on, permission }: { on: boolean; permission: Pick<ReturnType<typeof keepSeen>, 'written'> },
): Promise<boolean> {
  const opened = kept.machine();
  if (!opened) return false;
  try {
    permission.written(await opened.permit(on));
    return true;
  } catch {
    // The server has gone in the middle of it, which the link says by itself.
    return false;
  }
}

/** What is known of the permission; a write that was refused stands until one is taken. */
function keepSeen(tellSeen: (seen: PermissionSeen) => void) {
  let on: boolean | null = null;
  const faults: { read: PermissionFault | null; write: PermissionFault | null } = { read: null, write: null };
  const tell = (): void => tellSeen({ on, fault: faults.write ?? faults.read });
  return {
    read(now: boolean | null, fault: PermissionFault | null): void {
      const isNews = now !== on || fault?.code !== faults.read?.code;
      on = now;
      faults.read = fault;
      if (isNews) tell();
    },
    written(fault: PermissionFault | null): void {
      const isNews = fault?.detail !== faults.write?.detail;
      faults.write = fault;
      if (isNews) tell();
    },
  };
}

/** What is said of a machine that cannot be heard. */
export const silentReport = (
  what: Required<Pick<MachineReport, 'machine' | 'link' | 'seenAgoMs' | 'troubles'>>,
): MachineReport => ({
  ...what,
  activity: 'unknown',
  substate: null,
  raw: null,
  confidence: 'stale',
  source: 'silence',
  readings: {},
  job: null,
});

const isSame = (a: ServerTrouble, b: ServerTrouble | undefined): boolean =>
  a.code === b?.code && JSON.stringify(a.values) === JSON.stringify(b.values);
