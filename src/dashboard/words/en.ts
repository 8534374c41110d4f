// English, and the shape of every other language. Plain, kind, exact: what happened, why, what to do.

import { access } from './en/access.ts';
import { accessibility } from './en/accessibility.ts';
import { account } from './en/account.ts';
import { alarms } from './en/alarms.ts';
import { allowances } from './en/allowances.ts';
import { bank } from './en/bank.ts';
import { board } from './en/board.ts';
import { booking } from './en/booking.ts';
import { books } from './en/books.ts';
import { card } from './en/card.ts';
import { care } from './en/care.ts';
import { chart } from './en/chart.ts';
import { conditions } from './en/conditions.ts';
import { contact } from './en/contact.ts';
import { decisions } from './en/decisions.ts';
import { demo } from './en/demo.ts';
import { desk } from './en/desk.ts';
import { devices } from './en/devices.ts';
import { disputes } from './en/disputes.ts';
import { drafting } from './en/drafting.ts';
import { exceptions } from './en/exceptions.ts';
import { facts } from './en/facts.ts';
import { finish } from './en/finish.ts';
import { firmware, profileTroubles } from './en/firmware.ts';
import { floor } from './en/floor.ts';
import { header } from './en/header.ts';
import { interlock } from './en/interlock.ts';
import { journal } from './en/journal.ts';
import { links } from './en/links.ts';
import { machine } from './en/machine.ts';
import { machineRoom } from './en/machine-room.ts';
import { materials } from './en/materials.ts';
import { me } from './en/me.ts';
import { monthClose } from './en/month-close.ts';
import { moving } from './en/moving.ts';
import { named } from './en/named.ts';
import { newcomers } from './en/newcomers.ts';
import { notices } from './en/notices.ts';
import { paidLines } from './en/paid-lines.ts';
import { people } from './en/people.ts';
import { policy } from './en/policy.ts';
import { price } from './en/price.ts';
import { problems } from './en/problems.ts';
import { proposals } from './en/proposals.ts';
import { queue } from './en/queue.ts';
import { rail } from './en/rail.ts';
import { readings } from './en/readings.ts';
import { replay } from './en/replay.ts';
import { session } from './en/session.ts';
import { setup } from './en/setup.ts';
import { signIn } from './en/sign-in.ts';
import { statement } from './en/statement.ts';
import { states } from './en/states.ts';
import { tariffs } from './en/tariffs.ts';
import { today } from './en/today.ts';
import { troubles } from './en/troubles.ts';
import { usage } from './en/usage.ts';

export const en = {
  language: 'en',
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
