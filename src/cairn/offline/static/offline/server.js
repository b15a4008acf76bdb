// The way to the server: fetching what is taken along, and sending what was written. Nothing of it is cached.
const HOME = document.documentElement.dataset;

export class NoNetwork extends Error {}
export class SignedOut extends Error {}

async function ask(address, more = {}) {
  let answer;
  try {
    answer = await fetch(address, { credentials: "same-origin", redirect: "manual", cache: "no-store", ...more });
  } catch {
    throw new NoNetwork();
  }
  if (answer.type === "opaqueredirect") throw new SignedOut();
  const told = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : null;
  if (told) return { status: answer.status, told };
  // A page instead of an answer: a key against forgery that is too old, or a server that is not well.
  throw answer.status === 403 ? new SignedOut() : new NoNetwork();
}

export const fetchPack = async () => (await ask(HOME.pack)).told;

const token = () => /(?:^|;\s*)csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? "";

// True once it stands on the server; else what the server says against it.
export async function send({ uuid, person, kind, payload }) {
  const { status, told } = await ask(HOME.send, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
    body: JSON.stringify({ sent: { uuid, person, kind, payload } }),
  });
  return status === 200 && told.arrived === uuid ? { arrived: true } : { arrived: false, problem: told };
}
