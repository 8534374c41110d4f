// French, with vous. A no-break space stands before : ; ? % and within « », as French sets them.

import { access } from './fr/access.ts';
import { accessibility } from './fr/accessibility.ts';
import { account } from './fr/account.ts';
import { alarms } from './fr/alarms.ts';
import { allowances } from './fr/allowances.ts';
import { bank } from './fr/bank.ts';
import { board } from './fr/board.ts';
import { booking } from './fr/booking.ts';
import { books } from './fr/books.ts';
import { card } from './fr/card.ts';
import { care } from './fr/care.ts';
import { chart } from './fr/chart.ts';
import { conditions } from './fr/conditions.ts';
import { contact } from './fr/contact.ts';
import { decisions } from './fr/decisions.ts';
import { demo } from './fr/demo.ts';
import { desk } from './fr/desk.ts';
import { devices } from './fr/devices.ts';
import { disputes } from './fr/disputes.ts';
import { drafting } from './fr/drafting.ts';
import { exceptions } from './fr/exceptions.ts';
import { facts } from './fr/facts.ts';
import { finish } from './fr/finish.ts';
import { firmware, profileTroubles } from './fr/firmware.ts';
import { floor } from './fr/floor.ts';
import { header } from './fr/header.ts';
import { interlock } from './fr/interlock.ts';
import { journal } from './fr/journal.ts';
import { links } from './fr/links.ts';
import { machine } from './fr/machine.ts';
import { machineRoom } from './fr/machine-room.ts';
import { materials } from './fr/materials.ts';
import { me } from './fr/me.ts';
import { monthClose } from './fr/month-close.ts';
import { moving } from './fr/moving.ts';
import { named } from './fr/named.ts';
import { newcomers } from './fr/newcomers.ts';
import { notices } from './fr/notices.ts';
import { paidLines } from './fr/paid-lines.ts';
import { people } from './fr/people.ts';
import { policy } from './fr/policy.ts';
import { price } from './fr/price.ts';
import { problems } from './fr/problems.ts';
import { proposals } from './fr/proposals.ts';
import { queue } from './fr/queue.ts';
import { rail } from './fr/rail.ts';
import { readings } from './fr/readings.ts';
import { replay } from './fr/replay.ts';
import { session } from './fr/session.ts';
import { setup } from './fr/setup.ts';
import { signIn } from './fr/sign-in.ts';
import { statement } from './fr/statement.ts';
import { states } from './fr/states.ts';
import { tariffs } from './fr/tariffs.ts';
import { today } from './fr/today.ts';
import { troubles } from './fr/troubles.ts';
import { usage } from './fr/usage.ts';
import type { Words } from './words.ts';

export const fr: Words = {
  accessibility,
  links,
  moving,
  named,
  me,
  language: 'fr',
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
