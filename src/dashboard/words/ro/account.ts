// How one signs in, with what and where, in Romanian.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const account: Words['account'] = {
  withPasskey: 'Intră cu o cheie de acces',
  withProvider: icu('Intră cu {label}'),
  elsewhere: 'Cheile de acces merg la altă adresă:',
  passkeys: 'Chei de acces',
  passkeysSaid:
    'O cheie de acces (passkey) deschide această pagină cu degetul, cu fața sau cu o cheie, în loc de parolă. Nu se poate ghici și nu se poate fura printr-o pagină falsă.',
  noPasskeys: 'Nu ai încă niciuna.',
  noAddress:
    'Au nevoie de HTTPS și de un nume pentru acest gateway. Un administrator găsește la Configurare ce lipsește.',
  unsupported: 'Acest browser nu cunoaște chei de acces. Încearcă altul.',
  stale: 'Ca să adaugi una, întâi ieși din cont și intră din nou: se schimbă felul în care te autentifici.',
  added: icu('Adăugată {time}.'),
  lastUsed: icu('Folosită ultima dată {time}.'),
  neverUsed: 'Încă nefolosită.',
  name: 'Cum îi spui?',
  nameExample: 'Telefonul meu',
  add: 'Adaugă o cheie de acces',
  adding: 'Te așteptăm …',
  remove: 'Șterge',
  removeOf: icu('Șterge cheia de acces {name}'),
  removeAsk:
    'Nu mai lasă pe nimeni să intre. Unde ai intrat cu ea, ieși din cont. Șterge-o și de pe dispozitivul tău.',
  removeKeep: 'Păstreaz-o',
  removeConfirm: 'Șterge-o',
  removing: 'Se șterge …',
  places: 'Unde ești în cont',
  placesSaid: 'Autentificarea se încheie singură după douăsprezece ore, și când pornește din nou gateway-ul.',
  here: 'aici',
  someBrowser: 'Un browser',
  how: { password: 'Cu parola', passkey: 'Cu o cheie de acces', provider: 'Cu serviciul de autentificare' },
  seen: icu('văzut ultima dată {time}'),
  until: icu('se încheie {time}'),
  leave: 'Ieși de acolo',
  leaveOf: icu('Ieși de acolo: {browser}'),
  leaveAll: 'Ieși de peste tot',
  leaveAllAsk: 'Fiecare browser în care ești în cont se întoarce la pagina de autentificare, și acesta.',
  leaveAllKeep: 'Rămâi în cont',
  leaveAllConfirm: 'Ieși acum de peste tot',
  leaving: 'Se iese …',
  setup: 'Configurare',
  refusals: {
    'passkey-cancelled': {
      title: 'Nu s-a folosit nicio cheie de acces.',
      detail: 'Ai închis întrebarea, sau a durat prea mult. Încearcă din nou, sau folosește parola.',
    },
    'passkey-failed': {
      title: 'Acest browser nu a putut folosi cheia de acces.',
      detail: 'Încearcă din nou, sau folosește parola.',
    },
    'passkey-elsewhere': {
      title: 'O cheie de acces merge la o singură adresă, iar aceasta este alta.',
      detail: 'Deschide pagina la adresa la care ai adăugat cheia.',
    },
    'passkey-unsupported': {
      title: 'Acest dispozitiv nu are chei de acces de felul necesar.',
      detail: 'Folosește alt dispozitiv sau parola.',
    },
    'passkey-known': {
      title: 'Această cheie de acces există deja.',
      detail: 'Folosește-o, sau șterge-o întâi.',
    },
    'passkey-limit': {
      title: 'Ai zece chei de acces, adică numărul maxim.',
      detail: 'Șterge una pe care nu o mai folosești.',
    },
    'passkey-unknown': {
      title: 'Această cheie de acces nu deschide această pagină.',
      detail: 'Intră cu parola, sau adaug-o din nou pe pagina ta.',
    },
    'passkey-copied': {
      title: 'Această cheie de acces numără înapoi, cum ar face o copie.',
      detail: 'Intră cu parola, șterge-o pe pagina ta și adaug-o din nou.',
    },
    'passkey-unproven': {
      title: 'Ce a trimis browserul nu dovedește că are această cheie de acces.',
      detail: 'Încearcă din nou; dacă rămâne așa, verifică adresa: o cheie merge la o singură adresă.',
    },
    'passkeys-away': {
      title: 'Gateway-ul nu cunoaște nicio adresă la care ar putea merge cheile de acces.',
      detail:
        'Cere-i unui administrator să scrie `address` la `http` în officina.yaml; Configurare spune cum.',
    },
    'passkey-none': { title: 'Nu ai nicio cheie de acces cu acest id.', detail: 'Uită-te la lista ta.' },
    'sign-in-stale': {
      title:
        'Asta schimbă felul în care te autentifici, iar autentificarea ta are peste cincisprezece minute.',
      detail: 'Ieși din cont, intră din nou și repetă.',
    },
    'place-none': { title: 'Acolo nu ești în cont.', detail: 'Lista arată unde ești.' },
    'provider-none': {
      title: 'Nu este descris niciun serviciu de autentificare.',
      detail: 'Folosește parola sau o cheie de acces.',
    },
    'provider-away': {
      title: 'Serviciul de autentificare nu răspunde.',
      detail: 'Parola și cheile de acces merg ca întotdeauna. Sau încearcă din nou peste o clipă.',
    },
    'provider-refused': {
      title: 'Serviciul de autentificare nu te-a lăsat să intri.',
      detail: 'Încearcă din nou, sau întreabă pe cine ține acel serviciu.',
    },
    'provider-answer': {
      title: 'Ce a trimis înapoi serviciul de autentificare nu dovedește nimic.',
      detail: 'Încearcă din nou. Dacă rămâne așa, un administrator găsește motivul în logul gateway-ului.',
    },
    'vouched-unknown': {
      title: 'Serviciul de autentificare te cunoaște, atelierul acesta nu.',
      detail: 'Cere-i unui responsabil să te adauge, cu numele scurt pe care îl ai acolo.',
    },
    'attempt-over': {
      title: 'A durat peste cinci minute, sau a fost deja folosit.',
      detail: 'Începe din nou.',
    },
    'member-suspended': {
      title: 'Această calitate de membru este suspendată.',
      detail: 'Întreabă un responsabil.',
    },
  },
};
