// Whether a server may be spoken to: its certificate is in time, and a person has trusted exactly this one. An unknown
// one is kept for a person to judge.

import type { ServerTrouble } from '../../domain/machine/trouble.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import { readCertificate } from './read-certificate.ts';
import type { TrustStore } from './trust-store.ts';

/** A certificate that ends sooner is told of. */
const warnDays = 30;
const dayMs = 86_400_000;

export type Judge = (bytes: Buffer | null) => {
  /** What somebody should know of a certificate that is good today. */
  readonly troubles: readonly ServerTrouble[];
  /** Exactly what was judged, without its chain. */
  readonly der: Buffer;
};

/** The judge of one machine's server; it throws a LinkFault when that may not be spoken to. */
export function certificateJudge(
  machine: string,
  options: {
    readonly store: TrustStore;
    readonly wallMs: () => number;
    /** Certificates that made room for a newer one. */
    readonly onDropped: (count: number) => void;
  },
): Judge {
  const { store, wallMs, onDropped } = options;
  return (bytes) => {
    const certificate = bytes === null ? null : readCertificate(bytes);
    if (certificate === null) throw new LinkFault('certificate-unfit');
    const { sha1, sha256, fromMs, untilMs, der } = certificate;
    const nowMs = wallMs();
    if (untilMs <= nowMs) throw new LinkFault('certificate-expired', { since: dayOf(untilMs), sha1 });
    if (fromMs > nowMs) throw new LinkFault('certificate-early', { from: minuteOf(fromMs), sha1 });
    if (!store.isTrusted(certificate)) {
      onDropped(store.keepWaiting(machine, certificate));
      throw new LinkFault('certificate-unknown', { sha1, sha256 });
    }
    const leftDays = Math.floor((untilMs - nowMs) / dayMs);
    if (leftDays >= warnDays) return { troubles: [], der };
    return {
      der,
      troubles: [{ code: 'certificate-ending', values: { on: dayOf(untilMs), days: leftDays } }],
    };
  };
}

/** `yyyy-mm-dd`, in UTC as certificates count. */
const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/** `yyyy-mm-dd hh:mm UTC`. */
const minuteOf = (atMs: number): string =>
  `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
