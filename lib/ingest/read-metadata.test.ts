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
  ["a repeated By", `<meta name="author" content="By By Ada">`, "", { byline: "Ada" }],
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

const DAY = "2024-03-03";

test.each<[string, string, string, string | undefined]>([
  ["words", `<meta property="article:published_time" content="March 3, 2024">`, "", DAY],
  ["words of the page's language", `<meta name="date" content="dom. 3 mars 2024">`, "", DAY],
  ["RFC 2822", `<meta property="article:published_time" content="Sun, 03 Mar 2024 09:15:00 +0200">`, "", DAY],
  ["slashes, year first", `<meta name="date" content="2024/03/03 09:15">`, "", DAY],
  ["packed", `<meta name="pubdate" content="20240303">`, "", DAY],
  ["full stops", `<meta name="publish-date" content="03.03.2024">`, "", DAY],
  ["JSON-LD in words", ld({ "@type": "NewsArticle", datePublished: "3 March 2024" }), "", DAY],
  [
    "an instant stays as it is",
    `<meta name="date" content="2024-03-03T10:00:00Z">`,
    "",
    "2024-03-03T10:00:00Z",
  ],
  [
    "an unreadable one before a readable one",
    `<meta property="article:published_time" content="soon"><meta name="dc.date" content="2024-03-03">`,
    "",
    DAY,
  ],
  [
    "the machine's form of a shown one",
    "",
    `<p>On <time datetime="2024-03-03T09:15">3 March</time></p>`,
    "2024-03-03T09:15",
  ],
  ["a shown one", "", "<time>3 March 2024</time>", DAY],
  ["a shown one with a label", "", `<div class="meta-date">Published on 3 March 2024, 09:15</div>`, DAY],
  ["a shown one in a byline", "", `<div class="byline">By Ada | March 3, 2024 | 4 min read</div>`, DAY],
  [
    "microdata before what is shown",
    "",
    `<time>1 March 2024</time><span itemprop="datePublished" content="2024-03-03"></span>`,
    DAY,
  ],
  ["a shown one without a class", "", "<p>Published: March 3, 2024</p>", DAY],
  [
    "the published one of two",
    "",
    `<p class="meta"><time class="updated" datetime="2024-05-05">5 May</time><time class="published" datetime="2024-03-03">3 March</time></p>`,
    DAY,
  ],
  ["the Persian calendar", "", `<div class="date">۱۳ اسفند ۱۴۰۲</div>`, DAY],
  ["the Thai calendar", "", `<div class="date">3 มี.ค. 2567</div>`, DAY],
  // What is no day of publication.
  ["a month", `<meta name="date" content="March 2024">`, "", undefined],
  ["a year", `<meta name="date" content="2024">`, "", undefined],
  ["5/6 in English of no country", `<meta name="date" content="05/06/2024">`, "", undefined],
  [
    "the day that programs write for none",
    `<meta name="date" content="1970-01-01T00:00:00Z">`,
    "",
    undefined,
  ],
  [
    "a change in a meta element",
    `<meta property="article:modified_time" content="2024-03-03">`,
    "",
    undefined,
  ],
  ["a change in JSON-LD", ld({ "@type": "NewsArticle", dateModified: "2024-03-03" }), "", undefined],
  ["a change that is shown", "", `<p class="date">Updated 3 March 2024</p>`, undefined],
  ["a change in German", "", `<p class="datum">Stand: 3.3.2024, 14:05 Uhr</p>`, undefined],
  ["a change in a time element", "", `<p>Updated: <time datetime="2024-03-03">3 March</time></p>`, undefined],
  ["a copyright", "", `<p class="date">© 3 March 2024</p>`, undefined],
  ["a comment", "", `<div class="comments"><time datetime="2024-03-03">3 March</time></div>`, undefined],
  [
    "a date after the text",
    "",
    `<p>${"Words and more words. ".repeat(20)}</p><time>3 March 2024</time>`,
    undefined,
  ],
  ["a date behind an author", "", `<p class="author">By Ada Byron, 3 March 2024</p>`, "2024-03-03"],
  [
    "a month and a day behind an author",
    "",
    `<p class="byline">By Ada Byron, March 3, 2024</p>`,
    "2024-03-03",
  ],
  [
    "an element with a label before its time",
    "",
    `<p><b>Updated</b><time>3 March 2024</time></p>`,
    undefined,
  ],
  [
    "a time around a whole page",
    "",
    `<time>3 March 2024 ${"and more of the text ".repeat(20)}</time>`,
    undefined,
  ],
  [
    "a date behind nested elements without text",
    "",
    `${'<div class="date">'.repeat(40)}${'<div class="date"></div>'.repeat(500)}${"</div>".repeat(40)}<p class="date">3 March 2024</p>`,
    "2024-03-03",
  ],
  ["an event in a table", "", `<table><tr><td class="date">3 March 2024</td></tr></table>`, undefined],
])("its day: %s", (_, head, body, publishedAt) => {
  expect(metadataOf(`<title>One</title>${head}`, `${body}<p>Words</p>`).publishedAt).toBe(publishedAt);
});

