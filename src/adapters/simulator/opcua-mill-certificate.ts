// The certificate of a simulated mill, self-signed, in a folder that also takes up the certificates of its clients. It
// is kept over restarts, so that one who trusted the mill need not do so again.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { OPCUACertificateManager } from 'node-opcua';

export type MillCertificate = {
  readonly manager: OPCUACertificateManager;
  readonly certificateFile: string;
  /** DER. */
  readonly certificate: Buffer;
  readonly thumbprint: string;
};

const dayMs = 86_400_000;
const validDays = 3_650;

export async function openMillCertificate(options: {
  readonly pkiDir: string;
  readonly certificate?: 'kept' | 'new' | 'expired';
  readonly applicationUri: string;
  readonly host: string;
}): Promise<MillCertificate> {
  const { pkiDir, certificate = 'kept', applicationUri, host } = options;
  if (certificate !== 'kept') await rm(join(pkiDir, 'own'), { recursive: true, force: true });
  const manager = new OPCUACertificateManager({
    rootFolder: pkiDir,
    // A demo mill trusts whoever comes.
    automaticallyAcceptUnknownCertificate: true,
    disableFileWatchers: true,
  });
  await manager.initialize();
  const certificateFile = join(pkiDir, 'own', 'certs', 'mill.pem');
  if (!existsSync(certificateFile)) {
    const expired = certificate === 'expired';
    await manager.createSelfSignedCertificate({
      subject: '/CN=Simulated mill/O=Officina',
      applicationUri,
      // node-opcua warns about a certificate without the name of its computer.
      dns: ['localhost', hostname()],
      ip: [host],
      startDate: new Date(Date.now() - (expired ? 100 : 1) * dayMs),
      validity: expired ? 50 : validDays,
      outputFile: certificateFile,
    });
  }
  const der = fromPem(await readFile(certificateFile, 'latin1'));
  return {
    manager,
    certificateFile,
    certificate: der,
    thumbprint: createHash('sha1').update(der).digest('hex'),
  };
}

function fromPem(pem: string): Buffer {
  const [, base64] = /-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/.exec(pem) ?? [];
  if (base64 === undefined) throw new Error('the certificate of the simulated mill is not in PEM; delete it');
  return Buffer.from(base64, 'base64');
}
