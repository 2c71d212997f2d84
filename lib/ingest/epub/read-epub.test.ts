import { expect, test } from "vitest";
import { packed } from "@/lib/testing/docx-file";
import { openArchive } from "../office/open-archive";
import { isEpub, readEpub } from "./read-epub";

const CONTAINER =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>';

function read(chapters: Record<string, string>, more: Record<string, string> = {}) {
  const names = Object.keys(chapters);
  const items = names.map(
    (name, at) =>
      `<item id="c${at}" href="text/${encodeURIComponent(name)}" media-type="application/xhtml+xml"${name === "nav.xhtml" ? ' properties="nav"' : ""}/>`,
  );
  // The order of the spine, not of the manifest.
  const spine = names.map((_, at) => `<itemref idref="c${at}"/>`).reverse();
  const opened = openArchive(
    packed({
      mimetype: "application/epub+zip",
      "META-INF/container.xml": CONTAINER,
      "OEBPS/book.opf": `<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The Trade</dc:title><dc:creator opf:role="aut">Ada Byron</dc:creator><dc:creator opf:role="ill">Max Planck</dc:creator><dc:language>en</dc:language></metadata><manifest>${items.join("")}</manifest><spine>${spine.join("")}</spine></package>`,
      ...Object.fromEntries(
        Object.entries(chapters).map(([name, text]) => [
          `OEBPS/text/${name}`,
          `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body class="x">${text}</body></html>`,
        ]),
      ),
      ...more,
    }),
  );
  if (!opened.ok) throw new Error(opened.error);
  expect(isEpub(opened.value)).toBe(true);
  return readEpub(opened.value, "a.epub");
}

test("an e-book is read in the order of its spine, without its contents page", () => {
  const read1 = read({
    "nav.xhtml": "<p>Contents</p>",
    "chapter 2.xhtml": "<p>Two<a id='x'/> €</p>",
    "chapter 1.xhtml": "<p>One<br/>a</p>",
  });
  expect(read1).toEqual({
    ok: true,
    value: {
      kind: "epub",
      value: "<div><p>One<br/>a</p></div>\n<div><p>Two<a id='x'></a> €</p></div>",
      title: "The Trade",
      byline: "Ada Byron",
      language: "en",
      notes: [],
    },
  });
});

test.each<[string, ReturnType<typeof read>, RegExp]>([
  [
    "a long book",
    read({ "a.xhtml": `<p>${"Costs rose. ".repeat(300_000)}</p>` }),
    /is a book \(1 chapter\), too long/,
  ],
  [
    "a protected book",
    read(
      { "a.xhtml": "x" },
      {
        "META-INF/encryption.xml":
          '<encryption><e:CipherReference xmlns:e="http://www.w3.org/2001/04/xmlenc#" URI="OEBPS/text/a.xhtml"/></encryption>',
      },
    ),
    /is copy-protected/,
  ],
  [
    "a damaged book",
    read({}, { "META-INF/container.xml": "<container/>", "OEBPS/book.opf": "" }),
    /is a damaged e-book/,
  ],
])("%s is refused, with what to do", (_, result, message) => {
  expect(result).toEqual({ ok: false, error: { message: expect.stringMatching(message) } });
});
