import { expect, test } from "vitest";
import { DEFAULT_PREFERENCE, deliveryOf } from "./notification";
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
  ["a comment that concerns no one", comment, []],
  ["a mention", { ...comment, mentionedIds: ["bo"] }, ["bo mention"]],
  [
    "assigned work",
    { kind: "assignment", actorId: "ann", of: "claims", assigneeId: "bo" },
    ["bo claims-assigned"],
  ],
  [
    "a review that is due",
    { kind: "flag", actorId: null, of: "review-due", personId: "bo" },
    ["bo review-due"],
  ],
  [
    "a change of one's own in another article",
    { kind: "flag", actorId: "ann", of: "family-changed", personId: "ann" },
    [],
  ],
  [
    "a disabled webhook",
    { kind: "webhook-disabled", actorId: null, administratorIds: ["bo"] },
    ["bo webhook-disabled"],
  ],
  ["work assigned to oneself", { kind: "assignment", actorId: "ann", of: "lead", assigneeId: "ann" }, []],
  [
    "claims that were submitted, to the lead and the assignee",
    { kind: "submission", actorId: "ann", leadId: "bo", assigneeId: "cy" },
    ["bo claims-submitted", "cy claims-submitted"],
  ],
  [
    "one's own claims that one leads",
    { kind: "submission", actorId: "ann", leadId: "ann", assigneeId: null },
    [],
  ],
  [
    "imported comments, to the people of the article",
    { kind: "comment-import", actorId: "ann", peopleIds: ["ann", "bo", "cy"] },
    ["bo comments-imported", "cy comments-imported"],
  ],
  ["a mention of oneself", { ...comment, mentionedIds: ["ann"] }, []],
  [
    "a reply, to everyone who wrote in the thread",
    { ...comment, participantIds: ["bo", "ann", "cy"] },
    ["bo reply", "cy reply"],
  ],
  ["a comment on a claim", { ...comment, ownerIds: ["bo"] }, ["bo claim-comment"]],
  ["a comment on one's own claim", { ...comment, ownerIds: ["ann"] }, []],
  [
    "a person with several reasons, once",
    { ...comment, mentionedIds: ["bo"], participantIds: ["bo", "cy"], ownerIds: ["cy", "bo", "di"] },
    ["bo mention", "cy reply", "di claim-comment"],
  ],
  [
    "an edit, to the people it newly mentions",
    { kind: "comment-edit", actorId: "ann", mentionedIds: ["bo"] },
    ["bo mention"],
  ],
  ["a claim that is returned", step, ["bo claim-returned"]],
  ["a claim that is approved", { ...step, step: "approved" }, ["bo claim-approved"]],
  ["a claim that is reopened", { ...step, step: "reopened" }, ["bo claim-reopened"]],
  [
    "a claim that is split, to its owners except the actor",
    { ...step, step: "split", ownerIds: ["ann", "cy"] },
    ["cy claim-split"],
  ],
  ["a claim on which the votes differ", { ...step, step: "disputed" }, ["bo claim-disputed"]],
  [
    "an answer of the author, to the person who asked",
    { kind: "author-answer", actorId: null, askedById: "bo" },
    ["bo author-answered"],
  ],
  [
    "a failed publication, to its planner and the article's lead",
    { kind: "publish-failed", actorId: null, plannedById: "bo", leadId: "cy" },
    ["bo publish-failed", "cy publish-failed"],
  ],
  [
    "a failed publication, once to a planner who is also the lead",
    { kind: "publish-failed", actorId: null, plannedById: "bo", leadId: "bo" },
    ["bo publish-failed"],
  ],
];

test.each(rows)("%s", (_, trigger, recipients) => {
  expect(recipientsOf(trigger).map(({ personId, kind }) => `${personId} ${kind}`)).toEqual(recipients);
});

test.each([
  ["the default", {}, "mail"],
  ["the chosen delivery", { deliveries: { mention: "digest" } }, "digest"],
  ["desk, without email", { mail: false }, "desk"],
  ["nothing, without email and desk", { mail: false, deliveries: { mention: "off" } }, "off"],
] as const)("a mention is delivered by %s", (_, chosen, delivery) => {
  expect(deliveryOf({ ...DEFAULT_PREFERENCE, ...chosen }, "mention")).toBe(delivery);
});
