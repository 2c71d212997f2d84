import type { ServerResponse } from "node:http";

type Chunk = string | Uint8Array;

/**
 * Holds back a response with status 500 until its end, and asks then what to send: it may have failed because the database does not answer,
 * which is a 503. Any other response is sent as it is written.
 * @param onError called once with what sends the response as it was; send another answer instead, or call it
 */
export function holdServerError(response: ServerResponse, onError: (sendAsItWas: () => void) => void): void {
  const { write, end, writeHead, flushHeaders } = response;
  const chunks: Buffer[] = [];
  let holding: boolean | null = null;

  const isHeld = () => {
    holding ??= response.statusCode === 500;
    return holding;
  };
  const restore = () => Object.assign(response, { write, end, writeHead, flushHeaders });
  const store = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === "string")
      chunks.push(Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const callback = (...args: unknown[]) =>
    args.find((arg) => typeof arg === "function") as (() => void) | undefined;

  response.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    if (holding === null && status === 500) {
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
    if (!isHeld()) flushHeaders.call(response);
  };
  response.write = function (this: ServerResponse, chunk: Chunk, ...rest: unknown[]) {
    if (!isHeld()) return Reflect.apply(write, response, [chunk, ...rest]);
    store(chunk, rest[0]);
    const done = callback(...rest);
    if (done) queueMicrotask(done);
    return true;
  } as typeof write;
  response.end = function (this: ServerResponse, ...args: unknown[]) {
    if (!isHeld()) return Reflect.apply(end, response, args);
    if (typeof args[0] !== "function") store(args[0], args[1]);
    const done = callback(...args);
    if (done) response.once("finish", done);
    restore();
    const body = Buffer.concat(chunks);
    onError(() => {
      if (!response.headersSent) end.call(response, body as never, undefined as never);
    });
    return response;
  } as typeof end;
}
