// English for the four facts of a machine, what each rests on, and the hour meters of its controller.

import type { FourFacts } from '../../../contract/machine-facts.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('en');

type By<Fact extends keyof FourFacts> = Readonly<Record<FourFacts[Fact]['by'], string>>;

const link: By<'link'> = {
  serial: 'over its cable',
  tcp: 'over the network',
  opcua: 'over OPC UA',
  mqtt: 'over MQTT',
  'current-sense': 'by what it draws',
  none: 'it has no controller that we can hear',
  moonraker: 'over Moonraker',
  octoprint: 'over OctoPrint',
  prusalink: 'over PrusaLink',
  duet: 'over the network',
  bambu: 'over the network',
  ruida: 'over the network',
  mtconnect: 'over MTConnect',
};

const activity: By<'activity'> = {
  status: 'the controller reports it',
  event: 'the controller announced it',
  sensor: 'a sensor measures it',
  silence: 'nothing is heard',
  inferred: 'concluded from what it does',
};

const mode: By<'mode'> = { person: 'a steward set it', nobody: 'as usual' };

const interlock: By<'interlock'> = {
  session: 'for the session',
  'session-end': 'the session has ended',
  nobody: 'nobody holds it',
  'switch-off': 'the switch says off',
  'switch-on': 'there is power though nobody holds it',
  'switch-silent': 'the switch is not heard',
};

const activities: Readonly<Record<string, string>> = {
  unknown: 'unknown',
  starting: 'starting up',
  idle: 'idle',
  running: 'running a job',
  heating: 'heating',
  homing: 'homing',
  jogging: 'moved by hand',
  pausing: 'pausing',
  paused: 'paused',
  resuming: 'resuming',
  toolChange: 'tool change',
  door: 'door open',
  busy: 'busy',
  check: 'checking a program, without moving',
  cancelling: 'cancelling',
  alarm: 'alarm',
  estop: 'emergency stop',
  sleeping: 'asleep',
};

export const facts = {
  activities,
  by: { link, activity, mode, interlock },
  since: icu<{ time: string; by: string }>('since {time}, {by}'),
  named: icu<{ by: string; name: string }>('{by}: {name}'),
  meter: {
    title: 'By its controller',
    operation: 'in operation',
    powerOn: 'switched on',
    cycles: 'Cycles',
    drift: 'Difference to ours',
    compared: icu<{ time: string }>('Compared since {time}.'),
    isOff: icu<{ apart: string; who: 'ours' | 'theirs' }>(
      '{who, select, ours {We have counted {apart} more than the controller. A steward should look which of the two is right.} other {The controller has counted {apart} more than we have. It worked while it was not heard, or a steward should look which of the two is right.}}',
    ),
    restarted: icu<{ time: string }>(
      'The meter of the controller stepped back ({time}); it is compared anew from there.',
    ),
  },
};
