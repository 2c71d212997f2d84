import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listAuditEvents } from "@/lib/db/audit-events";
import { disconnect } from "@/lib/db/client";
import { deleteOldSpam } from "@/lib/db/messages";
import { makeStamp } from "@/lib/messages/form-stamp";
import type { ContactValues } from "@/lib/messages/message-input";
import type { Actor } from "@/lib/policies/actor";
import { makeArticle, makeClaim, makePerson, must, revisionOf } from "@/lib/testing/factories";
import { setEnv } from "@/lib/testing/set-env";
import { withTestDatabase } from "@/lib/testing/test-database";
import { listWaitingMails } from "@/lib/testing/waiting-mails";
import { listNotifications } from "@/lib/workflows/notifications/notifications";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { listTextsOfPage, savePage } from "@/lib/workflows/site-pages/edit-page";
import { answerMessage, eraseMessage, markAnswered } from "./answer-message";
import { handleMessage, setMessageState } from "./change-message";
import { countNewMessages, getMessage, listMessages } from "./list-messages";
import { type Reception, receiveMessage } from "./receive-message";
import { addSourceOfMessage, markClaimOfMessage } from "./use-message";

withTestDatabase();

const SECRET = "a secret of at least thirty-two letters";
const NOON = Date.parse("2026-11-30T12:00:00Z");

let editor: Actor;
let checker: Actor;
let article: { id: string; slug: string };

beforeAll(async () => {
  setEnv({
    NEXTAUTH_SECRET: SECRET,
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "Obelus <desk@example.org>",
  });
  editor = await makePerson({ role: "editor" });
  checker = await makePerson({ role: "checker" });
  const made = await makeArticle({ author: checker });
  await makeClaim({ article: made, author: checker, state: "approved", approver: editor });
  must(await publishArticle(editor, { articleId: made.id, revision: await revisionOf(made.id) }));
  article = { id: made.id, slug: made.slug };
});
afterAll(() => disconnect());

const typed = { kind: "error", text: "", quote: "", url: "", name: "", email: "" };
let forms = 0;

/** A form as it comes ten seconds after it was loaded, each from a network of its own. */
function form(values: Partial<ContactValues>, more: Partial<Parameters<typeof receiveMessage>[0]> = {}) {
  forms += 1;
  return {
    values: { ...typed, ...values },
    about: null,
    stamp: makeStamp({ key: `key-${forms}`, now: NOON - 10_000, secret: SECRET }),
    trap: "",
    address: `192.0.2.${forms}`,
    ...more,
  };
}

const send = async (sent: ReturnType<typeof form>): Promise<Reception> =>
  must(await receiveMessage(sent, new Date(NOON)));

/** Sends a form that is accepted. @returns the message */
async function received(values: Partial<ContactValues>, more: Parameters<typeof form>[1] = {}) {
  expect(await send(form(values, more))).toEqual({ kind: "received" });
  const { messages } = must(await listMessages(editor, {}));
  const id = messages.find(({ text }) => text === values.text)?.id ?? "";
  return { id, view: async () => must(await getMessage(editor, { id })) };
}

describe("a message of a reader", () => {
  test("reaches the desk once, and the editors are notified once a day for each article", async () => {
    const sent = form(
      { text: "The year is 2019.", email: "ann@example.org" },
      { about: { slug: article.slug, claim: 99 } },
    );
    const before = await countNewMessages(checker);
    expect([await send(sent), await send(sent)]).toEqual([{ kind: "received" }, { kind: "received" }]);
    expect(await countNewMessages(checker)).toBe(before + 1);
    await received({ text: "And so is the month." }, { about: { slug: article.slug, claim: null } });
    const { items } = await listNotifications(editor, {});
    const ours = items.filter(
      ({ kind, article: about }) => kind === "message-received" && about?.id === article.id,
    );
    expect(ours).toHaveLength(1);
    const { items: others } = await listNotifications(checker, {});
    expect(others.filter(({ kind }) => kind === "message-received")).toEqual([]);
    const { messages, counts } = must(await listMessages(checker, { article: article.id }));
    expect(messages.map(({ text }) => text)).toEqual(["And so is the month.", "The year is 2019."]);
    expect(counts).toMatchObject({ new: 2, spam: 0 });
  });

  test.each<[string, Partial<Parameters<typeof receiveMessage>[0]>, Reception]>([
    ["too early", { stamp: makeStamp({ key: "k", now: NOON - 1_000, secret: SECRET }) }, { kind: "early" }],
    ["with a stamp of its own", { stamp: "1.k.x" }, { kind: "expired" }],
    ["without a text", { values: typed }, { kind: "invalid", errors: { text: "text" } }],
  ])("that is sent %s is not stored", async (_, more, outcome) => {
    const before = await listMessages(editor, {});
    expect(await send(form({ text: "Hello" }, more))).toEqual(outcome);
    expect(await listMessages(editor, {})).toEqual(before);
  });

  test("is sorted out if a hidden field is filled in, or if its text came before about something else", async () => {
    const before = await countNewMessages(editor);
    await send(form({ text: "Cheap watches" }, { trap: "https://watches.example" }));
    await received({ text: "Read my blog!" });
    await send(form({ text: "read  my BLOG" }, { about: { slug: article.slug, claim: null } }));
    expect(await countNewMessages(editor)).toBe(before + 1);
    const { messages } = must(await listMessages(editor, { state: "spam" }));
    expect(messages.map(({ text }) => text).sort()).toEqual(["Cheap watches", "read  my BLOG"]);
    expect(await deleteOldSpam(new Date(0))).toBe(0);
    expect(await deleteOldSpam(new Date(Date.now() + 60_000))).toBe(2);
  });

  test("is refused after ten from the same network", async () => {
    const outcomes: string[] = [];
    for (let number = 0; number < 11; number++)
      outcomes.push((await send(form({ text: `Message ${number}` }, { address: "198.51.100.1" }))).kind);
    expect(outcomes).toEqual([...Array(10).fill("received"), "limited"]);
  });
});

