// Takes what stock devices say, in the words of their dialects, to where what native devices say goes: taps, states of
// switches, and facts about themselves. A card that stays on a reader is one tap; what a switch did not say is unknown.

import { randomBytes } from 'node:crypto';
import { nobody, type Presence, seeCard } from '../../domain/access/presence.ts';
import type { DeviceSaid, SwitchReport, Tap } from '../../gateway/gateway.ts';
import type { Clock } from '../../gateway/ports.ts';
import type { StockAccount } from './credentials.ts';
import type { Heard } from './dialects/dialect.ts';
import { type StockPart, speechOf } from './dialects/speech-of.ts';
import type { Refusals } from './refusals.ts';
import type { StockLists } from './stock-lists.ts';
import type { TapOutcome } from './tap-inbox.ts';
import { covers } from './topic-rules.ts';

export type StockMessage = {
  readonly topic: string;
  readonly payload: Uint8Array;
  /** It was sent with the retain flag, so it may be old. */
  readonly isRetained: boolean;
};

export type StockInboxOptions = {
  readonly tap: (tap: Tap, client: string) => Promise<TapOutcome>;
  readonly key: (pressed: { reader: string; key: string }) => void;
  readonly report: (report: SwitchReport) => void;
  readonly said: (said: DeviceSaid) => void;
  /** A reader that keeps a list of badges hears its commands. */
  readonly connected: (reader: string) => void;
  readonly lists: Pick<StockLists, 'heard' | 'gone'>;
  /** Asks the device for its state and its settings. */
  readonly ask: (account: StockAccount, part: StockPart) => void;
  readonly clock: Clock;
  readonly refusals: Refusals;
};

export type StockInbox = {
  /** Resolves when all of it is taken in, also what could not be: the firmware would not send it again. */
  receive(account: StockAccount, message: StockMessage): Promise<void>;
  /** An answer of the HTTP interface of the device. */
  receiveHttp(part: StockPart, said: { path: string; payload: Uint8Array }): void;
  /** That part hears its orders from now on. */
  listening(account: StockAccount, part: StockPart): void;
  gone(account: StockAccount): void;
};

type Box = StockInboxOptions & {
  /** Reader → the card that lies there; switch → whether it said to be on. Bounded by the devices described. */
  readonly cards: Map<string, Presence>;
  readonly on: Map<string, boolean>;
  readonly newTap: () => string;
};

export function createStockInbox(options: StockInboxOptions): StockInbox {
  const boot = randomBytes(8).toString('hex');
  let counter = 0;
  // The odd numbers are for the same cards told anew with a PIN.
  const newTap = (): string => {
    counter += 2;
    return `${boot}:${counter}`;
  };
  const box: Box = { ...options, cards: new Map(), on: new Map(), newTap };

  return {
    async receive(account, message) {
      const heard = account.parts.flatMap((part) => hear(part, message).map((one) => ({ part, one })));
      if (heard.some(({ one }) => one.kind === 'broken') && !heard.some(({ one }) => isTelling(one)))
        options.refusals.refuse('payload-malformed', { client: account.client });
      const taps = heard.map(({ part, one }) => take(box, { account, part, one, message }));
      for (const part of account.parts) {
        options.lists.heard(part, ofPart(heard, part));
        tellFacts(box, part, ofPart(heard, part));
      }
      await Promise.all(taps);
    },
    receiveHttp(part, { path, payload }) {
      const heard = speechOf(part).hear({ topic: `http:${path}`, payload });
      for (const one of heard) if (one.kind === 'switch') takeState(box, part, one);
      tellFacts(box, part, heard);
    },
    listening(account, part) {
      // What is owed must be told to it even before it says anything, so it is reported as unknown.
      unseen(box, part);
      options.ask(account, part);
      if (part.role === 'reader' && speechOf(part).list()) options.connected(part.id);
    },
    gone(account) {
      for (const part of account.parts) {
        unseen(box, part);
        options.lists.gone(part);
        box.said({ device: { role: part.role, id: part.id }, there: false });
      }
    },
  };
}

