// English for moving a booking.

export const moving = {
  move: { offer: 'Move', keep: 'Leave it there', confirm: 'Move it', working: 'Moving …' },
  ask: 'It stays where it is until the new time is yours. As long as before, at the same machine.',
  start: 'New start',
  choose: 'Choose a start',
  looking: 'Looking for free starts …',
  none: 'No other start of this length is free in the next nine days. Cancel it, or book another length.',
};
