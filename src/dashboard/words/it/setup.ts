// Che cosa manca perché i browser si fidino del gateway, in italiano.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('it');

export const setup: Words['setup'] = {
  title: 'Configurazione',
  said: 'Che cosa serve ai browser prima di offrire le passkey, installare la pagina o portare messaggi.',
  refused: 'Questa pagina è per gli amministratori.',
  address: 'Indirizzo di questo gateway',
  from: {
    file: 'Sta in officina.yaml.',
    certificate: 'È il primo nome nel certificato.',
    local: 'Ci arriva solo questo computer.',
    none: 'Il gateway non conosce ancora un suo indirizzo.',
  },
  openedElsewhere: icu<{ opened: string }>(
    'Hai aperto questa pagina come {opened}. Quello che segue vale solo a',
  ),
  notSecure: 'Questo browser non si fida del collegamento che usi ora.',
  parts: 'Che cosa funziona lì',
  part: { passkeys: 'Passkey', install: 'Installare la pagina', push: 'Messaggi push' },
  partSaid: {
    passkeys: 'Entrare con il dito, il viso o una chiave.',
    install: 'La pagina come app su telefoni e schermi.',
    push: 'Messaggi a pagina chiusa. Serve anche una via verso internet.',
  },
  ready: 'pronto',
  readyHere: 'solo su questo computer',
  notReady: 'non ancora',
  missing: 'Che cosa manca',
  lacks: {
    https: 'HTTPS. I browser offrono queste cose solo su un collegamento che nessuno può ascoltare.',
    name: 'Un nome. Le passkey sono legate a un nome; un indirizzo di numeri non lo è.',
    certificate:
      'Un certificato di un ente che i browser conoscono. Questo si è firmato da solo, e i browser avvertono.',
    local: 'Un indirizzo che altri computer e telefoni raggiungono. Qui entra solo questo computer.',
  },
  lines: 'Aggiungi queste righe a officina.yaml, con il tuo nome e i tuoi file:',
  restart: 'Valgono dal prossimo avvio del gateway.',
  provider: 'Servizio di accesso',
  hasProvider: icu<{ label: string }>('I membri possono entrare con {label}, oltre che con la password.'),
  noProvider:
    'Non ce n’è uno. Con un servizio i membri entrano con l’account che hanno altrove (OpenID Connect); le password restano.',
  providerLines: 'Per averlo, aggiungi queste righe a officina.yaml:',
  back: 'La via del ritorno, da indicare al servizio:',
};
