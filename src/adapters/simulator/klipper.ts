// A simulated Klipper at its G-code pty, which it opens itself (`/tmp/printer`): it greets nobody, answers one line after the
// other, and answers nothing while homing or a wait for heat holds its one lock. From its source, not from a printer.

type Klipper = {
  readonly ports: Set<(bytes: Uint8Array) => void>;
  readonly waiting: { readonly line: string; readonly answer: (text: string) => void }[];
  readonly heat: { readonly [heater in 'T0' | 'B']: { actual: number; target: number } };
  file: { readonly size: number; at: number } | null;
  /** A wait for heat, or homing until then, holds the lock. */
  isHeating: boolean;
  homingUntilMs: number;
  isShutDown: boolean;
  position: number;
  nowMs: number;
  toldMs: number;
};

export type SimulatedKlipper = {
  attach(listener: (bytes: Uint8Array) => void): { write(bytes: Uint8Array): void; detach(): void };
  /** Lets time pass up to `nowMs`. */
  step(nowMs: number): void;
  /** What a person does in its web page. */
  readonly person: {
    print(size: number): void;
    home(forMs: number): void;
    shutDown(): void;
    restart(): void;
  };
};

const roomC = 21;
const printC = { T0: 210, B: 60 } as const;
/** Bytes of the file in a second. */
const readsPerS = 1000;
const lineLimit = 512;
const waitingLimit = 100;

/** @param heatPerS °C in a second; much faster than in life where somebody waits for it */
export function simulateKlipper({
  now,
  heatPerS,
}: {
  now: () => number;
  heatPerS: number;
}): SimulatedKlipper {
  const heat = { T0: { actual: roomC, target: 0 }, B: { actual: roomC, target: 0 } };
  const klipper: Klipper = {
    ...{ ports: new Set<(bytes: Uint8Array) => void>(), waiting: [], heat, file: null, isHeating: false },
    ...{ homingUntilMs: 0, isShutDown: false, position: 0, nowMs: now(), toldMs: 0 },
  };
  const aim = (to: { readonly T0: number; readonly B: number }): void => {
    for (const name of ['T0', 'B'] as const) heat[name].target = to[name];
  };
  return {
    attach(listener) {
      klipper.ports.add(listener);
      let rest = '';
      return {
        write(bytes) {
          const lines = (rest + Buffer.from(bytes).toString('latin1')).split('\n');
          rest = (lines.pop() ?? '').slice(-lineLimit);
          const answer = (text: string): void => listener(Buffer.from(`${text}\n`, 'latin1'));
          for (const line of lines)
            if (klipper.waiting.length < waitingLimit) klipper.waiting.push({ line: line.trim(), answer });
          answerAll(klipper);
        },
        detach: () => klipper.ports.delete(listener),
      };
    },
    step(nowMs) {
      pass(klipper, { seconds: Math.max(0, nowMs - klipper.nowMs) / 1000, heatPerS });
      klipper.nowMs = nowMs;
      answerAll(klipper);
    },
    person: {
      print(size) {
        klipper.file = { size, at: 0 };
        klipper.isHeating = true;
        aim(printC);
      },
      home(forMs) {
        klipper.homingUntilMs = klipper.nowMs + forMs;
      },
      shutDown() {
        Object.assign(klipper, { isShutDown: true, isHeating: false, file: null, homingUntilMs: 0 });
        aim({ T0: 0, B: 0 });
        sayAll(klipper, '// Klipper state: Shutdown');
      },
      restart() {
        klipper.isShutDown = false;
        sayAll(klipper, '// Klipper state: Ready');
      },
    },
  };
}

function pass(klipper: Klipper, { seconds, heatPerS }: { seconds: number; heatPerS: number }): void {
  const { heat, file } = klipper;
  for (const one of Object.values(heat)) {
    const goalC = Math.max(roomC, one.target);
    const stepC = heatPerS * seconds;
    one.actual =
      goalC > one.actual ? Math.min(goalC, one.actual + stepC) : Math.max(goalC, one.actual - stepC);
  }
  if (klipper.isHeating) {
    // It tells them each second while it waits.
    if (klipper.nowMs - klipper.toldMs >= 1000) {
      klipper.toldMs = klipper.nowMs;
      sayAll(klipper, heatText(klipper));
    }
    klipper.isHeating = Object.values(heat).some(({ actual, target }) => actual < target);
    return;
  }
  if (!file || klipper.nowMs < klipper.homingUntilMs) return;
  file.at = Math.min(file.size, file.at + readsPerS * seconds);
  klipper.position += seconds;
  if (file.at < file.size) return;
  klipper.file = null;
  for (const one of Object.values(heat)) one.target = 0;
  sayAll(klipper, 'Done printing file');
}

function answerAll(klipper: Klipper): void {
  while (!klipper.isHeating && klipper.nowMs >= klipper.homingUntilMs) {
    const next = klipper.waiting.shift();
    if (!next) return;
    if (klipper.isShutDown && next.line !== 'M115') {
      next.answer('!! Printer is shut down');
      next.answer('ok');
    } else for (const text of answersTo(klipper, next.line)) next.answer(text);
  }
}

function answersTo(klipper: Klipper, line: string): readonly string[] {
  const { file, position } = klipper;
  switch (line) {
    case 'M115':
      return ['ok FIRMWARE_NAME:Klipper FIRMWARE_VERSION:v0.12.0-316-g0cd0ee4a'];
    case 'M105':
      return [`ok ${heatText(klipper)}`];
    case 'M27':
      return [file ? `SD printing byte ${Math.floor(file.at)}/${file.size}` : 'Not SD printing.', 'ok'];
    case 'M114':
      return [`X:${position.toFixed(3)} Y:10.000 Z:0.200 E:0.000`, 'ok'];
    case '':
      return ['ok'];
    default:
      return [`// Unknown command:"${line.slice(0, 60)}"`, 'ok'];
  }
}

const heatText = ({ heat: { T0, B } }: Klipper): string =>
  `B:${B.actual.toFixed(1)} /${B.target.toFixed(1)} T0:${T0.actual.toFixed(1)} /${T0.target.toFixed(1)}`;

function sayAll({ ports }: Klipper, text: string): void {
  for (const tell of ports) tell(Buffer.from(`${text}\n`, 'latin1'));
}
