// The post: takes mails into its folder, and sends them one after the other, again and again with longer waits, until the server takes
// them, refuses them or their time is over. Bounded, and counts what never went.

import { join } from 'node:path';
import { alarmOn, realTimers, type Timers } from '../../edge/timers.ts';
import type {
  Clock,
  Log,
  Mail,
  Mailer,
  MailFacts,
  MailRefusal,
  MailTaken,
  Meters,
} from '../../gateway/ports.ts';
import { type KeptMail, keyOf, openMailFolder } from './mail-folder.ts';
import { type MailFault, type MailServer, sendMail } from './send-mail.ts';

export type OpenMailer = {
  readonly server: MailServer;
  readonly dataDir: string;
  readonly clock: Pick<Clock, 'wallMs'>;
  readonly log: Log;
  readonly meters: Meters;
  readonly timers?: Timers;
};

/** Mails that wait, their size, and how long they are tried. */
const limits = { waiting: 1_000, bytes: 10 * 1024 * 1024, textLength: 20_000, keptMs: 2 * 86_400_000 };
/** Doubled after every fault of the server. */
const waits = { firstMs: 15_000, mostMs: 3_600_000 };

type Waiting = KeptMail & {
  /** Of this mail alone. */
  faults: number;
  notBeforeMs: number;
};

export async function openMailer(box: OpenMailer): Promise<Mailer & { close(): Promise<void> }> {
  const { server, clock, log, meters } = box;
  const folder = await openMailFolder(join(box.dataDir, 'mail'));
  const waiting = new Map<string, Waiting>(
    folder.waiting.map((kept) => [kept.key, { ...kept, faults: 0, notBeforeMs: 0 }]),
  );
  const counts = { sent: 0, refused: 0, expired: 0 };
  let fault: MailFacts['fault'] = null;
  let serverFaults = 0;
  let serverNotBeforeMs = 0;
  let isClosed = false;
  let working: Promise<void> | null = null;
  const alarm = alarmOn(box.timers ?? realTimers);

  const end = async (kept: Waiting, how: 'sent' | 'refused' | 'expired'): Promise<void> => {
    await (how === 'sent' ? folder.done(kept.key) : folder.drop(kept.key));
    waiting.delete(kept.key);
    counts[how] += 1;
    meters.count(`mails_${how}_total`);
    if (how !== 'sent') log.warn({ mail: kept.key, code: fault?.code }, `a mail was not sent: ${how}`);
  };

  const judge = async (kept: Waiting, found: MailFault | null): Promise<void> => {
    const nowMs = clock.wallMs();
    fault = found && { atMs: nowMs, code: found.code };
    if (!found) {
      serverFaults = 0;
      return end(kept, 'sent');
    }
    if (found.kind === 'refused') return end(kept, 'refused');
    if (found.kind === 'mail') kept.notBeforeMs = nowMs + waitMs(kept.faults++);
    else {
      serverNotBeforeMs = nowMs + waitMs(serverFaults);
      if (serverFaults++ === 0)
        log.warn({ code: found.code, waiting: waiting.size }, 'the mail server takes nothing; mails wait');
    }
  };

  /** Until nothing is due; then it is woken by the alarm or by the next mail. */
  const work = async (): Promise<void> => {
    while (!isClosed) {
      const nowMs = clock.wallMs();
      for (const kept of [...waiting.values()]) if (kept.expiresAtMs <= nowMs) await end(kept, 'expired');
      const next = [...waiting.values()].sort((one, other) => one.notBeforeMs - other.notBeforeMs)[0];
      if (!next) return;
      const dueMs = Math.max(next.notBeforeMs, serverNotBeforeMs);
      if (dueMs > nowMs) return alarm.set(Math.min(dueMs - nowMs, waits.mostMs), wake);
      await judge(next, await sendMail(server, next));
    }
  };

  const wake = (): void => {
    if (working || isClosed) return;
    working = work()
      .catch((cause: unknown) => {
        log.error({ fault: cause }, 'the post could not write down what was sent; it tries again later');
        alarm.set(waits.firstMs, wake);
      })
      .finally(() => {
        working = null;
        // One that came while the last was ending.
        if ([...waiting.values()].some(({ notBeforeMs }) => notBeforeMs === 0) && serverFaults === 0) wake();
      });
  };

  const send = async (mail: Mail): Promise<MailTaken> => {
    const no = refuse(mail);
    if (no) return no;
    const key = keyOf(mail.id);
    if (waiting.has(key) || folder.wasSent(key)) return { ok: true, known: true };
    if (waiting.size >= limits.waiting) {
      meters.count('mails_dropped_total');
      return { ok: false, code: 'mail-full', about: String(limits.waiting) };
    }
    const takenAtMs = clock.wallMs();
    const kept = { ...{ key, takenAtMs, mail }, expiresAtMs: mail.expiresAtMs ?? takenAtMs + limits.keptMs };
    // It has its place from now on: two that come together are one.
    waiting.set(key, { ...kept, faults: 0, notBeforeMs: Number.POSITIVE_INFINITY });
    try {
      await folder.keep(kept);
    } catch (cause) {
      waiting.delete(key);
      throw cause;
    }
    if (waiting.has(key)) waiting.set(key, { ...kept, faults: 0, notBeforeMs: 0 });
    wake();
    return { ok: true, known: false };
  };

  wake();
  return {
    send,
    notify(mail) {
      send(mail).then(
        (taken) => taken.ok || log.warn({ code: taken.code }, 'a notice could not be mailed'),
        (cause: unknown) => log.error({ fault: cause }, 'a notice could not be mailed'),
      );
    },
    async attempt(mail) {
      const no = refuse(mail);
      if (no) return no;
      const takenAtMs = clock.wallMs();
      const found = await sendMail(server, { key: keyOf(mail.id), takenAtMs, expiresAtMs: takenAtMs, mail });
      if (!found) return { ok: true };
      return { ok: false, code: 'mail-failed', about: `${found.code} ${found.said}`.trim() };
    },
    async forget(member) {
      for (const { key, mail } of [...waiting.values()]) {
        if (mail.member !== member) continue;
        waiting.delete(key);
        await folder.drop(key);
      }
    },
    facts: () => ({ isOpen: true, waiting: waiting.size, ...counts, fault }),
    async close() {
      isClosed = true;
      alarm.off();
      await working;
    },
  };
}

/** With a little chance left out: one gateway is no herd. */
const waitMs = (faults: number): number => Math.min(waits.mostMs, waits.firstMs * 2 ** Math.min(faults, 20));

const addressShape = /^[^\s<>(),;:"\\[\]@\p{Cc}]{1,64}@[A-Za-z0-9.-]{1,185}$/u;

function refuse({ id, to, subject, text, attachments = [] }: Mail): MailRefusal | null {
  const no = (about: string): MailRefusal => ({ ok: false, code: 'mail-unfit', about });
  if (!/^[\x21-\x7e]{1,100}$/.test(id)) return no('id');
  if (!addressShape.test(to)) return no('to');
  if (/\p{Cc}/u.test(subject) || subject.length > 200) return no('subject');
  if (text.length > limits.textLength) return no('text');
  if (attachments.some(({ name }) => !/^[\w.-]{1,120}$/.test(name))) return no('attachments');
  const bytes = attachments.reduce((sum, one) => sum + one.bytes.length, 0);
  return bytes > limits.bytes || attachments.length > 10 ? no('attachments') : null;
}
