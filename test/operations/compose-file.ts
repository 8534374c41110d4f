// `docker-compose.yml` as Compose would see it: variables filled in from an environment, nothing left to be guessed.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Service = {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile_inline: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly configs?: readonly { readonly source: string; readonly target: string }[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
};

export type ComposeFile = {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  /** A text that stands here, or a file of ours. */
  readonly configs: Readonly<Record<string, { readonly content: string; readonly file?: string }>>;
  readonly secrets: Readonly<Record<string, { readonly environment: string }>>;
};

type Environment = Readonly<Record<string, string>>;

export const composeText = readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8');

/** All secrets that the file asks for. */
export const secrets = {
  INFLUX_ADMIN_PASSWORD: 'admin-word',
  INFLUX_PASSWORD: 'write-word',
  INFLUX_READ_PASSWORD: 'read-word',
  GRAFANA_PASSWORD: 'grafana-word',
  METRICS_KEY: 'metrics-word-of-the-tests',
} as const;

/** Values are filled in after the YAML was read, as Compose does it. */
export function readCompose(env: Environment = secrets): ComposeFile {
  return fill(parse(composeText), env) as ComposeFile;
}

function fill(value: unknown, env: Environment): unknown {
  if (typeof value === 'string') return interpolate(value, env);
  if (Array.isArray(value)) return value.map((one) => fill(one, env));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, env)]));
}

/** `$$`, `${NAME:?why}` and `${NAME:-otherwise}`; the file needs no other form, and none is let through. */
export function interpolate(text: string, env: Environment): string {
  return text.replace(/\$(?:\$|\{([A-Z_]+):([?-])([^}]*)\}|)/g, (written, name, kind, word) => {
    if (written === '$$') return '$';
    if (written === '$') throw new Error(`a single $ in ${JSON.stringify(text.slice(0, 80))}`);
    const set = env[name];
    if (set !== undefined && set !== '') return set;
    if (kind === '?') throw new Error(`${name}: ${word}`);
    return word;
  });
}
