// Seller and buyer under the names of EN 16931: address, tax numbers, and where an electronic invoice reaches them.

import type { Invoice, Party } from '../../domain/billing/invoice.ts';
import type { NormNode } from './norm-document.ts';

/** Schemes of electronic addresses that are VAT ids (EAS code list), by country. */
const vatSchemes: ReadonlyMap<string, string> = new Map([
  ...([
    ['AT', '9914'] as const,
    ['BE', '9925'] as const,
    ['CH', '9927'] as const,
    ['CZ', '9929'] as const,
  ] as const),
  ...([
    ['DE', '9930'] as const,
    ['EE', '9931'] as const,
    ['ES', '9920'] as const,
    ['FR', '9957'] as const,
  ] as const),
  ...([
    ['GB', '9932'] as const,
    ['GR', '9933'] as const,
    ['HR', '9934'] as const,
    ['IE', '9935'] as const,
  ] as const),
  ...([
    ['IT', '0211'] as const,
    ['NL', '9944'] as const,
    ['PL', '9945'] as const,
    ['PT', '9946'] as const,
  ] as const),
  ...([['RO', '9947'] as const, ['SI', '9949'] as const, ['SK', '9950'] as const] as const),
]);

/** What is outside of VAT names no VAT id (BR-O-2 to BR-O-4). */
const isOutside = ({ vat }: Invoice): boolean => vat.some(({ rate }) => rate.category === 'O');

export function normSeller(invoice: Invoice): NormNode {
  const { seller } = invoice;
  const numbers: NormNode[] = [];
  if (seller.vatId && !isOutside(invoice)) numbers.push(taxNumber(seller.vatId, 'VAT'));
  if (seller.taxCode) numbers.push(taxNumber(seller.taxCode, 'FC'));
  const contact = {
    ...(seller.contact ? { 'cbc:Name': seller.contact } : {}),
    ...(seller.email ? { 'cbc:ElectronicMail': seller.email } : {}),
  };
  const creditor = { 'cbc:ID': seller.sepaCreditorId ?? '', 'cbc:ID@schemeID': 'SEPA' };
  return {
    ...endpoint(seller),
    ...(invoice.mandate && seller.sepaCreditorId ? { 'cac:PartyIdentification': [creditor] } : {}),
    'cac:PostalAddress': address(seller),
    ...(numbers.length > 0 ? { 'cac:PartyTaxScheme': numbers } : {}),
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': seller.name,
      ...(seller.taxCode ? { 'cbc:CompanyID': seller.taxCode } : {}),
    },
    ...(Object.keys(contact).length > 0 ? { 'cac:Contact': contact } : {}),
  };
}

export function normBuyer(invoice: Invoice): NormNode {
  const { buyer } = invoice;
  return {
    ...endpoint(buyer),
    'cac:PartyIdentification': { 'cbc:ID': buyer.id },
    'cac:PostalAddress': address(buyer),
    ...(buyer.vatId && !isOutside(invoice) ? { 'cac:PartyTaxScheme': taxNumber(buyer.vatId, 'VAT') } : {}),
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': buyer.name,
      ...(buyer.taxCode ? { 'cbc:CompanyID': buyer.taxCode } : {}),
    },
    ...(buyer.email ? { 'cac:Contact': { 'cbc:ElectronicMail': buyer.email } } : {}),
  };
}

const taxNumber = (id: string, scheme: string): NormNode => ({
  'cbc:CompanyID': id,
  'cac:TaxScheme': { 'cbc:ID': scheme },
});

/** UBL wants one; who has neither e-mail nor VAT id gets the id that the space knows them by, as a scheme of its own. */
function endpoint({ email, vatId, id }: Party): NormNode {
  const scheme = vatSchemes.get(vatId?.slice(0, 2) ?? '');
  if (vatId && scheme) return { 'cbc:EndpointID': vatId, 'cbc:EndpointID@schemeID': scheme };
  const mail = email ?? `${id}@invalid`;
  return { 'cbc:EndpointID': mail, 'cbc:EndpointID@schemeID': 'EM' };
}

function address({ address: { street, zip, city, province, country } }: Party): NormNode {
  return {
    'cbc:StreetName': street,
    'cbc:CityName': city,
    'cbc:PostalZone': zip,
    ...(province ? { 'cbc:CountrySubentity': province } : {}),
    'cac:Country': { 'cbc:IdentificationCode': country },
  };
}
