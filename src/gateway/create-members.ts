// The use cases about people, their badges, PINs and passwords, one after the other, since each reads what the one before it
// has changed.

import { certify, withdrawCertificate } from './certify.ts';
import { eraseMember } from './erase-member.ts';
import type { Gateway } from './gateway.ts';
import { changeMember, type ImportMembers, importMembers } from './import-members.ts';
import type { InTurn } from './in-turn.ts';
import { awaitBadge, learnReader, loseBadge, type ManageBadges } from './manage-badges.ts';
import type { Journal, Secrets } from './ports.ts';
import { setPin } from './set-pin.ts';
import { setPush } from './set-push.ts';
import { setRoles } from './set-roles.ts';
import { setStatus } from './set-status.ts';
import { signInVouched } from './sign-in-vouched.ts';

type Members = Pick<
  Gateway,
  | ('importMembers' | 'setShown' | 'setPassword' | 'setPin' | 'setStatus' | 'eraseMember')
  | ('certify' | 'withdrawCertificate' | 'setRoles' | 'noteView')
  | ('awaitBadge' | 'loseBadge' | 'learnReader' | 'signInVouched')
  | ('importMembers' | 'setShown' | 'setPassword' | 'setPin' | 'setPush' | 'setStatus' | 'eraseMember')
>;

type Box = ImportMembers &
  ManageBadges & {
    readonly inTurn: InTurn;
    readonly secrets: Secrets;
    readonly journal: Journal;
  };

export function createMembers(box: Box): Members {
  const { inTurn } = box;
  return {
    importMembers: (rows, how) => inTurn(() => importMembers(box, rows, how)),
    async setShown(member, shown) {
      await inTurn(() => changeMember(box, member, { recorded: { shown } }));
    },
    async setPassword(member, password) {
      const hash = await box.secrets.hashPassword(password);
      await inTurn(() => changeMember(box, member, { person: { password: hash } }));
    },
    async setPin({ member, pin, unlock }) {
      const hash = pin === null ? null : await box.secrets.hashPassword(pin);
      return inTurn(() => setPin(box, { member, hash, unlock }));
    },
    signInVouched: (vouched) => inTurn(() => signInVouched(box, vouched)),
    setPush: (wish) => inTurn(() => setPush(box, wish)),
    certify: (wish) => inTurn(() => certify(box, wish)),
    withdrawCertificate: (wish) => inTurn(() => withdrawCertificate(box, wish)),
    setRoles: (wish) => inTurn(() => setRoles(box, wish)),
    async noteView(view) {
      await box.committer.commit([{ type: 'usage-viewed', data: view }]);
    },
    setStatus: (wish) => inTurn(() => setStatus(box, wish)),
    eraseMember: (request) => inTurn(() => eraseMember(box, request)),
    awaitBadge: async (request) => awaitBadge(box, request),
    loseBadge: (request) => inTurn(() => loseBadge(box, request)),
    learnReader: (request) => learnReader(box, request),
  };
}
