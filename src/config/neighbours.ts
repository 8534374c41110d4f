// The keys `home-assistant`, `metrics`, `webhooks` and `push`: programs beside the gateway that are told what it knows. All
// of them are off unless they stand in the file.

import { Type } from 'typebox';
import { type DeviceScope, keyFields, passwordFields, takeSecret } from './password.ts';
import { readAddress } from './read-address.ts';
import { isEmpty, placeOf, readShape } from './read-shape.ts';
import type { Field, Tree } from './read-yaml.ts';
import { readWebhooks, type WebhookConfig } from './webhooks.ts';

export type Neighbours = {
  /** Null: Home Assistant is told nothing. Without a password nobody signs in as it. */
  readonly homeAssistant: { readonly prefix: string; readonly password: string | null } | null;
  /** With it a scraper reads /metrics from another computer; null where there is none. */
  readonly metricsToken: string | null;
  readonly webhooks: readonly WebhookConfig[];
  /** Null: nobody is told anything on their phone. */
  readonly ntfy: NtfyConfig | null;
};

type NtfyConfig = {
  /** Without a path and without a slash at its end. */
  readonly server: string;
  /** What the gateway publishes with; null where the server wants nothing. */
  readonly key: string | null;
  /** Whether it may stand at a private address. */
  readonly lan: boolean;
};

type Written = {
  readonly fields: { get(key: string): Field | undefined } | null;
  /** From the environment, where it says. */
  readonly metricsKey: string | null;
};
type Scoped = (name: string) => DeviceScope;

export function readNeighbours({ fields, metricsKey }: Written, scope: Scoped): Neighbours {
  return {
    homeAssistant: readHomeAssistant(fields?.get('home-assistant'), scope('home-assistant')),
    metricsToken: metricsKey ?? readMetrics(fields?.get('metrics'), scope('metrics')),
    webhooks: readWebhooks(fields?.get('webhooks'), scope('webhooks')),
    ntfy: readPush(fields?.get('push'), scope('push')),
  };
}

const homeAssistantSchema = Type.Object({
  prefix: Type.Optional(
    Type.String({
      pattern: '^(?!officina$)[A-Za-z0-9_-]{1,64}$',
      description: 'one word, as homeassistant; it is the discovery prefix that is set there',
    }),
  ),
  ...passwordFields,
});

/** As Home Assistant itself has it unless told otherwise. */
const usualPrefix = 'homeassistant';

function readHomeAssistant(field: Field | undefined, scope: DeviceScope): Neighbours['homeAssistant'] {
  if (!field || isEmpty(field.tree) || isSaid(field.tree, false)) return null;
  const without = `${scope.name} has no "password", so Home Assistant cannot sign in here; write home-assistant: { password: … }, and the same there.`;
  if (isSaid(field.tree, true)) {
    scope.findings.warning(field.place, without);
    return { prefix: usualPrefix, password: null };
  }
  const shape = readShape(homeAssistantSchema, field.tree, scope);
  const { prefix = usualPrefix } = shape;
  if (shape.password === undefined && shape.password_file === undefined) {
    scope.findings.warning(field.place, without);
    return { prefix, password: null };
  }
  return { prefix, password: takeSecret('password', { shape, tree: field.tree, scope }) };
}

const isSaid = (tree: Tree, value: boolean): boolean => tree.kind === 'leaf' && tree.value === value;

const metricsSchema = Type.Object(keyFields);

/** As long as the token of the administrator must be. */
const leastKey = 24;

function readMetrics(field: Field | undefined, scope: DeviceScope): string | null {
  if (!field || isEmpty(field.tree)) return null;
  const shape = readShape(metricsSchema, field.tree, scope);
  const key = takeSecret('key', { shape, tree: field.tree, scope });
  if (key === '' || (key.length >= leastKey && /^[\x21-\x7e]+$/.test(key))) return key === '' ? null : key;
  const text = `"key" of ${scope.name} must have ${leastKey} printable characters or more, without spaces; \`openssl rand -hex 24\` makes one.`;
  scope.findings.mistake(placeOf(field.tree, shape.key === undefined ? 'key_file' : 'key'), text);
  return null;
}

const pushSchema = Type.Object({ ntfy: Type.Optional(Type.Unknown()) });
const ntfySchema = Type.Object({
  server: Type.String({
    maxLength: 300,
    description: 'the address of an ntfy server, for instance https://ntfy.sh',
  }),
  lan: Type.Optional(Type.Boolean({ description: 'true where it stands at a private address' })),
  ...keyFields,
});

function readPush(field: Field | undefined, scope: DeviceScope): NtfyConfig | null {
  if (!field || isEmpty(field.tree)) return null;
  readShape(pushSchema, field.tree, scope);
  const tree = field.tree.kind === 'fields' ? field.tree.fields.get('ntfy')?.tree : undefined;
  if (tree === undefined || isEmpty(tree)) return null;
  const at = { ...scope, name: `${scope.name}.ntfy`, place: tree.place };
  const shape = readShape(ntfySchema, tree, at);
  if (shape.server === undefined) return null;
  const { lan = false } = shape;
  const key =
    shape.key === undefined && shape.key_file === undefined
      ? null
      : takeSecret('key', { shape, tree, scope: at });
  const url = readAddress({ text: shape.server, key: 'server', lan, tree }, at);
  if (url === null) return null;
  if (url.pathname !== '/' || url.search !== '') {
    const text = `"server" of ${at.name} must be an address without a path; each person gives the topic themselves.`;
    at.findings.mistake(placeOf(tree, 'server'), text);
    return null;
  }
  return { server: url.origin, key, lan };
}
