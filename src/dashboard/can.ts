// What may be done from this screen, in one table. The gateway decides again; this only keeps buttons away that would be refused.

import type { MachineCard } from '../contract/board.ts';
import type { Scope, Self } from '../contract/people.ts';

export type Circumstances = {
  /** Null when nobody is signed in. */
  readonly self: Self | null;
  /** Whether the gateway is there; when it is not, nothing may be done. Looking at a page needs no more than `true`. */
  readonly live: boolean;
  readonly card?: MachineCard;
};

export type Action =
  | 'finish'
  | 'see-statement'
  | 'enter-usage'
  | 'correct-charge'
  | 'lock-machine'
  | 'decide-machine'
  | 'answer-alarm'
  | 'report-problem'
  | 'give-care'
  | 'replay-policy'
  | 'see-members'
  | 'change-members'
  | 'certify'
  | 'see-journal'
  | 'see-care'
  | 'see-tokens'
  | 'see-today'
  | 'take-payments'
  | 'see-devices'
  | 'assign-device'
  | 'see-own'
  | 'see-policy'
  | 'see-proposals'
  | 'see-books'
  | 'write-books'
  | 'vote'
  | 'contest-charge'
  | 'settle-dispute'
  | 'choose-shown'
  | 'see-setup'
  | 'sign-out'
  | 'tap-demo-badge';

const rules: Readonly<Record<Action, (at: Circumstances) => boolean>> = {
  finish: ({ self, card }) =>
    card?.session?.mine === true &&
    !card.session.ending &&
    (has(self, 'self:write') || has(self, 'sessions:end')),
  'see-statement': ({ self }) => has(self, 'statements:read') || has(self, 'self:read'),
  'enter-usage': ({ self }) => has(self, 'usage:write'),
  'correct-charge': ({ self }) => has(self, 'charges:write'),
  'lock-machine': ({ self }) => has(self, 'machines:lock'),
  'decide-machine': ({ self }) => has(self, 'machines:write'),
  'answer-alarm': ({ self }) => has(self, 'alarms:answer'),
  'report-problem': ({ self }) => has(self, 'self:write'),
  'give-care': ({ self }) => has(self, 'care:write'),
  'replay-policy': ({ self }) => has(self, 'machines:write'),
  'see-members': ({ self }) => has(self, 'members:read'),
  'change-members': ({ self }) => has(self, 'members:write') && has(self, 'members:read'),
  certify: ({ self }) => has(self, 'certificates:write') && has(self, 'members:read'),
  'see-journal': ({ self }) => has(self, 'journal:read'),
  'see-care': ({ self }) => has(self, 'care:write'),
  'see-tokens': ({ self }) => self !== null && self.member !== null && has(self, 'tokens:write'),
  'see-today': ({ self }) =>
    (['devices:read', 'care:write', 'disputes:settle', 'ledger:read', 'certificates:write'] as const).some(
      (scope) => has(self, scope),
    ),
  'take-payments': ({ self }) => has(self, 'payments:write') && has(self, 'members:read'),
  'see-devices': ({ self }) => has(self, 'devices:read'),
  'assign-device': ({ self }) => has(self, 'devices:read') && has(self, 'devices:write'),
  'see-own': ({ self }) => self !== null && self.member !== null && has(self, 'self:read'),
  'see-policy': ({ self }) => has(self, 'board:read'),
  'see-proposals': ({ self }) => has(self, 'self:read'),
  'see-books': ({ self }) => has(self, 'ledger:read'),
  'write-books': ({ self }) => has(self, 'books:write'),
  vote: ({ self }) => self !== null && self.member !== null && has(self, 'proposals:write'),
  'contest-charge': ({ self }) => self !== null && self.member !== null && has(self, 'self:write'),
  'settle-dispute': ({ self }) => has(self, 'disputes:settle'),
  'see-setup': ({ self }) => has(self, 'setup:read'),
  'choose-shown': ({ self }) => self !== null && self.member !== null && has(self, 'self:write'),
  'sign-out': ({ self }) => self !== null && !self.demo,
  'tap-demo-badge': ({ self }) => self?.demo === true,
};

/** Whether an action is offered now. */
export function can(action: Action, at: Circumstances): boolean {
  return at.live && rules[action](at);
}

function has(self: Self | null, scope: Scope): boolean {
  return self?.scopes.includes(scope) ?? false;
}
