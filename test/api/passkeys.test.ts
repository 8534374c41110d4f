// Passkeys over the API with ceremonies by hand: challenges, who may add one, what a stranger learns, and what removing does.

import { describe, expect, it } from 'vitest';
import type { SignInOptions } from '../../src/api/options.ts';
import type { PasskeyCeremonies } from '../../src/gateway/ports.ts';
import { adminToken, expectProblem, openApi } from './open-api.ts';

const address = 'https://officina.example.org';
const answer = { id: 'credential-1', response: { clientDataJSON: 'AAAA', proof: 'right' } };
const wrong = { ...answer, response: { ...answer.response, proof: 'wrong' } };

function ceremonies(): PasskeyCeremonies & { counter: number; readonly known: string[][] } {
  let challenges = 0;
  const begin = async () => ({ challenge: `challenge-${++challenges}`, options: { challenges } });
  const isRight = (sent: unknown): boolean => JSON.stringify(sent).includes('right');
  return {
    counter: 1,
    known: [],
    beginNew({ known }) {
      this.known.push([...known]);
      return begin();
    },
    checkNew: async (sent) =>
      isRight(sent.answer) ? { credential: 'credential-1', publicKey: 'key', counter: 0 } : null,
    beginSignIn: begin,
    async checkSignIn(sent) {
      return isRight(sent.answer) ? { counter: this.counter } : null;
    },
  };
}

async function open(change: Partial<SignInOptions> = {}) {
  const speaker = ceremonies();
  const signInWays = { address, ceremonies: async () => speaker, provider: null, ...change };
  const opened = await openApi({ signInWays });
  const ada = await opened.as('ada');
  const attemptOf = async (url: string, ask: typeof ada = opened.ask) =>
    (await ask({ method: 'POST', url })).json().attempt;
  const add = async (sent: object = answer) => {
    const attempt = await attemptOf('/api/session/passkeys/challenge', ada);
    return ada({
      method: 'POST',
      url: '/api/session/passkeys',
      payload: { attempt, name: 'Phone', answer: sent },
    });
  };
  const signIn = async (sent: object = answer, attempt?: string) =>
    opened.ask({
      method: 'POST',
      url: '/api/session/passkey',
      payload: { attempt: attempt ?? (await attemptOf('/api/session/passkey/challenge')), answer: sent },
    });
  return { ...opened, speaker, ada, add, signIn, attemptOf };
}

describe('a passkey', () => {
  it('is added once, named, and signs in', async () => {
    const { add, signIn, ada, speaker } = await open();
    const added = await add();
    expect([added.statusCode, added.json().passkeys[0].name]).toEqual([201, 'Phone']);
    expect(added.body).not.toContain('credential');
    expectProblem(await add(), 409, 'passkey-known');
    expect(speaker.known.at(-1)).toEqual(['credential-1']);
    const entered = await signIn();
    expect(entered.json()).toMatchObject({ member: 'key-ada', how: 'passkey' });
    expect(entered.cookies[0]).toMatchObject({
      name: 'officina-sign-in',
      httpOnly: true,
      sameSite: 'Strict',
    });
    expect((await ada({ url: '/api/session/passkeys' })).json().passkeys[0].used).not.toBeNull();
  });

  it('takes each challenge once, for what it was asked, and for five minutes', async () => {
    const { add, signIn, attemptOf, ada, clock } = await open();
    await add();
    const attempt = await attemptOf('/api/session/passkey/challenge');
    expectProblem(await signIn(wrong, attempt), 401, 'passkey-unknown');
    expectProblem(await signIn(answer, attempt), 409, 'attempt-over');
    const other = await attemptOf('/api/session/passkeys/challenge', ada);
    expectProblem(await signIn(answer, other), 409, 'attempt-over');
    const late = await attemptOf('/api/session/passkey/challenge');
    clock.mono += 5 * 60_000;
    expectProblem(await signIn(answer, late), 409, 'attempt-over');
  });

  it('takes no challenge of another member', async () => {
    const { attemptOf, as, ada } = await open();
    const attempt = await attemptOf('/api/session/passkeys/challenge', ada);
    const bo = await as('bo');
    const payload = { attempt, name: 'Phone', answer };
    expectProblem(await bo({ method: 'POST', url: '/api/session/passkeys', payload }), 409, 'attempt-over');
  });

  it('that nobody has and one that proves nothing are one refusal', async () => {
    const { add, signIn } = await open();
    const unknown = (await signIn()).json();
    await add();
    expect((await signIn(wrong)).json()).toEqual(unknown);
  });

  it('whose counter does not grow is refused', async () => {
    const { add, signIn } = await open();
    await add();
    expect((await signIn()).statusCode).toBe(200);
    expectProblem(await signIn(), 401, 'passkey-copied');
  });

  it('of a suspended member opens nothing', async () => {
    const { add, signIn, gateway } = await open();
    await add();
    gateway.enrol({ handle: 'ada', name: 'Ada', status: 'suspended' });
    expectProblem(await signIn(), 403, 'member-suspended');
  });

  it('is added only by whoever has just signed in, and never by a token', async () => {
    const { ada, as, clock } = await open();
    clock.mono += 15 * 60_000 + 1;
    const challenge = { method: 'POST', url: '/api/session/passkeys/challenge' } as const;
    expectProblem(await ada(challenge), 403, 'sign-in-stale');
    expect((await ada({ url: '/api/session/passkeys' })).json().fresh).toBe(false);
    const tom = await as('tom');
    const wish = { label: 'x', scopes: ['self:read', 'self:write'], days: 1 };
    const { secret } = (await tom({ method: 'POST', url: '/api/tokens', payload: wish })).json();
    expectProblem(await (await as(secret))(challenge), 403, 'sign-in-stale');
    const remove = { method: 'DELETE', url: '/api/session/passkeys/x' } as const;
    expectProblem(await (await as(secret))(remove), 403, 'sign-in-stale');
    expectProblem(await (await as(adminToken))(challenge), 403, 'member-none');
  });

  it('removed, it ends the sign-ins that it opened, and no other', async () => {
    const { add, signIn, ada, ask } = await open();
    const { passkey } = (await add()).json().passkeys[0];
    const cookie = `officina-sign-in=${(await signIn()).cookies[0]?.value}`;
    const remove = { method: 'DELETE', url: `/api/session/passkeys/${passkey}` } as const;
    expect((await ada(remove)).json().passkeys).toEqual([]);
    expect((await ask({ url: '/api/session', headers: { cookie } })).statusCode).toBe(401);
    expect((await ada({ url: '/api/session' })).statusCode).toBe(200);
    expectProblem(await ada(remove), 404, 'passkey-none');
  });

  it('needs an address: the one of the file, or this computer itself', async () => {
    const { ask } = await open({ address: null });
    const waysAt = async (host: string) =>
      (await ask({ url: '/api/sign-in', headers: { host } })).json().passkeys;
    expect(await waysAt('192.0.2.1:8080')).toBeNull();
    expect(await waysAt('127.0.0.1:8080')).toEqual({ address: 'http://localhost:8080' });
    const begin = {
      method: 'POST',
      url: '/api/session/passkey/challenge',
      headers: { host: 'shop.example' },
    } as const;
    expectProblem(await ask(begin), 409, 'passkeys-away');
  });

  it('inv. 10: attempts per address are bounded', async () => {
    const { ask } = await open();
    const begin = { method: 'POST', url: '/api/session/passkey/challenge' } as const;
    for (let tries = 0; tries < 20; tries++) expect((await ask(begin)).statusCode).toBe(200);
    expectProblem(await ask(begin), 429, 'too-many-attempts');
  });

  it('inv. 11: takes no answer that is no answer', async () => {
    const { ask } = await open();
    const bad = [
      null,
      {},
      { id: 'x' },
      { id: '../x', response: { clientDataJSON: 'AAAA' } },
      { ...answer, id: 7 },
    ];
    for (const sent of bad) {
      const payload = { attempt: 'x', answer: sent };
      expectProblem(
        await ask({ method: 'POST', url: '/api/session/passkey', payload }),
        400,
        'request-invalid',
      );
    }
  });
});

