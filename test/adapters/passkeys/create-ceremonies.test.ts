// WebAuthn with an authenticator in software: what a right answer proves, and that nothing else proves it.

import { describe, expect, it } from 'vitest';
import { createCeremonies } from '../../../src/adapters/passkeys/create-ceremonies.ts';
import { createAuthenticator, presentOnly } from '../../fakes/authenticator.ts';

const site = { origin: 'https://officina.example.org', host: 'officina.example.org', name: 'Officina' };
const person = { member: 'key-ada', handle: 'ada', name: 'Ada Rossi' };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const ceremonies = createCeremonies({ log: quiet });

async function added() {
  const authenticator = createAuthenticator();
  const { challenge } = await ceremonies.beginNew({ site, person, known: [] });
  const made = await ceremonies.checkNew({
    site,
    challenge,
    answer: authenticator.make({ ...site, challenge }),
  });
  if (made === null) throw new Error('the passkey was not taken');
  const begun = await ceremonies.beginSignIn(site);
  const check = (answer: unknown, challenge = begun.challenge) =>
    ceremonies.checkSignIn({ site, challenge, answer, ...made, member: person.member });
  return { authenticator, made, challenge: begun.challenge, check };
}

describe('a new passkey', () => {
  it('is asked for with a name, an opaque key, and user verification, and without what is there', async () => {
    const { options, challenge } = await ceremonies.beginNew({ site, person, known: ['AAAA'] });
    expect(options).toMatchObject({
      ...{ challenge, rp: { name: 'Officina', id: 'officina.example.org' }, attestation: 'none' },
      user: { id: Buffer.from('key-ada').toString('base64url'), name: 'ada', displayName: 'Ada Rossi' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: 'AAAA' }],
    });
    expect(Buffer.from(challenge, 'base64url').length).toBeGreaterThanOrEqual(32);
  });

  it('is taken with its credential and its public key', async () => {
    const { authenticator, made } = await added();
    expect(made).toEqual({
      credential: authenticator.id,
      publicKey: expect.stringMatching(/^[\w-]{90,}$/),
      counter: 0,
    });
  });

  it.each([
    ['for another site', { origin: 'https://evil.example' }],
    ['for a name below ours', { origin: 'https://x.officina.example.org' }],
    ['for another relying party', { host: 'evil.example' }],
    ['for another challenge', { challenge: 'AAAA' }],
    ['without a finger or a face', { flags: presentOnly }],
    ['without anybody there', { flags: 0 }],
  ])('is refused %s', async (_what, bent) => {
    const { challenge } = await ceremonies.beginNew({ site, person, known: [] });
    const answer = createAuthenticator().make({ ...site, challenge, ...bent });
    expect(await ceremonies.checkNew({ site, challenge, answer })).toBeNull();
  });
});

describe('a sign-in with a passkey', () => {
  it('names nobody when it is asked for', async () => {
    const { options } = await ceremonies.beginSignIn(site);
    expect(options).toMatchObject({ rpId: 'officina.example.org', userVerification: 'required' });
    expect(JSON.stringify(options)).not.toContain('allowCredentials');
  });

  it('tells the counter, and leaves it to others to judge', async () => {
    const { authenticator, challenge, check } = await added();
    for (const counter of [0, 7, 3])
      expect(await check(authenticator.sign({ ...site, challenge, counter }, person.member))).toEqual({
        counter,
      });
    expect(await check(authenticator.sign({ ...site, challenge }))).toEqual({ counter: 0 });
  });

  it.each([
    ['at another site', { origin: 'https://evil.example' }],
    ['for another relying party', { host: 'evil.example' }],
    ['of another challenge', { challenge: 'AAAA' }],
    ['without a finger or a face', { flags: presentOnly }],
  ])('is refused %s', async (_what, bent) => {
    const { authenticator, challenge, check } = await added();
    expect(await check(authenticator.sign({ ...site, challenge, ...bent }, person.member))).toBeNull();
  });

  it('is refused with another key, another holder, and a signature that was changed', async () => {
    const { authenticator, challenge, check } = await added();
    const right = authenticator.sign({ ...site, challenge }, person.member);
    const stranger = createAuthenticator().sign({ ...site, challenge }, person.member);
    expect(await check({ ...stranger, id: authenticator.id })).toBeNull();
    expect(await check(authenticator.sign({ ...site, challenge }, 'key-bo'))).toBeNull();
    const signature = right.response.signature.replace(/.{4}$/, 'AAAA');
    expect(await check({ ...right, response: { ...right.response, signature } })).toBeNull();
    expect(await check(right)).not.toBeNull();
  });

  it('inv. 11: whatever else comes is no, never a fault', async () => {
    const { authenticator, challenge, check } = await added();
    const right = authenticator.sign({ ...site, challenge }, person.member);
    const long = 'A'.repeat(20_000);
    const bad: unknown[] = [null, 7, 'x', [], {}, { id: right.id }, { ...right, response: null }];
    for (const name of ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle'])
      for (const value of [long, '', '!', 7, {}, 'AAAA'])
        bad.push({ ...right, response: { ...right.response, [name]: value } });
    for (const answer of bad) expect(await check(answer)).toBeNull();
  });
});
