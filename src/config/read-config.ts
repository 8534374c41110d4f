// One frozen `Config` from the text of `officina.yaml`, the environment and the flags; or all mistakes at once, with
// line and column. Pure: the files that hold secrets are read through `readSecret`.

import { readBilling, readTeams } from './billing.ts';
import { checkNeeds, readCertificates, readPlans, readPools } from './certificate.ts';
import { checkInterlock } from './check-interlock.ts';
import { checkPaying } from './check-paying.ts';
import { checkReferences } from './check-references.ts';
import type { Config, LinkConfig, Mistake, ReaderConfig, SwitchConfig } from './config.ts';
import { checkControllers } from './controller-switch.ts';
import { readCostCodes } from './cost-codes.ts';
import { type Environment, fillFromEnvironment } from './environment.ts';
import { createFindings, type Findings } from './findings.ts';
import { type PictureReader, readFloor } from './floor.ts';
import { readInflux } from './influx.ts';
import { isLoopback } from './is-loopback.ts';
import { type ReadMachine, readMachine } from './machine.ts';
import { readMail } from './mail.ts';
import { suggestion } from './nearest-word.ts';
import { readNeighbours } from './neighbours.ts';
import type { SecretReader } from './password.ts';
import { needsPaying, readPaying } from './paying.ts';
import { poolsOf, readPolicy } from './policy.ts';
import { readGroup, type Scope } from './read-shape.ts';
import { clip, type Field, type Fields, readYaml } from './read-yaml.ts';
import { describedReader, readReader } from './reader.ts';
import { readRetention } from './retention.ts';
import { readHttp, readLog, readMqtt } from './server.ts';
import { type Flags, readSettings, type Settings } from './settings.ts';
import { readSignIn } from './sign-in.ts';
import { plainSpace, readSpace } from './space.ts';
import { readSwitch } from './switch.ts';
import { readTariffs } from './tariff.ts';
import type { PairReader } from './tls.ts';

export type ConfigRequest = {
  /** Where the text came from; null for a text that stands in no file, which then listens on loopback only. */
  readonly file: string | null;
  /** Null for a gateway without machines. */
  readonly text: string | null;
  readonly env: Environment;
  readonly flags: Flags;
  /** Ids of the firmware profiles that there are; left out, they are not checked. */
  readonly profiles?: readonly string[];
  /** Those among them with an enable of their own; left out, that is not checked. */
  readonly enabling?: readonly string[];
  /** Left out, `password_file` is a mistake. */
  readonly readSecret?: SecretReader;
  /** Left out, `tls` is a mistake. */
  readonly readPair?: PairReader;
  /** Left out, the picture of `floor` is a mistake. */
  readonly readPicture?: PictureReader;
};

export type ConfigOutcome =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly Mistake[] }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

const topKeys = [
  ...['space', 'influx', 'retention', 'http', 'mqtt', 'log'],
  ...['machines', 'readers', 'switches', 'tariffs', 'pools', 'certificates', 'plans', 'costCodes', 'policy'],
  ...['billing', 'teams', 'mail'],
  ...['packs', 'paying', 'sign-in', 'floor'],
  ...['home-assistant', 'metrics', 'webhooks', 'push'],
];

export function readConfig(request: ConfigRequest): ConfigOutcome {
  const findings = createFindings();
  const settings = readSettings(request.env, request.flags, findings);
  const tree = request.text === null ? null : readYaml(request.text, findings);
  const config = describe({ request, findings, settings, fields: topFields(tree, request, findings) });
  const mistakes = findings.mistakes();
  if (mistakes.length > 0) return { ok: false, mistakes };
  warnAboutSecrets(config, findings);
  return { ok: true, config: freeze(config), warnings: findings.warnings() };
}

/** Null when there is no text, or none that can be read. */
function topFields(tree: Fields | null, request: ConfigRequest, findings: Findings): Fields['fields'] | null {
  if (!tree) return null;
  for (const [key, { place }] of tree.fields) {
    if (!topKeys.includes(key))
      findings.mistake(place, `"${clip(key)}" is not known here${suggestion(key, topKeys)}`);
  }
  if (!tree.fields.has('space'))
    findings.mistake(null, 'The file lacks "space:" with name, timezone and currency.');
  const filled = fillFromEnvironment(tree, request.env, findings);
  return filled.kind === 'fields' ? filled.fields : null;
}

