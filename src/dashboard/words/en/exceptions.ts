// English for what needs somebody, on the board.

export const exceptions = {
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
};
