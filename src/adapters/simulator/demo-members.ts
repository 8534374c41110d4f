// The nine members of the demo shop: who they are, what their badge opens, and what is worth trying with it.

import type { MemberInput } from '../../gateway/gateway.ts';

export type DemoMember = MemberInput & { readonly badges: readonly [string]; readonly note: string };

type Held = MemberInput['certificates'][number];
const held = (certificate: string, until: string | null = null): Held => ({ certificate, until });

const member = (
  row: Partial<MemberInput> & Pick<DemoMember, 'member' | 'name' | 'badges' | 'note'>,
): DemoMember => ({
  email: null,
  team: null,
  certificates: [],
  roles: ['member'],
  ...row,
});

/** Their certificates end or not on fixed days, so that the demo tells the same story every day. */
export const demoMembers: readonly DemoMember[] = [
  member({
    member: 'ada',
    name: 'Ada Rossi',
    team: 'volta',
    badges: ['04a1b2c3d4e580'],
    certificates: ['laser-basic', 'laser-big', 'kiln', 'printer', 'mill'].map((one) => held(one)),
    note: 'opens everything',
  }),
  member({
    member: 'bo',
    name: 'Bo Weiß',
    badges: ['04a1b2c3d4e581'],
    certificates: [held('laser-basic')],
    note: 'lasers 1 and 2',
  }),
  member({
    member: 'carla',
    name: 'Carla Serra',
    team: 'volta',
    badges: ['04a1b2c3d4e582'],
    certificates: [held('laser-basic', '2026-06-30')],
    note: 'certificate has ended',
  }),
  member({ member: 'dario', name: 'Dario Conti', badges: ['04a1b2c3d4e583'], note: 'no certificate yet' }),
  member({
    member: 'eva',
    name: 'Eva Lindt',
    badges: ['04a1b2c3d4e584'],
    certificates: [held('laser-basic'), held('laser-big')],
    roles: ['member', 'steward'],
    note: 'steward',
  }),
  member({
    member: 'fadi',
    name: 'Fadi Haddad',
    team: 'terra',
    badges: ['94d8fc5f'],
    certificates: [held('kiln'), held('printer')],
    note: 'printer and kiln',
  }),
  member({
    member: 'gita',
    name: 'Gita Rao',
    team: 'terra',
    badges: ['04a1b2c3d4e586'],
    certificates: [held('laser-basic')],
    note: 'works at laser 2',
  }),
  member({
    member: 'hugo',
    name: 'Hugo Marin',
    badges: ['04a1b2c3d4e587'],
    certificates: [held('laser-basic', '2029-12-31'), held('laser-big', '2029-12-31')],
    note: 'certificates with an end date',
  }),
  member({
    member: 'ivo',
    name: 'Ivo Kern',
    team: 'volta',
    badges: ['04a1b2c3d4e588'],
    certificates: [held('mill')],
    note: 'works at the mill',
  }),
];
