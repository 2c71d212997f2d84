import Bowser from "bowser";

/** Browser and operating system: "Firefox on Linux". The user agent is untrusted: only known names are used. */
export function describeDevice(userAgent: string | null): string {
  const userAgentText = (userAgent ?? "").slice(0, 1000);
  if (!userAgentText) return "An unknown browser";
  const { browser, os } = Bowser.parse(userAgentText);
  return [browser.name || "An unknown browser", os.name && `on ${os.name}`].filter(Boolean).join(" ");
}
