// FatturaPA 1.2.x from an invoice: TD01, or TD04 for a credit note. The order of elements is that of the schema of the tax agency;
// texts are in Latin-1; numbers in brackets are its fields.

import { fatturaMistakes } from '../../domain/billing/fattura-mistakes.ts';
import type { Invoice, InvoiceLine, InvoiceUnit, Party } from '../../domain/billing/invoice.ts';
import { mistakeText } from '../../domain/billing/invoice-mistake.ts';
import { toScaled } from '../../domain/billing/invoice-sums.ts';
import { formatPrice } from '../../domain/money.ts';
import { toAscii, toLatin } from '../../edge/to-latin.ts';
import { writeXml, type XmlNode } from '../../edge/write-xml.ts';

/** The stamp duty on invoices without VAT, paid virtually; null for a space that owes none. */
export type Bollo = {
  /** Above this sum of exempt lines. */
  readonly aboveMinor: bigint;
  readonly amountMinor: bigint;
  readonly natures: readonly string[];
};

/** DPR 642/1972, tariff, article 13: two euro above 77.47 euro; none on exports and reverse charge. */
export const usualBollo: Bollo = {
  aboveMinor: 7747n,
  amountMinor: 200n,
  natures: ['N1', 'N2.1', 'N2.2', 'N3.5', 'N3.6', 'N4'],
};

const space = 'http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2';
const unitNames: Readonly<Record<InvoiceUnit, string>> = {
  HUR: 'h',
  KWH: 'kWh',
  GRM: 'g',
  MLT: 'ml',
  C62: 'pz',
};

/** Throws a sentence where the exchange would refuse it; `fatturaMistakes` tells before. */
export function renderFattura(invoice: Invoice, bollo: Bollo | null = usualBollo): string {
  const [mistake] = fatturaMistakes(invoice);
  if (mistake) throw new Error(`Invoice ${invoice.number} is not fit for FatturaPA: ${mistakeText(mistake)}`);
  const format = invoice.buyer.sdiCode?.length === 6 ? 'FPA12' : 'FPR12';
  return writeXml([
    'p:FatturaElettronica',
    [
      ['FatturaElettronicaHeader', header(invoice, format)],
      ['FatturaElettronicaBody', body(invoice, bollo)],
    ],
    { versione: format, 'xmlns:p': space },
  ]);
}

function header({ seller, buyer, number }: Invoice, format: string): readonly XmlNode[] {
  const isAbroad = buyer.address.country !== 'IT';
  const fallback = isAbroad ? 'XXXXXXX' : '0000000';
  const code = buyer.sdiCode ?? fallback;
  // One person for business and tax agency: the register of companies names it by its partita IVA.
  return [
    [
      'DatiTrasmissione',
      [
        [
          'IdTrasmittente',
          [
            ['IdPaese', 'IT'],
            ['IdCodice', seller.taxCode ?? vatNumber(seller)],
          ],
        ],
        ['ProgressivoInvio', number.replace(/[^A-Za-z0-9]/g, '').slice(-10)],
        ['FormatoTrasmissione', format],
        ['CodiceDestinatario', code],
        code === '0000000' && buyer.pec ? ['PECDestinatario', buyer.pec] : null,
      ],
    ],
    [
      'CedentePrestatore',
      [
        [
          'DatiAnagrafici',
          [
            ...taxNumbers(seller),
            ['Anagrafica', [['Denominazione', toLatin(seller.name, 80)]]],
            ['RegimeFiscale', seller.regime ?? ''],
          ],
        ],
        ['Sede', address(seller)],
        seller.email ? ['Contatti', [['Email', seller.email]]] : null,
      ],
    ],
    [
      'CessionarioCommittente',
      [
        [
          'DatiAnagrafici',
          [...taxNumbers(buyer), ['Anagrafica', [['Denominazione', toLatin(buyer.name, 80)]]]],
        ],
        ['Sede', address(buyer)],
      ],
    ],
  ];
}

const vatNumber = (party: Party): string => (party.vatId ?? '').slice(2);

function taxNumbers(party: Party): readonly XmlNode[] {
  const { country } = party.address;
  const numbers: XmlNode[] = [];
  if (party.vatId)
    numbers.push([
      'IdFiscaleIVA',
      [
        ['IdPaese', party.vatId.slice(0, 2)],
        ['IdCodice', vatNumber(party)],
      ],
    ]);
  // Who has no number abroad is written so (guide of the tax agency, 1.4.1.1.2).
  else if (country !== 'IT')
    numbers.push([
      'IdFiscaleIVA',
      [
        ['IdPaese', country],
        ['IdCodice', '0000000'],
      ],
    ]);
  if (party.taxCode && country === 'IT') numbers.push(['CodiceFiscale', party.taxCode]);
  return numbers;
}

function address({ address: { street, zip, city, province, country } }: Party): readonly (XmlNode | null)[] {
  const isHere = country === 'IT';
  return [
    ['Indirizzo', toLatin(street, 60)],
    ['CAP', isHere ? zip : '00000'],
    ['Comune', toLatin(isHere ? city : `${zip} ${city}`, 60)],
    isHere && province ? ['Provincia', province] : null,
    ['Nazione', country],
  ];
}

