// A way to a controller that somebody else drives: of what the link would send nothing goes out (a tap), or only what
// asks and changes nothing (a second channel). It is never an order, whatever a profile says.

import { families } from '../../domain/profile/family.ts';
import type { OpenTransport } from './transport.ts';

/** `asks`: the harmless questions of the family go out. What is held back counts as sent: nobody waits for it. */
export function quietTransport(open: OpenTransport, only: { family: string; asks: boolean }): OpenTransport {
  const family = families.get(only.family);
  const isHarmless = (bytes: Uint8Array): boolean => {
    const [byte = 0] = bytes;
    const line = Buffer.from(bytes).toString('latin1').replace(/\n$/, '');
    const purpose = bytes.length === 1 ? family?.bytes.get(byte) : family?.lines.get(line);
    return only.asks && (purpose === 'poll' || purpose === 'ask');
  };
  return (events) => {
    const inner = open(events);
    return {
      write: (bytes) => !isHarmless(bytes) || inner.write(bytes),
      close: () => inner.close(),
    };
  };
}
