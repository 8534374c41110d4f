// Spanish for what the gateway refuses and no room says better; in English these are the gateway's own sentences.

import { moneyRefusals } from './money-refusals.ts';
import { neighbourRefusals } from './neighbour-refusals.ts';

type Refusal = { readonly title: string; readonly detail: string };

/** Of requests that a page does not send by itself, of people and of devices. */
const ofPeople: Readonly<Record<string, Refusal>> = {
  'request-invalid': {
    title: 'La petición no tiene la forma que aquí se pide.',
    detail: 'Compara los campos indicados con /api/docs.',
  },
  'json-broken': {
    title: 'El contenido no es JSON que se pueda leer.',
    detail: 'Envía un objeto JSON, sin claves __proto__.',
  },
  'url-broken': { title: 'La dirección no se puede leer.', detail: 'Revisa cómo está escrita.' },
  'request-refused': {
    title: 'La petición no se puede atender tal como está.',
    detail: 'Compárala con /api/docs.',
  },
  'body-too-large': {
    title: 'El contenido es demasiado grande.',
    detail: 'Envía menos de una vez: 64 kB, 2 MB con una foto, o 6 MB para una lista.',
  },
  'media-type-wrong': {
    title: 'Aquí solo se acepta JSON.',
    detail: 'Envía content-type: application/json.',
  },
  'host-unknown': {
    title: 'Esta pasarela solo responde a los nombres de su ordenador.',
    detail: 'Usa http://localhost, o escribe http.host en officina.yaml.',
  },
  'cross-site': {
    title: 'La petición viene de otro sitio.',
    detail: 'Abre la página de esta misma pasarela.',
  },
  'not-found': { title: 'En esta dirección no hay nada.', detail: 'Vuelve al tablero.' },
  'range-wrong': {
    title: 'Este periodo no se puede mostrar.',
    detail: 'Elige un principio antes del fin, como mucho 400 días.',
  },
  'reading-unknown': {
    title: 'Ninguna medición tiene este nombre.',
    detail: 'Usa un nombre de la lista, por ejemplo spindle.speed.',
  },
  'sign-in-needed': { title: 'Nadie ha entrado.', detail: 'Entra, o usa un token.' },
  'sign-in-failed': {
    title: 'El alias y la contraseña no coinciden.',
    detail: 'Prueba otra vez, o pide una contraseña nueva a un responsable.',
  },
  'token-unknown': {
    title: 'Este token no se conoce aquí, ha caducado, o su miembro no puede entrar.',
    detail: 'Crea uno nuevo.',
  },
  'token-by-token': {
    title: 'Un token no puede crear otro.',
    detail: 'Entra con contraseña para crear uno.',
  },
  'token-none': { title: 'No tienes ningún token con este id.', detail: 'Mira la lista de los tuyos.' },
  'token-limit': { title: 'Hay demasiados tokens.', detail: 'Quita uno que ya no se use.' },
  'member-suspended': { title: 'Esta membresía está suspendida.', detail: 'Pregunta a un responsable.' },
  'member-none': {
    title: 'Este token no representa a ningún miembro.',
    detail: 'Para esto entra como miembro.',
  },
  'member-in-session': {
    title: 'Este miembro ocupa una máquina.',
    detail: 'Termina antes su sesión, y espera a que se corte la corriente.',
  },
  'import-refused': {
    title: 'La lista tiene errores; no se ha tomado nada.',
    detail: 'Corrige las filas indicadas y envíala otra vez entera.',
  },
  'unassigned-unknown': {
    title: 'Ningún dispositivo con este id espera a que lo asignen.',
    detail: 'Recarga la página; quizá alguien lo ha asignado ya.',
  },
  'box-unknown': {
    title: 'Ningún aparato descrito se presenta con este id.',
    detail: 'Elige uno de la lista; un dispositivo nativo tiene una sola parte.',
  },
  'pairing-full': {
    title: 'Ya hay dieciséis códigos abiertos.',
    detail: 'Usa uno de ellos, o espera a que uno cumpla diez minutos.',
  },
  'answers-missing': {
    title: 'Un interruptor da corriente a una máquina solo cuando las dos respuestas son sí.',
    detail:
      'Una máquina que arranca sola al volver la corriente necesita un contactor con disparo por mínima tensión; y esto no es una parada de emergencia.',
  },
  'assignment-wrong': {
    title: 'Así no se puede escribir el dispositivo en officina.yaml; nada ha cambiado.',
    detail: 'Corrige los errores indicados y prueba otra vez.',
  },
  'config-none': {
    title: 'No hay officina.yaml: esto es la demo.',
    detail: 'Escribe uno con `npx officina init` y arranca con él la pasarela.',
  },
  'config-wrong': {
    title: 'El archivo officina.yaml tiene errores; nada ha cambiado.',
    detail: 'Corrige los errores indicados y vuelve a leerlo.',
  },
  'config-not-writable': {
    title: 'La pasarela no puede escribir officina.yaml o una contraseña a su lado; nada ha cambiado.',
    detail:
      'Pon a mano las líneas indicadas, escribe la contraseña en el archivo que nombran y vuelve a leerlo.',
  },
  'badge-unlisted': { title: 'La demo no tiene esta credencial.', detail: 'Elige una de la lista.' },
  'workshop-missing': {
    title: 'El taller aún no está descrito.',
    detail: 'Prueba otra vez dentro de un momento.',
  },
  'streams-full': { title: 'Ya hay demasiadas pantallas conectadas.', detail: 'Cierra una que nadie mire.' },
  'dashboard-missing': {
    title: 'Las páginas no se han construido.',
    detail: 'Ejecuta una vez `npm ci` en la carpeta del programa.',
  },
  fault: {
    title: 'Algo ha fallado dentro de la pasarela.',
    detail: 'Da el id a un responsable; en el registro la causa está al lado.',
  },
};

