// What the values of one message mean. Values are taken together, and every state among them for itself, so that a job
// shorter than a message is seen. Whatever a server sends here, the answer is a word that we know or `unknown`.

import { type DataValue, LocalizedText, NodeId, ServerState } from 'node-opcua';
import type { ReadingName, Readings } from '../../domain/machine/reading.ts';
import type { JobSeen } from '../../edge/talk.ts';
import { chooseJob } from './choose-job.ts';
import type { CounterName, FoundMachine } from './find-machine.ts';
import type { FoundProgram } from './find-program.ts';
import type { StateNodes } from './find-states.ts';
import { followOrders, type OrderSeen, withOrder } from './job-orders.ts';
import { itemStates, operationModes, type Seen, seenAs } from './machine-state.ts';
import { type MappedNodes, numberOf, scaledOf, seenByNode } from './node-map.ts';
import {
  jobOf,
  type ProgramWords,
  programName,
  programStates,
  seenByProgram,
  withAlert,
  withProgram,
} from './program-state.ts';
import { shortText } from './short-text.ts';

/** What is watched of a machine. */
export type ItemKey =
  | 'server'
  | 'stateId'
  | 'stateText'
  | 'modeId'
  | 'modeText'
  | 'programId'
  | 'programText'
  | 'programName'
  | 'programNumber'
  | 'programJob'
  | 'orders'
  | 'responses'
  | 'alert'
  | 'activity'
  | CounterName
  | `reading ${ReadingName}`;

/** The values of one message, each item's in the order in which they came about. */
export type Message = (key: ItemKey) => readonly DataValue[];

export type Heard = {
  readonly seen: Seen;
  readonly readings: Readings;
  /** Null where the server has not yet said how a job stands. */
  readonly job: JobSeen | null;
  /** Name of the program; null where the server tells none. */
  readonly program: string | null;
};

/** What can be heard of a machine: found by a companion model, named by the file, or both. */
export type Hearable = Pick<FoundMachine, 'state' | 'mode' | 'program' | 'orders'> & {
  readonly nodes: MappedNodes;
};

const counterReadings = {
  PowerOnDuration: 'powerOnDuration',
  OperationDuration: 'operationDuration',
  OperationCycleCounter: 'operationCycleCounter',
} as const satisfies Record<CounterName, ReadingName>;

export const counterNames = Object.keys(counterReadings) as readonly CounterName[];

/** Keeps what was last said; one step for each state of a message, or one for the message. */
export function hearMachine(found: Hearable): (message: Message) => readonly Heard[] {
  const state = found.state && stateWord(found.state, itemStates);
  const mode = found.mode && stateWord(found.mode, operationModes);
  const program = found.program && programWords(found.program);
  const orders = found.orders && followOrders(found.orders);
  const choose = chooseJob();
  const { activity } = found.nodes;
  let serving = true;
  let said: Said<(typeof itemStates)[number]> = { word: null, text: null };
  let programSaid: ProgramWords | null = null;
  let value: DataValue | null = null;
  let order: OrderSeen | null = null;
  let name: string | null = null;
  let alert: string | null = null;

  const seen = (): Seen => {
    if (activity) return seenByNode(value, { values: activity.values, serving });
    const running = programSaid?.state ?? null;
    if (!state) return seenByProgram(running, serving);
    const words = { state: said.word, stateText: said.text, mode: mode?.now().word ?? null, serving };
    return withAlert(withOrder(withProgram(seenAs(words), running), order), alert);
  };
  const step = (): Omit<Heard, 'readings'> => {
    const now = seen();
    const program = programSaid && jobOf(programSaid);
    const job = choose({ order: order?.job ?? null, program, activity: now.activity });
    const ordered = job?.state === 'under-way' ? job.name : null;
    return { seen: now, job, program: name ?? (programSaid && programName(programSaid)) ?? ordered };
  };
  return (message) => {
    const server = message('server').at(-1);
    if (server) serving = isGood(server) && server.value?.value === ServerState.Running;
    mode?.take(message('modeId'), message('modeText'));
    if (found.nodes.program) name = lastText(message('programName'), name);
    alert = lastText(message('alert'), alert);
    const states = state?.take(message('stateId'), message('stateText')) ?? [];
    const programs = program?.take(message) ?? [];
    const ordered = orders?.take(message('orders'), message('responses')) ?? [];
    const values = message('activity');
    const count = Math.max(1, states.length, programs.length, ordered.length, values.length);
    const readings = readingsOf(message, found.nodes);
    return Array.from({ length: count }, (_, index) => {
      // Which of two came first is not told; each of them is seen in its own order.
      said = states[Math.min(index, states.length - 1)] ?? said;
      programSaid = programs[Math.min(index, programs.length - 1)] ?? programSaid;
      order = ordered[Math.min(index, ordered.length - 1)] ?? order;
      value = values[Math.min(index, values.length - 1)] ?? value;
      return { ...step(), readings: index === count - 1 ? readings : {} };
    });
  };
}

