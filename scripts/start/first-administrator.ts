import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes the first administrator where nobody is registered. The one-time password is kept, readable by the owner only, until
 * it was changed, so that a later start can show it again.
 * @returns what to print, or null once the password was changed
 */
export async function prepareFirstAdministrator(
  dataDir: string,
): Promise<{ email: string; password: string } | null> {
  const { ensureFirstAdministrator } = await import("@/lib/workflows/people/ensure-first-administrator");
  const file = join(dataDir, "first-administrator.json");
  const made = await ensureFirstAdministrator();
  if (made.kind === "created") {
    const kept = { email: made.email, password: made.password };
    writeFileSync(file, JSON.stringify(kept), { mode: 0o600 });
    return kept;
  }
  if (!existsSync(file)) return null;
  if (made.kind === "unused")
    return JSON.parse(readFileSync(file, "utf8")) as { email: string; password: string };
  rmSync(file);
  return null;
}