/** One sign-in may speak for several devices: each hears what is on its own topics. */
function hear(part: StockPart, { topic, payload }: StockMessage): readonly Heard[] {
  const speech = speechOf(part);
  return speech.says.some((pattern) => covers(pattern, topic)) ? speech.hear({ topic, payload }) : [];
}

const isTelling = ({ kind }: Heard): boolean => kind !== 'broken' && kind !== 'ignored';

const ofPart = (heard: readonly { part: StockPart; one: Heard }[], part: StockPart): readonly Heard[] =>
  heard.filter((each) => each.part === part).map(({ one }) => one);

type Taken = {
  readonly account: StockAccount;
  readonly part: StockPart;
  readonly one: Heard;
  readonly message: StockMessage;
};

async function take(box: Box, { account, part, one, message }: Taken): Promise<void> {
  if (one.kind === 'switch') takeState(box, part, one);
  if (one.kind === 'there' && !one.there) unseen(box, part);
  if (one.kind === 'there' && one.there) box.ask(account, part);
  if ((one.kind !== 'card' && one.kind !== 'key') || part.role !== 'reader') return;
  // A message that somebody kept is no person at a reader.
  if (message.isRetained) box.refusals.refuse('retained', { client: account.client });
  else if (one.kind === 'key') box.key({ reader: part.id, key: one.key });
  else await takeCard(box, { account, part, card: one });
}

type Card = Extract<Heard, { kind: 'card' }>;

async function takeCard(
  box: Box,
  { account, part, card }: { account: StockAccount; part: StockPart; card: Card },
): Promise<void> {
  const { id: reader } = part;
  const seen = { text: card.text, monoMs: box.clock.monoMs() };
  const { presence, isTap } = seeCard(box.cards.get(reader) ?? nobody, seen);
  box.cards.set(reader, presence);
  if (!isTap) return;
  const spelling = part.spelling ?? card.spelling;
  const tap = { reader, badge: card.text, spelling, tap: box.newTap(), machine: null };
  const outcome = await box.tap(tap, account.client);
  // Whoever still holds the card there has not been heard yet. The connection stays: the box may be a switch as well.
  if (outcome === 'withhold') box.cards.delete(reader);
}

/** Stock firmware tells differences: a message about watts says nothing against the contact, nor the other way round. */
function takeState(box: Box, part: StockPart, state: Extract<Heard, { kind: 'switch' }>): void {
  if (part.role !== 'switch') return;
  if (state.on !== undefined) box.on.set(part.id, state.on);
  const { powerW = null, energyWh = null } = state;
  box.report({ switch: part.id, on: box.on.get(part.id) ?? null, powerW, energyWh });
}

function unseen(box: Box, { role, id }: StockPart): void {
  if (role !== 'switch') return;
  box.on.delete(id);
  box.report({ switch: id, on: null, powerW: null, energyWh: null });
}

/** What a reader does without us gives no power, so only settings of switches count. */
function tellFacts(box: Box, { role, id }: StockPart, heard: readonly Heard[]): void {
  const device = { role, id };
  const telling = heard.filter(isTelling);
  if (telling.length === 0) return;
  if (telling.some((one) => one.kind === 'there' && !one.there)) {
    box.said({ device, there: false });
    return;
  }
  const seen = { device, there: true, seenMs: box.clock.wallMs() };
  box.said(seen);
  for (const one of telling) {
    if (one.kind === 'facts') box.said({ ...seen, ...factsOf(one) });
    if (one.kind === 'setting' && role === 'switch') {
      const { name, value, safe, remedy } = one;
      box.said({ ...seen, setting: { name, value, safe, remedy } });
    }
  }
}

function factsOf({ kind: _, ...facts }: Extract<Heard, { kind: 'facts' }>) {
  return facts;
}
