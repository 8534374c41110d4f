// The post against a mail server on a real socket: what was taken is sent once, through faults at every step and over restarts.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openMailer } from '../../../src/adapters/mail/open-mailer.ts';
import type { MailServer } from '../../../src/adapters/mail/send-mail.ts';
import type { Mail } from '../../../src/gateway/ports.ts';
import { handTimers } from '../../fakes/hand-timers.ts';
import { openSmtp, type SmtpServer } from './smtp-server.ts';

const mail: Mail = {
  id: 'mail-1',
  to: 'anna@example.org',
  subject: 'Größe € 5',
  text: 'Ciao\n.\n..dots\nfine',
};
const beganMs = Date.parse('2026-11-20T08:00:00Z');
const patience = { timeout: 20_000, interval: 10 };

async function opened(smtp: SmtpServer, change: Partial<MailServer> = {}, dataDir = folder()) {
  const hand = handTimers();
  const timers = { advance: hand.advance, nowMs: () => beganMs + hand.monoMs() };
  const lines: string[] = [];
  const note = (facts: object, text: string) => void lines.push(`${JSON.stringify(facts)} ${text}`);
  const mailer = await openMailer({
    server: {
      ...{ host: '127.0.0.1', port: smtp.port, secure: 'none', user: null, password: null },
      ...{ from: 'books@officina.example', name: 'Officina', ca: smtp.ca, ...change },
    },
    ...{ dataDir, timers: hand.timers, clock: { wallMs: timers.nowMs } },
    log: { info: note, warn: note, error: note },
    meters: { count: () => undefined },
  });
  onTestFinished(mailer.close);
  return { mailer, timers, dataDir, lines, files: () => readdirSync(join(dataDir, 'mail')).sort() };
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'post-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const until = (check: () => void | Promise<void>) => vi.waitFor(check, patience);

describe('the post', () => {
  it('sends a mail once, whole, whoever asks again', async () => {
    const smtp = await openSmtp();
    const { mailer, files } = await opened(smtp);
    const bytes = new TextEncoder().encode('%PDF');
    const whole = { ...mail, attachments: [{ name: 'a.pdf', type: 'application/pdf', bytes }] };
    expect(await Promise.all([mailer.send(whole), mailer.send(whole)])).toEqual([
      { ok: true, known: false },
      { ok: true, known: true },
    ]);
    await until(() => expect(mailer.facts()).toMatchObject({ waiting: 0, sent: 1, fault: null }));
    expect(await mailer.send(whole)).toEqual({ ok: true, known: true });
    expect(smtp.taken).toHaveLength(1);
    const [taken] = smtp.taken;
    expect(taken).toMatchObject({ from: 'books@officina.example', to: ['anna@example.org'] });
    expect(taken?.data).toMatch(/^Message-ID: <[0-9a-f]{40}@officina\.example>$/m);
    expect(taken?.data).toContain('\r\n.\r\n..dots\r\n');
    expect(taken?.data).toContain(Buffer.from('%PDF').toString('base64'));
    expect(files()).toEqual(['sent']);
  });

  it('signs in under STARTTLS, and never without it', async () => {
    const secret = { user: 'books', password: 'p4ss"w\\ord' };
    const smtp = await openSmtp({ ...secret, tls: true });
    const { mailer, lines } = await opened(smtp, { ...secret, secure: 'starttls' });
    expect(await mailer.attempt(mail)).toEqual({ ok: true });
    expect(smtp.taken).toMatchObject([{ user: 'books', isSecure: true }]);
    const plain = await openSmtp(secret);
    const other = await opened(plain, { ...secret, secure: 'starttls' });
    expect(await other.mailer.attempt(mail)).toMatchObject({ ok: false, code: 'mail-failed' });
    const wrong = await opened(smtp, { user: 'books', password: 'no-such-word', secure: 'starttls' });
    const refused = await wrong.mailer.attempt(mail);
    expect(refused).toMatchObject({ ok: false, about: expect.stringContaining('535') });
    expect(await wrong.mailer.send(mail)).toMatchObject({ ok: true });
    await until(() => expect(wrong.mailer.facts()).toMatchObject({ waiting: 1, fault: { code: '535' } }));
    const stranger = await opened(smtp, { ...secret, secure: 'starttls', ca: '' });
    expect(await stranger.mailer.attempt(mail)).toMatchObject({ ok: false });
    const told = JSON.stringify([refused, lines, wrong.lines, wrong.mailer.facts()]);
    expect(told).not.toContain('p4ss');
    expect(told).not.toContain('no-such-word');
    expect(told).not.toContain('anna@');
  });

  it.each(['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'data', 'dot'])(
    'inv. 10: loses nothing when the line is cut at %s, and sends it later',
    async (step) => {
      const smtp = await openSmtp();
      let cuts = 2;
      smtp.answers = (at) => (at === step && cuts-- > 0 ? 'drop' : null);
      const { mailer, timers } = await opened(smtp);
      await mailer.send(mail);
      await until(() => expect(mailer.facts().fault).not.toBeNull());
      await until(async () => {
        await timers.advance(30_000);
        expect(mailer.facts()).toMatchObject({ waiting: 0, sent: 1 });
      });
      expect(smtp.taken).toHaveLength(1);
      const ids = new Set(smtp.taken.map(({ data }) => /^Message-ID: .*$/m.exec(data)?.[0]));
      expect(ids.size).toBe(1);
    },
  );

  it('waits longer after each fault of the server, and asks once for all that wait', async () => {
    const smtp = await openSmtp();
    smtp.answers = (step) => (step === 'greeting' ? '421 too busy' : null);
    const { mailer, timers } = await opened(smtp);
    await mailer.send(mail);
    await mailer.send({ ...mail, id: 'mail-2' });
    await until(() => expect(mailer.facts().fault?.code).toBe('421'));
    expect(smtp.calls()).toBe(1);
    await timers.advance(14_000);
    expect(smtp.calls()).toBe(1);
    await timers.advance(2_000);
    await until(() => expect(smtp.calls()).toBe(2));
  });

  it('drops what the server refuses for good, and goes on with the others', async () => {
    const smtp = await openSmtp();
    smtp.answers = (step, said) => (step === 'RCPT' && said.includes('gone@') ? '550 no such person' : null);
    const { mailer, files } = await opened(smtp);
    await mailer.send({ ...mail, id: 'gone', to: 'gone@example.org' });
    await mailer.send(mail);
    await until(() => expect(mailer.facts()).toMatchObject({ waiting: 0, sent: 1, refused: 1 }));
    expect(files()).toEqual(['sent']);
  });

  it('lets others pass one that the server does not want yet', async () => {
    const smtp = await openSmtp();
    let greyed = true;
    smtp.answers = (step, said) =>
      step === 'RCPT' && said.includes('grey@') && greyed ? '451 come again' : null;
    const { mailer, timers } = await opened(smtp);
    await mailer.send({ ...mail, id: 'grey', to: 'grey@example.org' });
    await mailer.send(mail);
    await until(() => expect(mailer.facts()).toMatchObject({ waiting: 1, sent: 1 }));
    greyed = false;
    await until(async () => {
      await timers.advance(30_000);
      expect(mailer.facts()).toMatchObject({ waiting: 0, sent: 2 });
    });
  });

  it('sends after a restart what was taken before, and not again what was sent', async () => {
    const smtp = await openSmtp();
    smtp.answers = (step) => (step === 'greeting' ? '421 closed' : null);
    const first = await opened(smtp);
    await first.mailer.send(mail);
    await until(() => expect(first.mailer.facts().fault).not.toBeNull());
    await first.mailer.close();
    expect(readFileSync(join(first.dataDir, 'mail', first.files()[0] ?? ''), 'utf8')).toContain('anna@');
    smtp.answers = () => null;
    const second = await opened(smtp, {}, first.dataDir);
    await until(() => expect(second.mailer.facts()).toMatchObject({ waiting: 0, sent: 1 }));
    await second.mailer.close();
    const third = await opened(smtp, {}, first.dataDir);
    expect(await third.mailer.send(mail)).toEqual({ ok: true, known: true });
    expect(smtp.taken).toHaveLength(1);
  });

  it('inv. 11: refuses what could carry another header or address, and what is too much', async () => {
    const smtp = await openSmtp();
    const { mailer } = await opened(smtp);
    const wrong: Partial<Mail>[] = [
      { to: 'a@b.c\r\nBcc: d@e.f' },
      { to: 'a@b.c, d@e.f' },
      { to: 'A <a@b.c>' },
      { subject: 'x\r\nBcc: d@e.f' },
      { text: 'x'.repeat(20_001) },
      { attachments: [{ name: '../a', type: 'x/y', bytes: new Uint8Array(1) }] },
      { attachments: [{ name: 'a', type: 'x/y', bytes: new Uint8Array(11 * 1024 * 1024) }] },
    ];
    for (const change of wrong)
      expect(await mailer.send({ ...mail, ...change })).toMatchObject({ ok: false, code: 'mail-unfit' });
    expect(smtp.calls()).toBe(0);
  });

  it('forgets what waits for a member, and what is too old', async () => {
    const smtp = await openSmtp();
    smtp.answers = (step) => (step === 'greeting' ? '421 closed' : null);
    const { mailer, timers, files } = await opened(smtp);
    await mailer.send({ ...mail, member: 'm1' });
    await mailer.send({ ...mail, id: 'late', expiresAtMs: timers.nowMs() + 60_000 });
    await mailer.forget('m1');
    expect(mailer.facts().waiting).toBe(1);
    await until(async () => {
      await timers.advance(30_000);
      expect(mailer.facts()).toMatchObject({ waiting: 0, expired: 1 });
    });
    expect(files()).toEqual([]);
  });
});
