import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

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
    server.close(() => {
      closed = true;
      resolve();
    }),
  );
  for (const until = Date.now() + limit; !closed && Date.now() < until; ) {
    server.closeIdleConnections();
    await Promise.race([end, pause(CLOSE_IDLE_EVERY_MS)]);
  }
  if (closed) return true;
  server.closeAllConnections();
  await end;
  return false;
}
