// What the values of one message mean. Values are taken together, and every item state among them for itself, so that
// a job shorter than a message is seen. Whatever a server sends here, the answer is a word that we know or `unknown`.

import { type DataValue, LocalizedText, NodeId, ServerState } from 'node-opcua';
import type { ReadingName, Readings } from '../../domain/machine/reading.ts';
import type { CounterName, FoundMachine, StateNodes } from './find-machine.ts';
import { itemStates, operationModes, type Seen, seenAs } from './machine-state.ts';

/** What is watched of a machine. */
export type ItemKey = 'server' | 'stateId' | 'stateText' | 'modeId' | 'modeText' | CounterName;

/** The values of one message, each item's in the order in which they came about. */
export type Message = (key: ItemKey) => readonly DataValue[];

export type Heard = { readonly seen: Seen; readonly readings: Readings };

const counterReadings = {
  PowerOnDuration: 'powerOnDuration',
  OperationDuration: 'operationDuration',
  OperationCycleCounter: 'operationCycleCounter',
} as const satisfies Record<CounterName, ReadingName>;

export const counterNames = Object.keys(counterReadings) as readonly CounterName[];

/** Keeps what was last said; one step for each item state of a message, or one for the message. */
export function hearMachine(
  found: Pick<FoundMachine, 'state' | 'mode'>,
): (message: Message) => readonly Heard[] {
  const state = stateWord(found.state, itemStates);
  const mode = found.mode && stateWord(found.mode, operationModes);
  let serving = true;
  let said = state.now();
  return (message) => {
    const server = message('server').at(-1);
    if (server) serving = isGood(server) && server.value?.value === ServerState.Running;
    mode?.take(message('modeId'), message('modeText'));
    const states = state.take(message('stateId'), message('stateText'));
    const steps = states.length > 0 ? states : [said];
    said = steps.at(-1) ?? said;
    const readings = readingsOf(message);
    return steps.map((step, index) => ({
      seen: seenAs({ state: step.word, stateText: step.text, mode: mode?.now().word ?? null, serving }),
      readings: index === steps.length - 1 ? readings : {},
    }));
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

function readingsOf(message: Message): Readings {
  const readings: { [name in ReadingName]?: number } = {};
  for (const name of counterNames) {
    const value = message(name).at(-1);
    const number = value && isGood(value) ? numberOf(value.value?.value) : null;
    if (number !== null && number >= 0) readings[counterReadings[name]] = number;
  }
  return readings;
}

/** Whole numbers of 64 bits come as two of 32. */
function numberOf(value: unknown): number | null {
  const isPair = Array.isArray(value) && value.length === 2;
  const number = isPair ? Number(value[0]) * 2 ** 32 + Number(value[1]) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

const isGood = (value: DataValue): boolean => value.statusCode.isGood();
