import { describe, expect, test } from "vitest";
import { SOURCE_KINDS } from "@/lib/sources/source";
import { NO_DETAILS } from "@/lib/sources/source-details";
import { CITATION_FORMATS } from "./citation-format";
import { type ExportedWork, exportSources } from "./export-sources";
import { parseCitations } from "./parse-citations";

const work: ExportedWork = {
  id: "1",
  url: "https://example.org/a_b/that-is-longer-than-seventy-characters?c=1&d=50%25#part~{x}",
  doi: null,
  title: "Trade & the EU: Über 50% {of} $x_1 ~ it's #1 \\ العربية 中文 - 2",
  authors: ["Müller, Jörg", "Ministry of Trade and Industry", "van der Berg, Anna", "孔子"],
  publisher: "Example & Times",
  publishedOn: "2024-05-17",
  language: "en-GB",
  kind: "web_page",
  archiveUrl: "https://web.archive.org/web/2024/https://example.org/a",
  details: NO_DETAILS,
  confidential: false,
  accessedOn: "2024-06-01",
};

describe.each(CITATION_FORMATS)("export and import: %s", (format) => {
  const roundTrip = (works: ExportedWork[]) => {
    const read = parseCitations(exportSources(works, format).text);
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.format).toBe(format);
    return read.value.citations;
  };

  test.each(SOURCE_KINDS)("%s", (kind) => {
    const doi = kind === "article" ? "10.1000/182" : null;
    const { id: _, confidential: __, accessedOn, ...fields } = { ...work, kind, doi };
    // With a DOI, it is the journal.
    if (doi)
      Object.assign(fields, { publisher: null, details: { ...NO_DETAILS, containerTitle: work.publisher } });
    const [read] = roundTrip([{ ...work, kind, doi }]);
    const url = format === "bibtex" ? work.url?.replace("{x}", "%7Bx%7D") : work.url;
    expect(read).toMatchObject({ fields: { ...fields, url }, accessedOn, problems: [] });
  });

  test.each(["2024", "2024-05", null])("published %s", (publishedOn) => {
    expect(roundTrip([{ ...work, publishedOn }])[0]?.fields.publishedOn).toBe(publishedOn);
  });

  test("names with suffixes, and organisations with commas", () => {
    const authors = [
      "King, Martin Luther, Jr.",
      "van der Berg, Anna",
      "Department for Environment, Food and Rural Affairs",
      "Bureau of Alcohol, Tobacco, Firearms and Explosives",
      "Example, Inc.",
      "Ortega y Gasset, José",
    ];
    expect(roundTrip([{ ...work, authors }])[0]?.fields.authors).toEqual(authors);
  });

  test("only a title", () => {
    const bare = {
      url: null,
      doi: null,
      publisher: null,
      publishedOn: null,
      language: null,
      archiveUrl: null,
    };
    const [read] = roundTrip([{ ...work, ...bare, authors: [], accessedOn: null, kind: "other" }]);
    expect(read?.fields).toMatchObject({ ...bare, title: work.title, authors: [], kind: "other" });
  });

  test("keeps the order, excludes and counts confidential sources", () => {
    const works = [
      { ...work, title: "One" },
      { ...work, title: "Hidden", confidential: true },
      { ...work, title: "Two" },
    ];
    expect(exportSources(works, format)).toMatchObject({ exported: 2, excluded: 1 });
    expect(exportSources(works, format).text).not.toContain("Hidden");
    expect(roundTrip(works).map(({ fields }) => fields.title)).toEqual(["One", "Two"]);
  });

  test("fields can't inject entries", () => {
    const title = "A\n@misc{x, title={B}}\nER  - \nTY  - GEN\nTI  - C";
    const read = roundTrip([{ ...work, title, publisher: "x}}, url = {https://evil.example" }]);
    expect(read).toHaveLength(1);
    expect(read[0]?.fields).toMatchObject({ title: title.replaceAll(/\s+/g, " ") });
    expect(read[0]?.fields.url).toContain("https://example.org/");
  });
});

test("exports distinguish people, suffixes and organisations", () => {
  const authors = ["King, Martin, Jr.", "Department for Environment, Food and Rural Affairs"];
  const text = (format: "bibtex" | "csl-json") => exportSources([{ ...work, authors }], format).text;
  expect(text("bibtex")).toContain(
    "author = {King, Jr., Martin and {Department for Environment, Food and Rural Affairs}}",
  );
  expect(JSON.parse(text("csl-json"))[0].author).toEqual([
    { family: "King", given: "Martin", suffix: "Jr." },
    { literal: "Department for Environment, Food and Rural Affairs" },
  ]);
});

test("exact BibTeX output", () => {
  const { text } = exportSources(
    [
      {
        ...work,
        title: "Trade & more",
        url: "https://example.org/a",
        authors: ["Müller, Jörg", "Office"],
        publisher: "Times",
      },
    ],
    "bibtex",
  );
  expect(text).toBe(`@online{muller2024trade,
  author = {Müller, Jörg and {Office}},
  title = {{Trade \\& more}},
  organization = {Times},
  date = {2024-05-17},
  year = {2024},
  language = {en-GB},
  url = {https://example.org/a},
  urldate = {2024-06-01},
  note = {Archived copy: https://web.archive.org/web/2024/https://example.org/a},
  month = may,
}
`);
});
