// Romanian for what the gateway refuses and no room says better; in English these are the gateway's own sentences.

import { moneyRefusals } from './refusals-of-money.ts';

type Refusal = { readonly title: string; readonly detail: string };

/** Of requests that a page does not send by itself, of people and of devices. */
const ofPeople: Readonly<Record<string, Refusal>> = {
  'request-invalid': {
    title: 'Cererea nu are forma potrivită.',
    detail: 'Compară câmpurile indicate cu /api/docs.',
  },
  'json-broken': {
    title: 'Conținutul nu este JSON care se poate citi.',
    detail: 'Trimite un obiect JSON, fără chei __proto__.',
  },
  'url-broken': { title: 'Adresa nu se poate citi.', detail: 'Verifică felul în care este scrisă.' },
  'request-refused': { title: 'Cererea nu se poate servi așa.', detail: 'Compar-o cu /api/docs.' },
  'body-too-large': {
    title: 'Conținutul este prea mare.',
    detail: 'Trimite mai puțin deodată: 64 kB, 2 MB cu o fotografie, sau 6 MB pentru o listă.',
  },
  'media-type-wrong': {
    title: 'Aici se acceptă doar JSON.',
    detail: 'Trimite content-type: application/json.',
  },
  'host-unknown': {
    title: 'Acest gateway răspunde doar la numele calculatorului său.',
    detail: 'Folosește http://localhost, sau scrie http.host în officina.yaml.',
  },
  'cross-site': { title: 'Cererea vine de pe alt site.', detail: 'Deschide pagina acestui gateway.' },
  'not-found': { title: 'La această adresă nu este nimic.', detail: 'Întoarce-te la panou.' },
  'range-wrong': {
    title: 'Această perioadă nu se poate arăta.',
    detail: 'Alege un început înaintea sfârșitului, la cel mult 400 de zile.',
  },
  'reading-unknown': {
    title: 'Nicio măsurătoare nu are acest nume.',
    detail: 'Folosește un nume din listă, de exemplu spindle.speed.',
  },
  'sign-in-needed': {
    title: 'Nimeni nu s-a autentificat.',
    detail: 'Autentifică-te, sau folosește un token.',
  },
  'sign-in-failed': {
    title: 'Numele scurt și parola nu se potrivesc.',
    detail: 'Încearcă din nou, sau cere-i unui responsabil o parolă nouă.',
  },
  'token-unknown': {
    title: 'Acest token nu este cunoscut, a expirat, sau membrul lui nu se poate autentifica.',
    detail: 'Fă unul nou.',
  },
  'token-by-token': {
    title: 'Un token nu poate face alt token.',
    detail: 'Autentifică-te cu parola ca să faci unul.',
  },
  'token-none': { title: 'Nu ai niciun token cu acest id.', detail: 'Uită-te la lista ta.' },
  'token-limit': { title: 'Sunt prea multe tokenuri.', detail: 'Șterge unul care nu se mai folosește.' },
  'member-none': {
    title: 'Acest token nu ține locul niciunui membru.',
    detail: 'Pentru asta autentifică-te ca membru.',
  },
  'member-in-session': {
    title: 'Acest membru are o mașină.',
    detail: 'Încheie-i întâi sesiunea și așteaptă până se oprește curentul.',
  },
  'import-refused': {
    title: 'Lista are greșeli; nu s-a preluat nimic.',
    detail: 'Corectează rândurile indicate și trimite din nou totul.',
  },
  'unassigned-unknown': {
    title: 'Niciun dispozitiv cu acest id nu așteaptă să fie alocat.',
    detail: 'Reîncarcă pagina; poate l-a alocat între timp altcineva.',
  },
  'box-unknown': {
    title: 'Nicio cutie descrisă nu se prezintă cu acest id.',
    detail: 'Alege una din listă; un dispozitiv nativ are o singură parte.',
  },
  'pairing-full': {
    title: 'Sunt deja deschise șaisprezece coduri.',
    detail: 'Folosește unul, sau așteaptă până unul are zece minute.',
  },
  'answers-missing': {
    title: 'Un întrerupător dă curent unei mașini doar dacă ambele răspunsuri sunt da.',
    detail:
      'O mașină care pornește singură când revine curentul are nevoie de un contactor cu declanșare la lipsa tensiunii; iar aceasta nu este o oprire de urgență.',
  },
  'assignment-wrong': {
    title: 'Dispozitivul nu se poate scrie așa în officina.yaml; nu s-a schimbat nimic.',
    detail: 'Corectează greșelile indicate, apoi încearcă din nou.',
  },
  'config-none': {
    title: 'Nu există officina.yaml: acesta este demoul.',
    detail: 'Scrie unul cu `npx officina init` și pornește cu el gateway-ul.',
  },
  'config-wrong': {
    title: 'Fișierul officina.yaml are greșeli; nu s-a schimbat nimic.',
    detail: 'Corectează greșelile indicate, apoi recitește fișierul.',
  },
  'config-not-writable': {
    title: 'Gateway-ul nu poate scrie officina.yaml sau o parolă lângă el; nu s-a schimbat nimic.',
    detail:
      'Adaugă manual rândurile indicate, scrie parola în fișierul pe care îl numesc și recitește fișierul.',
  },
  'badge-unlisted': { title: 'Demoul nu are această cartelă.', detail: 'Alege una din listă.' },
  'workshop-missing': {
    title: 'Atelierul nu este descris încă.',
    detail: 'Încearcă din nou peste o clipă.',
  },
  'streams-full': {
    title: 'Sunt deja conectate prea multe ecrane.',
    detail: 'Închide unul la care nu se uită nimeni.',
  },
  'dashboard-missing': {
    title: 'Paginile nu au fost construite.',
    detail: 'Rulează o dată `npm ci` în folderul programului.',
  },
  fault: {
    title: 'Ceva s-a stricat în interiorul gateway-ului.',
    detail: 'Dă-i unui responsabil id-ul; în log, cauza stă lângă el.',
  },
};

