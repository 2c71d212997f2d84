import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ComparedBlock } from "@/lib/anchoring/compare-texts";
import { contentAt } from "./content-at";
import { describeEvent } from "./describe-event";
import type { HistoryContext, HistoryEvent } from "./history-event";

const context: HistoryContext = {
  claimNumber: (id) => ({ c3: 3, c4: 4 })[id] ?? null,
  ratingLabel: (key) => ({ false: "False", "needs-context": "Needs context" })[key] ?? key,
  people: [{ id: "01a213e7-981d-718a-8a97-4e54bb426f7c", name: "Noor Aziz" }],
};

function event(action: string, from: object | null, to: object | null): HistoryEvent {
  const [targetType = ""] = action.split(".");
  return {
    id: "1",
    at: "2026-11-25T10:00:00.000Z",
    actor: { id: "a", name: "Ada" },
    action,
    targetType,
    targetId: targetType === "claim" ? "c3" : "x",
    articleId: null,
    from: from as HistoryEvent["from"],
    to: to as HistoryEvent["to"],
  };
}

/** Compared text in one line: -removed- and +added+. */
const plain = (blocks: readonly ComparedBlock[]) =>
  blocks
    .flatMap((block) => (block.kind === "changed" ? block.parts : [block]))
    .map(({ kind, text }) => (kind === "same" ? text : kind === "removed" ? `-${text}-` : `+${text}+`))
    .join(" ");

const verdict = (ratingKey: string, rationaleText: string) => ({
  verdict: { ratingKey, rationaleText, rationaleDoc: {} },
});

describe("describes the action", () => {
  test.each<[string, object | null, object | null, string]>([
    ["claim.create", null, { statement: "Ten." }, "marked claim 3 “Ten.”"],
    ["claim.edit", { statement: "a" }, { statement: "b" }, "changed the statement of claim 3"],
    [
      "claim.edit",
      { statement: "a", tags: [] },
      { statement: "b", tags: ["c"] },
      "changed the statement and the tags of claim 3",
    ],
    [
      "claim.edit",
      verdict("false", "x"),
      verdict("needs-context", "x"),
      "changed the verdict of claim 3 from False to Needs context",
    ],
    ["claim.edit", verdict("false", "x"), verdict("false", "y"), "changed the rationale of claim 3"],
    ["claim.edit", { verdict: null }, verdict("false", "x"), "set the verdict of claim 3 to False"],
    ["claim.edit", verdict("false", "x"), { verdict: null }, "removed the verdict False from claim 3"],
    [
      "claim.assign",
      { assignee: null },
      { assignee: { id: "a", name: "Ada" } },
      "assigned claim 3 to themselves",
    ],
    ["claim.assign", { assignee: null }, { assignee: { id: "b", name: "Bo" } }, "assigned claim 3 to Bo"],
    ["claim.assign", { assignee: { id: "b", name: "Bo" } }, { assignee: null }, "unassigned claim 3 from Bo"],
    [
      "claim.assign",
      { assignee: { id: "a", name: "Ada" } },
      { assignee: null },
      "unassigned themselves from claim 3",
    ],
    [
      "article.assign",
      { lead: null, dueAt: null, priority: "normal" },
      { lead: { id: "b", name: "Bo" }, dueAt: "2026-12-01T10:00:00Z", priority: "high" },
      "assigned the lead to Bo, set the due time to 1 December 2026 at 10:00 UTC and changed the priority from normal to high",
    ],
    ["claim.merge", { mergedClaimId: "c4" }, {}, "merged claim 4 into claim 3"],
    ["message.receive", null, { state: "spam" }, "received a message of a reader, as spam"],
    ["message.receive", null, { state: "open" }, "received a message of a reader"],
    ["message.receive", null, null, "received a message of a reader"],
    [
      "message.set-state",
      { state: "open" },
      { state: "closed" },
      "changed the state of a message from open to closed",
    ],
    ["message.set-state", null, null, "changed the state of a message from ? to ?"],
    ["message.handle", { assignee: null }, { assignee: "Bo" }, "assigned a message of a reader to Bo"],
    ["message.handle", { assignee: "Bo" }, { assignee: null }, "unassigned a message of a reader"],
    ["message.handle", { assignee: "Bo" }, { assignee: "Bo" }, "wrote a note on a message of a reader"],
    ["message.handle", null, null, "wrote a note on a message of a reader"],
    ["message.handle", { assignee: "Bo" }, null, "unassigned a message of a reader"],
    ["message.handle", null, { assignee: "Bo" }, "assigned a message of a reader to Bo"],
    ["message.answer", null, { isMailed: true }, "answered a reader by email"],
    ["message.answer", null, null, "marked a message of a reader as answered elsewhere"],
    [
      "article.change-purpose",
      { purpose: "published_text" },
      { purpose: "manuscript" },
      "turned the article into a manuscript",
    ],
    [
      "article.change-purpose",
      { purpose: "manuscript" },
      { purpose: "published_text" },
      "turned the manuscript into a public fact-check",
    ],
    ["author-link.revoke", { author: "Cleo" }, null, "withdrew the link for the author Cleo"],
    ["author-link.revoke", null, null, "withdrew the link for the author"],
    [
      "article.import-claims",
      null,
      { count: 12, name: "report.json" },
      "imported 12 claims from report.json",
    ],
    ["article.import-claims", null, { count: 1, name: null }, "imported 1 claim"],
    ["comment.create", null, { claimId: null, body: "Who?" }, "commented"],
    ["comment.create", null, { claimId: "c4", body: "Who?" }, "commented on claim 4"],
    ["comment.delete", { claimId: "c4", body: "Who?" }, null, "deleted a comment on claim 4"],
    ["claim.split", { claimId: "c4" }, {}, "split claim 4: the second part is claim 3"],
    ["claim.confirm-anchor", { exact: "a" }, { exact: "a" }, "confirmed the position of claim 3"],
    ["claim.confirm-anchor", { exact: "a" }, { exact: "b" }, "moved claim 3"],
    ["claim.restore-anchor", { exact: "b" }, { exact: "a" }, "undid the confirmed position of claim 3"],
    [
      "claim.restore-content",
      {},
      { restored: { event: "7", moment: "before" } },
      "restored claim 3 to before an earlier change",
    ],
    ["article.edit-text", { version: 1 }, { version: 2 }, "edited the text: version 1 became 2"],
    [
      "article.restore-text",
      { version: 2 },
      { version: 3, restored: 1 },
      "restored the text of version 1: version 2 became 3",
    ],
    ["article.publish", { publication: null }, { publication: 1 }, "published the article"],
    [
      "article.schedule",
      { at: null },
      { at: "2026-11-25T10:00:00.000Z" },
      "scheduled the publication for 25 November 2026 at 10:00 UTC",
    ],
    [
      "article.redact",
      null,
      { redaction: 1, kind: "source", reason: "x", publications: [2, 1], spots: 4 },
      "redacted a source in publications 1 and 2",
    ],
    ["article.redact", null, { kind: "passage", publications: [3] }, "redacted a passage in publication 3"],
    ["article.unpublish", { status: "published" }, { reason: "x" }, "unpublished the article"],
    ["source.check-link", {}, { linkState: "gone" }, "found that the source's page is gone"],
    ["claim.second-look", null, null, "did “second look” on claim 3"],
    ["desk.change-settings", null, null, "did “change settings” on the desk"],
  ])("%s %j → %j", (action, from, to, did) => {
    expect(describeEvent(event(action, from, to), context)).toMatchObject({ who: "Ada", did });
  });

  test("events without an actor are attributed to the system", () => {
    expect(describeEvent({ ...event("source.keep", null, {}), actor: null }, context).who).toBe("The system");
  });
});

