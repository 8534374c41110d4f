// The heaters of the simulated printer: they warm at a constant rate, cool towards the room as hot things do, and go on
// cooling when the power is gone.

export type Heater = {
  actualC: number;
  /** 0 is off. */
  targetC: number;
  /** °C per second at full power. */
  readonly warmsPerS: number;
  /** Seconds in which the distance to the room falls to a third, as the fan runs; without it three times as long. */
  readonly coolsInS: number;
};

export type HeaterName = 'hotend' | 'bed';

const roomC = 22;

export const coldHeater = (pace: { warmsPerS: number; coolsInS: number }): Heater => ({
  actualC: roomC,
  targetC: 0,
  ...pace,
});

/** Lets a heater be for `seconds`. */
export function advanceHeater(heater: Heater, by: { seconds: number; powered: boolean }): void {
  const { seconds, powered } = by;
  const targetC = powered ? heater.targetC : 0;
  if (heater.actualC < targetC) {
    heater.actualC = Math.min(targetC, heater.actualC + heater.warmsPerS * seconds);
    return;
  }
  const fanFactor = powered ? 1 : 3;
  const left = Math.exp(-seconds / (heater.coolsInS * fanFactor));
  heater.actualC = Math.max(targetC, roomC + (heater.actualC - roomC) * left);
}

/** Power as the firmware tells it, 0 to 127. */
export function powerOf(heater: Heater): number {
  if (heater.targetC <= 0) return 0;
  return heater.actualC < heater.targetC ? 127 : Math.round((heater.targetC - roomC) / 4);
}
