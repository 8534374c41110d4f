// The key `webhooks`: who is told of what happens, and the secret that each telling is signed with (Standard Webhooks).

import { Type } from 'typebox';
import { type WebhookEventName, webhookEventNames } from '../contract/webhook-events.ts';
import { isId } from '../domain/ids.ts';
import { type DeviceScope, secretFields, takeSecret } from './password.ts';
import { readAddress } from './read-address.ts';
import { isEmpty, placeOf, readShape } from './read-shape.ts';
import { clip, type Field, type Tree } from './read-yaml.ts';

export type WebhookConfig = {
  readonly id: string;
  /** It may hold a secret in its path, as many services have it; it is told to nobody. */
  readonly url: string;
  /** The key itself, 24 to 64 bytes, base64. */
  readonly secret: string;
  readonly events: readonly WebhookEventName[];
  /** Whether members who show their name are named. */
  readonly names: boolean;
  /** Whether it may stand at a private address. */
  readonly lan: boolean;
};

const webhookSchema = Type.Object({
  id: Type.String({ maxLength: 64, description: 'an id: lower-case letters, digits and hyphens' }),
  url: Type.String({ maxLength: 2000, description: 'an address that begins with https://' }),
  events: Type.Array(Type.Enum([...webhookEventNames]), {
    minItems: 1,
    maxItems: 64,
    description: 'a list of events, for instance [session.started, session.ended]',
  }),
  names: Type.Optional(
    Type.Boolean({ description: 'true or false: whether members who show their name are named' }),
  ),
  lan: Type.Optional(Type.Boolean({ description: 'true where it stands at a private address' })),
  ...secretFields,
});

/** Each has a reader of the journal of its own. */
const mostHooks = 16;

export function readWebhooks(field: Field | undefined, scope: DeviceScope): readonly WebhookConfig[] {
  if (!field || isEmpty(field.tree)) return [];
  if (field.tree.kind !== 'list' || field.tree.items.length > mostHooks) {
    const text = `${scope.name} must be a list of at most ${mostHooks}, each "- { id, url, secret, events }".`;
    scope.findings.mistake(field.place, text);
    return [];
  }
  const found = new Map<string, WebhookConfig>();
  for (const tree of field.tree.items) {
    const one = readOne(tree, { ...scope, place: tree.place });
    if (one === null) continue;
    if (found.has(one.id))
      scope.findings.mistake(tree.place, `${scope.name} has "${one.id}" twice; give one of them another id.`);
    found.set(one.id, one);
  }
  return [...found.values()];
}

function readOne(tree: Tree, scope: DeviceScope): WebhookConfig | null {
  const shape = readShape(webhookSchema, tree, scope);
  const { id, url: written, events, names = false, lan = false } = shape;
  if (id !== undefined && !isId(id)) {
    const text = `"${clip(id)}" cannot be an id; an id is lower-case letters, digits and hyphens, at most 64.`;
    scope.findings.mistake(placeOf(tree, 'id'), text);
    return null;
  }
  const at = { ...scope, name: id === undefined ? scope.name : `${scope.name}.${id}` };
  const secret = readKey(shape, tree, at);
  const url = written === undefined ? null : readAddress({ text: written, key: 'url', lan, tree }, at);
  if (id === undefined || url === null || events === undefined || secret === null) return null;
  return { id, url: url.href, secret, events: [...new Set(events)], names, lan };
}

/** As the standard writes it: base64 of 24 to 64 bytes, after `whsec_` or without it. */
function readKey(
  shape: Parameters<typeof takeSecret>[1]['shape'],
  tree: Tree,
  scope: DeviceScope,
): string | null {
  const text = takeSecret('secret', { shape, tree, scope });
  if (text === '') return null;
  const base64 = text.replace(/^whsec_/, '');
  const bytes = /^[A-Za-z0-9+/]+={0,2}$/.test(base64) ? Buffer.from(base64, 'base64').length : 0;
  if (bytes >= 24 && bytes <= 64) return base64;
  const wrong = `"secret" of ${scope.name} must be 24 to 64 bytes in base64, after whsec_ or without it; \`openssl rand -base64 32\` makes one.`;
  scope.findings.mistake(placeOf(tree, shape.secret === undefined ? 'secret_file' : 'secret'), wrong);
  return null;
}
