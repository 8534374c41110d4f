// A statement as a table for a terminal: one block per account, times in the time zone of the space.

import { clip } from '../config/read-yaml.ts';
import { correctionReasonWords } from '../contract/desk-words.ts';
import type { Statement, StatementLine } from '../contract/statement.ts';
import { noteLimit, usageReasonWords, withdrawalReasonWords } from '../contract/usage-words.ts';
import { componentsText } from './components-text.ts';
import { energyNote, energyText } from './energy-text.ts';
import { toDecimal } from './to-decimal.ts';

export function statementText(statement: Statement, timezone: string): string {
  const { currency, digits } = statement;
  const total = `${toDecimal(statement.minor, digits)} ${currency}`;
  const title = `${clip(statement.space, 80)}, ${statement.month}`;
  if (statement.accounts.length === 0) return `${title}\nNothing was used.\n${openNote(statement)}`;
  const accounts = statement.accounts.map((account) => {
    const team = account.team === null ? '' : ` (${account.team})`;
    const sum = `${toDecimal(account.minor, digits)} ${currency}`;
    return [
      `${clip(account.name, 80)}${team}: ${sum}`,
      ...lineTable(account.lines, { digits, timezone }),
    ].join('\n');
  });
  return `${title}\n\n${accounts.join('\n\n')}\n\nTotal: ${total}\n${openNote(statement)}`;
}

const openNote = ({ openSessions }: Statement): string =>
  openSessions === 0
    ? ''
    : `Still running: ${openSessions}; they stand on the statement of the month they end in.\n`;

const headings = ['from', 'to', 'machine', 'clock', 'billed', 'unseen', 'per hour', 'amount'];
/** Numbers stand to the right. */
const rightFrom = 4;

/**
 * Lines under their headings; below a line that was entered by hand stands who entered it, when and why, and below one
 * whose energy is not exact what it is. Energy has a column only where a meter told of it.
 */
export function lineTable(lines: readonly StatementLine[], at: At): string[] {
  if (lines.length === 0) return [];
  const hasEnergy = lines.some(({ energy }) => energy !== null);
  const heading = hasEnergy ? [...headings, 'energy'] : headings;
  const rows = lines.map((line) => [
    localTime(line.from, at.timezone),
    localTime(line.to, at.timezone),
    line.costCode === null ? clip(line.machineName) : `${clip(line.machineName)} (${clip(line.costCode)})`,
    hasClock(line) ? line.clock : '-',
    hasClock(line) ? duration(line.billedMs) : '-',
    line.gapMs === 0 ? '-' : duration(line.gapMs),
    perHour(line, at.digits),
    toDecimal(line.minor, at.digits),
    ...(hasEnergy ? [energyText(line.energy)] : []),
  ]);
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.flatMap((row, index) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column < rightFrom ? cell.padEnd(width) : cell.padStart(width);
    });
    return [`  ${cells.join('  ')}`.trimEnd(), ...markOf(lines[index - 1], at)];
  });
}

/** A material and a correction take no time. */
const hasClock = ({ material, corrected }: StatementLine): boolean => !material && !corrected;

function perHour(line: StatementLine, digits: number): string {
  if (!hasClock(line)) return '-';
  return line.perHourMinor === null ? 'no tariff' : toDecimal(line.perHourMinor, digits);
}

type At = { readonly digits: number; readonly timezone: string };

function markOf(line: StatementLine | undefined, { digits, timezone }: At): string[] {
  const parts = line && isMade(line) ? [`    ${componentsText(line.components, digits)}`] : [];
  return [...parts, ...noteOf(line, timezone)];
}

/** One hour at one price says nothing that the line does not. */
const isMade = ({ components }: StatementLine): boolean =>
  components.length > 1 || components.some(({ what, percent }) => what !== 'time' || percent !== 100);

function noteOf(line: StatementLine | undefined, timezone: string): string[] {
  const drawn = line ? energyNote(line.energy) : null;
  if (drawn !== null) return [`    ${drawn}`];
  if (line?.corrected) return [`    ${correctedText(line.corrected, timezone)}`];
  if (!line?.entered) return [];
  const { entered, withdrawn, session } = line;
  const told = withdrawn
    ? `withdrawn by ${clip(withdrawn.by, 80)} on ${localTime(withdrawn.at, timezone)}: ${withdrawalReasonWords[withdrawn.why]}`
    : `entered by ${clip(entered.by, 80)} on ${localTime(entered.at, timezone)}: ${usageReasonWords[entered.why]}`;
  const note = entered.note === null || withdrawn ? '' : ` ("${clip(entered.note, noteLimit)}")`;
  const named = session === '' ? '' : `; session ${session}`;
  return [`    ${told}${note}${named}`];
}

function correctedText(
  { by, at, why, note }: NonNullable<StatementLine['corrected']>,
  timezone: string,
): string {
  const reason = correctionReasonWords[why as keyof typeof correctionReasonWords] ?? clip(why);
  const said = note === null ? '' : ` ("${clip(note, noteLimit)}")`;
  return `corrected by ${clip(by, 80)} on ${localTime(at, timezone)}: ${reason}${said}`;
}

/** `2026-11-03 14:02`; what is no time stays as it is. */
function localTime(text: string, timeZone: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return clip(text);
  // sv-SE writes a time as yyyy-mm-dd hh:mm.
  return at.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
}

/** Hours, minutes and seconds, `1:02:03`; parts of a second are cut off. What is taken back is below zero. */
function duration(ms: number): string {
  const seconds = Math.trunc(Math.abs(ms) / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const text = `${Math.trunc(seconds / 3600)}:${two(Math.trunc(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return ms < 0 ? `-${text}` : text;
}
