// A simulated PrusaLink, as on a Buddy board or a Raspberry Pi: its ways of letting in, its states, and its answers to an
// end of a job. What a person does at its display, its methods do.

import { type HttpMachine, type Said, serveHttpMachine } from './http-machine.ts';
import { type PrusaLinkDoor, prusaLinkDoor } from './prusalink-door.ts';

type PrusaState =
  | 'IDLE'
  | 'BUSY'
  | 'PRINTING'
  | 'PAUSED'
  | 'FINISHED'
  | 'STOPPED'
  | 'ERROR'
  | 'ATTENTION'
  | 'READY';

export type PrusaLinkOptions = PrusaLinkDoor & {
  /** 0 takes a free one. */
  readonly port: number;
  readonly board: 'buddy' | 'pi';
};

export type SimulatedPrusaLink = HttpMachine & {
  startJob(name: string): void;
  pause(): void;
  /** By a person at the printer. */
  resume(): void;
  finish(): void;
  stop(): void;
  /** Any state as it is, as after a fault or a question on the display; the job stays. */
  show(state: PrusaState): void;
  /** The print is taken off: an end state does not linger any more. */
  acknowledge(): void;
  setProgress(percent: number, leftS: number): void;
  /** What it does with the end of a job that is ordered: carried out, refused (409), or accepted and not carried out. */
  onEnd(way: 'ends' | 'refuses' | 'ignores'): void;
  /** A Raspberry Pi that has not found its printer: 503. */
  findPrinter(found: boolean): void;
  /** The program starts again; the printer goes on. */
  restart(): Promise<void>;
};

type Job = { readonly id: number; readonly name: string; percent: number; leftS: number };

/** A Raspberry Pi carries out what it accepted when its serial line is free. */
const queueMs = 50;

export async function simulatePrusaLink(options: PrusaLinkOptions): Promise<SimulatedPrusaLink> {
  const { board } = options;
  const door = prusaLinkDoor(options);
  let state: PrusaState = 'IDLE';
  let job: Job | null = null;
  let lastId = 40;
  let way: 'ends' | 'refuses' | 'ignores' = 'ends';
  let isFound = true;
  const end = (as: 'FINISHED' | 'STOPPED'): void => {
    [state, job] = [as, null];
  };
  const show = (as: PrusaState): void => {
    state = as;
  };
  const answerEnd = (id: string): Said => {
    if (!/^[0-9]+$/.test(id)) return { status: 400 };
    if (job === null || Number(id) !== job.id) return { status: 404 };
    const isEndable = state === 'PRINTING' || state === 'PAUSED' || state === 'ATTENTION';
    if (way === 'refuses' || !isEndable) return { status: 409, body: { message: 'wrong state' } };
    if (way === 'ignores') return { status: 204 };
    if (board === 'pi') setTimeout(() => end('STOPPED'), queueMs).unref();
    else end('STOPPED');
    return { status: 204 };
  };
  const machine = await serveHttpMachine({
    port: options.port,
    answer(asked) {
      const turnedAway = door.judge(asked);
      if (turnedAway) return turnedAway;
      if (board === 'pi' && !isFound) return { status: 503, body: 'the printer is not known yet' };
      const { method, path } = asked;
      const ended = method === 'DELETE' ? /^\/api\/v1\/job\/([^/]+)$/.exec(path) : null;
      if (ended) return answerEnd(ended[1] ?? '');
      if (method !== 'GET') return { status: 405 };
      if (path === '/api/version') return { status: 200, body: versions[board] };
      if (path === '/api/v1/status') return { status: 200, body: statusOf({ board, state, job }) };
      if (path === '/api/v1/job') return job ? { status: 200, body: jobOf({ state, job }) } : { status: 204 };
      return { status: 404, body: 'not found' };
    },
  });
  return {
    ...machine,
    startJob(name) {
      lastId += 1;
      [state, job] = ['PRINTING', { id: lastId, name, percent: 0, leftS: 3600 }];
    },
    pause: () => show('PAUSED'),
    resume: () => show('PRINTING'),
    finish: () => end('FINISHED'),
    stop: () => end('STOPPED'),
    show,
    acknowledge: () => show('IDLE'),
    setProgress(percent, leftS) {
      if (job) job = { ...job, percent, leftS };
    },
    onEnd(as) {
      way = as;
    },
    findPrinter(found) {
      isFound = found;
    },
    async restart() {
      await machine.vanish();
      door.forget();
      await machine.comeBack();
    },
  };
}

const versions = {
  buddy: {
    ...{ api: '2.0.0', server: '2.1.2', nozzle_diameter: 0.4, text: 'PrusaLink', hostname: 'mk4' },
    capabilities: { 'upload-by-put': true },
  },
  pi: {
    ...{ api: '2.0.0', version: '0.8.1', text: 'PrusaLink 0.8.1', hostname: 'mk3', firmware: '3.13.2' },
    ...{ original: 'Original Prusa MK3S', sdk: '0.8.1', capabilities: { 'upload-by-put': true } },
  },
} as const;

type Shown = { readonly board: 'buddy' | 'pi'; readonly state: PrusaState; readonly job: Job | null };

/** A job is told of only while it is one; X and Y vanish while it moves. */
function statusOf({ board, state, job }: Shown): object {
  const isHot = state === 'PRINTING' || state === 'PAUSED';
  const moving = state === 'PRINTING' ? {} : { axis_x: 10, axis_y: -9 };
  const hot = isHot
    ? { temp_nozzle: 215.1, target_nozzle: 215, temp_bed: 59.9, target_bed: 60 }
    : { temp_nozzle: 24.1, target_nozzle: 0, temp_bed: 23.8, target_bed: 0 };
  const shown = job && {
    job: { id: job.id, progress: job.percent, time_remaining: job.leftS, time_printing: 12 },
  };
  const extras = { status_connect: { ok: true, message: 'OK' }, status_printer: { ok: true, message: 'OK' } };
  return {
    printer: {
      ...{ state, ...hot, ...moving, axis_z: 0.2, flow: 100, speed: 100, fan_hotend: 0, fan_print: 0 },
      ...(board === 'pi' ? extras : {}),
    },
    ...shown,
    storage:
      board === 'pi'
        ? [{ path: '/local', name: 'PrusaLink gcodes', read_only: false }]
        : { path: '/usb/', name: 'usb', read_only: false },
  };
}

const jobOf = ({ state, job }: { readonly state: PrusaState; readonly job: Job }): object => ({
  ...{ id: job.id, state, progress: job.percent, time_remaining: job.leftS, time_printing: 12 },
  file: {
    name: 'BOX~1.GCO',
    display_name: job.name,
    path: '/usb',
    size: 100_000,
    m_timestamp: 1_700_000_000,
  },
});
