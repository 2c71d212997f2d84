import type { IncomingMessage } from "node:http";
import { hasMoreValues } from "../../lib/parse-bounded-json";

/**
 * The most values that the arguments of a server action can have; see `MAX_VALUES`. The framework parses them before any code of ours can look at
 * them: 180,000 take a tenth of a second.
 */
export const MAX_ACTION_VALUES = 150_000;

/** The most parts of a form: each is an argument or a file. */
const MAX_FORM_PARTS = 1_000;

/**
 * Whether the body of a server action is too costly to parse. The body can be read again after it.
 * @param request whose body nothing has read yet, with its length in its head
 */
export async function isCostlyAction(request: IncomingMessage): Promise<boolean> {
  const body = await peekBody(request, Number(request.headers["content-length"] ?? 0));
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]+)/i.exec(
    request.headers["content-type"] ?? "",
  )?.[1];
  if (boundary === undefined) return hasMoreValues(body.toString("latin1"), MAX_ACTION_VALUES);
  return isCostlyForm(body, Buffer.from(`--${boundary}`));
}

/** Counts the values of all parts but files. */
function isCostlyForm(body: Buffer, boundary: Buffer): boolean {
  const texts: string[] = [];
  let parts = 0;
  for (let start = body.indexOf(boundary); start >= 0; ) {
    parts += 1;
    if (parts > MAX_FORM_PARTS) return true;
    const next = body.indexOf(boundary, start + boundary.length);
    const head = body.indexOf("\r\n\r\n", start);
    if (
      head >= 0 &&
      (next < 0 || head < next) &&
      !/\bfilename\*?=/i.test(body.toString("latin1", start, head))
    )
      texts.push(body.toString("latin1", head, next < 0 ? body.length : next));
    start = next;
  }
  return hasMoreValues(texts.join("\n"), MAX_ACTION_VALUES);
}

/** Reads a body and puts it back: the stream must not end meanwhile, or nothing could be put back. */
function peekBody(request: IncomingMessage, length: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (length === 0) return resolve(Buffer.alloc(0));
    const chunks: Buffer[] = [];
    let size = 0;
    const stop = () => {
      request.off("readable", read);
      request.off("error", fail);
      request.off("close", fail);
    };
    const fail = (cause?: Error) => {
      stop();
      reject(cause ?? new Error("the request ended before its body"));
    };
    const read = () => {
      while (size < length) {
        const chunk: Buffer | null = request.read();
        if (chunk === null) return;
        chunks.push(chunk);
        size += chunk.length;
      }
      stop();
      const body = Buffer.concat(chunks);
      request.unshift(body);
      resolve(body);
    };
    request.on("readable", read);
    request.once("error", fail);
    request.once("close", fail);
  });
}