function body(invoice: Invoice, bollo: Bollo | null): readonly (XmlNode | null)[] {
  const { credits, kind, notes, project } = invoice;
  const stamp = bollo && bolloMinor(invoice, bollo);
  return [
    [
      'DatiGenerali',
      [
        [
          'DatiGeneraliDocumento',
          [
            ['TipoDocumento', kind === 'invoice' ? 'TD01' : 'TD04'],
            ['Divisa', invoice.currency],
            ['Data', invoice.issuedOn],
            ['Numero', invoice.number],
            stamp
              ? [
                  'DatiBollo',
                  [
                    ['BolloVirtuale', 'SI'],
                    ['ImportoBollo', amount(stamp)],
                  ],
                ]
              : null,
            ['ImportoTotaleDocumento', amount(invoice.grossMinor)],
            ...notes.flatMap(causes),
          ],
        ],
        invoice.buyerReference
          ? ['DatiOrdineAcquisto', [['IdDocumento', toAscii(invoice.buyerReference, 20)]]]
          : null,
        project
          ? [
              'DatiContratto',
              [
                ['IdDocumento', toAscii(project, 20)],
                ['CodiceCommessaConvenzione', toAscii(project, 100)],
              ],
            ]
          : null,
        credits
          ? [
              'DatiFattureCollegate',
              [
                ['IdDocumento', credits.number],
                ['Data', credits.issuedOn],
              ],
            ]
          : null,
      ],
    ],
    [
      'DatiBeniServizi',
      [...invoice.lines.map((line) => lineNode(invoice, line)), ...invoice.vat.map(vatNode)],
    ],
    invoice.payableMinor > 0n && kind === 'invoice' ? ['DatiPagamento', payment(invoice)] : null,
  ];
}

/** What the law asks for the lines that bear no VAT; null below the threshold. */
function bolloMinor({ vat }: Invoice, { natures, aboveMinor, amountMinor }: Bollo): bigint | null {
  const base = vat
    .filter(({ rate }) => natures.includes(rate.natura ?? ''))
    .reduce((sum, { netMinor }) => sum + netMinor, 0n);
  return base > aboveMinor ? amountMinor : null;
}

/** Two hundred characters each; a note of a thousand becomes several. */
function causes(note: string): readonly XmlNode[] {
  const text = toLatin(note, 1000);
  const count = Math.ceil(text.length / 200);
  return Array.from({ length: count }, (_, index) => ['Causale', text.slice(index * 200, (index + 1) * 200)]);
}

function lineNode(invoice: Invoice, line: InvoiceLine): XmlNode {
  const rate = invoice.vat.find(({ rate: { id } }) => id === line.vat)?.rate;
  const text = line.detail ? `${line.text}: ${line.detail}` : line.text;
  // A quantity is never below zero here: what a line takes back stands in its price.
  const isBack = line.quantity.startsWith('-');
  const price = amount(toScaled(line.priceMinor, 0));
  return [
    'DettaglioLinee',
    [
      ['NumeroLinea', line.id],
      ['Descrizione', toLatin(text, 1000)],
      ['Quantita', twoPlaces(line.quantity.replace('-', ''))],
      ['UnitaMisura', unitNames[line.unit]],
      ['DataInizioPeriodo', line.fromDay],
      ['DataFinePeriodo', line.toDay],
      ['PrezzoUnitario', isBack && price !== '0.00' ? `-${price}` : price],
      ['PrezzoTotale', amount(line.netMinor)],
      ['AliquotaIVA', twoPlaces(rate?.percent ?? '')],
      rate?.natura && rate.category !== 'S' ? ['Natura', rate.natura] : null,
      line.costCode ? ['RiferimentoAmministrazione', toAscii(line.costCode, 20)] : null,
    ],
  ];
}

function vatNode({ rate, netMinor, vatMinor }: Invoice['vat'][number]): XmlNode {
  const isTaxed = rate.category === 'S';
  return [
    'DatiRiepilogo',
    [
      ['AliquotaIVA', twoPlaces(rate.percent)],
      !isTaxed && rate.natura ? ['Natura', rate.natura] : null,
      ['ImponibileImporto', amount(netMinor)],
      ['Imposta', amount(vatMinor)],
      isTaxed ? ['EsigibilitaIVA', 'I'] : null,
      !isTaxed && rate.reason ? ['RiferimentoNormativo', toLatin(rate.reason, 100)] : null,
    ],
  ];
}

function payment({ seller, mandate, dueOn, payableMinor }: Invoice): readonly XmlNode[] {
  return [
    ['CondizioniPagamento', 'TP02'],
    [
      'DettaglioPagamento',
      [
        // MP19: SEPA direct debit; MP05: transfer.
        ['ModalitaPagamento', mandate ? 'MP19' : 'MP05'],
        ['DataScadenzaPagamento', dueOn],
        ['ImportoPagamento', amount(payableMinor)],
        !mandate && seller.iban ? ['IBAN', seller.iban] : null,
        !mandate && seller.iban && seller.bic ? ['BIC', seller.bic] : null,
      ],
    ],
  ];
}

const amount = (minor: bigint): string => formatPrice(minor, 2);

/** At least two decimals, as the schema wants them. */
function twoPlaces(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}