type Parts = {
  readonly request: ConfigRequest;
  readonly findings: Findings;
  readonly settings: Settings;
  readonly fields: Fields['fields'] | null;
};

function describe({ request, findings, settings, fields }: Parts): Config {
  const field = (key: string): Field | undefined => fields?.get(key);
  const scope = (name: string): Scope => ({ name, place: field(name)?.place ?? null, findings });
  const readSecret = request.readSecret ?? (() => ({ ok: false, reason: 'cannot be read here' }));
  const spaceField = field('space');
  const space = spaceField ? readSpace(spaceField.tree, scope('space')) : plainSpace;
  const pools = readPools(field('pools'), scope('pools'));
  const machines = readGroup(field('machines'), scope('machines'), (tree, at) =>
    readMachine(tree, { ...at, readSecret, pools }),
  );
  const certificates = readCertificates(field('certificates'), scope('certificates'));
  const plans = readPlans(field('plans'), scope('plans'));
  checkNeeds(certificates, findings);
  const readers = readGroup(field('readers'), scope('readers'), (tree, at) =>
    readReader(tree, { ...at, readSecret }),
  );
  const readSwitches = readGroup(field('switches'), scope('switches'), (tree, at) =>
    readSwitch(tree, { ...at, readSecret }),
  );
  const switches = new Map([...readSwitches].map(([id, { config }]) => [id, config]));
  const tariffs = readTariffs(field('tariffs'), space.currency, scope('tariffs'));
  const known = poolsOf([...machines].map(([id, { machine }]) => [id, machine] as const));
  const policy = readPolicy(field('policy'), { ...scope('policy'), known });
  const { currency } = space;
  const costCodes = readCostCodes(field('costCodes'), { ...scope('costCodes'), currency });
  const isNeeded = needsPaying(plans, costCodes);
  const paying = readPaying({ packs: field('packs'), paying: field('paying'), isNeeded, currency }, scope);
  const placeOf = (key: string) => field(key)?.place ?? null;
  checkPaying({ paying, plans, costCodes, pools: [...known.keys()], placeOf }, findings);
  const billing = readBilling(field('billing'), scope('billing'));
  const teams = readTeams(field('teams'), scope('teams'));
  const coded = Object.values(costCodes ?? {}).flatMap((one) => one.teams ?? []);
  const teamIds = Object.keys(teams ?? {});
  const named = [...new Set([...coded, ...teamIds, ...Object.keys(policy?.weights ?? {})])];
  const people = { capacity: space.capacity ?? null, tree: spaceField?.tree ?? null };
  const profiles = request.profiles ?? null;
  checkReferences(
    {
      ...{ space: people, machines, readers, switches, tariffs, profiles, pools, certificates, plans },
      teams: named,
    },
    findings,
  );
  checkInterlock({ machines, switches }, findings);
  const enabling = request.enabling ?? null;
  checkControllers({ machines, switches: readSwitches, enabling }, findings);
  return {
    file: request.file,
    dataDir: settings.dataDir,
    log: settings.log ?? readLog(field('log'), scope('log')),
    ...readListeners({ request, findings, settings, fields }, scope),
    ...readOutside({ field, fields, scope, settings, readSecret }),
    adminToken: settings.adminToken,
    floor: readFloor(field('floor'), { ...scope('floor'), machines, ...withPictures(request) }),
    workshop: {
      space,
      machines: mapped(machines, ({ machine }) => machine),
      order: shownMachines(machines),
      readers: mapped(readers, describedReader),
      switches: mapped(switches, ({ kind }) => ({ kind })),
      tariffs: tariffs.map(({ tariff }) => tariff),
      // What is not there is left out, so that a file from before describes the workshop as it did.
      ...(certificates.size > 0 && { certificates: mapped(certificates, ({ kind }) => kind) }),
      ...(plans.size > 0 && { plans: mapped(plans, (plan) => plan) }),
      ...(costCodes && { costCodes }),
      ...(billing && { billing }),
      ...(teams && { teams }),
      ...(paying && { paying }),
      ...(field('policy') && { policy }),
    },
    links: mapped(machines, ({ link }): LinkConfig => link),
    readers: Object.fromEntries(readers),
    switches: Object.fromEntries(switches),
  };
}

