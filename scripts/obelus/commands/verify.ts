import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { keySetSchema, reportSignatureSchema, verifyReport } from "../../../lib/signatures/report-signature";
import { CommandError } from "../command-error";

const FETCH_TIMEOUT_MS = 20_000;

/** `verify` */
export function addVerify(program: Command): void {
  program
    .command("verify")
    .description("check that a report is as it was published; exit status 1 if it is not")
    .argument("<file>", "a report as JSON: report.json")
    .option(
      "--key <address>",
      "address or file of the publisher's public keys; default: the address that the report names",
    )
    .option("--signature <file>", "a separate signature: report.json.sig")
    .option("--json", "print the result as JSON")
    .action(verifyFile);
}

async function verifyFile(
  file: string,
  options: { key?: string; signature?: string; json?: boolean },
): Promise<void> {
  const report = await readObject(file);
  const enclosed = options.signature ? await readObject(options.signature) : report.signature;
  if (enclosed === undefined)
    throw new CommandError(`${file} is not signed. Download it again from the publisher's site.`);
  const signature = reportSignatureSchema.safeParse(enclosed).data;
  if (!signature) throw new CommandError("The signature is not in a known form. Download the file again.");
  const { key: source = signature.keys } = options;
  const verified = verifyReport(report, signature, await readKeys(source));
  if (options.json)
    console.log(
      JSON.stringify({
        result: verified.kind,
        keyId: signature.keyId,
        keys: source,
        revision: signature.revision,
      }),
    );
  switch (verified.kind) {
    case "valid":
      if (!options.json)
        console.log(
          [
            "The file is as it was published.",
            ...selectionOf(report),
            `It is signed with the key ${signature.keyId} of ${source}.`,
          ].join(" "),
        );
      return;
    case "changed":
      throw new CommandError(
        "The file was changed after it was signed. Download it from the publisher's site.",
      );
    case "unknown-key":
      throw new CommandError(
        `The key ${signature.keyId} is not at ${source}. Check that this is the address of the publisher.`,
      );
  }
}

/** What to say of a report of selected claims, which a reader could take for the complete one. */
function selectionOf({ selection, claims }: Record<string, unknown>): string[] {
  const { of } = (selection ?? {}) as { of?: unknown };
  if (typeof of !== "number" || !Array.isArray(claims)) return [];
  return [`It has ${claims.length} of the ${of} claims.`];
}

async function readObject(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new CommandError(`Can't read ${file}. Check its name.`, { cause });
  });
  return parseObject(text, file);
}

function parseObject(text: string, name: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new CommandError(`${name} is not JSON. Use the file report.json.`, { cause });
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new CommandError(`${name} has no report in it. Use the file report.json.`);
}

async function readKeys(source: string): Promise<unknown[]> {
  const found = /^https?:\/\//i.test(source)
    ? parseObject(await fetchText(source), source)
    : await readObject(source);
  const parsed = keySetSchema.safeParse(found).data;
  if (!parsed)
    throw new CommandError(`${source} has no keys in it. Use the address of the publisher's keys.`);
  return parsed.keys;
}

async function fetchText(address: string): Promise<string> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (answer.ok) return await answer.text();
    throw new Error(`status ${answer.status}`);
  } catch (cause) {
    throw new CommandError(
      `The keys at ${address} can't be read. Try again later, or give a file with them: --key keys.json`,
      { cause },
    );
  }
}
