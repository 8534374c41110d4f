// Which of the endpoints that a server offers is taken: the strongest policy of the mode that the file asks for, and
// none weaker than Basic256Sha256. What a server says of the rank of its endpoints is not asked.

import { type EndpointDescription, MessageSecurityMode, SecurityPolicy, UserTokenType } from 'node-opcua';
import { LinkFault } from '../../edge/link-fault.ts';
import type { OpcuaAddress } from './worker-messages.ts';

/** From the strongest. Basic128Rsa15 and Basic256 are broken (OPC 10000-7). */
const policies: readonly string[] = [
  SecurityPolicy.Aes256_Sha256_RsaPss,
  SecurityPolicy.Basic256Sha256,
  SecurityPolicy.Aes128_Sha256_RsaOaep,
];

const modes = {
  'sign-and-encrypt': MessageSecurityMode.SignAndEncrypt,
  sign: MessageSecurityMode.Sign,
  none: MessageSecurityMode.None,
} as const;

/** @throws LinkFault `security-missing`, with what the server offers instead */
export function chooseEndpoint(
  offered: readonly EndpointDescription[],
  security: OpcuaAddress['security'],
): EndpointDescription {
  const wanted = security === 'none' ? [SecurityPolicy.None as string] : policies;
  for (const policy of wanted) {
    const found = offered.find(
      (one) => one.securityMode === modes[security] && one.securityPolicyUri === policy,
    );
    if (found) return found;
  }
  throw new LinkFault('security-missing', { wanted: security, offered: describe(offered) });
}

/** @throws LinkFault where the server would have the password in the clear, or not let us in this way at all */
export function checkSignIn(endpoint: EndpointDescription, { user, security }: OpcuaAddress): void {
  const type = user === null ? UserTokenType.Anonymous : UserTokenType.UserName;
  const tokens = (endpoint.userIdentityTokens ?? []).filter(({ tokenType }) => tokenType === type);
  if (tokens.length === 0) throw new LinkFault('sign-in-refused');
  // Without a policy of its own a token takes that of the channel.
  const isHidden = tokens.some(({ securityPolicyUri }) => securityPolicyUri !== SecurityPolicy.None);
  if (user !== null && security !== 'sign-and-encrypt' && !isHidden)
    throw new LinkFault('security-missing', { wanted: 'sign-and-encrypt', offered: describe([endpoint]) });
}

function describe(offered: readonly EndpointDescription[]): string {
  const words = Object.entries(modes).flatMap(([word, mode]) => {
    const isWeak = (policy: string | null) =>
      mode !== MessageSecurityMode.None && !policies.includes(policy ?? '');
    const found = offered.filter(({ securityMode }) => securityMode === mode);
    if (found.length === 0) return [];
    return [found.every(({ securityPolicyUri }) => isWeak(securityPolicyUri)) ? `${word} (outdated)` : word];
  });
  return words.length === 0 ? 'nothing' : words.join(', ');
}
