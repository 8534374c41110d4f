// What the values of one message mean, whatever a server sends.

import fc from 'fast-check';
import {
  coerceLocalizedText,
  DataType,
  DataValue,
  makeNodeId,
  NodeId,
  StatusCodes,
  Variant,
  VariantArrayType,
} from 'node-opcua';
import { describe, expect, it } from 'vitest';
import { hearMachine, type ItemKey } from '../../../src/adapters/opcua/hear-machine.ts';
import type { ItemState, OperationMode } from '../../../src/adapters/opcua/machine-state.ts';
import { type MappedNodes, noNodes } from '../../../src/adapters/opcua/node-map.ts';
import type { ProgramState } from '../../../src/adapters/opcua/program-state.ts';

const ids = { NotAvailable: 1, OutOfService: 2, NotExecuting: 3, Executing: 4 } as const;
const modes = { None: 11, Maintenance: 12, Setup: 13, Processing: 14 } as const;

const nodesOf = <Word extends string>(numbers: Readonly<Record<Word, number>>) => ({
  id: makeNodeId(100),
  text: makeNodeId(101),
  wordOf: (id: NodeId): Word | null =>
    (Object.keys(numbers) as Word[]).find((word) => makeNodeId(numbers[word]).toString() === id.toString()) ??
    null,
});

function listener() {
  const hear = hearMachine({
    state: nodesOf<ItemState>(ids),
    mode: nodesOf<OperationMode>(modes),
    program: null,
    orders: null,
    nodes: noNodes,
  });
  return (message: { readonly [key in ItemKey]?: readonly DataValue[] }) =>
    hear((key) => message[key] ?? []).map(({ seen, readings }) => ({ ...seen, readings }));
}

const good = (dataType: DataType, value: unknown): DataValue =>
  new DataValue({
    value: new Variant({ dataType, arrayType: VariantArrayType.Scalar, value }),
    statusCode: StatusCodes.Good,
  });
const id = (number: number): DataValue => good(DataType.NodeId, makeNodeId(number));
const text = (words: string): DataValue => good(DataType.LocalizedText, coerceLocalizedText(words));
const bad = new DataValue({ statusCode: StatusCodes.BadStateNotActive });
const activity = (heard: readonly { activity: string }[]) => heard.map((one) => one.activity);

describe('a message', () => {
  it('tells a state by its id, in whatever language its text is', () => {
    const hear = listener();
    expect(hear({ stateId: [id(ids.Executing)], stateText: [text('Läuft')] })).toEqual([
      { activity: 'running', substate: null, raw: 'Executing', readings: {} },
    ]);
  });

  it('tells a state by its text where the id is empty', () => {
    const hear = listener();
    expect(
      activity(
        hear({ stateId: [good(DataType.NodeId, NodeId.nullNodeId)], stateText: [text('NotExecuting')] }),
      ),
    ).toEqual(['idle']);
    expect(activity(hear({ stateText: [text('Executing')] }))).toEqual(['running']);
  });

  it('inv. 7: is unknown where the id is good and means nothing to us, whatever the text says', () => {
    const hear = listener();
    expect(hear({ stateId: [id(77)], stateText: [text('Executing')] })).toEqual([
      { activity: 'unknown', substate: null, raw: 'Executing', readings: {} },
    ]);
  });

  it.each([
    ['the id', { stateId: [bad] }],
    ['the text, beside an id that was left standing', { stateText: [bad] }],
    ['both', { stateId: [bad], stateText: [bad] }],
  ])('inv. 7: is unknown where %s is bad', (_, message) => {
    const hear = listener();
    expect(activity(hear({ stateId: [id(ids.NotExecuting)], stateText: [text('NotExecuting')] }))).toEqual([
      'idle',
    ]);
    expect(activity(hear(message))).toEqual(['unknown']);
    expect(activity(hear({ stateId: [id(ids.NotExecuting)], stateText: [text('NotExecuting')] }))).toEqual([
      'idle',
    ]);
  });

  it('tells each of several states, so that a job shorter than a message is seen', () => {
    const hear = listener();
    hear({ stateId: [id(ids.NotExecuting)] });
    const states = [id(ids.Executing), id(ids.NotExecuting), id(ids.Executing)];
    expect(activity(hear({ stateId: states }))).toEqual(['running', 'idle', 'running']);
  });

  it('takes the mode of a message before its states', () => {
    const hear = listener();
    expect(activity(hear({ stateId: [id(ids.Executing)], modeId: [id(modes.Setup)] }))).toEqual(['busy']);
    expect(activity(hear({ stateId: [id(ids.NotExecuting)], modeId: [id(modes.None)] }))).toEqual(['idle']);
  });

  it('keeps what was said before, when only the mode or a counter is new', () => {
    const hear = listener();
    hear({ stateId: [id(ids.Executing)], modeId: [id(modes.Processing)] });
    expect(activity(hear({ modeId: [id(modes.Setup)] }))).toEqual(['busy']);
    expect(hear({ OperationCycleCounter: [good(DataType.UInt32, 7)] })).toMatchObject([
      { activity: 'busy', readings: { operationCycleCounter: 7 } },
    ]);
  });

  it('inv. 7: of a server that is not in order makes its machine unknown', () => {
    const hear = listener();
    hear({ stateId: [id(ids.NotExecuting)] });
    expect(activity(hear({ server: [good(DataType.Int32, 4)] }))).toEqual(['unknown']);
    expect(activity(hear({ server: [bad] }))).toEqual(['unknown']);
    expect(activity(hear({ server: [good(DataType.Int32, 0)] }))).toEqual(['idle']);
  });

  it('tells counters, of 64 bits too, and none that cannot be', () => {
    const hear = listener();
    const [heard] = hear({
      PowerOnDuration: [good(DataType.Double, 1), good(DataType.Double, 86_400_000.5)],
      OperationDuration: [good(DataType.Double, Number.NaN)],
      OperationCycleCounter: [good(DataType.UInt64, [1, 5])],
    });
    expect(heard?.readings).toEqual({ powerOnDuration: 86_400_000.5, operationCycleCounter: 4_294_967_301 });
    const [odd] = hear({
      PowerOnDuration: [good(DataType.Double, -1)],
      OperationCycleCounter: [text('many')],
    });
    expect(odd?.readings).toEqual({});
  });

  it('inv. 11: of any shape never throws, and is never idle unless an id or a text says so', () => {
    const values = fc.constantFrom(
      bad,
      id(77),
      id(ids.OutOfService),
      text('__proto__'),
      text(''),
      good(DataType.String, 'NotExecuting'),
      good(DataType.Int32, 3),
      new DataValue({ statusCode: StatusCodes.Good }),
      new DataValue({
        statusCode: StatusCodes.UncertainLastUsableValue,
        value: new Variant({ dataType: DataType.NodeId, value: makeNodeId(ids.NotExecuting) }),
      }),
    );
    const list = fc.array(values, { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ server: list, stateId: list, stateText: list, modeId: list, PowerOnDuration: list }),
          { maxLength: 6 },
        ),
        (messages) => {
          const hear = listener();
          for (const message of messages) expect(activity(hear(message))).not.toContain('idle');
        },
      ),
    );
  });
});