/** Of machines, bookings and policies. */
const ofMachines: Readonly<Record<string, Refusal>> = {
  'machine-unknown': { title: 'Ninguna máquina tiene este id.', detail: 'Elige una en el tablero.' },
  'alarm-unknown': {
    title: 'Ninguna alarma abierta tiene este id.',
    detail: 'Quizá ya ha terminado: mira el tablero.',
  },
  'alarm-answered': {
    title: 'Alguien ha respondido ya a esta alarma.',
    detail: 'El tablero dice quién y qué.',
  },
  'latch-none': { title: 'Ningún sensor bloquea esta máquina.', detail: 'No hay nada que rearmar.' },
  'latch-holds': {
    title: 'Lo que bloqueó esta máquina sigue fuera de sus límites.',
    detail: 'Arréglalo antes; la ficha de la máquina dice qué sensor es.',
  },
  'machine-locked-already': {
    title: 'Esta máquina ya está bloqueada.',
    detail: 'Un responsable la mira y la desbloquea.',
  },
  'machine-not-locked': {
    title: 'Nadie ha bloqueado esta máquina.',
    detail: 'No hay nada que desbloquear.',
  },
  'lock-limit': {
    title: 'Has bloqueado cinco máquinas en una hora.',
    detail: 'Pide a un responsable que las mire; un responsable puede bloquear más.',
  },
  'note-too-long': {
    title: 'Esta nota tiene más de 500 caracteres, o algunos que no se muestran.',
    detail: 'Escríbela más corta, en una línea.',
  },
  'photo-too-large': {
    title: 'Esta foto pasa de un mebibyte.',
    detail: 'Hazla más pequeña y envíala otra vez.',
  },
  'photo-unreadable': {
    title: 'Esta foto no es un JPEG ni un PNG entero.',
    detail: 'Envíala en uno de los dos; quizá otro programa la cortó.',
  },
  'photo-none': {
    title: 'De esta máquina no hay foto.',
    detail: 'La añade un responsable junto con el modo.',
  },
  'policy-unknown': {
    title: 'Ningún reglamento tiene este número.',
    detail: 'Elige uno de los adoptados.',
  },
  'effect-early': {
    title: 'Entraría en vigor antes de que acabe el preaviso tras la votación.',
    detail: 'Indica un momento posterior, o déjalo vacío.',
  },
  'effect-late': {
    title: 'Entraría en vigor demasiado tarde para que alguien se acuerde.',
    detail: 'Indica un momento dentro de 400 días.',
  },
  'machine-not-booked': {
    title: 'Esta máquina no está en ese grupo, o no se abre con una credencial.',
    detail: 'Elige una de las máquinas del grupo.',
  },
  'booking-times': {
    title: 'Estas horas no se pueden reservar.',
    detail: 'Indica un principio que aún no ha llegado y un fin posterior, en múltiplos de cinco minutos.',
  },
  'booking-length': {
    title: 'Aquí una reserva no puede ser tan corta o tan larga.',
    detail: 'Elige otra duración.',
  },
  'booking-horizon': {
    title: 'Está más lejos de lo que se puede reservar.',
    detail: 'Vuelve más adelante.',
  },
  'booking-closed': {
    title: 'La máquina no está abierta todo ese tiempo.',
    detail: 'Elige una hora dentro de su horario.',
  },
  'bookings-full': {
    title: 'Ya hay tantas reservas como guarda esta pasarela.',
    detail: 'Pide a un responsable que las mire.',
  },
  'booking-unknown': {
    title: 'Ninguna reserva por venir tiene este id.',
    detail: 'Mira entre tus reservas.',
  },
  'booking-not-yours': { title: 'Esta reserva es de otro miembro.', detail: 'Pídele que te la ceda.' },
  'booking-not-offered': {
    title: 'Esta reserva no se te ha ofrecido.',
    detail: 'Pide a su miembro que te la ofrezca.',
  },
  'gift-to-self': { title: 'Esta reserva ya es tuya.', detail: 'Indica otro miembro.' },
  'draft-none': {
    title: 'Aquí no hay reparto: es de quien reserva primero.',
    detail: 'Resérvala.',
  },
  'wish-twice': { title: 'Ya tienes esta preferencia.', detail: 'No hay nada que hacer.' },
  'wish-unknown': {
    title: 'No tienes ninguna preferencia con este id.',
    detail: 'Mira entre las tuyas.',
  },
  'calendar-unknown': {
    title: 'En esta dirección no hay ningún calendario.',
    detail: 'Crea una nueva en tu página; las antiguas dejan de valer.',
  },
};

export const refusals: Readonly<Record<string, Refusal>> = {
  ...ofPeople,
  ...ofMachines,
  ...moneyRefusals,
  ...neighbourRefusals,
};
