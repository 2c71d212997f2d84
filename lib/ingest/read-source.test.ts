import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { NO_DETAILS } from "@/lib/sources/source-details";
import { docxFile, paragraph } from "@/lib/testing/docx-file";
import { readSource } from "./read-source";

const read = (page: string | Uint8Array) =>
  readSource({ name: "page", bytes: typeof page === "string" ? new TextEncoder().encode(page) : page });

/** A page with some head. */
const page = (head: string) => `<html lang="en"><head>${head}</head><body><p>Trade rose.</p></body></html>`;
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const jsonLd = (data: unknown) =>
  page(`<title>Title</title><script type="application/ld+json">${JSON.stringify(data)}</script>`);

describe("JSON-LD", () => {
  test.each<[string, unknown, object]>([
    [
      "a graph whose picture comes first, and whose nodes point to each other",
      {
        "@graph": [
          { "@type": "WebSite", "@id": "#site", name: "Site" },
          { "@type": "ImageObject", "@id": "#image", name: "A picture" },
          {
            "@type": "Article",
            headline: "Trade rose",
            author: { "@id": "#jane" },
            publisher: { "@id": "#times" },
            datePublished: "2024-05-17T10:00:00+00:00",
          },
          { "@type": "Organization", "@id": "#times", name: "Example Times" },
          { "@type": ["Person"], "@id": "#jane", name: "Jane Doe" },
        ],
      },
      {
        title: "Trade rose",
        authors: ["Doe, Jane"],
        publisher: "Example Times",
        publishedOn: "2024-05-17",
        type: "article",
      },
    ],
    [
      "a list, with a person, a body and a date in words",
      [
        {
          "@type": "NewsArticle",
          headline: "Trade rose",
          author: [
            { "@type": "Person", familyName: "Martínez García", givenName: "José" },
            { "@type": "Organization", name: "Reuters" },
          ],
          datePublished: "May 17, 2024",
        },
      ],
      { authors: ["Martínez García, José", "Reuters"], publishedOn: "2024-05-17", type: "article" },
    ],
    [
      "a paper in its journal",
      {
        "@type": "ScholarlyArticle",
        name: "On trade",
        isPartOf: {
          "@type": "PublicationIssue",
          isPartOf: { "@type": "Periodical", name: "Trade Studies" },
        },
        publisher: { "@type": "Organization", name: "Printing House" },
        sameAs: "https://doi.org/10.1000/ABC",
      },
      {
        title: "On trade",
        publisher: "Printing House",
        details: { ...NO_DETAILS, containerTitle: "Trade Studies" },
        doi: "10.1000/abc",
        type: "article",
      },
    ],
    [
      "a dataset",
      {
        "@type": "Dataset",
        name: "Figures",
        creator: { "@type": "Organization", name: "Statistics Office" },
        identifier: { "@type": "PropertyValue", propertyID: "DOI", value: "10.5281/zenodo.1" },
      },
      { authors: ["Statistics Office"], doi: "10.5281/zenodo.1", type: "dataset" },
    ],
    [
      "a law",
      { "@type": "Legislation", name: "Trade Act", legislationDate: "2020-01-02" },
      { title: "Trade Act", publishedOn: "2020-01-02", type: "law" },
    ],
  ])("%s", async (_, data, expected) => {
    expect(await read(jsonLd(data))).toMatchObject(expected);
  });

  test("with breaks inside its texts, in a comment", async () => {
    const script = '<!-- {"@type": "NewsArticle", "headline": "Trade\nrose"} -->';
    expect(await read(page(`<script type="application/ld+json">${script}</script>`))).toMatchObject({
      title: "Trade rose",
      type: "article",
    });
  });
});

