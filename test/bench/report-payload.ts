// What a machine reports in the figures of the diary: five readings at one time, as a milling machine that moves. One
// reading is one of these numbers; the activity beside them does not change and is not counted.

export const readingsPerReport = 5;

export function reportPayload(index: number): Readonly<Record<string, string | number>> {
  return {
    activity: 'running',
    'position.machine.x': 120.125 + index,
    'position.machine.y': 43.5 - index / 8,
    'position.machine.z': -1.25,
    'path.feedrate': 1200 + index,
    'spindle.speed': 11_950 + index * 3,
  };
}
