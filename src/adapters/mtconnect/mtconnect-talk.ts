// A machine behind an MTConnect agent, which by its nature is only read: its devices, then the whole picture, then the
// stream of what changes, counted by sequence so that nothing is missed unseen.

import { setTimeout } from 'node:timers/promises';
import type { Trouble } from '../../domain/machine/trouble.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import type { Ears, Talk } from '../../edge/talk.ts';
import { askAgent, hearStream } from './ask-agent.ts';
import { chooseDevice, type FoundItems, findItems } from './find-items.ts';
import { type KeptWords, keepWords } from './keep-words.ts';
import type { AgentDocument, AgentHeader, Device } from './read-document.ts';

export type MtconnectLink = {
  /** Without a path. */
  readonly url: string;
  /** Name or uuid of the device at an agent that has several. */
  readonly device: string | null;
};

export type MtconnectPace = {
  /** At most so often a document of the stream. */
  readonly intervalMs: number;
  /** An empty document comes after so long without news; nothing for two of them is a dead stream. */
  readonly heartbeatMs: number;
  /** Between a stream that ended and the next, and before all is asked again. */
  readonly againMs: number;
};

const usualPace: MtconnectPace = { intervalMs: 250, heartbeatMs: 5000, againMs: 1000 };
/** Observations in one document. */
const mostObservations = 2000;

export function mtconnectTalk(link: MtconnectLink, pace: MtconnectPace = usualPace): Talk {
  return {
    async run(ears) {
      for (;;) {
        const agent = await meet({ link, pace, ears });
        const why = await follow(agent);
        // What it did meanwhile nobody saw.
        if (why === 'restarted') ears.away({ code: 'link-lost', values: {} });
        await pause(agent);
      }
    },
    cancel: null,
    silenceMs: 3 * pace.heartbeatMs,
    // Nothing is ever ordered.
    cancelMs: 1000,
  };
}

type Agent = {
  readonly link: MtconnectLink;
  readonly pace: MtconnectPace;
  readonly ears: Ears;
  readonly instanceId: string;
  readonly modelChanged: string | null;
  /** Where its device is asked for, from the slash on. */
  readonly path: string;
  readonly count: number;
  readonly words: KeptWords;
};

type Meeting = Pick<Agent, 'link' | 'pace' | 'ears'>;

async function meet({ link, pace, ears }: Meeting): Promise<Agent> {
  const document = await askAgent({ url: link.url, path: '/probe', signal: ears.signal });
  if (document.kind !== 'devices') throw unfit(document);
  const { instanceId, modelChanged, bufferSize } = document.header;
  const device: Device = chooseDevice(document.devices, link.device);
  const found: FoundItems = findItems(device);
  return {
    ...{ link, pace, ears, instanceId, modelChanged },
    path: `/${encodeURIComponent(link.device ?? (device.name || device.uuid))}`,
    count: Math.min(mostObservations, bufferSize ?? mostObservations),
    words: keepWords(found),
  };
}

/** Why the agent must be met anew. */
type Anew = 'restarted' | 'model-changed';

async function follow(agent: Agent): Promise<Anew> {
  let next = await takePicture(agent, null);
  for (;;) {
    if (typeof next === 'string') return next;
    const heard: Heard = await hear(agent, next);
    if (heard.why === 'restarted' || heard.why === 'model-changed') return heard.why;
    if (heard.why === 'ended' && heard.documents === 0) throw new LinkFault('link-lost');
    if (heard.why === 'lost') agent.ears.away(lost('≥ 1'));
    await pause(agent);
    next = heard.why === 'lost' ? await takePicture(agent, heard.next) : heard.next;
  }
}

/** All as it is now, and the sequence from which on it is told what changes. */
async function takePicture(agent: Agent, lostFrom: bigint | null): Promise<bigint | Anew> {
  const { link, path, ears, words } = agent;
  const document = await askAgent({ url: link.url, path: `${path}/current`, signal: ears.signal });
  const anew = document.header && judge(agent, document.header);
  if (anew) return anew;
  if (document.kind !== 'streams') throw unfit(document);
  const { header, observations } = document;
  if (lostFrom !== null) {
    const missed = (header.firstSequence ?? 0n) - lostFrom;
    if (missed > 0n) ears.away(lost(Number(missed)));
  }
  words.whole(observations);
  tell(agent, header);
  return header.nextSequence ?? 0n;
}

/** Only the agent knows of how much its buffer has forgotten, and says it with the next picture. */
const lost = (count: number | string): Trouble => ({ code: 'readings-lost', values: { count } });

type Heard = {
  /** `lost`: the buffer of the agent has passed us by. `ended`: by the agent, the network, or because it was dead. */
  readonly why: 'ended' | 'lost' | Anew;
  /** From here on nothing was heard yet. */
  readonly next: bigint;
  readonly documents: number;
};

async function hear(agent: Agent, from: bigint): Promise<Heard> {
  const { link, path, pace, count, ears } = agent;
  const { intervalMs, heartbeatMs } = pace;
  const query = `from=${from}&count=${count}&interval=${intervalMs}&heartbeat=${heartbeatMs}`;
  const stream = hearStream({
    ...{ url: link.url, path: `${path}/sample?${query}`, signal: ears.signal, deadMs: 2 * heartbeatMs },
  });
  let next = from;
  let documents = 0;
  for await (const document of stream) {
    const anew = document.header && judge(agent, document.header);
    if (anew) return { why: anew, next, documents };
    if (document.kind === 'error' && document.codes.includes('OUT_OF_RANGE'))
      return { why: 'lost', next, documents };
    if (document.kind !== 'streams') throw unfit(document);
    const { firstSequence, nextSequence } = document.header;
    if (firstSequence !== null && firstSequence > next) return { why: 'lost', next, documents };
    takeChange(agent, document);
    next = nextSequence ?? next;
    documents += 1;
  }
  return { why: 'ended', next, documents };
}

function judge(agent: Agent, { instanceId, modelChanged }: AgentHeader): Anew | null {
  if (instanceId !== agent.instanceId) return 'restarted';
  // Not every document says it.
  const both = modelChanged !== null && agent.modelChanged !== null;
  return both && modelChanged !== agent.modelChanged ? 'model-changed' : null;
}

function takeChange(
  agent: Agent,
  { header, observations }: Extract<AgentDocument, { kind: 'streams' }>,
): void {
  const { words, ears } = agent;
  const { isNews, steps, dropped } = words.change(observations, header.isTest);
  if (!isNews) {
    ears.alive();
    return;
  }
  for (const step of steps) ears.seen(step);
  if (dropped > 0) ears.troubles([lost(dropped)]);
  tell(agent, header);
}

function tell({ words, ears }: Agent, { isTest }: AgentHeader): void {
  if (words.isAway()) ears.away({ code: 'controller-away', values: { state: 'UNAVAILABLE' } });
  else ears.seen(words.seen(isTest));
}

/** What an error document says is for the log. */
const unfit = (document: AgentDocument): LinkFault => {
  const what = document.kind === 'error' ? document.codes.join(', ').slice(0, 200) : document.kind;
  return new LinkFault('answer-unfit', {}, { cause: new Error(`the agent answered: ${what}`) });
};

const pause = async ({ pace, ears }: Meeting): Promise<void> => {
  await setTimeout(pace.againMs, undefined, { signal: ears.signal });
};
