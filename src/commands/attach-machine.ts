// `officina attach machine`: finds out what a machine is, at a serial port or at an address, shows why it thinks so, and
// describes it in officina.yaml. No port is opened before a person, or --may-reset, said that its board may restart.

import { readFileSync } from 'node:fs';
import type { Config } from '../config/config.ts';
import { findConfigFile } from '../config/load-config.ts';
import { clip } from '../config/read-yaml.ts';
import { attachPort } from './attach-port.ts';
import { attachServer } from './attach-server.ts';
import { readFile } from './choose-config.ts';
import { type Context, type ExitCode, exitCodes, refuse } from './command.ts';
import { listPlaces } from './list-places.ts';

/** The file that the machine goes into, as it was read. */
export type AttachPlace = { readonly file: string; readonly before: string; readonly config: Config };

export async function attachMachine(context: Context): Promise<ExitCode> {
  const file = findConfigFile(context.env, context.flags);
  if (file === null)
    return refuse(context, 'There is no officina.yaml to write into; make one with "officina init".');
  const config = await readFile(context, file);
  if (config === null) return exitCodes.refused;
  const place: AttachPlace = { file, before: readFileSync(file, 'utf8'), config };
  const [, where] = context.words;
  if (where === undefined) return listPlaces(context, place, (chosen) => attachAt(context, place, chosen));
  return attachAt(context, place, where);
}

async function attachAt(context: Context, place: AttachPlace, where: string): Promise<ExitCode> {
  if (where.startsWith('/')) return attachPort(context, place, { kind: 'serial', path: where, baud: null });
  const [, host, port] =
    /^tcp:\/\/([A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\]):([1-9]\d{0,4})\/?$/.exec(where) ?? [];
  if (host !== undefined && Number(port) <= 65_535)
    return attachPort(context, place, {
      kind: 'tcp',
      host: host.replace(/^\[|\]$/g, ''),
      port: Number(port),
    });
  if (/^(https?|opc\.tcp):\/\//.test(where) || /^[A-Za-z0-9][A-Za-z0-9._-]*(:\d{1,5})?$/.test(where))
    return attachServer(context, place, where);
  const text = `"${clip(where)}" is neither a port nor an address; name one as /dev/ttyUSB0, http://192.0.2.7, opc.tcp://192.0.2.7:4840 or tcp://192.0.2.7:23.`;
  return refuse(context, text, exitCodes.wrongUse);
}
