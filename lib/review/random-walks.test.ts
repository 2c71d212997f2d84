import fc from "fast-check";
import { expect, test } from "vitest";
import type { ClaimState } from "@/lib/claims/claim";
import { defaultScale } from "@/lib/ratings/default-scale";
import type { Rating } from "@/lib/ratings/rating";
import { REVIEW_STEPS, type ReviewEvent, type ReviewStepName, transition } from "./transition";
import { ballotFor, isVotingOver, standingVotes, type Vote, visibleVotes } from "./vote";

const PEOPLE = ["ada", "bea", "cem", "dov", "eva"] as const;
type Person = (typeof PEOPLE)[number];
const ratings = defaultScale.ratings.slice(0, 2) as [Rating, Rating];

interface Move {
  by: Person;
  /** "edit" changes the content, including the verdict. */
  action: ReviewStepName | "edit";
  rating: 0 | 1;
  note: string | null;
}

const move: fc.Arbitrary<Move> = fc.record({
  by: fc.constantFrom(...PEOPLE),
  action: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom("vote", "submit", "approve", "publish") },
    { weight: 1, arbitrary: fc.constantFrom("edit" as const, ...REVIEW_STEPS) },
  ),
  rating: fc.constantFrom(0, 0, 1),
  note: fc.constantFrom(null, " ", "Because."),
});

/** One claim as the workflows store it, with a log that only the assertions read. */
class Desk {
  state: ClaimState = "draft";
  excluded = false;
  contentRevision = 1;
  rating: 0 | 1 = 0;
  authors = new Set<Person>(["ada"]);
  votes: Vote[] = [];
  decided = new Set<number>();
  log: { by: Person; action: Move["action"]; rating: string; note: string | null; content: number }[] = [];

  constructor(readonly required: number) {}

  get claim() {
    return {
      state: this.state,
      contentRevision: this.contentRevision,
      voting: { required: this.required },
    };
  }

  apply({ by, action, rating, note }: Move): void {
    const { key } = ratings[rating];
    const content = this.contentRevision;
    if (action === "edit") {
      if (this.state === "retired") return;
      this.state = "draft";
      this.contentRevision += 1;
      this.rating = rating;
      this.authors = new Set(["ada", by]);
      this.log.push({ by, action, rating: key, note, content });
      return;
    }
    // The policies refuse these.
    if (["approve", "vote", "settle"].includes(action) && this.authors.has(by)) return;
    const event: ReviewEvent =
      action === "vote"
        ? { action, voterId: by, ratingKey: key }
        : action === "settle"
          ? { action, ratingKey: key, note }
          : { action, note };
    const standing = standingVotes(this.votes, content);
    const outcome = transition(
      {
        state: this.state,
        excluded: this.excluded,
        missing: [],
        ratingKey: ratings[this.rating].key,
        requiredApprovals: this.required,
        votes: standing.map((vote) => ({ voterId: vote.voter.id, ratingKey: vote.rating.key })),
      },
      event,
    );
    if (!outcome.ok) return;
    if (action === "vote") {
      const voter = { id: by, name: by };
      this.votes.push({ contentRevision: content, voter, rating: ratings[rating], note, at: "" });
      if (outcome.value.state !== this.state) this.decided.add(content);
    }
    if (action === "settle") this.rating = rating;
    if ((action === "submit" || action === "raise_approvals") && standing.length > 0)
      this.contentRevision += 1;
    this.state = outcome.value.state;
    this.excluded = outcome.value.excluded;
    this.log.push({ by, action, rating: key, note, content });
  }
}

/** Who signed the current content since it was last submitted, derived from the log alone. */
function signers(desk: Desk): {
  voted: Set<Person>;
  agreed: Set<Person>;
  settled: boolean;
  approved: Set<Person>;
} {
  const start = desk.log.findLastIndex(({ action }) => action === "submit" || action === "raise_approvals");
  const round = desk.log.slice(start + 1);
  const named = (action: string) =>
    new Set(round.filter((each) => each.action === action).map(({ by }) => by));
  const verdict = ratings[desk.rating].key;
  return {
    voted: named("vote"),
    agreed: new Set(
      round.filter((each) => each.action === "vote" && each.rating === verdict).map(({ by }) => by),
    ),
    settled: round.some(({ action }) => action === "settle"),
    approved: named("approve"),
  };
}

const walk = fc.record({
  required: fc.integer({ min: 1, max: 4 }),
  moves: fc.array(move, { minLength: 15, maxLength: 60 }),
});
const runs = { numRuns: 600 };

test("a claim is approved only by the required number of people, none of them an author, on the same content", () => {
  let published = 0;
  fc.assert(
    fc.property(walk, ({ required, moves }) => {
      const desk = new Desk(required);
      for (const each of moves) {
        desk.apply(each);
        if (desk.state !== "approved" && desk.state !== "published") continue;
        if (desk.state === "published") published += 1;
        const { voted, agreed, settled, approved } = signers(desk);
        for (const person of desk.authors)
          expect(voted.has(person) || approved.has(person), `${person} wrote it`).toBe(false);
        if (required === 1) expect(approved.size).toBe(1);
        else if (settled) expect(voted.size).toBe(required);
        else expect([...agreed]).toHaveLength(required);
        // The content didn't change after the signatures.
        const last = desk.log.findLastIndex(({ action }) => action === "edit");
        const submitted = desk.log.findLastIndex(
          ({ action }) => action === "submit" || action === "raise_approvals",
        );
        expect(submitted).toBeGreaterThan(last);
      }
    }),
    runs,
  );
  expect(published).toBeGreaterThan(100);
});

test("votes on older content never count", () => {
  fc.assert(
    fc.property(walk, ({ required, moves }) => {
      const desk = new Desk(required);
      for (const each of moves) {
        const before = desk.state;
        desk.apply(each);
        if (before !== "in_review" || (desk.state !== "disputed" && desk.state !== "approved")) continue;
        if (required === 1) continue;
        const standing = standingVotes(desk.votes, desk.contentRevision);
        expect(standing).toHaveLength(required);
        expect(new Set(standing.map(({ voter }) => voter.id)).size).toBe(required);
      }
    }),
    runs,
  );
});

test("people see no other votes before they have voted, unless voting is over", () => {
  let hidden = 0;
  fc.assert(
    fc.property(walk, ({ required, moves }) => {
      const desk = new Desk(required);
      for (const each of moves) {
        desk.apply(each);
        const standing = standingVotes(desk.votes, desk.contentRevision);
        const seen = PEOPLE.flatMap((viewer) => {
          const hasVoted = standing.some(({ voter }) => voter.id === viewer);
          if (hasVoted || isVotingOver(desk.state) || desk.decided.has(desk.contentRevision)) return [];
          if (standing.length > 0) hidden += 1;
          const { votes } = ballotFor(viewer, desk.claim, desk.votes);
          return [...(votes ?? []), ...visibleVotes(viewer, desk.claim, desk.votes, desk.decided)].filter(
            (vote) => vote.contentRevision === desk.contentRevision && vote.voter.id !== viewer,
          );
        });
        expect(seen).toEqual([]);
      }
    }),
    runs,
  );
  expect(hidden).toBeGreaterThan(100);
});

test("every return, settled dispute and exclusion has a note", () => {
  fc.assert(
    fc.property(walk, ({ required, moves }) => {
      const desk = new Desk(required);
      for (const each of moves) desk.apply(each);
      for (const { action, note } of desk.log)
        if (["return", "settle", "exclude"].includes(action)) expect(note?.trim()).toBeTruthy();
    }),
    runs,
  );
});
