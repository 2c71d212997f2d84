import type { z } from "zod";
import { ANCHOR_OUTCOMES, type AnchorOutcome } from "@/lib/claims/claim";
import type { ArticleVersion, VersionListItem } from "@/lib/db/article-versions";
import type { versionSchema } from "../schemas/article";
import type { listedVersionSchema } from "../schemas/version";

export function presentVersion({
  id,
  number,
  text,
  textHash,
}: ArticleVersion): z.output<typeof versionSchema> {
  return { id, number, text, textHash };
}

export function presentListedVersion(
  version: VersionListItem & { current: boolean },
): z.output<typeof listedVersionSchema> {
  const { id, number, origin, current, length, createdBy, createdAt } = version;
  return {
    id,
    number,
    origin,
    current,
    length,
    outcomes: Object.fromEntries(
      ANCHOR_OUTCOMES.map((outcome) => [outcome, version.outcomes[outcome] ?? 0]),
    ) as Record<AnchorOutcome, number>,
    createdBy: { id: createdBy.id, name: createdBy.name },
    createdAt,
  };
}