describe("meta", () => {
  test.each<[string, string, object]>([
    [
      "of a paper: its journal and its printer",
      meta("citation_title", "On trade") +
        meta("citation_author", "Anna van der Berg") +
        meta("citation_author", "Roe, John") +
        meta("citation_publisher", "Printing House") +
        meta("citation_journal_title", "Trade Studies") +
        meta("citation_publication_date", "2024/5/7") +
        meta("citation_doi", "doi:10.1000/ABC"),
      {
        authors: ["van der Berg, Anna", "Roe, John"],
        publisher: "Printing House",
        details: { ...NO_DETAILS, containerTitle: "Trade Studies" },
        publishedOn: "2024-05-07",
        doi: "10.1000/abc",
        type: "article",
      },
    ],
    [
      "Dublin Core in capitals, with an identifier that is no DOI before one that is",
      meta("DC.Title", "Figures") +
        meta("DC.Creator", "Ministry of Trade") +
        meta("DC.Date.Issued", "17 May 2024") +
        meta("DC.Identifier", "ISBN 1") +
        meta("DC.Identifier", "https://doi.org/10.1000/x"),
      { title: "Figures", authors: ["Ministry of Trade"], publishedOn: "2024-05-17", doi: "10.1000/x" },
    ],
    [
      "a date that says nothing before one that does, and a byline of two",
      meta("article:published_time", "yesterday") +
        meta("date", "2024-05-17") +
        meta("author", "By Jane Doe and John Roe"),
      { publishedOn: "2024-05-17", authors: ["Doe, Jane", "Roe, John"] },
    ],
    [
      "several authors, one element each, and an organisation",
      meta("author", "By Jane Doe") +
        meta("author", "Gabriel García Márquez") +
        meta("author", "Reuters Staff"),
      { authors: ["Doe, Jane", "García Márquez, Gabriel", "Reuters Staff"] },
    ],
    [
      "the date of a paper before that of its page",
      meta("article:published_time", "2024-06-01") + meta("citation_publication_date", "2024/05"),
      { publishedOn: "2024-05" },
    ],
  ])("%s", async (_, head, expected) => {
    expect(await read(page(head))).toMatchObject(expected);
  });
});

test.each([
  ["en-GB", "2024-06-05"],
  ["en-US", "2024-05-06"],
  ["en", "2024"],
])("a date of slashes is read in the language of the page: %s", async (language, publishedOn) => {
  const html = page(meta("date", "05/06/2024")).replace('lang="en"', `lang="${language}"`);
  expect(await read(html)).toMatchObject({ publishedOn });
});

test("the encoding that a server declares", async () => {
  const bytes = Buffer.from(page("<title>\u00d7\u00cf\u00c4\u00c1</title>"), "latin1");
  expect(await readSource({ name: "page", bytes, charset: "koi8-r" })).toMatchObject({ title: "вода" });
});

test("a page in an older encoding", async () => {
  const latin = page(
    '<meta charset="iso-8859-1"><title>Größe</title><meta name="author" content="Jörg Müller">',
  );
  expect(await read(Buffer.from(latin, "latin1"))).toMatchObject({
    title: "Größe",
    authors: ["Müller, Jörg"],
    text: "Trade rose.",
  });
});

test("a page with large scripts and data is still read", async () => {
  const heavy = `<script>var a = "${"x".repeat(3_000_000)}";</script><!-- ${"y".repeat(3_000_000)} --><img src="data:image/png;base64,${"A".repeat(1_000_000)}">`;
  const body = "<p>Trade came to 240 billion, says the Büro.</p>".repeat(3);
  expect(
    await read(`<html><head><title>Heavy</title></head><body>${heavy}${body}</body></html>`),
  ).toMatchObject({
    title: "Heavy",
    text: expect.stringContaining("Trade came to 240 billion, says the Büro."),
  });
});

test.each([
  ["its own", "Trade yearbook", "Trade yearbook"],
  ["its first line, where a program named its file", "Microsoft Word - draft7.docx", "Figures of trade"],
])("a PDF has a title: %s", async (_, title, expected) => {
  const pdf = NodeCompiler.create().pdf({
    mainFileContent: `#set document(title: "${title}")\n= Figures of trade\nIt doubled in 2023, says the office.`,
  });
  expect(await read(new Uint8Array(pdf))).toMatchObject({
    title: expected,
    type: "report",
    mediaType: "application/pdf",
    text: expect.stringContaining("It doubled in 2023"),
  });
});

test.each<[string, Uint8Array | string, object]>([
  [
    "a DOCX",
    docxFile(paragraph("It doubled."), {
      core: "<dc:title>Trade</dc:title><dc:creator>Ada;Max</dc:creator>",
    }),
    { title: "Trade", authors: ["Ada", "Max"], text: "It doubled.", type: "report" },
  ],
  [
    "an RTF",
    "{\\rtf1{\\info{\\title Trade}}It doubled.}",
    { title: "Trade", authors: [], text: "It doubled.", mediaType: "application/rtf" },
  ],
  [
    "a mail with a page in it",
    "From: Ada <a@b.org>\nSubject: Trade\nDate: Tue, 5 Mar 2024 10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/html\n\n<html><head><title>Not this</title></head><p>It doubled.</p></html>",
    {
      title: "Trade",
      authors: ["Ada"],
      text: "It doubled.",
      publishedOn: "2024-03-05",
      mediaType: "message/rfc822",
    },
  ],
])("%s as a source has its own title and authors", async (_, file, expected) => {
  expect(await read(file)).toMatchObject(expected);
});

test("a picture is known by its content", async () => {
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: "red" } })
    .jpeg()
    .toBuffer();
  expect(await read(picture)).toMatchObject({
    type: "media",
    mediaType: "image/jpeg",
    text: "",
    title: "page",
  });
});
