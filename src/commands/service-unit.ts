// The text of the systemd unit. The gateway may write its data folder and open serial ports, and little else.

type ServiceUnit = {
  readonly node: string;
  /** Where the program stands. */
  readonly folder: string;
  readonly configFile: string;
  /** `NAME=value` lines; may be absent. */
  readonly secretsFile: string;
  readonly dataDir: string;
  readonly user: string;
};

/** Whether a path can stand in a unit: absolute, on one line, without marks that quoting cannot carry. */
export const isUnitPath = (path: string): boolean => /^\/[^\p{Cc}"\\]*$/u.test(path);

export const serviceUnit = (unit: ServiceUnit): string => `\
# The gateway of a workshop, as "officina service" wrote it. Write it anew after moving the installation.

[Unit]
Description=Officina, the gateway of the workshop
Wants=network-online.target
After=network-online.target time-sync.target
# It is started again for as long as it takes: a workshop has nobody who would come to reset a counter.
StartLimitIntervalSec=0

[Service]
Type=notify
# The messages come from systemd-notify, a child of the gateway.
NotifyAccess=all
ExecStart=${commandWord(unit.node)} --max-semi-space-size=1 ${commandWord(`${unit.folder}/src/officina.ts`)} run
# Reads renewed certificates and officina.yaml again.
ExecReload=/bin/kill -HUP $MAINPID
WorkingDirectory=${specifiers(unit.folder)}
User=${unit.user}
${assignment('OFFICINA_CONFIG', unit.configFile)}
${assignment('OFFICINA_DATA', unit.dataDir)}
Environment=MALLOC_ARENA_MAX=1
# What was compiled is kept here, so that the next start is quick.
CacheDirectory=officina
Environment=NODE_COMPILE_CACHE=%C/officina
# Secrets for \${NAME} in officina.yaml, one NAME=value per line; may be absent.
EnvironmentFile=-${specifiers(unit.secretsFile)}

# A sign of life comes every quarter of this, and only after a tap came through from the port to the disk.
WatchdogSec=60
Restart=on-failure
RestartSec=5
RestartPreventExitStatus=2
TimeoutStartSec=300
TimeoutStopSec=30
# The signal to stop is for the gateway alone, which then still has something to tell.
KillMode=mixed

ReadWritePaths=${pathWord(unit.dataDir)}
ProtectSystem=strict
ProtectHome=read-only
PrivateTmp=yes
UMask=0077
NoNewPrivileges=yes
# For a port below 1024, should officina.yaml ask for one.
CapabilityBoundingSet=CAP_NET_BIND_SERVICE
AmbientCapabilities=CAP_NET_BIND_SERVICE
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
# A core would hold what is secret.
LimitCORE=0

# Serial ports, also those that are plugged in later: by their numbers, USB (188, 166), built in (4, 204); and USB readers that type
# (13), of which its group decides which ones.
SupplementaryGroups=dialout
DevicePolicy=closed
DeviceAllow=char-188 rw
DeviceAllow=char-166 rw
DeviceAllow=char-4 rw
DeviceAllow=char-204 rw
DeviceAllow=char-13 r

[Install]
WantedBy=multi-user.target
`;

/** systemd expands `%` in most values. */
const specifiers = (text: string): string => text.replaceAll('%', '%%');

/** In quotes, as a path may hold blanks. */
const pathWord = (path: string): string => `"${specifiers(path)}"`;

/** On a command line `$` is expanded too. */
const commandWord = (path: string): string => pathWord(path).replaceAll('$', '$$$$');

const assignment = (name: string, value: string): string => `Environment="${name}=${specifiers(value)}"`;
