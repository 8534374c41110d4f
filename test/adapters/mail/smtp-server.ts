// A mail server as RFC 5321 describes one, on a real socket: EHLO with STARTTLS and AUTH, envelopes, DATA with its dots; and the faults
// that a test asks for: refusals at any step, and lines that are cut in the middle of a mail.

import { createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';
import { makeCertificate } from '../../fakes/make-certificate.ts';

type TakenMail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly data: string;
  readonly user: string | null;
  readonly isSecure: boolean;
};

/** `drop` closes the line; null: as usual. `data` is asked in the middle of a mail, `dot` after its end. */
type Answers = (step: string, said: string) => string | 'drop' | null;

export type SmtpServer = {
  readonly port: number;
  readonly ca: string;
  readonly taken: TakenMail[];
  /** Connections that were opened. */
  readonly calls: () => number;
  answers: Answers;
};

export async function openSmtp(
  wish: { user?: string; password?: string; tls?: boolean } = {},
): Promise<SmtpServer> {
  const pair = makeCertificate();
  let calls = 0;
  const lines = new Set<Socket>();
  const server: Server = createServer((socket) => {
    calls++;
    lines.add(socket);
    socket.on('close', () => lines.delete(socket));
    talk(socket, { wish, pair, told, isSecure: false, greets: true });
  });
  const told: SmtpServer = { port: 0, ca: pair.cert, taken: [], calls: () => calls, answers: () => null };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  Object.assign(told, { port: typeof address === 'object' ? address?.port : 0 });
  onTestFinished(async () => {
    for (const line of lines) line.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return told;
}

type Around = {
  readonly wish: { user?: string; password?: string; tls?: boolean };
  readonly pair: { readonly cert: string; readonly key: string };
  readonly told: SmtpServer;
  readonly isSecure: boolean;
  readonly greets: boolean;
};

function talk(socket: Socket | TLSSocket, around: Around): void {
  const { wish, pair, told, isSecure } = around;
  let held = '';
  let mail: { from: string; to: string[] } = { from: '', to: [] };
  let data: string[] | null = null;
  let user: string | null = null;
  const hears = (step: string, said: string, usual: string): boolean => {
    const answer = told.answers(step, said) ?? usual;
    if (answer === 'drop') socket.destroy();
    else socket.write(`${answer}\r\n`);
    return answer.startsWith('2') || answer.startsWith('3');
  };
  const verbs: Readonly<Record<string, (said: string) => void>> = {
    EHLO: (said) => {
      const offers = [...(wish.tls && !isSecure ? ['STARTTLS'] : []), ...(wish.user ? ['AUTH PLAIN'] : [])];
      const all = ['test', '8BITMIME', ...offers];
      const usual = all.map((one, index) => `250${index === all.length - 1 ? ' ' : '-'}${one}`).join('\r\n');
      hears('EHLO', said, usual);
    },
    STARTTLS: (said) => {
      if (!hears('STARTTLS', said, wish.tls ? '220 go on' : '502 not here')) return;
      socket.removeAllListeners('data');
      const secure = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext(pair) });
      secure.on('error', () => undefined);
      talk(secure, { ...around, isSecure: true, greets: false });
    },
    AUTH: (said) => {
      const [, name = '', password = ''] = Buffer.from(said.split(' ')[2] ?? '', 'base64')
        .toString()
        .split('\0');
      const isRight = name === wish.user && password === wish.password;
      if (hears('AUTH', said, isRight ? '235 welcome' : '535 who are you?')) user = name;
    },
    MAIL: (said) => {
      if (hears('MAIL', said, wish.user && user === null ? '530 sign in' : '250 ok'))
        mail = { from: between(said), to: [] };
    },
    RCPT: (said) => {
      if (hears('RCPT', said, '250 ok')) mail.to.push(between(said));
    },
    DATA: (said) => {
      if (hears('DATA', said, '354 go on')) data = [];
    },
    QUIT: (said) => {
      hears('QUIT', said, '221 bye');
      socket.end();
    },
  };
  const take = (line: string): void => {
    if (data === null) {
      const verb = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
      const known = verbs[verb];
      if (known) known(line);
      else socket.write('500 what?\r\n');
    } else if (line === '.') {
      const whole = data.join('\r\n');
      data = null;
      if (hears('dot', '', '250 taken')) told.taken.push({ ...mail, data: whole, user, isSecure });
    } else {
      if (told.answers('data', line) === 'drop') socket.destroy();
      data.push(line.startsWith('.') ? line.slice(1) : line);
    }
  };
  socket.on('data', (bytes: Buffer) => {
    held += bytes.toString('latin1');
    for (let end = held.indexOf('\r\n'); end >= 0 && !socket.destroyed; end = held.indexOf('\r\n')) {
      const line = held.slice(0, end);
      held = held.slice(end + 2);
      take(line);
    }
  });
  socket.on('error', () => undefined);
  if (around.greets) hears('greeting', '', '220 test ESMTP');
}

const between = (said: string): string => /<([^>]*)>/.exec(said)?.[1] ?? '';