type Outside = {
  readonly fields: Parts['fields'];
  readonly field: (key: string) => Field | undefined;
  readonly scope: (name: string) => Scope;
  readonly settings: Settings;
  readonly readSecret: NonNullable<ConfigRequest['readSecret']>;
};

/** What the gateway keeps, tells and asks outside the workshop: the domain knows none of it. */
function readOutside({ field, fields, scope, settings, readSecret }: Outside) {
  const signIn = readSignIn(field('sign-in'), { ...scope('sign-in'), readSecret });
  return {
    influx: readInflux({ field: field('influx'), given: settings.influxUrl }, scope('influx')),
    mail: readMail(field('mail'), { ...scope('mail'), readSecret }),
    neighbours: readNeighbours({ fields, ...settings }, (name) => ({ ...scope(name), readSecret })),
    retention: readRetention(field('retention'), scope('retention')),
    ...(signIn && { signIn }),
  };
}

const withPictures = ({ readPicture }: ConfigRequest): { readonly readPicture: PictureReader } => ({
  readPicture: readPicture ?? (() => ({ ok: false, reason: 'cannot be read here' })),
});

/** What only others are watched by, a sensor box, is nothing that people come to use. */
function shownMachines(machines: ReadonlyMap<string, ReadMachine>): readonly string[] {
  const all = [...machines.values()].map(({ machine }) => machine);
  const sources = new Set(all.flatMap(({ monitors = {} }) => Object.values(monitors).map(({ of }) => of)));
  return [...machines]
    .filter(([id, { machine }]) => machine.reader !== null || machine.switch !== null || !sources.has(id))
    .map(([id]) => id);
}

function readListeners(parts: Parts, scope: (name: string) => Scope): Pick<Config, 'http' | 'mqtt'> {
  const { fields, settings, findings } = parts;
  const host = parts.request.file === null ? '127.0.0.1' : '0.0.0.0';
  const readPair = parts.request.readPair ?? noPair;
  const at = (name: string) => ({ ...scope(name), readPair });
  const httpUsual = { host, port: 8080 };
  const inFile = readHttp(fields?.get('http'), httpUsual, at('http'));
  const http = { ...inFile, port: settings.httpPort ?? inFile.port };
  const mqttUsual = { host, port: 1883, portSaid: settings.mqttPort };
  const mqtt = readMqtt(fields?.get('mqtt'), mqttUsual, at('mqtt'));
  const wanted = [
    { who: 'http', port: http.port },
    { who: 'mqtt', port: mqtt.port ?? 0 },
    { who: 'mqtt.tls', port: mqtt.tls?.port ?? 0 },
  ];
  for (const [index, { who, port }] of wanted.entries()) {
    const before = wanted.slice(0, index).find((one) => one.port === port && port !== 0);
    if (before)
      findings.mistake(null, `${before.who} and ${who} both want port ${port}; give one of them another.`);
  }
  return { http, mqtt };
}

const noPair: PairReader = (files) => ({
  files,
  texts: { ok: false, about: 'cert', reason: 'cannot be read here' },
  keyIsOpen: false,
  nowMs: 0,
});

const mapped = <T, U>(group: ReadonlyMap<string, T>, change: (value: T) => U): Record<string, U> =>
  Object.fromEntries([...group].map(([id, value]) => [id, change(value)]));

function warnAboutSecrets(config: Config, findings: Findings): void {
  if (isLoopback(config.mqtt.host)) return;
  const links = Object.entries(config.links).flatMap(([id, link]) =>
    link.kind === 'mqtt' ? [{ name: `machines.${id}.link`, password: link.password }] : [],
  );
  const devices = (['readers', 'switches'] as const).flatMap((group) =>
    Object.entries<ReaderConfig | SwitchConfig>(config[group]).map(([id, device]) => ({
      name: `${group}.${id}`,
      password: passwordOf(device),
    })),
  );
  for (const { name, password } of [...links, ...devices]) {
    if (password !== 'change-me') continue;
    const text = `The password of ${name} is still the one of the example, and the network can reach it; change it.`;
    findings.warning(null, text);
  }
}

/** Null for what signs in nowhere, as a serial port. */
function passwordOf(device: ReaderConfig | SwitchConfig): string | null {
  if ('account' in device) return device.account.password;
  return 'password' in device ? device.password : null;
}

/** Deep; a configuration is a tree of plain objects. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}
