// What stands beside the journal because it holds names: whom an invoice goes to, and the documents that were issued. The
// journal knows their digests. An address goes with its member; a document is never changed, because the law keeps it.

/** The address of a payer; `content` is the canonical JSON of a `Buyer`. */
export type BuyerRow = {
  readonly payer: string;
  /** Whose erasure takes it away; null for a team. */
  readonly member: string | null;
  readonly content: string;
  /** Random, 16 bytes hex; erased with the row. */
  readonly salt: string;
};

export type DocumentRow = {
  /** Id of an invoice or credit note. */
  readonly invoice: string;
  readonly number: string;
  readonly payer: string;
  /** SHA-256 of the text, hex. */
  readonly hash: string;
  readonly text: string;
};

export type PaperChange =
  | { readonly kind: 'buyer'; readonly buyer: BuyerRow }
  /** Refuses the whole commit where its id or its number is there. */
  | { readonly kind: 'document'; readonly document: DocumentRow };

export type Papers = {
  readonly buyers: ReadonlyMap<string, BuyerRow>;
  readonly documents: ReadonlyMap<string, DocumentRow>;
};

export const noPapers: Papers = { buyers: new Map(), documents: new Map() };

type Change = PaperChange | { readonly kind: string; readonly member?: string };

/** For journals in memory. Null where a document is there already; then nothing changes. */
export function changePapers(before: Papers, changes: readonly Change[]): Papers | null {
  const about = changes.filter(({ kind }) => kind === 'buyer' || kind === 'document' || kind === 'erase');
  if (about.length === 0) return before;
  const buyers = new Map(before.buyers);
  const documents = new Map(before.documents);
  for (const change of about) {
    if (change.kind === 'buyer' && 'buyer' in change) buyers.set(change.buyer.payer, change.buyer);
    if (change.kind === 'erase' && 'member' in change)
      for (const { payer, member } of before.buyers.values())
        if (member === change.member) buyers.delete(payer);
    if (change.kind !== 'document' || !('document' in change)) continue;
    const { invoice, number } = change.document;
    const isThere = [...documents.values()].some((one) => one.number === number);
    if (documents.has(invoice) || isThere) return null;
    documents.set(invoice, change.document);
  }
  return { buyers, documents };
}

/** What the journal knows of an address: a digest over this text. */
export const buyerDigestText = ({ salt, payer, content }: BuyerRow): string =>
  JSON.stringify([salt, payer, content]);
