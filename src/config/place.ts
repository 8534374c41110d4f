// Where a workshop lies: its file and its data folder. For commands that must work also when the file has mistakes, or is
// lost: nothing of it is read here.

import { demoData } from './demo-config.ts';
import type { Environment } from './environment.ts';
import { findConfigFile, newConfigFile } from './load-config.ts';
import { type Flags, namedData, usualData } from './settings.ts';

export type Place = {
  /** officina.yaml; null where there is none and the demo shop runs. */
  readonly file: string | null;
  readonly dataDir: string;
};

/** Where what is there lies, as `officina run` would find it. */
export function findPlace(env: Environment, flags: Flags): Place {
  const file = findConfigFile(env, flags);
  return { file, dataDir: file === null ? demoData(env, flags) : (namedData(env, flags) ?? usualData) };
}

/** Where a workshop that is put back goes. */
export function newPlace(env: Environment, flags: Flags): Place & { readonly file: string } {
  return { file: newConfigFile(env, flags), dataDir: namedData(env, flags) ?? usualData };
}
