// Spanish for what a steward should know, by code.

import type { notices as noticesEn } from '../en/notices.ts';
import { icuIn } from '../icu.ts';
import { webhookNotices } from './webhook-notices.ts';

const icu = icuIn('es');

export const notices: typeof noticesEn = {
  'journal-full': icu(
    'El disco del diario está lleno: se rechazan las credenciales, las máquinas en marcha siguen. Haz sitio en el disco.',
  ),
  'journal-behind': icu(
    'El diario no pudo escribir: se rechazan las credenciales hasta que pueda. Mira el disco y el registro.',
  ),
  'journal-broken': icu(
    'El diario no puede escribir: se rechazan las credenciales, las máquinas en marcha siguen. Mira el disco y el registro.',
  ),
  'clock-unset': icu(
    'El reloj de la pasarela no está en hora, así que no se pueden comprobar los certificados con fecha de fin. Conéctala a un servidor de hora; después sigue sola.',
  ),
  'influx-behind': icu(
    'InfluxDB lleva más de un minuto de retraso: lo que allí se dibuja o se suma es antiguo. No se pierde nada y las máquinas siguen. Arráncalo, o mira su disco y el registro.',
  ),
  'tls-expires': icu(
    'El certificado para navegadores o dispositivos caduca en menos de 14 días o está fuera de sus fechas; entonces lo rechazan. Renuévalo; el registro dice el archivo y el día.',
  ),
  'tls-not-renewed': icu(
    'Los archivos de un certificado cambiaron y no se pueden usar, así que sigue en uso el anterior. El registro dice qué les pasa.',
  ),
  'switch-unsafe': icu(
    '{more, plural, =0 {{device} puede dar corriente mientras falta la pasarela, porque su {setting} es {value}. Arréglalo en la página Dispositivos.} other {{device} puede dar corriente mientras falta la pasarela, porque su {setting} es {value}; y quizá otros. Arréglalo en la página Dispositivos.}}',
  ),
  'command-retained': icu(
    '{client} envió una orden de conmutar que se guarda para después (topic {topic}); no se transmitió. Desactiva lo que la hace retenida, y averigua de quién era la orden.',
  ),
  'meter-start-kept': icu(
    'Las horas con que empezó un contador se cambiaron en officina.yaml ({machines}); cuentan las primeras. Vuelve a ponerlas, o anota en el historial una pieza cambiada.',
  ),
  'policy-not-in-file': icu(
    'Los miembros decidieron otra cosa que lo que officina.yaml dice en "policy:". Vale lo que decidieron, y nada se rompe si el archivo queda como está. Para que diga lo mismo: {lines}.',
  ),
  'budget-nearly-spent': icu(
    'Los presupuestos de {codes} están gastados en cuatro quintas partes o más. Avisa a quien responde de los proyectos.',
  ),
  'budget-spent': icu(
    'Los presupuestos de {codes} están gastados: lo que se use para ellos desde ahora lo deben los proyectos. Otros mayores se ponen en "costCodes:" de officina.yaml.',
  ),
  ...webhookNotices,
};
