import type { ClaimState } from "@/lib/claims/claim";
import type { CreateClaimInput } from "@/lib/claims/claim-input";

/** A claim in an article that is still being checked, and its progress. */
export interface StartedClaim {
  /** The text that it marks. */
  exact: string;
  content: Omit<CreateClaimInput, "articleId" | "versionId" | "idempotencyKey" | "anchor">;
  state: Extract<ClaimState, "draft" | "in_review" | "approved">;
  /** A comment by the editor. */
  comment?: string;
}

const because = (text: string) => ({
  type: "doc" as const,
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

const minutes = {
  title: "Minutes of the town council, 3 November",
  publisher: "Town of Lindhaven",
  kind: "transcript" as const,
  primary: true,
};

/** An article that is still being checked, for the desk's board and lists. Town, council and figures are invented. */
export const started = {
  article: {
    title: "Ferry fares in Lindhaven to double in January",
    publisher: "The Lindhaven Courier, a paper invented for this demo",
    byline: "Staff writer",
    publishedOn: "2026-11-04",
    language: "en",
    content: {
      format: "text" as const,
      value: [
        "Fares on the two ferries that cross the Lindhaven sound will double on 1 January, from 4 to 6 crowns a crossing. The town council voted 9 to 4 for the new tariff on Tuesday evening.",
        "The ferries carried 310,000 passengers last year, more than in any year before. Since 2020 the price of their fuel has tripled, the harbour office says.",
        "“Nobody will pay more for a crossing than for a cup of coffee,” said mayor Elin Sand. Pupils and pensioners go on crossing for free.",
      ].join("\n"),
    },
  },
  claims: [
    {
      exact: "will double on 1 January, from 4 to 6 crowns",
      content: {
        statement: "The ferry fares double on 1 January.",
        claimant: { name: "The Lindhaven Courier", kind: "organisation" },
        kind: "number",
        verdict: {
          ratingKey: "false",
          rationaleDoc: because("From 4 to 6 crowns is half as much again. Double would be 8 crowns."),
        },
        evidence: [{ stance: "refutes", excerpt: "from 4.00 to 6.00 crowns", source: minutes }],
      },
      state: "in_review",
    },
    {
      exact: "voted 9 to 4",
      content: {
        statement: "The town council voted 9 to 4 for the new tariff.",
        claimant: { name: "The Lindhaven Courier", kind: "organisation" },
        kind: "event",
        verdict: {
          ratingKey: "true",
          rationaleDoc: because("The minutes count nine votes for and four against, as the paper says."),
        },
        evidence: [{ stance: "supports", excerpt: "Carried by nine votes to four.", source: minutes }],
      },
      state: "approved",
    },
    {
      exact: "310,000 passengers last year, more than in any year before",
      content: {
        statement: "The ferries carried 310,000 passengers last year, a record.",
        claimant: { name: "The Lindhaven Courier", kind: "organisation" },
        kind: "number",
      },
      state: "draft",
      comment: "Two claims in one? The figure is easy to look up, the record takes all the years before.",
    },
    {
      exact: "Since 2020 the price of their fuel has tripled",
      content: {
        statement: "The price of the ferries' fuel has tripled since 2020.",
        claimant: { name: "Lindhaven harbour office", kind: "organisation" },
        carriedBy: "The Lindhaven Courier",
        kind: "number",
      },
      state: "draft",
    },
  ] satisfies StartedClaim[] as StartedClaim[],
};