/** Of machines, bookings and policies. */
const ofMachines: Readonly<Record<string, Refusal>> = {
  'machine-unknown': { title: 'Nicio mașină nu are acest id.', detail: 'Alege-o de pe panou.' },
  'alarm-unknown': {
    title: 'Nicio alarmă deschisă nu are acest id.',
    detail: 'Poate s-a încheiat deja: uită-te pe panou.',
  },
  'alarm-answered': {
    title: 'Cineva a răspuns deja la această alarmă.',
    detail: 'Pe panou vezi cine și ce.',
  },
  'latch-none': {
    title: 'Această mașină nu este blocată de un senzor.',
    detail: 'Nu este nimic de deblocat.',
  },
  'latch-holds': {
    title: 'Ce a blocat această mașină este încă în afara limitelor.',
    detail: 'Repară întâi; cardul mașinii numește senzorul.',
  },
  'machine-locked-already': {
    title: 'Această mașină este deja blocată.',
    detail: 'Un responsabil o verifică și o deblochează.',
  },
  'machine-not-locked': {
    title: 'Nimeni nu a blocat această mașină.',
    detail: 'Nu este nimic de deblocat.',
  },
  'lock-limit': {
    title: 'Ai blocat cinci mașini într-o oră.',
    detail: 'Cere-i unui responsabil să le verifice; el poate bloca mai multe.',
  },
  'note-too-long': {
    title: 'Această notă are peste 500 de caractere, sau unele care nu se pot arăta.',
    detail: 'Scrie-o mai scurt, pe un singur rând.',
  },
  'photo-too-large': {
    title: 'Această fotografie are peste un mebibyte.',
    detail: 'Micșoreaz-o, apoi trimite-o din nou.',
  },
  'photo-unreadable': {
    title: 'Această fotografie nu este nici JPEG întreg, nici PNG întreg.',
    detail: 'Trimite-o ca unul dintre ele; poate a tăiat-o alt program.',
  },
  'photo-none': {
    title: 'Nu există nicio fotografie a acestei mașini.',
    detail: 'O adaugă un responsabil, odată cu modul.',
  },
  'policy-unknown': {
    title: 'Niciun regulament nu are acest număr.',
    detail: 'Alege unul dintre cele adoptate.',
  },
  'effect-early': {
    title: 'Ar intra în vigoare înainte să treacă preavizul de după vot.',
    detail: 'Scrie un moment mai târziu, sau lasă gol.',
  },
  'effect-late': {
    title: 'Ar intra în vigoare prea târziu ca să-și mai amintească cineva.',
    detail: 'Scrie un moment în următoarele 400 de zile.',
  },
  'machine-not-booked': {
    title: 'Această mașină nu este în grupul acela, sau nu se deschide cu o cartelă.',
    detail: 'Alege una dintre mașinile grupului.',
  },
  'booking-times': {
    title: 'Aceste ore nu se pot rezerva.',
    detail: 'Scrie un început care încă nu a venit și un sfârșit după el, din cinci în cinci minute.',
  },
  'booking-length': {
    title: 'O rezervare aici nu poate fi atât de scurtă sau de lungă.',
    detail: 'Alege altă durată.',
  },
  'booking-horizon': {
    title: 'Este mai departe decât se poate rezerva.',
    detail: 'Întoarce-te mai târziu.',
  },
  'booking-closed': {
    title: 'Mașina nu este deschisă în tot acest timp.',
    detail: 'Alege o oră din programul ei.',
  },
  'bookings-full': {
    title: 'Sunt atâtea rezervări câte ține acest gateway.',
    detail: 'Cere-i unui responsabil să se uite la ele.',
  },
  'booking-unknown': {
    title: 'Nicio rezervare viitoare nu are acest id.',
    detail: 'Uită-te printre rezervările tale.',
  },
  'booking-not-yours': {
    title: 'Această rezervare este a altui membru.',
    detail: 'Cere-i să ți-o cedeze.',
  },
  'booking-not-offered': {
    title: 'Această rezervare nu îți este oferită.',
    detail: 'Cere-i membrului să ți-o ofere.',
  },
  'gift-to-self': { title: 'Această rezervare este deja a ta.', detail: 'Numește alt membru.' },
  'draft-none': {
    title: 'Aici nu se fac repartizări: cine rezervă primul o are.',
    detail: 'Rezerv-o.',
  },
  'wish-twice': { title: 'Ai adăugat deja această dorință.', detail: 'Nu este nimic de făcut.' },
  'wish-unknown': { title: 'Nu ai nicio dorință cu acest id.', detail: 'Uită-te printre ale tale.' },
  'calendar-unknown': {
    title: 'La această adresă nu este niciun calendar.',
    detail: 'Fă o adresă nouă pe pagina ta; cele vechi nu mai merg.',
  },
};

