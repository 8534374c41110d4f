// A printer with Klipper, through Moonraker: one WebSocket, one subscription, anew whenever Klipper was away. The only
// order is `printer.print.cancel`; its key has full rights, so `orders: false` is kept here.

import { setTimeout } from 'node:timers/promises';
import { fieldsOf } from '../../edge/json-at.ts';
import type { CertificateTrust } from '../../edge/judge-certificate.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import type { Talk } from '../../edge/talk.ts';
import { followKlippy, type Klippy } from './follow-klippy.ts';
import { askedObjects, totalsOf } from './moonraker-status.ts';
import { openRpc, type Rpc, type RpcAnswer } from './open-rpc.ts';

export type MoonrakerLink = {
  /** Without a path. */
  readonly url: string;
  /** Null where the address of the gateway is trusted there. */
  readonly key: string | null;
  readonly orders: boolean;
  /** Of its certificate, behind https. */
  readonly trust?: CertificateTrust;
};

export type MoonrakerPace = {
  /** Between two looks whether Klipper is still ready. */
  readonly beatMs: number;
  /** Between two looks while it is not: its documentation says two seconds. */
  readonly awayMs: number;
};

const usualPace: MoonrakerPace = { beatMs: 5000, awayMs: 2000 };

/** JSON-RPC codes and, from other servers, statuses that a missing right is told with. */
const unauthorised: ReadonlySet<number> = new Set([-32_602, 401, 403]);
/** Klipper is not there. */
const unavailable = 503;
/** A Moonraker from before it asked for names. */
const methodMissing: ReadonlySet<number> = new Set([-32_601, 404]);

export function moonrakerTalk(link: MoonrakerLink, pace: MoonrakerPace = usualPace): Talk {
  let live: Rpc | null = null;
  return {
    async run(ears) {
      const stop = new AbortController();
      const signal = AbortSignal.any([ears.signal, stop.signal]);
      const klippy = followKlippy(ears);
      const nudge = createNudge();
      let rpc: Rpc | null = null;
      try {
        rpc = await openRpc({
          url: `${link.url.replace(/^http/, 'ws')}/websocket`,
          headers: link.key === null ? {} : { 'X-Api-Key': link.key },
          signal,
          trust: link.trust,
          onText: ears.alive,
          onNotice: (method, params) => notices.get(method)?.({ klippy, nudge, params }),
        });
        live = rpc;
        return await Promise.race([rpc.over, keepUp({ link, pace, rpc, klippy, nudge, signal })]);
      } finally {
        live = null;
        stop.abort();
        await rpc?.over.catch(() => undefined);
      }
    },
    cancel: link.orders ? (signal) => cancel(live, signal) : null,
    silenceMs: 15_000,
    cancelMs: 10_000,
  };
}

type Nudge = {
  history: boolean;
  /** Looks again at once. */
  readonly now: () => void;
  readonly wait: (delayMs: number, signal: AbortSignal) => Promise<void>;
};

type Notice = { readonly klippy: Klippy; readonly nudge: Nudge; readonly params: unknown };

const leave =
  (state: string) =>
  ({ klippy, nudge }: Notice): void => {
    klippy.gone(state);
    nudge.now();
  };

const notices: ReadonlyMap<string, (notice: Notice) => void> = new Map([
  ['notify_status_update', ({ klippy, params }) => klippy.change(firstOf(params))],
  ['notify_klippy_disconnected', leave('disconnected')],
  ['notify_klippy_shutdown', leave('shutdown')],
  // Who is followed and then gets ready has been away unnoticed: the subscription is lost.
  [
    'notify_klippy_ready',
    (notice) => (notice.klippy.isFollowed() ? leave('startup')(notice) : notice.nudge.now()),
  ],
  [
    'notify_history_changed',
    ({ nudge }) => {
      nudge.history = true;
      nudge.now();
    },
  ],
]);

const firstOf = (params: unknown): unknown => (Array.isArray(params) ? params[0] : undefined);

type Talking = {
  readonly link: MoonrakerLink;
  readonly pace: MoonrakerPace;
  readonly rpc: Rpc;
  readonly klippy: Klippy;
  readonly nudge: Nudge;
  readonly signal: AbortSignal;
};

/** Asks whether Klipper is ready, again and again, and subscribes whenever it has become so. */
async function keepUp({ link, pace, rpc, klippy, nudge, signal }: Talking): Promise<never> {
  await identify(rpc, link.key);
  for (;;) {
    const info = fieldsOf(resultOf(await rpc.ask('server.info')));
    const state = info.text('klippy_state', 40);
    if (state === null) throw new LinkFault('answer-unfit');
    if (state !== 'ready') klippy.gone(state);
    else if (!klippy.isFollowed()) nudge.history = await subscribe(rpc, klippy);
    if (klippy.isFollowed() && nudge.history) {
      nudge.history = false;
      // Without the history component there are no totals.
      const totals = await rpc.ask('server.history.totals');
      if (totals.ok) klippy.count(totalsOf(totals.result));
    }
    await nudge.wait(klippy.isFollowed() ? pace.beatMs : pace.awayMs, signal);
  }
}

/** Once per connection; a second time is an error there. */
async function identify(rpc: Rpc, key: string | null): Promise<void> {
  const answer = await rpc.ask('server.connection.identify', {
    ...{ client_name: 'Officina', version: '1', type: 'other', url: 'urn:officina' },
    ...(key === null ? {} : { api_key: key }),
  });
  if (!answer.ok && !methodMissing.has(answer.code)) throw faultOf(answer.code);
}

async function subscribe(rpc: Rpc, klippy: Klippy): Promise<boolean> {
  const take = klippy.begin();
  const answer = await rpc.ask('printer.objects.subscribe', { objects: askedObjects });
  if (!answer.ok && answer.code !== unavailable) throw faultOf(answer.code);
  return answer.ok && take(fieldsOf(answer.result).raw('status'));
}

async function cancel(rpc: Rpc | null, signal: AbortSignal): Promise<'taken' | 'refused'> {
  if (rpc === null || signal.aborted) throw new LinkFault('link-lost');
  // Answered only when its macro has run to the end; nobody waits for it beyond the limit of the keeper.
  const answer = await rpc.ask('printer.print.cancel');
  if (!answer.ok && answer.code === unavailable) throw new LinkFault('controller-away');
  return answer.ok ? 'taken' : 'refused';
}

function resultOf(answer: RpcAnswer): unknown {
  if (!answer.ok) throw faultOf(answer.code);
  return answer.result;
}

const faultOf = (code: number): LinkFault =>
  new LinkFault(unauthorised.has(code) ? 'sign-in-refused' : 'answer-unfit');

/** The pace at which we look however often we are called: a flood of notices is answered with one question. */
const leastWaitMs = 50;

function createNudge(): Nudge {
  let wake = new AbortController();
  return {
    history: false,
    now: () => wake.abort(),
    async wait(delayMs, signal) {
      await setTimeout(leastWaitMs, undefined, { signal });
      const either = AbortSignal.any([wake.signal, signal]);
      await setTimeout(delayMs, undefined, { signal: either }).catch(() => undefined);
      wake = new AbortController();
      signal.throwIfAborted();
    },
  };
}
