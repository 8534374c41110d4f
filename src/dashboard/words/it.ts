// Italian, informal.

import { access } from './it/access.ts';
import { alarms } from './it/alarms.ts';
import { allowances } from './it/allowances.ts';
import { booking } from './it/booking.ts';
import { books } from './it/books.ts';
import { care } from './it/care.ts';
import { decisions } from './it/decisions.ts';
import { desk } from './it/desk.ts';
import { devices } from './it/devices.ts';
import { disputes } from './it/disputes.ts';
import { facts as factsOf } from './it/facts.ts';
import { firmware, profileTroubles } from './it/firmware.ts';
import { hotEnds } from './it/hot-ends.ts';
import { interlock, sensors } from './it/interlock.ts';
import { materials } from './it/materials.ts';
import { newcomers } from './it/newcomers.ts';
import { notices } from './it/notices.ts';
import { paidLines } from './it/paid-lines.ts';
import { policy } from './it/policy.ts';
import { price } from './it/price.ts';
import { proposals } from './it/proposals.ts';
import { queue } from './it/queue.ts';
import { replay } from './it/replay.ts';
import { session } from './it/session.ts';
import { troubles } from './it/troubles.ts';
import { usage } from './it/usage.ts';
import type { Words } from './words.ts';

export const it: Words = {
  language: 'it',
  states: {
    offline: 'Scollegata',
    unknown: 'Non si sa',
    alarm: 'Allarme',
    door: 'Sportello aperto',
    locked: 'Bloccata',
    'out-of-order': 'Guasta',
    retired: 'Dismessa',
    maintenance: 'Manutenzione',
    ending: 'Sta finendo',
    heating: 'Si scalda',
    running: 'In lavoro',
    paused: 'In pausa',
    'in-use': 'In uso',
    free: 'Libera',
  },
  readings: {
    'path.feedrate': 'Avanzamento',
    'spindle.speed': 'Mandrino',
    'laser.power': 'Potenza laser',
    ...hotEnds,
    'temperature.bed.actual': 'Piano',
    'temperature.bed.target': 'Piano, impostato',
    'temperature.chamber.actual': 'Camera',
    ...sensors,
    'program.progress': 'Avanzamento del lavoro',
    'program.timeLeft': 'Tempo rimasto',
    'electric.power': 'Potenza',
    'electric.current': 'Corrente',
    'electric.energy': 'Energia',
    powerOnDuration: 'Tempo acceso',
    operationDuration: 'Tempo in funzione',
    operationCycleCounter: 'Cicli',
  },
  facts: {
    'link.up': 'attivo',
    'link.lost': 'perso',
    'link.never': 'mai sentita',
    'mode.production': 'produzione',
    'mode.setup': 'preparazione',
    'mode.maintenance': 'manutenzione',
    'mode.out-of-order': 'guasta',
    'mode.retired': 'dismessa',
    'interlock.engaged': 'inserito, senza corrente',
    'interlock.releasing': 'in rilascio',
    'interlock.released': 'rilasciato, corrente accesa',
    'interlock.engaging': 'in inserimento',
    'interlock.failed': 'guasto',
  },
  factsOf,
  allowances: allowances,
  troubles: { ...troubles, ...profileTroubles },
  header: {
    free: (count) => (count === 1 ? '1 libera' : `${count} libere`),
    busy: (count) => (count === 1 ? '1 occupata' : `${count} occupate`),
    alarm: (count) => (count === 1 ? '1 allarme' : `${count} allarmi`),
    away: (count) => (count === 1 ? '1 non sentita' : `${count} non sentite`),
    care: (count) => `${count} fuori servizio`,
    clock: 'Orologio del gateway',
    simulated: 'Simulato',
    rooms: 'Stanze',
    books: 'Contabilità',
    proposals: 'Voti',
    board: 'Tabellone',
    statement: 'Estratto conto',
    members: 'Membri',
    devices: 'Dispositivi',
    desk: 'Tavolo',
    wall: 'Parete',
    signOut: 'Esci',
    account: 'Il tuo profilo',
    own: 'Il mio badge e PIN',
    showName: 'Mostra il mio nome sul tabellone',
    theme: { light: 'Chiaro', dark: 'Scuro', system: 'Auto' },
    themeLabel: (choice) => `Tema: ${choice}`,
    pause: 'Ferma le pagine',
    resume: 'Gira le pagine',
    page: (page, pages) => `Pagina ${page} di ${pages}`,
  },
  exceptions: {
    title: 'Eccezioni',
    none: (heard) =>
      heard === 1
        ? 'Non serve il tuo intervento. Sentita 1 macchina.'
        : `Non serve il tuo intervento. Sentite ${heard} macchine.`,
    noneHeard: 'Ancora nessuna macchina sentita.',
    since: (state, time) => `${state} dalle ${time}`,
    at: (state, time) => `${state} ${time}`,
    more: (count) => `e altre ${count}`,
    lastKnown: (state) => `Ultimo stato noto: ${state}`,
    power: 'La corrente non si è spenta',
    announce: (machine) => `Allarme: ${machine}. Vai a vedere.`,
  },
  card: {
    someone: 'Qualcuno',
    you: 'Tu',
    whoSince: (who, time) => `${who} · dalle ${time}`,
    since: (time) => `dalle ${time}`,
    today: (time) => `${time} di uso oggi`,
    briefToday: 'Meno di 1 min di uso oggi',
    unusedToday: 'Oggi non usata',
    progress: 'Avanzamento del lavoro',
    timeLeft: (time) => `ancora circa ${time}`,
    said: (word) => `La macchina dice «${word}». Vai a vedere.`,
    alarm: 'Vai a vedere, poi annullalo sulla macchina.',
    outOfService: 'È fuori servizio. Vai a vedere, poi rimettila in servizio sul posto.',
    door: 'Chiudi lo sportello, poi premi avvio sulla macchina.',
    offline: 'Controlla il cavo e la corrente.',
    unknown: 'Non sentiamo che cosa fa.',
    untrusted: 'Nessuno si fida ancora del suo server. La sua pagina dice che cosa fare.',
    away: 'Non si sa finché il gateway non risponde.',
    ending: 'Può finire il lavoro; non si paga altro.',
    cooling: 'Si raffredda, poi si spegne; non si paga altro.',
    maintenance: 'Messa da parte dall’officina.',
    power: 'La sua corrente non si è spenta. Avvisa un responsabile.',
    noSession: 'Lavora senza una sessione.',
    toolChange: 'Aspetta il cambio utensile.',
  },
  finish: {
    finish: 'Termina',
    whenJob: 'Un lavoro è in corso. La macchina può finirlo, e non lo paghi. Poi la corrente si spegne.',
    whenIdle: 'La tua sessione finisce ora e la corrente si spegne.',
    confirm: 'Termina la sessione',
    keep: 'Continua a lavorare',
    working: 'Sto terminando',
  },
  chart: {
    recent: (name) => `${name}, 10 min`,
    noData: (from, to) => `nessun dato ${from}–${to}`,
    sentence: (name, value) => `${name}: ora ${value}.`,
    stale: (name, value, time) => `${name}: ${value} alle ${time}. Da allora non sentiamo niente.`,
    empty: 'Nessuna lettura in questo tempo.',
    table: 'Tabella',
    csv: 'Salva come CSV',
    time: 'Ora',
    mean: 'Media',
    least: 'Minimo',
    greatest: 'Massimo',
    span: { short: '10 min', hour: '1 h', day: '24 h', month: '31 g' },
    spanTitle: 'Tempo mostrato',
  },
  machine: {
    unknown: 'Nessuna macchina ha questo indirizzo. Sceglila dal tabellone.',
    back: 'Tabellone',
    facts: 'Dettagli',
    link: 'Collegamento',
    activity: 'Attività',
    mode: 'Modo',
    interlock: 'Blocco',
    ownWord: (word) => `il controllore dice «${word}»`,
    session: 'Sessione',
    noSession: 'Nessuno tiene questa macchina.',
    today: 'In uso oggi',
    pool: 'Gruppo',
    troubles: 'Che cosa non va nel collegamento',
    onlyRead: 'È in sola lettura.',
    onlyReadWhy: 'Perché?',
    chart: 'Letture',
    noChart: 'Questa macchina non ha un grafico. Indica una lettura come chart in officina.yaml.',
  },
  statement: {
    title: 'Estratto conto',
    month: 'Mese',
    earlier: 'Mese precedente',
    later: 'Mese successivo',
    print: 'Stampa',
    machine: 'Macchina',
    when: 'Da – a',
    billed: 'Tempo a pagamento',
    perHour: 'Prezzo all’ora',
    amount: 'Importo',
    sum: 'Somma',
    total: 'Totale del mese',
    gap: (time) => `${time} non visti, non pagati`,
    energy: {
      metered: (amount) => amount,
      estimated: (amount) => `circa ${amount} (stimati)`,
      partly: (amount) => `circa ${amount} (in parte stimati)`,
      unmeasured: 'energia non misurata',
      under: (amount) => `meno di ${amount}`,
    },
    rate: (amount) => `${amount}/h`,
    noTariff: 'senza tariffa',
    none: 'In questo mese non c’è niente da pagare. Scegline un altro.',
    open: (count) =>
      count === 1
        ? '1 sessione è ancora aperta; starà nell’estratto del mese in cui finisce.'
        : `${count} sessioni sono ancora aperte; ognuna starà nell’estratto del mese in cui finisce.`,
    refused: 'Gli estratti sono per i membri. Entra per vedere il tuo.',
    clocks: {
      loaded: 'mentre occupata',
      powered: 'mentre accesa',
      working: 'mentre si muove',
      operating: 'mentre lavora',
      laserOn: 'raggio laser acceso',
      spindleOn: 'mandrino acceso',
    },
  },
  notices: notices,
  desk: desk,
  devices: devices,
  newcomers: newcomers,
  disputes: disputes,
  usage: usage,
  materials: materials,
  care: care,
  alarms: alarms,
  interlock: interlock,
  firmware: firmware,
  access: access,
  price: price,
  decisions: decisions,
  held: session,
  queue: queue,
  policy: policy,
  proposals: proposals,
  replay: replay,
  booking: booking,
  books: books,
  paidLines: paidLines,
  signIn: {
    title: 'Entra',
    handle: 'Nome breve',
    password: 'Password',
    submit: 'Entra',
    wallScreen: 'Questo è uno schermo a parete: usa un token',
    person: 'Usa nome breve e password',
    token: 'Token',
    tokenHint: 'Lo crea un responsabile, con lo scope board:read.',
    submitToken: 'Usa questo token',
  },
  demo: {
    title: 'Demo: clicca un badge',
    reader: 'Lettore',
  },
  contact: {
    connecting: 'Mi collego al gateway.',
    never: 'Non raggiungiamo il gateway. Riproviamo da soli; qui non c’è niente da fare.',
    away: (time) =>
      `Non raggiungiamo il gateway dalle ${time}. Quello che vedi è di allora. Le macchine in moto seguono le loro regole; le nuove sessioni aspettano.`,
    back: (time) => `Di nuovo in linea alle ${time}, tutto aggiornato.`,
  },
  problems: {
    away: 'Il gateway non risponde. Niente è cambiato; riprova quando torna.',
    unreadable: 'La risposta del gateway non si legge. Ricarica questa pagina.',
    code: (code) => `Codice ${code}`,
  },
  board: {
    empty: 'Ancora nessuna macchina. Descrivine una in officina.yaml, aggiungi un badge e avvicinalo.',
    label: 'Macchine',
  },
};
