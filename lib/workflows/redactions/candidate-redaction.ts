import type { z } from "zod";
import { listPublicationTimes } from "@/lib/db/publications";
import { listNamedSources } from "@/lib/db/read-publication";
import { listRedactions } from "@/lib/db/redactions";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { AppliedRedaction, RedactionTarget } from "@/lib/redactions/redaction";
import type { redactionTargetInput } from "@/lib/redactions/redaction-input";
import type { SeenState } from "@/lib/redactions/redaction-preview";
import { ok, type Result } from "@/lib/result";
import { invalid } from "@/lib/workflows/refusals";

/** A redaction that is about to be made or previewed. */
export async function candidateRedaction(
  articleId: string,
  { target, reason, at }: { target: z.output<typeof redactionTargetInput>; reason: string; at: Date },
  tx?: Tx,
): Promise<Result<{ redaction: AppliedRedaction; seen: SeenState }, Failure>> {
  const [publications, redactions] = [
    await listPublicationTimes(articleId, tx),
    await listRedactions(articleId, tx),
  ];
  const [newest] = publications;
  if (!newest) return invalid("This article was never published. There is nothing to redact.");
  const named = await nameTarget(articleId, target, tx);
  if (!named.ok) return named;
  return ok({
    redaction: {
      number: (redactions[0]?.number ?? 0) + 1,
      target: named.value,
      reason,
      at: at.toISOString(),
    },
    seen: { publication: newest.number, redactions: redactions.length },
  });
}

/** Adds to a chosen source all names and addresses that publications use for it. */
async function nameTarget(
  articleId: string,
  target: z.output<typeof redactionTargetInput>,
  tx?: Tx,
): Promise<Result<RedactionTarget, Failure>> {
  if (target.kind !== "source") return ok(target);
  const sources = (await listNamedSources(articleId, tx)).filter(({ publication, source }) =>
    target.at.some((at) => at.publication === publication && at.source === source),
  );
  if (sources.length === 0)
    return invalid(
      "No publication names this source any longer. Reload the page to see what can be redacted.",
      {
        at: ["Choose a source that a publication names."],
      },
    );
  const unique = (values: readonly (string | null)[]) => [
    ...new Set(values.filter((value): value is string => Boolean(value))),
  ];
  return ok({
    kind: "source",
    sourceIds: unique(sources.map(({ id }) => id)),
    at: sources.map(({ publication, source }) => ({ publication, source })),
    addresses: unique(sources.flatMap(({ url, archiveUrls }) => [url, ...archiveUrls])),
    words: unique(
      sources.flatMap(({ title, authors, publisher }) => [
        ...(target.words.includes("title") ? [title] : []),
        ...(target.words.includes("authors") ? authors : []),
        ...(target.words.includes("publisher") ? [publisher] : []),
      ]),
    ),
    excerpts: unique(sources.flatMap(({ excerpts }) => excerpts)),
  });
}
