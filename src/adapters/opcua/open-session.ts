// From an address to a session with a server that is who it should be: reach it, ask what it offers, judge its
// certificate, and only then speak to it for real. Every way of failing has its code.

import { type ClientSession, type OPCUAClient, SecurityPolicy, UserTokenType } from 'node-opcua';
import type { ServerTrouble } from '../../domain/machine/trouble.ts';
import { LinkFault, toLinkFault } from '../../edge/link-fault.ts';
import type { Judge } from './certificate-judge.ts';
import { checkSignIn, chooseEndpoint } from './choose-endpoint.ts';
import { type OpenedClient, openClient } from './open-client.ts';
import type { OwnCertificate } from './own-certificate.ts';
import { reachHost } from './reach-host.ts';
import type { OpcuaAddress } from './worker-messages.ts';

export type OpenedSession = {
  readonly session: ClientSession;
  readonly client: OPCUAClient;
  /** What somebody should know; throws a LinkFault when the server may not be spoken to any more. */
  recheck(): readonly ServerTrouble[];
};

export type SessionOptions = {
  readonly address: OpcuaAddress;
  readonly own: OwnCertificate;
  readonly judge: Judge;
  /** Told of every client before it connects, so that none outlives an attempt that was given up. */
  readonly onClient: (opened: OpenedClient) => void;
};

const reachMs = 5_000;
const politeMs = 1_000;

/** @throws LinkFault */
export async function openSession(options: SessionOptions): Promise<OpenedSession> {
  const { address, own, judge, onClient } = options;
  await reachHost(address.endpoint, reachMs);
  const endpoint = chooseEndpoint(await discover(options), address.security);
  const judged = address.security === 'none' ? null : judge(endpoint.serverCertificate);
  const opened = openClient({
    own,
    security: {
      securityMode: endpoint.securityMode,
      securityPolicy: policyOf(endpoint.securityPolicyUri),
      ...(judged ? { serverCertificate: judged.der } : {}),
    },
  });
  onClient(opened);
  const { client } = opened;
  await connect(client, { address, own });
  // What it offers, heard once more over the channel that nobody can have changed.
  const sure = client.findEndpointForSecurity(client.securityMode, client.securityPolicy);
  if (!sure) throw new LinkFault('server-silent');
  checkSignIn(sure, address);
  const recheck = () => (judged ? judge(judged.der).troubles : [unprotected]);
  return { session: await signIn(client, address), client, recheck };
}

const unprotected: ServerTrouble = { code: 'unprotected', values: {} };

/** What a server offers may be asked without protection; nothing is believed of it but the choice (OPC 10000-4, 5.4). */
async function discover({ address, own, onClient }: SessionOptions) {
  const opened = openClient({ own, security: {} });
  onClient(opened);
  try {
    await opened.client.connect(address.endpoint);
    return await opened.client.getEndpoints();
  } catch (cause) {
    throw toLinkFault(cause, 'server-silent');
  } finally {
    await opened.end(politeMs);
  }
}

/** The channel alone: with this the server has shown that it has the key of its certificate, and has judged ours. */
async function connect(
  client: OPCUAClient,
  { address, own }: Pick<SessionOptions, 'address' | 'own'>,
): Promise<void> {
  try {
    await client.connect(address.endpoint);
  } catch (cause) {
    // Many servers hang up on a client that they do not trust; one that has just died cannot be reached either.
    await reachHost(address.endpoint, reachMs);
    if (address.security === 'none') throw toLinkFault(cause, 'server-silent');
    throw new LinkFault('gateway-untrusted', { sha1: own.sha1 }, { cause });
  }
}

async function signIn(client: OPCUAClient, { user, password }: OpcuaAddress): Promise<ClientSession> {
  let isAnswered = true;
  const unanswered = (): void => {
    isAnswered = false;
  };
  client.once('timed_out_request', unanswered);
  client.once('close', unanswered);
  try {
    if (user === null) return await client.createSession();
    return await client.createSession({
      type: UserTokenType.UserName,
      userName: user,
      password: password ?? '',
    });
  } catch (cause) {
    // The library hands on only as a text why a server said no; that it did is certain.
    throw toLinkFault(cause, isAnswered ? 'sign-in-refused' : 'server-silent');
  }
}

const policyOf = (uri: string | null): SecurityPolicy =>
  Object.values(SecurityPolicy).find((policy) => policy === uri) ?? SecurityPolicy.None;
