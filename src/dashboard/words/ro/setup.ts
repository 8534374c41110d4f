// What is missing so that browsers trust the gateway, in Romanian.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const setup: Words['setup'] = {
  said: 'De ce au nevoie browserele ca să ofere chei de acces, să instaleze pagina sau să aducă mesaje.',
  refused: 'Această pagină este pentru administratori.',
  address: 'Adresa acestui gateway',
  from: {
    file: 'Este scrisă în officina.yaml.',
    certificate: 'Este primul nume din certificat.',
    local: 'Acolo ajunge doar acest calculator.',
    none: 'Gateway-ul nu își cunoaște încă nicio adresă.',
  },
  openedElsewhere: icu('Ai deschis această pagină ca {opened}. Ce urmează este valabil doar la'),
  notSecure: 'Acest browser nu are încredere în conexiunea pe care o folosești acum.',
  parts: 'Ce merge acolo',
  part: { passkeys: 'Chei de acces', install: 'Instalarea paginii', push: 'Mesaje push' },
  partSaid: {
    passkeys: 'Autentificare cu degetul, cu fața sau cu o cheie.',
    install: 'Pagina ca aplicație pe telefoane și ecrane.',
    push: 'Mesaje cât pagina este închisă. Au nevoie și de o cale spre internet.',
  },
  ready: 'gata',
  readyHere: 'doar pe acest calculator',
  notReady: 'încă nu',
  missing: 'Ce lipsește',
  lacks: {
    https: 'HTTPS. Browserele oferă acestea doar pe o conexiune pe care nu o poate asculta nimeni.',
    name: 'Un nume. Cheile de acces țin de un nume de gazdă; o adresă din numere nu este unul.',
    certificate:
      'Un certificat de la un emitent pe care browserele îl cunosc. Acesta s-a emis singur, deci ele avertizează.',
    local: 'O adresă la care ajung alte calculatoare și telefoane. Aici intră doar acest calculator.',
  },
  lines: 'Adaugă aceste rânduri în officina.yaml, cu numele și fișierele tale:',
  restart: 'Sunt valabile de la următoarea pornire a gateway-ului.',
  provider: 'Serviciu de autentificare',
  hasProvider: icu('Membrii pot intra cu {label}, pe lângă parolă.'),
  noProvider:
    'Nu este descris niciunul. Cu unul, membrii intră cu contul pe care îl au în altă parte (OpenID Connect); parolele rămân.',
  providerLines: 'Pentru unul, adaugă aceste rânduri în officina.yaml:',
  back: 'Drumul înapoi, de scris la serviciu:',
};
