import { afterEach, describe, expect, test, vi } from "vitest";
import { CITATION_LIMITS, parseCitations } from "./parse-citations";

describe("no network", () => {
  afterEach(() => vi.restoreAllMocks());

  test.each([
    ["a DOI", "10.1000/182"],
    ["an address", "https://example.org/a.bib"],
    ["a Wikidata address", "https://www.wikidata.org/wiki/Q42"],
    ["a list of addresses", '["https://doi.org/10.1000/182", "Q42", "https://www.wikidata.org/wiki/Q42"]'],
    ["a Wikidata answer", '{"entities": {"Q42": {"id": "Q42", "claims": {}, "labels": {}}}}'],
    ["a DOI in JSON", '{"DOI": "10.1000/182", "title": "https://doi.org/10.1000/182"}'],
    [
      "addresses in BibTeX",
      "@misc{https://doi.org/10.1000/182, title = {https://example.org}, url = {https://example.org}, doi = {10.1000/182}, crossref = {https://example.org}}",
    ],
    [
      "addresses in RIS",
      "TY  - GEN\nTI  - https://doi.org/10.1000/182\nUR  - https://example.org\nL1  - https://example.org/a.pdf\nER  - ",
    ],
  ])("%s", (_, text) => {
    // Citation.js fetches with node-fetch or a child process; both start with one of these.
    const net = process.getBuiltinModule("node:net");
    const children = process.getBuiltinModule("node:child_process");
    const spies = [
      vi.spyOn(net.Socket.prototype, "connect"),
      vi.spyOn(children, "spawn"),
      vi.spyOn(children, "spawnSync"),
      vi.spyOn(children, "execFileSync"),
      vi.spyOn(globalThis, "fetch"),
    ];
    parseCitations(text);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });
});

test("a large file is parsed quickly", () => {
  const entry = (index: number) =>
    `@misc{k${index}, title = {Title {${index}}}, author = {A, B and C, D}, year = 2024}\n`;
  const parsed = parseCitations(Array.from({ length: 1000 }, (_, index) => entry(index)).join(""));
  expect(parsed.ok && parsed.value.citations).toHaveLength(1000);
});

/** A text of the maximum length. */
const long = (part: string, before = "x", after = "x") =>
  before + part.repeat((CITATION_LIMITS.text - before.length - after.length) / part.length) + after;

test.each([
  ["empty lines", long("\n")],
  ["spaces", long(" ")],
  ["returns", long("\r")],
  ["line separators", long("\u2028")],
  ["brackets", long("(", "@misc{", "")],
  ["spaces in an entry", long(" ", "@misc{", "}")],
  ["notes of spaces", JSON.stringify([{ title: "A", note: long(" ", "", "x").slice(99) }])],
])("a text of only %s finishes", (_, text) => {
  const result = parseCitations(text);
  expect(result.ok ? result.value.citations.length : result.error.message).toBeTruthy();
});
