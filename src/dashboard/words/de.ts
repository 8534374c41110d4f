// German, informal.

import { access } from './de/access.ts';
import { accessibility } from './de/accessibility.ts';
import { account } from './de/account.ts';
import { alarms } from './de/alarms.ts';
import { allowances } from './de/allowances.ts';
import { bank } from './de/bank.ts';
import { board } from './de/board.ts';
import { booking } from './de/booking.ts';
import { books } from './de/books.ts';
import { card } from './de/card.ts';
import { care } from './de/care.ts';
import { chart } from './de/chart.ts';
import { conditions } from './de/conditions.ts';
import { contact } from './de/contact.ts';
import { decisions } from './de/decisions.ts';
import { demo } from './de/demo.ts';
import { desk } from './de/desk.ts';
import { devices } from './de/devices.ts';
import { disputes } from './de/disputes.ts';
import { drafting } from './de/drafting.ts';
import { exceptions } from './de/exceptions.ts';
import { facts } from './de/facts.ts';
import { finish } from './de/finish.ts';
import { firmware, profileTroubles } from './de/firmware.ts';
import { floor } from './de/floor.ts';
import { header } from './de/header.ts';
import { interlock } from './de/interlock.ts';
import { journal } from './de/journal.ts';
import { links } from './de/links.ts';
import { machine } from './de/machine.ts';
import { machineRoom } from './de/machine-room.ts';
import { materials } from './de/materials.ts';
import { me } from './de/me.ts';
import { monthClose } from './de/month-close.ts';
import { moving } from './de/moving.ts';
import { named } from './de/named.ts';
import { newcomers } from './de/newcomers.ts';
import { notices } from './de/notices.ts';
import { paidLines } from './de/paid-lines.ts';
import { people } from './de/people.ts';
import { policy } from './de/policy.ts';
import { price } from './de/price.ts';
import { problems } from './de/problems.ts';
import { proposals } from './de/proposals.ts';
import { queue } from './de/queue.ts';
import { rail } from './de/rail.ts';
import { readings } from './de/readings.ts';
import { replay } from './de/replay.ts';
import { session } from './de/session.ts';
import { setup } from './de/setup.ts';
import { signIn } from './de/sign-in.ts';
import { statement } from './de/statement.ts';
import { states } from './de/states.ts';
import { tariffs } from './de/tariffs.ts';
import { today } from './de/today.ts';
import { troubles } from './de/troubles.ts';
import { usage } from './de/usage.ts';
import type { Words } from './words.ts';

export const de: Words = {
  language: 'de',
  account,
  drafting,
  rail,
  today,
  journal,
  people,
  floor,
  machineRoom,
  paidLines,
  setup,
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
};
