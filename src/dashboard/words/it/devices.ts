// Italian for readers and switches.

import type { devices as devicesEn } from '../en/devices.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const devices: typeof devicesEn = {
  title: 'Dispositivi',
  notYours: 'I dispositivi sono per responsabili e amministratori. Chiedi a uno di loro.',
  readers: 'Lettori',
  switches: 'Interruttori',
  none: 'In officina.yaml non ce n’è nessuno.',
  there: 'C’è',
  away: icu('Non si sente dalle {time}'),
  never: 'Mai sentito da quando il gateway è partito',
  kind: 'Tipo',
  firmware: 'Firmware',
  signal: 'Segnale',
  signalGood: icu('buono, {dbm} dBm'),
  signalWeak: icu('debole, {dbm} dBm'),
  address: 'Indirizzo',
  seen: 'Ultimo segno',
  serves: 'Macchina',
  servesNone: 'nessuna',
  lease: 'Corrente concessa',
  leaseS: icu('si spegne {idle} dopo l’ultima nostra parola'),
  leaseJob: icu('si spegne {idle} dopo l’ultima nostra parola, durante un lavoro {job}'),
  unsafe: 'Non sicuro',
  unsafeWhy: icu(
    '{setting} è {value}: può dare corrente mentre il gateway non c’è. Scrivi questo al dispositivo:',
  ),
  unsafeBare: icu(
    '{setting} è {value}: può dare corrente mentre il gateway non c’è. Cambialo sul dispositivo.',
  ),
  copy: 'Copia',
  copyOf: icu('Copia {command}'),
  copied: 'Copiato',
  selected: 'Selezionato: copialo con Ctrl C',
  learn: 'Impara la scrittura',
  learnWhy: 'Se un lettore non conosce badge che altrove aprono, scrive i loro numeri a modo suo.',
  learnBadge: 'Un tuo badge',
  learnNone: 'Serve un tuo badge per imparare, e non ne hai. Un’altra via: npx officina reader learn',
  learnStart: 'Comincia',
  learnCancel: 'Annulla',
  learnHold: icu('Avvicina il tuo badge che finisce con {tail} a {reader}.'),
  learnt: icu('Imparato. Scrivi questo in officina.yaml, sotto readers, in {reader}:'),
};
