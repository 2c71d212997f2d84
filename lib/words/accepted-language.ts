import { languages } from "./words";

/** Browsers send some 60 characters; what is longer is cut, so that reading it costs nothing. */
const MAX_LENGTH = 300;

/**
 * The language that a browser asks for, of those that the product speaks: "es" for "ca, es-MX;q=0.8, en;q=0.5".
 * Source: RFC 9110, 12.5.4 "Accept-Language"
 * @param header as sent; undefined if it was not
 * @returns BCP 47; null if it asks for none of them
 */
export function acceptedLanguage(header: string | undefined): string | null {
  let best: { language: string; quality: number } | null = null;
  for (const part of (header ?? "").slice(0, MAX_LENGTH).toLowerCase().split(",")) {
    const [range = "", ...parameters] = part.split(";").map((each) => each.trim());
    const [language = ""] = range.split("-");
    if (!languages().includes(language)) continue;
    const quality = qualityOf(parameters);
    // Of equal ones, the first counts.
    if (quality > (best?.quality ?? 0)) best = { language, quality };
  }
  return best?.language ?? null;
}

/** From 0, not wanted, to 1, which is also the default. */
function qualityOf(parameters: readonly string[]): number {
  const sent = parameters.find((each) => each.startsWith("q="));
  if (sent === undefined) return 1;
  const quality = Number(sent.slice(2));
  return quality >= 0 && quality <= 1 ? quality : 0;
}
