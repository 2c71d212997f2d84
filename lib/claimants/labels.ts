import { words } from "@/lib/words/words";
import type { ClaimantKind } from "./claimant";

const t = words("claimants");

/** Labels for the kinds of claimants. */
export const claimantKindLabels: Record<ClaimantKind, string> = {
  person: t("kind.person"),
  organisation: t("kind.organisation"),
  group: t("kind.group"),
};

/** "Joseph Wu, then foreign minister of Taiwan". */
export function describeClaimant({ name, role }: { name: string; role?: string | null | undefined }): string {
  return role ? t("withRole", { name, role }) : name;
}

/** Who made a claim and who carried it, in parts of a list: "Joseph Wu, then foreign minister", "carried by Reuters". */
export function describeClaimedBy({
  claimant,
  carriedBy,
}: {
  claimant: { name: string; role: string | null } | null;
  carriedBy: string | null;
}): string[] {
  return [claimant && describeClaimant(claimant), carriedBy && t("carriedBy", { carrier: carriedBy })].filter(
    (part): part is string => Boolean(part),
  );
}
