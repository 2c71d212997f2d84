import { expect, test } from "vitest";
import { parseArticle } from "./parse-article";
import type { ArticleMetadata } from "./read-metadata";

function metadataOf(head: string, body = "<p>Words</p>"): ArticleMetadata {
  const parsed = parseArticle({
    format: "html",
    value: `<html><head>${head}</head><body>${body}</body></html>`,
    kind: "page",
  });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value.metadata;
}

const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const news = { "@type": ["NewsArticle", "Thing"], headline: "Head", datePublished: "2024-05-17" };

test.each<[string, string, string, ArticleMetadata]>([
  [
    "a graph whose authors and publisher are named elsewhere in it",
    ld({
      "@context": "https://schema.org",
      "@graph": [
        { ...news, author: [{ "@id": "#a" }, { "@id": "#b" }], publisher: { "@id": "#p" }, inLanguage: "de" },
        { "@id": "#a", "@type": "Person", name: "Ada" },
        { "@id": "#b", "@type": "Person", name: "Ben" },
        { "@id": "#p", "@type": "Organization", name: "Blatt" },
      ],
    }),
    "",
    { title: "Head", byline: "Ada, Ben", publisher: "Blatt", publishedAt: "2024-05-17", language: "de" },
  ],
  [
    "an array with authors by name",
    ld([
      { "@type": "WebSite", name: "Site" },
      { ...news, author: ["Ada", "Ben"] },
    ]),
    "",
    { title: "Head", byline: "Ada, Ben", publishedAt: "2024-05-17" },
  ],
  [
    "microdata",
    "<title>One</title>",
    `<span itemprop="author"><b itemprop="name">Ada</b></span><meta itemprop="datePublished" content="2024-05-17"><p>Words</p>`,
    { title: "One", byline: "Ada", publishedAt: "2024-05-17" },
  ],
  [
    "a language that the server says",
    `<meta http-equiv="Content-Language" content="fr">`,
    "",
    { language: "fr" },
  ],
  [
    "an author who is an address, and a name elsewhere",
    `<meta name="author" content="https://x.org/ada">${ld({ ...news, author: { name: "Ada" } })}`,
    "",
    { title: "Head", byline: "Ada", publishedAt: "2024-05-17" },
  ],
  ["a repeated By", `<meta name="author" content="By By Ada">`, "", { byline: "By Ada" }],
  [
    "references that are written twice",
    `<meta property="og:title" content="A &amp;lt; B &amp; C">`,
    "",
    { title: "A < B & C" },
  ],
  [
    "JSON-LD that is broken",
    `<title>One</title><script type="application/ld+json">{"@type":</script>`,
    "",
    { title: "One" },
  ],
])("%s", (_, head, body, metadata) => {
  expect(metadataOf(head, body || "<p>Words</p>")).toEqual(metadata);
});