describe("lists the differences", () => {
  test("word by word", () => {
    const { differences } = describeEvent(
      event("claim.edit", { statement: "Trade rose fast." }, { statement: "Trade rose slowly." }),
      context,
    );
    expect(differences).toEqual([
      {
        label: "Statement",
        blocks: [
          {
            kind: "changed",
            parts: [
              { kind: "same", text: "Trade rose " },
              { kind: "removed", text: "fast" },
              { kind: "added", text: "slowly" },
              { kind: "same", text: "." },
            ],
          },
        ],
      },
    ]);
  });

  test.each<[string, object | null, object | null, string[]]>([
    ["equal values are no difference", { title: "T", byline: "a" }, { title: "T", byline: "b" }, ["Byline"]],
    [
      "a rating and a rationale are separate",
      verdict("false", "a"),
      verdict("true", "b"),
      ["Verdict", "Rationale"],
    ],
    ["a rating alone is one difference", verdict("false", "a"), verdict("true", "a"), ["Verdict"]],
    ["a rationale alone is one difference", verdict("false", "a"), verdict("false", "b"), ["Rationale"]],
    ["a field missing from the earlier side", { title: "T" }, { title: "T", byline: "b" }, ["Byline"]],
    ["a deletion removes every field", { title: "T", byline: "b" }, null, ["Title", "Byline"]],
    ["an event without values", null, null, []],
    ["a field missing from the later side", { title: "T" }, { byline: "b" }, ["Byline"]],
    ["fields that are not shown", { textHash: "a" }, { textHash: "b" }, []],
    [
      "sources, one per line",
      { evidence: [] },
      { evidence: [{ stance: "refutes", excerpt: "No.", source: { title: "Customs" } }] },
      ["Sources"],
    ],
  ])("%s", (_, from, to, labels) => {
    const { differences } = describeEvent(event("article.edit-details", from, to), context);
    expect(differences.map(({ label }) => label)).toEqual(labels);
  });
});

