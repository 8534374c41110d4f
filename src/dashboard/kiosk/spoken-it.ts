// Italian for the kiosk, as one file to fetch.

export { kiosk } from '../words/it/kiosk.ts';
export { states } from '../words/it/states.ts';
