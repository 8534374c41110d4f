// The token of a kiosk: the scope `kiosk`, and one `kiosk:<machine>` for each machine that it stands at. No person can ask
// for such scopes; only pairing makes them.

import type { Token } from '../gateway/ports.ts';

const prefix = 'kiosk:';

export const kioskTokenScopes = (machines: readonly string[]): readonly string[] => [
  'kiosk',
  ...machines.map((machine) => `${prefix}${machine}`),
];

/** Empty for a token that is not of a kiosk. */
export function machinesOfToken({ scopes }: Pick<Token, 'scopes'>): readonly string[] {
  return scopes.flatMap((scope) => (scope.startsWith(prefix) ? [scope.slice(prefix.length)] : []));
}
