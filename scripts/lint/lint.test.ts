import { describe, expect, it } from "vitest";
import { checkFrozenReports } from "./check-frozen-reports";
import { checkImports } from "./check-imports";
import { checkMessages } from "./check-messages";
import { checkStorage } from "./check-storage";
import { checkStyles } from "./check-styles";
import { checkTypstWords } from "./check-typst-words";
import { checkWords } from "./check-words";
import { findLoops } from "./find-loops";
import { parseSource, type SourceFile } from "./source-file";

/** Files by path, with what each holds. */
function project(texts: Record<string, string>): SourceFile[] {
  const known = new Set(Object.keys(texts));
  return Object.entries(texts).map(([path, text]) => parseSource(path, text, known));
}

describe("findLoops", () => {
  it.each([
    ["none in a chain", { a: ["b"], b: ["c"], c: [] }, []],
    ["two that point at each other", { a: ["b"], b: ["a"] }, [["a", "b"]]],
    ["a loop of three, beside a tail", { a: ["b"], b: ["c"], c: ["a"], d: ["a"] }, [["a", "b", "c"]]],
    [
      "two loops",
      { a: ["b"], b: ["a", "c"], c: ["d"], d: ["c"] },
      [
        ["c", "d"],
        ["a", "b"],
      ],
    ],
  ])("finds %s", (_, graph, loops) => {
    expect(findLoops(new Map(Object.entries(graph).map(([node, next]) => [node, new Set(next)])))).toEqual(
      loops,
    );
  });
});

describe("checkImports", () => {
  it.each([
    [
      "a room below that imports one above",
      { "lib/claims/a.ts": 'import "@/lib/review/b";', "lib/review/b.ts": "" },
      [
        "lib/claims/a.ts:1: lib/claims must not import lib/review/b.ts. What it can import is in scripts/lint/rooms.ts.",
      ],
    ],
    [
      "React in the core",
      { "lib/claims/a.ts": '\nimport { useState } from "react";' },
      ["lib/claims/a.ts:2: lib/claims must not import react."],
    ],
    [
      "Prisma outside lib/db, by re-export",
      { "lib/workflows/a.ts": 'export { x } from "@prisma/client";' },
      ["lib/workflows/a.ts:1: lib/workflows must not import @prisma/client."],
    ],
    [
      "a workflow in a component, by dynamic import",
      { "components/x/a.ts": 'await import("@/lib/workflows/b");', "lib/workflows/b.ts": "" },
      [
        "components/x/a.ts:1: components must not import lib/workflows/b.ts. What it can import is in scripts/lint/rooms.ts.",
      ],
    ],
    [
      "files that import each other's types",
      {
        "lib/claims/a.ts": 'import type { B } from "./b";',
        "lib/claims/b.ts": 'import type { A } from "./a";',
      },
      ["These files import each other: lib/claims/a.ts, lib/claims/b.ts."],
    ],
    [
      "folders that import each other",
      {
        "components/a/one.ts": 'import "@/components/b/one";',
        "components/b/one.ts": "",
        "components/b/two.ts": 'import type { X } from "@/components/a/two";',
        "components/a/two.ts": "",
      },
      ["These folders import each other: components/a, components/b."],
    ],
  ])("refuses %s", (_, texts, findings) => {
    expect(checkImports(project(texts as Record<string, string>))).toEqual(findings);
  });

  it("lets a folder and one that lies in it import each other", () => {
    const files = project({
      "lib/api/openapi.ts": 'import "@/lib/api/operations/all";',
      "lib/api/operation.ts": "",
      "lib/api/operations/all.ts": 'import "@/lib/api/operation";',
    });
    expect(checkImports(files)).toEqual([]);
  });

  it("refuses a folder that holds too much", () => {
    const texts = Object.fromEntries(
      Array.from({ length: 26 }, (_, index) => [`lib/claims/f${index}.ts`, ""]),
    );
    expect(checkImports(project(texts))).toEqual([
      "lib/claims holds 26 source files. Sort them into rooms (at most 25 each).",
    ]);
  });
});

describe("checkStorage", () => {
  it.each([
    ["the global", "components/a/b.ts", 'localStorage.getItem("a");', ["localStorage"]],
    ["a property of the window", "app/b.tsx", "window.sessionStorage;", ["sessionStorage"]],
    ["a property by its name", "lib/b.ts", 'globalThis["indexedDB"];', ["indexedDB"]],
    ["each use", "components/b.ts", "localStorage.a(localStorage.b);", ["localStorage", "localStorage"]],
    ["none in the room itself", "components/storage/b.ts", "localStorage.clear();", []],
    ["none in a test", "components/b.test.ts", "localStorage.clear();", []],
    ["none in what tests share", "components/b.testing.ts", "localStorage.clear();", []],
    ["none in a comment or a longer string", "components/b.ts", '// localStorage\nf("in localStorage");', []],
  ])("finds %s", (_, path, text, names) => {
    expect(checkStorage(project({ [path]: text })).map((each) => each.match(/: (\w+) may/)?.[1])).toEqual(
      names,
    );
  });
});

