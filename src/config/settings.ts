// What the environment and the flags say beside the file; a flag goes before the environment, both before the file.
// An empty variable counts as not set.

import type { Config } from './config.ts';
import type { Environment } from './environment.ts';
import type { Findings } from './findings.ts';
import { suggestion } from './nearest-word.ts';
import { isLogLevel, logLevels } from './server.ts';

/** As they stand on the command line; not yet checked. */
export type Flags = {
  readonly config?: string | undefined;
  readonly data?: string | undefined;
  readonly httpPort?: string | undefined;
  readonly mqttPort?: string | undefined;
};

export type Settings = {
  readonly dataDir: string;
  /** Null where neither flag nor environment say. */
  readonly httpPort: number | null;
  readonly mqttPort: number | null;
  readonly log: Config['log'] | null;
  readonly adminToken: string | null;
  /** Goes before the key of `metrics`; null where it does not say. */
  readonly metricsKey: string | null;
  /** As it was given; it may hold a password. */
  readonly influxUrl: string | null;
};

const tokenLimits = { least: 24, most: 200 } as const;

export function readSettings(env: Environment, flags: Flags, findings: Findings): Settings {
  return {
    dataDir: namedData(env, flags) ?? usualData,
    httpPort: readPort(
      { flag: '--http-port', value: flags.httpPort, name: 'OFFICINA_HTTP_PORT' },
      env,
      findings,
    ),
    mqttPort: readPort(
      { flag: '--mqtt-port', value: flags.mqttPort, name: 'OFFICINA_MQTT_PORT' },
      env,
      findings,
    ),
    log: readLevel(env, findings),
    adminToken: readSecretWord(env, 'OFFICINA_ADMIN_TOKEN', findings),
    metricsKey: readSecretWord(env, 'OFFICINA_METRICS_KEY', findings),
    influxUrl: setIn(env, 'OFFICINA_INFLUX_URL') ?? null,
  };
}

export const usualData = './data';

/** The data folder that flags or environment name; null when they name none. */
export const namedData = (env: Environment, flags: Flags): string | null =>
  flags.data ?? setIn(env, 'OFFICINA_DATA') ?? null;

/** The file that flags or environment name; null when they name none. */
export const namedFile = (env: Environment, flags: Flags): string | null =>
  flags.config ?? setIn(env, 'OFFICINA_CONFIG') ?? null;

function setIn(env: Environment, name: string): string | undefined {
  const value = Object.hasOwn(env, name) ? env[name] : undefined;
  return value === '' ? undefined : value;
}

type PortSetting = { readonly flag: string; readonly value: string | undefined; readonly name: string };

function readPort({ flag, value, name }: PortSetting, env: Environment, findings: Findings): number | null {
  const text = value ?? setIn(env, name);
  if (text === undefined) return null;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  findings.mistake(
    null,
    `${value === undefined ? name : flag} must be a port from 0 to 65535; 0 takes a free one.`,
  );
  return null;
}

function readLevel(env: Environment, findings: Findings): Config['log'] | null {
  const word = setIn(env, 'OFFICINA_LOG');
  if (word === undefined) return null;
  if (isLogLevel(word)) return word;
  findings.mistake(null, `OFFICINA_LOG must be one of ${logLevels.join(', ')}${suggestion(word, logLevels)}`);
  return null;
}

/** A bearer token: long enough that nobody guesses it. */
function readSecretWord(env: Environment, name: string, findings: Findings): string | null {
  const token = setIn(env, name);
  if (token === undefined) return null;
  if (/^[\x21-\x7e]*$/.test(token) && token.length >= tokenLimits.least && token.length <= tokenLimits.most)
    return token;
  const text = `${name} must have ${tokenLimits.least} to ${tokenLimits.most} printable characters without spaces; \`openssl rand -hex 24\` makes one.`;
  findings.mistake(null, text);
  return null;
}
