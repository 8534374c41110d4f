// What is missing so that browsers trust this gateway: for passkeys, for installing the page, and for push messages. It says
// what stands in the file and the certificate; whether a browser reaches it there, only the browser knows.

import { SetupView } from '../contract/setup.ts';
import type { SignInOptions } from './options.ts';
import type { Api, Parts } from './parts.ts';
import { problemAnswers } from './problem.ts';
import { providerCallback } from './sign-in-provider.ts';
import { siteOf } from './site.ts';

type Missing = SetupView['parts'][number]['missing'][number];

export function setupRoutes(api: Api, { options }: Parts): void {
  api.get(
    '/api/setup',
    {
      config: { needs: ['setup:read'] },
      schema: {
        summary: 'What is missing for passkeys, installing and push',
        tags: ['gateway'],
        response: { 200: SetupView, ...problemAnswers },
      },
    },
    ({ headers }) => {
      const address = siteOf(options, headers.host)?.origin ?? null;
      return viewOf(address, options.signInWays);
    },
  );
}

function viewOf(address: string | null, ways: SignInOptions | undefined): SetupView {
  const selfSigned = ways?.selfSigned ?? false;
  const missing = missingOf(address, selfSigned);
  const withoutName = missing.filter((one) => one !== 'name');
  const part = (what: SetupView['parts'][number]['what'], lacks: readonly Missing[]) => ({
    ...{ what, missing: [...lacks] },
    // On this computer itself it works, which is enough to try it.
    ready: lacks.every((one) => one === 'local'),
  });
  const label = ways?.provider?.label ?? null;
  return {
    address,
    from: address === null ? 'none' : ways?.address == null ? 'local' : (ways.addressFrom ?? 'file'),
    parts: [part('passkeys', missing), part('install', withoutName), part('push', withoutName)],
    lines: missing.length === 0 ? null : httpLines,
    provider: {
      label,
      back: address === null ? null : `${address}${providerCallback}`,
      lines: label === null ? providerLines : null,
    },
  };
}

function missingOf(address: string | null, selfSigned: boolean): readonly Missing[] {
  if (address === null) return ['https', 'name'];
  const { protocol, hostname } = new URL(address);
  if (hostname === 'localhost') return ['local'];
  return [
    ...(protocol === 'https:' ? [] : (['https'] as const)),
    ...(/^[\d.]+$|^\[/.test(hostname) ? (['name'] as const) : []),
    ...(selfSigned ? (['certificate'] as const) : []),
  ];
}

const httpLines = `http:
  address: https://officina.example.org
  port: 443
  tls: { cert: tls/cert.pem, key: tls/key.pem }
`;

const providerLines = `sign-in:
  oidc:
    issuer: https://login.example.org
    client-id: officina
    client-secret_file: oidc-secret
    label: Example account
    groups:
      workshop-stewards: steward
`;
