import type { Actor } from "@/lib/policies/actor";
import { makeArticle, makeClaim, makePerson } from "@/lib/testing/factories";
import { type ExampleRecorder, ifMatch } from "../example-recorder";

interface Stage {
  call: ExampleRecorder["call"];
  /** An administrator, whose token makes the calls. */
  noor: Actor;
  /** Id of an article that readers see. */
  published: string;
}

const TEXT = "Taxes rose and prices fell. Wages stayed the same.";

/** An article with a title of its own: that of the factory differs from run to run. */
const makeTaxes = (author: Actor, title: string) =>
  makeArticle({ author, title, content: { format: "text", value: TEXT } });

/** Calls that change what is there already: claims, texts, publications, sources, claimants and people. */
export async function deskChangesStory(stage: Stage): Promise<void> {
  await changesClaims(stage);
  await changesText(stage);
  await unpublishes(stage);
  await sortsSources(stage);
  await sortsClaimants(stage);
  await managesPeople(stage);
}

async function changesClaims({ call, noor }: Stage) {
  const article = await makeTaxes(noor, "Taxes and prices");
  const exact = "Taxes rose and prices fell";
  const { id } = await makeClaim({ author: noor, article, anchor: { exact }, statement: `${exact}.` });
  const claim = { params: { id } };
  const read = await call("getClaim", claim);
  const cut = { at: "Taxes rose".length };
  const { answer: parts } = await call("splitClaim", { ...claim, ...ifMatch(read.etag), body: cut });
  const first = await call("getClaim", claim);
  const merged = await call("mergeClaims", {
    ...claim,
    ...ifMatch(first.etag),
    body: { claimId: parts.second.id, revision: parts.second.revision },
  });
  await call("deleteClaim", { ...claim, ...ifMatch(merged.etag) });
  await call("restoreClaim", claim);
}

async function changesText({ call, noor }: Stage) {
  const made = await makeTaxes(noor, "Taxes and wages");
  const exact = "Wages stayed the same";
  const { id } = await makeClaim({ author: noor, article: made, anchor: { exact }, statement: `${exact}.` });
  const article = { params: { id: made.id } };
  const before = await call("getArticle", article);
  const content = { format: "text", value: TEXT.replace("stayed", "remained") };
  await call("createVersion", { ...article, ...ifMatch(before.etag), body: { content } });

  const claim = { params: { id } };
  const waiting = await call("getClaim", claim);
  const confirmed = await call("confirmPosition", { ...claim, ...ifMatch(waiting.etag), body: {} });
  await call("undoPosition", { ...claim, ...ifMatch(confirmed.etag) });

  await call("listVersions", { ...article, query: { limit: "10" } });
  const earlier = { params: { id: made.id, number: "1" } };
  await call("getVersion", earlier);
  const now = await call("getArticle", article);
  await call("restoreVersion", { ...earlier, ...ifMatch(now.etag), body: {} });
}

async function unpublishes({ call, noor, published }: Stage) {
  const article = { params: { id: published } };
  await call("listPublications", { ...article, query: { limit: "10" } });
  const read = await call("getArticle", article);
  const reason = "We are checking this again.";
  await call("unpublishArticle", { ...article, ...ifMatch(read.etag), body: { reason } });

  const draft = await makeArticle({ author: noor });
  await makeClaim({ author: noor, article: draft, state: "approved" });
  const next = { params: { id: draft.id } };
  const ready = await call("getArticle", next);
  const at = new Date(Date.now() + 86_400_000).toISOString();
  await call("schedulePublication", { ...next, ...ifMatch(ready.etag), body: { at } });
  await call("getSchedule", next);
  await call("cancelSchedule", next);
}

async function sortsSources({ call }: Stage) {
  const add = (title: string) => call("createSource", { body: { title, kind: "report" } });
  const { answer: source } = await add("Prices in 2023");
  const { answer: double } = await add("Prices in the year 2023");
  const kept = { params: { id: source.id } };
  const table = Buffer.from("year,prices\n2022,100\n2023,96\n").toString("base64");
  const { answer: file } = await call("addAttachment", {
    ...kept,
    body: { name: "prices.csv", file: table },
  });
  await call("listAttachments", { ...kept, query: { limit: "10" } });
  const attached = { params: { id: source.id, attachment: file.id } };
  await call("downloadAttachment", attached);
  await call("removeAttachment", attached);
  const read = await call("getSource", kept);
  const merged = await call("mergeSources", {
    ...kept,
    ...ifMatch(read.etag),
    body: { sourceId: double.id },
  });
  await call("deleteSource", { ...kept, ...ifMatch(merged.etag) });
}

async function sortsClaimants({ call, noor }: Stage) {
  const article = await makeTaxes(noor, "Who counts");
  const claimantOf = async (exact: string, name: string) => {
    const claimant = { name, kind: "organisation" as const };
    const claim = await makeClaim({ author: noor, article, anchor: { exact }, statement: exact, claimant });
    return claim.claimant?.id ?? "";
  };
  const kept = await claimantOf("Taxes rose", "Statistics Office");
  const merged = await claimantOf("prices fell", "National Statistics Office");
  await call("listClaimants", { query: { q: "national statistics", limit: "10" } });
  const one = { params: { id: kept } };
  const read = await call("getClaimant", one);
  const edited = await call("updateClaimant", {
    ...one,
    ...ifMatch(read.etag),
    body: { aliases: ["NSO"] },
  });
  await call("mergeClaimants", { ...one, ...ifMatch(edited.etag), body: { claimantId: merged } });
  await call("unmergeClaimant", { params: { id: merged } });
}

async function managesPeople({ call }: Stage) {
  // The first by name, as those of factories have names that differ from run to run.
  await makePerson({ name: "Abel Amsel" });
  await call("listPeople", { query: { limit: "1" } });
  const checker = { params: { id: (await makePerson({ name: "Bo Lind", role: "checker" })).id } };
  const read = await call("getPerson", checker);
  const editor = await call("updatePerson", { ...checker, ...ifMatch(read.etag), body: { role: "editor" } });
  await call("updatePerson", { ...checker, ...ifMatch(editor.etag), body: { disabled: true } });
  await call("endSessions", checker);
  const policy = await call("getSignInPolicy");
  const body = { secondFactorRequired: true };
  const changed = await call("updateSignInPolicy", { ...ifMatch(policy.etag), body });
  await call("updateSignInPolicy", { ...ifMatch(changed.etag), body: { secondFactorRequired: false } });
  const { answer: invitation } = await call("invitePerson", {
    body: { name: "Cleo Marsh", email: "cleo@example.org", role: "editor" },
  });
  await call("listInvitations", { query: { limit: "10" } });
  await call("withdrawInvitation", { params: { id: invitation.id } });
}