/** Of the plan of the workshop, of programs and phones beside the gateway, and of kiosks. */
const ofNeighbours: Readonly<Record<string, Refusal>> = {
  'floor-none': {
    title: 'Acest atelier nu are niciun plan.',
    detail: 'Fișierul officina.yaml numește unul la floor.',
  },
  'push-none': {
    title: 'Aici nimănui nu i se spune nimic pe telefon.',
    detail: 'Un administrator scrie push.ntfy.server în officina.yaml.',
  },
  'webhook-unknown': {
    title: 'Niciun webhook nu are acest id.',
    detail: 'Alege unul din listă; stau în officina.yaml.',
  },
  'position-unknown': {
    title: 'Jurnalul nu are această înregistrare.',
    detail: 'Scrie o poziție de la 1 până la prima de după ultima înregistrare.',
  },
  'kiosk-pin-wrong': {
    title: 'Numele scurt și PIN-ul nu se potrivesc.',
    detail: 'Încearcă din nou. Nu ai PIN? Alege unul pe pagina atelierului, la Cartela și PIN-ul meu.',
  },
  'kiosk-badge-unknown': {
    title: 'Nu cunoaștem această cartelă.',
    detail: 'Dacă este a ta, cere-i unui responsabil să o adauge.',
  },
  'kiosk-locked': {
    title: 'Chioșcul s-a blocat singur.',
    detail: 'Tastează PIN-ul sau apropie cartela încă o dată.',
  },
  'kiosk-elsewhere': {
    title: 'Acest chioșc stă lângă altă mașină.',
    detail: 'Mergi la chioșcul acelei mașini.',
  },
  'kiosk-none': { title: 'Niciun chioșc nu are acest id.', detail: 'Alege unul din listă.' },
  'session-held': { title: 'Ai deja această mașină.', detail: 'Lucrează mai departe, sau încheie.' },
};

export const refusals: Readonly<Record<string, Refusal>> = {
  ...ofPeople,
  ...ofMachines,
  ...moneyRefusals,
  ...ofNeighbours,
};
