// Spanish for what is missing so that browsers trust the gateway.

import type { setup as setupEn } from '../en/setup.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const setup: typeof setupEn = {
  said: 'Lo que piden los navegadores antes de ofrecer llaves de acceso, instalar la página o traer avisos.',
  refused: 'Esta página es para administradores.',
  address: 'Dirección de esta pasarela',
  from: {
    file: 'Está en officina.yaml.',
    certificate: 'Es el primer nombre del certificado.',
    local: 'Solo llega este mismo ordenador.',
    none: 'La pasarela aún no conoce ninguna dirección propia.',
  },
  openedElsewhere: icu('Has abierto esta página como {opened}. Lo que sigue solo vale en'),
  notSecure: 'Este navegador no se fía de la conexión que usas ahora.',
  parts: 'Qué funciona allí',
  part: { passkeys: 'Llaves de acceso', install: 'Instalar la página', push: 'Avisos push' },
  partSaid: {
    passkeys: 'Entrar con el dedo, la cara o una llave.',
    install: 'La página como aplicación en teléfonos y pantallas.',
    push: 'Avisos con la página cerrada. Necesitan además una salida a internet.',
  },
  ready: 'listo',
  readyHere: 'solo en este ordenador',
  notReady: 'todavía no',
  missing: 'Qué falta',
  lacks: {
    https: 'HTTPS. Los navegadores solo ofrecen esto en una conexión que nadie puede escuchar.',
    name: 'Un nombre. Las llaves de acceso van unidas a un nombre de equipo; una dirección de números no lo es.',
    certificate:
      'Un certificado de un emisor que los navegadores conozcan. Este se emitió a sí mismo, así que avisan.',
    local:
      'Una dirección a la que lleguen otros ordenadores y teléfonos. Aquí solo entra este mismo ordenador.',
  },
  lines: 'Añade estas líneas a officina.yaml, con tu nombre y tus archivos:',
  restart: 'Valen desde el próximo arranque de la pasarela.',
  provider: 'Servicio de acceso',
  hasProvider: icu('Los miembros pueden entrar con {label}, además de con su contraseña.'),
  noProvider:
    'No hay ninguno descrito. Con uno, los miembros entran con la cuenta que tienen en otra parte (OpenID Connect); las contraseñas siguen.',
  providerLines: 'Para tener uno, añade estas líneas a officina.yaml:',
  back: 'El camino de vuelta, que hay que indicar al servicio:',
};
