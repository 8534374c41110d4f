// Which words are looked up by a code from outside, and all the codes that there are: a code without words is a mistake of
// the language. Where a set of codes is a type alone, its members stand here, and the compiler holds them to it.

import { alarmAnswers, alarmCodes, SwitchTruths } from '../../src/contract/alarms.ts';
import type { SaleRequest } from '../../src/contract/allowances.ts';
import { MachineCard } from '../../src/contract/board.ts';
import type { BooksDrafts } from '../../src/contract/books.ts';
import type { CareView } from '../../src/contract/care.ts';
import { careDeeds, problemClosings, problemSeverities } from '../../src/contract/care-words.ts';
import { correctionReasons, materialUnits } from '../../src/contract/desk-words.ts';
import type { DeviceView } from '../../src/contract/devices.ts';
import type { DisputeView } from '../../src/contract/disputes.ts';
import { FourFacts } from '../../src/contract/machine-facts.ts';
import type { Member } from '../../src/contract/people.ts';
import type { PolicyView } from '../../src/contract/policy-view.ts';
import type { BallotRequest, ProposalLine } from '../../src/contract/proposals.ts';
import type { ReasonView } from '../../src/contract/queue.ts';
import { skipReasons } from '../../src/contract/queue-words.ts';
import type { ReplayReport } from '../../src/contract/replay.ts';
import { SetupView } from '../../src/contract/setup.ts';
import { PlaceList } from '../../src/contract/sign-in.ts';
import type { OwnErasePreview } from '../../src/contract/standing.ts';
import { todayKinds } from '../../src/contract/today.ts';
import type { PairingMade, UnassignedView } from '../../src/contract/unassigned.ts';
import type { UsageReport } from '../../src/contract/usage.ts';
import { usageReasons, withdrawalReasons } from '../../src/contract/usage-words.ts';
import { stateLooks } from '../../src/dashboard/look/states.ts';
import { machineTabs } from '../../src/dashboard/paths.ts';
import type { SourceKind } from '../../src/domain/allowance/consume.ts';
import type { Component } from '../../src/domain/billing/tally.ts';
import type { Role } from '../../src/domain/journal/member-entries.ts';
import { activities } from '../../src/domain/machine/activity.ts';
import { wearClocks } from '../../src/domain/machine/hour-meter.ts';
import { readingUnits } from '../../src/domain/machine/reading.ts';
import type { TariffClock } from '../../src/domain/machine/tariff.ts';
import { troubleCodes } from '../../src/domain/machine/trouble.ts';

/** All members of a union, and no others. */
const all = <Union extends string>(members: Readonly<Record<Union, 1>>): readonly string[] =>
  Object.keys(members);
type CertificateLevel = NonNullable<Member['certificates'][number]['level']>;
type Warning = BooksDrafts['drafts'][number]['warnings'][number];
type Part = CareView['parts'][number];
type KeptWhat = OwnErasePreview['keeps'][number]['what'];
type KeptWhy = OwnErasePreview['keeps'][number]['why'];
type Group = ReplayReport['groups'][number];

const tariffClocks = all<TariffClock>({
  loaded: 1,
  powered: 1,
  working: 1,
  operating: 1,
  laserOn: 1,
  spindleOn: 1,
});
const { link, activity, mode, interlock } = FourFacts.properties;
const { properties: card } = MachineCard;
const { properties: setup } = SetupView;
const { properties: place } = PlaceList.properties.places.items;

