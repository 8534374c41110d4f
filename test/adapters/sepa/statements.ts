// Statements in the styles of two banks: one writes every payment apart and structured, the other one batches, prefixes its names,
// breaks texts in pieces and writes five decimals.

export const statementOfOne = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-12-20T06:00:00</CreDtTm></GrpHdr>
<Stmt><Id>2026-244</Id><Acct><Id><IBAN>IT60X0542811101000000123456</IBAN></Id></Acct>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-12-19</Dt></Dt></Bal>
<Ntry><Amt Ccy="EUR">258.90</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-12-19</Dt></BookgDt>
<AcctSvcrRef>REF/1</AcctSvcrRef><BkTxCd><Prtry><Cd>NTRF</Cd></Prtry></BkTxCd><NtryDtls><TxDtls>
<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy="EUR">258.90</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<RltdPties><Dbtr><Pty><Nm>M&amp;S S&#246;hne</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct></RltdPties>
<RmtInf><Ustrd>Rechnung 2026/0001, danke</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">12.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-12-19</Dt></BookgDt>
<BkTxCd><Prtry><Cd>NCHG</Cd></Prtry></BkTxCd><AddtlNtryInf>Kontoführung</AddtlNtryInf></Ntry>
<Ntry><Amt Ccy="EUR">50.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-12-19</Dt></BookgDt>
<BkTxCd><Prtry><Cd>NRTI</Cd></Prtry></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>2026/0007</EndToEndId><MndtId>M-1</MndtId></Refs>
<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">9.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts><BkTxCd><Prtry><Cd>NTRF</Cd></Prtry></BkTxCd></Ntry>
</Stmt></BkToCstmrStmt></Document>`;

/** Version 02: the status and the names stand one level higher. */
export const statementOfOther = `<?xml version='1.0' encoding='ISO-8859-1'?>
<c:Document xmlns:c="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><c:BkToCstmrStmt><c:Stmt><c:Id>77</c:Id>
<c:Ntry><c:Amt Ccy="EUR">30.50000</c:Amt><c:CdtDbtInd>CRDT</c:CdtDbtInd><c:Sts>BOOK</c:Sts><c:BookgDt><c:DtTm>2026-12-18T23:10:00+01:00</c:DtTm></c:BookgDt>
<c:NtryRef>9</c:NtryRef><c:NtryDtls><c:Btch><c:NbOfTxs>2</c:NbOfTxs></c:Btch>
<c:TxDtls><c:Refs><c:EndToEndId>2026/0002</c:EndToEndId></c:Refs><c:AmtDtls><c:TxAmt><c:Amt Ccy="EUR">10.5</c:Amt></c:TxAmt></c:AmtDtls>
<c:RltdPties><c:Dbtr><c:Nm>Andr\u00e9</c:Nm></c:Dbtr></c:RltdPties></c:TxDtls>
<c:TxDtls><c:AmtDtls><c:TxAmt><c:Amt Ccy="EUR">20.00</c:Amt></c:TxAmt></c:AmtDtls>
<c:RmtInf><c:Ustrd>FATT 2026/00</c:Ustrd><c:Ustrd>03 SALDO</c:Ustrd></c:RmtInf></c:TxDtls></c:NtryDtls></c:Ntry>
</c:Stmt></c:BkToCstmrStmt></c:Document>`;
