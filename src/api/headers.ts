// Security headers of every answer. The content policy allows only what this gateway itself serves; no inline style,
// no inline script, no frame around it.

/** For pages and answers alike. */
const contentPolicy =
  "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

/** Swagger UI has its small images inline; this is for /api/docs alone. */
export const docsContentPolicy = `${contentPolicy}; img-src 'self' data:`;

/**
 * For thirty days browsers then ask for nothing of this host name without TLS, whatever the port (RFC 6797, 8.3). Hosts
 * below it are left alone: they may be other computers.
 */
const transportPolicy = `max-age=${30 * 86_400}`;

/** What no page here uses is off, also for whatever would be slipped in; passkeys are for our own pages alone. */
const permissionsPolicy = [
  ...(['publickey-credentials-get=(self)', 'publickey-credentials-create=(self)'] as const),
  ...(['camera=(self)', 'microphone=()', 'geolocation=()', 'payment=()', 'usb=()', 'serial=()'] as const),
  ...(['bluetooth=()', 'hid=()', 'midi=()', 'display-capture=()', 'browsing-topics=()'] as const),
].join(', ');

export const securityHeaders = ({ hsts }: { readonly hsts: boolean }): Readonly<Record<string, string>> => ({
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': permissionsPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  ...(hsts && { 'strict-transport-security': transportPolicy }),
});
