// Come si entra, con che cosa e dove, in italiano.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('it');

export const account: Words['account'] = {
  withPasskey: 'Entra con una passkey',
  withProvider: icu<{ label: string }>('Entra con {label}'),
  elsewhere: 'Le passkey funzionano a un altro indirizzo:',
  passkeys: 'Passkey',
  passkeysSaid:
    'Una passkey apre questa pagina con il dito, il viso o una chiave invece della password. Non si indovina e non si ruba con una pagina falsa.',
  noPasskeys: 'Non ne hai ancora.',
  noAddress:
    'Servono HTTPS e un nome per questo gateway. Un amministratore trova che cosa manca in Configurazione.',
  unsupported: 'Questo browser non conosce le passkey. Provane un altro.',
  stale: 'Per aggiungerne una, prima esci e rientra: cambia come entri.',
  added: icu<{ time: string }>('Aggiunta {time}.'),
  lastUsed: icu<{ time: string }>('Usata l’ultima volta {time}.'),
  neverUsed: 'Mai usata.',
  name: 'Come la chiami?',
  nameExample: 'Il mio telefono',
  add: 'Aggiungi una passkey',
  adding: 'Tocca a te …',
  remove: 'Togli',
  removeOf: icu<{ name: string }>('Togli la passkey {name}'),
  removeAsk:
    'Non fa più entrare nessuno. Dove eri entrato con questa, esci. Cancellala anche dal dispositivo.',
  removeKeep: 'Tienila',
  removeConfirm: 'Toglila',
  removing: 'La tolgo …',
  places: 'Dove sei entrato',
  placesSaid: 'Dopo dodici ore si esce da soli, e anche quando il gateway riparte.',
  here: 'qui',
  someBrowser: 'Un browser',
  how: { password: 'Con password', passkey: 'Con passkey', provider: 'Con il servizio di accesso' },
  seen: icu<{ time: string }>('visto {time}'),
  until: icu<{ time: string }>('finisce {time}'),
  leave: 'Esci di là',
  leaveOf: icu<{ browser: string }>('Esci di là: {browser}'),
  leaveAll: 'Esci dappertutto',
  leaveAllAsk: 'Ogni browser in cui sei entrato torna alla pagina di accesso, anche questo.',
  leaveAllKeep: 'Resta',
  leaveAllConfirm: 'Esci dappertutto ora',
  leaving: 'Esco …',
  refusals: {
    'passkey-cancelled': {
      title: 'Nessuna passkey usata.',
      detail: 'Hai chiuso la domanda, o è passato troppo tempo. Riprova, o usa la password.',
    },
    'passkey-failed': {
      title: 'Questo browser non è riuscito a usare la passkey.',
      detail: 'Riprova, o usa la password.',
    },
    'passkey-elsewhere': {
      title: 'Una passkey funziona a un solo indirizzo, e questo è un altro.',
      detail: 'Apri la pagina all’indirizzo a cui l’hai aggiunta.',
    },
    'passkey-unsupported': {
      title: 'Questo dispositivo non ha passkey del tipo che serve.',
      detail: 'Usa un altro dispositivo o la password.',
    },
    'passkey-known': { title: 'Questa passkey c’è già.', detail: 'Usala, o prima toglila.' },
    'passkey-limit': {
      title: 'Hai dieci passkey, e di più non si può.',
      detail: 'Togline una che non usi più.',
    },
    'passkey-unknown': {
      title: 'Questa passkey non apre questa pagina.',
      detail: 'Entra con la password, o aggiungila di nuovo nella tua pagina.',
    },
    'passkey-copied': {
      title: 'Questa passkey conta all’indietro, come farebbe una copia.',
      detail: 'Entra con la password, toglila nella tua pagina e aggiungila di nuovo.',
    },
    'passkey-unproven': {
      title: 'Quello che il browser ha mandato non prova che ha questa passkey.',
      detail: 'Riprova; se resta così, guarda l’indirizzo: una passkey funziona a uno solo.',
    },
    'passkeys-away': {
      title: 'Il gateway non conosce un indirizzo a cui le passkey possano funzionare.',
      detail: 'Chiedi a un amministratore: la pagina Configurazione dice che cosa manca.',
    },
    'sign-in-stale': {
      title: 'Questo cambia come entri, e sei entrato più di quindici minuti fa.',
      detail: 'Esci, rientra e riprova.',
    },
    'place-none': { title: 'Là non sei più dentro.', detail: 'Non c’è niente da fare.' },
    'provider-none': {
      title: 'Non c’è un servizio di accesso.',
      detail: 'Usa la password o una passkey.',
    },
    'provider-away': {
      title: 'Il servizio di accesso non risponde.',
      detail: 'Password e passkey funzionano come sempre. O riprova tra poco.',
    },
    'provider-refused': {
      title: 'Il servizio di accesso non ti ha fatto entrare.',
      detail: 'Riprova, o chiedi a chi lo gestisce.',
    },
    'provider-answer': {
      title: 'Quello che il servizio di accesso ha mandato non prova niente.',
      detail: 'Riprova. Se resta così, un amministratore trova il motivo nel log del gateway.',
    },
    'vouched-unknown': {
      title: 'Il servizio di accesso ti conosce, questa officina no.',
      detail: 'Chiedi a un responsabile di aggiungerti, con il nome breve che hai là.',
    },
    'attempt-over': {
      title: 'Sono passati più di cinque minuti, o era già stato usato.',
      detail: 'Ricomincia.',
    },
    'member-suspended': { title: 'Questa iscrizione è sospesa.', detail: 'Chiedi a un responsabile.' },
  },
};
