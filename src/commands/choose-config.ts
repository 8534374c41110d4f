// The configuration that a command works on: that of the file, or of the demo shop where there is no file. Mistakes
// and warnings are told here, once.

import type { Config, Mistake } from '../config/config.ts';
import { formatMistake } from '../config/findings.ts';
import { findConfigFile, loadConfig } from '../config/load-config.ts';
import type { Context, Out } from './command.ts';

export type Chosen = { readonly config: Config; readonly demo: boolean };

/** Null after mistakes, which then stand on standard error. */
export async function chooseConfig(context: Context): Promise<Chosen | null> {
  const file = findConfigFile(context.env, context.flags);
  if (file === null)
    return { config: await context.boxes.demoConfig(context.env, context.flags), demo: true };
  const config = await readFile(context, file);
  return config && { config, demo: false };
}

/** The configuration of one file; null after mistakes, which then stand on standard error. */
export async function readFile(context: Context, file: string): Promise<Config | null> {
  const { env, flags, stderr, boxes } = context;
  const [profiles, enabling] = await Promise.all([boxes.profileIds(), boxes.enablingProfiles()]);
  const outcome = loadConfig({ file, env, flags, profiles, enabling });
  if (outcome.ok) {
    tell(stderr, file, outcome.warnings, 'warning: ');
    return outcome.config;
  }
  tell(stderr, file, outcome.mistakes, '');
  const count = outcome.mistakes.length;
  stderr.write(
    count === 1
      ? 'There is 1 mistake; nothing was done.\n'
      : `There are ${count} mistakes; nothing was done.\n`,
  );
  return null;
}

function tell(out: Out, file: string, mistakes: readonly Mistake[], before: string): void {
  for (const mistake of mistakes) out.write(`${before}${formatMistake(file, mistake)}\n`);
}
