import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureFirstAdministrator } from "@/lib/workflows/people/ensure-first-administrator";

export interface FirstAdministrator {
  email: string;
  /** Valid until they sign in and choose their own. */
  password: string;
}

/**
 * Creates the first administrator if no user exists yet. The one-time password is stored in a file that only its owner can read,
 * so that later starts can show it again until it is changed.
 * @returns what to print, or null once the password has been changed
 */
export async function prepareFirstAdministrator(dataDir: string): Promise<FirstAdministrator | null> {
  const file = join(dataDir, "first-administrator.json");
  const administrator = await ensureFirstAdministrator();
  if (administrator.kind === "created") {
    const stored = { email: administrator.email, password: administrator.password };
    writeFileSync(file, JSON.stringify(stored), { mode: 0o600 });
    return stored;
  }
  if (!existsSync(file)) return null;
  if (administrator.kind === "unused") return JSON.parse(readFileSync(file, "utf8")) as FirstAdministrator;
  rmSync(file);
  return null;
}
