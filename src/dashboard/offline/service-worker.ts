// Keeps the pages of this version on the device, so that they open while the gateway is away. Nothing of the API is ever kept
// or answered here, and a page is asked of the gateway first: an old one is shown only when there is no other.

/** Filled in by the build: the version, then every file of the pages. */
const [version = '', ...files] = '__SHELL__'.split('|');

type Lasting = Event & { waitUntil(until: Promise<unknown>): void };
type Asked = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type ShellKeeper = {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
};

const worker = self as unknown as ShellKeeper;
const prefix = 'officina-shell-';
/** This version and the one before, whose pages may still be open and fetch their other parts. */
const keptVersions = 2;
/** Then the gateway counts as away; its pages come within milliseconds. */
const patienceMs = 3_000;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (mode === 'navigate') {
    if (pathname === '/') event.respondWith(page(event.request));
    return;
  }
  if (pathname.startsWith('/assets/')) event.respondWith(asset(event.request));
  else if (files.includes(pathname)) event.respondWith(page(event.request));
});

/** All or nothing: a version of which a part is missing is not installed. What the last one has is not fetched again. */
async function install(): Promise<void> {
  const cache = await caches.open(prefix + version);
  for (const file of files) {
    const known = file.startsWith('/assets/') ? await caches.match(file) : undefined;
    const answer = known ?? (await fetch(file, { cache: 'no-cache' }));
    if (!answer.ok) throw new Error(`${file} answered ${answer.status}`);
    await cache.put(file, answer);
  }
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  const own = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const others = own.filter((name) => name !== prefix + version);
  for (const name of others.slice(0, Math.max(0, others.length - (keptVersions - 1))))
    await caches.delete(name);
  await worker.clients.claim();
}

/** From the gateway; what is kept of this version only where it is away, or something else answers in its place. */
async function page(request: Request): Promise<Response> {
  const kept = () =>
    caches.open(prefix + version).then((cache) => cache.match(new URL(request.url).pathname));
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
    return answer.status < 500 ? answer : ((await kept()) ?? answer);
  } catch (cause) {
    const answer = await kept();
    if (answer === undefined) throw cause;
    return answer;
  }
}

/** Its name has the hash of its content, so what is kept is right. */
const asset = async (request: Request): Promise<Response> => (await caches.match(request)) ?? fetch(request);