test.each([
  ["en-US", "2024-05-06"],
  ["en-GB", "2024-06-05"],
  ["fr", "2024-06-05"],
])("5/6 in the language %s is %s", (language, publishedAt) => {
  const head = `<meta http-equiv="Content-Language" content="${language}"><meta name="date" content="05/06/2024">`;
  expect(metadataOf(head).publishedAt).toBe(publishedAt);
});

const author = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

test.each<[string, string, string, string | undefined]>([
  [
    "several meta elements",
    author("author", "Ada Byron") + author("author", "Ben Oduya"),
    "",
    "Ada Byron, Ben Oduya",
  ],
  [
    "several properties",
    `<meta property="article:author" content="Ada Byron"><meta property="article:author" content="Ben Oduya">`,
    "",
    "Ada Byron, Ben Oduya",
  ],
  [
    "names as a library has them",
    author("citation_author", "Byron, Ada") + author("citation_author", "Oduya, Ben"),
    "",
    "Byron, Ada; Oduya, Ben",
  ],
  ["a capital in its name", author("Author", "Ada Byron"), "", "Ada Byron"],
  [
    "JSON-LD with more than the meta element",
    author("author", "Ada Byron") + ld({ ...news, author: [{ name: "Ada Byron" }, { name: "Ben Oduya" }] }),
    "",
    "Ada Byron, Ben Oduya",
  ],
  [
    "a meta element with more than JSON-LD",
    author("author", "Ada Byron") +
      author("author", "Ben Oduya") +
      ld({ ...news, author: { name: "Ada Byron" } }),
    "",
    "Ada Byron, Ben Oduya",
  ],
  [
    "the newspaper, and a person in the byline",
    author("author", "Blatt") + author("og:site_name", "Blatt"),
    `<p class="byline">By Ada Byron</p>`,
    "Ada Byron",
  ],
  ["only the newspaper", author("author", "Blatt") + author("og:site_name", "Blatt"), "", "Blatt"],
  [
    "a byline with a line break",
    "",
    `<p class="byline">By Ada Byron, Bremen<br>Published: 13.11.2024</p>`,
    "Ada Byron, Bremen",
  ],
  ["a byline that is only a date", "", `<p class="byline">February 25, 2024</p>`, undefined],
  [
    "two elements of one list",
    "",
    `<ul><li class="author">Ada Byron</li><li class="author">Ben Oduya</li></ul>`,
    "Ada Byron, Ben Oduya",
  ],
  ["a byline without a class", "", `<p>By <a href="/ada">Ada Byron</a></p>`, "Ada Byron"],
  ["a paragraph that begins with By", "", `<p>By Tuesday the work was done.</p>`, undefined],
  [
    "a role in an element of its own",
    "",
    `<div class="byline"><span>Ada Byron</span><span>Political correspondent</span></div>`,
    "Ada Byron",
  ],
  ["a box about the author", "", `<div class="author-box">About the author</div>`, undefined],
  ["an address", `<meta property="article:author" content="https://example.org/ada">`, "", undefined],
  ["the author of a comment", "", `<div class="comments"><span class="author">Troll</span></div>`, undefined],
  [
    "microdata of two",
    "",
    `<span itemprop="author"><b itemprop="name">Ada Byron</b></span> <span itemprop="author"><b itemprop="name">Ben Oduya</b></span>`,
    "Ada Byron, Ben Oduya",
  ],
])("its authors: %s", (_, head, body, byline) => {
  expect(metadataOf(`<title>One</title>${head}`, `${body}<p>Words</p>`).byline).toBe(byline);
});
