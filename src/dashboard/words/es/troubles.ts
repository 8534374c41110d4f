// What is wrong with the link to a machine, in Spanish; every code of `domain/machine/trouble.ts` has its sentence.

import type { troubles as troublesEn } from '../en/troubles.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const troubles: typeof troublesEn = {
  'host-unknown': icu('Aquí no se conoce el nombre de su servidor. Corrige su dirección en officina.yaml.'),
  'host-refused': icu('Su ordenador está ahí, pero su servidor no funciona. Arranca el servidor.'),
  'host-unreachable': icu('Su ordenador no responde. Comprueba que está encendido y en la red.'),
  'server-silent': icu('Su servidor no dice nada. Mira su pantalla; arráncalo otra vez si está atascado.'),
  'link-lost': icu('La conexión se ha cortado. Lo intentamos hasta que vuelva.'),
  'link-broken': icu('Ha fallado la parte nuestra que habla con ella, y arranca otra vez.'),
  'controller-away': icu(
    '{state, select, none {Su servidor responde, pero el controlador que hay detrás no. Enciende la máquina, o mira su pantalla.} other {Su servidor responde, pero el controlador que hay detrás no ({state}). Enciende la máquina, o mira su pantalla.}}',
  ),
  'wrong-device': icu('En su dirección hay otro dispositivo: {found}. Corrige su conexión en officina.yaml.'),
  'no-free-session': icu(
    'No admite más programas. Cierra alguno que la observe; lo intentamos hasta que uno se vaya.',
  ),
  'answer-unfit': icu(
    'Responde de un modo que no entendemos. Comprueba que el tipo de su conexión es correcto, y su versión.',
  ),
  'security-missing': icu(
    'Su servidor no ofrece una conexión protegida como pide el archivo ({wanted}), solo: {offered}. Actívala en el servidor, o escribe en officina.yaml qué aceptas como security.',
  ),
  'certificate-unknown': icu(
    '{sha1, select, none {Nadie ha dado aún su certificado por fiable: SHA-256 {sha256}. Si estás seguro de que lo muestra esta máquina, escríbelo como fingerprint en su conexión en officina.yaml.} other {Nadie ha dado aún su servidor por fiable. Compara la huella con la que muestra él mismo: SHA-1 {sha1}, SHA-256 {sha256}. Si son iguales, ejecuta: npx officina trust {sha1}}}',
  ),
  'certificate-expired': icu('El certificado de su servidor terminó: {since}. Renuévalo en la máquina.'),
  'certificate-early': icu(
    'El certificado de su servidor solo vale desde: {from}. Hay un reloj mal: pon en hora el de la máquina, o el de la pasarela.',
  ),
  'certificate-unfit': icu(
    'El certificado de su servidor no se puede usar. Crea allí uno nuevo, RSA con 2048 bits o más.',
  ),
  'gateway-untrusted': icu(
    'Su servidor no acepta esta pasarela. Da allí nuestro certificado por fiable: SHA-1 {sha1}.',
  ),
  'sign-in-refused': icu(
    'Su servidor no nos deja entrar. Corrige en officina.yaml la clave, o el nombre de usuario y la contraseña, o permite allí leer sin nombre.',
  ),
  'not-machinery': icu('Su servidor no habla OPC UA for Machinery. Actívalo, o conéctala de otro modo.'),
  'machine-missing': icu(
    '{wanted, select, none {Su servidor no muestra ninguna máquina. Configura una allí.} other {Su servidor no muestra ninguna máquina «{wanted}». Escribe una de estas en officina.yaml: {found}.}}',
  ),
  'machine-ambiguous': icu('Su servidor muestra varias máquinas. Escribe en officina.yaml cuál es: {found}.'),
  'state-missing': icu(
    'Su servidor no dice su estado (OPC UA: MachineryItemState; MTConnect: EXECUTION). Actívalo allí.',
  ),
  'nodes-missing': icu('Su servidor no dice: {nodes}. Busca allí los nodos y corrígelos en officina.yaml.'),
  'certificate-ending': icu(
    'El certificado de su servidor termina: {on}, dentro de {days} días. Renuévalo en la máquina.',
  ),
  'clock-off': icu(
    '{way, select, ahead {El reloj de su controlador va {minutes} minutos adelantado. Ponlo en hora; sus horas no se usan aquí.} other {El reloj de su controlador va {minutes} minutos atrasado. Ponlo en hora; sus horas no se usan aquí.}}',
  ),
  unprotected: icu(
    'Su conexión no está protegida: lo que comunica se puede leer y cambiar por el camino. Activa la protección en el servidor.',
  ),
  'read-only': icu(
    'Solo la leemos: el fin del acceso no puede acabar su trabajo, así que deben hacerlo su interruptor y las personas.',
  ),
  'orders-locked': icu(
    'Su firmware solo acepta órdenes de los programas de su fabricante, así que solo la leemos. Activa su modo de desarrollo para cambiarlo.',
  ),
  'readings-lost': icu('Dijo más de lo que pudimos oír; faltan {count} valores y son un hueco.'),
  'host-letters': icu(
    'Su ordenador ha enviado {count} bytes que no son letras simples; se quitaron, porque el controlador los toma por órdenes. Escribe los comentarios sin tildes ni eñes.',
  ),
  'controller-warns': icu(
    'Advierte ({severity}): {what}. Su pantalla, y la lista de su fabricante, dicen más: {warning}.',
  ),
};
