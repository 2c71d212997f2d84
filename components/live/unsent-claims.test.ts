import { expect, test } from "vitest";
import { newDraft } from "@/components/drafts/claim-draft";
import type { DeskWrite } from "@/lib/live/desk-write";
import { unsentClaims } from "./unsent-claims";

const draft = (start: number, exact: string, rest: Partial<ReturnType<typeof newDraft>> = {}) => ({
  ...newDraft("version", { start, end: start + exact.length, exact }),
  idempotencyKey: exact,
  ...rest,
});
const at = (start: number, end: number) => ({ versionId: "version", start, end });
const write = (kind: DeskWrite["kind"]) => ({ kind, input: {} }) as unknown as DeskWrite;
const create = (articleId: string, of: ReturnType<typeof draft>) => ({
  articleId,
  write: write("claim.create"),
  draft: of,
});

test("lists new claims of the article in the order of its text", () => {
  const outcome = { kind: "query" as const, wording: "", question: "Who?", note: "" };
  const found = unsentClaims(
    [
      create("a", draft(40, "then it fell", { outcome })),
      create("a", draft(3, "rose", { statement: " Trade rose. ", ratingKey: "true" })),
      create("b", draft(1, "elsewhere")),
      { articleId: "a", write: write("claim.update"), draft: draft(9, "changed") },
      { articleId: "a", write: write("comment.create"), draft: null },
      create("a", draft(20, "blank", { statement: " " })),
    ],
    "a",
  );
  expect(found).toEqual([
    { key: "rose", statement: "Trade rose.", exact: "rose", ratingKey: "true", ...at(3, 7) },
    { key: "blank", statement: "blank", exact: "blank", ratingKey: null, ...at(20, 25) },
    {
      key: "then it fell",
      statement: "then it fell",
      exact: "then it fell",
      ratingKey: "query",
      ...at(40, 52),
    },
  ]);
});
