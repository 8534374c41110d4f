// The simulated LinuxCNC says what linuxcncrsh says: nothing before the hello, labels, an error that is gone once read.

import { expect, it } from 'vitest';
import { simulateLinuxcnc } from '../../../src/adapters/simulator/linuxcnc.ts';

function bench(password?: string) {
  let nowMs = 0;
  const machine = simulateLinuxcnc({ now: () => nowMs, ...(password !== undefined && { password }) });
  const client = () => {
    let heard = '';
    const channel = machine.attach((bytes) => {
      heard += Buffer.from(bytes).toString('latin1');
    });
    return {
      detach: channel.detach,
      say(line: string): string[] {
        heard = '';
        channel.write(Buffer.from(`${line}\n`));
        return heard.split('\r\n').filter((text) => text !== '');
      },
    };
  };
  const pass = (ms: number) => {
    nowMs += ms;
    machine.step(nowMs);
  };
  return { machine, client, pass };
}

it('tells nothing before the hello, and not after a wrong one', () => {
  const client = bench('secret').client();
  expect(client.say('get estop')).toEqual(['GET NAK']);
  expect(client.say('hello EMC officina 1.1')).toEqual(['HELLO NAK']);
  expect(client.say('get estop')).toEqual(['GET NAK']);
  expect(client.say('hello secret officina 1.1')).toEqual(['HELLO ACK EMCNETSVR 1.1']);
});

it('echoes until it is told not to', () => {
  const client = bench().client();
  client.say('hello EMC officina 1.1');
  expect(client.say('get machine')).toEqual(['get machine', 'MACHINE ON']);
  expect(client.say('set echo off')).toEqual(['set echo off']);
  expect(client.say('get machine')).toEqual(['MACHINE ON']);
});

it('runs a program line by line, and an emergency stop ends it', () => {
  const { machine, client, pass } = bench();
  const one = client();
  one.say('hello EMC officina 1.1');
  one.say('set echo off');
  machine.operator.run({ lines: 10, lineMs: 100 });
  pass(350);
  expect(one.say('get program_status')).toEqual(['PROGRAM_STATUS RUNNING']);
  expect(one.say('get program_line')).toEqual(['PROGRAM_LINE 4']);
  machine.operator.pause();
  pass(5000);
  expect(one.say('get program_status')).toEqual(['PROGRAM_STATUS PAUSED']);
  machine.operator.resume();
  pass(700);
  expect(one.say('get program_status')).toEqual(['PROGRAM_STATUS IDLE']);
  machine.operator.run({ lines: 10, lineMs: 100 });
  machine.operator.setEstop(true);
  expect(one.say('get estop')).toEqual(['ESTOP ON']);
  expect(one.say('get machine')).toEqual(['MACHINE OFF']);
  expect(machine.facts().status).toBe('IDLE');
});

it('one client alone gives orders, and an error is gone once it was read', () => {
  const { machine, client } = bench();
  const [one, two] = [client(), client()];
  for (const each of [one, two]) {
    each.say('hello EMC officina 1.1');
    each.say('set echo off');
  }
  expect(one.say('set abort')).toEqual(['SET ABORT NAK']);
  expect(two.say('set enable EMCTOO')).toEqual([]);
  expect(one.say('set enable EMCTOO')).toEqual(['SET ENABLE NAK']);
  machine.operator.fail('joint 0 following error');
  expect(two.say('get error')).toEqual(['ERROR joint 0 following error']);
  expect(one.say('get error')).toEqual(['ERROR OK']);
});
