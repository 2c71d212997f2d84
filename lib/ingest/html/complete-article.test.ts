import { expect, test } from "vitest";
import { parseArticle } from "../parse-article";

/** A paragraph as long as those of articles; "P1" in what is expected. */
const P = (number: number) =>
  `<p>The harbour board said on Tuesday that the new breakwater would be ready by autumn, that its costs had been checked twice, and that paragraph ${number} of its report explains why.</p>`;

function read(inside: string, head = ""): { text: string; notes: string[] } {
  const parsed = parseArticle({
    format: "html",
    kind: "page",
    value: `<!doctype html><html lang="en"><head><title>Breakwater ready by autumn</title>${head}</head><body>${inside}</body></html>`,
  });
  if (!parsed.ok) throw new Error(parsed.error.message);
  const text = parsed.value.text
    .replace(/The harbour board said on Tuesday.*?paragraph (\d+) of its report explains why\./g, "P$1")
    .replaceAll("\n", "|");
  return { text, notes: parsed.value.notes };
}

const H = "<h1>Breakwater ready by autumn</h1>";
const updates = (make: (number: number) => string) => [1, 2, 3, 4].map(make).join("");

test.each<[string, string, string]>([
  [
    "two long items",
    `<article>${H}<ol><li><p>The breakwater costs 240 million, which is twice as much as the board said, and nobody has said why.</p></li><li><p>The quay costs 12 million, which is half as much as the board had feared, as its report says.</p></li></ol></article>`,
    "The breakwater costs 240 million, which is twice as much as the board said, and nobody has said why.|The quay costs 12 million, which is half as much as the board had feared, as its report says.",
  ],
  [
    "the line before a list",
    `<article>${H}<p>Four things to know of it:</p><ol>${updates((n) => `<li>${P(n)}</li>`)}</ol></article>`,
    "Four things to know of it:|P1|P2|P3|P4",
  ],
  [
    "short items",
    `<article>${H}<p>Facts:</p><ul><li>It cost $240 million.</li><li>It is long.</li></ul></article>`,
    "Facts:|It cost $240 million.|It is long.",
  ],
  [
    "a list of figures in the text, but not one of links",
    `<article>${H}${P(1)}<p>In numbers:</p><ul><li>Cost: $240</li><li><a href=/s>Ships</a>: 1,200 a year</li></ul>${P(2)}<ul class="related"><li><a href=/1>Related story</a></li><li><a href=/2>Another story</a></li></ul>${P(3)}${P(4)}${P(5)}</article>`,
    "P1|In numbers:|Cost: $240|Ships: 1,200 a year|P2|P3|P4|P5",
  ],
  [
    "sections with short texts",
    `<div>${H}${[1, 2, 3, 4, 5].map((n) => `<section><h2>Thing ${n}</h2>${n % 2 ? `<p>Number ${n} cost 2${n} million.</p>` : P(n)}</section>`).join("")}</div>`,
    "Thing 1|Number 1 cost 21 million.|Thing 2|P2|Thing 3|Number 3 cost 23 million.|Thing 4|P4|Thing 5|Number 5 cost 25 million.",
  ],
  [
    "questions and answers",
    `<article>${H}<p>Answers:</p><dl>${updates((n) => `<dt>Question ${n}?</dt><dd>${P(n)}</dd>`)}</dl></article>`,
    "Answers:|Question 1?|P1|Question 2?|P2|Question 3?|P3|Question 4?|P4",
  ],
  [
    "no advertisement, sharing or newsletter",
    `<article>${H}${P(1)}<div class="newsletter sidebar"><p>Sign up for our newsletter to get the news every day.</p></div><div class="social"><p>Share this article with your friends now.</p></div>${P(2)}<aside><p>More news from the coast, every day.</p></aside>${P(3)}${P(4)}${P(5)}</article>`,
    "P1|P2|P3|P4|P5",
  ],
  [
    "the updates of a live blog with their times",
    `<main>${H}<p>We follow the opening here.</p>${updates((n) => `<div class="update"><time datetime="2024-03-03T1${n}:05Z">1${n}:05</time><h3>Update ${n}</h3><p>At the quay ${n}00 ships waited for the harbour board to decide.</p></div>`)}</main><footer>Imprint</footer>`,
    `We follow the opening here.|${[1, 2, 3, 4].map((n) => `1${n}:05|Update ${n}|At the quay ${n}00 ships waited for the harbour board to decide.`).join("|")}`,
  ],
  [
    "updates that are articles in an article",
    `<nav><a href=/>Home</a></nav><article>${H}${updates((n) => `<article class="post"><header><time>1${n}.05 GMT</time></header>${P(n)}</article>`)}</article>`,
    [1, 2, 3, 4].map((n) => `1${n}.05 GMT|P${n}`).join("|"),
  ],
  [
    "updates whose times are plain text",
    `<article>${H}<div>${updates((n) => `<div class="entry"><span>1${n}:05</span><p>Ship ${n} enters the harbour now, says the board, as planned.</p></div>`)}<div class="entry"><span>10:05</span>${P(1)}</div></div></article>`,
    `${[1, 2, 3, 4].map((n) => `1${n}:05|Ship ${n} enters the harbour now, says the board, as planned.`).join("|")}|10:05|P1`,
  ],
  [
    "an AMP page",
    `<amp-sidebar><ul><li>Menu</li></ul></amp-sidebar><article>${H}<figure><amp-img src="https://x.org/a.jpg" width=600 height=400></amp-img><figcaption>The harbour in 2024</figcaption></figure>${P(1)}<amp-ad><div placeholder>Loading</div></amp-ad>${P(2)}<amp-accordion><section><h4>Cost</h4><p>It cost $240 million.</p></section></amp-accordion>${P(3)}</article>`,
    "The harbour in 2024|P1|P2|Cost|It cost $240 million.|P3",
  ],
  [
    "a shadow tree with slots",
    `<x-page><template shadowrootmode="open"><main><article><slot></slot></article></main></template>${H}${P(1)}<fact-box><template shadowrootmode="open"><p>It cost <slot></slot> in all.</p></template>$240 million</fact-box>${P(2)}</x-page>`,
    "P1|It cost $240 million in all.|P2",
  ],
  [
    "text that only screen readers skip",
    `<article>${H}${P(1)}<div aria-hidden="true"><p>The wall is 900 metres long, as the board said in its report on Tuesday, and nobody doubts it.</p></div><p>It cost <span aria-hidden="true">$240</span><span class="sr-only">240 dollars</span>.</p>${P(2)}<div class="modal" aria-hidden="true"><p>Subscribe now, because the news is better with our newsletter, as everyone says.</p></div></article>`,
    "P1|The wall is 900 metres long, as the board said in its report on Tuesday, and nobody doubts it.|It cost $240.|P2",
  ],
  [
    "text behind a button that shows more",
    `<article>${H}${P(1)}${P(2)}<div id="rest" hidden>${P(3)}<p>It cost $240 million.</p></div><button aria-controls="rest">Read more</button></article>`,
    "P1|P2|P3|It cost $240 million.",
  ],
])("%s", (_, inside, text) => {
  expect(read(inside).text).toBe(text);
});

