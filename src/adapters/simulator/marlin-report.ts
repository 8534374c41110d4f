// What the simulated printer tells: its start, what it is and can do, its temperatures, and the reports and busy lines
// that come by themselves.

import { cardLine } from './marlin-card.ts';
import { powerOf } from './marlin-heat.ts';
import { positionLine } from './marlin-motion.ts';
import { type Marlin, type Port, type ReportName, say } from './marlin-state.ts';

const version = '2.1.2.1';

export function greet(marlin: Marlin): void {
  const lines = ['start', 'PowerUp', `Marlin ${version}`];
  lines.push('echo: Last Updated: 2023-05-16 | Author: (none, default config)');
  lines.push('echo: Compiled: May 20 2023', 'echo: Free Memory: 4567  PlannerBufferBytes: 1152');
  lines.push('echo:Hardcoded Default Settings Loaded');
  if (marlin.build.card) lines.push('echo:SD card ok');
  for (const line of lines) say(marlin, line, null);
}

/** The answer to `M115`. */
export function identityLines({ build }: Marlin): readonly string[] {
  const able: readonly (readonly [string, boolean])[] = [
    ['SERIAL_XON_XOFF', false],
    ['EEPROM', false],
    ['AUTOREPORT_POS', build.autoReports.includes('position')],
    ['AUTOREPORT_TEMP', build.autoReports.includes('temperatures')],
    ['PRINT_JOB', true],
    ['BUILD_PERCENT', true],
    ['SOFTWARE_POWER', build.psuControl],
    ['EMERGENCY_PARSER', false],
    ['HOST_ACTION_COMMANDS', build.hostActions],
    ['PROMPT_SUPPORT', false],
    ['SDCARD', build.card],
    ['AUTOREPORT_SD_STATUS', build.autoReports.includes('card')],
    ['THERMAL_PROTECTION', true],
  ];
  return [
    `FIRMWARE_NAME:Marlin ${version} (May 20 2023 10:00:00) SOURCE_CODE_URL:github.com/MarlinFirmware/Marlin ` +
      'PROTOCOL_VERSION:1.0 MACHINE_TYPE:Simulated Printer EXTRUDER_COUNT:1 UUID:cede2a2f-41a2-4748-9b12-c55c62f367ff',
    ...able.map(([name, on]) => `Cap:${name}:${on ? 1 : 0}`),
  ];
}

/** All heaters, with a leading blank. */
export function temperatureLine({ heaters }: Marlin): string {
  const { hotend, bed } = heaters;
  const pair = (heater: typeof bed) => `${heater.actualC.toFixed(2)} /${heater.targetC.toFixed(2)}`;
  return ` T:${pair(hotend)} B:${pair(bed)} @:${powerOf(hotend)} B@:${powerOf(bed)}`;
}

export const reportLine: Readonly<Record<ReportName, (marlin: Marlin) => string>> = {
  temperatures: temperatureLine,
  card: cardLine,
  position: ({ motion }) => positionLine(motion),
};

/** `M155`, `M27` and `M154` with S: every so many seconds, 0 for no more. */
export function setReport(
  marlin: Marlin,
  set: { name: ReportName; seconds: number; port: Port | null },
): void {
  const { name, seconds, port } = set;
  const everyMs = Math.min(Math.max(seconds, 0), 60) * 1000;
  const before = marlin.reports.get(name);
  if (everyMs === 0) {
    marlin.reports.delete(name);
    return;
  }
  const ports = before?.ports ?? new Set();
  if (port) ports.add(port);
  marlin.reports.set(name, { everyMs, nextMs: marlin.nowMs + everyMs, ports });
}

/** What is due by now. */
export function tellDue(marlin: Marlin): void {
  for (const [name, report] of marlin.reports) {
    if (marlin.nowMs < report.nextMs) continue;
    report.nextMs = marlin.nowMs + report.everyMs;
    for (const port of report.ports) say(marlin, reportLine[name](marlin), port);
  }
  if (!marlin.running || !marlin.build.busy || marlin.busyEveryMs === 0) {
    marlin.nextBusyMs = marlin.nowMs + marlin.busyEveryMs;
  } else if (marlin.nowMs >= marlin.nextBusyMs) {
    marlin.nextBusyMs = marlin.nowMs + marlin.busyEveryMs;
    say(marlin, `echo:busy: ${marlin.busy}`, null);
  }
}
