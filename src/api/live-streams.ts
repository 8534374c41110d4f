// The open live streams: who listens, what each may see, and when something is sent. Bounded on every side: at most
// `maxStreams`, changes are merged before they are sent, one reading per machine and tick, and a client that does not
// keep up is closed and counted (invariant 10).

import type { LiveEvent } from '../contract/board.ts';
import { machineById, machinesOfReader } from '../domain/machine/lookup.ts';
import type { Change } from '../gateway/gateway.ts';
import { type BoardSource, boardView, cardView } from './board-view.ts';
import { rfc3339 } from './instant.ts';
import type { Credential, Viewer, Viewers } from './viewers.ts';

/** Where the text of a stream goes. */
export type Outlet = {
  send(text: string): void;
  /** Bytes that were sent and not yet taken by the client. */
  backlogBytes(): number;
  end(): void;
};

export type LiveStreams = {
  /** Whether one more may be opened; a no is counted. */
  hasRoom(): boolean;
  /** Sends the first board and keeps the stream fed. Returns how to stop. */
  open(credential: Credential, outlet: Outlet): () => void;
  change(change: Change): void;
  answer(answer: Extract<LiveEvent, { event: 'answer' }>['data']): void;
  /** Sends merged changes. */
  flush(): void;
  /** Every `tickMs`: readings, and from time to time a ping. */
  tick(): void;
  closeAll(): void;
  facts(): { readonly open: number; readonly refused: number; readonly closedSlow: number };
};

export type LiveStreamsOptions = {
  readonly viewers: Pick<Viewers, 'viewerOf'>;
  readonly source: () => BoardSource;
  /** Asks for a `flush` soon. */
  readonly flushSoon: () => void;
  readonly maxStreams?: number;
  readonly maxBacklogBytes?: number;
};

/** At most four readings per second and machine. */
export const tickMs = 250;
const ticksPerPing = 40;
/** Time in use grows while nothing else changes: held machines are sent again every minute. */
const ticksPerMinute = 240;

type Stream = { readonly credential: Credential; readonly outlet: Outlet };
type Reading = Extract<LiveEvent, { event: 'reading' }>['data'];

type Hub = Required<LiveStreamsOptions> & {
  readonly streams: Set<Stream>;
  /** Machines to send again; bounded by the workshop, as are `readings` and `percents`. */
  readonly changed: Set<string>;
  readonly readings: Map<string, Reading>;
  /** Machines whose reading was told in this tick: their next one waits for its end. */
  readonly toldReadings: Set<string>;
  /** Progress last sent, in whole percent. */
  readonly percents: Map<string, number>;
  boardChanged: boolean;
  unassignedChanged: boolean;
  proposalsChanged: boolean;
  ticks: number;
  refused: number;
  closedSlow: number;
};

export function createLiveStreams(options: LiveStreamsOptions): LiveStreams {
  const hub: Hub = {
    maxStreams: 300,
    maxBacklogBytes: 256 * 1024,
    ...options,
    streams: new Set(),
    changed: new Set(),
    readings: new Map(),
    toldReadings: new Set(),
    percents: new Map(),
    boardChanged: false,
    unassignedChanged: false,
    proposalsChanged: false,
    ticks: 0,
    refused: 0,
    closedSlow: 0,
  };
  return {
    hasRoom() {
      const room = hub.streams.size < hub.maxStreams;
      if (!room) hub.refused += 1;
      return room;
    },
    open: (credential, outlet) => open(hub, { credential, outlet }),
    change: (change) => note(hub, change),
    answer: (answer) => tellAll(hub, asText({ event: 'answer', data: answer })),
    flush: () => flush(hub),
    tick: () => tick(hub),
    closeAll() {
      for (const stream of [...hub.streams]) end(hub, stream);
    },
    facts: () => ({ open: hub.streams.size, refused: hub.refused, closedSlow: hub.closedSlow }),
  };
}

function open(hub: Hub, stream: Stream): () => void {
  hub.streams.add(stream);
  stream.outlet.send('retry: 2000\n\n');
  feed(hub, stream, { board: true, cards: [] });
  return () => hub.streams.delete(stream);
}

function note(hub: Hub, change: Change): void {
  if (hub.streams.size === 0) return;
  if (change.kind === 'reading') {
    keepReading(hub, change);
    return;
  }
  // Strangers may say much: it is told with the next tick.
  if (change.kind === 'unassigned') {
    hub.unassignedChanged = true;
    return;
  }
  if (change.kind === 'entry' && isAboutProposals(change)) {
    hub.proposalsChanged = true;
    return;
  }
  if (change.kind === 'answered') {
    tellKiosks(hub, change);
    return;
  }
  if (change.kind === 'told') {
    tellMember(hub, change);
    return;
  }
  if (change.kind === 'machine') hub.changed.add(change.machine);
  else if (change.kind !== 'entry' || concernsNames(change)) hub.boardChanged = true;
  else return;
  hub.flushSoon();
}

function keepReading(hub: Hub, change: Extract<Change, { kind: 'reading' }>): void {
  const id = change.machine;
  const name = machineById(hub.source().gateway.state(), id)?.chart;
  if (name === undefined) return;
  const value = name === null ? undefined : change.readings[name];
  if (name !== null && value !== undefined) {
    hub.readings.set(id, { machine: id, at: rfc3339(change.atMs), name, value });
    if (!hub.toldReadings.has(id)) hub.flushSoon();
  }
  const progress = change.readings['program.progress'];
  if (progress === undefined || hub.percents.get(id) === Math.floor(progress * 100)) return;
  hub.percents.set(id, Math.floor(progress * 100));
  hub.changed.add(id);
  hub.flushSoon();
}

