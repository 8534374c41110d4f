// A machine of the demo shop with the people beside it: while it has power it works, job after job, and people do to each
// job what its life says, by hand and at the machine. Nothing here is done by the gateway.

import { realTime, type SimulatedTime } from './native-link.ts';

/** What stands in for the link of the description. */
export type DemoLink =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number; readonly profile: string }
  | { readonly kind: 'moonraker'; readonly url: string; readonly key: null; readonly orders: true }
  | {
      readonly kind: 'opcua';
      readonly endpoint: string;
      readonly machine: null;
      readonly security: 'sign-and-encrypt';
      readonly user: null;
      readonly password: null;
    };

/** A simulated controller on a real port, with the host that gives it its jobs. */
export type DemoMachine = {
  readonly link: DemoLink;
  /** The switch went on or off; off also ends a running job, and leaves the machine as one would find it. */
  setPower(on: boolean): void;
  /** Resolves with whether the job was finished; it is not when something has cut it short. */
  runJob(): Promise<boolean>;
  /** What a person can do to it while it works. */
  readonly acts: { readonly [act in DemoAct]?: () => void };
  /** Whether it is doing something at this moment, and so draws much from its plug. */
  busy(): boolean;
  close(): Promise<void>;
};

export type DemoAct = 'pause' | 'open door' | 'close door' | 'break down' | 'clear' | 'start';

export type DemoLife = {
  /** From power to the first job, and between two jobs. */
  readonly firstMs: number;
  readonly restMs: number;
  /** What happens in the first job, in the second and so on, and then as in the first again. */
  readonly jobs: readonly (readonly DemoHappening[])[];
};

/** Counted from the start of the job. */
export type DemoHappening = { readonly afterMs: number; readonly act: DemoAct };

export type DemoController = Pick<DemoMachine, 'link' | 'setPower' | 'busy' | 'close'>;

export function liveOnPower(
  machine: DemoMachine,
  { life, time = realTime }: { readonly life: DemoLife; readonly time?: SimulatedTime },
): DemoController {
  let powered = false;
  let jobs = 0;
  let running = 0;
  let pending: (() => void)[] = [];

  const later = (delayMs: number, act: () => void): void => {
    pending.push(time.after(delayMs, act));
  };
  const callOff = (): void => {
    for (const call of pending) call();
    pending = [];
  };
  const work = (afterMs: number): void => {
    callOff();
    later(afterMs, () => {
      const happenings = life.jobs[jobs++ % life.jobs.length] ?? [];
      for (const { afterMs: atMs, act } of happenings) later(atMs, () => machine.acts[act]?.());
      const mine = ++running;
      const over = (finished: boolean): void => {
        // Told late, it is about a job from before power went and came.
        if (mine !== running) return;
        callOff();
        // A job that the end of access has stopped is not begun again: power comes anew with the next badge.
        if (finished && powered) work(life.restMs);
      };
      machine.runJob().then(over, () => over(false));
    });
  };

  return {
    link: machine.link,
    busy: machine.busy,
    setPower(on) {
      if (on === powered) return;
      powered = on;
      running += 1;
      callOff();
      machine.setPower(on);
      if (on) work(life.firstMs);
    },
    async close() {
      powered = false;
      callOff();
      await machine.close();
    },
  };
}
