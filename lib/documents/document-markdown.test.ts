import { expect, test } from "vitest";
import { documentMarkdown } from "./document-markdown";

const markdown = (main: string) =>
  documentMarkdown(
    `<!doctype html><header><a href="/">Home</a></header><main>${main}</main><footer>End</footer>`,
    "https://desk.example/archive",
  ).trimEnd();

test.each<[string, string, string]>([
  ["a heading with a count", "<h1>Topics <span>30</span></h1>", "# Topics 30"],
  ["facts that only style separates", "<p><b>AP</b><time>3 May</time></p>", "**AP** · 3 May"],
  [
    "an element that only holds a place",
    '<p><span></span><a href="/x">Next</a></p>',
    "[Next](https://desk.example/x)",
  ],
  ["a link to another page", '<a href="/claimants/a?x=1">A</a>', "[A](https://desk.example/claimants/a?x=1)"],
  [
    "a link to another part of the same list",
    '<nav><a href="/archive?after=2">Next</a></nav>',
    "[Next](https://desk.example/archive.md?after=2)",
  ],
  ["a link that is no URL", '<a href="https://[">A</a>', "[A](https://[)"],
  [
    "controls and drawings",
    '<form><input value="x"></form><button>Copy</button><svg><text>3</text></svg><dialog>Menu</dialog><p>Said</p>',
    "Said",
  ],
  ["what is hidden", '<p hidden>No</p><p><span aria-hidden="true">→</span>Yes</p>', "Yes"],
  ["what stands there without a script", "<noscript><p>Without</p></noscript>", "Without"],
  [
    "characters that Markdown reads as marks",
    "<p># 1 *not* strong &lt;b&gt;</p>",
    "\\# 1 \\*not\\* strong \\<b>",
  ],
  [
    "a table",
    "<table><tr><th>Year</th><th>Rate</th></tr><tr><td>2025</td><td>4 %</td></tr></table>",
    "| Year | Rate |\n| ---- | ---- |\n| 2025 | 4 %  |",
  ],
])("%s", (_, html, expected) => expect(markdown(html)).toBe(expected));

test("a page without a main part says nothing", () => {
  expect(documentMarkdown("<p>x</p>", "https://desk.example/")).toBe("");
});
