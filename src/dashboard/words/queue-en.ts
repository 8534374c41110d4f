// English for the queue of a pool: who waits, one's own place, and why it is where it is.

type Refusal = { readonly title: string; readonly detail: string };

const refusals: Readonly<Record<string, Refusal>> = {
  'queue-unknown': { title: 'This machine is not used in turn any more.', detail: 'Tap at it to begin.' },
  'ticket-none': { title: 'You have no ticket here.', detail: 'Tap at the machine to take one.' },
  'turn-runs': { title: 'Your turn is running.', detail: 'Tap at the machine to finish.' },
};

/** Why others stand before, by the code of the rule. */
const ahead: Readonly<Record<string, (count: number) => string>> = {
  'branch-less-used': (count) => `${count} before you: their team used less lately`,
  'member-less-used': (count) => `${count} before you: used less lately`,
  'earlier-ticket': (count) => `${count} before you: came earlier`,
  'earlier-and-budget-spent': (count) => `${count} before you: came earlier and let enough others pass`,
  'fits-budget': (count) => `${count} before you: their turn is short enough to fit in`,
};

export const queueEn = {
  title: 'Queue',
  nobody: 'Nobody waits. A tap at the machine begins a turn.',
  waiting: (count: number) => (count === 1 ? '1 person waits.' : `${count} people wait.`),
  allBy: (time: string) => `Everybody who waits begins by ${time} at the latest.`,
  place: (place: number) => `You are number ${place}.`,
  latest: (time: string) => `Your turn comes by ${time} at the latest.`,
  noLatest: 'No latest start can be promised now.',
  likely: (time: string) => `Probably at about ${time}.`,
  called: (machine: string, time: string) => `It is your turn at ${machine}: tap there before ${time}.`,
  running: (machine: string, time: string) =>
    `Your turn at ${machine} lasts until ${time}, longer if nobody waits.`,
  parked: 'You were called and did not come. Tap at the machine to stand in the queue again.',
  ahead,
  weight: (weight: string, hours: string) => `Your weight is ${weight} because of ${hours} h of care.`,
  refusals,
  leave: {
    offer: 'Leave the queue',
    keep: 'Stay in the queue',
    confirm: 'Leave it',
    working: 'Leaving …',
  },
  leaveAsk: 'You give your ticket back. Whoever comes again stands in the queue as one who has just come.',
};
