// The chance of the simulation, for tests.

export { createSeededChance, type SeededChance } from '../../src/simulation/seeded-chance.ts';
