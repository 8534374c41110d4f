// The real program as a child process, with its own data folder, on free ports.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = new URL('../..', import.meta.url).pathname;
const main = join(root, 'src/officina.ts');

export type Program = {
  readonly httpPort: number;
  readonly mqttPort: number;
  /** Null without TLS. */
  readonly mqttsPort: number | null;
  readonly url: string;
  /** From the spawn to the ready line. */
  readonly readyMs: number;
  readonly process: ChildProcess;
  /** What it wrote to standard error so far, at most the last 200 lines. */
  log(): string;
  /** Ends it as an operator would; resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
};

export type ProgramOptions = {
  readonly dir: string;
  /** Text of officina.yaml; without one the demo shop starts. */
  readonly yaml?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Program and arguments to put in front, for instance a tracer. */
  readonly under?: readonly string[];
  readonly ports?: { readonly http: number; readonly mqtt: number };
  /** Told of the child at once, also when it never becomes ready. */
  readonly onSpawn?: (child: ChildProcess) => void;
};

/** A folder for one story, removed by the caller. */
export function storyDir(name: string): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `officina-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Starts `officina run` and waits for its ready line; rejects with its log when it ends before that. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { dir, yaml, env = {}, under = [], ports = { http: 0, mqtt: 0 } } = options;
  if (yaml !== undefined) writeFileSync(join(dir, 'officina.yaml'), yaml, { mode: 0o600 });
  const node = [process.execPath, main, 'run'];
  const listen = ['--http-port', String(ports.http), '--mqtt-port', String(ports.mqtt)];
  const [command = '', ...args] = [...under, ...node, '--data', join(dir, 'data'), ...listen];
  const startedMs = performance.now();
  const child = spawn(command, args, {
    cwd: dir,
    env: environment(dir, env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  options.onSpawn?.(child);
  const lines: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lines.push(...text.split('\n').filter(Boolean));
    lines.splice(0, Math.max(0, lines.length - 200));
  });
  const log = (): string => lines.join('\n');
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const ready = await readyLine(child, ended, log);
  return {
    ...ready,
    url: `http://127.0.0.1:${ready.httpPort}`,
    readyMs: performance.now() - startedMs,
    process: child,
    log,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

export type CommandResult = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** Runs one `officina` command in the story's folder to its end. */
export async function runOfficina(
  dir: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: dir,
    env: environment(dir, env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

/** Nothing of the environment of the tests leaks in but where the programs are. */
const environment = (dir: string, env: Readonly<Record<string, string>>) => ({
  PATH: process.env.PATH ?? '',
  HOME: dir,
  OFFICINA_LOG: 'info',
  ...env,
});

type Ports = Pick<Program, 'httpPort' | 'mqttPort' | 'mqttsPort'>;

async function readyLine(
  child: ChildProcess,
  ended: Promise<number | null>,
  log: () => string,
): Promise<Ports> {
  if (!child.stdout) throw new Error('the program has no standard output');
  const found = new Promise<Ports>((resolve) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const match = /^ready http=(\d+) mqtt=(\d+)(?: mqtts=(\d+))?$/.exec(line);
      const [, http, mqtt, mqtts] = match ?? [];
      if (!match) return;
      const mqttsPort = mqtts === undefined ? null : Number(mqtts);
      resolve({ httpPort: Number(http), mqttPort: Number(mqtt), mqttsPort });
    });
  });
  const early = ended.then((code): never => {
    throw new Error(`the program ended with ${code} before it was ready:\n${log()}`);
  });
  return Promise.race([found, early]);
}

/** Waits for a condition, asking every few milliseconds; fails with `what` after `limitMs`. */
export async function eventually<T>(
  what: string | (() => string),
  ask: () => T | undefined | false | null | Promise<T | undefined | false | null>,
  limitMs = 20_000,
): Promise<T> {
  const untilMs = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false && answer !== null) return answer;
    if (performance.now() > untilMs) {
      throw new Error(`waited ${limitMs} ms in vain: ${typeof what === 'string' ? what : what()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
