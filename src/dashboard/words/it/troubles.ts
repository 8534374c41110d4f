// What is wrong with the link to a machine, in Italian.

import type { troubles as troublesEn } from '../en/troubles.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const troubles: typeof troublesEn = {
  'host-unknown': icu('Il nome del suo server qui non è noto. Correggi il suo indirizzo in officina.yaml.'),
  'host-refused': icu('Il suo computer c’è, ma il suo server non gira. Avvia il server.'),
  'host-unreachable': icu('Il suo computer non risponde. Controlla che sia acceso e in rete.'),
  'server-silent': icu('Il suo server non dice niente. Guarda il suo schermo; riavvialo se è bloccato.'),
  'link-lost': icu('Il collegamento è finito. Riproviamo finché torna.'),
  'link-broken': icu('La nostra parte che parla con lei ha avuto un guasto e riparte.'),
  'controller-away': icu(
    '{state, select, none {Il suo server risponde, ma il controllore dietro no. Accendi la macchina, o guarda il suo schermo.} other {Il suo server risponde, ma il controllore dietro no ({state}). Accendi la macchina, o guarda il suo schermo.}}',
  ),
  'wrong-device': icu(
    'Al suo indirizzo c’è un altro dispositivo: {found}. Correggi il suo link in officina.yaml.',
  ),
  'no-free-session': icu(
    'Non lascia entrare altri programmi. Chiudine uno che la guarda; riproviamo finché uno esce.',
  ),
  'answer-unfit': icu(
    'Risponde in un modo che non capiamo. Controlla che il tipo del suo link sia giusto, e la versione.',
  ),
  'security-missing': icu(
    'Il suo server non offre un collegamento protetto come chiede il file ({wanted}), solo: {offered}. Attivalo sul server, o scrivi in officina.yaml quale security accetti.',
  ),
  'certificate-unknown': icu(
    '{sha1, select, none {Nessuno si fida ancora del suo certificato: SHA-256 {sha256}. Se sei sicuro che lo mostra questa macchina, scrivilo come fingerprint nel suo link in officina.yaml.} other {Nessuno si fida ancora del suo server. Confronta l’impronta con quella che mostra lui stesso: SHA-1 {sha1}, SHA-256 {sha256}. Se sono uguali, esegui: npx officina trust {sha1}}}',
  ),
  'certificate-expired': icu('Il certificato del suo server è scaduto il {since}. Rinnovalo sulla macchina.'),
  'certificate-early': icu(
    'Il certificato del suo server vale solo dal {from}. Un orologio è sbagliato: regola quello della macchina, o del gateway.',
  ),
  'certificate-unfit': icu(
    'Il certificato del suo server non si può usare. Fanne uno nuovo lì, RSA con almeno 2048 bit.',
  ),
  'gateway-untrusted': icu(
    'Il suo server non accetta questo gateway. Fidati lì del nostro certificato: SHA-1 {sha1}.',
  ),
  'sign-in-refused': icu(
    'Il suo server non ci fa entrare. Correggi la chiave, o user e password, in officina.yaml, o permetti lì di leggere senza nome.',
  ),
  'not-machinery': icu(
    'Il suo server non parla OPC UA per Machinery. Attivalo, o collega la macchina in un altro modo.',
  ),
  'machine-missing': icu(
    '{wanted, select, none {Il suo server non mostra nessuna macchina. Creane una lì.} other {Il suo server non mostra nessuna macchina «{wanted}». Scrivi una di queste in officina.yaml: {found}.}}',
  ),
  'machine-ambiguous': icu('Il suo server mostra più macchine. Scrivi in officina.yaml qual è: {found}.'),
  'state-missing': icu(
    'Il suo server non dice il suo stato (OPC UA: MachineryItemState; MTConnect: EXECUTION). Attivalo lì.',
  ),
  'nodes-missing': icu('Il suo server non dice: {nodes}. Cerca i nodi lì e correggili in officina.yaml.'),
  'certificate-ending': icu(
    'Il certificato del suo server scade il {on}, fra {days} giorni. Rinnovalo sulla macchina.',
  ),
  'clock-off': icu(
    '{way, select, ahead {L’orologio del suo controllore è avanti di {minutes} minuti. Regolalo; qui i suoi tempi non si usano.} other {L’orologio del suo controllore è indietro di {minutes} minuti. Regolalo; qui i suoi tempi non si usano.}}',
  ),
  unprotected: icu(
    'Il suo collegamento non è protetto: quello che dice si può leggere e cambiare per strada. Attiva la protezione sul server.',
  ),
  'read-only': icu(
    'La leggiamo soltanto: la fine dell’accesso non può fermare il suo lavoro, quindi lo fanno l’interruttore e le persone.',
  ),
  'orders-locked': icu(
    'Il suo firmware accetta ordini solo dai programmi del produttore, quindi la leggiamo soltanto. Per cambiare, attiva la modalità sviluppatore.',
  ),
  'readings-lost': icu('Ha detto più di quanto potessimo sentire; {count} valori mancano e sono un vuoto.'),
  'host-letters': icu(
    'Il programma accanto ha mandato {count} byte che non sono lettere semplici; sono stati tolti, perché il controllore li prende per comandi. Scrivi i commenti senza accenti.',
  ),
  'controller-warns': icu(
    'Avverte ({severity}): «{what}». Il suo display e l’elenco del produttore dicono di più: {warning}.',
  ),
};
