// Spanish, informal.

import { access } from './es/access.ts';
import { accessibility } from './es/accessibility.ts';
import { account } from './es/account.ts';
import { alarms } from './es/alarms.ts';
import { allowances } from './es/allowances.ts';
import { bank } from './es/bank.ts';
import { board } from './es/board.ts';
import { booking } from './es/booking.ts';
import { books } from './es/books.ts';
import { card } from './es/card.ts';
import { care } from './es/care.ts';
import { chart } from './es/chart.ts';
import { conditions } from './es/conditions.ts';
import { contact } from './es/contact.ts';
import { decisions } from './es/decisions.ts';
import { demo } from './es/demo.ts';
import { desk } from './es/desk.ts';
import { devices } from './es/devices.ts';
import { disputes } from './es/disputes.ts';
import { drafting } from './es/drafting.ts';
import { exceptions } from './es/exceptions.ts';
import { facts } from './es/facts.ts';
import { finish } from './es/finish.ts';
import { firmware, profileTroubles } from './es/firmware.ts';
import { floor } from './es/floor.ts';
import { header } from './es/header.ts';
import { interlock } from './es/interlock.ts';
import { journal } from './es/journal.ts';
import { links } from './es/links.ts';
import { machine } from './es/machine.ts';
import { machineRoom } from './es/machine-room.ts';
import { materials } from './es/materials.ts';
import { me } from './es/me.ts';
import { monthClose } from './es/month-close.ts';
import { moving } from './es/moving.ts';
import { named } from './es/named.ts';
import { newcomers } from './es/newcomers.ts';
import { notices } from './es/notices.ts';
import { paidLines } from './es/paid-lines.ts';
import { people } from './es/people.ts';
import { policy } from './es/policy.ts';
import { price } from './es/price.ts';
import { problems } from './es/problems.ts';
import { proposals } from './es/proposals.ts';
import { queue } from './es/queue.ts';
import { rail } from './es/rail.ts';
import { readings } from './es/readings.ts';
import { replay } from './es/replay.ts';
import { session } from './es/session.ts';
import { setup } from './es/setup.ts';
import { signIn } from './es/sign-in.ts';
import { statement } from './es/statement.ts';
import { states } from './es/states.ts';
import { tariffs } from './es/tariffs.ts';
import { today } from './es/today.ts';
import { troubles } from './es/troubles.ts';
import { usage } from './es/usage.ts';
import type { Words } from './words.ts';

export const es: Words = {
  accessibility,
  links,
  moving,
  named,
  me,
  language: 'es',
  setup,
  paidLines,
  machineRoom,
  floor,
  account,
  access,
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
  header,
  held: session,
  interlock,
  machine,
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
