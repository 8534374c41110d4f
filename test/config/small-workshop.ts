// The smallest useful file, as the contract shows it.

export const smallWorkshop = `\
space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: it }
influx: { url: http://127.0.0.1:8086, database: officina }
machines:
  laser:
    name: Laser
    pool: lasers
    link: { kind: serial, path: /dev/ttyUSB0, profile: grbl-1.1 }
    reader: front
    switch: laser-plug
    requires: [laser-basic]
readers:
  front: { kind: native, password: change-me }
switches:
  laser-plug: { kind: native, password: change-me }
`;
