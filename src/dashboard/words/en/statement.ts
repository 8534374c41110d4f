// English for statements.

export const statement = {
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
};
