import { describe, expect, test } from "vitest";
import { rationale } from "@/lib/testing/builders";
import { type ClaimContentInput, claimContentInput, LIMITS } from "./claim-input";

const content: ClaimContentInput = { statement: "Taxes rose.", kind: "number" };
const source = { title: "Budget" };

/** The validation messages for an input, by field path. */
function messagesOf(input: unknown): Record<string, string> {
  const parsed = claimContentInput.safeParse(input);
  if (parsed.success) return {};
  return Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join("."), issue.message]));
}

describe("invalid input and its message", () => {
  test.each([
    ["a blank statement", { ...content, statement: "  " }, "statement", "Enter in one sentence"],
    ["a long statement", { ...content, statement: "x".repeat(2001) }, "statement", "2,001 characters"],
    ["a day that does not exist", { ...content, claimedOn: "2024-02-30" }, "claimedOn", "not a date"],
    ["an unknown kind", { ...content, kind: "rumour" }, "kind", "Choose a kind"],
    [
      "a rationale of 100,000 characters",
      { ...content, verdict: { ratingKey: "true", rationaleDoc: rationale("x".repeat(100_000)) } },
      "verdict.rationaleDoc",
      "100,000 characters long; the limit is 20,000",
    ],
    [
      "a script address in a rationale",
      {
        ...content,
        verdict: {
          ratingKey: "true",
          rationaleDoc: {
            type: "doc",
            content: [
              {
                type: "paragraph",
                content: [
                  {
                    type: "text",
                    text: "x",
                    marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }],
                  },
                ],
              },
            ],
          },
        },
      },
      "verdict.rationaleDoc",
      "not http, https or mailto",
    ],
    [
      "a rationale that is not a document",
      { ...content, verdict: { ratingKey: "true", rationaleDoc: "x" } },
      "verdict.rationaleDoc",
      "cannot be read",
    ],
    [
      "an unknown stance",
      { ...content, evidence: [{ stance: "maybe", source }] },
      "evidence.0.stance",
      "supports, refutes",
    ],
    [
      "too many tags",
      { ...content, tags: Array.from({ length: 21 }, (_, i) => `t${i}`) },
      "tags",
      `${LIMITS.tags} tags`,
    ],
  ])("%s", (_, input, path, message) => {
    expect(messagesOf(input)[path]).toContain(message);
  });

  test.each([
    ["a statement of 2,000 characters", { statement: "x".repeat(LIMITS.statement) }],
    ["20 tags", { tags: Array.from({ length: LIMITS.tags }, (_, index) => `t${index}`) }],
    [
      "50 sources",
      { evidence: Array.from({ length: LIMITS.evidence }, () => ({ stance: "context", source })) },
    ],
    [
      "a rationale of 20,000 characters between blank lines",
      {
        verdict: { ratingKey: "true", rationaleDoc: rationale("", "x".repeat(LIMITS.rationale), "") },
      },
    ],
    [
      "a source by its id",
      { evidence: [{ stance: "supports", source: { id: "0190b7a5-7c2e-7cc1-8e4b-3f1d2a9c5e60" } }] },
    ],
  ])("%s is fine", (_, fields) => {
    expect(messagesOf({ ...content, ...fields })).toEqual({});
  });

  test("a script address as a source", () => {
    expect(
      claimContentInput.safeParse({
        ...content,
        evidence: [{ stance: "supports", source: { title: "x", url: "javascript:alert(1)" } }],
      }).success,
    ).toBe(false);
  });
});

test("a rationale is stored as a document and as its text without blank ends", () => {
  const rationaleDoc = rationale("", "The records ", "say otherwise. ");
  const { verdict } = claimContentInput.parse({ ...content, verdict: { ratingKey: "false", rationaleDoc } });
  expect(verdict?.ratingKey).toBe("false");
  expect(verdict?.rationaleDoc.text).toBe("The records \nsay otherwise.");
  expect(verdict?.rationaleDoc.doc).toEqual(rationaleDoc);
});

test("blank fields become null, duplicate tags are removed, defaults are filled in", () => {
  expect(
    claimContentInput.parse({
      ...content,
      claimant: " ",
      tags: ["tax", " tax "],
      evidence: [{ stance: "supports", source: { ...source, url: "" } }],
    }),
  ).toMatchObject({
    claimant: null,
    claimedOn: null,
    tags: ["tax"],
    verdict: null,
    evidence: [{ excerpt: null, source: { title: "Budget", url: null, kind: "web_page", primary: false } }],
  });
});
