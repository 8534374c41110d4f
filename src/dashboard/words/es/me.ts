// Spanish for My page: what is due, the month in three figures, and the parts of it that open one by one.

import type { me as meEn } from '../en/me.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

const refusals: typeof meEn.refusals = {
  'erase-stale': {
    title: 'Esto no se puede deshacer, y entraste hace más de quince minutos.',
    detail: 'Sal, entra de nuevo y repítelo.',
  },
  'erase-handle-wrong': { title: 'Este no es tu nombre corto.', detail: 'Escríbelo como cuando entras.' },
  'erase-owing': {
    title: 'Hay una factura abierta, o algo que usaste aún no está facturado.',
    detail: 'Paga primero, o pide ayuda a un responsable, que puede borrarte igualmente.',
  },
};

export const me: typeof meEn = {
  due: {
    title: 'Qué te espera',
    nothing: 'Ahora nada te necesita.',
    come: 'Voy',
    pass: { offer: 'Paso', keep: 'Conservar mi turno', confirm: 'Ceder mi turno', working: 'Cediendo …' },
    running: icu('Tienes {machine} desde las {time}.'),
    soFar: icu('{amount} hasta ahora'),
    look: 'Ver',
    vote: icu('Votación «{title}»: {left}.'),
    read: 'Leer',
    offered: icu('Te ofrecen una reserva: {machine}, {time}.'),
    answer: 'Responder',
    invoice: icu('La factura {number} de {amount} vencía el {day}.'),
    ends: icu('Tu certificado {name} termina el {day}.'),
  },
  month: {
    title: 'Este mes en tres cifras',
    hours: 'en máquinas',
    share: 'de mi parte',
    noShare: 'aún sin turnos',
    toPay: 'por pagar',
    wallet: 'saldo',
    soFar: 'usado hasta ahora',
    how: 'De dónde salen',
    howHours: icu(
      '{count, plural, one {De # sesión que terminó este mes.} many {De # sesiones que terminaron este mes.} other {De # sesiones que terminaron este mes.}}',
    ),
    howShare: icu('{pool}: {used} de turnos usados; {part} sería tu parte. Lo más antiguo cuenta menos.'),
    howPart:
      'Tu parte es lo que todos han usado, repartido entre quienes usaron algo. Quien usó menos va primero.',
    howMonth: icu('Usado este mes: {amount}.'),
    howPay: icu('Pendiente en facturas: {amount}.'),
    howWallet: icu('En tu monedero: {amount}.'),
    rules: 'Cómo se reparten los turnos',
  },
  lines: {
    all: 'Todo el extracto',
    none: 'Este mes no se usó nada.',
    time: icu('{time} × {rate}'),
    paid: 'Lo pagó',
    code: icu('Centro de coste {code}'),
    private: 'Sin centro de coste: solo tuyo',
    price: 'El precio de esta máquina',
    tariff: icu('Tarifa {tariff}'),
    byHand: 'Introducido o corregido a mano; el extracto dice por quién.',
  },
  all: icu('Los {count}'),
  parts: {
    turns: 'Tiques y reservas',
    certificates: 'Certificados',
    shown: 'Cómo me muestran',
    paying: 'Quién paga, y facturas',
    signing: 'Entrar',
    votes: 'Votaciones',
    data: 'Mis datos',
  },
  brief: {
    tickets: icu('{count, plural, =0 {ningún tique} one {# tique} many {# tiques} other {# tiques}}'),
    open: icu(
      '{count, plural, =0 {ninguna máquina abierta} one {abre # máquina} many {abren # máquinas} other {abren # máquinas}}',
    ),
    lost: 'avisar de uno perdido',
    named: 'con nombre',
    unnamed: 'sin nombre',
    invoices: icu(
      '{count, plural, =0 {ninguna factura abierta} one {# factura abierta} many {# facturas abiertas} other {# facturas abiertas}}',
    ),
    places: 'passkeys, y dónde has entrado',
    votes: icu('{count, plural, =0 {ninguna abierta} one {# abierta} many {# abiertas} other {# abiertas}}'),
    data: 'llevarte una copia, o que te borren',
  },
  noTickets:
    'No tienes tiques. Cuando una máquina está ocupada, puedes ponerte en la cola desde su página y te llamamos.',
  certificates: {
    none: 'Aún no tienes certificados.',
    opens: icu('Cuenta para {machines}.'),
    opensNone: 'Ninguna máquina lo pide por sí solo.',
    lapsed: 'No está en vigor.',
    free: icu('Abiertas para ti: {machines}.'),
    more: 'Qué abriría más',
    missing: icu('{machine} pide {certificates}.'),
    ask: 'Pide a un formador plaza en un curso.',
  },
  shown: {
    said: 'El tablero, la pared y la cola muestran tu nombre solo si quieres. Responsables y formadores lo ven siempre.',
    done: 'Guardado: se muestra tu nombre.',
    gone: 'Guardado: no se muestra tu nombre.',
    undo: 'Deshacer',
  },
  paying: {
    self: 'Sin centro de coste pagas tú.',
    sources: icu('En este orden: {sources}.'),
    code: icu('Con el centro de coste {name}: {payers}.'),
    me: 'tú',
    team: 'tu equipo',
    parts: icu('{payer} {percent}'),
    choose: 'Eliges un centro de coste para cada sesión en el quiosco, o en la página de la máquina.',
  },
  votes: { none: 'Aún no hay votaciones.', all: 'Todas las votaciones' },
  erase: {
    title: 'Que me borren',
    said: 'Tu nombre, badges, PIN, passkeys y palabras desaparecen para siempre. Los usos y las cuentas quedan bajo una clave que no nombra a nadie.',
    look: 'Ver qué desaparecería',
    looking: 'Mirando …',
    goes: 'Qué desaparece',
    goesList: icu(
      '{badges, plural, =0 {{name}, tu nombre corto y correo, contraseña y PIN, ningún badge, passkeys y tokens.} one {{name}, tu nombre corto y correo, contraseña y PIN, # badge, passkeys y tokens.} many {{name}, tu nombre corto y correo, contraseña y PIN, # badges, passkeys y tokens.} other {{name}, tu nombre corto y correo, contraseña y PIN, # badges, passkeys y tokens.}}',
    ),
    stays: 'Qué queda, y por qué',
    staysNone: 'Nada tuyo está en los libros.',
    kept: {
      sessions: icu('{count, plural, one {# sesión} many {# sesiones} other {# sesiones}}'),
      charges: icu('{count, plural, one {# cargo} many {# cargos} other {# cargos}}'),
      postings: icu('{count, plural, one {# asiento} many {# asientos} other {# asientos}}'),
      disputes: icu(
        '{count, plural, one {# cargo reclamado} many {# cargos reclamados} other {# cargos reclamados}}',
      ),
      invoices: icu(
        '{count, plural, one {# factura, con el nombre y la dirección a los que se emitió} other {# facturas, con el nombre y la dirección a los que se emitieron}}',
      ),
      payments: icu('{count, plural, one {# pago o recordatorio} other {# pagos y recordatorios}}'),
    },
    why: { bills: 'para que las cuentas cuadren', law: 'porque la ley pide conservar los libros' },
    line: icu('{what}, {why}.'),
    lineUntil: icu('{what}, {why}, hasta el {day}.'),
    type: 'Tu nombre corto',
    typeHint: icu('Escribe {handle}. No hay vuelta atrás; una nueva afiliación empieza de cero.'),
    act: {
      offer: 'Borrarme',
      keep: 'Seguir como miembro',
      confirm: 'Borrarme para siempre',
      working: 'Borrando …',
    },
  },
  refusals,
};
