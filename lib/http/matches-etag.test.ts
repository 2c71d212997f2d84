import { expect, test } from "vitest";
import { matchesEtag } from "./matches-etag";

test.each<[header: string | null, etag: string, matches: boolean]>([
  [null, '"1"', false],
  ["", '"1"', false],
  ['"1"', '"1"', true],
  ['"2"', '"1"', false],
  ['W/"1"', '"1"', true],
  ['"1"', 'W/"1"', true],
  ['"2", "1"', '"1"', true],
  ["*", '"1"', true],
  ["1", '"1"', false],
])("If-None-Match: %s and %s", (header, etag, matches) => {
  expect(matchesEtag(header, etag)).toBe(matches);
});
