// Everything that the broker turns away, in one vocabulary: each refusal is counted, and logged at most once per ten
// seconds and reason, so that an attacker cannot fill the log.

import type { Clock, Log, Meters } from '../../gateway/ports.ts';

/** Why something was turned away. The words are labels of `mqtt_refused_total`. */
export type RefusalReason =
  // at the door
  | 'connections-full'
  | 'address-full'
  | 'connect-late'
  | 'connect-missing'
  | 'protocol-version'
  | 'packet-too-large'
  | 'packet-malformed'
  | 'packet-unexpected'
  | 'packet-rate'
  | 'client-id'
  | 'topic-malformed'
  | 'will-malformed'
  | 'not-reading'
  // once it is known who speaks
  | 'credentials'
  | 'pairing-refused'
  | 'certificate-name'
  | 'certificate-missing'
  | 'will-forbidden'
  | 'publish-forbidden'
  | 'subscribe-forbidden'
  | 'subscriptions-full'
  | 'retained'
  | 'command-forbidden'
  | 'command-retained'
  | 'revoked'
  // what a device says
  | 'payload-too-large'
  | 'payload-malformed'
  | 'taps-in-flight'
  | 'tap-not-recorded'
  | 'answers-in-flight';

export type Refusals = {
  refuse(reason: RefusalReason, who: Who): void;
  /** What stock firmware does by itself and is not meant for us: only counted, in `mqtt_ignored_total`. */
  ignore(what: 'publish' | 'subscribe'): void;
};

/** Client id once known, address before; never a password or a badge. */
type Who = { readonly address?: string; readonly client?: string };

const quietMs = 10_000;

export function createRefusals(ports: { clock: Clock; log: Log; meters: Meters }): Refusals {
  // Bounded by the number of reasons.
  const said = new Map<RefusalReason, { atMs: number; unsaid: number }>();
  return {
    ignore: (what) => ports.meters.count('mqtt_ignored_total', { what }),
    refuse(reason, who) {
      ports.meters.count('mqtt_refused_total', { reason });
      const nowMs = ports.clock.monoMs();
      const last = said.get(reason);
      if (last && nowMs - last.atMs < quietMs) {
        last.unsaid++;
        return;
      }
      said.set(reason, { atMs: nowMs, unsaid: 0 });
      ports.log.warn({ reason, ...who, unsaid: last?.unsaid ?? 0 }, sentences[reason]);
    },
  };
}

const sentences: Readonly<Record<RefusalReason, string>> = {
  'connections-full': 'MQTT connection refused: too many connections; raise the limit or find who opens them',
  'address-full': 'MQTT connection refused: too many from this address; look at what runs there',
  'connect-late': 'MQTT connection closed: no complete CONNECT in time; check the device or its network',
  'connect-missing':
    'MQTT connection closed: the first packet was no CONNECT; this port speaks MQTT 3.1.1 only',
  'protocol-version': 'MQTT connection refused: not version 3.1.1; set the device to MQTT 3.1.1',
  'packet-too-large':
    'MQTT connection closed: a packet larger than allowed was announced; shorten its messages',
  'packet-malformed': 'MQTT connection closed: a packet breaks MQTT 3.1.1; update the firmware of the device',
  'packet-unexpected': 'MQTT connection closed: a packet that a client must not send; update its firmware',
  'packet-rate': 'MQTT connection closed: too many packets per second; let the device report less often',
  'client-id':
    'MQTT connection refused: client id empty or with unsafe characters; use kind and id, as reader-front',
  'topic-malformed':
    'MQTT connection closed: a topic is too long, too deep or holds unsafe characters; correct it',
  'will-malformed':
    'MQTT connection refused: its will is not a plain topic at QoS 0 to 2; correct or remove the will',
  'not-reading':
    'MQTT connection closed: the client does not read what it is sent; check the device or its network',
  credentials: 'MQTT sign-in refused: unknown device or wrong password; compare with officina.yaml',
  'pairing-refused':
    'MQTT pairing refused: no such code is open, or too many wrong ones came from there; wait a minute or make a new code',
  'certificate-name':
    'MQTT sign-in refused: the certificate names another device than the client id; issue one with that id as common name',
  'certificate-missing':
    'MQTT sign-in refused: the device showed no certificate, and mqtt.tls wants one of each; give it one of clientCa',
  'will-forbidden':
    'MQTT sign-in refused: the will names a topic that this device may not publish; correct it',
  'publish-forbidden':
    'MQTT connection closed: this device may not publish there; see the topics in the README',
  'subscribe-forbidden':
    'MQTT subscription refused: this device may not hear that; see the topics in the README',
  'subscriptions-full':
    'MQTT subscription refused: too many for one client; subscribe with a wildcard instead',
  retained: 'MQTT message dropped: devices must not retain; clear the retain flag on the device',
  'command-forbidden':
    'MQTT message dropped: a device published where devices take orders, so somebody tries to switch; look at what signs in as this client',
  'command-retained':
    'MQTT message dropped: a device sent an order with the retain flag, which a broker that keeps it gives again at each start of the relay; turn the flag off',
  revoked:
    'MQTT connection closed: the device is no longer described, or has another password; check officina.yaml',
  'payload-too-large': 'Device message dropped: too long; shorten it',
  'payload-malformed': 'Device message dropped: not the JSON of its topic; see the topics in the README',
  'taps-in-flight': 'Tap refused: too many wait for the journal; look at the disk of the gateway',
  'tap-not-recorded': 'Tap refused: the journal could not record it; look at the disk of the gateway',
  'answers-in-flight': 'Answer withheld: the reader acknowledges nothing; check the reader',
};