describe('a machine tool and the nodes of a file', () => {
  const programs = { Initializing: 21, Running: 22, Ended: 23, Interrupted: 24, Aborted: 25 } as const;
  const nothing = { name: null, number: null, job: null, alerts: null };
  const hear = (options: { readonly itemState?: boolean; readonly nodes?: MappedNodes }) => {
    const { itemState = true, nodes = noNodes } = options;
    const listen = hearMachine({
      state: itemState ? nodesOf<ItemState>(ids) : null,
      mode: null,
      program: { ...nothing, state: nodesOf<ProgramState>(programs) },
      orders: null,
      nodes,
    });
    return (message: { readonly [key in ItemKey]?: readonly DataValue[] }) =>
      listen((key) => message[key] ?? []);
  };

  it('tells each state of a program in a message, with the states of the machine beside them', () => {
    const heard = hear({})({
      stateId: [id(ids.Executing), id(ids.NotExecuting)],
      programId: [id(programs.Running), id(programs.Interrupted), id(programs.Ended)],
      programName: [good(DataType.String, 'a.nc\u202e')],
      programJob: [good(DataType.String, 'J1')],
    });
    expect(heard.map(({ seen, job }) => [seen.activity, job])).toEqual([
      ['running', { state: 'under-way', id: 'J1', name: 'a.nc' }],
      ['paused', { state: 'under-way', id: 'J1', name: 'a.nc' }],
      ['idle', { state: 'over', id: 'J1', result: 'completed' }],
    ]);
  });

  it('inv. 7: says nothing of jobs until the program was told, and nothing by a bad word', () => {
    const listen = hear({});
    expect(listen({ stateId: [id(ids.Executing)], programId: [bad] }).map(({ job }) => job)).toEqual([null]);
    listen({ programId: [id(programs.Running)] });
    expect(listen({ programId: [bad] }).map(({ job, seen }) => [job, seen.activity])).toEqual([
      [{ state: 'unknown' }, 'running'],
    ]);
  });

  it.each([
    ['Initializing', 'starting'],
    ['Running', 'running'],
    ['Interrupted', 'paused'],
    ['Ended', 'idle'],
    ['Aborted', 'idle'],
  ] as const)('without an item state is known by its program: %s is %s', (state, now) => {
    expect(
      activity(hear({ itemState: false })({ programId: [id(programs[state])] }).map(({ seen }) => seen)),
    ).toEqual([now]);
  });

  it('inv. 11: of any shape never throws, never ends a job well, and is never idle by a value that nobody named', () => {
    const nodes: MappedNodes = {
      activity: { nodeId: 's=State', values: new Map([['0', 'idle']]) },
      program: 's=Program',
      readings: new Map([
        ['program.progress', { nodeId: 's=Progress', scale: 1 }],
        ['spindle.speed', { nodeId: 's=Speed', scale: 1e300 }],
      ]),
      missing: [],
    };
    const odd = fc.array(
      fc.constantFrom(
        bad,
        id(77),
        text('__proto__'),
        text('\u0000'.repeat(9)),
        good(DataType.Double, Number.NaN),
        good(DataType.Double, -1e308),
        good(DataType.Boolean, true),
        good(DataType.Int32, 3),
        good(DataType.String, 'x'.repeat(9_999)),
        new DataValue({ statusCode: StatusCodes.Good }),
      ),
      { maxLength: 3 },
    );
    const message = fc.record({
      activity: odd,
      programId: odd,
      programText: odd,
      programName: odd,
      programNumber: odd,
      programJob: odd,
      alert: odd,
      'reading program.progress': odd,
      'reading spindle.speed': odd,
    });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 5 }), fc.boolean(), (messages, isMapped) => {
        const listen = hear({ itemState: false, ...(isMapped && { nodes }) });
        for (const heard of messages.flatMap((one) => listen(one))) {
          expect(heard.seen.activity).toBe('unknown');
          expect(heard.job?.state ?? 'unknown').toBe('unknown');
          expect((heard.seen.raw ?? '').length + (heard.program ?? '').length).toBeLessThanOrEqual(120);
          expect(Object.values(heard.readings).every((value) => Number.isFinite(value))).toBe(true);
          expect(heard.readings['program.progress']).toBeUndefined();
        }
      }),
    );
  });
});
