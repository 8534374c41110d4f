// English, and the shape of every other language. Plain, kind, exact: what happened, why, what to do.

import { access } from './en/access.ts';
import { alarms } from './en/alarms.ts';
import { allowances } from './en/allowances.ts';
import { booking } from './en/booking.ts';
import { books } from './en/books.ts';
import { care } from './en/care.ts';
import { decisions } from './en/decisions.ts';
import { desk } from './en/desk.ts';
import { devices } from './en/devices.ts';
import { disputes } from './en/disputes.ts';
import { facts as factsOf } from './en/facts.ts';
import { firmware, profileTroubles } from './en/firmware.ts';
import { hotEnds } from './en/hot-ends.ts';
import { interlock, sensors } from './en/interlock.ts';
import { materials } from './en/materials.ts';
import { newcomers } from './en/newcomers.ts';
import { notices } from './en/notices.ts';
import { paidLines } from './en/paid-lines.ts';
import { policy } from './en/policy.ts';
import { price } from './en/price.ts';
import { proposals } from './en/proposals.ts';
import { queue } from './en/queue.ts';
import { replay } from './en/replay.ts';
import { session } from './en/session.ts';
import { states } from './en/states.ts';
import { troubles } from './en/troubles.ts';
import { usage } from './en/usage.ts';

const readings: Readonly<Record<string, string>> = {
  'path.feedrate': 'Feed',
  'spindle.speed': 'Spindle',
  'laser.power': 'Laser power',
  ...hotEnds,
  'temperature.bed.actual': 'Bed',
  'temperature.bed.target': 'Bed, as set',
  'temperature.chamber.actual': 'Chamber',
  ...sensors,
  'program.progress': 'Progress',
  'program.timeLeft': 'Time left',
  'electric.power': 'Power',
  'electric.current': 'Current',
  'electric.energy': 'Energy',
  powerOnDuration: 'Time switched on',
  operationDuration: 'Time in operation',
  operationCycleCounter: 'Cycles',
};

const facts: Readonly<Record<string, string>> = {
  'link.up': 'up',
  'link.lost': 'lost',
  'link.never': 'not heard yet',
  'mode.production': 'production',
  'mode.setup': 'setup',
  'mode.maintenance': 'maintenance',
  'mode.out-of-order': 'out of order',
  'mode.retired': 'retired',
  'interlock.engaged': 'engaged, no power',
  'interlock.releasing': 'releasing',
  'interlock.released': 'released, power on',
  'interlock.engaging': 'engaging',
  'interlock.failed': 'failed',
};

