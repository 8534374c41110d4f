// Attaches a controller that speaks its firmware's own protocol, at a serial port or behind a TCP bridge: listens first,
// asks only what is harmless, shows how every profile scored and by which lines, and describes what a person agreed to.

import { clip } from '../config/read-yaml.ts';
import { clearWinner, type ProfileScore } from '../domain/profile/score-profiles.ts';
import type { AttachPlace } from './attach-machine.ts';
import { type Context, type ExitCode, exitCodes, refuse, textOf } from './command.ts';
import { describeMachine } from './describe-machine.ts';
import { userOf } from './list-places.ts';
import type { Heard, HearWish } from './machine-boxes.ts';

type Where = HearWish['place'];

export async function attachPort(context: Context, place: AttachPlace, where: Where): Promise<ExitCode> {
  const taken = await takenBy(context, place, where);
  if (taken !== null) return refuse(context, taken);
  const baud = readBaud(textOf(context.values, 'baud'));
  if (baud === undefined)
    return refuse(context, '--baud wants a whole number from 1200 to 4000000.', exitCodes.wrongUse);
  const profile = textOf(context.values, 'profile') ?? null;
  if (profile !== null && !(await context.boxes.profileIds()).includes(profile)) {
    const text = `There is no profile "${clip(profile)}"; leave --profile out, and all are tried.`;
    return refuse(context, text, exitCodes.wrongUse);
  }
  if (!(await mayReset(context, where))) {
    const text =
      'Nothing was opened. Wait until the machine has no job, then try again, with --may-reset where nobody can be asked.';
    return refuse(context, text);
  }
  context.stdout.write(
    `Listening at ${textOfPlace(where)}, then asking what is harmless; up to half a minute.\n`,
  );
  const asks = !context.values.has('listen-only');
  const at = where.kind === 'serial' ? { ...where, baud } : where;
  const heard = await context.boxes.machines.hear({ place: at, profile, asks });
  if (!heard.ok) return refuse(context, faultText(heard.code, where));
  showHeard(context, heard);
  const best = await choose(context, heard.scores);
  if (best === null) return refuse(context, unclearText(heard, asks));
  return describeMachine(context, place, {
    title: best.title,
    link: linkOf(best, { where, baud: heard.baud, usual: best.baud }),
    notes: best.draft
      ? [
          `The profile ${best.profile} is a draft: the machine is only watched, and its switch alone keeps it from being used.`,
        ]
      : [],
    secret: null,
  });
}

/** Two programs at one port take each other's answers. */
async function takenBy({ boxes }: Context, { config }: AttachPlace, where: Where): Promise<string | null> {
  if (where.kind === 'tcp') {
    const found = Object.entries(config.links).find(
      ([, link]) => link.kind === 'tcp' && link.host === where.host && link.port === where.port,
    );
    if (!found) return null;
    return `${where.host}:${where.port} is the link of machine "${found[0]}" in officina.yaml; "officina check" says what it does.`;
  }
  const user = userOf(config, where.path);
  if (user === null) return null;
  const holder = (await boxes.running(config)) ? ', and the gateway that runs holds it' : '';
  return `${where.path} is the port of ${user} in officina.yaml${holder}; "officina check" says what it does.`;
}

/** Undefined where it is none. */
function readBaud(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  const baud = /^\d{4,7}$/.test(text) ? Number(text) : 0;
  return baud >= 1200 && baud <= 4_000_000 ? baud : undefined;
}

/** Nobody can tell from outside whether a board is wired so: each may be. */
async function mayReset({ values, terminal, stdout }: Context, where: Where): Promise<boolean> {
  if (values.has('may-reset')) return true;
  stdout.write(
    `Opening ${textOfPlace(where)} may restart the board behind it. A job that runs there would be lost, and its heat and motors stop as they are.\n`,
  );
  const answer = (await terminal?.ask('Is the machine without a job, and may it restart? (yes/no) ')) ?? 'no';
  return /^(y|yes|s|sì|si)$/i.test(answer.trim());
}

