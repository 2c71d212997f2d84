import type { Actor } from "@/lib/policies/actor";
import { makeArticle, makePerson, must } from "@/lib/testing/factories";
import { createToken } from "@/lib/workflows/people/api-tokens";
import { type ExampleRecorder, ifMatch } from "../example-recorder";

interface Stage {
  call: ExampleRecorder["call"];
  /** An administrator, whose token makes the calls. */
  noor: Actor;
}

/** One pixel, as PNG. */
const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** Calls about the desk itself: its settings, its webhooks, its guests, and the account of the person who calls. */
export async function deskItselfStory(stage: Stage): Promise<void> {
  await changesSettings(stage);
  await writesPages(stage);
  await managesScales(stage);
  await invitesGuests(stage);
  await watchesWebhooks(stage);
  await changesOwnAccount(stage);
  await citesSources(stage);
}

async function changesSettings({ call }: Stage) {
  await call("getSettings");
  const tags = { params: { key: "tags" } };
  const before = await call("getSetting", tags);
  const value = { list: ["climate", "trade"], free: true };
  await call("changeSetting", { ...tags, ...ifMatch(before.etag), body: { value } });
  await call("addLogo", { body: { name: "logo.png", file: PIXEL } });
  await call("listSettingHistory", { query: { limit: "1" } });
}

async function writesPages({ call }: Stage) {
  const text = { params: { name: "about", language: "en" } };
  const before = await call("getPageText", text);
  const sections = { mission: "We check what is said about trade." };
  await call("savePageText", { ...text, ...ifMatch(before.etag), body: { sections } });
  await call("listSitePages");
}

async function managesScales({ call, noor }: Stage) {
  const { answer: all } = await call("listScales", { query: { limit: "1" } });
  const { answer: made } = await call("createScale", { body: { name: "Short", template: "averitec" } });
  const one = { params: { id: made.id } };
  await call("getScale", one);
  const [first, ...others] = made.ratings;
  const { answer: next } = await call("saveScale", {
    ...one,
    body: { ratings: [{ ...first, label: "Not so" }, ...others] },
  });
  await call("chooseDefaultScale", { body: { scale: next.id } });
  await call("chooseDefaultScale", { body: { scale: all.items[0].id } });

  const made2 = await makeArticle({ author: noor, title: "Which scale" });
  const article = { params: { id: made2.id } };
  const { etag } = await call("getStandards", article);
  await call("changeStandards", { ...article, ...ifMatch(etag), body: { requiredApprovals: 2 } });
}

async function invitesGuests({ call, noor }: Stage) {
  const made = await makeArticle({ author: noor, title: "A question for an expert" });
  const article = { params: { id: made.id } };
  const { answer: invited } = await call("inviteGuest", {
    ...article,
    body: { name: "Nia Okoro", email: "nia@example.org", days: 7 },
  });
  const guest = { params: { id: made.id, guest: invited.id } };
  await call("extendGuest", { ...guest, body: { days: 3 } });
  await call("listGuests", { ...article, query: { limit: "10" } });
  await call("revokeGuest", guest);
}

async function watchesWebhooks({ call }: Stage) {
  const { answer: webhook, etag } = await call("addWebhook", {
    body: { url: "https://example.org/obelus", kinds: ["claim.approved"] },
  });
  const one = { params: { id: webhook.id } };
  const kinds = ["claim.approved", "publication.published"];
  const moved = await call("updateWebhook", { ...one, ...ifMatch(etag), body: { kinds } });
  await call("updateWebhook", { ...one, ...ifMatch(moved.etag), body: { state: "paused" } });
  await call("getWebhook", one);
  await call("rotateWebhookSecret", one);
  await call("testWebhook", one);
  const { answer: sent } = await call("listDeliveries", { ...one, query: { limit: "10" } });
  await call("redeliver", { params: { id: sent.items[0].id } });
  await call("deleteWebhook", one);
}

async function changesOwnAccount({ call, noor }: Stage) {
  await call("getOwnAccount");
  await call("changeDates", { body: { language: "en-GB", timeZone: "Europe/Berlin" } });
  await call("changeNotifications", { body: { deliveries: { reply: "mail" } } });
  const { record } = must(await createToken(noor, { name: "Nightly import", scopes: ["read", "write"] }));
  await call("listApiTokens", { query: { limit: "10" } });
  await call("revokeApiToken", { params: { id: record.id } });

  const { answer: view, etag } = await call("saveView", {
    body: { name: "Due this week", query: "due=week&sort=due" },
  });
  const one = { params: { id: view.id } };
  await call("getView", one);
  await call("changeView", { ...one, ...ifMatch(etag), body: { shared: true } });
  await call("listViews", { query: { limit: "10" } });
  await call("deleteView", one);

  const other = await makePerson({ name: "Dag Holm" });
  await makeArticle({ author: other, title: "Harvests doubled" });
  await call("listActivity", { query: { person: other.id, kind: "articles", limit: "1" } });
}

async function citesSources({ call }: Stage) {
  const text = "@report{h, title = {Harvests in 2023}, institution = {Farm Office}, year = {2024}}";
  await call("importCitations", { body: { text } });
  const { answer: found } = await call("listSources", { query: { q: "harvests", limit: "1" } });
  await call("exportCitation", { params: { id: found.items[0].id }, query: { format: "ris" } });
  await call("exportCitations", { query: { q: "harvests", format: "bibtex" } });
}
