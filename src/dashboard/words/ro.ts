// Romanian, informal.

import { access } from './ro/access.ts';
import { accessibility } from './ro/accessibility.ts';
import { account } from './ro/account.ts';
import { alarms } from './ro/alarms.ts';
import { allowances } from './ro/allowances.ts';
import { bank } from './ro/bank.ts';
import { board } from './ro/board.ts';
import { booking } from './ro/booking.ts';
import { books } from './ro/books.ts';
import { card } from './ro/card.ts';
import { care } from './ro/care.ts';
import { chart } from './ro/chart.ts';
import { conditions } from './ro/conditions.ts';
import { contact } from './ro/contact.ts';
import { decisions } from './ro/decisions.ts';
import { demo } from './ro/demo.ts';
import { desk } from './ro/desk.ts';
import { devices } from './ro/devices.ts';
import { disputes } from './ro/disputes.ts';
import { drafting } from './ro/drafting.ts';
import { exceptions } from './ro/exceptions.ts';
import { facts } from './ro/facts.ts';
import { finish } from './ro/finish.ts';
import { firmware, profileTroubles } from './ro/firmware.ts';
import { floor } from './ro/floor.ts';
import { header } from './ro/header.ts';
import { interlock } from './ro/interlock.ts';
import { journal } from './ro/journal.ts';
import { links } from './ro/links.ts';
import { machine } from './ro/machine.ts';
import { machineRoom } from './ro/machine-room.ts';
import { materials } from './ro/materials.ts';
import { me } from './ro/me.ts';
import { monthClose } from './ro/month-close.ts';
import { moving } from './ro/moving.ts';
import { named } from './ro/named.ts';
import { newcomers } from './ro/newcomers.ts';
import { notices } from './ro/notices.ts';
import { paidLines } from './ro/paid-lines.ts';
import { people } from './ro/people.ts';
import { policy } from './ro/policy.ts';
import { price } from './ro/price.ts';
import { problems } from './ro/problems.ts';
import { proposals } from './ro/proposals.ts';
import { queue } from './ro/queue.ts';
import { rail } from './ro/rail.ts';
import { readings } from './ro/readings.ts';
import { replay } from './ro/replay.ts';
import { session } from './ro/session.ts';
import { setup } from './ro/setup.ts';
import { signIn } from './ro/sign-in.ts';
import { statement } from './ro/statement.ts';
import { states } from './ro/states.ts';
import { tariffs } from './ro/tariffs.ts';
import { today } from './ro/today.ts';
import { troubles } from './ro/troubles.ts';
import { usage } from './ro/usage.ts';
import type { Words } from './words.ts';

export const ro: Words = {
  accessibility,
  links,
  moving,
  named,
  me,
  language: 'ro',
  paidLines,
  access,
  account,
  alarms,
  allowances,
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
  floor,
  header,
  held: session,
  interlock,
  machine,
  machineRoom,
  materials,
  newcomers,
  notices,
  policy,
  price,
  problems,
  proposals,
  queue,
  readings,
  replay,
  setup,
  signIn,
  statement,
  states,
  troubles: { ...troubles, ...profileTroubles },
  usage,
  drafting,
  bank,
  monthClose,
  tariffs,
  rail,
  today,
  journal,
  people,
};
