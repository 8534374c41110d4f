// In Spanish: a policy as members read it, one sentence for each thing that is decided.

export const policyEs: ReadonlyMap<string, string> = new Map([
  [
    'policy-turn',
    'En el grupo {pool} un turno dura {length}, desde que se pasa la credencial por la máquina hasta el fin de la sesión.',
  ],
  ['policy-cap', 'Ningún turno pasa de {length}, se pida lo que se pida.'],
  ['policy-peak', 'Hora punta: {days}, de {from} a {to}.'],
  [
    'policy-peak-turn',
    'Un turno que empieza en hora punta dura {length}. Lo más largo que se puede pedir es {most} en hora punta y {otherwise} el resto del tiempo.',
  ],
  [
    'policy-order',
    'Va primero quien menos ha usado estas máquinas. Lo usado cuenta la mitad al cabo de {halflife}, y la mitad de eso al cabo de otro tanto.',
  ],
  [
    'policy-overtake',
    'A quien espera se le puede adelantar este tiempo de máquina y no más: {percent} de lo que pide su parte, al menos {least}, como mucho {most}.',
  ],
  ['policy-overtake-fixed', 'A quien espera se le puede adelantar {least} de tiempo de máquina y no más.'],
  ['policy-overtake-none', 'A nadie se le adelanta: va primero quien llegó primero.'],
  [
    'policy-promise',
    'A quien espera se le dice una hora límite, que se cumple. La anula una avería, un turno que se pasa mucho o un reglamento nuevo; entonces se dice otra, con el motivo.',
  ],
  ['policy-idle', 'El uso mientras nadie esperaba cuenta el {percent}.'],
  [
    'policy-claim',
    'A quien le toca pasa la credencial por la máquina en {length}; si no, le toca al siguiente. Quien falta a un segundo aviso pierde el puesto.',
  ],
  [
    'policy-claim-once',
    'A quien le toca pasa la credencial por la máquina en {length}; si no, le toca al siguiente.',
  ],
  ['policy-renew', 'Mientras nadie espera, un turno se alarga {length} cada vez.'],
  ['policy-turnover', 'Mientras alguien espera, entre dos turnos pasan {length}, para despejar la máquina.'],
  ['policy-turnover-none', 'El turno siguiente empieza en cuanto la máquina está libre.'],
  [
    'policy-overrun',
    'Lo prometido deja que un turno se pase {length}. El tiempo de más cuenta {percent} extra mientras alguien espera. Ningún trabajo en marcha se corta.',
  ],
  [
    'policy-away',
    'Quien espera puede salir durante {length} y conservar el puesto, y puede llegar con ese retraso tras un aviso perdido.',
  ],
  ['policy-away-none', 'Quien sale mientras espera, o falta a un aviso, pierde el puesto.'],
  [
    'policy-short',
    '{machine} es para turnos cortos: pasar allí la credencial pide {length}, y no se da un turno más largo.',
  ],
  ['policy-bookings-none', 'Estas máquinas no se reservan.'],
  [
    'policy-bookings',
    'Estas máquinas se reservan con hasta {horizon} de antelación, de {least} a {most} cada vez.',
  ],
  ['policy-bookings-future', 'Un miembro tiene como mucho {length} de reservas por venir.'],
  [
    'policy-bookings-peak',
    'Reservas de un miembro que tocan la hora punta de un día: {count}. Máquinas que nadie puede reservar en hora punta: {free}.',
  ],
  ['policy-bookings-away', 'Una reserva a la que nadie acude pasa a la cola al cabo de {length}.'],
  [
    'policy-bookings-late',
    'Una reserva anulada menos de {length} antes de empezar cuenta como usada, salvo que otro use ese tiempo.',
  ],
  ['policy-bookings-any-time', 'Una reserva se puede anular hasta que empieza, y entonces no cuenta.'],
  [
    'policy-bookings-draft',
    'Las preferencias para la semana siguiente se reparten por rondas ({days}, {at}), primero quien menos ha usado. Lo que queda es de quien reserva primero.',
  ],
  ['policy-bookings-first', 'Es de quien reserva primero.'],
  ['policy-no-pools', 'Ninguna máquina se usa por turnos: empieza quien pasa la credencial por una libre.'],
  [
    'policy-teams',
    'Las partes se dan antes por equipos, a cada uno según sus miembros, y luego dentro del equipo. Quien no tiene equipo cuenta como uno.',
  ],
  ['policy-team', 'Un miembro del equipo {team} pesa el {percent} de lo habitual.'],
  [
    'policy-care',
    'El trabajo de cuidado sube el peso: {full} en {within} dan el {percent} de lo habitual, y menos da menos en proporción.',
  ],
  ['policy-care-none', 'El trabajo de cuidado no sube el peso de nadie.'],
  [
    'policy-votes',
    'Los miembros cambian este reglamento por votación. Está abierta {open}, debe votar el {quorum} de los miembros activos, y de los síes y noes más del {majority} deben ser síes.',
  ],
  [
    'policy-votes-secret',
    'El voto es secreto: solo se guarda el recuento, con un resguardo para cada papeleta.',
  ],
  ['policy-votes-named', 'El voto es abierto: el diario guarda quién votó qué.'],
  ['policy-votes-notice', 'Lo decidido entra en vigor como pronto {notice} después de la votación.'],
  ['policy-votes-at-once', 'Lo decidido entra en vigor cuando termina la votación.'],
  ['policy-votes-none', 'Este reglamento se cambia en el archivo del taller, y no por votación.'],
]);
