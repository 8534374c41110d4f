// German for what people decide about machines, locks and modes, and for people in the space.

import type { decisions as decisionsEn } from '../en/decisions.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const decisions: typeof decisionsEn = {
  locked: 'Jemand hat sie gesperrt. Die Aufsicht sieht nach und entsperrt sie.',
  lockedAfter: 'Nach dieser Sitzung ist sie gesperrt.',
  outOfOrder: 'Sie ist defekt. Die Aufsicht kümmert sich darum.',
  noted: icu('„{note}“'),
  retired: 'Sie wird nicht mehr benutzt.',
  peopleShort: icu(
    'Sie braucht {needed} Leute, und {present} sind hier: In weniger als einer Minute ist Schluss.',
  ),

  lockedBy: icu('Gesperrt von {who}, {time}'),
  lockedSince: icu('Gesperrt seit {time}'),
  modeSince: icu('Betriebsart {mode} seit {time}'),
  photo: icu('Bild von {machine}, für diese Betriebsart aufgenommen'),

  lock: {
    title: 'Stimmt etwas nicht mit ihr?',
    offer: 'Maschine sperren',
    keep: 'Nicht sperren',
    confirm: 'Sperren',
    working: 'Sperre',
    warning: 'Das ist kein Not-Halt. Ist jemand in Gefahr, drück zuerst den roten Knopf an der Maschine.',
    what: 'Niemand kann sie starten, bis die Aufsicht nachgesehen hat. Für eine Sperre wird niemand getadelt.',
    when: 'Die laufende Sitzung',
    stop: 'endet sofort',
    after: 'darf bis zu ihrem Ende weitergehen',
  },
  unlock: {
    offer: 'Entsperren',
    keep: 'Gesperrt lassen',
    confirm: 'Entsperren',
    working: 'Entsperre',
    what: 'Mitglieder können sie wieder starten. Tu es, nachdem du nachgesehen hast.',
  },
  mode: {
    offer: 'Betriebsart setzen',
    keep: 'So lassen',
    confirm: 'Setzen',
    working: 'Setze',
    mode: 'Betriebsart',
    note: 'Notiz',
    noteHint: 'Höchstens 500 Zeichen, für alle lesbar. Sie wird mit deinem Konto gelöscht.',
    photo: 'Bild',
    photoHint: 'JPEG oder PNG, höchstens 1 MB. Ort und Zeit darin werden entfernt.',
    ends: 'Wer die Maschine hat, wird fertig; danach kann sie nur starten, wen diese Betriebsart zulässt.',
  },

  people: {
    inside: icu('{inside} da'),
    insideOf: icu('{inside} von {capacity} da'),
    free: 'Jetzt ist ein Platz für dich frei',
    waiting: 'Es ist voll; hier siehst du, wenn ein Platz frei wird',
  },
};
