import { setImmediate as nextTurn } from "node:timers/promises";
import { MaxPartsExceededError, MultipartParser, type MultipartPart } from "@remix-run/multipart-parser";
import { err, ok, type Result } from "@/lib/result";

/** One field of a form. */
export interface FormPart {
  name: string;
  /** Null for a field without a file name. */
  filename: string | null;
  bytes: Buffer<ArrayBuffer>;
}

/** Bytes that are read at once. */
const STEP = 1024 * 1024;

/**
 * Reads a form (RFC 7578; names as browsers write them). `Response.formData()` copies the file several times and looks at it byte by byte,
 * which holds up the server for a second at 32 MB. Here others have their turn after each step.
 * @param type the header Content-Type, with the boundary
 * @param maxParts no more are read
 */
export async function parseMultipart(
  bytes: Buffer<ArrayBuffer>,
  type: string,
  maxParts: number,
): Promise<Result<FormPart[], "malformed" | "too-many-parts">> {
  const [, quoted, plain = ""] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === "") return err("malformed");
  const size = bytes.length;
  const parts: FormPart[] = [];
  try {
    const parser = new MultipartParser(boundary, { maxParts, maxFileSize: size, maxTotalSize: size });
    for (let at = 0, end = 0; at < size; at = end) {
      if (at > 0) await nextTurn();
      // The line break behind the last boundary must not be alone in a step: the parser would refuse it.
      end = size - at < 2 * STEP ? size : at + STEP;
      for (const part of parser.write(bytes.subarray(at, end))) parts.push(formPartOf(part));
    }
    parser.finish();
  } catch (error) {
    return err(error instanceof MaxPartsExceededError ? "too-many-parts" : "malformed");
  }
  return ok(parts);
}

/** @throws if it is no field of a form */
function formPartOf({ name, filename, headers, content }: MultipartPart): FormPart {
  const encoding = headers["content-transfer-encoding"]?.toLowerCase() ?? "binary";
  // RFC 7578 does away with encodings of a part.
  if (name === undefined || !["binary", "7bit", "8bit"].includes(encoding))
    throw new Error("The part is no field of a form.");
  return {
    name: unescaped(name),
    filename: filename === undefined ? null : unescaped(filename),
    bytes: Buffer.concat(content),
  };
}

/** As the HTML standard has browsers escape names. */
const unescaped = (name: string) =>
  name.replaceAll("%22", '"').replaceAll("%0D", "\r").replaceAll("%0A", "\n");
