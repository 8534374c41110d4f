// Certificates of servers as tests need them: of any validity and strength, made in memory.

import { crypto_utils } from 'node-opcua';

type Wanted = {
  readonly fromMs?: number;
  readonly untilMs?: number;
  readonly subject?: string;
  readonly bits?: 1024 | 2048;
};

const dayMs = 86_400_000;

/** DER. */
export async function makeCertificate(wanted: Wanted = {}): Promise<Buffer> {
  const {
    fromMs = Date.now() - dayMs,
    untilMs = Date.now() + 400 * dayMs,
    subject = '/CN=Mill',
    bits = 2048,
  } = wanted;
  const { cert } = await crypto_utils.createSelfSignedCertificate({
    privateKey: await crypto_utils.generatePrivateKey(bits),
    subject,
    applicationUri: 'urn:test',
    notBefore: new Date(fromMs),
    notAfter: new Date(untilMs),
    purpose: crypto_utils.CertificatePurpose.ForApplication,
  });
  return crypto_utils.convertPEMtoDER(cert);
}
