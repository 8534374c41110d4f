// A simulated printer behind a host of its own (Moonraker, OctoPrint) as the suite of all talks wants it.

import type { Plug } from '../../src/adapters/simulator/pulled-server.ts';
import type { TalkSubject } from '../ports/talk.suite.ts';

type Printer = Plug & {
  conduct: 'ends' | 'refuses' | 'ignores';
  isMute: boolean;
  readonly orders: readonly string[];
  pauseJob(): void;
  finishJob(): void;
  cancelJob(): void;
};

export const printerBench = (
  printer: Printer,
  own: Pick<TalkSubject, 'talk' | 'stranger' | 'startJob'>,
): TalkSubject => ({
  ...own,
  ...{ pause: printer.pauseJob, finish: printer.finishJob, stop: printer.cancelJob },
  onEnd(way) {
    printer.conduct = way;
  },
  orders: () => printer.orders,
  hang(on) {
    printer.isMute = on;
  },
  ...{ vanish: printer.vanish, comeBack: printer.comeBack, restart: printer.restart },
  close: printer.close,
});