describe("shows only one side", () => {
  test.each<[string, string, object | null, object | null, string]>([
    ["of what is new", "claim.create", null, { statement: "Ten." }, "+Ten.+"],
    ["of what is deleted", "claim.delete", { statement: "Ten." }, null, "-Ten.-"],
    ["of the second half of a claim", "claim.split", { statement: "Nine." }, { statement: "Ten." }, "+Ten.+"],
  ])("%s", (_, action, from, to, text) => {
    const { differences } = describeEvent(event(action, from, to), context);
    expect(differences.map(({ label, blocks }) => [label, plain(blocks)])).toEqual([["Statement", text]]);
  });
});

describe("a correction that was published is shown with its claim", () => {
  test.each<[string, object | null, [string, string][]]>([
    [
      "of a claim",
      { claimId: "c3", field: "verdict", from: "False", to: "True" },
      [["Claim 3 verdict", "-False- +True+"]],
    ],
    [
      "of an unknown claim",
      { claimId: "c9", field: "verdict", from: "False", to: "True" },
      [["Claim verdict", "-False- +True+"]],
    ],
    [
      "without a claim",
      { field: "verdict", from: "False", to: "True" },
      [["Claim verdict", "-False- +True+"]],
    ],
    [
      "that added a value",
      { claimId: "c3", field: "verdict", from: null, to: "True" },
      [["Claim 3 verdict", "+True+"]],
    ],
    [
      "that removed a value",
      { claimId: "c3", field: "verdict", from: "False" },
      [["Claim 3 verdict", "-False-"]],
    ],
    [
      "of a date",
      { claimId: "c3", field: "claimedOn", from: null, to: "2024-05-17" },
      [["Claim 3 claimedOn", "+17 May 2024+"]],
    ],
    [
      "of sources",
      {
        claimId: "c3",
        field: "sources",
        from: [],
        to: [
          { stance: "supports", unnamed: false, text: "Budget" },
          { stance: "refutes", unnamed: true, text: "" },
          "unreadable",
        ],
      },
      [["Claim 3 sources", "+Supports: Budget+ +Refutes: Confidential source+"]],
    ],
    [
      "of a claim that can’t be read",
      { claimId: ["c3"], field: "verdict", from: "False", to: "True" },
      [["Claim verdict", "-False- +True+"]],
    ],
    ["that can’t be read", null, []],
  ])("%s", (_, correction, expected) => {
    const { differences } = describeEvent(
      event("article.publish", null, { corrections: [correction] }),
      context,
    );
    expect(differences.map(({ label, blocks }) => [label, plain(blocks)])).toEqual(expected);
  });

  test.each([null, {}, { corrections: "none" }])("none in a publication with %j", (to) => {
    expect(describeEvent(event("article.publish", null, to), context).differences).toEqual([]);
  });
});

describe("what can be restored from an event", () => {
  test.each<[string, object | null, object | null, string | null]>([
    ["article.edit-details", {}, {}, "details"],
    ["article.restore-details", {}, {}, "details"],
    ["article.edit-text", {}, {}, null],
    ["source.update", {}, {}, "source"],
    ["source.restore", {}, {}, "source"],
    ["source.create", null, {}, null],
    ["setting.change", {}, {}, "setting"],
    ["claim.create", null, {}, "claim"],
    ["claim.edit", {}, {}, "claim"],
    ["claim.merge", {}, {}, "claim"],
    ["claim.split", {}, {}, "claim"],
    ["claim.restore-content", {}, {}, "claim"],
    ["claim.delete", {}, null, "claim"],
    ["claim.edit", null, null, null],
    ["claim.approve", {}, {}, null],
  ])("%s %j → %j: %s", (action, from, to, restores) => {
    expect(describeEvent(event(action, from, to), context).restores).toBe(restores);
  });
});

describe("an event shows full content, not a change, if its target was new", () => {
  test.each<[string, object | null, object | null, boolean]>([
    ["claim.create", null, { statement: "Ten." }, true],
    ["claim.split", { statement: "Ten and nine." }, { statement: "Ten." }, true],
    ["claim.edit", { statement: "Ten." }, { statement: "Nine." }, false],
  ])("%s %j → %j: %s", (action, from, to, fresh) => {
    expect(describeEvent(event(action, from, to), context).fresh).toBe(fresh);
  });
});

