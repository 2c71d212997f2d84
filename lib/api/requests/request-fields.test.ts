import { expect, test } from "vitest";
import type { Operation } from "../operation";
import { OPERATIONS } from "../operations/all";
import { jsonFieldsOf } from "./read-form-fields";
import { requestPointer } from "./request-fields";

const called = (id: string): Operation => {
  const found = OPERATIONS.find((operation) => operation.id === id);
  if (!found) throw new Error(`There is no operation ${id}.`);
  return found;
};

test.each(OPERATIONS.map((operation) => [operation.id, operation] as const))(
  "%s: an error names a field of the request, or the request as a whole",
  (_, operation) => {
    const parameters = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
    for (const name of parameters) expect(requestPointer(operation, name)).toBe(`/${name}`);
    for (const name of Object.keys((operation.query as { shape?: object } | undefined)?.shape ?? {}))
      expect(requestPointer(operation, name)).toBe(`/${name}`);
    for (const name of jsonFieldsOf(operation.body?.formSchema))
      expect(requestPointer(operation, name, true)).toBe(`/${name}`);
    // Annotations can have fields of every name.
    if (!operation.body?.types) expect(requestPointer(operation, "noSuchField.0.at-all")).toBe("");
  },
);

test.each<[id: string, path: string, pointer: string]>([
  ["markItem", "item", ""],
  ["markItem", "item.start", "/start"],
  ["markItem", "reason", "/reason"],
  ["confirmFlag", "on", "/nextReviewOn"],
  ["confirmFlag", "nextOn", "/nextReviewOn"],
  ["confirmFlag", "reason", "/nextReason"],
  ["setClaimReviewDate", "on", "/on"],
  ["addEvidence", "evidence.1.source.publishedOn", "/source/publishedAt"],
  ["updateClaim", "evidence.1.accessedOn", "/evidence/1/accessedAt"],
  ["createClaim", "verdict.ratingKey", "/verdict/rating"],
  ["createClaim", "verdict.rationaleDoc.content.0", "/verdict/rationale"],
  ["createClaim", "evidence.0.source.publishedOn", "/evidence/0/source/publishedAt"],
  ["updateClaim", "claimant.name", "/claimant/name"],
  ["importClaims", "ratings.Half true, 2.0/b", "/ratings/Half true, 2.0~1b"],
  ["importClaims", "rows.0.start", "/rows/0/start"],
  ["createArticle", "publishedOn", "/publishedAt"],
  ["createArticle", "address", "/url"],
  ["getArticle", "articleId", ""],
])("%s calls %s %s", (id, path, pointer) => {
  expect(requestPointer(called(id), path)).toBe(pointer);
});

test.each<[id: string, path: string, pointer: string]>([
  ["importClaims", "content", "/file"],
  ["importClaims", "rows.2.row", "/rows/2/row"],
  ["importComments", "file", "/file"],
  ["importCitations", "text", "/file"],
  ["importCitations", "chosen", "/rows"],
  ["createArticle", "publishedOn", "/publishedAt"],
])("the form of %s calls %s %s", (id, path, pointer) => {
  expect(requestPointer(called(id), path, true)).toBe(pointer);
});
