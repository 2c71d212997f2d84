const encoder = new TextEncoder();

/** Encodes one server-sent event (HTML Living Standard, section 9.2). */
export function eventStreamMessage(message: { event?: string; id?: number; data: unknown }): Uint8Array {
  const lines = [
    ...(message.event ? [`event: ${message.event}`] : []),
    ...(message.id === undefined ? [] : [`id: ${message.id}`]),
    `data: ${JSON.stringify(message.data)}`,
  ];
  return encoder.encode(`${lines.join("\n")}\n\n`);
}

/** Keeps an idle connection open: a comment for proxies, and an event by which the page sees that the connection works. */
export const HEARTBEAT: Uint8Array = encoder.encode(": here\n\nevent: here\ndata: 1\n\n");

/** Response headers of a stream: no buffering, compression or caching on the way. */
export const EVENT_STREAM_HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
} as const;

/** Parses a Last-Event-ID header, to resume a stream; null to start now. */
export function lastEventId(value: string | null): number | null {
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : null;
}
