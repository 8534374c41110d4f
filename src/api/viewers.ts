// Who asks, from a bearer token or a cookie, and what they may do: judged anew at every request against the members
// as they now are, so that a suspension or a dropped token takes effect at once.

import type { Scope } from '../contract/people.ts';
import type { Role } from '../domain/journal/entry.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Clock, Secrets, Token } from '../gateway/ports.ts';
import { machinesOfToken } from './kiosk-tokens.ts';
import { kioskScopes, scopesOf, visitorScopes } from './scopes.ts';
import type { SignIns } from './sign-ins.ts';
import type { TokenShelf } from './token-shelf.ts';

export type Viewer = {
  /** Member key; null for the visitor of the demo and for tokens of the gateway itself. */
  readonly member: string | null;
  readonly name: string;
  /** As the journal names them: the member key, or which of the gateway's own tokens it was. */
  readonly by: string;
  readonly roles: readonly Role[];
  readonly scopes: ReadonlySet<Scope>;
  readonly through: 'sign-in' | 'token' | 'master' | 'visitor' | 'kiosk';
  /** Ids of the machines that a kiosk stands at; left out: it is none. */
  readonly kioskOf?: readonly string[];
};

/** What a request brought along, its secret already digested. */
export type Credential =
  | { readonly kind: 'none' }
  | { readonly kind: 'cookie'; readonly digest: string }
  | { readonly kind: 'bearer'; readonly digest: string };

export type Viewers = {
  credentialOf(sent: {
    readonly authorization: string | undefined;
    readonly cookie: string | undefined;
  }): Credential;
  viewerOf(credential: Credential): Viewer | null;
  /** As whom a member would be signed in; null when they may not. */
  ofMember(member: string): Viewer | null;
};

export type MasterToken = { readonly token: string; readonly by: 'admin-token' | 'console' };

export type ViewersOptions = {
  readonly gateway: Pick<Gateway, 'state' | 'person'>;
  readonly clock: Pick<Clock, 'wallMs'>;
  readonly secrets: Pick<Secrets, 'digest'>;
  readonly signIns: Pick<SignIns, 'find'>;
  readonly tokens: Pick<TokenShelf, 'find'>;
  /** Tokens with the role admin that belong to no member. */
  readonly masterTokens: readonly MasterToken[];
  readonly demo: boolean;
};

export function createViewers(options: ViewersOptions): Viewers {
  const { secrets, signIns, demo } = options;
  const masters = new Map(options.masterTokens.map(({ token, by }) => [secrets.digest(token), by]));

  return {
    credentialOf({ authorization, cookie }) {
      const bearer = bearerOf(authorization);
      if (bearer !== undefined) return { kind: 'bearer', digest: secrets.digest(bearer) };
      if (cookie !== undefined && cookie.length <= 200)
        return { kind: 'cookie', digest: secrets.digest(cookie) };
      return { kind: 'none' };
    },
    viewerOf(credential) {
      if (credential.kind === 'bearer') {
        const by = masters.get(credential.digest);
        return by ? { ...master, by } : tokenViewer(options, credential.digest);
      }
      const known = credential.kind === 'cookie' ? cookieViewer(options, credential.digest) : null;
      // Browsers share cookies among all ports of one host: a stale one must not lock the visitor out.
      return known ?? (demo ? visitor : null);
    },
    ofMember: (member) => memberViewer(options, member),
  };

  function cookieViewer(from: ViewersOptions, digest: string): Viewer | null {
    const principal = signIns.find(digest);
    // The cookie of a wall screen holds its token itself, so that it survives a restart.
    if (principal === undefined) return tokenViewer(from, digest);
    return 'master' in principal ? master : memberViewer(from, principal.member);
  }
}

/** The token of an Authorization header; undefined when there is none, or it is none of ours by its shape. */
export function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer +([\x21-\x7e]{1,200})$/i.exec(authorization ?? '')?.[1];
}

const visitor: Viewer = {
  member: null,
  name: 'Visitor',
  by: 'visitor',
  roles: [],
  scopes: visitorScopes,
  through: 'visitor',
};

const master: Viewer = {
  member: null,
  name: 'Administrator',
  by: 'admin-token',
  roles: ['admin'],
  scopes: scopesOf(['admin']),
  through: 'master',
};

function memberViewer({ gateway }: ViewersOptions, member: string): Viewer | null {
  const recorded = gateway.state().members.get(member);
  const person = gateway.person(member);
  if (recorded?.status !== 'active' || person === undefined) return null;
  return {
    member,
    name: person.name,
    by: member,
    roles: recorded.roles,
    scopes: scopesOf(recorded.roles),
    through: 'sign-in',
  };
}

/** A token can do what it was made for, as far as its member still can. */
function tokenViewer(options: ViewersOptions, digest: string): Viewer | null {
  const token = options.tokens.find(digest);
  if (token === undefined) return null;
  if (token.expiresAtMs !== null && token.expiresAtMs <= options.clock.wallMs()) return null;
  const owner = memberViewer(options, token.member);
  if (owner === null) return null;
  const kioskOf = machinesOfToken(token);
  if (kioskOf.length > 0) return kioskViewer(owner, token, kioskOf);
  const scopes = new Set([...owner.scopes].filter((scope) => token.scopes.includes(scope)));
  return { ...owner, scopes, through: 'token' };
}

/** A kiosk is nobody: it has nothing of the steward who paired it, and works as long as they may look after devices. */
function kioskViewer(owner: Viewer, { id, label }: Token, kioskOf: readonly string[]): Viewer | null {
  if (!owner.scopes.has('devices:write')) return null;
  const nobody = { member: null, name: label, by: `kiosk-${id}`, roles: [] } as const;
  return { ...nobody, scopes: kioskScopes, through: 'kiosk', kioskOf };
}
