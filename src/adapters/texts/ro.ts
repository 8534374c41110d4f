// The sentences in Romanian, informal: what happened, why, what to do. Whole sentences only; a value stands in braces.

export const ro: ReadonlyMap<string, string> = new Map([
  ['granted', '{machine} este a ta. Apropie din nou cartela când ai terminat.'],
  [
    'granted-bypassed',
    '{machine} este a ta fiindcă ești responsabil. Altora li s-ar refuza ({codes}); asta rămâne scris.',
  ],
  [
    'granted-lesson',
    '{machine} este deschisă pentru o lecție. La final, cine învață sau instructorul apropie din nou cartela.',
  ],
  [
    'certificate-earned',
    'Ai terminat la {machine}. Ai obținut certificatul {certificate} și o poți folosi de acum fără instructor.',
  ],
  ['ended', 'Ai terminat la {machine}. Acum se oprește curentul.'],
  ['ending-job', 'Sesiunea ta la {machine} s-a încheiat. Lucrarea poate termina; nu ți se facturează.'],
  ['tap-late', 'Această atingere a venit prea târziu. Apropie din nou cartela dacă ești la mașină.'],
  ['badge-unknown', 'Nu cunoaștem această cartelă. Dacă este a ta, cere-i unui responsabil să o adauge.'],
  [
    'badge-ambiguous',
    'Acest cititor nu îți deosebește cartela de alta. Folosește alt cititor, sau cere-i unui responsabil altă cartelă.',
  ],
  ['badge-enrolled', 'Această cartelă este acum a ta. De acum deschide ce ai voie să folosești.'],
  ['spelling-learnt', 'Mulțumim. Gateway-ul știe acum cum scrie acest cititor cartelele.'],
  ['badge-random', 'Acest card arată de fiecare dată alt număr, cum fac telefoanele. Adu alt card.'],
  [
    'badge-partial',
    'Acest cititor vede prea puțin din card ca să-l înregistreze. Înregistrează-l la alt cititor.',
  ],
  [
    'badge-taken',
    'Acest card este deja cartela cuiva. Adu altul, sau cere-i întâi unui responsabil să o retragă.',
  ],
  ['badge-limit', 'Ai deja opt cartele. Cere-i întâi unui responsabil să retragă una.'],
  ['badge-strange', 'Aceasta nu este cartela cerută. Apropie-o pe aceea de cititor.'],
  ['pin-missing', '{machine} cere și PIN-ul tău. Tastează-l, apoi apropie din nou cartela.'],
  ['pin-wrong', 'Acest PIN nu este bun. După cinci greșeli se blochează pentru o zi.'],
  [
    'pin-locked',
    'PIN-ul tău este blocat după cinci greșeli. Se deblochează după o zi, sau cere-i unui responsabil unul nou.',
  ],
  [
    'pin-unset',
    '{machine} cere un PIN, iar tu nu ai încă. Alege unul pe pagina ta, sau întreabă un responsabil.',
  ],
  ['pin-unchecked', 'Se verifică prea multe PIN-uri deodată. Așteaptă o clipă și apropie din nou cartela.'],
  [
    'badge-unproven',
    'Această cartelă nu a putut dovedi că este de-a noastră. Ține-o nemișcată pe cititor, sau întreabă un responsabil.',
  ],
  ['tap-replayed', 'Această atingere a mai fost folosită. Apropie încă o dată cartela de cititor.'],
  [
    'badge-replayed',
    'Această citire a cartelei tale a mai fost folosită. Apropie încă o dată cartela de cititor.',
  ],
  ['badge-weak', '{machine} cere o cartelă care nu se poate copia. Cere-i una unui responsabil.'],
  ['badge-unreadable', 'Această cartelă nu s-a putut citi. Ține-o nemișcată pe cititor o secundă.'],
  [
    'member-suspended',
    'Calitatea ta de membru este suspendată, deci mașinile rămân închise pentru tine. Un responsabil îți poate spune mai multe.',
  ],
  [
    'certificate-missing',
    'Pentru {machine} trebuie certificatul {certificate}. Încă nu îl ai; cere-i unui instructor un curs.',
  ],
  [
    'certificate-expired',
    'Pentru {machine} trebuie certificatul {certificate}. Al tău a expirat la {until}; cere-i unui instructor o reîmprospătare.',
  ],
  [
    'lesson-offered',
    'Pentru {machine} trebuie certificatul {certificate}. Încă nu îl ai; un instructor poate apropia aici cartela în 60 de secunde ca să te învețe.',
  ],
  [
    'certificate-unused',
    'Pentru {machine} trebuie certificatul {certificate}. Al tău a căzut la {until}, fără folosire (zile: {days}); cere-i unui instructor o reîmprospătare.',
  ],
  [
    'certificate-level',
    'Pentru {machine} trebuie certificatul {certificate} la nivelul {level}, iar al tău este mai jos. Întreabă un instructor.',
  ],
  [
    'membership-not-begun',
    'Calitatea ta de membru începe la {from}. Vino atunci, sau întreabă un responsabil.',
  ],
  [
    'membership-ended',
    'Calitatea ta de membru s-a încheiat la {until}. Cere-i unui responsabil să o prelungească.',
  ],
  ['nothing-left', 'Nu a mai rămas nimic din care să se plătească. Încarcă la recepție cel puțin {missing}.'],
  ['plan-hours', 'Abonamentul tău {plan} nu este valabil la această oră. Este din nou de la {from}.'],
  ['plan-unknown', 'Abonamentul tău {plan} nu mai este descris aici. Spune-i unui responsabil.'],
  [
    'clock-unset',
    'Ceasul gateway-ului nu este potrivit, deci nu putem verifica datele. Spune-i unui responsabil; mașinile pornite merg mai departe.',
  ],
  [
    'machine-locked',
    'Cineva a blocat {machine} fiindcă ceva nu este în regulă. Un responsabil o verifică și o deblochează.',
  ],
  ['machine-out-of-order', '{machine} este defectă. Un responsabil îți poate spune când va fi reparată.'],
  ['machine-out-of-order-note', '{machine} este defectă: {note}. Un responsabil îți poate spune mai multe.'],
  ['machine-retired', '{machine} nu se mai folosește. Alege altă mașină, sau întreabă un responsabil.'],
  [
    'machine-in-maintenance',
    '{machine} este în mentenanță, deci o pot porni doar responsabilii. Întoarce-te când este din nou în producție.',
  ],
  ['space-closed', '{space} este închis acum. Se deschide la {until}.'],
  ['machine-closed', '{machine} nu se poate folosi la această oră. Se poate din nou de la {until}.'],
  [
    'closed-for-long',
    'Este închis pentru cel puțin două săptămâni. Întreabă un responsabil când se redeschide.',
  ],
  [
    'quiet-hours',
    '{machine} este prea zgomotoasă pentru orele de liniște. Poate merge din nou de la {until}.',
  ],
  [
    'space-full',
    '{space} este plin: oameni înăuntru, {present}. Pagina ta de aici îți spune când se face loc.',
  ],
  [
    'people-missing',
    'La {machine} oameni necesari: {needed}, iar prezenți ar fi {present}. Roagă pe cineva să-și apropie cartela la intrare.',
  ],
  [
    'people-asked',
    '{machine} are nevoie de a doua persoană. Alt membru să-și apropie aici cartela într-un minut.',
  ],
  [
    'people-short',
    'La {machine} oameni necesari: {needed}, iar prezenți sunt {present}. Se încheie într-un minut dacă nu se întoarce cineva.',
  ],
  [
    'granted-witness',
    '{machine} pornește pentru membrul dinaintea ta, iar tu stai alături. Rămâi cât merge.',
  ],
  ['presence-entered', 'Bun venit. Ești acum printre cei dinăuntru; apropie din nou cartela când pleci.'],
  [
    'presence-bypassed',
    'Bun venit, fiindcă ești responsabil. Altora li s-ar refuza ({codes}); asta rămâne scris. Apropie din nou cartela când pleci.',
  ],
  ['presence-left', 'La revedere. Nu mai ești printre cei dinăuntru.'],
  [
    'entrance-leave-only',
    'Acest cititor este pentru plecare, iar tu nu ești înăuntru. Apropie cartela la intrare.',
  ],
  ['machine-in-use', '{machine} este la alt membru de la {since}. Întoarce-te când este liberă.'],
  [
    'machine-ending',
    '{machine} încheie încă sesiunea dinaintea ta. Apropie din nou cartela când i s-a oprit curentul.',
  ],
  ['machine-unknown', 'Acest cititor a cerut o mașină care nu este descrisă aici. Spune-i unui responsabil.'],
  ['reader-unassigned', 'Acest cititor nu ține încă de nicio mașină. Spune-i unui responsabil.'],
  [
    'machine-ambiguous',
    'Acest cititor ține de mai multe mașini. Alege-o întâi pe a ta, apoi apropie cartela.',
  ],
  [
    'job-held',
    'Pe {machine} este încă ținută lucrarea altui membru. Cere-i unui responsabil să o scoată înainte să începi.',
  ],
  [
    'machine-latched',
    '{machine} a fost oprită din cauza: {monitor}, și rămâne blocată. Cere-i unui responsabil să o verifice și să o deblocheze.',
  ],
  [
    'monitor-bad',
    '{machine} rămâne blocată: {monitor} este în afara limitelor ({value}). Se deschide când revine la normal; dacă durează, spune-i unui responsabil.',
  ],
  [
    'monitor-silent',
    '{machine} rămâne blocată: {monitor} nu se aude. Așteaptă o clipă și apropie din nou cartela; dacă durează, spune-i unui responsabil.',
  ],
  [
    'self-check-failed',
    '{machine} merge deja, deși nu o are nimeni. Stai departe de ea și spune-i unui responsabil.',
  ],
  [
    'machine-problem',
    'Cineva a găsit {machine} nesigură, deci nimeni nu poate începe acolo. Întâi o verifică un responsabil; întreabă-l.',
  ],
  [
    'journal-full',
    'Discul gateway-ului este plin, deci nu poate porni nimic nou. Spune-i unui responsabil; mașinile pornite merg mai departe.',
  ],
  [
    'journal-behind',
    'Gateway-ul nu a putut scrie ce a fost înainte. Așteaptă o clipă și apropie din nou cartela.',
  ],
  [
    'journal-broken',
    'Gateway-ul nu își poate scrie jurnalul, deci nu poate porni nimic nou. Spune-i unui responsabil; mașinile pornite merg mai departe.',
  ],
  [
    'tap-invalid',
    'Cititorul a trimis ceva ce nu înțelegem. Apropie din nou cartela; dacă se repetă, spune-i unui responsabil.',
  ],
  [
    'cost-code-unknown',
    'Centrul de cost {code} nu există aici, sau nu este pentru tine. Alege altul, sau apropie cartela fără el.',
  ],
  ['handed-over', '{machine} este a ta din acest moment. Apropie din nou cartela când ai terminat.'],
  ['handed-over-job', '{machine} este acum a ta, cu lucrarea de pe ea. Plătești din acest moment.'],
  ['handed-over-from', '{machine} este acum la altcineva. Plătești pentru ea până în acest moment.'],
  [
    'hand-over-opened',
    'Cine apropie cartela de {machine} într-un minut o preia. Apropie din nou cartela dacă vrei mai bine să închei.',
  ],
  ['kept', '{machine} rămâne a ta. Apropie din nou cartela când ai terminat.'],
  [
    'ends-idle',
    'De o vreme nu s-a mișcat nimic la {machine}. Sesiunea ta se încheie la {at}; apropie cartela ca să o păstrezi.',
  ],
  ['ends-longest', 'Sesiunea ta la {machine} se încheie la {at}: a atins cea mai lungă durată permisă.'],
  ['ends-hours', 'Atelierul se închide. Sesiunea ta la {machine} se încheie la {at}.'],
  [
    'ends-ceiling',
    'Sesiunea ta la {machine} se încheie pe la {at}: atunci costă cât ai vrut să cheltuiești.',
  ],
  [
    'ends-certificate',
    'Sesiunea ta la {machine} se încheie la {at}: atunci expiră un certificat de care are nevoie.',
  ],
  [
    'ends-trainer-certificate',
    'Lecția ta la {machine} se încheie la {at}: atunci expiră ce îi trebuie instructorului tău ca să o predea.',
  ],
  [
    'ends-trainer-membership',
    'Lecția ta la {machine} se încheie la {at}: atunci instructorul tău nu mai este membru.',
  ],
  [
    'lesson-over',
    'Lecția ta la {machine} s-a încheiat: instructorul tău nu o mai poate preda. Continuă cu alt instructor, sau întreabă un responsabil.',
  ],
  ['ends-turn', 'Tura ta la {machine} se încheie la {at}.'],
  ['other', 'Acum nu este posibil. Spune-i unui responsabil codul {code}.'],
]);
