// Documents of MTConnect agents as they are written: versions, namespaces, errors, and bytes cut anywhere.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/adapters/mtconnect/read-document.ts';
import { mostXmlBytes, readXml } from '../../../src/adapters/mtconnect/read-xml.ts';
import { boundaryOf, splitParts } from '../../../src/adapters/mtconnect/split-parts.ts';
import { LinkFault } from '../../../src/edge/link-fault.ts';

const header = '<Header instanceId="7" nextSequence="18446744073709551615" firstSequence="1"/>';
const streams = (body: string, space = 'urn:mtconnect.org:MTConnectStreams:1.2') =>
  `<MTConnectStreams xmlns="${space}" xmlns:v="urn:vendor">${header}<Streams><DeviceStream>
   <ComponentStream>${body}</ComponentStream></DeviceStream></Streams></MTConnectStreams>`;
const faultOf = (text: string): string => {
  try {
    readDocument(text);
    return 'read';
  } catch (fault) {
    return fault instanceof LinkFault ? fault.trouble.code : 'crash';
  }
};

describe('a document of an agent', () => {
  it('has sequences of 64 bits, in order, and nothing of other namespaces', () => {
    const document = readDocument(
      streams(`<Events><Execution dataItemId="e" sequence="9007199254740995">ACTIVE</Execution>
        <Execution dataItemId="e" sequence="9007199254740993">READY</Execution>
        <v:Execution dataItemId="e" sequence="9007199254740996">STOPPED</v:Execution>
        <Execution dataItemId="e" sequence="18446744073709551616">STOPPED</Execution>
        <Execution dataItemId="e">STOPPED</Execution></Events>`),
    );
    if (document.kind !== 'streams') throw new Error(document.kind);
    expect(document.header.nextSequence).toBe(2n ** 64n - 1n);
    expect(document.observations.map(({ value, sequence }) => [value, sequence])).toEqual([
      ['READY', 9007199254740993n],
      ['ACTIVE', 9007199254740995n],
    ]);
  });

  it('may stand under a prefix, and is read by its local names', () => {
    const text = `<m:MTConnectStreams xmlns:m="urn:mtconnect.org:MTConnectStreams:2.7" xmlns="urn:vendor">
      <m:Header instanceId="7" nextSequence="2"/><Header instanceId="8"/><m:Streams><m:DeviceStream>
      <m:ComponentStream><m:Condition><m:Fault dataItemId="c" sequence="1" nativeCode="4">a &lt; b &#38; &nbsp;</m:Fault>
      </m:Condition></m:ComponentStream></m:DeviceStream></m:Streams></m:MTConnectStreams>`;
    expect(readDocument(text)).toMatchObject({
      ...{ kind: 'streams', header: { instanceId: '7' } },
      observations: [{ value: 'a < b & &nbsp;', condition: { level: 'Fault', code: '4', nativeCode: '4' } }],
    });
  });

  it('tells why it does not answer, in the words of any version', () => {
    const error = (version: string, body: string) =>
      readDocument(
        `<MTConnectError xmlns="urn:mtconnect.org:MTConnectError:${version}">${header}${body}</MTConnectError>`,
      );
    const ways = [
      error('1.0', '<Error errorCode="OUT_OF_RANGE">x</Error>'),
      error('2.5', '<Errors><Error errorCode="OUT_OF_RANGE">x</Error></Errors>'),
      error('2.6', '<Errors><OutOfRange><URI>/sample</URI></OutOfRange></Errors>'),
    ];
    for (const way of ways) expect(way).toMatchObject({ kind: 'error', codes: ['OUT_OF_RANGE'] });
  });

  const wrong: readonly [string, string][] = [
    ['of another standard', streams('', 'urn:other')],
    ['without an instance', '<MTConnectStreams><Header nextSequence="1"/></MTConnectStreams>'],
    ['without a sequence', '<MTConnectStreams><Header instanceId="1"/></MTConnectStreams>'],
    ['with a sequence beyond 64 bits', streams('').replace('18446744073709551615', '18446744073709551616')],
    ['with two roots', `${streams('')}${streams('')}`],
    ['cut off', streams('').slice(0, -5)],
    ['of assets', '<MTConnectAssets><Header instanceId="1"/></MTConnectAssets>'],
    ['with an entity', `<!DOCTYPE a [<!ENTITY b "c">]>${streams('')}`],
    ['too long', streams(' '.repeat(mostXmlBytes))],
    ['too deep', streams('<a>'.repeat(60) + '</a>'.repeat(60))],
    ['that is JSON', '{"MTConnectStreams":{}}'],
  ];
  it.each(wrong)('inv. 11: %s is unfit', (_name, text) => expect(faultOf(text)).toBe('answer-unfit'));

  it('inv. 11: never crashes on what is put into one', () => {
    const good = streams('<Events><Execution dataItemId="e" sequence="1">ACTIVE</Execution></Events>');
    const splice = fc.record({
      at: fc.nat(good.length),
      cut: fc.nat(20),
      put: fc.oneof(
        fc.string(),
        fc.constantFrom('<', '>', '"', '&', '<![CDATA[', '__proto__="1"', '<!--', ']]>'),
      ),
    });
    fc.assert(
      fc.property(splice, ({ at, cut, put }) => {
        expect(faultOf(good.slice(0, at) + put + good.slice(at + cut))).not.toBe('crash');
      }),
      { numRuns: 400 },
    );
  });

  it('inv. 11: keeps no entity of its own, and no word as a key', () => {
    expect(readXml('<a b="&apos;&#x41;&bad;&#0;"/>').attributes.get('b')).toBe("'A&bad;&#0;");
    expect(readXml('<toString/>').name).not.toBe('');
  });
});

describe('the parts of a stream', () => {
  it('are announced by any multipart type', () => {
    const types = [
      'multipart/mixed;boundary=b-1',
      'multipart/x-mixed-replace; boundary="b-1"',
      'Multipart/Mixed; charset=utf-8; Boundary=b-1',
      'multipart/mixed; boundary=b-1; charset=utf-8',
    ];
    expect(types.map(boundaryOf)).toEqual(types.map(() => 'b-1'));
    expect(['text/xml', 'multipart/mixed', 'x;boundary=b'].map(boundaryOf)).toEqual([null, null, null]);
  });

  it('are cut by their length alone, however the bytes come', () => {
    const documents = ['<a>é</a>', '', '--b\r\nContent-length: 3\r\n\r\n', 'last'];
    const wire = Buffer.concat(
      documents.map((text, n) => {
        const head =
          n % 2 ? ['--b', 'CONTENT-LENGTH:'] : ['--b', 'Content-type: text/xml', 'Content-length: '];
        const line = n % 2 ? '\n' : '\r\n';
        return Buffer.from(`${head.join(line)}${Buffer.byteLength(text)}${line}${line}${text}\r\n`);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.nat(wire.length), { maxLength: 30 }), (cuts) => {
        const parts = splitParts('b');
        const places = [0, ...cuts.sort((a, b) => a - b), wire.length];
        const found = places.flatMap((place, n) =>
          parts.push(wire.subarray(place, places[n + 1] ?? wire.length)),
        );
        expect(found).toEqual(documents);
      }),
    );
  });
});
