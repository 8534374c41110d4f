// A printer behind OctoPrint: pushed where its socket can be used, asked for where not. The only order is to cancel; a
// key that may only look is told as such, once it was refused.

import { setTimeout } from 'node:timers/promises';
import type { CertificateTrust } from '../../edge/judge-certificate.ts';
import type { Ears, Talk } from '../../edge/talk.ts';
import { followPrinter, type Printer } from './follow-printer.ts';
import { hearPush } from './hear-push.ts';
import { askCancel, askPrinter, type Place } from './octoprint-asks.ts';

export type OctoprintLink = {
  /** Without a path. */
  readonly url: string;
  readonly key: string;
  readonly orders: boolean;
  /** Of its certificate, behind https. */
  readonly trust?: CertificateTrust;
};

export type OctoprintPace = {
  /** Between two signs of life while it pushes. */
  readonly beatMs: number;
  /** Between two questions where it does not push. */
  readonly pollMs: number;
};

const usualPace: OctoprintPace = { beatMs: 5000, pollMs: 2000 };

export function octoprintTalk(link: OctoprintLink, pace: OctoprintPace = usualPace): Talk {
  const where = { url: link.url, key: link.key, trust: link.trust };
  let live: Ears | null = null;
  return {
    async run(ears) {
      const place: Place = { ...where, signal: ears.signal };
      live = ears;
      try {
        const printer = followPrinter(ears);
        await hearPush({ place, ears, printer, beatMs: pace.beatMs });
        return await poll({ place, ears, printer, pollMs: pace.pollMs });
      } finally {
        live = null;
      }
    },
    cancel: link.orders
      ? async (signal) => {
          const answer = await askCancel({ ...where, signal });
          live?.troubles(answer === 'forbidden' ? [{ code: 'read-only', values: {} }] : []);
          return answer === 'forbidden' ? 'refused' : 'taken';
        }
      : null,
    silenceMs: 15_000,
    cancelMs: 10_000,
  };
}

type Polling = {
  readonly place: Place;
  readonly ears: Ears;
  readonly printer: Printer;
  readonly pollMs: number;
};

async function poll({ place, ears, printer, pollMs }: Polling): Promise<never> {
  for (;;) {
    const told = await askPrinter(place);
    ears.alive();
    printer.told(told);
    await setTimeout(pollMs, undefined, { signal: place.signal });
  }
}
