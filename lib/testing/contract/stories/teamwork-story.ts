import type { Actor } from "@/lib/policies/actor";
import { raiseApprovals } from "@/lib/workflows/review/raise-approvals";
import { makeArticle, makeClaim, makePerson, must, revisionOf } from "../../factories";
import { type ExampleRecorder, ifMatch } from "../example-recorder";

/** Calls with which people work together: comments, votes, assignments, and what they read of it. */
export async function teamworkStory({
  call,
  noor,
  second,
}: {
  call: ExampleRecorder["call"];
  noor: Actor;
  /** Token of another person. */
  second: string;
}) {
  const author = await makePerson({ role: "checker", name: "Bo Lind" });
  const made = await makeArticle({ author, title: "Trade falls again" });
  const article = { params: { id: made.id } };
  must(
    await raiseApprovals(noor, {
      articleId: made.id,
      revision: await revisionOf(made.id),
      requiredApprovals: 2,
    }),
  );

  const { answer: people } = await call("listAssignees", { query: { q: "ann" } });
  const [ann] = people.items;
  const read = await call("getArticle", article);
  await call("planArticle", {
    ...article,
    ...ifMatch(read.etag),
    body: { lead: ann.id, dueAt: "2026-12-01T16:00:00Z", priority: "high" },
  });

  const { id } = await makeClaim({ author, article: made, state: "in_review" });
  const claim = { params: { id } };
  const { etag } = await call("getClaim", claim);
  await call("assignClaim", {
    ...claim,
    ...ifMatch(etag),
    body: { assignee: author.id, insteadOf: null },
  });
  await call("listClaimHistory", { ...claim, query: { limit: "10" } });

  const { answer: thread } = await call("startThread", {
    ...article,
    body: { claim: id, body: "Is this in current prices?" },
  });
  const one = { params: { id: thread.id } };
  await call("addComment", { ...one, body: { body: `Yes, @[${noor.id}]: in table 4.` } }, second);
  await call("getThread", one);
  await call("updateThread", { ...one, body: { resolved: true } });
  await call("listThreads", { ...article, query: { claim: id, resolved: "true" } });
  const passage = { start: 0, end: 15 };
  const { answer: other } = await call("startThread", { ...article, body: { passage, body: "How fast?" } });
  const own = { params: { id: other.comments[0].id } };
  const comment = await call("getComment", own);
  const edited = await call("updateComment", {
    ...own,
    ...ifMatch(comment.etag),
    body: { body: "How fast, by which count?" },
  });
  await call("deleteComment", { ...own, ...ifMatch(edited.etag) });

  const first = await call("castVote", {
    ...claim,
    ...ifMatch(etag),
    body: { rating: "false", note: "Customs counted less." },
  });
  await call("castVote", { ...claim, ...ifMatch(first.etag), body: { rating: "true" } }, second);
  await call("getBallot", claim);
  const disputed = await call("getClaim", claim);
  await call("settleDispute", {
    ...claim,
    ...ifMatch(disputed.etag),
    body: { rating: "false", note: "The table of the customs office is final." },
  });

  await call("listArticleHistory", { ...article, query: { kind: "review", limit: "2" } });
  const { answer: news } = await call("listNotifications", { query: { limit: "1" } });
  await call("readNotifications", { body: { ids: news.items.map((each: { id: string }) => each.id) } });
}
