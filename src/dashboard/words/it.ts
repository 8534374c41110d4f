// Italian, informal.

import { access } from './it/access.ts';
import { accessibility } from './it/accessibility.ts';
import { account } from './it/account.ts';
import { alarms } from './it/alarms.ts';
import { allowances } from './it/allowances.ts';
import { bank } from './it/bank.ts';
import { board } from './it/board.ts';
import { booking } from './it/booking.ts';
import { books } from './it/books.ts';
import { card } from './it/card.ts';
import { care } from './it/care.ts';
import { chart } from './it/chart.ts';
import { conditions } from './it/conditions.ts';
import { contact } from './it/contact.ts';
import { decisions } from './it/decisions.ts';
import { demo } from './it/demo.ts';
import { desk } from './it/desk.ts';
import { devices } from './it/devices.ts';
import { disputes } from './it/disputes.ts';
import { drafting } from './it/drafting.ts';
import { exceptions } from './it/exceptions.ts';
import { facts } from './it/facts.ts';
import { finish } from './it/finish.ts';
import { firmware, profileTroubles } from './it/firmware.ts';
import { floor } from './it/floor.ts';
import { header } from './it/header.ts';
import { interlock } from './it/interlock.ts';
import { journal } from './it/journal.ts';
import { links } from './it/links.ts';
import { machine } from './it/machine.ts';
import { machineRoom } from './it/machine-room.ts';
import { materials } from './it/materials.ts';
import { me } from './it/me.ts';
import { monthClose } from './it/month-close.ts';
import { moving } from './it/moving.ts';
import { named } from './it/named.ts';
import { newcomers } from './it/newcomers.ts';
import { notices } from './it/notices.ts';
import { paidLines } from './it/paid-lines.ts';
import { people } from './it/people.ts';
import { policy } from './it/policy.ts';
import { price } from './it/price.ts';
import { problems } from './it/problems.ts';
import { proposals } from './it/proposals.ts';
import { queue } from './it/queue.ts';
import { rail } from './it/rail.ts';
import { readings } from './it/readings.ts';
import { replay } from './it/replay.ts';
import { session } from './it/session.ts';
import { setup } from './it/setup.ts';
import { signIn } from './it/sign-in.ts';
import { statement } from './it/statement.ts';
import { states } from './it/states.ts';
import { tariffs } from './it/tariffs.ts';
import { today } from './it/today.ts';
import { troubles } from './it/troubles.ts';
import { usage } from './it/usage.ts';
import type { Words } from './words.ts';

export const it: Words = {
  language: 'it',
  access,
  accessibility,
  links,
  moving,
  named,
  alarms,
  allowances,
  bank,
  board,
  booking,
  books,
  card,
  care,
  chart,
  contact,
  decisions,
  demo,
  desk,
  devices,
  disputes,
  exceptions,
  facts: conditions,
  factsOf: facts,
  finish,
  firmware,
  header,
  account,
  setup,
  floor,
  machineRoom,
  held: session,
  interlock,
  machine,
  materials,
  monthClose,
  tariffs,
  me,
  newcomers,
  notices,
  policy,
  price,
  problems,
  proposals,
  queue,
  readings,
  replay,
  signIn,
  statement,
  states,
  troubles: { ...troubles, ...profileTroubles },
  usage,
  drafting,
  paidLines,
  rail,
  today,
  journal,
  people,
};
