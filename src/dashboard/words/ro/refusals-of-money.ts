// Romanian for what the gateway refuses about uses, materials, books, the bank and the post, where no room says it better.

type Refusal = { readonly title: string; readonly detail: string };

/** Of uses, materials and books. */
const ofMoney: Readonly<Record<string, Refusal>> = {
  'usage-not-entered': {
    title: 'Pentru această sesiune nu s-a înregistrat manual nicio folosire.',
    detail: 'Doar una de acest fel se poate retrage; extrasul le marchează pe toate.',
  },
  'material-in-future': {
    title: 'Materialul s-ar folosi în viitor.',
    detail: 'Înregistrează-l când este dat.',
  },
  'material-too-old': {
    title: 'Materialul s-a folosit acum mai mult de 92 de zile.',
    detail: 'Nu se mai poate înregistra; înțelege-te cu membrul în afara extrasului.',
  },
  'material-session-unknown': {
    title: 'Acest membru nu a avut o astfel de sesiune la această mașină.',
    detail: 'Lasă sesiunea goală, sau ia-o de pe extras.',
  },
  'material-not-entered': {
    title: 'Niciun material nu s-a înregistrat cu acest id.',
    detail: 'Extrasul arată id-ul fiecăruia.',
  },
  'month-unreadable': { title: 'Aceasta nu este o lună.', detail: 'Scrie-o ca 2026-11.' },
  'draft-unknown': {
    title: 'În această lună plătitorul nu are nicio ciornă.',
    detail: 'Alege una din listă.',
  },
  'invoice-unknown': {
    title: 'Nicio factură nu are acest id sau număr.',
    detail: 'Alege una din listă.',
  },
  'lines-unknown': {
    title: 'Aceste rânduri nu se pot storna așa.',
    detail: 'Numește rânduri ale facturii; din nou se facturează doar una întreagă.',
  },
  'credited-already': { title: 'A fost deja stornat.', detail: 'Lista arată notele de credit.' },
  'payer-unknown': {
    title: 'Nimănui nu i se facturează sub această cheie.',
    detail: 'Folosește member:CHEIE, team:ID sau un nume scurt.',
  },
  'payers-wrong': {
    title: 'Unul dintre acești plătitori nu este cunoscut, sau apare de două ori.',
    detail: 'Folosește member:CHEIE, team:ID sau cost-code:COD, fiecare o dată, cu părți întregi.',
  },
  'day-wrong': { title: 'Această zi nu există.', detail: 'Scrie-o ca 2026-11-20.' },
  'buyer-unreadable': {
    title: 'Această adresă nu se poate tipări.',
    detail: 'Corectează câmpul indicat: tipăribil, nu prea lung, țara ca IT.',
  },
  'format-none': {
    title: 'Aici nu se fac facturi în acest format.',
    detail: 'Alege unul din listă.',
  },
  'posting-unreadable': { title: 'Aceasta nu se poate înregistra.', detail: 'Corectează-i referința.' },
  'posting-unbalanced': { title: 'Suma rândurilor nu este zero.', detail: 'Corectează sumele.' },
  'posting-key-used': {
    title: 'Sub această cheie s-a înregistrat deja altceva.',
    detail: 'Alege o cheie nouă pentru o plată nouă; aceeași contează o dată.',
  },
  'posting-refused': {
    title: 'Contabilitatea nu primește această plată.',
    detail: 'Uită-te la sumă și la dată.',
  },
  'account-unknown': { title: 'Niciun cont nu are acest nume.', detail: 'Alege unul din listă.' },
  'unit-unknown': { title: 'Aici asta nu se numără.', detail: 'Folosește moneda spațiului.' },
  'amount-wrong': {
    title: 'Această sumă nu se poate înregistra.',
    detail: 'Scrie unități mici întregi, peste zero, cel mult zece miliarde.',
  },
  'line-repeated': { title: 'Un cont apare de două ori.', detail: 'Adună părțile.' },
  'period-runs': { title: 'Această lună nu s-a încheiat.', detail: 'Închide-o când se încheie.' },
  'sale-repeated': {
    title: 'Sub acest id s-a vândut deja altceva.',
    detail: 'Alege un id nou pentru o vânzare nouă; același vinde o dată.',
  },
};

/** Of the bank and the post. */
const ofBank: Readonly<Record<string, Refusal>> = {
  'statement-unfit': {
    title: 'Acesta nu este un extras de bancă care se poate citi.',
    detail: 'Cere băncii camt.053, un fișier de cel mult 10 MiB, și trimite-l întreg.',
  },
  'address-missing': {
    title: 'Nu este scrisă nicio adresă a acestui plătitor.',
    detail: 'Scrie întâi adresa: mandatul stă lângă ea.',
  },
  'mandate-unreadable': {
    title: 'O bancă nu poate folosi acest mandat.',
    detail:
      'Corectează câmpul indicat: id-ul în cel mult 35 de litere și cifre, o zi trecută, un IBAN fără spații.',
  },
  'mandate-none': { title: 'Acest plătitor nu a semnat niciun mandat.', detail: 'Scrie întâi unul.' },
  'collection-unfit': {
    title: 'Aceste facturi nu se pot încasa așa; nu s-a scris nimic.',
    detail: 'Corectează ce este indicat, apoi încearcă din nou.',
  },
  'collection-none': {
    title: 'Nu se încasează acum nimic de acest fel.',
    detail: 'Lista arată ce se încasează.',
  },
  'posting-unknown': { title: 'Nu există această înregistrare contabilă.', detail: 'Alege una din listă.' },
  'mail-none': {
    title: 'Aici nu este descris niciun server de e-mail.',
    detail: 'Scrie „mail:” în officina.yaml și pornește din nou; manual/money.md arată cum.',
  },
  'mail-full': {
    title: 'Prea multe e-mailuri așteaptă serverul.',
    detail: 'Uită-te la cele care așteaptă, și așteaptă și tu.',
  },
  'mail-unfit': {
    title: 'Aceasta nu se poate trimite prin e-mail.',
    detail: 'Corectează ce este indicat: o singură adresă simplă, un text scurt, cel mult zece megaocteți.',
  },
  'mail-failed': {
    title: 'Serverul de e-mail nu l-a primit.',
    detail:
      'Compară „mail:” din officina.yaml (host, port, secure, user, parola) cu ce spune furnizorul tău.',
  },
};

export const moneyRefusals: Readonly<Record<string, Refusal>> = { ...ofMoney, ...ofBank };
