// What the interlock of a machine says about other entries of the file: that the switches and machines it names exist,
// and that one switch has one duty. An auxiliary may be shared, but by nothing that it would feed.

import type { SwitchConfig } from './config.ts';
import type { Findings } from './findings.ts';
import type { ReadMachine } from './machine.ts';
import { suggestion } from './nearest-word.ts';
import { placeOf } from './read-shape.ts';

export type InterlockParts = {
  readonly machines: ReadonlyMap<string, ReadMachine>;
  readonly switches: ReadonlyMap<string, SwitchConfig>;
};

export function checkInterlock({ machines, switches }: InterlockParts, findings: Findings): void {
  const feeding = new Map<string, string>();
  for (const [id, { machine }] of machines) {
    for (const fed of [machine.switch, machine.enable ?? null]) if (fed) feeding.set(fed, id);
  }
  for (const [id, { machine, tree }] of machines) {
    const name = `machines.${id}`;
    const mistake = (key: string, text: string): void => findings.mistake(placeOf(tree, key), text);
    const mustBeOne = (key: string, one: string, among: Iterable<string>, group: string): void => {
      const known = [...among];
      if (one === '' || known.includes(one)) return;
      mistake(
        key,
        `"${key}" of ${name} names "${one}", which is not among the ${group}${suggestion(one, known)}`,
      );
    };
    for (const [key, monitor] of Object.entries(machine.monitors ?? {})) {
      if (monitor.of !== undefined) mustBeOne('monitors', monitor.of, machines.keys(), 'machines');
      else if (machine.link === 'none' && machine.switch === null)
        mistake(
          'monitors',
          `${name}.monitors.${key} is of a machine that reports nothing; name one with "of".`,
        );
    }
    for (const { switch: aux } of machine.auxiliaries ?? []) {
      mustBeOne('auxiliaries', aux, switches.keys(), 'switches');
      const fed = feeding.get(aux);
      if (fed !== undefined)
        mistake(
          'auxiliaries',
          `The switch "${aux}" feeds machines.${fed}; an auxiliary of ${name} needs one of its own.`,
        );
      if (switches.get(aux)?.kind === 'controller')
        mistake(
          'auxiliaries',
          `The switch "${aux}" is a controller; an auxiliary of ${name} needs a switch that gives power.`,
        );
    }
    const { enable } = machine;
    if (enable !== undefined) {
      mustBeOne('enable', enable, switches.keys(), 'switches');
      const kind = switches.get(enable)?.kind;
      if (kind !== undefined && kind !== 'controller')
        mistake(
          'enable',
          `"enable" of ${name} names "${enable}", which is no controller; write it as "switch".`,
        );
      if (machine.switch === null)
        mistake('enable', `${name} has "enable" and no "switch"; write the controller as its "switch".`);
      if (machine.switch === enable)
        mistake('enable', `"enable" and "switch" of ${name} are the same; keep "switch".`);
    }
    if (machine.neverCutWhileHot && machine.coolBelowC === null)
      mistake(
        'neverCutWhileHot',
        `${name} has "neverCutWhileHot" and no "coolBelowC"; say below how many °C its power may go.`,
      );
    if (machine.selfCheck && machine.switch === null && machine.link === 'none')
      mistake(
        'selfCheck',
        `${name} has "selfCheck" and neither a link nor a switch that could tell; take it out.`,
      );
  }
}
