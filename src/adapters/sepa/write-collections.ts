// SEPA direct debits (pain.008.001.08, EPC130-08): one file of one creditor, its collections grouped by day and sequence type, with
// counts and control sums. Texts are in the letters that every bank takes.

import { collectionMistakes } from '../../domain/billing/collection-mistakes.ts';
import type { Invoice, Party } from '../../domain/billing/invoice.ts';
import { formatPrice } from '../../domain/money.ts';
import { toAscii } from '../../edge/to-latin.ts';
import { writeXml, type XmlNode } from '../../edge/write-xml.ts';
import type { Collections, CollectionsFile } from '../../gateway/ports.ts';

/** All of the invoices or none. */
export function writeCollections({ id, createdAtMs, creditor, invoices }: Collections): CollectionsFile {
  const idMistake = {
    field: 'id',
    reason: 'banks do not take it',
    remedy: 'use at most 30 letters, digits and dashes',
  };
  const mistakes = [
    ...(/^[A-Za-z0-9-]{1,30}$/.test(id) ? [] : [idMistake]),
    ...collectionMistakes(creditor, invoices),
  ];
  if (mistakes.length > 0) return { ok: false, mistakes };
  const groups = [...Map.groupBy(invoices, ({ dueOn, mandate }) => `${dueOn} ${mandate?.sequence}`)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, group]) => group);
  const header: XmlNode = [
    'GrpHdr',
    [
      ['MsgId', id],
      ['CreDtTm', new Date(createdAtMs).toISOString().slice(0, 19)],
      ...countAndSum(invoices),
      ['InitgPty', [['Nm', bankText(creditor.name, 70)]]],
    ],
  ];
  const blocks = groups.map((group, index) => block(creditor, group, `${id}-${index + 1}`));
  const xml = writeXml([
    'Document',
    [['CstmrDrctDbtInitn', [header, ...blocks]]],
    { xmlns: 'urn:iso:std:iso:20022:tech:xsd:pain.008.001.08' },
  ]);
  const batches = groups.map((group, index) => ({
    id: `${id}-${index + 1}`,
    numbers: group.map(({ number }) => number),
  }));
  return { ok: true, xml, count: invoices.length, totalMinor: sumOf(invoices), batches };
}

const sumOf = (invoices: readonly Invoice[]): bigint =>
  invoices.reduce((sum, { payableMinor }) => sum + payableMinor, 0n);

const countAndSum = (invoices: readonly Invoice[]): readonly XmlNode[] => [
  ['NbOfTxs', String(invoices.length)],
  ['CtrlSum', formatPrice(sumOf(invoices), 2)],
];

function block(creditor: Party, group: readonly Invoice[], id: string): XmlNode {
  const creditorId: XmlNode = [
    'Othr',
    [
      ['Id', creditor.sepaCreditorId ?? ''],
      ['SchmeNm', [['Prtry', 'SEPA']]],
    ],
  ];
  return [
    'PmtInf',
    [
      ['PmtInfId', id],
      ['PmtMtd', 'DD'],
      ...countAndSum(group),
      [
        'PmtTpInf',
        [
          ['SvcLvl', [['Cd', 'SEPA']]],
          ['LclInstrm', [['Cd', 'CORE']]],
          ['SeqTp', group[0]?.mandate?.sequence ?? ''],
        ],
      ],
      ['ReqdColltnDt', group[0]?.dueOn ?? ''],
      ['Cdtr', [['Nm', bankText(creditor.name, 70)]]],
      ['CdtrAcct', account(creditor)],
      ['CdtrAgt', bank(creditor)],
      ['ChrgBr', 'SLEV'],
      ['CdtrSchmeId', [['Id', [['PrvtId', [creditorId]]]]]],
      ...group.map(collection),
    ],
  ];
}

function collection({ number, payableMinor, mandate, buyer, remittance }: Invoice): XmlNode {
  const signed: readonly XmlNode[] = [
    ['MndtId', mandate?.id ?? ''],
    ['DtOfSgntr', mandate?.signedOn ?? ''],
  ];
  return [
    'DrctDbtTxInf',
    [
      ['PmtId', [['EndToEndId', bankText(number, 35)]]],
      ['InstdAmt', formatPrice(payableMinor, 2), { Ccy: 'EUR' }],
      ['DrctDbtTx', [['MndtRltdInf', signed]]],
      ['DbtrAgt', bank(buyer)],
      ['Dbtr', [['Nm', bankText(buyer.name, 70)]]],
      ['DbtrAcct', account(buyer)],
      ['RmtInf', [['Ustrd', bankText(remittance, 140)]]],
    ],
  ];
}

const account = ({ iban }: Party): readonly XmlNode[] => [['Id', [['IBAN', iban ?? '']]]];

/** Within SEPA the IBAN is enough. */
const bank = ({ bic }: Party): readonly XmlNode[] => [
  ['FinInstnId', bic ? [['BICFI', bic]] : [['Othr', [['Id', 'NOTPROVIDED']]]]],
];

/** The Latin letters and signs of EPC130-08, 1.4; what it does not have becomes a space. */
function bankText(text: string, most: number): string {
  const plain = toAscii(text, 1000).replaceAll('&', '+');
  const taken = plain
    .replace(/[^A-Za-z0-9/?:().,'+ -]/g, ' ')
    .slice(0, most)
    .trim();
  return taken || 'NOTPROVIDED';
}
