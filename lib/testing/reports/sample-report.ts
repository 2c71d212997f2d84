import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import type { ClaimedBy } from "@/lib/claimants/claimant";
import type { EnteredClaimant } from "@/lib/claimants/claimant-input";
import type { Claim } from "@/lib/claims/claim";
import { claimContentInput } from "@/lib/claims/claim-input";
import { canonicalText } from "@/lib/document/canonical-text";
import { articleSchema } from "@/lib/document/schema";
import { parseArticle } from "@/lib/ingest/parse-article";
import { defaultScale } from "@/lib/ratings/default-scale";
import { buildReport } from "@/lib/reports/build-report";
import type { Report } from "@/lib/reports/report";
import { readDemo } from "@/prisma/demo/read-demo";
import { buildClaim, buildSource } from "../builders";

/** The Report of the sample article with its 21 claims, built without a database. */
export function sampleReport(): Report {
  const demo = readDemo();
  const parsed = parseArticle(demo.article.content);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const doc = articleSchema.nodeFromJSON(parsed.value.doc);
  const claims = demo.claims.map((each, index) => sampleClaim(each, index, canonicalText(doc).text));
  return buildReport(
    {
      article: {
        slug: "putin-concludes-a-trip-to-china",
        title: demo.article.title,
        byline: demo.article.byline,
        publisher: demo.article.publisher,
        publishedOn: demo.article.publishedOn,
        sourceUrl: null,
        language: demo.article.language,
      },
      version: { number: 1, textHash: "0".repeat(64), doc },
      scale: defaultScale,
      claims,
      approvals: claims.map((claim) => ({
        claimId: claim.id,
        person: { id: "noor", name: "Noor Reviewer" },
        at: "2026-01-03T09:00:00.000Z",
      })),
      corrections: [],
    },
    {
      publicationId: "publication-1",
      number: 1,
      now: "2026-01-03T10:00:00.000Z",
      publishedBy: { id: "noor", name: "Noor Reviewer" },
      before: null,
    },
  );
}

/** The claimant of a claim as the desk would store it. The demo names them in full. */
function claimedBy({ name, kind, role, sameAs }: EnteredClaimant): ClaimedBy {
  return { id: `claimant-${name}`, name: name ?? "", kind: kind ?? "person", role, sameAs };
}

function sampleClaim(
  demo: ReturnType<typeof readDemo>["claims"][number],
  index: number,
  text: string,
): Claim {
  const content = claimContentInput.parse(demo.content);
  const claim = buildClaim({ id: `claim-${index + 1}`, rating: content.verdict?.ratingKey ?? "" });
  return {
    ...claim,
    number: index + 1,
    statement: content.statement,
    claimant: content.claimant && claimedBy(content.claimant),
    carriedBy: content.carriedBy,
    tags: content.tags,
    claimedOn: content.claimedOn,
    kind: content.kind,
    anchor: { ...claim.anchor, ...describeAnchor(text, demo.start, demo.end) },
    verdict: claim.verdict && {
      ...claim.verdict,
      rationaleDoc: content.verdict?.rationaleDoc.doc as typeof claim.verdict.rationaleDoc,
      rationaleText: content.verdict?.rationaleDoc.text ?? "",
    },
    evidence: content.evidence.map((evidence, position) => {
      if ("id" in evidence.source) throw new Error("the sample names its sources in full");
      return {
        ...evidence,
        id: `${index}-${position}`,
        source: buildSource({ ...evidence.source, id: evidence.source.url ?? evidence.source.title }),
      };
    }),
  };
}