/** The record of words → the codes that are looked up in it. */
export const wordsByCode: Readonly<Record<string, readonly string[]>> = {
  'access.levels': all<CertificateLevel>({ assist: 1, operate: 1, maintain: 1, teach: 1 }),
  'account.how': place.how.enum,
  'alarms.answers': alarmAnswers,
  'me.erase.kept': all<KeptWhat>({
    ...{ sessions: 1, charges: 1, postings: 1, disputes: 1 },
    ...{ invoices: 1, payments: 1 },
  }),
  'me.erase.why': all<KeptWhy>({ bills: 1, law: 1 }),
  'today.kinds': todayKinds,
  'today.acts': todayKinds,
  'rail.rooms': [
    ...['today', 'members', 'devices', 'care', 'tariffs', 'policy', 'books', 'journal', 'tokens'],
  ],
  'rail.groups': ['rooms', 'machines', 'members', 'journal', 'codes'],
  'alarms.codes': alarmCodes,
  'alarms.truths.confirmed': SwitchTruths.properties.confirmed.enum,
  'bank.left': ['mandate-missing', 'mandate-used', 'collected-before'],
  'bank.outcomes': ['sure', 'unsure', 'before'],
  'bank.reasons': [
    ...['chosen', 'collection', 'end-to-end-id', 'remittance', 'number-in-text', 'several-numbers-in-text'],
    ...['unclear-shares', 'amount-and-account', 'already-paid', 'other-currency', 'returned', 'nothing-fits'],
    // What a posting may be refused for.
    ...['paid-less', 'period-closed', 'posting-in-future'],
  ],
  'bank.states': ['open', 'paid', 'returned', 'released'],
  'monthClose.creditWhys': ['mistake', 'disputed', 'agreed', 'returned', 'other'],
  'monthClose.fields': [
    'name',
    'street',
    'zip',
    'city',
    'country',
    'email',
    'vatId',
    'taxCode',
    'sdiCode',
    'pec',
  ],
  'monthClose.gates': ['sessions', 'disputes', 'gaps', 'drafts', 'addresses', 'sum'],
  'monthClose.marks': ['fine', 'look', 'stops'],
  'monthClose.rows': ['sessions', 'charges', 'postings', 'members'],
  'monthClose.stays': [
    ...['email-missing', 'mailed-before'],
    ...['mail-none', 'mail-unfit', 'mail-failed', 'mail-full'],
  ],
  'tariffs.clocks': tariffClocks,
  'tariffs.fields': [
    ...['pool', 'from', 'clock'],
    ...['perHour', 'start', 'minimum', 'freeMinutes', 'stepMinutes', 'perKwh', 'session', 'day', 'month'],
  ],
  'tariffs.states': ['past', 'now', 'coming'],
  'tariffs.uses': ['quick', 'hour', 'long', 'peak', 'energy'],
  'allowances.desk.ways': all<SaleRequest['paidBy']>({ cash: 1, bank: 1, account: 1 }),
  'allowances.kinds': all<SourceKind>({
    plan: 1,
    pack: 1,
    grant: 1,
    wallet: 1,
    below: 1,
    invoice: 1,
    free: 1,
  }),
  'books.warnings': all<Warning['code']>({
    'dark-machine': 1,
    gap: 1,
    'meter-drift': 1,
    'rate-missing': 1,
    'not-positive': 1,
    late: 1,
    'address-missing': 1,
    'open-session': 1,
  }),
  'care.clocks': wearClocks,
  'care.closings': problemClosings,
  'care.deeds': careDeeds,
  'care.due': all<NonNullable<Part['service']>['due']>({ fine: 1, soon: 1, over: 1, unknown: 1 }),
  'care.severities': problemSeverities,
  'desk.members.role': all<Role>({
    member: 1,
    steward: 1,
    trainer: 1,
    treasurer: 1,
    admin: 1,
    'team-lead': 1,
  }),
  'disputes.status': all<DisputeView['status']>({
    open: 1,
    accepted: 1,
    partly: 1,
    rejected: 1,
    withdrawn: 1,
  }),
  facts: [
    ...card.link.enum.map((value) => `link.${value}`),
    ...card.mode.enum.map((value) => `mode.${value}`),
    ...card.interlock.enum.map((value) => `interlock.${value}`),
  ],
  'factsOf.activities': activities,
  'factsOf.by.activity': activity.properties.by.enum,
  'factsOf.by.interlock': interlock.properties.by.enum,
  'factsOf.by.link': link.properties.by.enum,
  'factsOf.by.mode': mode.properties.by.enum,
  'firmware.says': [
    ...['spindle', 'laser', 'heat'].flatMap((what) => ['off', 'on', 'unknown'].map((is) => `${what}.${is}`)),
    ...['kept', 'lost', 'unknown'].map((is) => `position.${is}`),
  ],
  // Those that are known before they come; the others end it at once.
  'held.causes': ['idle', 'longest', 'hours', 'turn', 'booking', 'ceiling', 'certificate', 'trainer'],
  'machineRoom.tab': machineTabs.filter((tab) => tab !== 'queue'),
  'materials.correctionReasons': correctionReasons,
  'newcomers.how': all<UnassignedView['how']>({ code: 1, address: 1 }),
  'newcomers.roles': all<DeviceView['role']>({ reader: 1, switch: 1 }),
  'newcomers.warnings': all<NonNullable<PairingMade['warning']>>({ 'loopback-only': 1, 'tls-only': 1 }),
  'policy.by': all<NonNullable<PolicyView['current']>['by']>({ file: 1, vote: 1 }),
  'price.days': all<'mo' | 'tu' | 'we' | 'th' | 'fr' | 'sa' | 'su'>({
    mo: 1,
    tu: 1,
    we: 1,
    th: 1,
    fr: 1,
    sa: 1,
    su: 1,
  }),
  'price.units': materialUnits,
  'price.whens': tariffClocks,
  'proposals.choices': all<BallotRequest['choice']>({ yes: 1, no: 1, blank: 1 }),
  'proposals.status': all<ProposalLine['status']>({
    open: 1,
    accepted: 1,
    rejected: 1,
    'no-quorum': 1,
    withdrawn: 1,
  }),
  'queue.budget': ['earlier-and-budget-spent', 'fits-budget'] satisfies readonly ReasonView['code'][],
  'queue.skipReasons': skipReasons,
  'queue.usedLess': all<NonNullable<ReasonView['uses']>['between']>({ teams: 1, members: 1 }),
  readings: Object.keys(readingUnits),
  'replay.groups': all<Exclude<Group['group'], 'team'>>({
    everybody: 1,
    'light-half': 1,
    middle: 1,
    'heavy-tenth': 1,
    individuals: 1,
    others: 1,
  }),
  'replay.notes': all<ReplayReport['notes'][number]['code']>({
    'nobody-came': 1,
    'too-few': 1,
    'groups-merged': 1,
    'pool-had-no-queue': 1,
    'pool-left-out': 1,
    'bookings-not-replayed': 1,
    'care-not-replayed': 1,
  }),
  'replay.waits': all<Group['waits']>({ less: 1, more: 1, same: 1 }),
  states: Object.keys(stateLooks),
  'setup.from': setup.from.enum,
  'setup.lacks': setup.parts.items.properties.missing.items.enum,
  'setup.part': setup.parts.items.properties.what.enum,
  'setup.partSaid': setup.parts.items.properties.what.enum,
  'statement.clocks': tariffClocks,
  troubles: troubleCodes,
  'usage.doers': ['console', 'admin-token'],
  'usage.reasons': usageReasons,
  'usage.warnings': all<UsageReport['warnings'][number]['code']>({
    'member-suspended': 1,
    'certificate-missing': 1,
    'certificate-expired': 1,
  }),
  'usage.withdrawalReasons': withdrawalReasons,
};

