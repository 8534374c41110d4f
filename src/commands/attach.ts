// `officina attach`: lists the devices that nobody has described yet, pairs a new one, and says what one of them is. The
// running gateway does all of it; here a person is asked and told.

import type { Config } from '../config/config.ts';
import { clip } from '../config/read-yaml.ts';
import { attachDevice } from './attach-device.ts';
import { attachMachine } from './attach-machine.ts';
import type { RunningGateway } from './boxes.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, type ExitCode, exitCodes, refuse, textOf } from './command.ts';
import { pairDevice } from './pair-device.ts';
import { describeBox, describeDevice, readBoxes, readUnassigned } from './unassigned-list.ts';

export const attach: Command = {
  name: 'attach',
  summary: 'Takes a new reader, switch or machine on, from what it says of itself.',
  usage: '[CLIENT | pair | machine [PLACE]] [--as ROLE] [--id ID] [--machine ID] [--set KEY=VALUE] [--yes]',
  help: `
  attach                lists what has connected and is not described yet, with what it said and what it may be
  attach pair           makes a code for one device, says what to type into it, and waits until it comes
    --wait SECONDS      so long; 600 unless said, 0 does not wait
  attach CLIENT         describes the device with that client id, or another part of a box that is described already,
                        as the relay beside its reader; on a terminal it asks for what is left out
    --as ROLE           reader or switch
    --guess N           takes over guess N of the list
    --set KEY=VALUE     or says what it is, as in officina.yaml; several times, as kind=tasmota and topic=saw
    --id ID             the new id: lower-case letters, digits and hyphens, never one that was used before
    --machine ID        the machine that it is for
    --no-volt-release   for scripts: the machine does not start by itself when power comes
    --not-an-emergency-stop   for scripts: understood that a switch is none
    --dry-run           shows the lines for officina.yaml and writes nothing
    --yes               writes without asking

  attach machine        lists the serial ports, and those of officina.yaml as taken; nothing is opened
    --search            also who announces itself in this network (mDNS), for three seconds
  attach machine PLACE  finds out what is at a port (/dev/ttyUSB0), behind a bridge (tcp://192.0.2.7:23), or at an address
                        (http://192.0.2.7, opc.tcp://192.0.2.7:4840, or a name), and writes it into officina.yaml
    --may-reset         for scripts: the board may restart when its port is opened; else a person is asked
    --listen-only       sends nothing at all
    --profile ID, --baud N   where it is known what is there
    --key-file FILE     a file with its key or password, beside officina.yaml; else a person types it
    --user NAME         the name that goes with a password
    --kind KIND         which one, where several servers answer
    --id, --name, --pool, --reader, --switch   what officina.yaml is to say of it

For a machine no gateway need run; for all else it must be. Nothing that is not described reaches anything; once it is, it gets a password of its
own, which is shown once. A plug does not switch motors, a contactor does, and no switch is an emergency stop.

Example:
  officina attach pair
  officina attach DVES_A1B2C3 --as switch --id saw-plug --machine saw
  officina attach machine http://192.0.2.7 --id mk4 --pool printers`,
  options: {
    as: { type: 'string' },
    id: { type: 'string' },
    machine: { type: 'string' },
    guess: { type: 'string' },
    set: { type: 'string', multiple: true },
    wait: { type: 'string' },
    name: { type: 'string' },
    pool: { type: 'string' },
    reader: { type: 'string' },
    switch: { type: 'string' },
    profile: { type: 'string' },
    baud: { type: 'string' },
    kind: { type: 'string' },
    user: { type: 'string' },
    'key-file': { type: 'string' },
    search: { type: 'boolean' },
    'may-reset': { type: 'boolean' },
    'listen-only': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    yes: { type: 'boolean' },
    'no-volt-release': { type: 'boolean' },
    'not-an-emergency-stop': { type: 'boolean' },
  },
  words: { least: 0, most: 2 },
  async run(context) {
    const [word, second] = context.words;
    if (word === 'machine') return attachMachine(context);
    if (second !== undefined)
      return refuse(context, `"${clip(second)}" is one word too many.`, exitCodes.wrongUse);
    const wait = textOf(context.values, 'wait');
    if (wait !== undefined && (word !== 'pair' || !/^\d{1,4}$/.test(wait)))
      return refuse(context, 'Use: officina attach pair --wait SECONDS, up to 9999', exitCodes.wrongUse);
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const running = await context.boxes.running(chosen.config);
    if (!running) {
      const text =
        'No gateway runs on this data folder; start it with "npm start" or "officina run", then try again.';
      return refuse(context, text);
    }
    if (word === undefined) return list(context, { running, config: chosen.config });
    if (word === 'pair')
      return pairDevice(context, { running, config: chosen.config, waitS: Number(wait ?? 600) });
    return attachDevice(context, { running, config: chosen.config, client: word });
  },
};

async function list(
  context: Context,
  { running, config }: { running: RunningGateway; config: Config },
): Promise<ExitCode> {
  const read = await readUnassigned(running);
  if ('text' in read) return refuse(context, read.text);
  const { stdout, terminal } = context;
  const nowMs = Date.now();
  for (const device of read.devices) stdout.write(`${describeDevice(device, nowMs)}\n\n`);
  const known = await readBoxes(running);
  if ('text' in known) return refuse(context, known.text);
  const more = known.boxes.filter(({ guesses }) => guesses.length > 0);
  for (const box of more) stdout.write(`${describeBox(box)}\n\n`);
  if (more.length > 0) stdout.write('"officina attach CLIENT" also describes another part of these.\n');
  if (read.devices.length === 0) {
    stdout.write('No device waits to be described. "officina attach pair" makes a code for a new one.\n');
    return exitCodes.ok;
  }
  if (!terminal || context.values.has('yes')) {
    stdout.write('"officina attach CLIENT" says what one of them is.\n');
    return exitCodes.ok;
  }
  const answer = await terminal.ask('Which one is to be described? (its client id, or nothing) ');
  return answer === '' ? exitCodes.ok : attachDevice(context, { running, config, client: answer });
}