describe("content at an earlier event", () => {
  const now = { statement: "3", claimant: "x" };
  const events = [
    { from: { claimant: "z" } },
    { from: { statement: "2", number: 9 } },
    { from: { statement: "1", claimant: "y" } },
  ];
  test.each([
    ["before", { statement: "1", claimant: "y" }],
    ["after", { statement: "2", claimant: "z" }],
  ] as const)("%s the oldest of three changes", (moment, content) => {
    expect(contentAt(now, events, moment)).toEqual(content);
  });

  test("an event that recorded no old values changes nothing", () => {
    expect(contentAt(now, [{ from: null }], "before")).toEqual(now);
  });

  test("the fields of today stay as they are", () => {
    contentAt(now, events, "before");
    expect(now).toEqual({ statement: "3", claimant: "x" });
  });
});

test("an edited comment is compared as people read it; other comment events have no differences", () => {
  const body = (word: string) => ({
    claimId: null,
    body: `@[01a213e7-981d-718a-8a97-4e54bb426f7c] ${word}?`,
  });
  const edited = describeEvent(event("comment.edit", body("Who"), body("When")), context);
  expect(edited.differences).toMatchObject([{ label: "Comment" }]);
  expect(JSON.stringify(edited.differences)).toContain("@Noor Aziz");
  expect(describeEvent(event("comment.delete", body("Who"), null), context).differences).toEqual([]);
});

test.each([
  ["requiredApprovals", 1, 2, "Required approvals", "2 people sign"],
  ["tags", { list: [], free: true }, { list: ["trade"], free: false }, "Tags", "Other tags are not allowed."],
])("a change of the setting %s is described by its values", (key, from, to, label, text) => {
  const change = { ...event("setting.change", { value: from }, { value: to }), targetId: key };
  const { differences } = describeEvent(change, context);
  expect(differences).toMatchObject([{ label }]);
  expect(JSON.stringify(differences)).toContain(text);
});

test.each<[string, string, unknown, unknown]>([
  ["that is unknown", "colours", 1, 2],
  ["whose new value can’t be read", "requiredApprovals", 1, "two"],
  ["that stays the same", "requiredApprovals", 2, 2],
])("a setting %s has no differences", (_, targetId, from, to) => {
  const change = { ...event("setting.change", { value: from }, { value: to }), targetId };
  expect(describeEvent(change, context).differences).toEqual([]);
});

test("a setting whose old value can’t be read is compared with nothing", () => {
  const change = {
    ...event("setting.change", null, { value: { list: ["trade"], free: false } }),
    targetId: "tags",
  };
  const [difference] = describeEvent(change, context).differences;
  expect(plain(difference?.blocks ?? [])).toBe("+trade+ +Other tags are not allowed.+");
});

test("an edited scale is compared rating by rating", () => {
  const rating = (label: string) => ({
    label,
    definition: "It is so.",
    value: 1,
    colour: "red",
    underline: "solid",
    icon: "cross",
  });
  const scale = (label: string) => ({ name: "Ours", version: 2, ratings: [rating("True"), rating(label)] });
  const { differences, did } = describeEvent(event("scale.edit", scale("False"), scale("Wrong")), context);
  expect(did).toBe("saved version 2 of the rating scale “Ours”");
  expect(differences).toMatchObject([{ label: "Ratings", blocks: [{ kind: "same" }, { kind: "changed" }] }]);
  expect(describeEvent(event("scale.edit", scale("False"), scale("False")), context).differences).toEqual([]);
});

test("every action that a workflow logs has a description", () => {
  const folder = join(import.meta.dirname, "..", "workflows");
  // Queued writes and keys of mails have names of the same form, but are no actions.
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !/test|apply-desk-write|people.mails/.test(name),
  );
  const action =
    /"((?:article|claim|comment|source|user|invitation|guest|message|page|api-token|webhook|setting|scale|sign-in-policy)\.[a-z_-]+)"/g;
  const actions = files.flatMap((name) =>
    [...readFileSync(join(folder, name), "utf8").matchAll(action)].map(([, found]) => found as string),
  );
  expect(actions.length).toBeGreaterThan(50);
  const undescribed = actions.filter((name) =>
    /^did “/.test(describeEvent(event(name, {}, {}), context).did),
  );
  expect([...new Set(undescribed)]).toEqual([]);
});

test.each([
  ["page:about:de", "edited the page “About us” (de)"],
  ["page:methodology:en", "edited the page “How we check” (en)"],
  ["page:imprint:en", "edited the page imprint (en)"],
  ["page", "edited the page  ()"],
])("the page %s was edited", (targetId, sentence) => {
  expect(describeEvent({ ...event("page.edit", null, null), targetId }, context).did).toBe(sentence);
});
