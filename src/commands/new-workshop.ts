// The text of a new `officina.yaml`: one machine that runs at once, and beside it, as comments, what else there is.
// Every device gets a password of its own.

type NewWorkshop = {
  /** IANA time zone of this computer. */
  readonly timezone: string;
  readonly makePassword: () => string;
};

export const newWorkshop = ({ timezone, makePassword }: NewWorkshop): string => `\
# The workshop. Ids (laser, front, …) are lower-case letters, digits and hyphens; never use one again for another thing.
# "officina check" says whether this file is right. It holds passwords: keep it readable by its owner only.

space:
  name: Officina
  timezone: ${timezone}
  currency: EUR          # ISO 4217
  locale: en             # the language of what members read: en, it, es, ro, de or fr

# Where it listens. 127.0.0.1 instead of 0.0.0.0 admits this computer only.
http: { host: 0.0.0.0, port: 8080 }
mqtt: { host: 0.0.0.0, port: 1883 }
# For HTTPS, and for devices over TLS beside (port 8883), write into the braces: tls: { cert: CERT.pem, key: KEY.pem }

# For how many days refused taps and readings are kept; sessions and what they cost are kept for ever.
# retention: { tapsDays: 90, readingsDays: 400 }

machines:
  laser:
    name: Laser
    pool: lasers         # machines of one pool can stand in for each other
    link: { kind: none } # how we hear the controller; instead of none:
    # link: { kind: serial, path: /dev/ttyUSB0, profile: grbl-1.1 }
    # link: { kind: tcp, host: 192.168.1.20, port: 23, profile: grbl-1.1 }
    # link: { kind: mqtt, password: "\${LASER_PASSWORD}" }   # from the environment; or password_file: PATH
    reader: front
    switch: laser-plug
    requires: [laser-basic]
    # leaseS: 60         # the switch goes dark this many seconds after the last word from the gateway
    # jobLeaseS: 900     # the same while a job runs, for a machine that must not be cut in the middle
    # coolBelowC: 50     # a hot end: power stays on after the end until it is cooler than this
    # chart: spindle.speed

# A reader signs in by MQTT as "reader-front", a switch as "switch-laser-plug", each with its password.
readers:
  front: { kind: native, password: "${makePassword()}" }

switches:
  laser-plug: { kind: native, password: "${makePassword()}" }
  # A controller with an enable of its own harms less than a plug, and needs no device:
  # laser-plug: { kind: controller, machine: laser }   # over MQTT; other links: see manual/machines.md

# Prices per hour of a clock: loaded (held), powered, working or operating (a job runs).
tariffs: []
#  - { pool: lasers, from: 2026-01-01, perHour: "12.00", clock: operating }
`;