/** `word` is null for what is bad or unknown; `text` is how the server puts it. */
type Said<Word> = { readonly word: Word | null; readonly text: string | null };

/**
 * One state machine: by the id of its state; by its text only where the id is good and says nothing. When either is bad
 * the state is unknown: some servers leave the last id standing beside a text that is bad.
 */
function stateWord<Word extends string>(nodes: StateNodes<Word>, vocabulary: readonly Word[]) {
  let id: Word | NoWord = 'silent';
  let text: { readonly isGood: boolean; readonly words: string | null } = { isGood: true, words: null };
  const now = (): Said<Word> => {
    if (!text.isGood || id === 'bad') return { word: null, text: null };
    const byText = vocabulary.find((word) => word === text.words) ?? null;
    return { word: id === 'silent' ? byText : id === 'foreign' ? null : id, text: text.words };
  };
  return {
    now,
    take(ids: readonly DataValue[], texts: readonly DataValue[]): readonly Said<Word>[] {
      const byText = ids.length === 0 && id === 'silent';
      const said: Said<Word>[] = [];
      for (const value of texts) {
        text = { isGood: isGood(value), words: textOf(value) };
        if (byText) said.push(now());
      }
      for (const value of ids) {
        id = idOf(value, nodes);
        said.push(now());
      }
      return said.length === 0 && texts.length > 0 ? [now()] : said;
    },
  };
}

/** An id that says nothing, that the server itself calls bad, or that means nothing to us. */
type NoWord = 'silent' | 'bad' | 'foreign';

function idOf<Word extends string>(value: DataValue, { wordOf }: StateNodes<Word>): Word | NoWord {
  if (!isGood(value)) return 'bad';
  const id: unknown = value.value?.value;
  if (!(id instanceof NodeId) || id.isEmpty()) return 'silent';
  return wordOf(id) ?? 'foreign';
}

function textOf(value: DataValue): string | null {
  const text: unknown = value.value?.value;
  return text instanceof LocalizedText ? text.text : null;
}

/** The program with its name: null until its state was heard, so that a server which never tells it is no judge of jobs. */
function programWords(nodes: FoundProgram) {
  const state = stateWord(nodes.state, programStates);
  let facts: Pick<ProgramWords, 'name' | 'number' | 'job'> = { name: null, number: null, job: null };
  let last: ProgramWords | null = null;
  return {
    take(message: Message): readonly ProgramWords[] {
      const number = message('programNumber').at(-1);
      facts = {
        name: lastText(message('programName'), facts.name),
        number: number ? numberOf(isGood(number) ? number.value?.value : null) : facts.number,
        job: lastText(message('programJob'), facts.job),
      };
      const states = state.take(message('programId'), message('programText'));
      const words = states.map(({ word }) => ({ state: word, ...facts }));
      const now = words.length === 0 && last ? [{ ...last, ...facts }] : words;
      last = now.findLast((one) => one.state !== null || last) ?? last;
      return last ? now : [];
    },
  };
}

const nameLimit = 80;

/** The last of some values; `before` where there is none. A bad one says nothing. */
function lastText(values: readonly DataValue[], before: string | null): string | null {
  const value = values.at(-1);
  if (!value) return before;
  const text: unknown = isGood(value) ? value.value?.value : null;
  const words = text instanceof LocalizedText ? text.text : text;
  return typeof words === 'string' ? shortText(words, nameLimit) : null;
}

function readingsOf(message: Message, nodes: MappedNodes): Readings {
  const readings: { [name in ReadingName]?: number } = {};
  for (const name of counterNames) {
    const value = message(name).at(-1);
    const number = value && isGood(value) ? numberOf(value.value?.value) : null;
    if (number !== null && number >= 0) readings[counterReadings[name]] = number;
  }
  for (const [name, { scale }] of nodes.readings) {
    const value = message(`reading ${name}`).at(-1);
    const number = value ? scaledOf(name, value, scale) : null;
    if (number !== null) readings[name] = number;
  }
  return readings;
}

const isGood = (value: DataValue): boolean => value.statusCode.isGood();
