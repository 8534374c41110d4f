// The `$$` settings of the simulated controller: Grbl's numbers, defaults and formats. What is sent to change them is
// checked as the firmware does; nothing is kept when the simulation ends.

export type GrblSettings = Map<number, number>;

/** Number, default of a small engraver, decimals when printed. */
const table: readonly (readonly [number: number, value: number, decimals: number])[] = [
  [0, 10, 0],
  [1, 25, 0],
  [2, 0, 0],
  [3, 0, 0],
  [4, 0, 0],
  [5, 0, 0],
  [6, 0, 0],
  [10, 1, 0],
  [11, 0.01, 3],
  [12, 0.002, 3],
  [13, 0, 0],
  [20, 0, 0],
  [21, 0, 0],
  [22, 0, 0],
  [23, 0, 0],
  [24, 25, 3],
  [25, 500, 3],
  [26, 250, 0],
  [27, 1, 3],
  [30, 12000, 0],
  [31, 0, 0],
  [32, 0, 0],
  [100, 250, 3],
  [101, 250, 3],
  [102, 250, 3],
  [110, 3000, 3],
  [111, 3000, 3],
  [112, 1000, 3],
  [120, 200, 3],
  [121, 200, 3],
  [122, 100, 3],
  [130, 300, 3],
  [131, 200, 3],
  [132, 80, 3],
];

/** Bits of `$10`. */
export const reportMask = { machinePosition: 1, buffer: 2 } as const;

/** The defaults, changed by `changes`. */
export function grblSettings(changes: Readonly<Record<number, number>> = {}): GrblSettings {
  const settings: GrblSettings = new Map(table.map(([number, value]) => [number, value]));
  for (const [number, value] of Object.entries(changes)) settings.set(Number(number), value);
  return settings;
}

/** The answer to `$$`, one line each. */
export function settingLines(settings: GrblSettings): string[] {
  return table.map(([number, , decimals]) => `$${number}=${(settings.get(number) ?? 0).toFixed(decimals)}`);
}

/** Grbl's code for `$n=value`: 0, 3 (no such setting) or 4 (negative). */
export function changeSetting(settings: GrblSettings, change: { number: number; value: number }): number {
  if (!settings.has(change.number)) return 3;
  if (change.value < 0) return 4;
  settings.set(change.number, change.value);
  return 0;
}
