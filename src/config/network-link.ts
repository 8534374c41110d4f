// Links to controllers that have a server of their own: where it is, how it lets us in, and whether the end of access
// may end its job there. Addresses hold no secret; keys stand apart, or in files of their own.

import { Type } from 'typebox';
import type { NetworkLinkConfig } from './config.ts';
import { type DeviceScope, isWritten, keyFields, passwordFields, takeSecret } from './password.ts';
import { placeOf } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';
import { readIssuers } from './tls-pair.ts';

const urlSchema = Type.String({
  pattern: '^https?://([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(:[1-9][0-9]{0,4})?/?$',
  description: 'an address without a path, for instance http://192.0.2.7:7125',
});

const nameSchema = Type.String({
  pattern: '^(?!\\s)[^\\u0000-\\u001f\\u007f]{1,120}$',
  description: 'text of 1 to 120 printable characters',
});

const orders = {
  orders: Type.Optional(
    Type.Boolean({ description: 'true: the end of access may end its job; false: it is only read' }),
  ),
};

const url = { url: urlSchema };

const trustFields = {
  ca: Type.Optional(
    Type.String({
      pattern: '^[^\\u0000-\\u001f\\u007f]{1,500}$',
      description: 'the path of the file with the certificates of its issuers, in PEM',
    }),
  ),
  fingerprint: Type.Optional(
    Type.String({
      pattern: '^([0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2}$',
      description: 'the SHA-256 of its certificate as the log shows it, AB:CD:…, in quotes',
    }),
  ),
};

export const networkKinds = {
  moonraker: Type.Object({
    kind: Type.Literal('moonraker'),
    ...url,
    ...keyFields,
    ...orders,
    ...trustFields,
  }),
  octoprint: Type.Object({
    kind: Type.Literal('octoprint'),
    ...url,
    ...keyFields,
    ...orders,
    ...trustFields,
  }),
  prusalink: Type.Object({
    ...{
      kind: Type.Literal('prusalink'),
      ...url,
      ...keyFields,
      ...passwordFields,
      ...orders,
      ...trustFields,
    },
    user: Type.Optional(nameSchema),
  }),
  duet: Type.Object({ kind: Type.Literal('duet'), ...url, ...passwordFields, ...orders }),
  bambu: Type.Object({
    ...{ kind: Type.Literal('bambu'), ...keyFields, ...orders },
    host: Type.String({
      pattern: '^[A-Za-z0-9._:-]{1,253}$',
      description: 'a host name or address, for instance 192.0.2.7',
    }),
    serial: Type.String({
      pattern: '^[0-9A-Z]{8,32}$',
      description: 'the serial number of the printer in capital letters, as its display shows it',
    }),
    ...trustFields,
  }),
  ruida: Type.Object({
    kind: Type.Literal('ruida'),
    host: Type.String({
      pattern: '^[A-Za-z0-9._:-]{1,253}$',
      description: 'a host name or address, for instance 192.0.2.7',
    }),
  }),
  mtconnect: Type.Object({ kind: Type.Literal('mtconnect'), ...url, device: Type.Optional(nameSchema) }),
};

type Read = { readonly kind: string; readonly shape: Record<string, unknown> };

/** What a Duet takes where nobody has set a password. */
const usualDuetPassword = 'reprap';

/** Null for every other kind. After a mistake the fields that it is about are empty. */
export function readNetworkLink(
  { kind, shape }: Read,
  tree: Tree,
  scope: DeviceScope,
): NetworkLinkConfig | null {
  const where = { url: readUrl(shape.url, tree, scope) };
  const mayOrder = { orders: shape.orders !== false };
  const has = (word: 'key' | 'password'): boolean => isWritten(tree, word) || isWritten(tree, `${word}_file`);
  const secret = (word: 'key' | 'password'): string => takeSecret(word, { shape, tree, scope });
  const trust = () => readTrustOfUrl({ kind, shape }, tree, scope);
  switch (kind) {
    case 'moonraker':
      return { kind, ...where, key: has('key') ? secret('key') : null, ...mayOrder, ...trust() };
    case 'octoprint':
      return { kind, ...where, key: secret('key'), ...mayOrder, ...trust() };
    case 'prusalink': {
      const access = has('password')
        ? { user: String(shape.user ?? 'maker'), password: secret('password') }
        : { key: secret('key') };
      if (has('key') && has('password'))
        scope.findings.mistake(
          placeOf(tree, 'key'),
          `${scope.name} has both a key and a password; keep one of them.`,
        );
      return { kind, ...where, access, ...mayOrder, ...trust() };
    }
    case 'duet':
      return {
        kind,
        ...where,
        password: has('password') ? secret('password') : usualDuetPassword,
        ...mayOrder,
      };
    case 'bambu': {
      const { host = '', serial = '' } = shape as { host?: string; serial?: string };
      // Its firmware mostly takes orders from the maker's programs only.
      const orders = shape.orders === true;
      return { kind, host, serial, key: secret('key'), orders, ...readTrust(shape, tree, scope) };
    }
    case 'ruida':
      return { kind, host: String(shape.host ?? '') };
    case 'mtconnect':
      return { kind, ...where, device: typeof shape.device === 'string' ? shape.device : null };
    default:
      return null;
  }
}

/** Chains with their issuers are some kB, keys one line. */
const issuersLimitBytes = 64 * 1024;

/** By which of the two a certificate is trusted; with neither of them, by none, and the log then shows the print. */
function readTrust(
  shape: { readonly ca?: unknown; readonly fingerprint?: unknown },
  tree: Tree,
  scope: DeviceScope,
): { readonly ca: string | null; readonly fingerprint: string | null } {
  const fingerprint = typeof shape.fingerprint === 'string' ? shape.fingerprint.toUpperCase() : null;
  if (typeof shape.ca !== 'string') return { ca: null, fingerprint };
  const mistake = (text: string): void => scope.findings.mistake(placeOf(tree, 'ca'), text);
  if (fingerprint !== null) mistake(`${scope.name} has both a ca and a fingerprint; keep one of them.`);
  const read = scope.readSecret(shape.ca, issuersLimitBytes);
  const issuers = read.ok ? readIssuers(read.text) : read;
  if (!issuers.ok) mistake(`"ca" of ${scope.name}: the file ${issuers.reason}.`);
  return { ca: read.ok && issuers.ok ? read.text : null, fingerprint };
}

/** Only of an address with a certificate; left out where the file says nothing of it. */
function readTrustOfUrl(
  { shape }: Read,
  tree: Tree,
  scope: DeviceScope,
): { readonly trust?: ReturnType<typeof readTrust> } {
  const written = (['ca', 'fingerprint'] as const).find((word) => isWritten(tree, word));
  if (written === undefined) return {};
  if (typeof shape.url === 'string' && !shape.url.startsWith('https:'))
    scope.findings.mistake(
      placeOf(tree, written),
      `"${written}" of ${scope.name} is for an address that begins with https; correct "url", or leave it out.`,
    );
  return { trust: readTrust(shape, tree, scope) };
}

/** Without the slash at its end, so that a path can follow. */
function readUrl(written: unknown, tree: Tree, scope: DeviceScope): string {
  if (typeof written !== 'string') return '';
  if (!URL.canParse(written))
    scope.findings.mistake(
      placeOf(tree, 'url'),
      `"url" of ${scope.name} has no port from 1 to 65535: "${written}".`,
    );
  return written.replace(/\/$/, '');
}
