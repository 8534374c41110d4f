// The states of a simulated OctoPrint, with the words and the flags that it has for each: while something is on its way,
// `printing` is true beside it.

export type OctoprintState = keyof typeof octoprintTexts;

export const octoprintTexts = {
  offline: 'Offline',
  connecting: 'Connecting',
  failed: 'Offline after error',
  operational: 'Operational',
  sending: 'Sending file to SD',
  printing: 'Printing',
  pausing: 'Pausing',
  paused: 'Paused',
  resuming: 'Resuming',
  finishing: 'Finishing',
  cancelling: 'Cancelling',
} as const;

const transitional: ReadonlySet<string> = new Set(['pausing', 'resuming', 'finishing', 'cancelling']);
const away: ReadonlySet<string> = new Set(['offline', 'connecting', 'failed']);

export function octoprintFlags(state: OctoprintState) {
  const operational = !away.has(state);
  return {
    operational,
    printing: state === 'printing' || transitional.has(state),
    ...{ pausing: state === 'pausing', paused: state === 'paused', resuming: state === 'resuming' },
    ...{ finishing: state === 'finishing', cancelling: state === 'cancelling' },
    ...{ error: state === 'failed', closedOrError: state === 'offline' || state === 'failed' },
    ...{ ready: state === 'operational', sdReady: operational },
  };
}
