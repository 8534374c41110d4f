// The text behind the digest of a person: one text per person, and none for two.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DigestedPerson, personDigestText } from '../../../src/domain/access/person-digest.ts';
import { anyText } from '../../fakes/any-text.ts';

const word = anyText;
const person: fc.Arbitrary<DigestedPerson> = fc.record({
  salt: word,
  member: word,
  handle: word,
  name: word,
  email: fc.option(word),
});

it('differs whenever one part differs, and only then', () => {
  const property = fc.property(person, person, (one, other) => {
    const same = (['salt', 'member', 'handle', 'name', 'email'] as const).every(
      (part) => one[part] === other[part],
    );
    expect(personDigestText(one) === personDigestText(other)).toBe(same);
    expect(personDigestText({ ...one })).toBe(personDigestText(one));
  });
  fc.assert(property);
});

it('does not let a part flow into the next', () => {
  const base = { salt: 's', member: 'm', handle: 'h', email: null };
  const one = personDigestText({ ...base, handle: 'ab', name: 'c' });
  expect(one).not.toBe(personDigestText({ ...base, handle: 'a', name: 'bc' }));
  expect(personDigestText({ ...base, name: 'n', email: '' })).not.toBe(
    personDigestText({ ...base, name: 'n' }),
  );
});

it('counts half a surrogate pair as what a table in UTF-8 gives back for it', () => {
  const base = { salt: 's', member: 'm', handle: 'h', email: null };
  expect(personDigestText({ ...base, name: 'a\ud800' })).toBe(personDigestText({ ...base, name: 'a\ufffd' }));
});
