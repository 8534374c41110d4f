// The push of OctoPrint: its raw WebSocket, opened with a session, slowed down, and told to leave the terminal out. A
// socket that is refused, or says nothing of the printer, is not usable; then one asks instead.

import { setTimeout } from 'node:timers/promises';
import { type Fields, fieldsOf } from '../../edge/json-at.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import { type OpenedSocket, openSocket } from '../../edge/open-socket.ts';
import type { Ears } from '../../edge/talk.ts';
import type { Printer } from './follow-printer.ts';
import { askJob, type Place, signIn } from './octoprint-asks.ts';
import { heardEvents, newestOf, toldOf } from './octoprint-state.ts';

export type Push = {
  readonly place: Place;
  readonly ears: Pick<Ears, 'alive'>;
  readonly printer: Printer;
  /** Between two looks whether it is still there: while its printer is away it pushes nothing. */
  readonly beatMs: number;
};

/** At most one push a second; the factor counts half seconds. */
const throttle = { throttle: 2 };
/** Servers before 1.8 do not know it and send all. */
const subscription = {
  subscribe: { state: { logs: false, messages: false }, events: heardEvents, plugins: [] },
};
/** When the socket tells another state than the server for so many beats, it is mute. */
const patienceBeats = 3;
/** In one conversation; rights change rarely. */
const mostSignIns = 60;

/** Resolves when the socket is not usable; rejects when the conversation is over. */
export async function hearPush({ place, ears, printer, beatMs }: Push): Promise<'unusable'> {
  const session = await signIn(place);
  if (session === null) return 'unusable';
  const stop = new AbortController();
  const signal = AbortSignal.any([place.signal, stop.signal]);
  const door = createDoor({ ...place, signal });
  let socket: OpenedSocket | null = null;
  try {
    socket = await openSocket({
      url: `${place.url.replace(/^http/, 'ws')}/sockjs/websocket`,
      signal,
      trust: place.trust,
      onText(text) {
        ears.alive();
        take(text, { printer, door });
      },
    });
    door.open(socket, session);
    return await Promise.race([socket.over, door.over, beat({ ...place, signal }, { printer, beatMs })]);
  } catch (fault) {
    if (socket === null && fault instanceof LinkFault && isTurnedAway(fault)) return 'unusable';
    throw fault;
  } finally {
    stop.abort();
    await socket?.over.catch(() => undefined);
  }
}

/** Somebody is there who does not speak WebSocket with us: a proxy, mostly. */
const isTurnedAway = ({ trouble }: LinkFault): boolean =>
  trouble.code === 'sign-in-refused' || trouble.code === 'answer-unfit';

type Door = {
  readonly open: (socket: OpenedSocket, session: string) => void;
  /** Signs in anew: the key is our login, whatever the reason. */
  readonly again: () => void;
  readonly fail: (fault: LinkFault) => void;
  readonly over: Promise<never>;
};

function createDoor(place: Place): Door {
  const over = Promise.withResolvers<never>();
  over.promise.catch(() => undefined);
  let socket: OpenedSocket | null = null;
  let isAsking = false;
  let signIns = 0;
  const say = (message: object): void => {
    if (!socket?.send(JSON.stringify(message))) over.reject(new LinkFault('link-lost'));
  };
  return {
    open(opened, session) {
      socket = opened;
      for (const message of [{ auth: session }, throttle, subscription]) say(message);
    },
    again() {
      if (isAsking) return;
      isAsking = true;
      if (++signIns > mostSignIns) {
        over.reject(new LinkFault('answer-unfit'));
        return;
      }
      signIn(place)
        .then((session) => {
          isAsking = false;
          if (session === null) over.reject(new LinkFault('sign-in-refused'));
          else say({ auth: session });
        })
        .catch(over.reject);
    },
    fail: over.reject,
    over: over.promise,
  };
}

const messages: ReadonlyMap<string, (payload: Fields, to: { printer: Printer; door: Door }) => void> =
  new Map([
    ['history', (payload, { printer }) => printer.told(toldOf(payload, newestOf(payload.raw('temps'))))],
    ['current', (payload, { printer }) => printer.told(toldOf(payload, newestOf(payload.raw('temps'))))],
    ['event', (payload, { printer }) => printer.event(payload)],
    ['reauthRequired', (_payload, { door }) => door.again()],
  ]);

/** Objects with one key each; those that we do not know are none of our business. */
function take(text: string, to: { printer: Printer; door: Door }): void {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch (cause) {
    to.door.fail(new LinkFault('answer-unfit', {}, { cause }));
    return;
  }
  const fields = fieldsOf(message);
  for (const [name, hear] of messages) if (fields.has(name)) hear(fields.at(name), to);
}

/**
 * That it still answers, that we may still look (without STATUS the socket is merely mute), and that the socket tells
 * what is so.
 */
async function beat(
  place: Place,
  { printer, beatMs }: { printer: Printer; beatMs: number },
): Promise<'unusable'> {
  for (let odd = 0; odd < patienceBeats; ) {
    const { text } = await askJob(place);
    odd = text('state', 40) === printer.lastText() ? 0 : odd + 1;
    await setTimeout(beatMs, undefined, { signal: place.signal });
  }
  return 'unusable';
}
