// A policy as members read it, whole, in both languages, defaults included: whoever changes a sentence sees it here.

import { describe, expect, it } from 'vitest';
import { createTexts } from '../../../src/adapters/texts/create-texts.ts';
import type { PolicyDocument } from '../../../src/domain/policy/policy-document.ts';
import { policyChanges } from '../../../src/domain/policy/policy-lines.ts';
import { policySentences } from '../../../src/domain/policy/policy-sentences.ts';
import { sampleWorkshop } from '../../fakes/sample-workshop.ts';

const say = (document: PolicyDocument, language: string): readonly string[] =>
  policySentences(document, sampleWorkshop).map(({ code, values }) =>
    createTexts(language).say(code, values),
  );

const rich: PolicyDocument = {
  pools: {
    lasers: {
      minutes: 90,
      peak: [
        { days: ['mo', 'tu', 'we', 'th', 'fr'], from: '17:00', to: '22:00' },
        { days: ['sa', 'su'], from: '10:00', to: '18:00' },
      ],
      peakMinutes: 45,
      overtakePercent: 50,
      turnoverMinutes: 0,
      claimMinutes: 1,
      awayMinutes: 0,
      short: { machines: ['laser'], minutes: 30 },
      bookings: { lateHours: 0, draft: { day: 'su', at: '18:00' } },
    },
  },
  weights: { acme: 150 },
  care: { days: 30, hours: 8, mostPercent: 120 },
  votes: { quorumPercent: 30, majorityPercent: 50, secret: true, openDays: 7, noticeDays: 14 },
};

