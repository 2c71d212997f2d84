import type { AppliedRedaction, Redaction, RedactionTarget } from "@/lib/redactions/redaction";
import { fromJson, toJson } from "./json";
import { clientOf, type Tx } from "./transaction";

/** The redactions of an article that readers' outputs need, in the order they were made. */
export const withRedactions = {
  redactions: { select: { number: true, target: true, reason: true, at: true }, orderBy: { number: "asc" } },
} as const;

/** Rows of `withRedactions` as the core applies them. */
export function toAppliedRedactions(
  rows: readonly { number: number; target: unknown; reason: string; at: Date }[],
): AppliedRedaction[] {
  return rows.map(({ number, target, reason, at }) => ({
    number,
    target: fromJson<RedactionTarget>(target as object as never),
    reason,
    at: at.toISOString(),
  }));
}

/** The redactions of an article, newest first. For editors: they hold what was redacted. */
export async function listRedactions(articleId: string, tx?: Tx): Promise<Redaction[]> {
  const rows = await clientOf(tx).redaction.findMany({
    where: { articleId },
    orderBy: { number: "desc" },
    include: { by: { select: { id: true, name: true } } },
  });
  return rows.map(({ id, privateNote, by, ...row }) => ({
    id,
    articleId,
    privateNote,
    by,
    ...(toAppliedRedactions([row])[0] as AppliedRedaction),
  }));
}

/** Appends a redaction. It applies to every read from the commit on. */
export async function insertRedaction(
  tx: Tx,
  redaction: Omit<Redaction, "at" | "by"> & { byId: string; at: Date },
): Promise<void> {
  const { target, ...rest } = redaction;
  await clientOf(tx).redaction.create({ data: { ...rest, target: toJson(target) } });
}
