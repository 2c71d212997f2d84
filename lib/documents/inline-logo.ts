import { findLogoBody } from "@/lib/db/logos";
import type { Report } from "@/lib/reports/report";

/** A larger logo would be most of the file. The name of the organisation is there in any case. */
const MAX_BYTES = 256 * 1024;

/** The logo of who published a Report, as the address of a PNG that is in a file itself; null without one, or if it is too large. */
export async function findInlineLogo({ organisation }: Report): Promise<string | null> {
  if (!organisation?.logo) return null;
  const body = await findLogoBody(organisation.logo.hash);
  return body && body.length <= MAX_BYTES
    ? `data:image/png;base64,${Buffer.from(body).toString("base64")}`
    : null;
}
