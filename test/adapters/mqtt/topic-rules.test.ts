// The quick look at the bytes of a topic says yes only where the slow one, at its text, does too.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeText } from '../../../src/adapters/mqtt/packet-reader.ts';
import { isPlainTopic, isTopic } from '../../../src/adapters/mqtt/topic-rules.ts';

/** Around the limits: short and long, flat and deep, with all that must not be in a name. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc
    .array(fc.constantFrom(...'a/+# ~\u007f\u001fé'), { maxLength: 270 })
    .map((marks) => new TextEncoder().encode(marks.join(''))),
  fc
    .array(fc.constantFrom('officina', 'v1', 'x'.repeat(60), ''), { maxLength: 10 })
    .map((levels) => new TextEncoder().encode(levels.join('/'))),
);

it('says of plain bytes what the rules say of their text', () => {
  const property = fc.property(bytes, (topic) => {
    const text = decodeText(topic);
    const isGood = text !== undefined && isTopic(text);
    const isAscii = topic.every((byte) => byte < 0x80);
    expect(isPlainTopic(topic)).toBe(isGood && isAscii);
  });
  fc.assert(property, { numRuns: 2000 });
});
