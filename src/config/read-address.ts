// The address of a program that the gateway speaks to of its own accord: https, or http where nobody else hears it. A user
// name or password in it is refused, because addresses are told in lists and logs.

import { isLoopback } from './is-loopback.ts';
import { placeOf, type Scope } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';

export type WrittenAddress = {
  readonly text: string;
  /** Under which it stands. */
  readonly key: string;
  /** Whether private addresses are allowed, also without TLS. */
  readonly lan: boolean;
  readonly tree: Tree;
};

/** Null after a mistake. What a name leads to is looked at again at each connection. */
export function readAddress({ text, key, lan, tree }: WrittenAddress, scope: Scope): URL | null {
  const why = faultOf(text, lan);
  if (why === null) return new URL(text);
  scope.findings.mistake(placeOf(tree, key), `"${key}" of ${scope.name} ${why}`);
  return null;
}

function faultOf(text: string, lan: boolean): string | null {
  if (!URL.canParse(text)) return 'is no address; write it as https://example.org/path.';
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return 'must begin with https://, or http:// nearby.';
  if (username !== '' || password !== '' || hash !== '')
    return 'must hold no user name, no password and no "#"; a secret has a key of its own.';
  const isNear = isLoopback(hostname.replace(/^\[|\]$/g, ''));
  if (protocol === 'http:' && !isNear && !lan)
    return 'would send in the clear; use https://, or add "lan: true" for an address within your own network.';
  return null;
}
