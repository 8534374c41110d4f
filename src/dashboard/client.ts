// What the dashboard asks of the gateway's API, by name.

import type { AccessView } from '../contract/access.ts';
import type { AlarmAnswer } from '../contract/alarms.ts';
import type {
  AllowancesView,
  PackList,
  SaleDone,
  SaleRequest,
  WalletDone,
  WalletRequest,
} from '../contract/allowances.ts';
import type { BadgeAwaited, BadgeLost, BadgesAndPin, SpellingLearnt } from '../contract/badges.ts';
import type { DemoAnswer, Series } from '../contract/board.ts';
import type {
  BookingChange,
  BookingDone,
  BookingRequest,
  CalendarAddress,
  FreeStarts,
  OwnBookings,
  PoolBookings,
  WishRequest,
} from '../contract/bookings.ts';
import type {
  BooksDrafts,
  BooksProgress,
  Finalised,
  FinaliseRequest,
  InvoiceList,
  PaymentRequest,
} from '../contract/books.ts';
import type { CareReport, CareView, ProblemAnswer, ProblemReport } from '../contract/care.ts';
import type { CorrectionReport, CorrectionRequest, MaterialRequest } from '../contract/desk.ts';
import type { DeviceView } from '../contract/devices.ts';
import type {
  DisputeList,
  DisputeMade,
  DisputeRequest,
  SettlementDone,
  SettlementRequest,
} from '../contract/disputes.ts';
import type { HandOver, HeldSession, SessionChange } from '../contract/held-session.ts';
import type { DemoBadge, Member, Self, SignIn } from '../contract/people.ts';
import type { PolicyView } from '../contract/policy-view.ts';
import type { PriceView } from '../contract/price.ts';
import type {
  BallotDone,
  BallotRequest,
  ProposalList,
  ProposalMade,
  ProposalRequest,
  ProposalView,
} from '../contract/proposals.ts';
import type { ReplayNow, ReplayReport, ReplayRequest } from '../contract/replay.ts';
import type { LockRequest, ModeRequest, NewPin, StatusChoice, StatusReport } from '../contract/requests.ts';
import type { SignedOut } from '../contract/sign-in.ts';
import type { Statement } from '../contract/statement.ts';
import type {
  Assignment,
  AssignmentDone,
  KnownBoxList,
  PairingMade,
  PartAssignment,
  UnassignedList,
} from '../contract/unassigned.ts';
import type { UsageReport, UsageRequest, WithdrawalRequest } from '../contract/usage.ts';
import { type Answer, ask, ownCodes } from './ask.ts';
import { api } from './paths.ts';

export { type Answer, ownCodes };

export type DemoShop = {
  readonly badges: readonly DemoBadge[];
  readonly readers: readonly DemoReader[];
};
type DemoReader = {
  readonly reader: string;
  readonly machines: readonly { readonly id: string; readonly name: string }[];
};
export type DemoTap = { readonly reader: string; readonly badge: string; readonly machine: string | null };

type LostBadge = { readonly member: string; readonly badge: string; readonly replaceAt: string | null };

/** A reader that learns answers when the badge was held to it, or after a minute. */
const learnPatienceMs = 75_000;
/** Two years on a small computer that has other things to do. */
const replayPatienceMs = 300_000;
/** Thousands of invoices. */
const finalisePatienceMs = 600_000;

