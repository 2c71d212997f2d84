import { articlePath } from "@/lib/article-path";
import { formatInEveryStyle } from "@/lib/citations/citation-engine";
import { listPublicationNumbers } from "@/lib/db/public-publications";
import { renderDocument } from "@/lib/documents/render-document";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { applyRedactions } from "@/lib/redactions/apply-redactions";
import { describeChanges } from "@/lib/reports/describe-changes";
import { factCheckAsWork } from "@/lib/reports/fact-check-as-work";
import { ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { withCorrections } from "./draft-report";
import { correctionNotes } from "./prepare-publication";
import { withDraft } from "./preview-publication";

/**
 * The article's public page as HTML, as readers would see it if it were published now; claims that are not approved are missing. Stores
 * nothing.
 * @param input.corrections public notes as they are typed, as for publishing; where one is missing, the page says so
 */
export async function renderPreview(
  actor: Actor,
  { articleId, corrections }: { articleId: string; corrections?: unknown },
): Promise<Result<string, Failure>> {
  // What is typed can be anything until it is published: an invalid note shows as a missing one.
  const notes = correctionNotes.safeParse(corrections ?? []);
  const noteOn = new Map((notes.data ?? []).map(({ claimId, kind, note }) => [claimId, { kind, note }]));
  const drafted = await withDraft(
    actor,
    articleId,
    async (_, article, { draft, shown, before, blockers, redactions }) => {
      const blocked = new Set(blockers.map(({ claimId }) => claimId));
      const changes = (before ? describeChanges(before.report, shown) : [])
        .filter(({ claimId, field }) => field !== "removed" || !blocked.has(claimId))
        .map((change) => {
          const { kind = "correction", note = "" } = noteOn.get(change.claimId) ?? {};
          return {
            ...change,
            kind,
            note: note.trim() || words("publication")("preview.noteMissing"),
          } as const;
        });
      return { slug: article.slug, report: applyRedactions(withCorrections(draft, changes), redactions) };
    },
  );
  if (!drafted.ok) return drafted;
  const { slug, report } = drafted.value;
  const { number, publishedAt } = report.publication;
  const { html } = await renderDocument({
    kind: "draft",
    report,
    publications: [{ number, publishedAt }, ...(await listPublicationNumbers(slug))],
    citations: await formatInEveryStyle(factCheckAsWork(report, `${env().publicUrl}${articlePath(slug)}`)),
  });
  return ok(html);
}
