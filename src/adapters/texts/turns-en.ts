// In English: what members are told of queues and turns, at readers and on their pages, and what mends a no.

export const turnsEn: ReadonlyMap<string, string> = new Map([
  ['alarm-told', 'Alarm at {where}: {code}. Go and look; the page Alarms tells more.'],
  ['granted-turn', 'It is your turn: {machine} is yours. Tap again when you have finished.'],
  [
    'queued',
    '{machine} is taken. You are number {place} in the queue, and it is your turn by {at} at the latest.',
  ],
  [
    'queued-open',
    '{machine} is taken. You are number {place} in the queue; no latest start can be promised now.',
  ],
  [
    'queued-sooner-now',
    '{machine} is taken. You are number {place}, at the latest {at}. For {minutes} minutes you could start now: say so on your page.',
  ],
  [
    'queued-sooner-next',
    '{machine} is taken. You are number {place}, at the latest {at}. For {minutes} minutes you would be next: say so on your page.',
  ],
  ['presence-kept', 'Goodbye. Your place in the queue is kept until {at}; tap here when you are back.'],
  ['presence-back', 'Welcome back. You stand in the queue again.'],
  ['queued-called', 'It is your turn at {machine}: tap there before {at}.'],
  ['queued-again', 'You have a place in the queue for {machine}. Tap again to hear where you stand.'],
  [
    'machine-called',
    '{machine} is kept for the member whose turn it is. You are number {place}, and it is your turn by {at} at the latest.',
  ],
  [
    'machine-called-open',
    '{machine} is kept for the member whose turn it is. You are number {place}; no latest start can be promised now.',
  ],
  ['turn-held', 'You hold {machine} already, and one turn at a time is yours. Finish there first.'],
  [
    'ticket-elsewhere',
    'Others wait for {machine}, and you hold a machine of another kind. Finish there first, then tap again.',
  ],
  ['queue-full', 'The queue for {machine} is full. Come back later.'],
  ['ticket-skipped-absent', 'A steward took you out of the queue: you were not there.'],
  ['ticket-skipped-asked', 'A steward took you out of the queue, as you asked.'],
  ['ticket-skipped-rules', 'A steward took you out of the queue because of the rules of the space.'],
  ['ticket-skipped-mistake', 'A steward took you out of the queue: your ticket was a mistake.'],
  ['turn-called', 'It is your turn at {machine}: tap there before {at}.'],
  ['turn-called-here', '{machine} is kept until {at} for the next in the queue.'],
  ['turn-renewed', 'Nobody waits for {machine}: your turn goes on until {at}.'],
  ['turn-renewed-here', 'Nobody waits for {machine}: the turn goes on until {at}.'],
  ['rule.in-turn', 'It is your turn, or nobody waits for it.'],
  [
    'machine-booked',
    '{machine} is booked from {at} to {until}, and a turn would not be over before. Choose another machine, or come back after it.',
  ],
  [
    'booking-busy',
    'Your booking has begun, and {machine} is not free yet: whoever holds it finishes. It is kept for you; tap when it is free.',
  ],
  ['booking-soon', '{machine} is kept for your booking from {at}. Tap there to begin.'],
  [
    'booking-waits',
    'Your booking of {machine} has begun, but it is not free yet. You are the next to have it.',
  ],
  ['booking-missed', 'Nobody came for your booking of {machine}, so it is free for others now.'],
  ['booking-lost', '{machine} cannot be used now, so your booking was cancelled and costs nothing.'],
  ['booking-drawn', 'Your wish was drawn: {machine} is yours from {at}.'],
  ['booking-offered', 'A booking of {machine} from {at} is offered to you. Your page lets you accept it.'],
  ['ends-booking', '{machine} is booked by another member. Your session there ends at {at}.'],
  ['remedy.machine-booked', 'Choose another machine, or come back after the booking.'],
  ['remedy.booking-busy', 'Tap again when {machine} is free.'],
  ['remedy.machine-called', 'Wait for your turn; your page and the reader tell you.'],
  ['remedy.turn-held', 'Finish on {machine}, then tap here again.'],
  ['remedy.ticket-elsewhere', 'Finish on the other machine, then tap here again.'],
  ['remedy.queue-full', 'Wait until fewer people stand in the queue.'],
]);
