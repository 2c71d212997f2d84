import { expect, test } from "vitest";
import { chooseType } from "./choose-type";

const LD = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const JSON_TYPE = "application/json";

test.each<[accept: string | null, chosen: string | null]>([
  [null, LD],
  ["", LD],
  ["*/*", LD],
  ["application/*", LD],
  [LD, LD],
  ["application/ld+json", LD],
  ['application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted, or not"', LD],
  [JSON_TYPE, JSON_TYPE],
  ["APPLICATION/JSON", JSON_TYPE],
  ["application/json, application/ld+json;q=0.5", JSON_TYPE],
  ["application/json;q=0.5, application/ld+json;q=0.9", LD],
  ["text/turtle, application/ld+json;q=0.4", LD],
  ["text/html, application/xhtml+xml, */*;q=0.8", LD],
  ["application/ld+json;q=0, */*", JSON_TYPE],
  ["text/turtle", null],
  ["application/ld+json;q=0", null],
  ["*/*;q=0", null],
  ["nonsense", null],
  ['"', null],
  [`text/turtle${",x".repeat(1000)}`, LD],
])("Accept: %s", (accept, chosen) => {
  expect(chooseType(accept, [LD, JSON_TYPE])).toBe(chosen);
});
