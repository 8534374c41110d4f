// In English: a policy as members read it, one sentence for each thing that is decided.

export const policyEn: ReadonlyMap<string, string> = new Map([
  [
    'policy-turn',
    'In the pool {pool} a turn is {length}, from a tap at the machine to the end of the session.',
  ],
  ['policy-cap', 'No turn is longer than {length}, whatever was asked for.'],
  ['policy-peak', 'It is peak on {days} from {from} to {to}.'],
  [
    'policy-peak-turn',
    'A turn that begins at peak is {length}. The longest that can be asked for is {most} at peak and {otherwise} at other times.',
  ],
  [
    'policy-order',
    'Whoever used these machines less goes first. What was used counts half after {halflife}, and half of that after as long again.',
  ],
  [
    'policy-overtake',
    'Others may overtake who waits for so much machine time and no more: {percent} of what their share asks for, at least {least}, at most {most}.',
  ],
  ['policy-overtake-fixed', 'Others may overtake who waits for {least} of machine time and no more.'],
  ['policy-overtake-none', 'Nobody is overtaken: who came first goes first.'],
  [
    'policy-promise',
    'Whoever waits is told a latest start that is kept. A machine that breaks, a turn that runs far over or a new policy voids it; then a new one is told, with the reason.',
  ],
  ['policy-idle', 'Use while nobody waited counts {percent}.'],
  [
    'policy-claim',
    'Whoever is called taps at the machine within {length}; then the next one is called. Who misses a second call loses the place.',
  ],
  [
    'policy-claim-once',
    'Whoever is called taps at the machine within {length}; then the next one is called.',
  ],
  ['policy-renew', 'While nobody waits, a turn goes on by {length} at a time.'],
  ['policy-turnover', 'While somebody waits, {length} lie between two turns, to clear the machine.'],
  ['policy-turnover-none', 'The next turn begins as soon as the machine is free.'],
  [
    'policy-overrun',
    'What was promised allows a turn {length} beyond its end. Time beyond the end counts {percent} on top while somebody waits. No running job is cut.',
  ],
  [
    'policy-away',
    'Whoever waits may go out for {length} and keep the place, and may come as late after a missed call.',
  ],
  ['policy-away-none', 'Whoever goes out while waiting, or misses a call, loses the place.'],
  [
    'policy-short',
    '{machine} is for short turns: a tap there asks for {length}, and no longer turn is given there.',
  ],
  ['policy-bookings-none', 'These machines cannot be booked.'],
  ['policy-bookings', 'These machines can be booked up to {horizon} ahead, from {least} to {most} each.'],
  ['policy-bookings-future', 'Of one member at most {length} of bookings are still to come.'],
  [
    'policy-bookings-peak',
    'Bookings of one member that touch the peak of one day: {count}. Machines that nobody can book at peak: {free}.',
  ],
  ['policy-bookings-away', 'A booking that nobody came to goes to the queue after {length}.'],
  [
    'policy-bookings-late',
    'A booking that is cancelled less than {length} before its beginning counts as used, unless somebody else used the time.',
  ],
  ['policy-bookings-any-time', 'A booking can be cancelled until it begins, and then does not count.'],
  [
    'policy-bookings-draft',
    'Wishes for the next week are drawn on {days} at {at}, in turns, those who used less first. What is left goes to who books first.',
  ],
  ['policy-bookings-first', 'Who books first has it.'],
  ['policy-no-pools', 'No machine is used in turn: who taps at a free machine begins.'],
  [
    'policy-teams',
    'Shares are given by teams first, each by as many members as it has, and then within the team. Who has no team counts as one.',
  ],
  ['policy-team', 'A member of the team {team} weighs {percent} of the usual.'],
  [
    'policy-care',
    'Care work raises one’s weight: {full} of it within {within} give {percent} of the usual, and less gives less in proportion.',
  ],
  ['policy-care-none', 'Care work raises nobody’s weight.'],
  [
    'policy-votes',
    'Members change this policy by a vote. It is open for {open}, {quorum} of the active members must vote, and of the yes and no more than {majority} must be a yes.',
  ],
  ['policy-votes-secret', 'Votes are secret: only the count is kept, with a receipt for each ballot.'],
  ['policy-votes-named', 'Votes are open: the journal keeps who voted how.'],
  ['policy-votes-notice', 'What was decided takes effect {notice} after the vote at the earliest.'],
  ['policy-votes-at-once', 'What was decided takes effect when the vote is over.'],
  ['policy-votes-none', 'This policy is changed in the file of the workshop, and by no vote.'],
]);