function flush(hub: Hub): void {
  tellReadings(hub);
  const news = { board: hub.boardChanged, cards: hub.boardChanged ? [] : [...hub.changed] };
  hub.boardChanged = false;
  hub.changed.clear();
  if (!news.board && news.cards.length === 0) return;
  for (const stream of [...hub.streams]) feed(hub, stream, news);
}

function tick(hub: Hub): void {
  hub.ticks += 1;
  hub.toldReadings.clear();
  tellReadings(hub);
  if (hub.unassignedChanged) tellUnassigned(hub);
  if (hub.proposalsChanged) tellProposals(hub);
  if (hub.ticks % ticksPerMinute === 0) {
    for (const id of hub.source().gateway.state().sessions.keys()) hub.changed.add(id);
    flush(hub);
  }
  if (hub.ticks % ticksPerPing === 0) ping(hub);
}

/** The first of a machine in a tick at once, the newest of its others at the end; many in one write to each stream. */
function tellReadings(hub: Hub): void {
  const due = [...hub.readings.values()].filter(({ machine }) => !hub.toldReadings.has(machine));
  if (due.length === 0) return;
  tellAll(hub, due.map((data) => asText({ event: 'reading', data })).join(''));
  for (const { machine } of due) {
    hub.readings.delete(machine);
    hub.toldReadings.add(machine);
  }
}

/** What concerns a session is for its holder alone. */
function tellMember(hub: Hub, { member, told }: Extract<Change, { kind: 'told' }>): void {
  const { machine, code, text, untilMs } = told;
  const until = untilMs === null ? null : rfc3339(untilMs);
  const event = asText({ event: 'told', data: { machine, code, text, until } });
  for (const stream of [...hub.streams])
    if (viewerOf(hub, stream)?.member === member) push(hub, stream, event);
}

/** What a reader shows, the kiosk beside it shows too, at once. */
function tellKiosks(hub: Hub, { reader, answer }: Extract<Change, { kind: 'answered' }>): void {
  const { outcome, code, text, untilMs } = answer;
  const until = untilMs === null ? null : rfc3339(untilMs);
  const served = answer.machine ? [answer.machine] : machinesOfReader(hub.source().gateway.state(), reader);
  for (const stream of [...hub.streams]) {
    const machine = viewerOf(hub, stream)?.kioskOf?.find((id) => served.includes(id));
    if (machine === undefined) continue;
    push(hub, stream, asText({ event: 'tapped', data: { machine, outcome, code, text, until } }));
  }
}

function tellUnassigned(hub: Hub): void {
  hub.unassignedChanged = false;
  const text = asText({ event: 'unassigned', data: { at: rfc3339(hub.source().nowMs) } });
  for (const stream of [...hub.streams])
    if (viewerOf(hub, stream)?.scopes.has('devices:read') === true) push(hub, stream, text);
}

function tellProposals(hub: Hub): void {
  hub.proposalsChanged = false;
  const text = asText({ event: 'proposals', data: { at: rfc3339(hub.source().nowMs) } });
  for (const stream of [...hub.streams])
    if (viewerOf(hub, stream)?.scopes.has('self:read') === true) push(hub, stream, text);
}

/** Keeps proxies and dead peers from going unnoticed, and ends streams whose viewer may no longer look. */
function ping(hub: Hub): void {
  const text = `event: ping\ndata: {"at":"${rfc3339(hub.source().nowMs)}"}\n\n`;
  for (const stream of [...hub.streams]) {
    if (viewerOf(hub, stream) === null) end(hub, stream);
    else push(hub, stream, text);
  }
}

/** One viewer's share of the news, with the names that this viewer may see. */
function feed(
  hub: Hub,
  stream: Stream,
  news: { readonly board: boolean; readonly cards: readonly string[] },
): void {
  const viewer = viewerOf(hub, stream);
  if (viewer === null) {
    end(hub, stream);
    return;
  }
  const facts = hub.source();
  const board = news.board ? boardView(facts, viewer) : null;
  if (board !== null) push(hub, stream, asText({ event: 'board', data: board }));
  for (const id of news.cards) {
    const card = cardView(facts, viewer, id);
    if (card !== undefined) push(hub, stream, asText({ event: 'machine', data: card }));
  }
}

function viewerOf(hub: Hub, stream: Stream): Viewer | null {
  const viewer = hub.viewers.viewerOf(stream.credential);
  return viewer?.scopes.has('board:read') === true ? viewer : null;
}

function tellAll(hub: Hub, text: string): void {
  for (const stream of [...hub.streams]) push(hub, stream, text);
}

function push(hub: Hub, stream: Stream, text: string): void {
  if (!hub.streams.has(stream)) return;
  stream.outlet.send(text);
  if (stream.outlet.backlogBytes() <= hub.maxBacklogBytes) return;
  hub.closedSlow += 1;
  end(hub, stream);
}

function end(hub: Hub, stream: Stream): void {
  hub.streams.delete(stream);
  stream.outlet.end();
}

/** JSON has no line break of its own, so one `data:` line is enough. */
const asText = (event: LiveEvent): string => `event: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`;

const isAboutProposals = ({ body }: Extract<Change, { kind: 'entry' }>): boolean =>
  body.type === 'ballot-cast' || body.type.startsWith('proposal-');

/** Whether a name may have appeared on the board or gone from it. */
function concernsNames({ body }: Extract<Change, { kind: 'entry' }>): boolean {
  return body.type === 'member-recorded' || body.type === 'member-erased';
}