const textOfPlace = (where: Where): string =>
  where.kind === 'serial' ? where.path : `${where.host}:${where.port}`;

function faultText(code: string, where: Where): string {
  const at = textOfPlace(where);
  switch (code) {
    case 'port-missing':
      return `The port ${at} is not there; plug the machine in, and see "officina attach machine" for the ports.`;
    case 'port-forbidden':
      return `The port ${at} may not be opened by this account; add it to the group that owns the port (dialout).`;
    case 'port-busy':
      return `The port ${at} cannot be opened; close the other program that uses it, or name a serial port.`;
    case 'host-refused':
      return `${at} refuses the connection; start the bridge there, or correct the port.`;
    case 'host-unknown':
      return `The name in ${at} is not known; correct it.`;
    case 'host-unreachable':
      return `${at} does not answer; check that it is switched on and in this network.`;
    default:
      return `The connection to ${at} has ended before anything was heard; check the cable and the power.`;
  }
}

const shownLines = 8;
const shownScores = 4;

function showHeard(
  { stdout }: Context,
  { lines, noise, asked, scores, baud }: Extract<Heard, { ok: true }>,
): void {
  const speed = baud === null ? '' : ` at ${baud} baud`;
  const dropped = noise === 0 ? '' : `, ${noise} of noise`;
  stdout.write(`Heard ${lines.length} lines${speed}${dropped}; asked: ${asked.join('  ') || 'nothing'}\n`);
  for (const line of lines.slice(0, shownLines)) stdout.write(`    ${clip(line, 100)}\n`);
  if (lines.length > shownLines) stdout.write(`    (and ${lines.length - shownLines} more)\n`);
  for (const one of scores.filter(({ score }) => score > 0).slice(0, shownScores)) {
    const draft = one.draft ? ', a draft' : '';
    stdout.write(`${String(one.score).padStart(4)}  ${one.profile} (${one.title}${draft})\n`);
    for (const { points, what, line } of one.evidence)
      stdout.write(`      ${points > 0 ? '+' : ''}${points} ${what}: ${clip(line, 80)}\n`);
  }
  const not = scores.filter(({ isRejected }) => isRejected).map(({ profile }) => profile);
  if (not.length > 0) stdout.write(`   0  by what it said it is not: ${not.join(', ')}\n`);
}

async function choose(
  { terminal, values }: Context,
  scores: readonly ProfileScore[],
): Promise<ProfileScore | null> {
  const winner = clearWinner(scores);
  const fitting = scores.filter(({ score }) => score > 0);
  if (winner || fitting.length === 0) return winner;
  const named = textOf(values, 'profile');
  if (named !== undefined) return fitting.find(({ profile }) => profile === named) ?? null;
  if (!terminal) return null;
  const ids = fitting.slice(0, shownScores).map(({ profile }) => profile);
  const answer = await terminal.ask(`None is clear. Which profile is it? (${ids.join(', ')}; or nothing) `);
  return fitting.find(({ profile }) => profile === answer.trim()) ?? null;
}

function unclearText({ lines, noise, scores }: Extract<Heard, { ok: true }>, asks: boolean): string {
  const rest = 'Nothing was changed.';
  if (lines.length === 0 && noise > 0)
    return `Only noise was heard: another speed, or no machine that writes text; try --baud. ${rest}`;
  if (lines.length === 0)
    return `Nothing was heard${asks ? ', and no question was answered' : ''}: check the power and the cable, or try --baud. ${rest}`;
  if (scores.some(({ score }) => score > 0))
    return `Several profiles fit, or none well; name one with --profile. ${rest}`;
  return `No profile understands what was heard. ${rest}`;
}

type Found = { readonly where: Where; readonly baud: number | null; readonly usual: number };

/** A speed that is not the one of the profile is named. */
function linkOf(best: ProfileScore, { where, baud, usual }: Found) {
  if (where.kind === 'tcp') return { kind: 'tcp', host: where.host, port: where.port, profile: best.profile };
  const speed = baud === null || baud === usual ? {} : { baud };
  return { kind: 'serial', path: where.path, ...speed, profile: best.profile };
}
