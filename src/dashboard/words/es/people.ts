// Spanish for certificates given at the desk, roles, teams, tokens, and who looked at whose usage.

import { icuIn } from '../icu.ts';

const icu = icuIn('es');

type Refusal = { readonly title: string; readonly detail: string };

export const people = {
  certify: {
    title: 'Certificar',
    several: 'Certificar a miembros',
    certificate: 'Certificado',
    choose: 'Elige uno',
    level: 'Nivel',
    until: 'Último día',
    untilHint: 'Déjalo vacío si no termina.',
    who: 'Miembros',
    check: 'Ver qué cambia',
    checking: 'Mirando',
    give: 'Dar el certificado',
    giving: 'Dándolo',
    change: 'Cambiar algo',
    close: 'Cerrar',
    gains: icu<{ name: string; until: string }>('{name} lo recibe, {until}.'),
    renews: icu<{ name: string; before: string; until: string }>('{name} lo tiene {before}, luego {until}.'),
    same: 'Nadie gana nada con esto: ya lo tienen así.',
    done: icu<{ count: number }>(
      '{count, plural, one {Dado a # miembro.} many {Dado a # miembros.} other {Dado a # miembros.}}',
    ),
    undo: 'Deshacer',
    undone: 'Retirado.',
    lackMembers: 'Elige al menos un miembro.',
    lackCertificate: 'Elige un certificado.',
  },
  withdraw: {
    offer: 'Retirar',
    keep: 'Dejarlo',
    confirm: 'Retirar el certificado',
    working: 'Retirando',
  },
  withdrawOf: icu<{ name: string }>('Retirar {name}'),
  withdrawEnds: icu<{ machines: string }>(
    'Una sesión en {machines} termina por esto; un trabajo en marcha puede acabar.',
  ),
  withdrawNone: 'Ninguna sesión termina por esto. Una lista de miembros que lo nombre lo da otra vez.',
  roles: {
    title: 'Roles',
    hint: 'Una lista de miembros que llegue después decide otra vez sobre los roles.',
    offer: 'Cambiar los roles',
    keep: 'Dejarlos',
    confirm: 'Cambiar los roles',
    working: 'Cambiando',
    gains: icu<{ rights: string }>('Gana: {rights}.'),
    loses: icu<{ rights: string }>('Pierde: {rights}.'),
    same: 'Sus derechos quedan como están.',
    done: 'Los roles están cambiados.',
  },
  team: {
    title: 'Equipo',
    members: icu<{ count: number }>('{count, plural, one {# miembro} many {# miembros} other {# miembros}}'),
    of: 'Equipo',
    all: 'Todos los equipos',
  },
  looks: {
    title: 'Quién miró su uso',
    none: 'Nadie ha mirado.',
    all: 'Todo en el registro',
  },
  tokens: {
    title: 'Tokens',
    what: 'Para programas y pantallas de pared. Un token no puede más que tú, y se detiene cuando no puedes entrar.',
    none: 'No tienes ningún token.',
    fresh: 'Token nuevo',
    label: 'Para qué es',
    days: 'Días hasta que termina',
    daysHint: 'Déjalo vacío si no termina.',
    scopes: 'Qué puede hacer',
    make: 'Crear el token',
    making: 'Creándolo',
    once: 'Cópialo ahora: se muestra solo esta vez.',
    secret: 'El token',
    close: 'Ya lo copié',
    created: icu<{ day: string }>('creado el {day}'),
    ends: icu<{ day: string }>('termina el {day}'),
    noEnd: 'sin fin',
    drop: { offer: 'Eliminar', keep: 'Conservarlo', confirm: 'Eliminar el token', working: 'Eliminando' },
    dropOf: icu<{ label: string }>('Eliminar {label}'),
    dropWhat: 'Deja de funcionar enseguida; lo que lo usa se rechaza.',
    notYours: 'Los tokens son para responsables, tesoreros y administradores. Pregunta a uno de ellos.',
  },
  refusals: {
    'certificate-unknown': {
      title: 'El taller no conoce ese certificado.',
      detail: 'Elige uno de la lista, o descríbelo en officina.yaml.',
    },
    'certificate-day': { title: 'Esto no es un día.', detail: 'Escribe el último día como aaaa-mm-dd.' },
    'certificate-own': { title: 'Nadie se certifica a sí mismo.', detail: 'Pregunta a otro formador.' },
    'entry-unknown': {
      title: 'El registro no tiene entrada en esta posición.',
      detail: 'Búscala en la lista de las más nuevas.',
    },
    'journal-away': {
      title: 'Aquí no se puede hojear el registro.',
      detail: 'Pregunta al gateway que lo escribe.',
    },
  } as Readonly<Record<string, Refusal>>,
};
