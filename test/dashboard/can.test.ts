// Which actions are offered to whom; the gateway judges again, so this table only has to be kind and complete.

import { expect, it } from 'vitest';
import type { Scope, Self } from '../../src/contract/people.ts';
import { type Action, can } from '../../src/dashboard/can.ts';
import { card, session } from './cards.ts';

const who = (scopes: readonly Scope[], changes: Partial<Self> = {}): Self => ({
  member: 'k1',
  name: 'Ada',
  roles: ['member'],
  scopes: [...scopes],
  shown: true,
  demo: false,
  ...changes,
});

const nobody = null;
const visitor = who(['board:read', 'statements:read'], { member: null, demo: true });
const wallScreen = who(['board:read'], { member: null });
const ada = who(['board:read', 'self:read', 'self:write']);
const eva = who(['board:read', 'self:read', 'self:write', 'usage:write']);
const trainer = who(['board:read', 'self:read', 'self:write', 'members:read']);
const steward = who([...trainer.scopes, 'members:write', 'devices:read', 'devices:write', 'alarms:answer']);
const mine = card({ session: session({ mine: true }) });

it.each<[Action, Self | null, boolean]>([
  ['see-statement', nobody, false],
  ['see-statement', wallScreen, false],
  ['see-statement', visitor, true],
  ['see-statement', ada, true],
  ['enter-usage', nobody, false],
  ['enter-usage', visitor, false],
  ['enter-usage', ada, false],
  ['enter-usage', eva, true],
  ['answer-alarm', nobody, false],
  ['answer-alarm', ada, false],
  ['answer-alarm', steward, true],
  ['see-devices', wallScreen, false],
  ['see-members', nobody, false],
  ['see-members', visitor, false],
  ['see-members', ada, false],
  ['see-members', trainer, true],
  ['change-members', trainer, false],
  ['change-members', steward, true],
  ['certify', trainer, false],
  ['certify', who(['members:read', 'certificates:write']), true],
  ['see-journal', ada, false],
  ['see-today', ada, false],
  ['see-today', steward, true],
  ['see-members', steward, true],
  ['see-devices', ada, false],
  ['see-devices', trainer, false],
  ['see-devices', steward, true],
  ['assign-device', nobody, false],
  ['assign-device', who(['devices:read']), false],
  ['assign-device', steward, true],
  ['see-own', nobody, false],
  ['see-own', visitor, false],
  ['see-own', wallScreen, false],
  ['see-own', ada, true],
  ['choose-shown', visitor, false],
  ['choose-shown', wallScreen, false],
  ['choose-shown', ada, true],
  ['sign-out', nobody, false],
  ['sign-out', visitor, false],
  ['sign-out', wallScreen, true],
  ['sign-out', ada, true],
  ['tap-demo-badge', nobody, false],
  ['tap-demo-badge', visitor, true],
  ['tap-demo-badge', ada, false],
])('%s', (action, self, expected) => {
  expect(can(action, { self, live: true })).toBe(expected);
});

it.each([
  ['one’s own session', ada, mine, true],
  ['the session of another', ada, card({ session: session() }), false],
  ['a session that is ending already', ada, card({ session: session({ mine: true, ending: true }) }), false],
  ['no session', ada, card(), false],
  ['a right that is missing', wallScreen, mine, false],
  ['nobody signed in', nobody, mine, false],
])('finish: %s', (_case, self, machine, expected) => {
  expect(can('finish', { self, live: true, card: machine })).toBe(expected);
});

it('inv. 7: nothing can be done while the gateway is away', () => {
  const actions: readonly Action[] = [
    'finish',
    'see-statement',
    'enter-usage',
    'answer-alarm',
    'see-members',
    'see-devices',
    'see-own',
    'choose-shown',
    'sign-out',
    'tap-demo-badge',
  ];
  for (const self of [nobody, visitor, ada, eva, steward]) {
    for (const action of actions) expect(can(action, { self, live: false, card: mine })).toBe(false);
  }
});
