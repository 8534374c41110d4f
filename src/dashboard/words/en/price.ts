// What a machine costs, before it is used and on the statement, in English.

export const price = {
  title: 'Price',
  free: 'It costs nothing.',
  hour: (amount: string, when: string) => `${amount} an hour ${when}.`,
  hourAtLeast: (amount: string, when: string, least: string) =>
    `${amount} an hour ${when}, at least ${least}.`,
  minimum: (amount: string) => `At least ${amount}.`,
  start: (amount: string) => `${amount} once per session.`,
  freeMinutes: (minutes: number) => `A session of less than ${minutes} min costs nothing.`,
  step: (minutes: number) => `Charged by started steps of ${minutes} min.`,
  peakNow: (percent: number) => `It is a peak hour: an hour costs ${percent} % of that now.`,
  peak: (percent: number, hours: string) => `In peak hours (${hours}) an hour costs ${percent} % of that.`,
  mostPerSession: (amount: string) => `Never more than ${amount} per session.`,
  mostPerDay: (amount: string) => `Never more than ${amount} per day on these machines.`,
  mostPerMonth: (amount: string) => `Never more than ${amount} per month on these machines.`,
  units: { g: 'g', ml: 'ml', piece: 'piece' } as Readonly<Record<string, string>>,
  perUnit: (name: string, amount: string, unit: string) => `${name}: ${amount} per ${unit}.`,
  perKwh: (amount: string) => `${amount} per kilowatt-hour, where it is measured.`,
  whens: {
    loaded: 'while you hold it',
    powered: 'while it is on',
    working: 'while it moves',
    operating: 'while it runs',
    laserOn: 'of the laser beam',
    spindleOn: 'of the spindle',
  } as Readonly<Record<string, string>>,
  days: { mo: 'Mon', tu: 'Tue', we: 'Wed', th: 'Thu', fr: 'Fri', sa: 'Sat', su: 'Sun' } as Readonly<
    Record<string, string>
  >,
  /** Parts of an amount on the statement; times and amounts are written out already. */
  part: {
    time: (time: string, when: string, amount: string) => `${time} ${when}: ${amount}`,
    peakTime: (time: string, when: string, percent: number, amount: string) =>
      `${time} ${when} at ${percent} %: ${amount}`,
    material: (amount: string, minor: string) => `${amount}: ${minor}`,
    correction: (amount: string) => `by hand: ${amount}`,
    energy: (kwh: string, amount: string) => `${kwh} kWh: ${amount}`,
    start: (amount: string) => `start: ${amount}`,
    minimum: (amount: string) => `up to the minimum: ${amount}`,
    'cap-session': (amount: string) => `beyond the most of a session: ${amount}`,
    'cap-day': (amount: string) => `beyond the most of a day: ${amount}`,
    'cap-month': (amount: string) => `beyond the most of a month: ${amount}`,
    ceiling: (amount: string) => `beyond your ceiling: ${amount}`,
    credit: (amount: string) => `taken off after a dispute: ${amount}`,
  },
};
