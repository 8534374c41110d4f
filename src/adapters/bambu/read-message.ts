// One message of a printer, told apart: a report of its state, the answer to an order, its versions, or anything else,
// which is only a sign of life. What is no JSON ends the connection; what is of a wrong shape is a sign of life.

import { LinkFault } from '../../edge/link-fault.ts';
import { isTold, type Told } from './merge-report.ts';
import { unsignedError } from './printer-words.ts';

export type Message =
  | { readonly kind: 'report'; readonly report: Told }
  | Answer
  /** Of the printer itself; null where it does not tell it. */
  | { readonly kind: 'version'; readonly serial: string | null }
  | { readonly kind: 'other' };

export type Answer = {
  readonly kind: 'answer';
  readonly id: string;
  readonly isTaken: boolean;
  /** The firmware takes signed orders only. */
  readonly isUnsigned: boolean;
};

const orders: ReadonlySet<unknown> = new Set(['pause', 'resume', 'stop']);

export function readMessage(text: Buffer): Message {
  const { print, info } = parsed(text);
  if (isTold(print)) {
    if (print.command === 'push_status') return { kind: 'report', report: print };
    if (orders.has(print.command)) return answerOf(print);
  }
  if (isTold(info) && info.command === 'get_version') return { kind: 'version', serial: serialOf(info) };
  return { kind: 'other' };
}

function parsed(text: Buffer): Told {
  try {
    const message: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
    return isTold(message) ? message : {};
  } catch (cause) {
    throw new LinkFault('answer-unfit', {}, { cause });
  }
}

function answerOf({ sequence_id: id, result, err_code: error }: Told): Answer {
  const isUnsigned = Number(error) === unsignedError;
  // Only a plain yes is one: a word that we do not know is a no.
  const isTaken = !isUnsigned && typeof result === 'string' && result.toLowerCase() === 'success';
  return { kind: 'answer', id: String(id).slice(0, 20), isTaken, isUnsigned };
}

function serialOf({ module: modules }: Told): string | null {
  const list: readonly unknown[] = Array.isArray(modules) ? modules : [];
  const own = list.filter(isTold).find(({ name }) => name === 'ota');
  return typeof own?.sn === 'string' && /^[0-9A-Za-z]{1,32}$/.test(own.sn) ? own.sn.toUpperCase() : null;
}
