// Italian for what the gateway refuses of kiosks, of programs beside it and of the plan.

type Refusal = { readonly title: string; readonly detail: string };

export const neighbourRefusals: Readonly<Record<string, Refusal>> = {
  'floor-none': {
    title: 'Di questa officina non c’è una pianta.',
    detail: 'Il file officina.yaml ne indica una con floor.',
  },
  'push-none': {
    title: 'Qui nessuno riceve messaggi sul telefono.',
    detail: 'Un amministratore scrive push.ntfy.server in officina.yaml.',
  },
  'webhook-unknown': {
    title: 'Nessun webhook ha questo id.',
    detail: 'Stanno in officina.yaml; scegline uno di quelli.',
  },
  'position-unknown': {
    title: 'Il giornale non ha questa riga.',
    detail: 'Indica una posizione da 1 a quella dopo l’ultima riga.',
  },
  'kiosk-pin-wrong': {
    title: 'Nome breve e PIN non vanno insieme.',
    detail: 'Riprova. Chi non ha un PIN lo sceglie in Il mio badge e PIN.',
  },
  'kiosk-badge-unknown': {
    title: 'Non conosciamo questo badge.',
    detail: 'Se è tuo, chiedi a un responsabile di aggiungerlo.',
  },
  'kiosk-locked': { title: 'Il kiosk si è bloccato.', detail: 'Scrivi di nuovo il PIN o avvicina il badge.' },
  'kiosk-elsewhere': {
    title: 'Questo kiosk sta accanto a un’altra macchina.',
    detail: 'Vai al kiosk di quella macchina.',
  },
  'kiosk-none': { title: 'Nessun kiosk ha questo id.', detail: 'Scegline uno dell’elenco.' },
  'session-held': { title: 'Questa macchina è già tua.', detail: 'Continua a lavorare, o finisci.' },
};
