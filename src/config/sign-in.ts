// The key `sign-in`: a sign-in service of the house beside the password, by OpenID Connect. Its secret is taken like the
// password of a device; nothing here is asked over the network.

import { Type } from 'typebox';
import type { Role } from '../domain/journal/entry.ts';
import { isLoopback } from './is-loopback.ts';
import { type DeviceScope, isWritten, takeSecret } from './password.ts';
import { isEmpty, placeOf, readShape, type Scope } from './read-shape.ts';
import { clip, type Field, type Tree } from './read-yaml.ts';

export type OidcConfig = {
  /** As the service names itself; its settings are found below it. */
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a client without one, which is held to its code by PKCE alone. */
  readonly clientSecret: string | null;
  /** On the button. */
  readonly label: string;
  /** The claim that is the handle of a member. */
  readonly handleClaim: string;
  readonly groupsClaim: string;
  /** Group → the role that it lends. */
  readonly groups: readonly { readonly group: string; readonly role: Role }[];
  /** `email`: whoever has no handle here is found by an e-mail that the service has verified. */
  readonly attach: 'never' | 'email';
};

const line = (most: number, description: string) =>
  Type.String({ pattern: `^[^\\u0000-\\u001f\\u007f]{1,${most}}$`, description });

const claim = (usual: string) =>
  Type.Optional(
    Type.String({
      pattern: '^[A-Za-z0-9_.:/-]{1,200}$',
      description: `the name of a claim, for instance ${usual}`,
    }),
  );

const oidcSchema = Type.Object({
  issuer: Type.String({
    pattern: '^https?://[^\\s?#]{1,500}$',
    description: 'the address of the service, which begins with https://',
  }),
  'client-id': line(200, 'the name under which the service knows this gateway'),
  'client-secret': Type.Optional(line(200, 'text of 1 to 200 printable characters')),
  'client-secret_file': Type.Optional(line(500, 'the path of a file that holds only the secret')),
  label: Type.Optional(line(40, 'text of 1 to 40 characters, for the button')),
  'handle-claim': claim('preferred_username'),
  'groups-claim': claim('groups'),
  groups: Type.Optional(Type.Unknown()),
  attach: Type.Optional(
    Type.Enum(['never', 'email'], {
      description: 'never or email: how somebody whose handle is unknown is found',
    }),
  ),
});

/** `oidc` has a reader of its own. */
const signInSchema = Type.Object({ oidc: Type.Optional(Type.Unknown()) });

const roles: readonly Role[] = ['member', 'steward', 'trainer', 'treasurer', 'admin'];

/** Groups that mean something here; a house has a handful. */
const groupLimit = 100;

/** Null where no service is described, or after a mistake. */
export function readSignIn(field: Field | undefined, scope: DeviceScope): OidcConfig | null {
  if (!field || isEmpty(field.tree)) return null;
  readShape(signInSchema, field.tree, scope);
  const oidc = fieldOf(field.tree, 'oidc');
  if (!oidc || isEmpty(oidc.tree)) return null;
  return readOidc(oidc.tree, { ...scope, name: `${scope.name}.oidc`, place: oidc.place });
}

function readOidc(tree: Tree, scope: DeviceScope): OidcConfig | null {
  const shape = readShape(oidcSchema, tree, scope);
  const { issuer, 'client-id': clientId } = shape;
  const hasSecret = isWritten(tree, 'client-secret') || isWritten(tree, 'client-secret_file');
  const clientSecret = hasSecret ? takeSecret('client-secret', { shape, tree, scope }) : null;
  const groups = readGroups(fieldOf(tree, 'groups'), { ...scope, name: `${scope.name}.groups` });
  if (issuer === undefined || clientId === undefined) return null;
  if (!isSafe(issuer)) {
    const text = `"issuer" of ${scope.name} must begin with https://, because whoever can change what it says can sign in as anybody.`;
    scope.findings.mistake(placeOf(tree, 'issuer'), text);
    return null;
  }
  return {
    ...{ issuer, clientId, clientSecret, groups },
    label: shape.label ?? new URL(issuer).hostname,
    handleClaim: shape['handle-claim'] ?? 'preferred_username',
    groupsClaim: shape['groups-claim'] ?? 'groups',
    attach: shape.attach ?? 'never',
  };
}

/** Without TLS only on this computer. */
function isSafe(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || isLoopback(hostname);
}

/** Names of groups are the words of the service, not ids of ours. */
function readGroups(field: Field | undefined, scope: Scope): OidcConfig['groups'] {
  if (!field || isEmpty(field.tree)) return [];
  if (field.tree.kind !== 'fields' || field.tree.fields.size > groupLimit) {
    const text = `${scope.name} must be lines of "group: role", at most ${groupLimit}.`;
    scope.findings.mistake(field.place, text);
    return [];
  }
  return [...field.tree.fields].flatMap(([group, { tree, place }]) => {
    const role = roles.find((one) => tree.kind === 'leaf' && tree.value === one);
    if (role !== undefined) return { group, role };
    scope.findings.mistake(place, `"${clip(group)}" of ${scope.name} must be one of ${roles.join(', ')}.`);
    return [];
  });
}

const fieldOf = (tree: Tree, key: string): Field | undefined =>
  tree.kind === 'fields' ? tree.fields.get(key) : undefined;
