import { expect, test } from "vitest";
import { deliveryOf, USUAL_PREFERENCE } from "./notification";
import { type NotificationTrigger, recipientsOf } from "./recipients";

const comment = {
  kind: "comment",
  actorId: "ann",
  mentionedIds: [],
  participantIds: [],
  ownerIds: [],
} as const;
const step = { kind: "claim-step", actorId: "ann", step: "returned", ownerIds: ["bo"] } as const;

const rows: [string, NotificationTrigger, string[]][] = [
  ["a comment that concerns nobody", comment, []],
  ["a mention", { ...comment, mentionedIds: ["bo"] }, ["bo mention"]],
  [
    "work that is given",
    { kind: "assignment", actorId: "ann", of: "claims", assigneeId: "bo" },
    ["bo claims-assigned"],
  ],
  ["work that one takes", { kind: "assignment", actorId: "ann", of: "lead", assigneeId: "ann" }, []],
  ["a mention of oneself", { ...comment, mentionedIds: ["ann"] }, []],
  [
    "a reply, to each who wrote before",
    { ...comment, participantIds: ["bo", "ann", "cy"] },
    ["bo reply", "cy reply"],
  ],
  ["a comment on a claim", { ...comment, ownerIds: ["bo"] }, ["bo claim-comment"]],
  ["a comment on one's own claim", { ...comment, ownerIds: ["ann"] }, []],
  [
    "somebody whom it concerns in every way, once",
    { ...comment, mentionedIds: ["bo"], participantIds: ["bo", "cy"], ownerIds: ["cy", "bo", "di"] },
    ["bo mention", "cy reply", "di claim-comment"],
  ],
  [
    "an edit, to those whom it mentions anew",
    { kind: "comment-edit", actorId: "ann", mentionedIds: ["bo"] },
    ["bo mention"],
  ],
  ["a claim that is returned", step, ["bo claim-returned"]],
  ["a claim that is approved", { ...step, step: "approved" }, ["bo claim-approved"]],
  ["a claim that is reopened", { ...step, step: "reopened" }, ["bo claim-reopened"]],
  [
    "a claim that is split, to its owners but who did it",
    { ...step, step: "split", ownerIds: ["ann", "cy"] },
    ["cy claim-split"],
  ],
  ["a claim on which the votes differ", { ...step, step: "disputed" }, ["bo claim-disputed"]],
  [
    "a publication that did not come, to who planned it and who leads the article",
    { kind: "publish-failed", actorId: null, plannedById: "bo", leadId: "cy" },
    ["bo publish-failed", "cy publish-failed"],
  ],
  [
    "the same to somebody who did both, once",
    { kind: "publish-failed", actorId: null, plannedById: "bo", leadId: "bo" },
    ["bo publish-failed"],
  ],
];

test.each(rows)("%s", (_, happening, told) => {
  expect(recipientsOf(happening).map(({ personId, kind }) => `${personId} ${kind}`)).toEqual(told);
});

test.each([
  ["what is usual", {}, "mail"],
  ["what was chosen", { deliveries: { mention: "digest" } }, "digest"],
  ["no mail", { mail: false }, "desk"],
  ["no mail, and not in the desk either", { mail: false, deliveries: { mention: "off" } }, "off"],
] as const)("a mention is delivered by %s", (_, chosen, delivery) => {
  expect(deliveryOf({ ...USUAL_PREFERENCE, ...chosen }, "mention")).toBe(delivery);
});
