// One client of the library, with all its bounds, and how to be rid of it: politely while the server answers, and
// always wholly. The library never connects again by itself and never judges a certificate; both are ours.

import { type ClientSecureChannelLayer, OPCUAClient, type OPCUAClientOptions, StatusCodes } from 'node-opcua';
import { realTimers } from '../../edge/timers.ts';
import type { OwnCertificate } from './own-certificate.ts';

export type OpenedClient = {
  readonly client: OPCUAClient;
  /** Resolves when nothing of it is left, at the latest after `politeMs`; may be called again. */
  end(politeMs: number): Promise<void>;
};

/** A request that is not answered by then has failed. */
const requestMs = 10_000;

/** What a server may send at most: an item state needs some hundred bytes, a folder of nodes some thousand. */
const limits = {
  maxMessageSize: 4_194_304,
  maxChunkCount: 128,
  receiveBufferSize: 65_536,
  sendBufferSize: 65_536,
};

export function openClient(options: {
  readonly own: OwnCertificate;
  readonly security: Pick<OPCUAClientOptions, 'securityMode' | 'securityPolicy' | 'serverCertificate'>;
}): OpenedClient {
  const { own, security } = options;
  const client = OPCUAClient.create({
    ...security,
    applicationName: 'Officina',
    applicationUri: own.applicationUri,
    clientName: 'officina',
    certificateKeyPairProvider: own.keyPair,
    clientCertificateManager: trustNobody,
    endpointMustExist: false,
    // Not once again by itself: what is broken is torn down and built anew, by us.
    connectionStrategy: { maxRetry: 0 },
    keepSessionAlive: false,
    requestedSessionTimeout: 60_000,
    transportTimeout: requestMs,
    defaultTransactionTimeout: requestMs,
    transportSettings: limits,
  });
  const channels = new Set<ClientSecureChannelLayer>();
  client.on('secure_channel_created', (channel) => channels.add(channel));
  let ended: Promise<void> | null = null;
  const end = async (politeMs: number): Promise<void> => {
    const polite = client.disconnect().catch(() => undefined);
    const late = Promise.withResolvers<void>();
    const callOff = realTimers.after(politeMs, late.resolve);
    await Promise.race([polite, late.promise]);
    callOff();
    for (const channel of channels) channel.dispose();
    channels.clear();
    client.removeAllListeners();
    // A client whose server is frozen still waits for it; without its channel it gives up.
    await polite;
  };
  return {
    client,
    end(politeMs) {
      ended ??= end(politeMs);
      return ended;
    },
  };
}

/**
 * What the library asks where it would judge a certificate itself: no. It is only ever handed one that `judge` let
 * pass, and then does not ask.
 */
const trustNobody: NonNullable<OPCUAClientOptions['clientCertificateManager']> = {
  referenceCounter: 0,
  initialize: async () => undefined,
  dispose: async () => undefined,
  checkCertificate: async () => StatusCodes.BadCertificateUntrusted,
  verifyCertificate: async () => 'BadCertificateUntrusted',
  getTrustStatus: async () => StatusCodes.BadCertificateUntrusted,
  trustCertificate: () => Promise.reject(new Error('only a person trusts a certificate')),
  rejectCertificate: async () => undefined,
  addIssuer: () => Promise.reject(new Error('only a person trusts a certificate')),
  addRevocationList: async () => undefined,
};
