// Which endpoint is taken of those that a server offers, and that no password goes out in the clear.

import {
  EndpointDescription,
  MessageSecurityMode,
  SecurityPolicy,
  UserTokenPolicy,
  UserTokenType,
} from 'node-opcua';
import { describe, expect, it } from 'vitest';
import { checkSignIn, chooseEndpoint } from '../../../src/adapters/opcua/choose-endpoint.ts';
import type { OpcuaAddress } from '../../../src/adapters/opcua/worker-messages.ts';
import { LinkFault } from '../../../src/edge/link-fault.ts';

const { SignAndEncrypt, Sign, None } = MessageSecurityMode;
const endpoint = (
  securityMode: MessageSecurityMode,
  securityPolicyUri: string,
  tokens: readonly UserTokenPolicy[] = [],
) => new EndpointDescription({ securityMode, securityPolicyUri, userIdentityTokens: [...tokens] });
const token = (tokenType: UserTokenType, securityPolicyUri: string | null = null) =>
  new UserTokenPolicy({ policyId: 'any', tokenType, securityPolicyUri });
const address = (changes: Partial<OpcuaAddress>): OpcuaAddress => ({
  endpoint: 'opc.tcp://mill',
  machine: null,
  enable: null,
  security: 'sign-and-encrypt',
  user: null,
  password: null,
  ...changes,
});
function refusalOf(run: () => unknown): unknown {
  try {
    run();
    return null;
  } catch (fault) {
    if (fault instanceof LinkFault) return fault.trouble;
    throw fault;
  }
}

describe('an endpoint', () => {
  const offered = [
    endpoint(None, SecurityPolicy.None),
    endpoint(Sign, SecurityPolicy.Aes256_Sha256_RsaPss),
    endpoint(SignAndEncrypt, SecurityPolicy.Basic256),
    endpoint(SignAndEncrypt, SecurityPolicy.Aes128_Sha256_RsaOaep),
    endpoint(SignAndEncrypt, SecurityPolicy.Basic256Sha256),
  ];

  it.each([
    ['sign-and-encrypt', SignAndEncrypt, SecurityPolicy.Basic256Sha256],
    ['sign', Sign, SecurityPolicy.Aes256_Sha256_RsaPss],
    ['none', None, SecurityPolicy.None],
  ] as const)(
    'for %s is the strongest of that mode, in whatever order they come',
    (security, mode, policy) => {
      for (const list of [offered, offered.toReversed()])
        expect(chooseEndpoint(list, security)).toMatchObject({
          securityMode: mode,
          securityPolicyUri: policy,
        });
    },
  );

  it.each([
    ['nothing at all', [], 'nothing'],
    ['only none', [endpoint(None, SecurityPolicy.None)], 'none'],
    [
      'only broken policies',
      [
        endpoint(SignAndEncrypt, SecurityPolicy.Basic128Rsa15),
        endpoint(SignAndEncrypt, SecurityPolicy.Basic256),
      ],
      'sign-and-encrypt (outdated)',
    ],
    [
      'none, called encrypted',
      [endpoint(SignAndEncrypt, SecurityPolicy.None)],
      'sign-and-encrypt (outdated)',
    ],
    [
      'a lesser mode',
      [endpoint(Sign, SecurityPolicy.Basic256Sha256), endpoint(None, SecurityPolicy.None)],
      'sign, none',
    ],
  ])('is refused where there is %s, and never a weaker one taken', (_, list, words) => {
    expect(refusalOf(() => chooseEndpoint(list, 'sign-and-encrypt'))).toEqual({
      code: 'security-missing',
      values: { wanted: 'sign-and-encrypt', offered: words },
    });
  });
});

describe('a sign-in', () => {
  const { Anonymous, UserName } = UserTokenType;
  const user = { user: 'officina', password: 'secret' };
  const signed = (...tokens: UserTokenPolicy[]) => endpoint(Sign, SecurityPolicy.Basic256Sha256, tokens);

  it('is anonymous only where that is allowed', () => {
    expect(refusalOf(() => checkSignIn(signed(token(Anonymous)), address({})))).toBeNull();
    expect(refusalOf(() => checkSignIn(signed(token(UserName)), address({})))).toMatchObject({
      code: 'sign-in-refused',
    });
  });

  it('with a name needs a server that takes names', () => {
    expect(
      refusalOf(() => checkSignIn(signed(token(UserName)), address({ ...user, security: 'sign' }))),
    ).toBeNull();
    expect(refusalOf(() => checkSignIn(signed(token(Anonymous)), address(user)))).toMatchObject({
      code: 'sign-in-refused',
    });
  });

  it('sends no password that somebody could read', () => {
    const clear = signed(token(UserName, SecurityPolicy.None));
    expect(refusalOf(() => checkSignIn(clear, address({ ...user, security: 'sign' })))).toMatchObject({
      code: 'security-missing',
    });
    // Encrypted as a whole it may be in the clear within.
    expect(refusalOf(() => checkSignIn(clear, address(user)))).toBeNull();
  });
});
