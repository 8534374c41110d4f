// Takes back what was just given: whoever had nothing before loses it, whoever had it with another end has that again. Further
// entries say so; nothing is edited.

import type { CertifyReport } from '../../contract/certifications.ts';
import type { Problem } from '../../contract/people.ts';
import { deskClient } from '../desk/desk-client.ts';

type Changes = CertifyReport['changes'];

/** The first problem, after which nothing more is tried; null when all is as before. */
export async function undoCertify(certificate: string, changes: Changes): Promise<Problem | null> {
  const fresh = changes.filter(({ before }) => before === null).map(({ member }) => member);
  if (fresh.length > 0) {
    const answer = await deskClient.withdrawCertificate({ members: fresh, certificate });
    if (!answer.ok) return answer.problem;
  }
  for (const { member, before } of changes) {
    if (before === null) continue;
    const answer = await deskClient.certify({ members: [member], certificate, ...before });
    if (!answer.ok) return answer.problem;
  }
  return null;
}
