// The card of the simulated printer: files, the one that is open, and how far it has been read. A print from it feeds
// the same command queue as the ports, and gets no answers.

import { act, heatersOff, type Marlin, queueSize, say } from './marlin-state.ts';

export type MarlinCard = {
  /** DOS name → text. */
  readonly files: Map<string, string>;
  open: { readonly name: string; readonly text: string; at: number } | null;
  printing: boolean;
  /** The file is read to its end; its last moves are not done yet. */
  ending: boolean;
  /** M524 came; it is done between two commands. */
  abort: boolean;
};

export const newCard = (files: Readonly<Record<string, string>>): MarlinCard => ({
  files: new Map(Object.entries(files)),
  open: null,
  printing: false,
  ending: false,
  abort: false,
});

export const sizeOf = (text: string): number => Buffer.byteLength(text, 'latin1');

/** The answer to `M27`, and what comes by itself. */
export const cardLine = ({ card }: Marlin): string =>
  card.printing && card.open
    ? `SD printing byte ${card.open.at}/${sizeOf(card.open.text)}`
    : 'Not SD printing';

/** Fills the queue from the file that is printed. */
export function feedFromCard(marlin: Marlin): void {
  const { card, queue } = marlin;
  while (card.printing && card.open && queue.length < queueSize) {
    const { text, at } = card.open;
    if (at >= text.length) {
      card.printing = false;
      card.ending = true;
      return;
    }
    const end = text.indexOf('\n', at);
    card.open.at = end < 0 ? text.length : end + 1;
    const line = text.slice(at, card.open.at).replace(/;.*/s, '').trim();
    if (line !== '') queue.push({ text: line, port: null, n: null });
  }
}

/** Between two commands: a print that is over, or is to be aborted. */
export function settleCard(marlin: Marlin): void {
  const { card, motion } = marlin;
  if (card.abort) {
    card.abort = false;
    closeFile(card);
    marlin.queue.length = 0;
    motion.queue.length = 0;
    heatersOff(marlin);
    // EVENT_GCODE_SD_ABORT, as it is by default.
    marlin.queue.push({ text: 'G28 X Y', port: null, n: null });
    return;
  }
  if (!card.ending || marlin.queue.length > 0 || motion.queue.length > 0) return;
  closeFile(card);
  say(marlin, 'Done printing file', null);
}

export function closeFile(card: MarlinCard): void {
  Object.assign(card, { open: null, printing: false, ending: false });
}

/** `M25`: what is queued is still done. */
export function pausePrint(marlin: Marlin): void {
  marlin.card.printing = false;
  act(marlin, 'pause');
}

/** `M524`: a running print ends soon, a paused one is closed. */
export function abortPrint({ card }: Marlin): void {
  if (card.printing) card.abort = true;
  else closeFile(card);
}