describe('the sentences of a policy', () => {
  it('say the defaults, too', () => {
    expect(say({ pools: { lasers: {} } }, 'en')).toMatchInlineSnapshot(`
      [
        "In the pool lasers a turn is 60 minutes, from a tap at the machine to the end of the session.",
        "Whoever used these machines less goes first. What was used counts half after 7 days, and half of that after as long again.",
        "Others may overtake who waits for so much machine time and no more: 100% of what their share asks for, at least 60 minutes, at most 4 hours.",
        "Whoever waits is told a latest start that is kept. A machine that breaks, a turn that runs far over or a new policy voids it; then a new one is told, with the reason.",
        "Use while nobody waited counts 25%.",
        "Whoever is called taps at the machine within 10 minutes; then the next one is called. Who misses a second call loses the place.",
        "While nobody waits, a turn goes on by 30 minutes at a time.",
        "While somebody waits, 5 minutes lie between two turns, to clear the machine.",
        "What was promised allows a turn 15 minutes beyond its end. Time beyond the end counts 200% on top while somebody waits. No running job is cut.",
        "Whoever waits may go out for 2 hours and keep the place, and may come as late after a missed call.",
        "These machines cannot be booked.",
        "Shares are given by teams first, each by as many members as it has, and then within the team. Who has no team counts as one.",
        "Care work raises nobody’s weight.",
        "This policy is changed in the file of the workshop, and by no vote.",
      ]
    `);
  });

  it('say all that was decided, in English', () => {
    expect(say(rich, 'en')).toMatchInlineSnapshot(`
      [
        "In the pool lasers a turn is 90 minutes, from a tap at the machine to the end of the session.",
        "It is peak on Monday to Friday from 17:00 to 22:00.",
        "It is peak on Saturday and Sunday from 10:00 to 18:00.",
        "A turn that begins at peak is 45 minutes. The longest that can be asked for is 45 minutes at peak and 24 hours at other times.",
        "Whoever used these machines less goes first. What was used counts half after 7 days, and half of that after as long again.",
        "Others may overtake who waits for so much machine time and no more: 50% of what their share asks for, at least 60 minutes, at most 4 hours.",
        "Whoever waits is told a latest start that is kept. A machine that breaks, a turn that runs far over or a new policy voids it; then a new one is told, with the reason.",
        "Use while nobody waited counts 25%.",
        "Whoever is called taps at the machine within 1 minute; then the next one is called.",
        "While nobody waits, a turn goes on by 30 minutes at a time.",
        "The next turn begins as soon as the machine is free.",
        "What was promised allows a turn 15 minutes beyond its end. Time beyond the end counts 200% on top while somebody waits. No running job is cut.",
        "Whoever goes out while waiting, or misses a call, loses the place.",
        "Laser is for short turns: a tap there asks for 30 minutes, and no longer turn is given there.",
        "These machines can be booked up to 14 days ahead, from 30 minutes to 4 hours each.",
        "Of one member at most 8 hours of bookings are still to come.",
        "Bookings of one member that touch the peak of one day: 1. Machines that nobody can book at peak: 1.",
        "A booking that nobody came to goes to the queue after 15 minutes.",
        "A booking can be cancelled until it begins, and then does not count.",
        "Wishes for the next week are drawn on Sunday at 18:00, in turns, those who used less first. What is left goes to who books first.",
        "Shares are given by teams first, each by as many members as it has, and then within the team. Who has no team counts as one.",
        "A member of the team acme weighs 150% of the usual.",
        "Care work raises one’s weight: 8 hours of it within 30 days give 120% of the usual, and less gives less in proportion.",
        "Members change this policy by a vote. It is open for 7 days, 30% of the active members must vote, and of the yes and no more than 50% must be a yes.",
        "Votes are secret: only the count is kept, with a receipt for each ballot.",
        "What was decided takes effect 14 days after the vote at the earliest.",
      ]
    `);
  });

  it('say all that was decided, in Italian', () => {
    expect(say(rich, 'it')).toMatchInlineSnapshot(`
      [
        "Nel gruppo lasers un turno dura 90 minuti, dal badge sulla macchina alla fine della sessione.",
        "È ora di punta da lunedì a venerdì dalle 17:00 alle 22:00.",
        "È ora di punta sabato e domenica dalle 10:00 alle 18:00.",
        "Un turno che comincia nell’ora di punta dura 45 minuti. Al massimo si può chiedere 45 minuti nell’ora di punta e 24 ore negli altri orari.",
        "Va prima chi ha usato meno queste macchine. Quanto si è usato conta la metà dopo 7 giorni, e la metà di quella dopo altrettanto.",
        "Chi aspetta può essere superato per un tempo macchina limitato: il 50% di quanto spetta per la sua parte, almeno 60 minuti, al massimo 4 ore.",
        "A chi aspetta si dice entro quando tocca a lui, e lo si mantiene. Lo annullano un guasto, un turno che va molto oltre o una nuova regola; allora se ne dice un altro, con il motivo.",
        "L’uso mentre nessuno aspettava conta il 25%.",
        "Chi è chiamato appoggia il badge sulla macchina entro 1 minuto; poi si chiama il prossimo.",
        "Finché nessuno aspetta, il turno continua di 30 minuti per volta.",
        "Il turno seguente comincia appena la macchina è libera.",
        "Quanto promesso tollera 15 minuti oltre la fine del turno. Il tempo oltre la fine conta il 200% in più se qualcuno aspetta. Nessun lavoro in corso viene interrotto.",
        "Chi esce mentre aspetta, o manca una chiamata, perde il posto.",
        "Laser è per turni brevi: il badge lì chiede 30 minuti, e turni più lunghi lì non si danno.",
        "Queste macchine si prenotano con un anticipo fino a 14 giorni, da 30 minuti a 4 ore per volta.",
        "Ogni membro ha al massimo 8 ore di prenotazioni future.",
        "Prenotazioni di un membro che toccano l’ora di punta di un giorno: 1. Macchine che nell’ora di punta nessuno può prenotare: 1.",
        "Una prenotazione a cui nessuno si presenta passa alla coda dopo 15 minuti.",
        "Una prenotazione si può disdire finché non comincia, e allora non conta.",
        "I desideri per la settimana seguente si assegnano domenica alle 18:00, a giro, prima chi ha usato meno. Quel che resta va a chi prenota prima.",
        "Le parti si danno prima alle squadre, ciascuna per quanti membri ha, poi dentro la squadra. Chi non ha squadra conta per uno.",
        "Un membro della squadra acme pesa il 150% del solito.",
        "Il lavoro di cura alza il proprio peso: 8 ore nell’arco di 30 giorni danno il 120% del solito, e meno dà meno in proporzione.",
        "I membri cambiano questa regola con un voto. Resta aperto 7 giorni, deve votare il 30% dei membri attivi, e tra sì e no più del 50% devono essere sì.",
        "Il voto è segreto: si conserva solo il conteggio, con una ricevuta per ogni scheda.",
        "Quel che è deciso vale al più presto 14 giorni dopo il voto.",
      ]
    `);
  });

  it('leave no placeholder and no code of ours, in any language', () => {
    for (const language of ['en', 'it', 'es', 'ro', 'de', 'fr'])
      for (const document of [
        rich,
        { pools: {} },
        { pools: { lasers: { overtakePercent: 0, overtakeLeastMinutes: 0 } } },
      ])
        for (const text of say(document, language)) {
          expect(text).not.toMatch(/[{}]|policy-| percent /);
          // In French and Romanian it is a word of the language.
          if (language !== 'ro' && language !== 'fr') expect(text).not.toMatch(/ minute /);
          expect(text).toMatch(/^\S.*\.$/);
        }
  });

  it('are the same for the same document in another order', () => {
    const { weights, pools } = rich;
    const turned = { votes: rich.votes, care: rich.care, weights, pools } as PolicyDocument;
    expect(policySentences(turned, sampleWorkshop)).toEqual(policySentences(rich, sampleWorkshop));
  });
});

describe('the lines in which two documents differ', () => {
  it('are paths with what stands there, and nothing where they are the same', () => {
    expect(policyChanges(rich, rich)).toEqual([]);
    expect(
      policyChanges({ pools: { lasers: { minutes: 60 } } }, { pools: { lasers: {}, mills: {} } }),
    ).toEqual([
      { path: 'pools.lasers', from: null, to: '{}' },
      { path: 'pools.lasers.minutes', from: '60', to: null },
      { path: 'pools.mills', from: null, to: '{}' },
    ]);
  });
});
