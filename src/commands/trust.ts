// `officina trust`: which OPC UA servers wait to be trusted, and the word of a person that one may be. It works on
// files beside a running gateway, which looks again at its next attempt.

import type { ServerCertificate, ServerTrust } from './boxes.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, type ExitCode, exitCodes, refuse } from './command.ts';

export const trust: Command = {
  name: 'trust',
  summary: 'Lists the OPC UA servers that wait to be trusted, or trusts one by its thumbprint.',
  usage: '[THUMBPRINT] [--withdraw] [--yes] [--config FILE] [--data DIR]',
  help: `
  THUMBPRINT   SHA-1 or SHA-256 as the machine itself shows it, or its first 8 digits or more
  --withdraw   trusts it no longer; its link goes down within half a minute
  --yes        does not ask, for scripts

Without a thumbprint it lists what waits and what is trusted. A server is refused until a person has
compared the thumbprint at the machine; that is what makes the connection worth its encryption.
A running gateway takes it up within half a minute.

Example:
  officina trust 59770e0f`,
  options: { withdraw: { type: 'boolean' }, yes: { type: 'boolean' } },
  words: { least: 0, most: 1 },
  async run(context) {
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const servers = context.boxes.serverTrust(chosen.config);
    const [word] = context.words;
    const isWithdrawn = context.values.has('withdraw');
    if (word !== undefined) return judge(context, servers, { word, isWithdrawn });
    if (!isWithdrawn) return list(context, servers);
    return refuse(context, 'Which one? Write the thumbprint after "officina trust".', exitCodes.wrongUse);
  },
};

function list({ stdout }: Context, servers: ServerTrust): ExitCode {
  const { waiting, trusted } = servers.list();
  const nowMs = Date.now();
  const groups = [
    { title: 'Waiting until somebody compares the thumbprint:', certificates: waiting },
    { title: 'Trusted:', certificates: trusted },
  ].filter(({ certificates }) => certificates.length > 0);
  if (groups.length === 0) stdout.write('No OPC UA server has shown itself yet.\n');
  for (const { title, certificates } of groups) {
    const lines = certificates.map((certificate) => `${describe(certificate, nowMs)}\n`);
    stdout.write(`${title}\n${lines.join('')}`);
  }
  return exitCodes.ok;
}

type Wish = { readonly word: string; readonly isWithdrawn: boolean };

async function judge(context: Context, servers: ServerTrust, { word, isWithdrawn }: Wish): Promise<ExitCode> {
  const digits = word.toLowerCase().replace(/[:\s-]/g, '');
  if (!/^[0-9a-f]{8,64}$/.test(digits)) {
    const text = `"${word.slice(0, 80)}" is no thumbprint; give its first 8 digits (0-9, a-f) or more.`;
    return refuse(context, text, exitCodes.wrongUse);
  }
  const { waiting, trusted } = servers.list();
  const among = isWithdrawn ? trusted : waiting;
  const found = among.filter((one) => one.sha1.startsWith(digits) || one.sha256.startsWith(digits));
  const [certificate] = found;
  if (!certificate)
    return refuse(context, absent(digits, { isWithdrawn, others: isWithdrawn ? waiting : trusted }));
  if (found.length > 1) {
    return refuse(context, `${found.length} certificates begin with ${digits}; give more digits.`);
  }
  const nowMs = Date.now();
  context.stdout.write(`${describe(certificate, nowMs)}\n`);
  if (!isWithdrawn && certificate.untilMs <= nowMs) {
    return refuse(context, 'It has ended, so trusting it would not help; renew it at the machine.');
  }
  const said = await confirm(context, isWithdrawn);
  if (said !== null) return refuse(context, said.text, said.code);
  const isMoved = isWithdrawn ? servers.withdraw(certificate.sha256) : servers.trust(certificate.sha256);
  if (!isMoved) return refuse(context, 'It is not there any more; list them again with "officina trust".');
  const done = isWithdrawn ? 'It is not trusted any more.' : 'It is trusted.';
  context.stdout.write(`${done} A running gateway acts on it within half a minute.\n`);
  return exitCodes.ok;
}

function absent(
  digits: string,
  { isWithdrawn, others }: { isWithdrawn: boolean; others: readonly ServerCertificate[] },
): string {
  const isThere = others.some(({ sha1, sha256 }) => sha1.startsWith(digits) || sha256.startsWith(digits));
  const lists = '"officina trust" lists them.';
  if (isWithdrawn)
    return isThere
      ? `${digits} is not trusted anyway.`
      : `No trusted certificate begins with ${digits}; ${lists}`;
  if (isThere) return `${digits} is trusted already.`;
  return `No certificate that waits begins with ${digits}; it must have shown itself to the gateway first. ${lists}`;
}

/** Null for yes. */
async function confirm(
  { values, terminal }: Context,
  isWithdrawn: boolean,
): Promise<{ text: string; code: ExitCode } | null> {
  if (values.has('yes')) return null;
  if (!terminal) return { text: 'Nobody is here to be asked; add --yes.', code: exitCodes.wrongUse };
  const question = isWithdrawn
    ? 'Trust it no longer? (yes/no) '
    : 'Does the machine show the same? (yes/no) ';
  const answer = await terminal.ask(question);
  if (/^(y|yes|s|sì|si)$/i.test(answer.trim())) return null;
  return { text: 'Nothing was changed.', code: exitCodes.refused };
}

function describe({ machines, subject, untilMs, sha1, sha256 }: ServerCertificate, nowMs: number): string {
  const day = new Date(untilMs).toISOString().slice(0, 10);
  const validity = untilMs <= nowMs ? `ended on ${day}` : `good until ${day}`;
  return [
    `  ${machines.length === 0 ? 'no machine' : machines.join(', ')}: ${subject}, ${validity}`,
    `    SHA-1    ${sha1}`,
    `    SHA-256  ${sha256}`,
  ].join('\n');
}
