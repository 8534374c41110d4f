// A simulated Bambu Lab printer: a real MQTT broker over TLS that lets in who has the access code, has few places, sends
// fulls and deltas as its model does, keeps its end states, and takes orders only in developer mode. Its hands are methods.

import { openBambuDoor } from './bambu-door.ts';
import { type BambuFields, type BambuModel, createBambuState } from './bambu-state.ts';

export type SimulatedBambuOptions = {
  readonly serial: string;
  readonly code: string;
  /** PEM; its common name is the serial. */
  readonly pair: { readonly cert: string; readonly key: string };
  /** X1 tells everything each time, P1 what has changed. */
  readonly model?: BambuModel;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly places?: number;
};

type Change = Partial<BambuFields>;
type Request = { readonly type: string; readonly command: string; readonly id: string };

export async function simulateBambu(options: SimulatedBambuOptions) {
  const { serial, code, model = 'X1', places = 4 } = options;
  const requests: Request[] = [];
  const state = createBambuState(model);
  const switches = { isLocked: false, isMute: false, obeys: true };
  const openDoor = (port: number) =>
    openBambuDoor({ ...{ serial, code, pair: options.pair, places }, port, onRequest: take });
  let door = await openDoor(options.port ?? 0);
  let isGone = false;

  const sendRaw = (payload: string | Buffer): void => {
    if (!switches.isMute && !isGone) door.publish(`device/${serial}/report`, Buffer.from(payload));
  };
  const send = (message: object): void => sendRaw(JSON.stringify(message));
  const report = (whole: boolean): void => {
    const print = state.report(whole);
    if (print) send({ print });
  };

  function take(type: string, body: Readonly<Record<string, unknown>>): void {
    const [command, id] = [String(body.command), String(body.sequence_id)];
    requests.push({ type, command, id });
    if (type === 'info') {
      const module = [{ name: 'ota', sw_ver: '01.08.00.00', sn: serial }];
      send({ info: { command, sequence_id: id, module, result: 'success' } });
    } else if (type === 'pushing') report(true);
    else if (switches.isLocked) send({ print: { command, sequence_id: id, err_code: 84_033_543 } });
    else {
      send({ print: { command, sequence_id: id, param: '', result: 'SUCCESS', reason: '' } });
      if (command === 'stop' && switches.obeys) act.cancel();
    }
  }

  const tell = (change: Change): void => {
    state.set(change);
    report(false);
  };
  const act = handsOn(tell, state.noStage);
  return {
    ...act,
    /** Everything that it was asked, oldest first. */
    requests: requests as readonly Request[],
    switches,
    tell,
    sendRaw,
    port: () => door.port,
    clients: () => door.clients(),
    /** Clients that said goodbye. */
    goodbyes: () => door.goodbyes(),
    /** No goodbye: the plug is pulled. */
    async vanish() {
      isGone = true;
      await door.close();
    },
    /** Its network comes back; what it does goes on. */
    async restart() {
      await door.close();
      state.forgetSent();
      door = await openDoor(door.port);
      isGone = false;
    },
    close: () => door.close(),
  };
}

/** What people do at it, and what comes of it. */
function handsOn(tell: (change: Change) => void, noStage: number) {
  return {
    start(name: string): void {
      tell({ gcode_state: 'PREPARE', subtask_name: name, mc_percent: 0, mc_remaining_time: 90, stg_cur: 2 });
      tell({ gcode_state: 'RUNNING', stg_cur: 0, nozzle_temper: 219.5, nozzle_target_temper: 220 });
    },
    pause: (): void => tell({ gcode_state: 'PAUSE', stg_cur: 16 }),
    resume: (): void => tell({ gcode_state: 'RUNNING', stg_cur: 0 }),
    finish: (): void =>
      tell({ gcode_state: 'FINISH', mc_percent: 100, mc_remaining_time: 0, stg_cur: noStage }),
    fail: (): void => tell({ gcode_state: 'FAILED', print_error: 0x0300_8003, stg_cur: noStage }),
    /** The code of a cancel is shown for a moment only. */
    cancel(): void {
      tell({ print_error: 0x0300_400c });
      tell({ print_error: 0 });
      tell({ gcode_state: 'FAILED', stg_cur: noStage });
    },
  };
}
