// The clocks of the simulation, turned by a test.

export { createHandClock, type HandClock, morningMs } from '../../src/simulation/hand-clock.ts';
