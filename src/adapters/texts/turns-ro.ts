// In Romanian: what members are told of queues and turns, at readers and on their pages, and what mends a no.

export const turnsRo: ReadonlyMap<string, string> = new Map([
  ['alarm-told', 'Alarmă la {where}: {code}. Du-te să vezi; pagina Alarme spune mai multe.'],
  ['granted-turn', 'E rândul tău: {machine} este a ta. Apropie din nou cartela când ai terminat.'],
  ['queued', '{machine} este ocupată. Ești pe locul {place} la coadă și îți vine rândul cel târziu la {at}.'],
  [
    'queued-open',
    '{machine} este ocupată. Ești pe locul {place} la coadă; acum nu se poate promite o oră de început.',
  ],
  [
    'queued-sooner-now',
    '{machine} este ocupată. Ești pe locul {place}, cel târziu la {at}. Cu o tură de {minutes} min ai putea începe acum: spune asta pe pagina ta.',
  ],
  [
    'queued-sooner-next',
    '{machine} este ocupată. Ești pe locul {place}, cel târziu la {at}. Cu o tură de {minutes} min ai urma tu: spune asta pe pagina ta.',
  ],
  [
    'presence-kept',
    'La revedere. Locul tău la coadă se păstrează până la {at}; apropie aici cartela când te întorci.',
  ],
  ['presence-back', 'Bun venit înapoi. Ești din nou la coadă.'],
  ['queued-called', 'E rândul tău la {machine}: apropie acolo cartela înainte de {at}.'],
  ['queued-again', 'Ai un loc la coada pentru {machine}. Apropie din nou cartela ca să afli unde ești.'],
  [
    'machine-called',
    '{machine} se păstrează pentru membrul căruia îi este rândul. Ești pe locul {place} și îți vine rândul cel târziu la {at}.',
  ],
  [
    'machine-called-open',
    '{machine} se păstrează pentru membrul căruia îi este rândul. Ești pe locul {place}; acum nu se poate promite o oră de început.',
  ],
  ['turn-held', 'Ai deja {machine}, și ai câte o singură tură. Încheie întâi acolo.'],
  [
    'ticket-elsewhere',
    'Alții așteaptă {machine}, iar tu ai o mașină de alt fel. Încheie întâi acolo, apoi apropie din nou cartela.',
  ],
  ['queue-full', 'Coada pentru {machine} este plină. Întoarce-te mai târziu.'],
  ['ticket-skipped-absent', 'Un responsabil te-a scos din coadă: nu erai acolo.'],
  ['ticket-skipped-asked', 'Un responsabil te-a scos din coadă, cum ai cerut.'],
  ['ticket-skipped-rules', 'Un responsabil te-a scos din coadă, după regulile spațiului.'],
  ['ticket-skipped-mistake', 'Un responsabil te-a scos din coadă: bonul tău era o greșeală.'],
  ['turn-called', 'E rândul tău la {machine}: apropie acolo cartela înainte de {at}.'],
  ['turn-called-here', '{machine} se păstrează până la {at} pentru următorul de la coadă.'],
  ['turn-renewed', 'Nimeni nu așteaptă {machine}: tura ta continuă până la {at}.'],
  ['turn-renewed-here', 'Nimeni nu așteaptă {machine}: tura continuă până la {at}.'],
  ['rule.in-turn', 'E rândul tău, sau nu așteaptă nimeni.'],
  [
    'machine-booked',
    '{machine} este rezervată de la {at} la {until}, iar o tură nu s-ar încheia înainte. Alege altă mașină, sau întoarce-te după aceea.',
  ],
  [
    'booking-busy',
    'Rezervarea ta a început, dar {machine} nu este încă liberă: cine o are termină. Ți se păstrează; apropie cartela când este liberă.',
  ],
  [
    'booking-soon',
    '{machine} se păstrează pentru rezervarea ta de la {at}. Apropie acolo cartela ca să începi.',
  ],
  ['booking-waits', 'Rezervarea ta pentru {machine} a început, dar nu este încă liberă. Tu urmezi.'],
  [
    'booking-missed',
    'Nimeni nu a venit la rezervarea ta pentru {machine}, deci este acum liberă pentru alții.',
  ],
  ['booking-lost', '{machine} nu se poate folosi acum, deci rezervarea ta a fost anulată și nu costă nimic.'],
  ['booking-drawn', 'Dorința ta s-a împlinit: {machine} este a ta de la {at}.'],
  ['booking-offered', 'Ți se oferă o rezervare pentru {machine} de la {at}. O poți accepta pe pagina ta.'],
  ['ends-booking', '{machine} este rezervată de alt membru. Sesiunea ta de acolo se încheie la {at}.'],
  ['remedy.machine-booked', 'Alege altă mașină, sau întoarce-te după rezervare.'],
  ['remedy.booking-busy', 'Apropie din nou cartela când {machine} este liberă.'],
  ['remedy.machine-called', 'Așteaptă-ți rândul; pagina ta și cititorul îți spun.'],
  ['remedy.turn-held', 'Încheie la {machine}, apoi apropie din nou cartela aici.'],
  ['remedy.ticket-elsewhere', 'Încheie la cealaltă mașină, apoi apropie din nou cartela aici.'],
  ['remedy.queue-full', 'Așteaptă până sunt mai puțini oameni la coadă.'],
]);
