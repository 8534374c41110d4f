// The key `mqtt.attachFrom`: addresses from where devices may come that nobody has described yet. Never from everywhere:
// what stands there lets strangers speak, though they reach nothing.

import { isIP } from 'node:net';
import { Type } from 'typebox';
import type { Scope } from './read-shape.ts';
import { clip, type Tree } from './read-yaml.ts';

/** Field for the schema of `mqtt`. */
export const attachFromSchema = Type.Array(
  Type.String({ minLength: 1, maxLength: 64, description: 'an address, or a range as 192.168.4.0/24' }),
  { maxItems: 32, description: 'a list of at most 32 addresses or ranges, for instance [192.168.4.0/24]' },
);

/** Fewer bits would be half of the world. Those of IPv6 leave room for `fc00::/7`, the addresses of private networks. */
const leastBits = { 4: 8, 6: 7 } as const;

/** Those that are right; each of the others is a mistake. */
export function checkAttachFrom(ranges: readonly string[], tree: Tree, scope: Scope): readonly string[] {
  const place =
    tree.kind === 'fields' ? (tree.fields.get('attachFrom')?.tree.place ?? tree.place) : tree.place;
  return ranges.filter((range) => {
    const why = faultOf(range);
    const text = `"attachFrom" of ${scope.name} has "${clip(range)}", which ${why}; give addresses of your workshop, as 192.168.4.0/24.`;
    if (why !== null) scope.findings.mistake(place, text);
    return why === null;
  });
}

function faultOf(range: string): string | null {
  const [address = '', bits, ...more] = range.split('/');
  const family = isIP(address);
  if ((family !== 4 && family !== 6) || address.includes('%') || more.length > 0) return 'is no address';
  if (bits === undefined) return null;
  const most = family === 4 ? 32 : 128;
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > most)
    return `has no number of bits up to ${most} after the slash`;
  return Number(bits) < leastBits[family] ? 'is wider than any workshop' : null;
}
