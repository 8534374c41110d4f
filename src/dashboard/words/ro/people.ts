// Romanian for certificates given at the desk, roles, teams, tokens, and who looked at whose usage.

import { icuIn } from '../icu.ts';

const icu = icuIn('ro');

type Refusal = { readonly title: string; readonly detail: string };

export const people = {
  certify: {
    title: 'Certifică',
    several: 'Certifică membri',
    certificate: 'Certificat',
    choose: 'Alege unul',
    level: 'Nivel',
    until: 'Ultima zi',
    untilHint: 'Lasă gol dacă nu are sfârșit.',
    who: 'Membri',
    check: 'Vezi ce se schimbă',
    checking: 'Se caută',
    give: 'Dă certificatul',
    giving: 'Se dă',
    change: 'Schimbă ceva',
    close: 'Închide',
    gains: icu<{ name: string; until: string }>('{name} îl primește, {until}.'),
    renews: icu<{ name: string; before: string; until: string }>('{name} îl are {before}, apoi {until}.'),
    same: 'Nimeni nu câștigă nimic: îl au deja așa.',
    done: icu<{ count: number }>(
      '{count, plural, one {Dat unui membru (#).} few {Dat la # membri.} other {Dat la # de membri.}}',
    ),
    undo: 'Anulează',
    undone: 'Luat înapoi.',
    lackMembers: 'Alege cel puțin un membru.',
    lackCertificate: 'Alege un certificat.',
  },
  withdraw: {
    offer: 'Retrage',
    keep: 'Lasă-l',
    confirm: 'Retrage certificatul',
    working: 'Se retrage',
  },
  withdrawOf: icu<{ name: string }>('Retrage {name}'),
  withdrawEnds: icu<{ machines: string }>(
    'O sesiune la {machines} se încheie prin asta; o lucrare în curs se poate termina.',
  ),
  withdrawNone: 'Nicio sesiune nu se încheie prin asta. O listă de membri care îl numește îl dă din nou.',
  roles: {
    title: 'Roluri',
    hint: 'O listă de membri care vine mai târziu decide din nou asupra rolurilor.',
    offer: 'Schimbă rolurile',
    keep: 'Lasă-le',
    confirm: 'Schimbă rolurile',
    working: 'Se schimbă',
    gains: icu<{ rights: string }>('Câștigă: {rights}.'),
    loses: icu<{ rights: string }>('Pierde: {rights}.'),
    same: 'Drepturile rămân cum sunt.',
    done: 'Rolurile sunt schimbate.',
  },
  team: {
    title: 'Echipă',
    members: icu<{ count: number }>('{count, plural, one {# membru} few {# membri} other {# de membri}}'),
    of: 'Echipă',
    all: 'Toate echipele',
  },
  looks: {
    title: 'Cine i-a privit folosirea',
    none: 'Nimeni nu a privit.',
    all: 'Toate în jurnal',
  },
  tokens: {
    title: 'Tokenuri',
    what: 'Pentru programe și ecrane de perete. Un token nu poate mai mult decât tine și se oprește când nu poți intra.',
    none: 'Nu ai niciun token.',
    fresh: 'Token nou',
    label: 'Pentru ce este',
    days: 'Zile până la sfârșit',
    daysHint: 'Lasă gol dacă nu are sfârșit.',
    scopes: 'Ce poate face',
    make: 'Creează tokenul',
    making: 'Se creează',
    once: 'Copiază-l acum: se arată doar de data aceasta.',
    secret: 'Tokenul',
    close: 'L-am copiat',
    created: icu<{ day: string }>('creat la {day}'),
    ends: icu<{ day: string }>('se termină la {day}'),
    noEnd: 'fără sfârșit',
    drop: { offer: 'Elimină', keep: 'Păstrează-l', confirm: 'Elimină tokenul', working: 'Se elimină' },
    dropOf: icu<{ label: string }>('Elimină {label}'),
    dropWhat: 'Încetează imediat să funcționeze; ce îl folosește este refuzat.',
    notYours:
      'Tokenurile sunt pentru responsabili, trezorieri și administratori. Întreabă pe unul dintre ei.',
  },
  refusals: {
    'certificate-unknown': {
      title: 'Atelierul nu cunoaște acest certificat.',
      detail: 'Alege unul din listă sau descrie-l în officina.yaml.',
    },
    'certificate-day': { title: 'Aceasta nu este o zi.', detail: 'Scrie ultima zi ca aaaa-ll-zz.' },
    'certificate-own': { title: 'Nimeni nu se certifică singur.', detail: 'Întreabă alt formator.' },
    'entry-unknown': {
      title: 'Jurnalul nu are intrare la această poziție.',
      detail: 'Caut-o în lista celor mai noi.',
    },
    'journal-away': {
      title: 'Aici jurnalul nu poate fi răsfoit.',
      detail: 'Întreabă gateway-ul care îl scrie.',
    },
  } as Readonly<Record<string, Refusal>>,
};
