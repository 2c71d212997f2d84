import type { ServerResponse } from "node:http";

type Chunk = string | Uint8Array;

/** A response that was held back. */
export interface HeldError {
  status: number;
  contentType: string;
  /** Sends it as it was. */
  release(): void;
  /** Forgets it: another answer can be written. */
  drop(): void;
}

/**
 * Holds back a response with one of some statuses until its end, and then asks what to send instead. Any other response is sent as it is
 * written.
 * @param statuses HTTP statuses to hold
 * @param onError called once, after which the response is `release`d or another is written after `drop`
 * @returns `takeOver` writes another answer immediately, unless one has begun; what the application writes later is ignored
 */
export function holdError(
  response: ServerResponse,
  statuses: readonly number[],
  onError: (held: HeldError) => void,
): { takeOver(answer: () => void): void } {
  const { write, end, writeHead, flushHeaders, on } = response;
  const chunks: Buffer[] = [];
  let holding: boolean | null = null;
  let ignored = false;

  const isHeld = () => {
    holding ??= statuses.includes(response.statusCode);
    return holding;
  };
  /** Also removes the wrappers that the compression of the application has put around them. */
  const restore = () => Object.assign(response, { write, end, writeHead, flushHeaders, on });
  const store = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === "string")
      chunks.push(Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const callback = (...args: unknown[]) =>
    args.find((arg) => typeof arg === "function") as (() => void) | undefined;

  response.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    if (ignored) return response;
    // Compression asks for the headers before each write.
    if (holding || (holding === null && statuses.includes(status))) {
      response.statusCode = status;
      holding = true;
      const headers = rest.find((arg) => typeof arg === "object" && arg !== null) as
        | Record<string, string>
        | undefined;
      for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
      return response;
    }
    holding ??= false;
    return Reflect.apply(writeHead, response, [status, ...rest]);
  } as typeof writeHead;
  response.flushHeaders = () => {
    if (!ignored && !isHeld()) flushHeaders.call(response);
  };
  response.write = function (this: ServerResponse, chunk: Chunk, ...rest: unknown[]) {
    if (ignored) return true;
    if (!isHeld()) return Reflect.apply(write, response, [chunk, ...rest]);
    store(chunk, rest[0]);
    const done = callback(...rest);
    if (done) queueMicrotask(done);
    return true;
  } as typeof write;
  response.end = function (this: ServerResponse, ...args: unknown[]) {
    if (ignored) return response;
    if (!isHeld()) return Reflect.apply(end, response, args);
    if (typeof args[0] !== "function") store(args[0], args[1]);
    const done = callback(...args);
    if (done) response.once("finish", done);
    restore();
    const body = Buffer.concat(chunks);
    onError({
      status: response.statusCode,
      contentType: String(response.getHeader("content-type") ?? ""),
      release: () => {
        if (!response.headersSent) end.call(response, body as never, undefined as never);
      },
      drop: () => {
        for (const name of response.getHeaderNames()) if (name !== "connection") response.removeHeader(name);
        response.statusCode = 200;
      },
    });
    return response;
  } as typeof end;
  return {
    takeOver(answer) {
      if (response.headersSent || response.writableEnded) return;
      ignored = true;
      restore();
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      answer();
      const nothing = () => response;
      Object.assign(response, {
        write: () => true,
        end: nothing,
        writeHead: nothing,
        flushHeaders: nothing,
        setHeader: nothing,
        appendHeader: nothing,
        removeHeader: nothing,
      });
    },
  };
}
