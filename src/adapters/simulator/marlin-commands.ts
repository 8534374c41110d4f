// What each command of the simulated printer does. A command is a generator that yields where the firmware waits; while
// it waits the queue stands still, and busy lines come.

import { abortPrint, closeFile, pausePrint, sizeOf } from './marlin-card.ts';
import type { HeaterName } from './marlin-heat.ts';
import { askAgain } from './marlin-lines.ts';
import { dwell, home, move, setPosition, synchronise } from './marlin-moves.ts';
import { identityLines, reportLine, setReport, temperatureLine } from './marlin-report.ts';
import {
  act,
  type BusyWord,
  type Command,
  heatersOff,
  kill,
  type Marlin,
  type ReportName,
  say,
} from './marlin-state.ts';

/** A command with its letters; `value` is null for a letter that is not there. */
type Call = Command & { readonly value: (letter: string) => number | null; readonly rest: string };
/** Null for what is done at once. */
type Run = (marlin: Marlin, call: Call) => Generator<void, void> | null;

/** Begins one command; what is returned is what is still to be waited for. */
export function runCommand(marlin: Marlin, command: Command): Generator<void, void> | null {
  const [, name = '', rest = ''] = /^([GMT]\d+)\s*(.*)$/.exec(command.text.toUpperCase()) ?? [];
  if (inert.has(name) || name.startsWith('T')) return null;
  const run = commands.get(name);
  if (!run) {
    say(marlin, `echo:Unknown command: "${command.text}"`, command.port);
    return null;
  }
  const value = (letter: string): number | null => {
    const found = new RegExp(`${letter}(-?\\d+(?:\\.\\d+)?)`).exec(rest)?.[1];
    return found === undefined ? null : Number(found);
  };
  return run(marlin, { ...command, value, rest: command.text.slice(name.length).trim() });
}

/** Commands that give their ok with their answer. */
export const answersItself = (command: Command): boolean => /^M105\b/i.test(command.text);

/** Taken, and without an effect that the wire would show. */
const inert = new Set(
  'G20 G21 M17 M18 M31 M75 M76 M77 M82 M84 M106 M107 M110 M201 M203 M204 M205 M220 M221 M300 M410 M108'.split(
    ' ',
  ),
);

const commands: ReadonlyMap<string, Run> = new Map<string, Run>([
  ['G0', (marlin, call) => move(marlin, call.value)],
  ['G1', (marlin, call) => move(marlin, call.value)],
  ['G4', (marlin, { value }) => dwell(marlin, (value('S') ?? 0) * 1000 + (value('P') ?? 0))],
  ['G28', (marlin, { rest }) => home(marlin, rest)],
  ['G29', (marlin) => dwell(marlin, 15_000)],
  ['G90', at((marlin) => setAbsolute(marlin, true))],
  ['G91', at((marlin) => setAbsolute(marlin, false))],
  ['G92', at((marlin, { value }) => setPosition(marlin, value))],
  ['M83', at(({ motion }) => Object.assign(motion, { absoluteE: false }))],
  ['M400', synchronise],
  ['M0', waitForPerson],
  ['M1', waitForPerson],
  ['M600', changeFilament],
  ['M104', at((marlin, { value }) => setTarget(marlin, 'hotend', value('S')))],
  ['M140', at((marlin, { value }) => setTarget(marlin, 'bed', value('S')))],
  ['M109', (marlin, call) => waitForHeat(marlin, 'hotend', call)],
  ['M190', (marlin, call) => waitForHeat(marlin, 'bed', call)],
  ['M105', at((marlin, { port }) => say(marlin, `ok${temperatureLine(marlin)}`, port))],
  ['M114', at((marlin, { port }) => say(marlin, reportLine.position(marlin), port))],
  ['M115', at((marlin, { port }) => tell(marlin, identityLines(marlin), port))],
  ['M113', at((marlin, { value }) => Object.assign(marlin, { busyEveryMs: (value('S') ?? 2) * 1000 }))],
  ['M155', at((marlin, call) => report(marlin, 'temperatures', call))],
  ['M154', at((marlin, call) => report(marlin, 'position', call))],
  ['M73', at(progress)],
  ['M80', at(powerSupply)],
  ['M81', supplyOff],
  ['M117', at((marlin, { rest }) => act(marlin, `notification ${rest}`))],
  ['M118', at((marlin, { rest, port }) => say(marlin, rest, port))],
  ['M112', at((marlin) => kill(marlin, 'M112 Shutdown'))],
  ['M999', at(free)],
  ['M20', onCard(listFiles)],
  ['M21', onCard((marlin, { port }) => say(marlin, 'echo:SD card ok', port))],
  ['M23', onCard(openFile)],
  ['M24', onCard(startPrint)],
  ['M25', onCard(pausePrint)],
  ['M27', onCard((marlin, call) => fileStatus(marlin, call))],
  ['M524', onCard(abortPrint)],
]);

function at(now: (marlin: Marlin, call: Call) => unknown): Run {
  return (marlin, call) => {
    now(marlin, call);
    return null;
  };
}

function onCard(now: (marlin: Marlin, call: Call) => unknown): Run {
  return at((marlin, call) => {
    if (marlin.build.card) now(marlin, call);
    else say(marlin, `echo:Unknown command: "${call.text}"`, call.port);
  });
}

