// Commands to the simulated RepRapFirmware and their answers, each on the port that asked: JSON for M409, text or nothing
// for the rest, and an `ok` after each, as on its USB port.

import { enter, heatersOff, leads, type Rrf, type RrfJobCommand, say } from './rrf-state.ts';

const identity =
  'FIRMWARE_NAME: RepRapFirmware for Duet 2 WiFi/Ethernet FIRMWARE_VERSION: 3.4.5 ELECTRONICS: Duet WiFi 1.02 or later FIRMWARE_DATE: 2022-11-30';

const jobCommands: ReadonlySet<string> = new Set<RrfJobCommand>(['M24', 'M25', 'M0']);

const refusals: Readonly<Record<RrfJobCommand, string>> = {
  M24: 'Error: M24: Cannot print, because no file is selected!',
  M25: 'Error: M25: Cannot pause print, because no file is being printed!',
  M0: 'Error: M0: Pause the print before attempting to cancel it',
};

/** Carries out a line; what it answers, without the `ok`. Null: nothing at all, not even that. */
export function runCommand(rrf: Rrf, line: string): string | null {
  const [word = ''] = line.split(' ');
  if (word === 'M409') return modelOf(rrf, line);
  if (word === 'M115') return identity;
  // While it is halted only questions are answered.
  if (rrf.word === 'halted') return null;
  if (word === 'M112') return halt(rrf);
  if (word === 'M104' || word === 'M140') {
    const target = /S(\d+(\.\d+)?)/.exec(line)?.[1];
    if (target) rrf.heaters[word === 'M104' ? 'hotend' : 'bed'].targetC = Number(target);
    return '';
  }
  if (jobCommands.has(word)) return jobCommand(rrf, word as RrfJobCommand);
  return `Error: Bad command: ${line.slice(0, 40)}`;
}

function jobCommand(rrf: Rrf, word: RrfJobCommand): string {
  const to = leads[rrf.word].by?.[word];
  if (!to) return refusals[word];
  if (word === 'M0') {
    rrf.leftMs = null;
    if (!rrf.cancelMacro) heatersOff(rrf);
  }
  enter(rrf, to);
  return '';
}

function halt(rrf: Rrf): null {
  heatersOff(rrf);
  rrf.leftMs = null;
  enter(rrf, 'halted');
  say(rrf, 'Emergency Stop! Reset the controller to continue.');
  return null;
}

function modelOf(rrf: Rrf, line: string): string {
  const key = /K"([^"]*)"/.exec(line)?.[1] ?? '';
  const flags = /F"([^"]*)"/.exec(line)?.[1] ?? '';
  return `{"key":"${key}","flags":"${flags}","result":${JSON.stringify(resultOf(rrf, key))}}`;
}

/** Null where the model has no such key. */
function resultOf(rrf: Rrf, key: string): unknown {
  const seconds = rrf.leftMs === null ? null : Math.round(rrf.leftMs / 1000);
  switch (key) {
    case 'state.status':
      return rrf.word;
    case 'heat.heaters':
      return [rrf.heaters.bed, rrf.heaters.hotend].map(({ actualC, targetC }) => ({
        active: targetC,
        current: Math.round(actualC * 10) / 10,
        standby: 0,
        state: targetC > 0 ? 'active' : 'off',
      }));
    case 'job.timesLeft':
      return { filament: null, file: seconds, slicer: seconds };
    default:
      return null;
  }
}
