// Use that is forgotten by half-lives, kept forwards: a charge is multiplied once by 2^(elapsed / half-life) and never
// touched again, so that no sum must be decayed and the passing of time never changes an order. Integers only: elapsed
// time is cut to 1/4096 of a half-life and the power is read from a table made by integer roots, the same on any runtime.

/** Steps of one half-life; a charge is off by at most 2^(1/4096), 0.017 %, the same for all in one step. */
const steps = 4096;

/** Bits behind the point of a power; the table is exact to within one unit of the last. */
const powerBits = 40n;

/** Bits that the table is reckoned with: 4096 products lose at most 13 of them. */
const guardBits = 128n;

export type Memory = { readonly halfLifeMs: number; readonly epochMs: number };

/** `ms` of use at that time, in units that can be added and compared with all others of the same memory. */
export function unitsOf(ms: number, { halfLifeMs, epochMs }: Memory, atMs: number): bigint {
  return BigInt(ms) * powerOf(stepsBetween(epochMs, atMs, halfLifeMs));
}

/** What units are worth at that time, whole milliseconds, rounded down. */
export function worthMs(units: bigint, { halfLifeMs, epochMs }: Memory, atMs: number): number {
  return Number(units / powerOf(stepsBetween(epochMs, atMs, halfLifeMs)));
}

/** The same worth under another memory that begins at that time, for a policy that was changed. */
export function revalued(units: bigint, memory: Memory, atMs: number): bigint {
  return (units << powerBits) / powerOf(stepsBetween(memory.epochMs, atMs, memory.halfLifeMs));
}

/** Exact for any times that a clock can tell; nothing happens before the epoch. */
function stepsBetween(epochMs: number, atMs: number, halfLifeMs: number): number {
  const elapsedMs = Math.max(0, atMs - epochMs);
  const whole = Math.floor(elapsedMs / halfLifeMs);
  return whole * steps + Math.floor(((elapsedMs - whole * halfLifeMs) * steps) / halfLifeMs);
}

function powerOf(step: number): bigint {
  const whole = Math.floor(step / steps);
  return (table[step - whole * steps] ?? 0n) << BigInt(whole);
}

const table: readonly bigint[] = createTable();

function createTable(): readonly bigint[] {
  let root = 2n << guardBits;
  for (let halved = 1; halved < steps; halved *= 2) root = squareRoot(root << guardBits);
  const powers: bigint[] = [];
  let power = 1n << guardBits;
  for (let step = 0; step < steps; step++) {
    powers.push(power >> (guardBits - powerBits));
    power = (power * root) >> guardBits;
  }
  return powers;
}

/** The largest whole number whose square is not above; Newton's steps from above only fall. */
function squareRoot(square: bigint): bigint {
  let root = 1n << (BigInt(square.toString(2).length + 1) / 2n);
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
