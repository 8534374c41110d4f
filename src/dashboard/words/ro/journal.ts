// Romanian for the journal at the desk: its pages, one entry, and the proof.

import { icuIn } from '../icu.ts';

const icu = icuIn('ro');

export const journal = {
  title: 'Jurnal',
  notYours: 'Jurnalul este pentru responsabili, trezorieri și administratori. Întreabă pe unul dintre ei.',
  filter: 'Găsește intrări',
  member: 'Membru',
  machine: 'Mașină',
  type: 'Fel',
  from: 'De la',
  to: 'Până la',
  any: 'oricare',
  find: 'Găsește',
  clear: 'Toate intrările',
  position: 'Poziție',
  none: 'Nicio intrare nu este așa. Scoate un filtru.',
  older: 'Intrări mai vechi',
  newest: 'Cele mai noi',
  caption: 'Intrări, cele mai noi întâi',
  when: 'Când',
  about: 'Despre',
  doer: 'De către',
  forgotten: 'Ce spunea a fost uitat după vârstă; amprenta rămâne.',
  recorded: 'Această privire este notată.',
  nameless: 'cineva',
  back: 'Toate intrările',
  entry: icu<{ seq: string }>('Intrarea {seq}'),
  ofLast: icu<{ last: string }>('din {last}'),
  text: 'Ca text',
  hash: 'Amprentă',
  hashBefore: 'Amprenta intrării dinainte',
  hashAfter: 'Amprenta intrării de după',
  before: 'Intrarea dinainte',
  after: 'Intrarea de după',
  proof: 'Dovadă',
  proofWhat:
    'Fiecare intrare este citită de la prima, amprenta ei este calculată din nou și fiecare trebuie să o numească pe cea dinainte.',
  prove: 'Dovedește jurnalul',
  proving: icu<{ done: string; total: string }>('{done} din {total} intrări verificate'),
  holds: icu<{ count: string; time: string }>('Lanțul ține: {count} intrări, verificate {time}.'),
  head: 'Amprenta ultimei intrări. Cine o păstrează în altă parte poate spune mai târziu că nu s-a tăiat nimic.',
  broken: icu<{ seq: string }>(
    'Intrarea {seq} este greșită. Lasă fișierele cum sunt și restaurează o copie care ține.',
  ),
  failed: 'Dovada nu a putut fi făcută. Logul gateway-ului spune de ce; încearcă din nou.',
};
