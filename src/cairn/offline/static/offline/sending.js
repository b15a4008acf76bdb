// What waits goes to the server, piece by piece; a piece is forgotten here only once it stands there.
import * as device from "./device.js";
import * as server from "./server.js";

// A person has to look at these first; sending them again as they are would bring the same answer.
const DECIDE = new Set(["conflict", "full", "different", "unfinished", "refused", "gone", "person", "malformed"]);
let running = null;

export const needsYou = (piece) => DECIDE.has(piece.problem?.problem);

// One at a time, however often it is called. Tells how many arrived, and why it stopped: "", "network" or "signedOut".
export function sendAll({ again = false } = {}) {
  running ??= _sendAll(again).finally(() => {
    running = null;
  });
  return running;
}

// While something is on its way it is not changed here, so that what was changed is never forgotten with what arrived.
export const settled = async () => running;

async function _sendAll(again) {
  let arrived = 0;
  for (const piece of await device.queue()) {
    if (needsYou(piece) && !again) continue;
    try {
      const answer = await server.send(piece);
      if (answer.arrived) {
        await device.dequeue(piece.uuid);
        arrived += 1;
      } else if (device.isOpen()) {
        await device.enqueue({ ...piece, problem: answer.problem });
      }
    } catch (fault) {
      return { arrived, stopped: reason(fault) };
    }
  }
  return { arrived, stopped: "" };
}

function reason(fault) {
  if (fault instanceof server.SignedOut) return "signedOut";
  if (fault instanceof server.NoNetwork) return "network";
  throw fault;
}

// Takes along what is new; never over what somebody else has still to send.
export async function refresh() {
  try {
    const pack = await server.fetchPack();
    if (!device.isOpen()) return "";
    const former = await device.pack();
    if (former && former.person !== pack.person && (await device.unsent())) return "person";
    await device.keepPack(pack);
    return "";
  } catch (fault) {
    return reason(fault);
  }
}
