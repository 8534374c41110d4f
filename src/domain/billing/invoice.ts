// An invoice as one value, without a format: what every printer and every verifier reads. Amounts are minor units, and
// lines add up to the totals.

export type Party = {
  readonly id: string;
  readonly name: string;
  readonly address: {
    readonly street: string;
    readonly zip: string;
    readonly city: string;
    readonly province?: string;
    /** ISO 3166-1 alpha-2. */
    readonly country: string;
  };
  readonly vatId?: string;
  /** Codice fiscale. */
  readonly taxCode?: string;
  readonly email?: string;
  readonly iban?: string;
  readonly bic?: string;
  readonly sepaCreditorId?: string;
  readonly sdiCode?: string;
  readonly pec?: string;
  /** RF01 … */
  readonly regime?: string;
  readonly contact?: string;
};

export type InvoiceLine = {
  /** From 1. */
  readonly id: string;
  readonly text: string;
  readonly detail?: string;
  /** Decimal, up to 6 places. */
  readonly quantity: string;
  readonly unit: 'HUR' | 'KWH' | 'GRM' | 'MLT' | 'C62';
  /** Per unit, decimal of minor units, at most 2 decimals of the major unit. */
  readonly priceMinor: string;
  /** Rounded; what counts. */
  readonly netMinor: bigint;
  /** Key of the VAT rates. */
  readonly vat: string;
  readonly costCode?: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly session?: string;
};

export type VatRate = {
  readonly id: string;
  /** `22` */
  readonly percent: string;
  readonly category: 'S' | 'Z' | 'E' | 'AE' | 'O' | 'G' | 'K';
  /** Legal text of an exemption. */
  readonly reason?: string;
  /** VATEX-… */
  readonly reasonCode?: string;
  /** N2.2 … */
  readonly natura?: string;
};

export type VatTotal = { readonly rate: VatRate; readonly netMinor: bigint; readonly vatMinor: bigint };

export type Invoice = {
  readonly number: string;
  readonly kind: 'invoice' | 'credit-note';
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly currency: string;
  readonly digits: number;
  readonly locale: string;
  readonly seller: Party;
  readonly buyer: Party;
  readonly buyerReference?: string;
  readonly project?: string;
  readonly lines: readonly InvoiceLine[];
  readonly vat: readonly VatTotal[];
  readonly netMinor: bigint;
  readonly vatMinor: bigint;
  readonly grossMinor: bigint;
  readonly prepaidMinor: bigint;
  readonly payableMinor: bigint;
  readonly credits?: { readonly number: string; readonly issuedOn: string };
  readonly remittance: string;
  readonly mandate?: {
    readonly id: string;
    readonly signedOn: string;
    readonly sequence: 'FRST' | 'RCUR' | 'OOFF' | 'FNAL';
  };
  readonly notes: readonly string[];
  readonly reasonsUrl?: string;
};