const AUTHOR =
  '<meta name="author" content="Mara Oduya"><meta property="article:published_time" content="2024-03-03T14:05:00Z">';
test.each<[string, string, string]>([
  [
    "title, authors and date",
    `<div class=x>By <b>Mara Oduya</b> | 3 March 2024, 14:05 GMT</div><p>Published: March 3, 2024</p>${P(1)}`,
    "P1",
  ],
  ["the author alone", `<p class=x>Mara Oduya</p>${P(1)}`, "P1"],
  [
    "another date stays",
    `<p class=x>In May 2019 it began.</p><p>Updated 6 May 2024</p>${P(1)}`,
    "In May 2019 it began.|Updated 6 May 2024|P1",
  ],
  [
    "a sentence about the author stays",
    `<p class=x>Mara Oduya won a prize.</p>${P(1)}`,
    "Mara Oduya won a prize.|P1",
  ],
])("lines at the top that repeat the details: %s", (_, inside, text) => {
  expect(read(`<article>${H}${inside}${P(2)}${P(3)}</article>`, AUTHOR).text).toBe(`${text}|P2|P3`);
});

const ld = (value: string) =>
  `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Breakwater ready by autumn","isAccessibleForFree":${value}}</script>`;
test.each<[string, string, string, RegExp | null]>([
  ["declared", ld("false"), "", /for subscribers: only the beginning/],
  ["declared as text", ld('"False"'), "", /for subscribers/],
  ["declared as free", ld("true"), "", null],
  [
    "declared for a part",
    ld('true, "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": "false"}'),
    "",
    /for subscribers/,
  ],
  [
    "offered",
    "",
    "<div class=wall><p>Subscribe to continue reading this article.</p></div>",
    /offers a subscription to continue reading/,
  ],
  [
    "offered in German",
    "",
    "<div class=wall><p>Jetzt abonnieren und weiterlesen</p></div>",
    /offers a subscription/,
  ],
  ["a newsletter is none", "", "<div class=wall><p>Subscribe to our newsletter.</p></div>", null],
])("a paywall that is %s", (_, head, more, note) => {
  const { notes } = read(`<article>${H}${P(1)}${P(2)}${more}</article>`, head);
  expect(notes).toEqual(note ? [expect.stringMatching(note)] : []);
});

test("a hidden passage of the article is noted", () => {
  const { text, notes } = read(`<article>${H}${P(1)}<div hidden>${P(9)}</div>${P(2)}${P(3)}</article>`);
  expect(text).toBe("P1|P2|P3");
  expect(notes).toEqual([
    expect.stringMatching(/^A hidden passage was left out: “The harbour board said .{20,40}…”$/),
  ]);
});
