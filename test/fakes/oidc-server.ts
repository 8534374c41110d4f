// A small OpenID provider over real HTTP: settings, keys, authorization code with PKCE, signed ID tokens, user info, an end
// of the session. It is exact where a real one is: a code works once, for its client, its way back and its verifier.

import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type OidcServer = {
  readonly issuer: string;
  /** Claims of whoever signs in next; what is null is left out. */
  person: Record<string, unknown>;
  /** Claims that only the user info tells. */
  info: Record<string, unknown>;
  /** Bends the ID token, as a broken or evil provider would. */
  bend: (claims: Record<string, unknown>) => Record<string, unknown>;
  /** Signs with another key than the one that is published. */
  forge: boolean;
  /** Says no instead of sending a code. */
  refuse: boolean;
  /** What the browser was sent with, newest last. */
  readonly asked: URLSearchParams[];
  /** Follows an address as a browser does whose person is known there; gives where it is sent back to. */
  visit(url: string): Promise<string>;
  close(): Promise<void>;
};

type Code = { readonly asked: URLSearchParams; used: boolean };

export const oidcClient = { clientId: 'officina', clientSecret: 'a secret: of & this client' };

export async function openOidcServer(): Promise<OidcServer> {
  const [own, other] = [keyPair(), keyPair()];
  const codes = new Map<string, Code>();
  let issuer = '';
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const json = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (url.pathname === '/.well-known/openid-configuration') return json(200, settingsOf(issuer));
    if (url.pathname === '/jwks') return json(200, { keys: [own.jwk] });
    if (url.pathname === '/authorize') {
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      provider.asked.push(url.searchParams);
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      back.searchParams.set('iss', issuer);
      if (provider.refuse) back.searchParams.set('error', 'access_denied');
      else {
        const code = `code-${codes.size + 1}`;
        codes.set(code, { asked: url.searchParams, used: false });
        back.searchParams.set('code', code);
      }
      response.writeHead(302, { location: back.href });
      return response.end();
    }
    if (url.pathname === '/token') return token(json, request);
    if (url.pathname === '/userinfo') {
      const known = request.headers.authorization === 'Bearer access-token';
      return json(known ? 200 : 401, { sub: provider.person.sub, ...provider.info });
    }
    return json(404, {});
  });

  async function token(json: (status: number, body: unknown) => void, request: IncomingMessage) {
    const form = new URLSearchParams(await textOf(request));
    const code = codes.get(form.get('code') ?? '');
    const { clientId, clientSecret } = oidcClient;
    // RFC 6749, 2.3.1: both are form-encoded before they are joined.
    const basic = Buffer.from(`${formWord(clientId)}:${formWord(clientSecret)}`).toString('base64');
    if (request.headers.authorization !== `Basic ${basic}`) return json(401, { error: 'invalid_client' });
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const fits =
      code !== undefined &&
      !code.used &&
      form.get('redirect_uri') === code.asked.get('redirect_uri') &&
      code.asked.get('code_challenge_method') === 'S256' &&
      challenge === code.asked.get('code_challenge');
    if (!fits) return json(400, { error: 'invalid_grant' });
    code.used = true;
    const nowS = Math.floor(Date.now() / 1000);
    const claims = provider.bend({
      ...{ iss: issuer, aud: clientId, iat: nowS, exp: nowS + 300, nonce: code.asked.get('nonce') },
      ...provider.person,
    });
    const idToken = jwt(claims, provider.forge ? other.privateKey : own.privateKey);
    return json(200, { access_token: 'access-token', token_type: 'Bearer', id_token: idToken });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: OidcServer = {
    issuer,
    person: { sub: 'subject-1', preferred_username: 'ada', groups: [] },
    info: {},
    bend: (claims) => claims,
    forge: false,
    refuse: false,
    asked: [],
    async visit(url) {
      const answer = await fetch(url, { redirect: 'manual' });
      return answer.headers.get('location') ?? '';
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return provider;
}

const settingsOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  end_session_endpoint: `${issuer}/end`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['ES256'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
});

function keyPair() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    privateKey,
    jwk: { ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' },
  };
}

function jwt(claims: object, key: ReturnType<typeof keyPair>['privateKey']): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'ES256', kid: 'one' })}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

const formWord = (text: string): string => new URLSearchParams({ x: text }).toString().slice(2);

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