const tell = (marlin: Marlin, lines: readonly string[], port: Call['port']): void => {
  for (const line of lines) say(marlin, line, port);
};

function setAbsolute({ motion }: Marlin, absolute: boolean): void {
  Object.assign(motion, { absolute, absoluteE: absolute });
}

function setTarget(marlin: Marlin, name: HeaterName, targetC: number | null): void {
  if (targetC !== null) marlin.heaters[name].targetC = Math.max(0, targetC);
}

/** Waits until it is there, and ten seconds more; R waits for cooling, too. */
function* waitForHeat(marlin: Marlin, name: HeaterName, { value, port }: Call): Generator<void, void> {
  setTarget(marlin, name, value('S') ?? value('R'));
  const heater = marlin.heaters[name];
  if (heater.targetC <= 0) return;
  marlin.breakWait = false;
  let thereMs: number | null = null;
  let tellMs = marlin.nowMs + 1000;
  const off = (): number => heater.targetC - heater.actualC;
  const isThere = (): boolean => (value('R') === null ? off() < 1 : Math.abs(off()) < 1);
  while (!marlin.breakWait && (thereMs === null || marlin.nowMs - thereMs < residencyMs)) {
    yield;
    if (!isThere()) thereMs = null;
    else thereMs ??= marlin.nowMs;
    if (marlin.nowMs < tellMs) continue;
    tellMs += 1000;
    const left = thereMs === null ? '?' : Math.ceil((residencyMs - (marlin.nowMs - thereMs)) / 1000);
    say(marlin, `${temperatureLine(marlin)} W:${left}`, port);
  }
}
/** TEMP_RESIDENCY_TIME. */
const residencyMs = 10_000;

function* waitForPerson(marlin: Marlin): Generator<void, void> {
  yield* synchronise(marlin);
  yield* pausedUntilPressed(marlin, 'paused for user');
}

function* changeFilament(marlin: Marlin): Generator<void, void> {
  act(marlin, 'paused');
  yield* synchronise(marlin);
  yield* dwell(marlin, 3000);
  yield* pausedUntilPressed(marlin, 'paused for user');
  act(marlin, 'resumed');
}

function* pausedUntilPressed(marlin: Marlin, word: BusyWord): Generator<void, void> {
  marlin.busy = word;
  marlin.pressed = false;
  marlin.breakWait = false;
  while (!marlin.pressed && !marlin.breakWait) yield;
  marlin.busy = 'processing';
}

/** Only a build with PSU_CONTROL knows it. */
function powerSupply(marlin: Marlin, { rest, port, text }: Call): void {
  if (!marlin.build.psuControl) say(marlin, `echo:Unknown command: "${text}"`, port);
  else if (rest.toUpperCase().startsWith('S')) say(marlin, `PS:${marlin.supplied ? 1 : 0}`, port);
  else marlin.supplied = true;
}

/** Every build knows it: heaters off at once, moves to their end, and a second later the supply, where it is its own. */
function* supplyOff(marlin: Marlin): Generator<void, void> {
  heatersOff(marlin);
  yield* synchronise(marlin);
  yield* dwell(marlin, 1000);
  if (marlin.build.psuControl) marlin.supplied = false;
}

function report(marlin: Marlin, name: ReportName, { value, port, text }: Call): void {
  if (!marlin.build.autoReports.includes(name)) say(marlin, `echo:Unknown command: "${text}"`, port);
  else setReport(marlin, { name, seconds: value('S') ?? 0, port });
}

function progress(marlin: Marlin, { value, port }: Call): void {
  const left = value('R');
  const parts = [`Progress: ${value('P') ?? 0}%;`, ...(left === null ? [] : [`Time left: ${left}m;`])];
  say(marlin, `echo:  M73 ${parts.join(' ')} `, port);
}

/** A printer that was stopped goes on, after its host has sent again what was lost. */
function free(marlin: Marlin, { port }: Call): void {
  marlin.halted = null;
  if (port) askAgain(marlin, port);
}

function listFiles(marlin: Marlin, { port }: Call): void {
  const files = [...marlin.card.files].map(([name, text]) => `${name} ${sizeOf(text)}`);
  tell(marlin, ['Begin file list', ...files, 'End file list'], port);
}

function openFile(marlin: Marlin, { rest, port }: Call): void {
  const name = rest.toUpperCase().replace(/^\//, '');
  const text = marlin.card.files.get(name);
  closeFile(marlin.card);
  if (text === undefined) {
    say(marlin, `open failed, File: ${name}.`, port);
    return;
  }
  marlin.card.open = { name, text, at: 0 };
  tell(
    marlin,
    [`echo:Now fresh file: ${name}`, `File opened: ${name} Size: ${sizeOf(text)}`, 'File selected'],
    port,
  );
}

function startPrint(marlin: Marlin): void {
  if (marlin.card.open) marlin.card.printing = true;
  act(marlin, 'resume');
}

function fileStatus(marlin: Marlin, call: Call): void {
  if (call.rest.startsWith('C'))
    say(marlin, `Current file: ${marlin.card.open?.name ?? '(no file)'}`, call.port);
  else if (call.value('S') !== null && marlin.build.autoReports.includes('card'))
    setReport(marlin, { name: 'card', seconds: call.value('S') ?? 0, port: call.port });
  else say(marlin, reportLine.card(marlin), call.port);
}
