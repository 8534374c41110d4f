// The link to one controller, for as long as the gateway runs: feeds its lines to the link machine of the profile and
// runs what that asks for. Nothing is queued, and nothing is sent that the profile does not name.

import { profileLimits } from '../../contract/profile-words.ts';
import type { PermissionSeen } from '../../domain/machine/permission.ts';
import type { Trouble } from '../../domain/machine/trouble.ts';
import { besideHost } from '../../domain/pass-through/pass-through.ts';
import type { AccessOutcome } from '../../domain/profile/end-access.ts';
import {
  type Effect,
  type LinkEvent,
  type LinkState,
  newLink,
  type Phase,
} from '../../domain/profile/link-state.ts';
import { observe } from '../../domain/profile/observe.ts';
import type { Bytes, Profile } from '../../domain/profile/profile.ts';
import { type Say, sayOnChange } from '../../edge/say-on-change.ts';
import { type CallOff, delayUntil, noTimer, sharedTimers, type Timers } from '../../edge/timers.ts';
import type { MachineReport } from '../../gateway/gateway.ts';
import type { Clock, Log, Meters } from '../../gateway/ports.ts';
import { type KeptOpen, keepOpen } from './keep-open.ts';
import { addressText, faultSentence, type LinkAddress, noteSentence } from './link-sentences.ts';
import { quietTransport } from './quiet-transport.ts';
import { type Beside, type SharedLink, shareLink } from './share-link.ts';
import type { OpenTransport } from './transport.ts';
import { transportFor } from './transport-for.ts';

export type LinkOptions = {
  readonly machine: string;
  readonly link: LinkAddress;
  readonly profile: Profile;
  readonly clock: Pick<Clock, 'monoMs'>;
  readonly log: Log;
  readonly meters: Meters;
  readonly onReport: (report: MachineReport) => void;
  /** Told what it says of the permission to run, where the controller is the switch of its machine; left out, it is not. */
  readonly onPermission?: (seen: PermissionSeen) => void;
  /** How it sits beside another host; left out, the controller is ours alone. */
  readonly beside?: Beside;
  /** Turned by hand in tests. */
  readonly timers?: Timers;
  /** Replaced in tests. */
  readonly transport?: OpenTransport;
};

export type MachineLink = {
  /** Ends access as the profile says; always resolves, within the profile's limit (at most 10 s). */
  endAccess(): Promise<AccessOutcome>;
  /** Orders the permission to run; false when the controller was not there to be told. Nothing is kept for later. */
  permit(on: boolean): boolean;
  /** Whether a host may work: a level. False where no host can come. */
  allow(open: boolean): boolean;
  close(): Promise<void>;
  facts(): LinkFacts;
};

type LinkFacts = {
  readonly phase: Phase;
  readonly lines: number;
  /** Lines that were noise or that no frame of the profile takes. */
  readonly badLines: number;
  /** Lines that the controller asked for again. */
  readonly resends: number;
  /** Lines beyond what a controller can say in a second, and bytes that could not be sent. */
  readonly dropped: number;
  readonly reconnects: number;
};

/** A TCP connection on which nothing is understood for so long is made anew: its far end may have gone unnoticed. */
const staleTcpMs = 15_000;
/** More lines than 115200 baud could carry in a second are a flood. */
const linesPerSecond = 2000;

/** Opens the link and keeps it open until `close`. */
export function openLink(given: LinkOptions): MachineLink {
  const isShared = given.beside?.owner === 'passThrough';
  const options = isShared ? { ...given, profile: besideHost(given.profile) } : given;
  const { link, profile, clock, log, machine } = options;
  const timers = options.timers ?? sharedTimers;
  const say = sayOnChange({ log, clock, facts: { machine, link: addressText(link) } });
  const shared = shareOf(options, { say, timers });
  const running: Running = {
    options,
    timers,
    say,
    shared,
    state: newLink(profile, { permits: options.onPermission !== undefined }),
    ordered: false,
    port: null,
    count: { opens: 0, lines: 0, badLines: 0, resends: 0, dropped: 0 },
    flood: { sinceMs: 0, lines: 0 },
    waiting: null,
    callOffWake: noTimer,
    wakeAtMs: null,
    nowMs: 0,
    callOffStale: null,
  };
  const port = keepOpen({
    open: besideOthers(running, options.transport ?? transportFor(options)),
    lineBytes: profileLimits.lineBytes,
    timers,
    events: {
      opened: () => opened(running),
      line: (text) => heard(running, text),
      noise: () => {
        bad(running);
        tell(running, { kind: 'noise' });
      },
      closed: (fault) => {
        tell(running, { kind: 'closed' });
        if (fault) running.say(faultSentence(fault.code, { machine, link }), { fault: fault.detail });
      },
    },
  });
  running.port = port;
  return {
    endAccess: async () => (isListening(options) ? 'unknown' : endAccess(running)),
    permit: (on) => {
      if (isListening(options)) return false;
      running.ordered = false;
      tell(running, { kind: 'permit', on });
      return running.ordered;
    },
    allow: (open) => shared?.allow(open) ?? false,
    close: async () => {
      await shared?.close();
      const closed = port.close();
      tell(running, { kind: 'closed' });
      running.callOffWake();
      await closed;
    },
    facts: () => {
      const { opens, ...counts } = running.count;
      return { ...counts, reconnects: Math.max(opens - 1, 0), phase: running.state.phase };
    },
  };
}

