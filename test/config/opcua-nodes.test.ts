// The key `nodes` of an OPC UA link: namespaces by their URI, known words only, and an order that is one or the other.

import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { smallWorkshop } from './small-workshop.ts';

const read = (nodes: string, more = '') =>
  readConfig({
    file: 'officina.yaml',
    text: smallWorkshop.replace(
      'readers:',
      `  mill: { name: Mill, pool: mills, link: { kind: opcua, endpoint: "opc.tcp://192.0.2.7", ${more}nodes: ${nodes} } }\nreaders:`,
    ),
    env: {},
    flags: {},
    readSecret: () => ({ ok: false, reason: 'none' }),
  });
const mistakes = (nodes: string, more?: string): string => {
  const outcome = read(nodes, more);
  return outcome.ok ? '' : outcome.mistakes.map(({ text }) => text).join('\n');
};
const activity =
  'activity: { node: "nsu=urn:maker;s=State", values: { 0: idle, "1": running, true: alarm } }';

describe('the nodes of an OPC UA link', () => {
  it('say what each value means, what is read beside, and what ends a job', () => {
    const outcome = read(
      `{ ${activity}, program: { node: "nsu=urn:maker;s=Program" }, progress: { node: "nsu=urn:maker;i=7", scale: 0.01 },
        readings: { spindle.speed: { node: "nsu=urn:maker;s=Speed" } }, stop: { node: "nsu=urn:maker;s=Stop", value: 1 } }`,
    );
    if (!outcome.ok) throw new Error(outcome.mistakes.map(({ text }) => text).join('\n'));
    expect(outcome.config.links.mill).toMatchObject({
      nodes: {
        activity: {
          node: 'nsu=urn:maker;s=State',
          values: [
            { value: '0', activity: 'idle' },
            { value: '1', activity: 'running' },
            { value: 'true', activity: 'alarm' },
          ],
        },
        program: 'nsu=urn:maker;s=Program',
        progress: { node: 'nsu=urn:maker;i=7', scale: 0.01 },
        readings: [{ name: 'spindle.speed', node: 'nsu=urn:maker;s=Speed', scale: 1 }],
        stop: { kind: 'write', node: 'nsu=urn:maker;s=Stop', value: 1 },
      },
    });
  });

  it('may stand beside a companion model, and call a method', () => {
    const outcome = read(
      '{ stop: { object: "nsu=urn:maker;s=Panel", method: "nsu=urn:maker;s=End" } }',
      'machine: Mill, ',
    );
    expect(outcome.ok && outcome.config.links.mill).toMatchObject({
      machine: 'Mill',
      nodes: {
        activity: null,
        stop: { kind: 'call', object: 'nsu=urn:maker;s=Panel', method: 'nsu=urn:maker;s=End' },
      },
    });
  });

  it('name no namespace by its index, and say where to look up its URI', () => {
    const text = mistakes('{ activity: { node: "ns=3;s=State", values: { 0: idle } } }');
    expect(text).toContain('by the index 3, which may be another at every start of the server');
    expect(text).toContain('place 3 of its NamespaceArray (i=2255, counted from 0), and write nsu=<URI>;');
    for (const stop of ['{ node: "ns=2;s=Stop", value: true }', '{ object: "i=85", method: "ns=2;s=End" }'])
      expect(mistakes(`{ stop: ${stop} }`)).toContain('by the index 2');
    expect(mistakes('{ readings: { spindle.speed: { node: "ns=4;i=1" } } }')).toContain('by the index 4');
  });

  it.each([
    [
      'a word that is no activity',
      '{ activity: { node: "i=1", values: { 1: runing } } }',
      'did you mean "running"?',
    ],
    ['no meaning', '{ activity: { node: "i=1" } }', 'lacks "values"'],
    ['an empty meaning', '{ activity: { node: "i=1", values: {} } }', 'must say what each value means'],
    [
      'a reading that we do not know',
      '{ readings: { spindle.sped: { node: "i=1" } } }',
      'did you mean "spindle.speed"?',
    ],
    ['__proto__', '{ readings: { __proto__: { node: "i=1" } } }', 'is no reading'],
    ['a scale that loses all', '{ progress: { node: "i=1", scale: 0 } }', 'makes every value 0'],
    ['half an order', '{ stop: { node: "i=1" } }', 'must be either { node, value }'],
    [
      'two orders',
      '{ stop: { node: "i=1", value: 1, object: "i=2", method: "i=3" } }',
      'must be either { node, value }',
    ],
    ['nothing', '{}', 'names no node'],
    ['a node that is none', '{ program: { node: State } }', 'must be a node of the server'],
    ['another key', '{ state: { node: "i=1" } }', '"state" is not known here'],
    ['a list of readings', '{ readings: [spindle.speed] }', 'must name readings'],
  ])('refuse %s', (_, nodes, words) => {
    expect(mistakes(nodes)).toContain(words);
  });

  it('inv. 10: are at most 60 readings, and 64 values', () => {
    const values = Array.from({ length: 65 }, (_, i) => `"${i}": idle`).join(', ');
    expect(mistakes(`{ activity: { node: "i=1", values: { ${values} } } }`)).toContain('has more than 64');
    const readings = Array.from({ length: 70 }, (_, i) => `r${i}: { node: "i=${i}" }`).join(', ');
    expect(mistakes(`{ readings: { ${readings} } }`)).toContain('at most 60');
  });

  it('and a machine name say the same twice', () => {
    expect(mistakes(`{ ${activity} }`, 'machine: Mill, ')).toContain(
      '"machine" of machines.mill.link has no effect',
    );
  });
});
