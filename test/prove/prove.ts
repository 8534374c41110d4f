// `npm run prove [-- NAME] [--seed N] [--from N] [--rounds N]`: the long proofs, one line each. The seed of round n is
// the first seed plus n, so a round that failed is lived again with --seed alone, and a run that was cut goes on with --from.

import { parseArgs } from 'node:util';
import { demoLife } from './demo-life.ts';
import { killEvening } from './kill-evening.ts';
import { ledgerText } from './ledger-text.ts';
import { mutatedPackets } from './mutated-packets.ts';
import { opcuaRestarts } from './opcua-restarts.ts';
import { passThrough } from './pass-through.ts';
import { profileBytes } from './profile-bytes.ts';
import { profileFuzz } from './profile-fuzz.ts';
import type { Proof } from './proof.ts';
import { rating } from './rating.ts';
import { replug } from './replug.ts';
import { livesInTurn, simulatedLife, smallLife } from './simulated-life.ts';
import { turns } from './turns.ts';

const proofs: readonly Proof[] = [
  profileFuzz,
  profileBytes,
  simulatedLife,
  livesInTurn,
  smallLife,
  killEvening,
  demoLife,
  opcuaRestarts,
  mutatedPackets,
  passThrough,
  turns,
  ledgerText,
  rating,
  replug,
];

type Wanted = {
  readonly proofs: readonly Proof[];
  readonly seed: number;
  readonly from: number;
  readonly rounds: number | null;
};

const wanted = readArguments(process.argv.slice(2));
if (wanted === null) {
  const names = proofs.map(({ name, about, rounds }) => `  ${name.padEnd(16)} ${rounds} × ${about}\n`);
  process.stderr.write(
    `Use: npm run prove [-- NAME] [--seed N] [--from ROUND] [--rounds N]\n${names.join('')}`,
  );
  process.exitCode = 2;
} else {
  let isProven = true;
  for (const proof of wanted.proofs) isProven = (await prove(proof, wanted)) && isProven;
  process.exitCode = isProven ? 0 : 1;
}

async function prove(proof: Proof, { seed, from, rounds }: Wanted): Promise<boolean> {
  const beganMs = performance.now();
  const end = rounds === null ? proof.rounds : from + rounds;
  const sums = new Map<string, number>();
  for (let round = from; round < end; round++) {
    try {
      for (const [fact, count] of Object.entries(await proof.round(seed + round)))
        sums.set(fact, (sums.get(fact) ?? 0) + count);
    } catch (fault) {
      const again = `npm run prove -- ${proof.name} --seed ${seed + round} --rounds 1`;
      const cause = fault instanceof Error ? fault.stack : String(fault);
      process.stdout.write(`${proof.name}: BROKEN in round ${round}, seed ${seed + round}: ${cause}\n`);
      process.stdout.write(`once more: ${again}\ngo on after it: --seed ${seed} --from ${round + 1}\n`);
      return false;
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${proof.name}: round ${round + 1} of ${end} `);
  }
  if (process.stderr.isTTY) process.stderr.write('\r');
  const facts = [...sums].map(([fact, sum]) => `${fact} ${sum}`).join(', ');
  const seconds = ((performance.now() - beganMs) / 1000).toFixed(1);
  process.stdout.write(
    `${proof.name}: holds; rounds ${from} to ${end - 1}, seed ${seed}, ${seconds} s (${facts})\n`,
  );
  return true;
}

/** Null for wrong use. */
function readArguments(args: readonly string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { seed: { type: 'string' }, from: { type: 'string' }, rounds: { type: 'string' } },
    });
    const chosen = proofs.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
    const seed = wholeOr(values.seed, Date.now() % 1_000_000);
    const from = wholeOr(values.from, 0);
    const rounds = values.rounds === undefined ? null : wholeOr(values.rounds, 0);
    if (chosen.length < Math.max(1, positionals.length) || seed === null || from === null) return null;
    return rounds === null && values.rounds !== undefined ? null : { proofs: chosen, seed, from, rounds };
  } catch {
    return null;
  }
}

function wholeOr(text: string | undefined, usual: number): number | null {
  if (text === undefined) return usual;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
