// `officina check`: whether `officina.yaml` is right, and what it describes, in words. It changes nothing.

import type { BesideConfig, Config, LinkConfig, NetworkLinkConfig } from '../config/config.ts';
import { findConfigFile } from '../config/load-config.ts';
import type { Machine, Tariff } from '../domain/machine/workshop.ts';
import { readFile } from './choose-config.ts';
import { type Command, exitCodes, refuse } from './command.ts';
import { describeWired } from './describe-wired.ts';
import { toDecimal } from './to-decimal.ts';
import { tryMachines } from './try-machines.ts';

export const check: Command = {
  name: 'check',
  summary: 'Says whether officina.yaml is right, what it describes, and what its machines say.',
  usage: '[--offline] [--yes] [--config FILE]',
  help: `
  --offline   reads the file only; no machine is tried
  --yes       also opens serial ports: each may restart the board behind it, and end a job that runs there

Every mistake is listed at once, with its line and column. Nothing is started and nothing is written. What is in order and
needs a person's care all the same is said as a warning. Then every machine is tried, all side by side and for ten seconds
at most: one line each. A gateway that runs is asked instead of them. A machine that is not there is no mistake.

Example:
  officina check --config officina.yaml
  officina check --offline`,
  options: { offline: { type: 'boolean' }, yes: { type: 'boolean' } },
  words: { least: 0, most: 0 },
  async run(context) {
    const file = findConfigFile(context.env, context.flags);
    if (file === null) {
      return refuse(
        context,
        'There is no officina.yaml here; name one with --config, or write one with "officina init".',
      );
    }
    const config = await readFile(context, file);
    if (!config) return exitCodes.refused;
    const links = Object.values(config.links);
    const used = new Set(links.flatMap((link) => ('profile' in link ? [link.profile] : [])));
    const { mistakes, drafts } = await context.boxes.judgeProfiles(used);
    if (mistakes.length > 0) {
      context.stderr.write(`${mistakes.join('\n')}\n`);
      return refuse(context, 'A firmware profile has a mistake, so its machines stay unknown; mend it.');
    }
    for (const [id, link] of Object.entries(config.links)) {
      if (!('profile' in link) || !drafts.has(link.profile)) continue;
      context.stderr.write(
        `warning: ${id} is only watched: its profile ${link.profile} is a draft, so its controller is not told when access ends. Its switch alone keeps it from being used.\n`,
      );
    }
    context.stdout.write(`${describe(config, file).join('\n')}\n`);
    if (!context.values.has('offline')) await tryMachines(context, config);
    return exitCodes.ok;
  },
};

function describe(config: Config, file: string): string[] {
  const { space, machines } = config.workshop;
  const counts = [
    counted(Object.keys(machines).length, 'machine', 'machines'),
    counted(Object.keys(config.readers).length, 'reader', 'readers'),
    counted(Object.keys(config.switches).length, 'switch', 'switches'),
    counted(config.workshop.tariffs.length, 'tariff', 'tariffs'),
  ];
  return [
    `${file} is in order: ${counts.join(', ')}.`,
    `${space.name}: ${space.timezone}, ${space.currency}, ${space.locale}.`,
    describeListeners(config),
    describeDiary(config),
    describeRetention(config),
    ...Object.entries(machines).map(([id, machine]) => describeMachine(id, machine, config)),
    ...describeWired(config),
  ];
}

function describeListeners({ http, mqtt }: Config): string {
  const places = [`${http.host}:${http.port} (${http.tls === null ? 'http' : 'https'})`];
  if (mqtt.port !== null) places.push(`${mqtt.host}:${mqtt.port} (mqtt)`);
  if (mqtt.tls !== null) places.push(`${mqtt.host}:${mqtt.tls.port} (mqtts)`);
  return `Listens on ${new Intl.ListFormat('en').format(places)}.`;
}

const describeDiary = ({ influx }: Config): string =>
  influx === null
    ? 'Keeps its diary itself.'
    : `Keeps its diary itself, and in InfluxDB at ${influx.url}, database ${influx.database}.`;

function describeRetention({ retention, influx }: Config): string {
  const { tapsDays, readingsDays } = retention;
  const taps = `Forgets who was refused at a reader after ${tapsDays} days`;
  const bound =
    influx === null ? 'for as long as its bounds allow' : 'for as long as its bounds and InfluxDB allow';
  const readings = readingsDays === null ? `keeps readings ${bound}` : `readings after ${readingsDays} days`;
  return `${taps}, and ${readings}; sessions and what they cost are kept.`;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function describeMachine(id: string, machine: Machine, config: Config): string {
  const parts = [
    `pool ${machine.pool}`,
    describeLink(config.links[id]),
    machine.reader === null ? 'no reader' : `reader ${machine.reader}`,
    machine.switch === null ? 'no switch' : `switch ${machine.switch}`,
    machine.requires.length === 0 ? 'no certificate needed' : `needs ${machine.requires.join(', ')}`,
    describePrices(machine.pool, config),
  ];
  return `  ${id} (${machine.name}): ${parts.join('; ')}`;
}

function describeLink(link: LinkConfig = { kind: 'none' }): string {
  switch (link.kind) {
    case 'serial':
      return `serial port ${link.path} (${link.profile})${describeBeside(link.beside)}`;
    case 'tcp':
      return `network ${link.host}:${link.port} (${link.profile})${describeBeside(link.beside)}`;
    case 'opcua':
      return `OPC UA at ${link.endpoint}${link.security === 'none' ? ', not protected' : ''}${link.nodes?.stop ? '' : ', only read'}`;
    case 'mqtt':
      return 'reports by MQTT';
    case 'current-sense':
      return `known by the watts of ${link.sense.switch ?? link.sense.sensor}`;
    case 'none':
      return 'no link';
    default:
      return describeServer(link);
  }
}

/** A controller with a server of its own; what never takes an order has no word for it. */
function describeServer(link: NetworkLinkConfig): string {
  const takesOrders = 'orders' in link && link.orders;
  return `${link.kind} at ${'url' in link ? link.url : link.host}${takesOrders ? '' : ', only read'}`;
}

function describeBeside(beside: BesideConfig | undefined): string {
  if (beside === undefined) return '';
  if (beside.owner !== 'passThrough') return beside.owner === 'tap' ? ', listened to only' : ', asked only';
  const { door } = beside;
  return `, shared with a host at ${door.kind === 'tcp' ? `${door.host}:${door.port}` : door.path}`;
}

function describePrices(pool: string, { workshop }: Config): string {
  const { currency } = workshop.space;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const say = (tariff: Tariff): string =>
    `${toDecimal(tariff.perHourMinor, digits)} ${currency} per hour ${tariff.clock} from ${tariff.from}`;
  const prices = workshop.tariffs.filter((tariff) => tariff.pool === pool).map(say);
  return prices.length === 0 ? 'no tariff' : prices.join(', ');
}
