// Who the service vouches for, out of its ID token and, where that does not tell enough, its user info. Only names that the
// file gives count; lists are bounded, because they come from outside.

import {
  type Configuration,
  fetchUserInfo,
  type TokenEndpointResponse,
  type TokenEndpointResponseHelpers,
} from 'openid-client';
import type { Role } from '../../domain/journal/entry.ts';
import type { Vouched } from '../../gateway/ports.ts';

export type ClaimNames = {
  readonly handleClaim: string;
  readonly groupsClaim: string;
  readonly groups: readonly { readonly group: string; readonly role: Role }[];
  readonly attach: 'never' | 'email';
};

type Read = {
  readonly settings: Configuration;
  readonly tokens: TokenEndpointResponse & TokenEndpointResponseHelpers;
  readonly names: ClaimNames;
};

type Claims = Readonly<Record<string, unknown>>;

const mostGroups = 1000;

export async function readClaims(read: Read): Promise<Vouched> {
  const { handleClaim, groupsClaim, groups, attach } = read.names;
  const claims = await claimsOf(read);
  const handle = claim(claims, handleClaim);
  const held = claim(claims, groupsClaim);
  const names = new Set((Array.isArray(held) ? held : [held]).slice(0, mostGroups));
  const email = claim(claims, 'email');
  const counts = attach === 'email' && claim(claims, 'email_verified') === true;
  return {
    handle: typeof handle === 'string' ? handle : null,
    email: counts && typeof email === 'string' ? email : null,
    roles: [...new Set(groups.filter(({ group }) => names.has(group)).map(({ role }) => role))],
  };
}

/** Asks the user info only for what the ID token leaves out. */
async function claimsOf({ settings, tokens, names }: Read): Promise<Claims> {
  const told: Claims = { ...tokens.claims() };
  const wanted = [
    names.handleClaim,
    ...(names.groups.length > 0 ? [names.groupsClaim] : []),
    ...(names.attach === 'email' ? ['email'] : []),
  ];
  const lacks = wanted.some((name) => claim(told, name) === undefined);
  if (!lacks || settings.serverMetadata().userinfo_endpoint === undefined) return told;
  const more = await fetchUserInfo(settings, tokens.access_token, String(told.sub));
  return { ...more, ...told };
}

const claim = (claims: Claims, name: string): unknown =>
  Object.hasOwn(claims, name) ? claims[name] : undefined;
