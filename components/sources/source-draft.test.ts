import { expect, test } from "vitest";
import { buildSource } from "@/lib/testing/builders";
import { type DraftField, draftValue, sourceDraftOf } from "./source-draft";

const draft = sourceDraftOf(
  buildSource({ title: "Trade", kind: "report", authors: ["Doe, Jane", "Roe, R."] }),
);

test.each<[DraftField, string]>([
  ["title", "Trade"],
  ["authors", "Doe, Jane\nRoe, R."],
  ["kind", "Report"],
  ["confidential", "no"],
  ["publisher", ""],
])("%s reads %j", (field, text) => {
  expect(draftValue(field, draft)).toBe(text);
});
