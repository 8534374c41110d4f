// In Romanian: a policy as members read it, one sentence for each thing that is decided.

export const policyRo: ReadonlyMap<string, string> = new Map([
  [
    'policy-turn',
    'În grupul {pool} o tură ține {length}, de la apropierea cartelei de mașină până la sfârșitul sesiunii.',
  ],
  ['policy-cap', 'Nicio tură nu este mai lungă de {length}, orice s-ar fi cerut.'],
  ['policy-peak', 'Ore de vârf: {days}, de la {from} la {to}.'],
  [
    'policy-peak-turn',
    'O tură care începe la vârf ține {length}. Cea mai lungă care se poate cere este de {most} la vârf și de {otherwise} în rest.',
  ],
  [
    'policy-order',
    'Cine a folosit mai puțin aceste mașini trece primul. Ce s-a folosit contează pe jumătate după {halflife}, apoi tot așa, din jumătate în jumătate.',
  ],
  [
    'policy-overtake',
    'Alții pot depăși pe cine așteaptă doar cu un timp de mașină limitat: {percent} din ce cere cota lor, cel puțin {least}, cel mult {most}.',
  ],
  ['policy-overtake-fixed', 'Alții pot depăși pe cine așteaptă cu {least} de timp de mașină și nu mai mult.'],
  ['policy-overtake-none', 'Nimeni nu este depășit: cine a venit primul trece primul.'],
  [
    'policy-promise',
    'Cine așteaptă află ora de început cea mai târzie, care se respectă. O mașină stricată, o tură mult depășită sau un nou regulament o anulează; atunci se spune alta, cu motivul.',
  ],
  ['policy-idle', 'Folosirea cât nu a așteptat nimeni contează {percent}.'],
  [
    'policy-claim',
    'Cine este chemat apropie cartela de mașină în {length}; apoi este chemat următorul. Cine pierde și a doua chemare își pierde locul.',
  ],
  [
    'policy-claim-once',
    'Cine este chemat apropie cartela de mașină în {length}; apoi este chemat următorul.',
  ],
  ['policy-renew', 'Cât nu așteaptă nimeni, o tură continuă de fiecare dată cu {length}.'],
  ['policy-turnover', 'Cât așteaptă cineva, între două ture se lasă {length}, ca să se elibereze mașina.'],
  ['policy-turnover-none', 'Tura următoare începe de îndată ce mașina este liberă.'],
  [
    'policy-overrun',
    'Promisiunile îngăduie unei ture {length} peste capăt. Timpul peste capăt contează cu {percent} în plus cât așteaptă cineva. Nicio lucrare în curs nu se taie.',
  ],
  [
    'policy-away',
    'Cine așteaptă poate ieși pentru {length} și își păstrează locul, și poate veni tot atât de târziu după o chemare pierdută.',
  ],
  ['policy-away-none', 'Cine iese cât așteaptă, sau pierde o chemare, își pierde locul.'],
  [
    'policy-short',
    '{machine} este pentru ture scurte: cine apropie acolo cartela cere {length}, și o tură mai lungă nu se dă acolo.',
  ],
  ['policy-bookings-none', 'Aceste mașini nu se pot rezerva.'],
  [
    'policy-bookings',
    'Aceste mașini se pot rezerva cu cel mult {horizon} înainte, fiecare rezervare între {least} și {most}.',
  ],
  ['policy-bookings-future', 'Un membru are cel mult {length} de rezervări care încă nu au venit.'],
  [
    'policy-bookings-peak',
    'Rezervări ale unui membru care ating vârful unei zile: {count}. Mașini pe care nu le poate rezerva nimeni la vârf: {free}.',
  ],
  ['policy-bookings-away', 'O rezervare la care nu a venit nimeni trece la coadă după {length}.'],
  [
    'policy-bookings-late',
    'O rezervare anulată cu mai puțin de {length} înainte de început contează ca folosită, dacă nu a folosit altcineva timpul.',
  ],
  ['policy-bookings-any-time', 'O rezervare se poate anula până începe, și atunci nu contează.'],
  [
    'policy-bookings-draft',
    'Dorințele pentru săptămâna următoare se repartizează {days} la {at}, pe rând, întâi cine a folosit mai puțin. Ce rămâne îl are cine rezervă primul.',
  ],
  ['policy-bookings-first', 'Cine rezervă primul o are.'],
  ['policy-no-pools', 'Nicio mașină nu se folosește pe rând: cine apropie cartela de una liberă începe.'],
  [
    'policy-teams',
    'Cotele se dau întâi pe echipe, fiecăreia după câți membri are, apoi în interiorul echipei. Cine nu are echipă contează ca una.',
  ],
  ['policy-team', 'Un membru al echipei {team} are {percent} din ponderea obișnuită.'],
  [
    'policy-care',
    'Îngrijirea crește ponderea: {full} de îngrijire în {within} dau {percent} din cea obișnuită, iar mai puțin dă proporțional mai puțin.',
  ],
  ['policy-care-none', 'Îngrijirea nu crește ponderea nimănui.'],
  [
    'policy-votes',
    'Membrii schimbă acest regulament prin vot. Este deschis {open}, trebuie să voteze {quorum} dintre membrii activi, iar dintre da și nu mai mult de {majority} trebuie să fie da.',
  ],
  [
    'policy-votes-secret',
    'Voturile sunt secrete: se păstrează doar numărătoarea, cu o recipisă pentru fiecare buletin.',
  ],
  ['policy-votes-named', 'Voturile sunt deschise: jurnalul păstrează cine cum a votat.'],
  ['policy-votes-notice', 'Ce s-a hotărât intră în vigoare cel mai devreme la {notice} după vot.'],
  ['policy-votes-at-once', 'Ce s-a hotărât intră în vigoare când se încheie votul.'],
  ['policy-votes-none', 'Acest regulament se schimbă în fișierul atelierului, nu prin vot.'],
]);
