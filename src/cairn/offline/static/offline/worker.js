// Keeps the page itself for when there is no network: its scripts, its looks, its one address. Never anything that tells of people.
// VERSION, PAGE and SHELL stand before this text; the server writes them.
const CACHE = `field-${VERSION}`;
const PATIENCE = 4000;

async function fill() {
  const cache = await caches.open(CACHE);
  for (const address of [PAGE, ...SHELL]) {
    const answer = await fetch(address, { cache: "reload" });
    if (!answer.ok || answer.redirected) throw new Error(address);
    await cache.put(address, answer);
  }
}

async function tidy() {
  const old = (await caches.keys()).filter((name) => name.startsWith("field-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

// The newest page where the network is quick and somebody is signed in; else the one that was kept.
async function page(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok || answer.redirected) throw new Error("not the page");
    await cache.put(PAGE, answer.clone());
    return answer;
  } catch {
    return (await cache.match(PAGE)) ?? fetch(request);
  }
}

const part = async (request) => (await (await caches.open(CACHE)).match(request)) ?? fetch(request);

self.addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname === PAGE) event.respondWith(page(event.request));
  else if (SHELL.includes(pathname)) event.respondWith(part(event.request));
});
