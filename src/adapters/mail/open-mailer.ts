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
import { type KeptMail, keyOf, type MailFolder, openMailFolder } from './mail-folder.ts';
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
  const line = createLine({ ...box, folder, waiting });

  const send = async (mail: Mail): Promise<MailTaken> => {
    const no = refuse(mail);
    if (no) return no;
    const key = keyOf(mail.id);
    if (waiting.has(key) || folder.wasSent(key)) return { ok: true, known: true };
    if (waiting.size >= limits.waiting) {
      meters.count('mails', { outcome: 'dropped' });
      return { ok: false, code: 'mail-full', about: String(limits.waiting) };
    }
    const takenAtMs = clock.wallMs();
    const kept = { key, takenAtMs, mail, expiresAtMs: mail.expiresAtMs ?? takenAtMs + limits.keptMs };
    // It has its place from now on: two that come together are one.
    waiting.set(key, { ...kept, faults: 0, notBeforeMs: Number.POSITIVE_INFINITY });
    try {
      await folder.keep(kept);
    } catch (cause) {
      waiting.delete(key);
      throw cause;
    }
    if (waiting.has(key)) waiting.set(key, { ...kept, faults: 0, notBeforeMs: 0 });
    // Whoever it is for was erased while it was written.
    else await folder.drop(key);
    line.wake();
    return { ok: true, known: false };
  };

  line.wake();
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
    facts: () => ({ isOpen: true, waiting: waiting.size, ...line.facts() }),
    close: line.close,
  };
}

type Line = Pick<OpenMailer, 'server' | 'clock' | 'log' | 'meters' | 'timers'> & {
  readonly folder: MailFolder;
  readonly waiting: Map<string, Waiting>;
};

/** Sends what waits, one after the other; woken by the alarm and by each mail that comes. */
function createLine({ folder, waiting, server, clock, log, meters, timers = realTimers }: Line) {
  const counts = { sent: 0, refused: 0, expired: 0 };
  const asked = { faults: 0, notBeforeMs: 0 };
  let fault: MailFacts['fault'] = null;
  let isClosed = false;
  let working: Promise<void> | null = null;
  const alarm = alarmOn(timers);

  const end = async ({ key }: Waiting, how: keyof typeof counts): Promise<void> => {
    await (how === 'sent' ? folder.done(key) : folder.drop(key));
    waiting.delete(key);
    counts[how] += 1;
    meters.count('mails', { outcome: how });
    if (how !== 'sent') log.warn({ mail: key, code: fault?.code }, `a mail was not sent: ${how}`);
  };

  const judge = async (kept: Waiting, found: MailFault | null): Promise<void> => {
    const nowMs = clock.wallMs();
    fault = found && { atMs: nowMs, code: found.code };
    if (found === null) asked.faults = 0;
    if (found === null || found.kind === 'refused') return end(kept, found ? 'refused' : 'sent');
    const held = found.kind === 'mail' ? kept : asked;
    held.notBeforeMs = nowMs + waitMs(held.faults);
    held.faults += 1;
    if (held === asked && asked.faults === 1)
      log.warn({ code: found.code, waiting: waiting.size }, 'the mail server takes nothing; mails wait');
  };

  /** Until nothing is due. */
  const work = async (): Promise<void> => {
    while (!isClosed) {
      const nowMs = clock.wallMs();
      for (const kept of [...waiting.values()]) if (kept.expiresAtMs <= nowMs) await end(kept, 'expired');
      const next = [...waiting.values()].sort((one, other) => one.notBeforeMs - other.notBeforeMs)[0];
      if (!next) return;
      const dueMs = Math.max(next.notBeforeMs, asked.notBeforeMs);
      if (dueMs > nowMs) return alarm.set(Math.min(dueMs - nowMs, waits.mostMs), wake);
      await judge(next, await sendMail(server, next));
    }
  };

  const wake = (): void => {
    if (working || isClosed) return;
    working = work()
      .catch((cause: unknown) => {
        asked.faults += 1;
        log.error({ fault: cause }, 'the post could not write down what was sent; it tries again later');
        alarm.set(waits.firstMs, wake);
      })
      .finally(() => {
        working = null;
        // One that came while the last was ending.
        if (asked.faults === 0 && [...waiting.values()].some(({ notBeforeMs }) => notBeforeMs === 0)) wake();
      });
  };

  const close = async (): Promise<void> => {
    isClosed = true;
    alarm.off();
    await working;
  };
  return { wake, close, facts: () => ({ ...counts, fault }) };
}

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
