// Romanian for the kiosk, as one file to fetch.

export { kiosk } from '../words/ro/kiosk.ts';
export { states } from '../words/ro/states.ts';
