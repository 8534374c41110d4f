// What a simulated Bambu Lab printer knows of itself, and how its model tells it: the X1 everything each time, the P1
// only what has changed, with numbers as texts in the same places as in life.

export type BambuModel = 'X1' | 'P1';

export type BambuFields = {
  readonly gcode_state: string;
  readonly subtask_name: string;
  readonly gcode_file: string;
  readonly mc_percent: number;
  readonly mc_remaining_time: number;
  readonly stg_cur: number;
  readonly print_error: number;
  readonly nozzle_temper: number;
  readonly nozzle_target_temper: number;
  readonly bed_temper: number;
  readonly bed_target_temper: number;
  readonly chamber_temper: number;
  readonly wifi_signal: string;
  readonly hms: readonly { readonly attr: number; readonly code: number }[];
  readonly fun: string;
  readonly device: object;
  readonly ams: object;
};

export function createBambuState(model: BambuModel) {
  const noStage = model === 'X1' ? -1 : 255;
  let fields: Partial<BambuFields> = {
    ...{ gcode_state: 'IDLE', subtask_name: '', gcode_file: '', mc_percent: 0, mc_remaining_time: 0 },
    ...{ stg_cur: noStage, print_error: 0, nozzle_temper: 24.5, nozzle_target_temper: 0, bed_temper: 23 },
    ...{ bed_target_temper: 0, chamber_temper: 25, wifi_signal: '-45dBm', hms: [] },
    ams: { ams: [{ id: '0', temp: '26.1', tray: [{ id: '0' }, { id: '1' }] }], tray_now: '255' },
  };
  let unsent: Partial<BambuFields> = {};
  return {
    noStage,
    set(change: Partial<BambuFields>): void {
      fields = { ...fields, ...change };
      unsent = { ...unsent, ...change };
    },
    /** Null when there is nothing to tell. */
    report(whole: boolean): object | null {
      const isWhole = whole || model === 'X1';
      const told = isWhole ? fields : unsent;
      if (Object.keys(told).length === 0) return null;
      unsent = {};
      return { command: 'push_status', msg: isWhole ? 0 : 1, sequence_id: '1', ...told };
    },
    /** Who comes next knows nothing. */
    forgetSent(): void {
      unsent = {};
    },
  };
}
