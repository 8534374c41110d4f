// What one connection has heard of a printer: its merged report, whether its job was cancelled, and what somebody should
// know of it. Nothing of it outlives the connection.

import type { Trouble } from '../../domain/machine/trouble.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import type { Ears, Seen } from '../../edge/talk.ts';
import { mergeReport, type Told } from './merge-report.ts';
import { cancelledError } from './printer-words.ts';
import type { Message } from './read-message.ts';
import { printErrorOf, saysLocked, seePrinter, warningsOf } from './see-printer.ts';

type Printer = { readonly serial: string; readonly orders: boolean };

/** `hear` throws a `LinkFault` where the other end is not, or does not speak like, this printer. */
export function hearPrinter({ serial, orders }: Printer, ears: Ears) {
  let told: Told = {};
  let wasCancelled = false;
  let wasUnderWay = false;
  let isLocked = false;
  let troubles = '[]';

  const tellTroubles = (): void => {
    const locked = orders && (isLocked || saysLocked(told));
    const now: Trouble[] = [
      ...(locked ? [{ code: 'orders-locked' as const, values: {} }] : []),
      ...warningsOf(told),
    ];
    const written = JSON.stringify(now);
    if (written === troubles) return;
    troubles = written;
    ears.troubles(now);
  };
  const see = (report: Told): Seen | null => {
    const merged = mergeReport(told, report);
    if (merged === null) throw new LinkFault('answer-unfit');
    told = merged;
    const isUnderWay = seePrinter(told, { wasCancelled })?.job.state === 'under-way';
    if (isUnderWay && !wasUnderWay) wasCancelled = false;
    wasUnderWay = isUnderWay;
    // Shown for a couple of seconds only; the end that it is about may come after it.
    if (printErrorOf(told) === cancelledError) wasCancelled = true;
    return seePrinter(told, { wasCancelled });
  };
  return {
    hear(message: Message): void {
      if (message.kind === 'version' && message.serial !== null && message.serial !== serial)
        throw new LinkFault('wrong-device', { found: message.serial });
      const seen = message.kind === 'report' ? see(message.report) : null;
      if (seen === null) ears.alive();
      else ears.seen(seen);
      tellTroubles();
    },
    /** It refused an order that was not signed by its maker. */
    refused(): void {
      isLocked = true;
      tellTroubles();
    },
  };
}
