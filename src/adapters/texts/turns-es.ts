// In Spanish: what members are told of queues and turns, at readers and on their pages, and what mends a no.

export const turnsEs: ReadonlyMap<string, string> = new Map([
  ['alarm-told', 'Alarma en {where}: {code}. Ve a mirar; la página Alarmas dice más.'],
  ['granted-turn', 'Es tu turno: {machine} es tuya. Pasa otra vez la credencial cuando termines.'],
  ['queued', '{machine} está ocupada. Eres el número {place} de la cola, y te toca a más tardar: {at}.'],
  [
    'queued-open',
    '{machine} está ocupada. Eres el número {place} de la cola; ahora no se puede prometer una hora límite.',
  ],
  [
    'queued-sooner-now',
    '{machine} está ocupada. Eres el número {place}, a más tardar: {at}. Para {minutes} minutos podrías empezar ya: dilo en tu página.',
  ],
  [
    'queued-sooner-next',
    '{machine} está ocupada. Eres el número {place}, a más tardar: {at}. Para {minutes} minutos irías el siguiente: dilo en tu página.',
  ],
  [
    'presence-kept',
    'Hasta luego. Tu puesto en la cola se guarda hasta las {at}; pasa aquí la credencial cuando vuelvas.',
  ],
  ['presence-back', 'Qué bien verte de vuelta. Estás otra vez en la cola.'],
  ['queued-called', 'Es tu turno en {machine}: pasa allí la credencial antes de las {at}.'],
  [
    'queued-again',
    'Tienes un puesto en la cola de {machine}. Pasa otra vez la credencial para saber por dónde vas.',
  ],
  [
    'machine-called',
    '{machine} se guarda para quien tiene el turno. Eres el número {place}, y te toca a más tardar: {at}.',
  ],
  [
    'machine-called-open',
    '{machine} se guarda para quien tiene el turno. Eres el número {place}; ahora no se puede prometer una hora límite.',
  ],
  ['turn-held', 'Ya ocupas {machine}, y solo se tiene un turno a la vez. Termina allí antes.'],
  [
    'ticket-elsewhere',
    'Otros esperan {machine}, y tú ocupas una máquina de otro tipo. Termina allí y luego pasa otra vez la credencial.',
  ],
  ['queue-full', 'La cola de {machine} está llena. Vuelve más tarde.'],
  ['ticket-skipped-absent', 'Un responsable te sacó de la cola: no estabas.'],
  ['ticket-skipped-asked', 'Un responsable te sacó de la cola, como pediste.'],
  ['ticket-skipped-rules', 'Un responsable te sacó de la cola por las reglas del espacio.'],
  ['ticket-skipped-mistake', 'Un responsable te sacó de la cola: tu puesto era un error.'],
  ['turn-called', 'Es tu turno en {machine}: pasa allí la credencial antes de las {at}.'],
  ['turn-called-here', '{machine} se guarda hasta las {at} para quien sigue en la cola.'],
  ['turn-renewed', 'Nadie espera {machine}: tu turno sigue hasta las {at}.'],
  ['turn-renewed-here', 'Nadie espera {machine}: el turno sigue hasta las {at}.'],
  ['rule.in-turn', 'Es tu turno, o nadie la espera.'],
  [
    'machine-booked',
    '{machine} está reservada de {at} a {until}, y un turno no acabaría antes. Elige otra máquina, o vuelve después.',
  ],
  [
    'booking-busy',
    'Tu reserva ha empezado, y {machine} aún no está libre: quien la ocupa termina. Se guarda para ti; pasa la credencial cuando esté libre.',
  ],
  [
    'booking-soon',
    '{machine} se guarda para tu reserva desde las {at}. Pasa allí la credencial para empezar.',
  ],
  ['booking-waits', 'Tu reserva de {machine} ha empezado, pero aún no está libre. Después te toca a ti.'],
  ['booking-missed', 'Nadie vino a tu reserva de {machine}, así que ahora está libre para otros.'],
  ['booking-lost', '{machine} no se puede usar ahora, así que tu reserva se anuló y no cuesta nada.'],
  ['booking-drawn', 'Tu preferencia salió en el reparto: {machine} es tuya desde: {at}.'],
  ['booking-offered', 'Se te ofrece una reserva de {machine} desde: {at}. En tu página puedes aceptarla.'],
  ['ends-booking', 'Otro miembro ha reservado {machine}. Tu sesión allí termina a las {at}.'],
  ['remedy.machine-booked', 'Elige otra máquina, o vuelve después de la reserva.'],
  ['remedy.booking-busy', 'Pasa otra vez la credencial cuando {machine} esté libre.'],
  ['remedy.machine-called', 'Espera tu turno; te lo dicen tu página y el lector.'],
  ['remedy.turn-held', 'Termina en {machine} y luego pasa aquí otra vez la credencial.'],
  ['remedy.ticket-elsewhere', 'Termina en la otra máquina y luego pasa aquí otra vez la credencial.'],
  ['remedy.queue-full', 'Espera a que haya menos gente en la cola.'],
]);
