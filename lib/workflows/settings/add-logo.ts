import { createHash } from "node:crypto";
import { insertLogo } from "@/lib/db/logos";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import { type Logo, MAX_LOGO_MEGABYTES } from "@/lib/organisation";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { asResult, invalid } from "@/lib/workflows/refusals";

const t = words("organisation");

const MAX_BYTES = MAX_LOGO_MEGABYTES * 1024 * 1024;

/** Stores a picture as a logo, drawn again as PNG. It is used once the setting "organisation" names it. */
export async function addLogo(
  actor: Actor,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<Result<Logo, Failure>> {
  const allowed = asResult(can(actor, "change", "setting"));
  if (!allowed.ok) return allowed;
  if (bytes.length === 0) return invalid(t("error.logoEmpty", { name }));
  if (bytes.length > MAX_BYTES) return invalid(t("error.logoLarge", { name, max: MAX_LOGO_MEGABYTES }));
  const drawn = await runInChildProcess("draw-logo", bytes);
  if (!drawn.ok) return invalid(t("error.logoFormat", { name }), undefined, drawn.error.cause);
  const { bytes: body, width, height } = drawn.value;
  if (body.length > MAX_BYTES) return invalid(t("error.logoLarge", { name, max: MAX_LOGO_MEGABYTES }));
  const logo: Logo = { hash: createHash("sha256").update(body).digest("hex"), width, height };
  return inTransaction(async (tx) => {
    await insertLogo(tx, { ...logo, body, addedById: actor.id });
    return ok(logo);
  });
}