type OnePart = Exclude<Component['what'], 'time'>;

/** Looked up by a name that the page itself has: no other words beside these are read so. */
export const wordsByName: Readonly<Record<string, readonly string[] | 'all'>> = {
  'care.mark': ['lock', 'flag', 'over'],
  'chart.span': ['short', 'hour', 'day', 'month'],
  'decisions.lock': ['stop', 'after'],
  'desk.members': ['active', 'suspended'],
  'desk.pin': ['none', 'set', 'locked', 'first', 'again', 'password', 'differs', 'shape'],
  devices: ['copied', 'selected'],
  finish: 'all',
  header: ['free', 'busy', 'alarm', 'care', 'away'],
  journal: ['from', 'to'],
  'header.theme': ['light', 'dark', 'system'],
  'newcomers.fields': 'all',
  'newcomers.lacks': ['what', 'fields', 'machine', 'id', 'answers'],
  notices: 'all',
  'price.part': all<OnePart>({
    energy: 1,
    material: 1,
    start: 1,
    minimum: 1,
    correction: 1,
    'cap-session': 1,
    'cap-day': 1,
    'cap-month': 1,
    ceiling: 1,
    credit: 1,
  }),
  'proposals.values': 'all',
  queue: ['called', 'running'],
  'queue.sooner': ['starts-now', 'is-next'],
  replay: ['before', 'after', 'minutes', 'overtake', 'halfLife'],
  'replay.columns': 'all',
  'statement.energy': ['metered', 'estimated', 'partly'],
  usage: ['from', 'to'],
};
