// A simulated LinuxCNC as its linuxcncrsh shows it: nothing before the hello, an echo until it is told not to, answers
// with their label, one client that may give orders, and an error that whoever reads it first takes away.

export type LinuxcncOptions = {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Connect password; `EMC` where nobody has set another. */
  readonly password?: string;
};

type Status = 'IDLE' | 'RUNNING' | 'PAUSED';

export type LinuxcncController = {
  /** A new conversation; what is said to it goes to `listener`. */
  attach(listener: (bytes: Uint8Array) => void): { write(bytes: Uint8Array): void; detach(): void };
  /** Lets time pass up to `nowMs`. */
  step(nowMs: number): void;
  readonly operator: LinuxcncOperator;
  facts(): { readonly status: Status; readonly line: number; readonly error: string | null };
};

/** What a person does at the screen of the machine. */
type LinuxcncOperator = {
  /** Starts a program of so many lines; without drives it does nothing. */
  run(program: { lines: number; lineMs: number }): void;
  pause(): void;
  resume(): void;
  setMachine(on: boolean): void;
  setEstop(on: boolean): void;
  /** Something went wrong; it stands on the screen until it is read. */
  fail(text: string): void;
};

type Client = { readonly say: (bytes: Uint8Array) => void; line: string; linked: boolean; echo: boolean };
type Machine = {
  estop: boolean;
  on: boolean;
  status: Status;
  line: number;
  program: { readonly lines: number; readonly lineMs: number } | null;
  /** Time spent in the present line. */
  spentMs: number;
  nowMs: number;
  error: string | null;
  /** The only client that may give orders. */
  enabled: Client | null;
};

/** The buffer of linuxcncrsh for a line. */
const lineLimit = 255;

/** A machine out of its emergency stop, with its drives on. */
export function simulateLinuxcnc({ now, password = 'EMC' }: LinuxcncOptions): LinuxcncController {
  const machine: Machine = {
    ...{ estop: false, on: true, status: 'IDLE', line: 0, program: null },
    ...{ spentMs: 0, nowMs: now(), error: null, enabled: null },
  };
  return {
    attach(listener) {
      const client: Client = { say: listener, line: '', linked: false, echo: true };
      return {
        write(bytes) {
          stepTo(machine, now());
          for (const letter of Buffer.from(bytes).toString('latin1'))
            take(machine, client, { letter, password });
        },
        detach() {
          if (machine.enabled === client) machine.enabled = null;
        },
      };
    },
    step: (nowMs) => stepTo(machine, nowMs),
    operator: operatorOf(machine),
    facts: () => ({ status: machine.status, line: machine.line, error: machine.error }),
  };
}

function operatorOf(machine: Machine): LinuxcncOperator {
  return {
    run(program) {
      if (!machine.on || machine.estop) return;
      Object.assign(machine, { program, status: 'RUNNING', line: 1, spentMs: 0 });
    },
    pause() {
      if (machine.status === 'RUNNING') machine.status = 'PAUSED';
    },
    resume() {
      if (machine.status === 'PAUSED') machine.status = 'RUNNING';
    },
    setMachine(on) {
      machine.on = on && !machine.estop;
      if (!machine.on) endProgram(machine);
    },
    setEstop(on) {
      machine.estop = on;
      if (!on) return;
      machine.on = false;
      endProgram(machine);
    },
    fail(text) {
      machine.error = text;
    },
  };
}

function endProgram(machine: Machine): void {
  machine.program = null;
  machine.status = 'IDLE';
}

function stepTo(machine: Machine, nowMs: number): void {
  const passedMs = Math.max(0, nowMs - machine.nowMs);
  machine.nowMs = nowMs;
  const { program } = machine;
  if (machine.status !== 'RUNNING' || program === null) return;
  machine.spentMs += passedMs;
  while (machine.spentMs >= program.lineMs && machine.line <= program.lines) {
    machine.spentMs -= program.lineMs;
    machine.line += 1;
  }
  if (machine.line <= program.lines) return;
  machine.line = 0;
  endProgram(machine);
}

function take(
  machine: Machine,
  client: Client,
  { letter, password }: { letter: string; password: string },
): void {
  if (letter !== '\n' && letter !== '\r') {
    if (client.line.length < lineLimit) client.line += letter;
    return;
  }
  const { line } = client;
  client.line = '';
  if (line === '') return;
  const say = (text: string): void => client.say(Buffer.from(`${text}\r\n`, 'latin1'));
  const [command = '', ...words] = line.split(' ').filter((word) => word !== '');
  const verb = command.toUpperCase();
  if (client.echo && client.linked && verb !== 'HELLO') say(line);
  if (verb === 'HELLO') {
    client.linked = words[0] === password && words.length === 3;
    say(client.linked ? 'HELLO ACK EMCNETSVR 1.1' : 'HELLO NAK');
  } else if (verb === 'GET') say(client.linked ? answer(machine, (words[0] ?? '').toUpperCase()) : 'GET NAK');
  else if (verb === 'SET') {
    const said = client.linked ? order(machine, client, words) : 'SET NAK';
    if (said !== null) say(said);
  }
}

function answer(machine: Machine, name: string): string {
  const onOff = (on: boolean): string => (on ? 'ON' : 'OFF');
  switch (name) {
    case 'ESTOP':
      return `ESTOP ${onOff(machine.estop)}`;
    case 'MACHINE':
      return `MACHINE ${onOff(machine.on)}`;
    case 'PROGRAM_STATUS':
      return `PROGRAM_STATUS ${machine.status}`;
    case 'PROGRAM_LINE':
      return `PROGRAM_LINE ${machine.line}`;
    case 'ERROR': {
      const text = machine.error ?? 'OK';
      machine.error = null;
      return `ERROR ${text}`;
    }
    default:
      return `GET ${name} NAK`;
  }
}

/** Null: done, and nothing is said, as without `verbose`. */
function order(machine: Machine, client: Client, words: readonly string[]): string | null {
  const [name = '', value = ''] = words.map((word) => word.toUpperCase());
  if (name === 'ECHO' && (value === 'ON' || value === 'OFF')) {
    client.echo = value === 'ON';
    return null;
  }
  if (name === 'ENABLE' && value === 'EMCTOO' && (machine.enabled ?? client) === client) {
    machine.enabled = client;
    return null;
  }
  if (name !== 'ABORT' || machine.enabled !== client) return `SET ${name} NAK`;
  endProgram(machine);
  return null;
}
