// The certificate that is in use, renewed while everything runs: its files are looked at every minute and at SIGHUP. A
// new pair is judged as a whole before it is taken; until then, and for connections that are open, the old one stays.

import type { X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { Clock, Log } from '../../gateway/ports.ts';
import { type PairFiles, type PairTexts, readPairFiles, stampOf } from './pair-files.ts';

type PairFacts = {
  readonly validFromMs: number;
  readonly validToMs: number;
  readonly fingerprint: string;
  readonly issuers: readonly X509Certificate[] | null;
};

type JudgePair = (
  texts: PairTexts,
) =>
  | { readonly ok: true; readonly facts: PairFacts }
  | { readonly ok: false; readonly about: keyof PairTexts; readonly reason: string };

export type KeepPairOptions = {
  readonly files: PairFiles;
  readonly judge: JudgePair;
  readonly clock: Pick<Clock, 'wallMs' | 'synchronised'>;
  readonly log: Log;
  readonly onNotice: (code: PairNotice, isSo: boolean) => void;
  readonly pollMs?: number;
};

export type PairNotice = 'tls-expires' | 'tls-not-renewed';

export type KeptPair = {
  /** For the next handshake. */
  context(): SecureContext;
  /** Whose certificates clients may show; null where they are asked for none. */
  issuers(): readonly X509Certificate[] | null;
  /** SHA-256 of the certificate in use, as `AB:CD:…`. */
  fingerprint(): string;
  /** Called after another certificate was taken. */
  onRenewed(listener: () => void): void;
  close(): void;
};

type Pair = { readonly context: SecureContext; readonly facts: PairFacts };
type Read = { readonly stamp: string | null } & (
  | { readonly ok: true; readonly pair: Pair }
  | { readonly ok: false; readonly reason: string }
);

type Keeper = KeepPairOptions & {
  readonly listeners: (() => void)[];
  inUse: Pair;
  /** Of the files as they were last read. */
  stamp: string | null;
  /** What keeps the files from being used; null while they hold what is in use. */
  wrong: string | null;
  expires: boolean;
  isClosed: boolean;
};

const dayMs = 86_400_000;
const warnBeforeMs = 14 * dayMs;
/** As far as the clocks of this computer and of the issuer may be apart. */
const skewMs = 5 * 60_000;

/**
 * Rejects when there is no pair to begin with. At the start its dates matter to nobody: a workshop that comes back from
 * a power cut with an old certificate, or with a clock that is not set yet, opens all the same and says so.
 */
export async function keepPair(options: KeepPairOptions): Promise<KeptPair> {
  const { files, log, pollMs = 60_000 } = options;
  const first = await readPair(options);
  if (!first.ok) throw new Error(`TLS cannot begin: ${first.reason}`);
  const keeper: Keeper = {
    ...options,
    listeners: [],
    inUse: first.pair,
    stamp: first.stamp,
    wrong: null,
    expires: false,
    isClosed: false,
  };
  tellDates(keeper);
  const ask = oneAtATime(
    (whatever) => look(keeper, whatever),
    (err) => log.error({ err, ...files }, 'the certificate files could not be looked at; see the cause'),
  );
  const poll = setInterval(() => ask(false), pollMs);
  poll.unref();
  const onHangUp = () => ask(true);
  process.on('SIGHUP', onHangUp);
  return {
    context: () => keeper.inUse.context,
    issuers: () => keeper.inUse.facts.issuers,
    fingerprint: () => keeper.inUse.facts.fingerprint,
    onRenewed: (listener) => void keeper.listeners.push(listener),
    close() {
      keeper.isClosed = true;
      clearInterval(poll);
      process.off('SIGHUP', onHangUp);
    },
  };
}

/** @param whatever also when the files look as they did */
async function look(keeper: Keeper, whatever: boolean): Promise<void> {
  // What was refused is judged again: a certificate becomes valid without any change of its file.
  const isDue = whatever || keeper.wrong !== null || keeper.stamp !== (await stampOf(keeper.files));
  const read = isDue ? await readPair(keeper) : null;
  if (keeper.isClosed) return;
  if (read) take(keeper, read);
  tellDates(keeper);
}

function take(keeper: Keeper, read: Read): void {
  keeper.stamp = read.stamp;
  const { files, log, inUse } = keeper;
  const isSame = read.ok && read.pair.facts.fingerprint === inUse.facts.fingerprint;
  const wrong = read.ok ? (isSame ? null : dateFault(keeper, read.pair.facts)) : read.reason;
  if (wrong !== keeper.wrong) {
    keeper.onNotice('tls-not-renewed', wrong !== null);
    if (wrong !== null) {
      const text = `The certificate files changed and cannot be used, so the pair before stays in use: ${wrong}. They are read again every minute and at SIGHUP.`;
      log.warn({ ...files }, text);
    }
  }
  keeper.wrong = wrong;
  if (!read.ok || wrong !== null) return;
  keeper.inUse = read.pair;
  if (isSame) return;
  const until = new Date(read.pair.facts.validToMs).toISOString();
  log.info({ ...files, until }, 'a renewed certificate is in use; open connections go on');
  for (const listener of keeper.listeners) listener();
}

/** Null when its dates do not speak against it, or nobody can tell because the clock is not set (inv. 4). */
function dateFault({ clock, files }: KeepPairOptions, facts: PairFacts): string | null {
  if (!clock.synchronised()) return null;
  const nowMs = clock.wallMs();
  const file = `the certificate in ${files.cert}`;
  if (facts.validToMs < nowMs) return `${file} ended on ${day(facts.validToMs)}; ask for a new one`;
  if (facts.validFromMs <= nowMs + skewMs) return null;
  return `${file} holds only from ${day(facts.validFromMs)} on; wait, or look at the clock of this computer`;
}

function tellDates(keeper: Keeper): void {
  const { clock, files, log, inUse, onNotice } = keeper;
  const { validFromMs, validToMs } = inUse.facts;
  const nowMs = clock.wallMs();
  const isOutside = validToMs < nowMs + warnBeforeMs || validFromMs > nowMs + skewMs;
  const expires = clock.synchronised() && isOutside;
  if (expires === keeper.expires) return;
  keeper.expires = expires;
  onNotice('tls-expires', expires);
  if (!expires) return;
  const text = `The certificate in use holds from ${day(validFromMs)} to ${day(validToMs)}; renew it, else browsers and devices turn away.`;
  log.warn({ ...files }, text);
}

const day = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

async function readPair({ files, judge }: KeepPairOptions): Promise<Read> {
  const { stamp, texts } = await readPairFiles(files);
  const no = (reason: string): Read => ({ ok: false, stamp, reason });
  const about = (file: keyof PairFiles, reason: string) => no(`the file ${files[file]} ${reason}`);
  if (!texts.ok) return about(texts.about, texts.reason);
  const judged = judge(texts.value);
  if (!judged.ok) return about(judged.about, judged.reason);
  try {
    const { clientCa, ...own } = texts.value;
    const ca = clientCa === undefined ? {} : { ca: clientCa, sessionIdContext };
    const context = createSecureContext({ ...own, ...ca, minVersion: 'TLSv1.2' });
    return { ok: true, stamp, pair: { context, facts: judged.facts } };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return no(`OpenSSL does not take the file ${files.cert} (${code}); ask for a new one`);
  }
}

/** Without it OpenSSL resumes no session of a client that showed a certificate. */
const sessionIdContext = 'officina';

/** While one runs, at most one more waits; what it was asked with is not lost. */
function oneAtATime(
  run: (whatever: boolean) => Promise<void>,
  onFault: (fault: unknown) => void,
): (whatever: boolean) => void {
  let running = false;
  let next: { whatever: boolean } | null = null;
  const begin = async (whatever: boolean): Promise<void> => {
    running = true;
    await run(whatever).catch(onFault);
    running = false;
    const waiting = next;
    next = null;
    if (waiting) await begin(waiting.whatever);
  };
  return (whatever) => {
    if (running) next = { whatever: whatever || next?.whatever === true };
    else void begin(whatever);
  };
}
