// Programs from outside that some tests need. Absent ones are skipped by name, unless OFFICINA_REQUIRE lists them.

import { spawnSync } from 'node:child_process';

const commands = {
  mosquitto: 'mosquitto_pub',
  socat: 'socat',
  chromium: 'chromium',
  strace: 'strace',
  influxd: 'influxd',
  perl: 'perl',
  hledger: 'hledger',
  'bean-check': 'bean-check',
  xmllint: 'xmllint',
  'systemd-notify': 'systemd-notify',
  'systemd-analyze': 'systemd-analyze',
} as const;

export type OutsideProgram = keyof typeof commands;

/** Whether the program is here; throws when it is required and absent. For `it.skipIf(!outside('socat'))`. */
export function outside(program: OutsideProgram): boolean {
  const found = spawnSync('sh', ['-c', `command -v ${commands[program]}`]).status === 0;
  const required = (process.env.OFFICINA_REQUIRE ?? '').split(',').includes(program);
  if (!found && required) throw new Error(`${program} is required by OFFICINA_REQUIRE and not installed`);
  if (!found) process.stderr.write(`skipped for want of ${commands[program]}\n`);
  return found;
}
