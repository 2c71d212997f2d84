import canonicalize from "canonicalize";

/**
 * What a signature of a report as JSON signs: the canonical form (RFC 8785) of the report without its signature, with its revision and the id
 * of the key. Browsers compute it as well: components/verify-script.
 * @param report as parsed from its JSON, with or without its signature
 * @throws if it is no JSON, as with half of a surrogate pair
 */
export function signedText(
  report: object,
  { keyId, revision }: { keyId: string /** How many redactions the publication has. */; revision: number },
): string {
  const { signature: _, ...unsigned } = report as { signature?: unknown };
  const text = canonicalize({ keyId, report: unsigned, revision });
  if (text === undefined) throw new TypeError("a report is an object");
  return text;
}