export const client = {
  session: () => ask<Self>('GET', api.session),
  signIn: (body: SignIn) => ask<Self>('POST', api.session, { body }),
  useToken: (token: string) => ask<Self>('POST', api.sessionToken, { token }),
  signOut: () => ask<null>('DELETE', api.session),
  signOutOfProvider: () => ask<SignedOut>('POST', api.providerSignOut),
  access: (machine: string) => ask<AccessView>('GET', api.access(machine)),
  /** Without a member: of whoever asks. */
  price: (machine: string, member?: string) =>
    ask<PriceView>(
      'GET',
      `${api.price(machine)}${member === undefined ? '' : `?${new URLSearchParams({ member })}`}`,
    ),
  endSession: (machine: string) => ask<{ readonly session: string }>('POST', api.endSession(machine)),
  lock: (machine: string, body: LockRequest) => ask<null>('POST', api.lock(machine), { body }),
  unlock: (machine: string) => ask<null>('POST', api.unlock(machine)),
  setMode: (machine: string, body: ModeRequest) => ask<null>('PUT', api.mode(machine), { body }),
  changeSession: (machine: string, body: SessionChange) =>
    ask<HeldSession>('PUT', api.heldSession(machine), { body }),
  offerHandOver: (machine: string) => ask<HandOver>('POST', api.handOver(machine)),
  keepSession: (machine: string) => ask<HeldSession>('POST', api.keepSession(machine)),
  policy: (language: string) => ask<PolicyView>('GET', api.policy(language)),
  ticketAway: (pool: string, away: boolean) => ask<null>('PUT', api.ticket(pool), { body: { away } }),
  shortenTicket: (pool: string, minutes: number) =>
    ask<null>('PATCH', api.ticket(pool), { body: { minutes } }),
  skipTicket: (place: Parameters<typeof api.placeInLine>[0]) => ask<null>('DELETE', api.placeInLine(place)),
  leaveQueue: (pool: string) => ask<null>('DELETE', api.ticket(pool)),
  bookings: (pool: string, span: { from: string; to: string }) =>
    ask<PoolBookings>('GET', api.bookings({ pool, ...span })),
  freeStarts: (wish: Parameters<typeof api.freeStarts>[0]) => ask<FreeStarts>('GET', api.freeStarts(wish)),
  book: (body: BookingRequest) => ask<BookingDone>('POST', api.book, { body }),
  ownBookings: () => ask<OwnBookings>('GET', api.ownBookings),
  cancelBooking: (booking: string) => ask<BookingDone>('DELETE', api.booking(booking)),
  moveBooking: (booking: string, body: BookingChange) =>
    ask<BookingDone>('PATCH', api.booking(booking), { body }),
  giveBooking: (booking: string, to: string) =>
    ask<BookingDone>('POST', api.giveBooking(booking), { body: { to } }),
  acceptBooking: (booking: string) => ask<BookingDone>('POST', api.acceptBooking(booking)),
  wish: (body: WishRequest) => ask<BookingDone>('POST', api.wishes, { body }),
  withdrawWish: (wish: string) => ask<BookingDone>('DELETE', api.wish(wish)),
  makeCalendar: () => ask<CalendarAddress>('POST', api.calendar),
  dropCalendar: () => ask<null>('DELETE', api.calendar),
  readings: (request: Parameters<typeof api.readings>[0]) => ask<Series>('GET', api.readings(request)),
  statement: (month: string) => ask<Statement>('GET', api.statement(month)),
  replayNow: () => ask<ReplayNow>('GET', api.replay),
  replay: (body: ReplayRequest) => ask<ReplayReport>('POST', api.replay, { body, waitMs: replayPatienceMs }),
  release: (machine: string) => ask<null>('POST', api.release(machine)),
  answerAlarm: (alarm: string, body: AlarmAnswer) => ask<null>('POST', api.answerAlarm(alarm), { body }),
  care: (machine: string) => ask<CareView>('GET', api.care(machine)),
  giveCare: (machine: string, body: CareReport) => ask<CareView>('POST', api.care(machine), { body }),
  reportProblem: (machine: string, body: ProblemReport) =>
    ask<{ readonly problem: string }>('POST', api.problems(machine), { body }),
  closeProblem: (at: { readonly machine: string; readonly problem: string }, body: ProblemAnswer) =>
    ask<null>('POST', api.closeProblem(at), { body }),
  members: () => ask<readonly Member[]>('GET', api.members),
  badges: (member: string) => ask<BadgesAndPin>('GET', api.badges(member)),
  awaitBadge: (member: string, reader: string) =>
    ask<BadgeAwaited>('POST', api.badges(member), { body: { reader } }),
  loseBadge: ({ replaceAt, ...badge }: LostBadge) => {
    const query = replaceAt === null ? '' : `?${new URLSearchParams({ replaceAt })}`;
    return ask<BadgeLost>('DELETE', `${api.badge(badge)}${query}`);
  },
  setStatus: (member: string, body: StatusChoice) =>
    ask<StatusReport>('PUT', api.memberStatus(member), { body }),
  setPin: (member: string, body: NewPin) => ask<null>('PUT', api.pin(member), { body }),
  devices: () => ask<readonly DeviceView[]>('GET', api.devices),
  unassigned: () => ask<UnassignedList>('GET', api.unassigned),
  openPairing: () => ask<PairingMade>('POST', api.pairings, { body: {} }),
  assign: (device: string, body: Assignment) => ask<AssignmentDone>('POST', api.assignment(device), { body }),
  knownBoxes: () => ask<KnownBoxList>('GET', api.parts),
  addPart: (body: PartAssignment) => ask<AssignmentDone>('POST', api.parts, { body }),
  learnReader: (reader: string, badge: string) =>
    ask<SpellingLearnt>('POST', api.learn(reader), { body: { badge }, waitMs: learnPatienceMs }),
  enterUsage: (machine: string, body: UsageRequest) => ask<UsageReport>('POST', api.usage(machine), { body }),
  withdrawUsage: (session: string, body: WithdrawalRequest) =>
    ask<UsageReport>('POST', api.withdrawal(session), { body }),
  handOut: (machine: string, body: MaterialRequest) =>
    ask<UsageReport>('POST', api.materials(machine), { body }),
  withdrawMaterial: (entry: string, body: WithdrawalRequest) =>
    ask<UsageReport>('POST', api.materialWithdrawal(entry), { body }),
  correctCharge: (session: string, body: CorrectionRequest) =>
    ask<CorrectionReport>('POST', api.correction(session), { body }),
  proposals: () => ask<ProposalList>('GET', api.proposals),
  proposal: (proposal: string) => ask<ProposalView>('GET', api.proposal(proposal)),
  openProposal: (body: ProposalRequest) => ask<ProposalMade>('POST', api.proposals, { body }),
  commentProposal: (proposal: string, text: string) =>
    ask<null>('POST', api.proposalComments(proposal), { body: { text } }),
  vote: (proposal: string, body: BallotRequest) => ask<BallotDone>('POST', api.ballot(proposal), { body }),
  withdrawProposal: (proposal: string) => ask<null>('POST', api.withdrawProposal(proposal)),
  drafts: (month: string) => ask<BooksDrafts>('GET', api.drafts(month)),
  finalise: (body: FinaliseRequest) =>
    ask<Finalised>('POST', api.finalise, { body, waitMs: finalisePatienceMs }),
  booksProgress: () => ask<BooksProgress>('GET', api.booksProgress),
  invoices: () => ask<InvoiceList>('GET', api.invoices),
  ownInvoices: () => ask<InvoiceList>('GET', api.ownInvoices),
  pay: (body: PaymentRequest) => ask<{ readonly openMinor: string }>('POST', api.payments, { body }),
  allowances: (member: string | null) => ask<AllowancesView>('GET', api.allowances(member)),
  packs: () => ask<PackList>('GET', api.packs),
  sellPack: (pack: string, body: SaleRequest) => ask<SaleDone>('POST', api.packSales(pack), { body }),
  moveWallet: (member: string, body: WalletRequest) =>
    ask<WalletDone>('POST', api.walletMoves(member), { body }),
  disputes: (all: boolean) => ask<DisputeList>('GET', api.disputes(all)),
  contest: (body: DisputeRequest) => ask<DisputeMade>('POST', api.disputes(false), { body }),
  withdrawDispute: (dispute: string) => ask<null>('POST', api.withdrawDispute(dispute)),
  settleDispute: (dispute: string, body: SettlementRequest) =>
    ask<SettlementDone>('POST', api.settleDispute(dispute), { body }),
  demo: () => ask<DemoShop>('GET', api.demo),
  demoTap: (body: DemoTap) => ask<DemoAnswer>('POST', api.demoTaps, { body }),
};