export const en = {
  language: 'en',
  states: states,
  readings,
  facts,
  factsOf,
  allowances: allowances,
  troubles: { ...troubles, ...profileTroubles },

  header: {
    free: (count: number) => `${count} free`,
    busy: (count: number) => `${count} busy`,
    alarm: (count: number) => (count === 1 ? '1 alarm' : `${count} alarms`),
    away: (count: number) => `${count} not heard`,
    care: (count: number) => `${count} not in service`,
    clock: 'Clock of the gateway',
    simulated: 'Simulated',
    rooms: 'Rooms',
    board: 'Board',
    statement: 'Statement',
    members: 'Members',
    proposals: 'Votes',
    devices: 'Devices',
    books: 'Books',
    desk: 'Desk',
    wall: 'Wall',
    signOut: 'Sign out',
    account: 'Your account',
    own: 'My badge and PIN',
    showName: 'Show my name on the board',
    theme: { light: 'Light', dark: 'Dark', system: 'Auto' },
    themeLabel: (choice: string) => `Theme: ${choice}`,
    pause: 'Pause pages',
    resume: 'Turn pages',
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },

  exceptions: {
    title: 'Exceptions',
    none: (heard: number) =>
      heard === 1
        ? 'Nothing needs you. 1 machine heard from.'
        : `Nothing needs you. ${heard} machines heard from.`,
    noneHeard: 'No machine heard from yet.',
    since: (state: string, time: string) => `${state} since ${time}`,
    at: (state: string, time: string) => `${state} ${time}`,
    more: (count: number) => `and ${count} more`,
    lastKnown: (state: string) => `Last known: ${state}`,
    power: 'Power could not be switched off',
    announce: (machine: string) => `Alarm at ${machine}. Go and look.`,
  },

  card: {
    someone: 'Someone',
    you: 'You',
    whoSince: (who: string, time: string) => `${who} · since ${time}`,
    since: (time: string) => `since ${time}`,
    today: (time: string) => `${time} in use today`,
    briefToday: 'Under 1 min in use today',
    unusedToday: 'Not used today',
    progress: 'Progress of the job',
    timeLeft: (time: string) => `about ${time} left`,
    said: (word: string) => `The machine says “${word}”. Go and look.`,
    alarm: 'Go and look, then clear it at the machine.',
    outOfService: 'It is out of service. Go and look, then clear it at the machine.',
    door: 'Close the door, then press start on the machine.',
    offline: 'Check its cable and its power.',
    unknown: 'We cannot hear what it does.',
    untrusted: 'Nobody has trusted its server yet. Its page tells what to do.',
    away: 'Not known while the gateway is away.',
    ending: 'It may finish its job; nothing more is billed.',
    cooling: 'It cools down, then its power goes off; nothing more is billed.',
    maintenance: 'Set aside by the workshop.',
    power: 'Its power did not go off. Tell a steward.',
    noSession: 'Runs without a session.',
    toolChange: 'Waits for a tool change.',
  },

  finish: {
    finish: 'Finish',
    whenJob: 'A job runs. The machine may finish it; you are not billed for that. Then the power goes off.',
    whenIdle: 'Your session ends now, and the power goes off.',
    confirm: 'Finish session',
    keep: 'Keep working',
    working: 'Finishing',
  },

  chart: {
    recent: (name: string) => `${name}, 10 min`,
    noData: (from: string, to: string) => `no data ${from}–${to}`,
    sentence: (name: string, value: string) => `${name}: ${value} now.`,
    stale: (name: string, value: string, time: string) =>
      `${name}: ${value} at ${time}. Nothing heard since.`,
    empty: 'No readings in this time.',
    table: 'Table',
    csv: 'Save as CSV',
    time: 'Time',
    mean: 'Mean',
    least: 'Least',
    greatest: 'Greatest',
    span: { short: '10 min', hour: '1 h', day: '24 h', month: '31 d' },
    spanTitle: 'Time shown',
  },

  machine: {
    unknown: 'No machine has this address. Choose one on the board.',
    back: 'Board',
    facts: 'Details',
    link: 'Link',
    activity: 'Activity',
    mode: 'Mode',
    interlock: 'Interlock',
    ownWord: (word: string) => `the controller says “${word}”`,
    session: 'Session',
    noSession: 'Nobody holds this machine.',
    today: 'In use today',
    pool: 'Pool',
    troubles: 'What is wrong with its link',
    onlyRead: 'It is only read.',
    onlyReadWhy: 'Why?',
    chart: 'Readings',
    noChart: 'This machine draws no chart. Name a reading as its chart in officina.yaml.',
  },

  statement: {
    title: 'Statement',
    month: 'Month',
    earlier: 'Earlier month',
    later: 'Later month',
    print: 'Print',
    machine: 'Machine',
    when: 'From – to',
    billed: 'Billed time',
    perHour: 'Price per hour',
    amount: 'Amount',
    sum: 'Sum',
    total: 'Total of the month',
    gap: (time: string) => `${time} not seen, not billed`,
    /** What a use drew; `about` is already rounded. */
    energy: {
      metered: (amount: string) => amount,
      estimated: (amount: string) => `about ${amount} (estimated)`,
      partly: (amount: string) => `about ${amount} (partly estimated)`,
      unmeasured: 'energy not measured',
      under: (amount: string) => `under ${amount}`,
    },
    rate: (amount: string) => `${amount}/h`,
    noTariff: 'no tariff',
    none: 'Nothing was billed in this month. Choose another one.',
    open: (count: number) =>
      count === 1
        ? '1 session is still open; it will stand on the statement of the month in which it ends.'
        : `${count} sessions are still open; each will stand on the statement of the month in which it ends.`,
    refused: 'Statements are for members. Sign in to see yours.',
    clocks: {
      loaded: 'while held',
      powered: 'while powered',
      working: 'while working',
      operating: 'while operating',
      laserOn: 'laser beam on',
      spindleOn: 'spindle on',
    } as Readonly<Record<string, string>>,
  },

  /** By code; of all others the gateway's own sentence is shown. */
  notices: notices,
  desk: desk,
  devices: devices,
  newcomers: newcomers,
  disputes: disputes,
  usage: usage,
  materials: materials,
  care: care,
  alarms: alarms,
  interlock: interlock,
  firmware: firmware,
  access: access,
  price: price,
  decisions: decisions,
  held: session,
  queue: queue,
  policy: policy,
  proposals: proposals,
  replay: replay,
  booking: booking,
  books: books,
  paidLines: paidLines,

  signIn: {
    title: 'Sign in',
    handle: 'Handle',
    password: 'Password',
    submit: 'Sign in',
    wallScreen: 'This is a wall screen: use a token',
    person: 'Use handle and password',
    token: 'Token',
    tokenHint: 'A steward makes one with the scope board:read.',
    submitToken: 'Use this token',
  },

  demo: {
    title: 'Demo: click a badge',
    reader: 'Reader',
  },

  contact: {
    connecting: 'Connecting to the gateway.',
    never: 'We cannot reach the gateway. Trying again; nothing to do here.',
    away: (time: string) =>
      `We cannot reach the gateway since ${time}. What you see is from then. Running machines keep to their own rules; new sessions wait.`,
    back: (time: string) => `Back at ${time}, up to date.`,
  },

  problems: {
    away: 'The gateway does not answer. Nothing was changed; try again when it is back.',
    unreadable: 'The gateway’s answer could not be read. Load this page again.',
    code: (code: string) => `Code ${code}`,
  },

  board: {
    empty: 'No machines yet. Describe one in officina.yaml, add a badge, and tap it.',
    label: 'Machines',
  },
};
