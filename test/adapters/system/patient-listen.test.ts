// A port in use is waited for, however the adapter has worded it; everything else ends the start at once.

import { describe, expect, it } from 'vitest';
import { patientListen } from '../../../src/adapters/system/patient-listen.ts';

type Said = { readonly level: string; readonly text: string };

function attempts(...faults: (Error | null)[]) {
  const said: Said[] = [];
  const write = (level: string) => (_facts: object, text: string) => void said.push({ level, text });
  const log = { info: write('info'), warn: write('warn'), error: write('error') };
  const open = async () => {
    const fault = faults.shift();
    if (fault) throw fault;
    return { close: async () => undefined };
  };
  const request = { who: 'devices', host: '127.0.0.1', port: 1883, log, open, againMs: 1 };
  return { said, listening: patientListen(request) };
}
const inUse = (): Error => Object.assign(new Error('listen'), { code: 'EADDRINUSE' });

describe('a port', () => {
  it.each([
    ['as the system says it', inUse()],
    ['in the words of an adapter', new Error('MQTT cannot listen', { cause: inUse() })],
  ])('that is in use, %s, is tried again and told once', async (_how, fault) => {
    const { said, listening } = attempts(fault, inUse(), null);
    const port = await listening;
    expect(port.now()).toBeNull();
    await expect.poll(() => port.now()).not.toBeNull();
    expect(said.map(({ level }) => level)).toEqual(['error', 'info']);
    expect(said[0]?.text).toContain('port 1883 for devices is in use by another program');
    await port.close();
  });

  it('that may not be opened ends the start with a sentence', async () => {
    const { listening } = attempts(Object.assign(new Error('listen'), { code: 'EACCES' }));
    await expect(listening).rejects.toThrow(
      'port 1883 for devices at 127.0.0.1: this account may not open it',
    );
  });
});
