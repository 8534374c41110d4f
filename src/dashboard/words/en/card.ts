// English for the cards of machines.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const card = {
  someone: 'Someone',
  you: 'You',
  whoSince: icu<{ who: string; time: string }>('{who} · since {time}'),
  since: icu<{ time: string }>('since {time}'),
  today: icu<{ time: string }>('{time} in use today'),
  briefToday: 'Under 1 min in use today',
  unusedToday: 'Not used today',
  progress: 'Progress of the job',
  timeLeft: icu<{ time: string }>('about {time} left'),
  said: icu<{ word: string }>('The machine says “{word}”. Go and look.'),
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
};
