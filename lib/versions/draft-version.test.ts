import { Transform } from "@tiptap/pm/transform";
import { expect, test } from "vitest";
import { canonicalText } from "@/lib/document/canonical-text";
import type { DocumentNode } from "@/lib/document/document";
import { articleSchema } from "@/lib/document/schema";
import { doc, p } from "@/lib/testing/builders";
import { draftVersion, type VersionChange } from "./draft-version";

const DOC = doc(p("Trade rose fast."), p("Then it fell."));
const { text: TEXT, toPos } = canonicalText(DOC);

const rangeOf = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

/** An edit of the text as ProseMirror steps. */
function edited(change: (transform: Transform) => void, maxLength = 1000): VersionChange {
  const transform = new Transform(DOC);
  change(transform);
  return {
    kind: "edited",
    versionId: "new",
    doc: DOC.toJSON() as DocumentNode,
    steps: transform.steps.map((step) => step.toJSON()),
    maxLength,
  };
}

/** Follows "fell" from the current version and "Trade rose" from an older one. */
function draft(change: VersionChange) {
  const older = "Old news. Trade rose fast.";
  return draftVersion({
    language: "en",
    change,
    texts: new Map([
      ["new", TEXT],
      ["old", older],
    ]),
    passages: [
      { versionId: "new", ...rangeOf(TEXT, "fell") },
      { versionId: "old", ...rangeOf(older, "Trade rose") },
    ],
  });
}

test.each<[string, VersionChange, string, string[]]>([
  [
    "a replaced text",
    { kind: "replaced", text: "So. Trade rose fast. Then it fell." },
    "So. Trade rose fast. Then it fell.",
    ["moved fell", "moved Trade rose"],
  ],
  [
    "an edited text",
    edited((transform) => void transform.insert(toPos(TEXT.indexOf("fell")), articleSchema.text("again "))),
    "Trade rose fast.\nThen it again fell.",
    ["moved fell", "moved Trade rose"],
  ],
])("follows passages into %s, from the versions that they are in", (_, change, text, expected) => {
  const made = draft(change);
  if (!made.ok) throw new Error(made.error.message);
  expect(made.value.text).toBe(text);
  expect(
    made.value.outcomes.map((outcome) =>
      "range" in outcome
        ? `${outcome.kind} ${text.slice(outcome.range.start, outcome.range.end)}`
        : outcome.kind,
    ),
  ).toEqual(expected);
  expect(made.value.doc === null).toBe(change.kind === "replaced");
});

test.each<[string, VersionChange, RegExp]>([
  [
    "steps of another document",
    { ...edited(() => {}), steps: [{ stepType: "replace", from: 900, to: 901 }] } as VersionChange,
    /do not match the current text/,
  ],
  ["unknown steps", { ...edited(() => {}), steps: [{ stepType: "no" }] } as VersionChange, /do not match/],
  [
    "a text without words",
    edited((transform) => void transform.delete(1, DOC.content.size - 1)),
    /no text left/,
  ],
  [
    "a text that is too long",
    edited((transform) => void transform.insert(1, articleSchema.text("aaaa")), 30),
    /the limit is 30/,
  ],
])("refuses %s", (_, change, message) => {
  const made = draft(change);
  expect(made.ok ? null : made.error.message).toMatch(message);
});
