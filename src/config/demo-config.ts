// The configuration of the demo shop: an ordinary file with passwords made by chance at each start, on loopback, with
// its journal in a folder of its own so that it never mixes with that of a real workshop.

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from './config.ts';
import type { Environment } from './environment.ts';
import { picturesIn } from './load-config.ts';
import { readConfig } from './read-config.ts';
import { type Flags, namedData, usualData } from './settings.ts';

/** @throws Error when the environment or the flags have a mistake, or the shipped file has one */
export function demoConfig({ env, flags }: { env: Environment; flags: Flags }): Config {
  const text = readFileSync(new URL('./demo-shop.yaml', import.meta.url), 'utf8');
  const password = randomBytes(18).toString('base64url');
  // What is played here must not stand among the figures of a real workshop.
  const chosen = { ...env, DEMO_PASSWORD: password, OFFICINA_INFLUX_URL: '' };
  const readPicture = picturesIn(fileURLToPath(new URL('.', import.meta.url)));
  const outcome = readConfig({ file: null, text, env: chosen, flags, readPicture });
  if (!outcome.ok) throw new Error(outcome.mistakes.map((mistake) => mistake.text).join('; '));
  const { config } = outcome;
  return Object.freeze({ ...config, dataDir: demoData(env, flags) });
}

/** Where the demo shop keeps its journal. */
export const demoData = (env: Environment, flags: Flags): string =>
  namedData(env, flags) ?? join(usualData, 'demo');