describe("the newsroom", () => {
  test("answers by mail, with what the reader wrote", async () => {
    const { id, view } = await received({ text: "Where is that from?", email: "bo@example.org" });
    expect(await answerMessage(checker, { id, text: "From the report." })).toMatchObject({ ok: false });
    must(await answerMessage(editor, { id, text: "From the report." }));
    const mails = await listWaitingMails("bo@example.org");
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toMatch(/From the report\.[\s\S]*> Where is that from\?/);
    const { message, history } = await view();
    expect(message).toMatchObject({
      state: "answered",
      answers: [{ givenBy: { id: editor.id }, text: "From the report.", isMailed: true }],
    });
    expect(history.map(({ did }) => did)).toEqual([
      "answered a reader by email",
      "received a message of a reader",
    ]);
  });

  test("sees the address only where someone can answer", async () => {
    const { id } = await received({ text: "Call me.", email: "cy@example.org" });
    const seen = must(await getMessage(checker, { id }));
    expect([seen.message.email, seen.hasEmail]).toEqual([null, true]);
  });

  test("can't answer by mail without one, but elsewhere", async () => {
    const { id, view } = await received({ text: "No address here." });
    expect(await answerMessage(editor, { id, text: "Thanks." })).toMatchObject({
      error: { message: expect.stringMatching(/no email address/) },
    });
    must(await markAnswered(editor, { id }));
    must(await markAnswered(editor, { id }));
    expect((await view()).message).toMatchObject({ state: "answered", answers: [{ isMailed: false }] });
  });

  test("assigns a message, notes something, and compares what two people did", async () => {
    const { id, view } = await received({ text: "Who deals with this?" });
    const input = { id, revision: 1, assigneeId: checker.id, note: "Look it up." };
    must(await handleMessage(editor, input));
    must(await handleMessage(editor, input));
    expect((await view()).message).toMatchObject({
      state: "open",
      assignee: { id: checker.id },
      revision: 2,
    });
    expect(await handleMessage(checker, { ...input, note: "Mine" })).toMatchObject({
      error: { kind: "stale", current: { revision: 2, note: "Look it up." } },
    });
    must(await setMessageState(checker, { id, state: "closed" }));
    expect(must(await listMessages(checker, { assignee: "me" })).messages).toMatchObject([
      { id, state: "closed" },
    ]);
  });

  test("marks the passage as a draft claim, once", async () => {
    const { id, view } = await received(
      { kind: "claim", text: "Please check this.", quote: "Trade rose fast" },
      { about: { slug: article.slug, claim: null } },
    );
    const first = must(await markClaimOfMessage(checker, { id }));
    expect(must(await markClaimOfMessage(editor, { id }))).toEqual(first);
    expect((await view()).message).toMatchObject({ state: "open", madeClaim: { id: first.claimId } });
    const elsewhere = await received(
      { kind: "claim", text: "And this.", quote: "These words are not in it" },
      { about: { slug: article.slug, claim: null } },
    );
    expect(await markClaimOfMessage(checker, { id: elsewhere.id })).toMatchObject({
      error: { kind: "invalid", message: expect.stringMatching(/does not appear in the article/) },
    });
  });

  test("finds no source where the reader entered no address", async () => {
    const { id } = await received({ text: "I know a source." });
    expect(await addSourceOfMessage(checker, { id })).toMatchObject({ error: { kind: "invalid" } });
  });

  test("deletes the data of the sender, and the log never had it", async () => {
    const { id, view } = await received({
      text: "Forget-me-not",
      name: "Dee Secret",
      email: "dee@example.org",
    });
    must(await handleMessage(editor, { id, revision: 1, assigneeId: null, note: "A reader called Dee" }));
    expect(await eraseMessage(checker, { id })).toMatchObject({ error: { kind: "forbidden" } });
    must(await eraseMessage(editor, { id }));
    const { message } = await view();
    expect(message).toMatchObject({
      ...{ text: null, name: null, email: null, note: null, url: null, quote: null },
      state: "closed",
      erasedAt: expect.any(String),
    });
    expect(await answerMessage(editor, { id, text: "Hello" })).toMatchObject({ ok: false });
    const { events } = await listAuditEvents({ target: { type: "message", id } }, 50);
    expect(events.map(({ action }) => action)).toEqual([
      "message.erase",
      "message.handle",
      "message.receive",
    ]);
    expect(JSON.stringify(events)).not.toMatch(/Forget|Dee|dee@/);
  });
});

test("a page about the newsroom has one text for each language, and nobody overwrites another unseen", async () => {
  const page = { page: "about", language: "en", revision: 0, sections: { funding: "Readers pay." } } as const;
  expect(await savePage(checker, page)).toMatchObject({ error: { kind: "forbidden" } });
  must(await savePage(editor, page));
  must(await savePage(editor, { ...page, language: "cy", sections: { staff: "Ann." } }));
  expect(await savePage(editor, page)).toMatchObject({
    error: { kind: "stale", current: { revision: 1, sections: { funding: "Readers pay." } } },
  });
  expect(must(await listTextsOfPage(checker, { page: "about" }))).toMatchObject([
    { language: "cy", sections: { staff: "Ann." } },
    { language: "en", sections: { funding: "Readers pay." }, revision: 1 },
  ]);
});