describe("checkWords", () => {
  it.each([
    ["text of an element", "<p>Save the claim</p>", ["Save the claim"]],
    ["a label", '<Field label="Verdict" />', ["Verdict"]],
    ["text in braces", '<p>{open && "Close"}</p>', ["Close"]],
    [
      "a sentence in code",
      'say({ tone: "plain", text: `Claim $' + "{n} is saved.` })",
      ["Claim … is saved."],
    ],
    ["nothing where a catalogue is asked", '<p title={t("save")}>{t("claims", { count: 2 })}</p>', []],
    ["nothing in class names and links", '<a className="mark mark-active" href="/desk/some page">†</a>', []],
  ])("finds %s", (_, code, words) => {
    const findings = checkWords(project({ "components/x/a.tsx": `const a = ${code};` }));
    expect(findings).toEqual(
      words.map((each) => `components/x/a.tsx:1: "${each}" belongs in a catalogue in lib/words/en.`),
    );
  });
});

describe("checkWords, by file", () => {
  it.each([
    ["components/reader/pages/a.tsx", true],
    ["components/reader-script/a.ts", true],
    ["lib/reports/a.ts", true],
    ["lib/reports/a.test.ts", false],
    ["lib/reports/upgrade/upgrade-labels.ts", false],
    ["lib/claims/a.ts", false],
  ])("%s is checked: %s", (path, isChecked) => {
    expect(checkWords(project({ [path]: 'const a = "Not found yet.";' })).length > 0).toBe(isChecked);
  });

  it.each([['`<path d="M0 0h16" fill="none"/>`'], ['"width=device-width, initial-scale=1"']])(
    "markup is no text: %s",
    (code) => {
      expect(checkWords(project({ "lib/reports/a.ts": `const d = ""; const a = ${code};` }))).toEqual([]);
    },
  );
});

describe("checkTypstWords", () => {
  it.each([
    ["text in a block", "#if a [Claim #number]", ["Claim"]],
    ["text after one", "[#a] The page is gone#b", ["The page is gone"]],
    ["nothing in comments and strings", 'text(font: "Source Serif")[#a] // The page is gone', []],
    ["nothing in code", "#if a [#b] else [#c]", []],
  ])("finds %s", (_, text, words) => {
    expect(checkTypstWords([{ path: "a.typ", text }])).toEqual(
      words.map((each) => `a.typ:1: "${each}" belongs in a catalogue in lib/words/en.`),
    );
  });
});

describe("checkFrozenReports", () => {
  it.each([
    [
      "a selection",
      "lib/db/a.ts",
      "client.publication.findMany({ select: { report: true } })",
      "report: true",
    ],
    ["its type", "lib/db/a.ts", "fromJson<Report>(row.report)", "fromJson<Report>"],
    ["SQL", "lib/db/a.ts", 'sql`SELECT p."report"->1`', '"report"->'],
    ["nothing where it is allowed", "lib/db/read-publication.ts", "select({ report: true })", null],
    ["nothing that writes", "lib/db/a.ts", "create({ data: { report: toJson(report) } })", null],
    ["nothing in other rooms", "lib/x/a.ts", "const a = { report: true };", null],
  ])("finds %s", (_, path, code, found) => {
    expect(checkFrozenReports(project({ [path]: code }))).toEqual(
      found === null
        ? []
        : [
            `${path}:1: "${found}" reads a frozen Report. Only lib/db/read-publication.ts does; use readPublication.`,
          ],
    );
  });
});

it("checkStyles finds sizes and spaces that are not on the scales", () => {
  const text = `.a { /* margin: 9rem */ margin: 0 auto 0.33rem; padding: var(--space-2) 1px; }
.b { font-size: 0.91rem; max-width: 40rem; gap: calc(2 * var(--space-1)) }
@media print { .c { font-size: 11pt } }`;
  expect(checkStyles([{ path: "a.css", text }])).toEqual([
    'a.css:1: "margin: 0 auto 0.33rem" is not one of the sizes in components/ui/base.css.',
    'a.css:2: "font-size: 0.91rem" is not one of the sizes in components/ui/base.css.',
  ]);
});

it("checkMessages finds messages that cannot be read, straight apostrophes, and messages that no code uses", () => {
  const messages = {
    save: "Save",
    count: "{count, plural, one {# claim}}",
    gone: "Gone",
    curly: "It can’t be saved.",
    straight: "It can't be saved.",
    escaped: "It takes '{'braces'}'.",
    "state.draft": "Draft",
    "state.open": "Open",
  };
  const code = 't("save"); t("count"); t("curly"); t("straight"); t("escaped"); t(`state.${' + "state}`)";
  expect(checkMessages([{ path: "en/x.json", messages }], project({ "lib/x/a.ts": code }))).toEqual([
    expect.stringMatching(/^en\/x\.json: "count" is not a message: /),
    'en/x.json: no code uses "gone".',
    'en/x.json: "straight" has a straight apostrophe. Write ’.',
  ]);
});
