import { insertSnapshot } from "@/lib/db/snapshots";
import { inTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/policies/actor";
import { ok } from "@/lib/result";
import { makeArticle, makeClaim, makeManuscript, makePerson, must } from "@/lib/testing/factories";
import { flagKeys } from "@/lib/watching/flag";
import { raiseFlags } from "@/lib/workflows/flags/raise-flags";
import { answerQuestion } from "@/lib/workflows/manuscripts/author-page";
import { flagDueReviews } from "@/lib/workflows/watching/flag-due-reviews";
import { type ExampleRecorder, ifMatch } from "../example-recorder";

interface Stage {
  call: ExampleRecorder["call"];
  /** An administrator, whose token makes the calls. */
  noor: Actor;
}

const TEXT = "Minister Ines Paredes said that harvests doubled in 2023.\nExports of grain fell by 12.5%.";

const content = { format: "text" as const, value: TEXT };

/** Calls about the work on an article: manuscripts, checklist, versions, watching, the board and figures. */
export async function articleWorkStory(stage: Stage): Promise<void> {
  await asksAuthor(stage);
  await boxesManuscript(stage);
  await restoresDetails(stage);
  await ticksOff(stage);
  await watchesClaims(stage);
  await linksClaims(stage);
  await movesArticle(stage);
  const period = { from: "2020-01-06", to: "2020-01-12" };
  await stage.call("getFigures", { query: period });
  await stage.call("exportFigures", { query: period });
}

async function asksAuthor({ call, noor }: Stage) {
  const made = await makeManuscript({ author: noor, title: "The harvest", content });
  const passage = (exact: string) => ({ author: noor, article: made, verdict: null, anchor: { exact } });
  await makeClaim({
    ...passage("doubled in 2023"),
    statement: "Harvests doubled in 2023.",
    outcome: { kind: "query", question: "Where does this figure come from?" },
  });
  const wording = await makeClaim({
    ...passage("fell by 12.5%"),
    statement: "Exports of grain fell by 12.5%.",
    outcome: { kind: "change", wording: "fell by 11.5%", note: "Customs, table 4." },
  });
  const article = { params: { id: made.id } };
  const { answer: link } = await call("createAuthorLink", {
    ...article,
    body: { name: "Ben Osei", days: 7 },
  });
  const { answer: asked } = await call("listAuthorQuestions", { ...article, query: { limit: "1" } });
  const [question] = asked.items;
  must(
    await answerQuestion({
      token: link.link.split("/").at(-1),
      address: "192.0.2.1",
      outcomeId: question.outcomeId,
      decision: "answer",
      text: "From the ministry's annual report.",
      key: crypto.randomUUID(),
    }),
  );
  await call("listAuthorLinks", { ...article, query: { limit: "10" } });
  await call("revokeAuthorLink", { params: { id: made.id, link: link.id } });
  const { id: claimId, revision } = wording;
  await call("acceptWordings", { ...article, body: { claims: [{ claimId, revision }] } });
  await call("compareVersions", { params: { id: made.id, number: "2" }, query: { from: "1" } });
  const read = await call("getArticle", article);
  await call("changePurpose", {
    ...article,
    ...ifMatch(read.etag),
    body: { purpose: "published_text" },
  });
}

async function restoresDetails({ call, noor }: Stage) {
  const { id } = await makeArticle({ author: noor, title: "A good harvest", content });
  const article = { params: { id } };
  const read = await call("getArticle", article);
  await call("updateArticle", { ...article, ...ifMatch(read.etag), body: { title: "A bad harvest" } });
  const { answer: history } = await call("listArticleHistory", { ...article, query: { limit: "1" } });
  const [{ id: event }] = history.items;
  await call("restoreFromHistory", { params: { id, event }, body: { moment: "before", seen: event } });
}

async function boxesManuscript({ call, noor }: Stage) {
  const manuscript = await makeManuscript({ author: noor, content });
  await makeClaim({
    author: noor,
    article: manuscript,
    verdict: null,
    anchor: { exact: "Exports of grain fell" },
    outcome: { kind: "stands" },
    state: "approved",
    approver: await makePerson({ name: "Ann Lee" }),
  });
  await call("getCheckBox", { params: { id: manuscript.id } });
}

async function ticksOff({ call, noor }: Stage) {
  const article = { params: { id: (await makeArticle({ author: noor, content })).id } };
  const { answer: open } = await call("listChecklist", {
    ...article,
    query: { kind: "figure", state: "open", limit: "10" },
  });
  const [{ kind, start, end }] = open.items;
  const { versionId } = open;
  await call("markItem", { ...article, body: { kind, start, end, versionId, as: "checked" } });
}

async function watchesClaims({ call, noor }: Stage) {
  const made = await makeArticle({ author: noor, title: "Exports of grain", content });
  const claim = await makeClaim({
    author: noor,
    article: made,
    anchor: { exact: "Exports of grain fell by 12.5%" },
    statement: "Exports of grain fell by 12.5% in 2023.",
    state: "approved",
    evidence: [
      { stance: "supports", source: { title: "Grain exports", url: "https://customs.example.org/grain" } },
    ],
  });
  const one = { params: { id: claim.id } };
  const article = { params: { id: made.id } };
  const due = { on: "2099-01-01", reason: "New figures are published." };
  await call("setClaimReviewDate", { ...one, body: due });
  await call("setArticleReviewDate", { ...article, body: due });
  await flagDueReviews(new Date("2099-01-02T12:00:00Z"));
  await call("getArticleWatch", article);
  await call("getClaimWatch", one);

  await pageChanged(made.id, claim.id, claim.evidence[0]?.source.id ?? "");
  const { answer: flags } = await call("listFlags", { query: { kind: "page_changed", limit: "1" } });
  const changed = { params: { id: flags.items[0].id } };
  await call("getPageChange", changed);
  await call("confirmFlag", { ...changed, body: { note: "The figure is still on the page." } });
  const { answer: watch } = await call("getClaimWatch", one);
  await call("reopenFlagged", { params: { id: watch.flags[0].id }, body: { note: "The figure is new." } });

  await call("setClaimReviewDate", { ...one, body: due });
  await call("removeClaimReviewDate", one);
  await call("removeArticleReviewDate", article);
}

/** Two copies of the page of a source, and the flag about them. */
async function pageChanged(articleId: string, claimId: string, sourceId: string) {
  const copyOf = (text: string) =>
    inTransaction(async (tx) =>
      ok(
        await insertSnapshot(tx, {
          sourceId,
          url: "https://customs.example.org/grain",
          title: "Grain exports",
          text,
          body: new TextEncoder().encode(text),
          mediaType: "text/plain",
          bodyHash: "0".repeat(64),
          takenById: null,
        }),
      ),
    );
  const before = must(await copyOf("Exports of grain fell by 12.5% in 2023.\nMore next month."));
  const after = must(await copyOf("Exports of grain fell by 11.5% in 2023.\nMore next month."));
  const detail = { beforeId: before.id, afterId: after.id, lost: ["fell by 12.5%"] };
  const key = flagKeys.page(claimId, sourceId);
  const flag = { kind: "page_changed" as const, key, articleId, claimId, sourceId, detail };
  must(
    await inTransaction(async (tx) => ok(await raiseFlags(tx, [flag], { now: new Date(), actorId: null }))),
  );
}

async function linksClaims({ call, noor }: Stage) {
  const claimIn = async (title: string) => {
    const article = await makeArticle({ author: noor, title, content });
    const statement = "The minister Ines Paredes announced that harvests had doubled.";
    return makeClaim({ author: noor, article, anchor: { exact: "harvests doubled" }, statement });
  };
  const earlier = await claimIn("What the minister said");
  const one = { params: { id: (await claimIn("The speech of the minister")).id } };
  await call("listSimilarClaims", one);
  await call("linkClaims", { ...one, body: { claimId: earlier.id } });
  await call("unlinkClaim", one);
  const read = await call("getClaim", one);
  await call("adoptVerdict", { ...one, ...ifMatch(read.etag), body: { claimId: earlier.id } });
}

async function movesArticle({ call, noor }: Stage) {
  const made = await makeArticle({ author: noor, title: "Mills of the valley", content });
  await makeClaim({ author: noor, article: made, anchor: { exact: "harvests doubled" } });
  await call("moveArticle", { params: { id: made.id }, body: { move: "submit" } });
  await call("getBoard", { query: { q: "mills of the valley", stage: "in_review" } });
}
