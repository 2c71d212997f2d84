import type { Server } from "node:http";
import { Server as Listener } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/**
 * How long connections without a request stay open: a request may be on its way on them. Its answer says that the connection closes.
 */
const IDLE_GRACE_MS = 500;
/** How often connections that have become idle are closed. */
const CLOSE_IDLE_EVERY_MS = 50;

/**
 * Stops accepting connections, waits until the open requests are answered, and closes their connections as they become idle. What is still
 * open after the limit is cut off.
 * @param limit milliseconds
 * @returns whether every request was answered
 */
export async function drain(server: Server, limit: number): Promise<boolean> {
  let closed = false;
  const end = new Promise<void>((resolve) =>
    // Not server.close(), which closes connections on which a request may be on its way.
    Listener.prototype.close.call(server, () => {
      closed = true;
      resolve();
    }),
  );
  const began = Date.now();
  while (!closed && Date.now() - began < limit) {
    if (Date.now() - began >= IDLE_GRACE_MS) server.closeIdleConnections();
    await Promise.race([end, pause(CLOSE_IDLE_EVERY_MS)]);
  }
  if (closed) return true;
  server.closeAllConnections();
  await end;
  return false;
}
