// The shape of a command, and what it is handed when it runs. A command talks only through its context.

import type { ParseArgsOptionsConfig } from 'node:util';
import type { Environment } from '../config/environment.ts';
import type { Flags } from '../config/settings.ts';
import type { Boxes } from './boxes.ts';
import type { Terminal } from './terminal.ts';

export const exitCodes = { ok: 0, refused: 1, wrongUse: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export type Command = {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** Without the name of the program and the command. */
  readonly usage: string;
  /** What it does, its options, an example. */
  readonly help: string;
  /** Beside `--help`, `--config` and `--data`, which every command has. */
  readonly options: ParseArgsOptionsConfig;
  readonly words: { readonly least: number; readonly most: number };
  run(context: Context): Promise<ExitCode>;
};

export type Context = {
  readonly values: Values;
  /** What stands on the command line without a dash. */
  readonly words: readonly string[];
  readonly flags: Flags;
  readonly env: Environment;
  readonly stdout: Out;
  readonly stderr: Out;
  /** Null when nobody sits there to be asked. */
  readonly terminal: Terminal | null;
  readonly host: Host;
  readonly boxes: Boxes;
};

/** Texts of an option that may stand several times are a list. */
export type Values = ReadonlyMap<string, string | true | readonly string[]>;

export type Out = { write(text: string): unknown; readonly isTTY?: boolean | undefined };

/** The process that a command runs in. */
export type Host = {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  off(signal: NodeJS.Signals, listener: () => void): unknown;
  exit(code: number): void;
};

/** The text of an option, undefined when it was left out. */
export function textOf(values: Values, option: string): string | undefined {
  const value = values.get(option);
  return typeof value === 'string' ? value : undefined;
}

/** The texts of an option that may stand several times. */
export function textsOf(values: Values, option: string): readonly string[] {
  const texts = values.get(option);
  return Array.isArray(texts) ? texts : [];
}

/** Says no on standard error, in one sentence or several. */
export function refuse(context: Context, text: string, code: ExitCode = exitCodes.refused): ExitCode {
  context.stderr.write(`${text}\n`);
  return code;
}

/** The code of a fault or refusal that was thrown, undefined when it has none. */
export const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
