// Puts the certificate of a server that this program has itself made on the list of those that are trusted, where else
// only a person does so. For the demo shop alone: there is nobody else whose certificate it could be.

import { readCertificate } from '../adapters/opcua/read-certificate.ts';
import { openTrustStore } from '../adapters/opcua/trust-store.ts';
import type { Config } from '../config/config.ts';
import { opcuaFolder } from './machine-links.ts';

export function trustOwn({ dataDir }: Pick<Config, 'dataDir'>) {
  return (own: { readonly machine: string; readonly certificate: Buffer }): void => {
    const certificate = readCertificate(own.certificate);
    if (!certificate) throw new Error(`the certificate of ${own.machine} is none that OPC UA allows`);
    openTrustStore(opcuaFolder(dataDir)).trustOwn(own.machine, certificate);
  };
}
