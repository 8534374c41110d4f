// What an invoice or a credit note says, finished: every format (PDF, UBL, Factur-X, FatturaPA) is made from this value and
// from nothing else. Amounts are whole minor units; days are `yyyy-mm-dd` in the time zone of the space.

/** Seller or buyer. */
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
  /** With the country in front, `IT12345678903`. */
  readonly vatId?: string;
  /** Codice fiscale. */
  readonly taxCode?: string;
  readonly email?: string;
  readonly iban?: string;
  readonly bic?: string;
  readonly sepaCreditorId?: string;
  /** Where the exchange of the Italian tax agency delivers: seven characters, six of a public office. */
  readonly sdiCode?: string;
  readonly pec?: string;
  /** RF01 to RF20 (FatturaPA 1.2.1.8). */
  readonly regime?: string;
  readonly contact?: string;
};

/** Codes of UN/ECE recommendation 20: hours, kilowatt-hours, grams, millilitres, pieces. */
export type InvoiceUnit = 'HUR' | 'KWH' | 'GRM' | 'MLT' | 'C62';

export type InvoiceLine = {
  /** Counted from 1. */
  readonly id: string;
  readonly text: string;
  /** How the amount came about, for people. */
  readonly detail?: string;
  /** Decimal, up to six places; below zero where the line takes something back. */
  readonly quantity: string;
  readonly unit: InvoiceUnit;
  /** Of one unit, a decimal of minor units; at most two decimals of the major unit. */
  readonly priceMinor: string;
  /** Rounded; what counts. */
  readonly netMinor: bigint;
  /** Id of a rate. */
  readonly vat: string;
  readonly costCode?: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly session?: string;
};

export type VatRate = {
  readonly id: string;
  /** `22`, `5.5` */
  readonly percent: string;
  /** UNCL 5305: standard, zero, exempt, reverse charge, outside of scope, export, within the community. */
  readonly category: 'S' | 'Z' | 'E' | 'AE' | 'O' | 'G' | 'K';
  /** Legal text of an exemption. */
  readonly reason?: string;
  /** `VATEX-…` */
  readonly reasonCode?: string;
  /** `N2.2` … (FatturaPA 2.2.1.14). */
  readonly natura?: string;
};

export type VatTotal = { readonly rate: VatRate; readonly netMinor: bigint; readonly vatMinor: bigint };

/** The amounts of a credit note are written as those of an invoice: above zero. */
export type Invoice = {
  readonly number: string;
  readonly kind: 'invoice' | 'credit-note';
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly currency: string;
  /** Decimals of the currency. */
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
  /** What a credit note is about. */
  readonly credits?: { readonly number: string; readonly issuedOn: string };
  /** What the payer writes, at most 140 characters. */
  readonly remittance: string;
  readonly mandate?: {
    readonly id: string;
    readonly signedOn: string;
    readonly sequence: 'FRST' | 'RCUR' | 'OOFF' | 'FNAL';
  };
  readonly notes: readonly string[];
  readonly reasonsUrl?: string;
};