describe('where one is signed in', () => {
  it('is a list with this place marked, and each place may be ended', async () => {
    const { as, ask } = await openApi();
    const [one, other] = [await as('ada'), await as('ada')];
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    const named = await ask({
      ...{
        method: 'POST',
        url: '/api/session',
        headers: { 'user-agent': agent },
        remoteAddress: '203.0.113.9',
      },
      payload: { handle: 'ada', password: 'ada-password' },
    });
    expect(named.statusCode).toBe(200);
    const { places } = (await one({ url: '/api/session/places' })).json();
    expect(places.map(({ here }: { here: boolean }) => here)).toEqual([false, false, true]);
    expect(places[0]).toMatchObject({ browser: 'Firefox, Linux', how: 'password' });
    const away = { method: 'DELETE', url: `/api/session/places/${places[1].place}` } as const;
    expect((await one(away)).statusCode).toBe(204);
    expect((await other({ url: '/api/session' })).statusCode).toBe(401);
    expectProblem(await one(away), 404, 'place-none');
  });

  it('is nobody else’s to end, and everywhere means everywhere', async () => {
    const { as } = await openApi();
    const [ada, again, bo] = [await as('ada'), await as('ada'), await as('bo')];
    const { places } = (await ada({ url: '/api/session/places' })).json();
    const theirs = { method: 'DELETE', url: `/api/session/places/${places[0].place}` } as const;
    expectProblem(await bo(theirs), 404, 'place-none');
    expect((await ada({ method: 'DELETE', url: '/api/session/places' })).statusCode).toBe(204);
    for (const ask of [ada, again]) expect((await ask({ url: '/api/session' })).statusCode).toBe(401);
    expect((await bo({ url: '/api/session' })).statusCode).toBe(200);
  });
});

describe('setup', () => {
  const partsAt = async (ways: Partial<SignInOptions>, host = 'shop.example') => {
    const { as } = await open(ways);
    const view = (await (await as('root'))({ url: '/api/setup', headers: { host } })).json();
    const missing = view.parts.map(({ missing: lacks }: { missing: string[] }) => lacks.join(' '));
    return {
      missing,
      ready: view.parts.every(({ ready }: { ready: boolean }) => ready),
      lines: view.lines !== null,
    };
  };

  it('says what is missing for what', async () => {
    expect(await partsAt({})).toEqual({ missing: ['', '', ''], ready: true, lines: false });
    expect(await partsAt({ selfSigned: true })).toMatchObject({
      missing: Array(3).fill('certificate'),
      ready: false,
    });
    expect(await partsAt({ address: 'https://192.0.2.1' })).toMatchObject({
      missing: ['name', '', ''],
      ready: false,
    });
    const nowhere = await partsAt({ address: null });
    expect(nowhere).toEqual({ missing: ['https name', 'https', 'https'], ready: false, lines: true });
    const local = await partsAt({ address: null }, 'localhost:8080');
    expect(local).toEqual({ missing: Array(3).fill('local'), ready: true, lines: true });
  });
});
