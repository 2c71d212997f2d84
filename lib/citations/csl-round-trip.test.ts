import { describe, expect, test } from "vitest";
import type { CslData, CslValue } from "@/lib/sources/csl-data";
import { sourceFields } from "@/lib/sources/source-input";
import { sourceKeysOf } from "@/lib/sources/source-keys";
import { CSL_TYPES, makeCslItems } from "@/lib/testing/make-csl-items";
import type { CitationFormat } from "./citation-format";
import { cslNamesIn, dateIn, textIn, withoutCslMarkup } from "./csl-item";
import { formatName } from "./csl-name";
import { type ExportedWork, exportSources } from "./export-sources";
import { parseCitations } from "./parse-citations";

const items = makeCslItems(200);

/** The sources that an import of a text stores. */
function imported(text: string): ExportedWork[] {
  const read = parseCitations(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.value.citations.map(({ fields, problems, name }, index) => {
    if (problems.length > 0) throw new Error(`${name}: ${problems.join(" ")}`);
    const stored = sourceFields.parse(fields);
    return { ...stored, ...sourceKeysOf(stored), csl: stored.csl ?? null, id: `source-${index}` };
  });
}

const library = imported(JSON.stringify(items));
const exported = (works: ExportedWork[]) => JSON.parse(exportSources(works, "csl-json").text) as CslData[];

test("the made items have every type and are imported without notes", () => {
  expect(new Set(items.map(({ type }) => type)).size).toBe(CSL_TYPES.length);
  expect(library).toHaveLength(200);
});

test("CSL-JSON that was imported is exported as it was", () => {
  const own = items.map((item, index) => ({ ...item, id: item.id ?? `source-${index}` }));
  expect(exported(library)).toEqual(own);
});

test("an access date of a saved copy is added where the item has none", () => {
  const [work] = library.filter(({ csl }) => csl && !("accessed" in csl));
  if (!work) throw new Error("no item without an access date");
  expect(exported([{ ...work, accessedOn: "2024-06-01" }])[0]).toEqual({
    ...exported([work])[0],
    accessed: { "date-parts": [[2024, 6, 1]] },
  });
});

describe("what an editor changed wins, and everything else stays", () => {
  const [work] = library.filter(({ csl }) => csl && "editor" in csl && "note" in csl && "issue" in csl);
  if (!work) throw new Error("no item with an editor, a note and an issue");
  const before = exported([work])[0] as CslData;
  const details = work.details;

  test.each<[string, Partial<ExportedWork>, CslData]>([
    ["the title", { title: "Another" }, { title: "Another" }],
    ["the authors", { authors: ["Doe, Jane"] }, { author: [{ family: "Doe", given: "Jane" }] }],
    ["the date", { publishedOn: "2020-02" }, { issued: { "date-parts": [[2020, 2]] } }],
    ["the language", { language: "fr" }, { language: "fr" }],
    ["the DOI", { doi: "10.1000/other" }, { DOI: "10.1000/other" }],
    ["the address", { url: "https://example.org/b" }, { URL: "https://example.org/b" }],
    ["the volume", { details: { ...details, volume: "99" } }, { volume: "99" }],
    ["the pages", { details: { ...details, pages: "1-2" } }, { page: "1-2" }],
    [
      "the editors",
      { details: { ...details, editors: ["Roe, J.", "Office"] } },
      { editor: [{ family: "Roe", given: "J." }, { literal: "Office" }] },
    ],
    [
      "the archived copy",
      { archiveUrl: "https://perma.cc/1" },
      { note: `${textIn(before, "note")}\nArchived copy: https://perma.cc/1` },
    ],
  ])("%s", (_, change, fields) => {
    expect(exported([{ ...work, ...change }])[0]).toEqual({ ...before, ...fields });
  });

  test("a removed detail is removed", () => {
    const { issue: _, ...rest } = before;
    expect(exported([{ ...work, details: { ...details, issue: null } }])[0]).toEqual(rest);
  });

  test("another kind gives another type", () => {
    expect(exported([{ ...work, kind: "dataset" }])[0]).toMatchObject({
      type: "dataset",
      title: before.title,
    });
  });
});

/** A field as text, as another format can hold it. */
function textual(item: CslData, field: string): string | undefined {
  const value: CslValue | undefined = item[field];
  if (value === undefined) return undefined;
  if (["author", "editor", "translator"].includes(field))
    return cslNamesIn(item, field).map(formatName).join("; ");
  if (/^(?:issued|accessed|event-date|original-date)$/.test(field))
    return dateIn(item, field)?.["date-parts"][0].join("-");
  const text = withoutCslMarkup(textIn(item, field) ?? "");
  return field === "keyword" ? text.replace(/[,;]\s*/g, ",") : text.replaceAll("–", "-");
}

/** The fields that survive for every type, and the types that come back as another. */
describe.each<[CitationFormat, { kept: string; types: string[] }]>([
  [
    "bibtex",
    {
      kept:
        "DOI ISBN ISSN PMCID PMID URL abstract accessed annote archive archive-place " +
        "archive_collection archive_location author authority available-date call-number " +
        "categories chair chapter-number citation-key citation-label collection-editor " +
        "collection-number collection-title compiler composer container-author container-title " +
        "container-title-short contributor curator dimensions director division edition editor " +
        "editorial-director event-date event-place event-title executive-producer genre guest " +
        "host illustrator interviewer issue issued journalAbbreviation jurisdiction keyword " +
        "language medium narrator note number number-of-pages number-of-volumes organizer " +
        "original-author original-date original-publisher original-publisher-place original-title " +
        "page part-number part-title performer printing-number producer publisher publisher-place " +
        "recipient references reviewed-author reviewed-genre reviewed-title scale script-writer " +
        "section series-creator shortTitle source status submitted supplement-number title " +
        "title-short translator version volume volume-title year-suffix ",
      types: [],
    },
  ],
  [
    "ris",
    {
      kept:
        "DOI ISBN ISSN PMCID PMID URL abstract accessed annote archive archive-place " +
        "archive_collection archive_location author authority available-date call-number " +
        "categories chair chapter-number citation-label collection-editor collection-number " +
        "collection-title compiler composer container-author container-title " +
        "container-title-short contributor curator dimensions director division edition editor " +
        "editorial-director event-date event-place event-title executive-producer genre guest " +
        "host illustrator interviewer issue issued journalAbbreviation jurisdiction keyword " +
        "language medium narrator note number number-of-pages number-of-volumes organizer " +
        "original-author original-date original-publisher original-publisher-place original-title " +
        "page part-number part-title performer printing-number producer publisher publisher-place " +
        "recipient references reviewed-author reviewed-genre reviewed-title scale script-writer " +
        "section series-creator shortTitle source status submitted supplement-number title " +
        "title-short translator version volume volume-title year-suffix ",
      types: [],
    },
  ],
])("through %s", (format, expected) => {
  const read = imported(exportSources(library, format).text);

  test("all works come back, with their titles, authors, kinds, DOIs and addresses", () => {
    expect(read).toHaveLength(200);
    for (const [index, work] of library.entries()) {
      const { title, authors, doi, url, publishedOn } = work;
      expect(read[index]).toMatchObject({ title, authors, doi, url, publishedOn });
    }
  });

  test("the fields survive for every type, in the notes where the format has no room for them", () => {
    const fields = new Set<string>();
    const lost = new Set<string>();
    const types = new Set<string>();
    for (const [index, item] of items.entries()) {
      const back = read[index]?.csl ?? {};
      if (back.type !== item.type) types.add(String(item.type));
      for (const field of Object.keys(item)) {
        fields.add(field);
        if (textual(back, field) !== textual(item, field)) lost.add(field);
      }
    }
    const kept = [...fields].filter((field) => field !== "type" && !lost.has(field)).sort();
    expect(kept).toEqual(expected.kept.trim().split(" "));
    expect([...types].sort()).toEqual(expected.types);
  });
});