type Running = {
  readonly options: LinkOptions;
  readonly timers: Timers;
  readonly say: Say;
  readonly shared: SharedLink | null;
  state: LinkState;
  /** The last order went out. */
  ordered: boolean;
  port: KeptOpen | null;
  readonly count: { opens: number; lines: number; badLines: number; resends: number; dropped: number };
  /** Lines in the present second. */
  readonly flood: { sinceMs: number; lines: number };
  waiting: {
    readonly promise: Promise<AccessOutcome>;
    readonly resolve: (outcome: AccessOutcome) => void;
  } | null;
  callOffWake: CallOff;
  /** When it is to be woken, at the latest by then counted as come; null: by an event only. */
  wakeAtMs: number | null;
  /** The time of the last step: a step never goes back behind it. */
  nowMs: number;
  callOffStale: CallOff | null;
};

/** Where others drive the controller over a way that is not ours, nothing is ordered from it. */
const isListening = ({ beside }: LinkOptions): boolean =>
  beside?.owner === 'tap' || beside?.owner === 'observeOnly';

function shareOf(options: LinkOptions, { say, timers }: Pick<Running, 'say' | 'timers'>): SharedLink | null {
  const { beside, machine, profile, clock, meters } = options;
  if (beside?.owner !== 'passThrough') return null;
  return shareLink({ door: beside.door, machine, profile, clock, meters, say, timers });
}

function besideOthers({ options, shared }: Running, open: OpenTransport): OpenTransport {
  const { beside, profile } = options;
  if (beside?.owner === 'tap' || beside?.owner === 'observeOnly')
    return quietTransport(open, { family: profile.family, asks: beside.owner === 'observeOnly' });
  return shared ? shared.wrap(open) : open;
}

function opened(running: Running): void {
  const { machine, link, meters } = running.options;
  running.count.opens += 1;
  if (running.count.opens > 1) meters.count('link_reconnects', { machine });
  tell(running, { kind: 'opened', mayReset: link.kind === 'serial' });
}

function heard(running: Running, text: string): void {
  const { flood, count, options } = running;
  const nowMs = options.clock.monoMs();
  if (nowMs - flood.sinceMs >= 1000) Object.assign(flood, { sinceMs: nowMs, lines: 0 });
  flood.lines += 1;
  if (flood.lines > linesPerSecond) {
    drop(running);
    return;
  }
  count.lines += 1;
  tell(running, { kind: 'line', text });
}

/** One step of the link machine, and what comes of it. */
function tell(running: Running, event: LinkEvent): void {
  const { profile, clock } = running.options;
  const dueMs = event.kind === 'time' ? (running.wakeAtMs ?? 0) : 0;
  running.nowMs = Math.max(clock.monoMs(), dueMs, running.nowMs);
  const observed = observe(profile, { state: running.state, event, nowMs: running.nowMs });
  running.state = observed.state;
  running.callOffWake();
  running.callOffWake = noTimer;
  running.wakeAtMs = observed.wakeAtMs;
  if (observed.wakeAtMs !== null) {
    const { togetherMs } = running.timers;
    const delayMs = delayUntil(observed.wakeAtMs, { nowMs: clock.monoMs(), togetherMs });
    running.callOffWake = running.timers.after(delayMs, () => tell(running, { kind: 'time' }));
  }
  watchStale(running);
  for (const effect of observed.effects) run(running, effect);
}

function run(running: Running, effect: Effect): void {
  const { machine, link, profile, onReport } = running.options;
  switch (effect.kind) {
    case 'send':
      write(running, effect.bytes);
      return;
    case 'order':
      running.ordered = write(running, effect.bytes);
      return;
    case 'permission':
      running.options.onPermission?.(effect.seen);
      return;
    case 'report':
      onReport({ machine, ...effect.report, ...troublesOf(running) });
      return;
    case 'access-ended':
      running.waiting?.resolve(effect.outcome);
      running.waiting = null;
      return;
    case 'broken':
      bad(running);
      return;
    case 'resend':
      running.count.resends += 1;
      running.options.meters.count('link_resends', { machine });
      return;
    case 'note':
      if (effect.note.code === 'live') running.port?.proven();
      running.say(noteSentence(effect.note, { machine, title: profile.title, link }));
  }
}

/** What somebody should know of its profile, and of a host beside us. */
function troublesOf({ options: { profile }, shared }: Running): { readonly troubles?: readonly Trouble[] } {
  const beside = shared?.troubles() ?? {};
  return profile.maturity === 'draft'
    ? { troubles: [draftTrouble(profile), ...(beside.troubles ?? [])] }
    : beside;
}

/** Of every machine that is only watched. */
const draftTrouble = ({ title }: Profile): Trouble => ({ code: 'profile-draft', values: { profile: title } });

function write(running: Running, bytes: Bytes): boolean {
  if (running.port?.write(Buffer.from(bytes))) return true;
  drop(running);
  return false;
}

function watchStale(running: Running): void {
  const { state, options } = running;
  const silent = (state.phase === 'identifying' || state.phase === 'lost') && state.foreign === null;
  if (options.link.kind !== 'tcp' || !silent) {
    running.callOffStale?.();
    running.callOffStale = null;
    return;
  }
  running.callOffStale ??= running.timers.after(staleTcpMs, () => {
    running.callOffStale = null;
    running.port?.again({ code: 'host-gone', detail: 'nothing understood for too long' });
  });
}

function endAccess(running: Running): Promise<AccessOutcome> {
  if (running.waiting) return running.waiting.promise;
  const { promise, resolve } = Promise.withResolvers<AccessOutcome>();
  running.waiting = { promise, resolve };
  tell(running, { kind: 'end-access' });
  return promise;
}

function bad({ count, options: { machine, meters } }: Running): void {
  count.badLines += 1;
  meters.count('link_bad_lines', { machine });
}

function drop({ count, options: { machine, meters } }: Running): void {
  count.dropped += 1;
  meters.count('link_dropped', { machine });
}
