// What is wrong with the link to a machine, in Italian.

import type { troubles as troublesEn } from '../en/troubles.ts';

export const troubles: typeof troublesEn = {
  'host-unknown': () => 'Il nome del suo server qui non è noto. Correggi il suo indirizzo in officina.yaml.',
  'host-refused': () => 'Il suo computer c’è, ma il suo server non gira. Avvia il server.',
  'host-unreachable': () => 'Il suo computer non risponde. Controlla che sia acceso e in rete.',
  'server-silent': () => 'Il suo server non dice niente. Guarda il suo schermo; riavvialo se è bloccato.',
  'link-lost': () => 'Il collegamento è finito. Riproviamo finché torna.',
  'link-broken': () => 'La nostra parte che parla con lei ha avuto un guasto e riparte.',
  'controller-away': (of) =>
    `Il suo server risponde, ma il controllore dietro no${of('state') === '' ? '' : ` (${of('state')})`}. Accendi la macchina, o guarda il suo schermo.`,
  'wrong-device': (of) =>
    `Al suo indirizzo c’è un altro dispositivo: ${of('found')}. Correggi il suo link in officina.yaml.`,
  'no-free-session': () =>
    'Non lascia entrare altri programmi. Chiudine uno che la guarda; riproviamo finché uno esce.',
  'answer-unfit': () =>
    'Risponde in un modo che non capiamo. Controlla che il tipo del suo link sia giusto, e la versione.',
  'security-missing': (of) =>
    `Il suo server non offre un collegamento protetto come chiede il file (${of('wanted')}), solo: ${of('offered')}. Attivalo sul server, o scrivi in officina.yaml quale security accetti.`,
  'certificate-unknown': (of) =>
    of('sha1') === ''
      ? `Nessuno si fida ancora del suo certificato: SHA-256 ${of('sha256')}. Se sei sicuro che lo mostra questa macchina, scrivilo come fingerprint nel suo link in officina.yaml.`
      : `Nessuno si fida ancora del suo server. Confronta l’impronta con quella che mostra lui stesso: SHA-1 ${of('sha1')}, SHA-256 ${of('sha256')}. Se sono uguali, esegui: npx officina trust ${of('sha1')}`,
  'certificate-expired': (of) =>
    `Il certificato del suo server è scaduto il ${of('since')}. Rinnovalo sulla macchina.`,
  'certificate-early': (of) =>
    `Il certificato del suo server vale solo dal ${of('from')}. Un orologio è sbagliato: regola quello della macchina, o del gateway.`,
  'certificate-unfit': () =>
    'Il certificato del suo server non si può usare. Fanne uno nuovo lì, RSA con almeno 2048 bit.',
  'gateway-untrusted': (of) =>
    `Il suo server non accetta questo gateway. Fidati lì del nostro certificato: SHA-1 ${of('sha1')}.`,
  'sign-in-refused': () =>
    'Il suo server non ci fa entrare. Correggi la chiave, o user e password, in officina.yaml, o permetti lì di leggere senza nome.',
  'not-machinery': () =>
    'Il suo server non parla OPC UA per Machinery. Attivalo, o collega la macchina in un altro modo.',
  'machine-missing': (of) =>
    of('wanted') === ''
      ? 'Il suo server non mostra nessuna macchina. Creane una lì.'
      : `Il suo server non mostra nessuna macchina «${of('wanted')}». Scrivi una di queste in officina.yaml: ${of('found')}.`,
  'machine-ambiguous': (of) =>
    `Il suo server mostra più macchine. Scrivi in officina.yaml qual è: ${of('found')}.`,
  'state-missing': () =>
    'Il suo server non dice il suo stato (OPC UA: MachineryItemState; MTConnect: EXECUTION). Attivalo lì.',
  'nodes-missing': (of) =>
    `Il suo server non dice: ${of('nodes')}. Cerca i nodi lì e correggili in officina.yaml.`,
  'certificate-ending': (of) =>
    `Il certificato del suo server scade il ${of('on')}, fra ${of('days')} giorni. Rinnovalo sulla macchina.`,
  'clock-off': (of) => {
    const minutes = Number(of('minutes'));
    return `L’orologio del suo controllore è ${minutes > 0 ? 'avanti' : 'indietro'} di ${Math.abs(minutes)} minuti. Regolalo; qui i suoi tempi non si usano.`;
  },
  unprotected: () =>
    'Il suo collegamento non è protetto: quello che dice si può leggere e cambiare per strada. Attiva la protezione sul server.',
  'read-only': () =>
    'La leggiamo soltanto: la fine dell’accesso non può fermare il suo lavoro, quindi lo fanno l’interruttore e le persone.',
  'orders-locked': () =>
    'Il suo firmware accetta ordini solo dai programmi del produttore, quindi la leggiamo soltanto. Per cambiare, attiva la modalità sviluppatore.',
  'readings-lost': (of) =>
    `Ha detto più di quanto potessimo sentire; ${of('count')} valori mancano e sono un vuoto.`,
  'host-letters': (of) =>
    `Il programma accanto ha mandato ${of('count')} byte che non sono lettere semplici; sono stati tolti, perché il controllore li prende per comandi. Scrivi i commenti senza accenti.`,
  'controller-warns': (of) =>
    `Avverte (${of('severity')}): «${of('what')}». Il suo display e l’elenco del produttore dicono di più: ${of('warning')}.`,
};
