// Where this computer itself finds what listens on a host.

export const hostHere = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host);
