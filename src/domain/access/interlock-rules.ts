// What the interlock has against anybody who would start: a latch, a monitor that is not good, a machine that runs
// already. Nobody's role goes past them.

import { valueText } from '../machine/monitor.ts';
import { badMonitors, runsAlready } from './interlock-at.ts';
import type { Rule } from './rule.ts';

export const notLatched: Rule = ({ state, id, machine }) => {
  const latch = state.latches.get(id);
  if (!latch) return null;
  const monitor = machine.monitors?.[latch.monitor]?.name ?? latch.monitor;
  return { code: 'machine-latched', values: { machine: machine.name, monitor } };
};

export const monitorsGood: Rule = ({ state, id, machine }) => {
  const [bad] = badMonitors(state, id);
  if (!bad) return null;
  const { monitor, why, value } = bad;
  const values = { machine: machine.name, monitor: monitor.name };
  if (why !== 'limit') return { code: 'monitor-silent', values };
  return { code: 'monitor-bad', values: { ...values, value: valueText(monitor.reading, value) } };
};

export const notRunningAlready: Rule = ({ state, id, machine, flows, takesOver }) =>
  !takesOver && (runsAlready(state, id) || (machine.selfCheck && flows))
    ? { code: 'self-check-failed', values: { machine: machine.name } }
    : null;
