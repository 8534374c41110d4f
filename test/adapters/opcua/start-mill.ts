// Starts `mill-program.ts` as a child process and speaks its JSON lines.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type {
  EnableNode,
  ItemState,
  MillCounters,
  OperationMode,
} from '../../../src/adapters/simulator/opcua-mill-nodes.ts';
import type { MillOrder, OrdersShown } from '../../../src/adapters/simulator/opcua-mill-orders.ts';
import type { StopNode } from '../../../src/adapters/simulator/opcua-mill-plain.ts';
import type { MillProgram } from '../../../src/adapters/simulator/opcua-mill-production.ts';

export type MillProcess = {
  readonly port: number;
  readonly endpoint: string;
  readonly thumbprint: string;
  /** Resolves once it holds. */
  order(order: {
    readonly state?: ItemState | null;
    readonly mode?: OperationMode;
    readonly counters?: Partial<MillCounters>;
    readonly program?: Partial<MillProgram>;
    readonly orders?: readonly MillOrder[];
    readonly power?: boolean;
    readonly cycle?: true;
  }): Promise<void>;
  /** What the node of its permission to run holds. */
  isEnabled(): Promise<boolean>;
  /** Closes its sessions and ends. */
  quit(): Promise<void>;
  /** Ends as by a power cut. */
  kill(): Promise<void>;
  /** Stops it where it stands, or lets it go on: its connections stay open and nobody answers. */
  freeze(isFrozen: boolean): void;
};

const program = fileURLToPath(new URL('mill-program.ts', import.meta.url));

export async function startMill(options: {
  readonly pkiDir: string;
  readonly port?: number;
  readonly security?: 'encrypted' | 'none' | 'both';
  readonly certificate?: 'kept' | 'new' | 'expired';
  readonly namespaces?: readonly string[];
  readonly shiftMs?: number;
  readonly enable?: EnableNode;
  readonly model?: 'machinery' | 'machine-tool' | 'plain';
  readonly stop?: StopNode;
  readonly orders?: OrdersShown;
}): Promise<MillProcess> {
  const { pkiDir, port = 0, security = 'encrypted', certificate = 'kept', namespaces = [] } = options;
  const args = ['--pki', pkiDir, '--port', String(port), '--security', security];
  args.push('--certificate', certificate, `--shift-ms=${options.shiftMs ?? 0}`);
  args.push('--enable', options.enable ?? 'none');
  args.push('--model', options.model ?? 'machinery', '--stop', options.stop ?? 'none');
  args.push('--orders', options.orders ?? 'none');
  args.push(...namespaces.flatMap((uri) => ['--namespace', uri]));
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<unknown> => {
    const { value, done } = await answers.next();
    if (done) throw new Error('the program of the mill ended before it answered; its errors stand above');
    return JSON.parse(value);
  };
  const tell = (order: object): void => {
    child.stdin.write(`${JSON.stringify(order)}\n`);
  };
  const ready = (await answer()) as Pick<MillProcess, 'port' | 'endpoint' | 'thumbprint'>;
  return {
    ...ready,
    async order(order) {
      tell(order);
      await answer();
    },
    async isEnabled() {
      tell({ tellEnabled: true });
      return ((await answer()) as { enabled: boolean }).enabled;
    },
    quit() {
      tell({ quit: true });
      return ended;
    },
    kill() {
      child.kill('SIGKILL');
      return ended;
    },
    freeze(isFrozen) {
      child.kill(isFrozen ? 'SIGSTOP' : 'SIGCONT');
    },
  };
}
