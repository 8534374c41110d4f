// Spanish for how one signs in, with what and where.

import type { account as accountEn } from '../en/account.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const account: typeof accountEn = {
  withPasskey: 'Entrar con una llave de acceso',
  withProvider: icu('Entrar con {label}'),
  elsewhere: 'Las llaves de acceso valen en otra dirección:',
  passkeys: 'Llaves de acceso',
  passkeysSaid:
    'Una llave de acceso abre esta página con tu dedo, tu cara o una llave en lugar de una contraseña. No se puede adivinar ni robar con una página falsa.',
  noPasskeys: 'Aún no tienes ninguna.',
  noAddress:
    'Necesitan HTTPS y un nombre para esta pasarela. Un administrador ve lo que falta en Configuración.',
  unsupported: 'Este navegador no conoce las llaves de acceso. Prueba otro.',
  stale: 'Para añadir una, antes sal y vuelve a entrar: cambia cómo entras.',
  added: icu('Añadida: {time}.'),
  lastUsed: icu('Último uso: {time}.'),
  neverUsed: 'Sin usar todavía.',
  name: '¿Cómo la llamas?',
  nameExample: 'Mi teléfono',
  add: 'Añadir una llave de acceso',
  adding: 'Esperándote …',
  remove: 'Quitar',
  removeOf: icu('Quitar la llave de acceso {name}'),
  removeAsk: 'Ya no sirve para entrar. Donde se entró con ella, se sale. Bórrala también de tu dispositivo.',
  removeKeep: 'Conservarla',
  removeConfirm: 'Quitarla',
  removing: 'Quitando …',
  places: 'Dónde has entrado',
  placesSaid: 'Se sale solo a las doce horas, y cuando la pasarela vuelve a arrancar.',
  here: 'aquí',
  someBrowser: 'Un navegador',
  how: { password: 'Con contraseña', passkey: 'Con llave de acceso', provider: 'Con el servicio de acceso' },
  seen: icu('visto por última vez: {time}'),
  until: icu('termina: {time}'),
  leave: 'Salir allí',
  leaveOf: icu('Salir allí: {browser}'),
  leaveAll: 'Salir en todas partes',
  leaveAllAsk: 'Todos los navegadores en los que has entrado vuelven a la página de entrada, este también.',
  leaveAllKeep: 'Quedarse',
  leaveAllConfirm: 'Salir ahora en todas partes',
  leaving: 'Saliendo …',
  setup: 'Configuración',
  refusals: {
    'passkey-cancelled': {
      title: 'No se ha usado ninguna llave de acceso.',
      detail: 'Cerraste la pregunta, o tardó demasiado. Prueba otra vez, o usa tu contraseña.',
    },
    'passkey-failed': {
      title: 'Este navegador no pudo usar la llave de acceso.',
      detail: 'Prueba otra vez, o usa tu contraseña.',
    },
    'passkey-elsewhere': {
      title: 'Una llave de acceso vale en una sola dirección, y esta es otra.',
      detail: 'Abre la página en la dirección en la que la añadiste.',
    },
    'passkey-unsupported': {
      title: 'Este dispositivo no tiene llaves de acceso del tipo que hace falta.',
      detail: 'Usa otro dispositivo o tu contraseña.',
    },
    'passkey-known': { title: 'Esta llave de acceso ya está.', detail: 'Úsala, o quítala antes.' },
    'passkey-limit': {
      title: 'Tienes diez llaves de acceso, que es lo máximo.',
      detail: 'Quita una que ya no uses.',
    },
    'passkey-none': {
      title: 'Ya no tienes esta llave de acceso.',
      detail: 'Recarga la página para ver las tuyas.',
    },
    'passkey-unknown': {
      title: 'Esta llave de acceso no abre esta página.',
      detail: 'Entra con tu contraseña, o añádela de nuevo en tu página.',
    },
    'passkey-copied': {
      title: 'Esta llave de acceso cuenta hacia atrás, como haría una copia.',
      detail: 'Entra con tu contraseña, quítala en tu página y añádela de nuevo.',
    },
    'passkey-unproven': {
      title: 'Lo que envió el navegador no prueba que tenga esta llave de acceso.',
      detail: 'Prueba otra vez; si sigue igual, mira la dirección: una llave de acceso vale en una sola.',
    },
    'passkeys-away': {
      title: 'La pasarela no conoce ninguna dirección en la que puedan valer las llaves de acceso.',
      detail: 'Pregunta a un administrador: la página Configuración dice qué falta.',
    },
    'sign-in-stale': {
      title: 'Esto cambia cómo entras, y entraste hace más de quince minutos.',
      detail: 'Sal, entra otra vez y repítelo.',
    },
    'place-none': { title: 'Allí ya no estás dentro.', detail: 'No hay nada que hacer.' },
    'provider-none': {
      title: 'No hay ningún servicio de acceso descrito.',
      detail: 'Usa tu contraseña o una llave de acceso.',
    },
    'provider-away': {
      title: 'El servicio de acceso no responde.',
      detail: 'Tu contraseña y tus llaves de acceso valen como siempre. O prueba dentro de un momento.',
    },
    'provider-refused': {
      title: 'El servicio de acceso no te ha dejado entrar.',
      detail: 'Prueba otra vez, o pregunta a quien lo lleva.',
    },
    'provider-answer': {
      title: 'Lo que devolvió el servicio de acceso no prueba nada.',
      detail:
        'Prueba otra vez. Si sigue igual, un administrador encuentra la causa en el registro de la pasarela.',
    },
    'vouched-unknown': {
      title: 'El servicio de acceso te conoce, y este taller no.',
      detail: 'Pide a un responsable que te dé de alta, con el alias que tienes allí.',
    },
    'attempt-over': {
      title: 'Eso tardó más de cinco minutos, o ya se había usado.',
      detail: 'Empieza otra vez.',
    },
  },
};
