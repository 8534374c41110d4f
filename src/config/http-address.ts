// The key `address` of `http`: where browsers find this gateway. What is bound to a name, as passkeys are, is bound to it.

import { isIP } from 'node:net';
import { Type } from 'typebox';
import { isLoopback } from './is-loopback.ts';
import { placeOf, type Scope } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';

export const addressField = Type.Optional(
  Type.String({
    pattern: '^https?://[^\\s/?#@]{1,260}/?$',
    description: 'where browsers find this gateway, for instance https://officina.example.org',
  }),
);

/** Scheme, host and port, as browsers write them; undefined after a mistake. */
export function checkAddress(written: string, tree: Tree, scope: Scope): string | undefined {
  const place = placeOf(tree, 'address');
  if (!URL.canParse(written)) {
    scope.findings.mistake(
      place,
      `"address" of ${scope.name} is no address; write it as https://officina.example.org`,
    );
    return undefined;
  }
  const { origin, protocol, hostname } = new URL(written);
  if (protocol === 'http:' && !isLoopback(hostname)) {
    const text = `"address" of ${scope.name} must begin with https://, because browsers allow no passkeys without it; give ${scope.name} "tls: { cert, key }", or put a proxy with TLS before it.`;
    scope.findings.mistake(place, text);
    return undefined;
  }
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) {
    const text = `"address" of ${scope.name} is a number, and browsers allow passkeys under a name only; give this computer a name.`;
    scope.findings.warning(place, text);
  }
  return origin;
}
