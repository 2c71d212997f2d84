import Bowser from "bowser";

/** Browser and system in words, "Firefox on Linux". A user agent is anybody's text: only names that are known come through. */
export function describeDevice(userAgent: string | null): string {
  const given = (userAgent ?? "").slice(0, 1000);
  if (!given) return "An unknown browser";
  const { browser, os } = Bowser.parse(given);
  return [browser.name || "An unknown browser", os.name && `on ${os.name}`].filter(Boolean).join(" ");
}
