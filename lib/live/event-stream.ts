const encoder = new TextEncoder();

/** One message of a stream of server-sent events (HTML Living Standard, section 9.2). */
export function eventStreamMessage(message: { event?: string; id?: number; data: unknown }): Uint8Array {
  const lines = [
    ...(message.event ? [`event: ${message.event}`] : []),
    ...(message.id === undefined ? [] : [`id: ${message.id}`]),
    `data: ${JSON.stringify(message.data)}`,
  ];
  return encoder.encode(`${lines.join("\n")}\n\n`);
}

/** What keeps a silent connection open: a comment, and an event by which a page sees that the connection lives. */
export const HEARTBEAT: Uint8Array = encoder.encode(": here\n\nevent: here\ndata: 1\n\n");

/** How a stream is sent: nothing on the way keeps it back, packs it or stores it. */
export const EVENT_STREAM_HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
} as const;

/** The event that a stream is to be taken up after, as a browser sends it; null where it begins now. */
export function lastEventId(value: string | null): number | null {
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : null;
}
