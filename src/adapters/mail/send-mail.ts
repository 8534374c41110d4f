// One mail to one server, by SMTP. What went wrong is told as a code and whether it is for good; what the server said is shown to nobody
// but the one who tries it out, for it may hold addresses.

import { createTransport, type SentMessageInfo } from 'nodemailer';
import type { KeptMail } from './mail-folder.ts';

export type MailServer = {
  readonly host: string;
  readonly port: number;
  /** `starttls` is insisted on; `tls` from the first byte. */
  readonly secure: 'starttls' | 'tls' | 'none';
  readonly user: string | null;
  readonly password: string | null;
  readonly from: string;
  readonly name: string | null;
  /** Issuers of its certificate, in PEM; left out, those that the computer trusts. */
  readonly ca?: string;
};

export type MailFault = {
  /** Of the server (`550`), of the network (`ECONNREFUSED`), or of the protocol (`EAUTH`). */
  readonly code: string;
  /** `server`: nothing can be sent now. `mail`: only this one, later. `refused`: this one never. */
  readonly kind: 'server' | 'mail' | 'refused';
  /** What the server said, on one line. */
  readonly said: string;
};

const limits = { connectMs: 20_000, greetingMs: 20_000, silenceMs: 120_000 };

/** Null when the server took it. */
export async function sendMail(server: MailServer, kept: KeptMail): Promise<MailFault | null> {
  const { user, password, secure } = server;
  const transport = createTransport({
    ...{ host: server.host, port: server.port, secure: secure === 'tls' },
    ...{ requireTLS: secure === 'starttls', ignoreTLS: secure === 'none' },
    ...(user !== null && { auth: { user, pass: password ?? '' } }),
    ...(server.ca !== undefined && { tls: { ca: server.ca } }),
    ...{ connectionTimeout: limits.connectMs, greetingTimeout: limits.greetingMs },
    ...{ socketTimeout: limits.silenceMs, disableFileAccess: true, disableUrlAccess: true },
  });
  const { mail, key, takenAtMs } = kept;
  const domain = server.from.slice(server.from.lastIndexOf('@') + 1);
  try {
    const info: SentMessageInfo = await transport.sendMail({
      from: { name: server.name ?? '', address: server.from },
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      // The same at every attempt: servers and people know a mail that comes again.
      messageId: `<${key}@${domain}>`,
      date: new Date(takenAtMs),
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: (mail.attachments ?? []).map(({ name, type, bytes }) => ({
        ...{ filename: name, contentType: type, content: Buffer.from(bytes) },
      })),
    });
    return (info.accepted ?? []).length > 0 ? null : { code: 'EENVELOPE', kind: 'refused', said: '' };
  } catch (fault) {
    return toFault(fault);
  } finally {
    transport.close();
  }
}

function toFault(fault: unknown): MailFault {
  const field = (name: string): unknown =>
    typeof fault === 'object' && fault !== null ? Reflect.get(fault, name) : undefined;
  const [status, code, reply] = [field('responseCode'), field('code'), field('response')];
  const said = oneLine(typeof reply === 'string' ? reply : '');
  const name = typeof status === 'number' ? String(status) : typeof code === 'string' ? code : 'unknown';
  if (code === 'EAUTH' || typeof status !== 'number') return { code: name, kind: 'server', said };
  // 421 closes the whole server (RFC 5321, 3.8); what it says before the envelope is about no one mail.
  const isOfMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (status === 421 || !isOfMail) return { code: name, kind: 'server', said };
  return { code: name, kind: status >= 500 ? 'refused' : 'mail', said };
}

const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200);
