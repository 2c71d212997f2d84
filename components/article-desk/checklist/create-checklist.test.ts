// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Store } from "@/components/article-desk/operations/store";
import { itemKey } from "@/lib/checklist/checkable-item";
import type { MarkedItem, Tick } from "@/lib/checklist/tick";
import type { Claim } from "@/lib/claims/claim";
import { buildClaim } from "@/lib/testing/builders";
import { createChecklist } from "./create-checklist";
import { nextItem } from "./next-item";
import { withFetched } from "./shown-ticks";

const TEXT = "Then Angela Merkel paid $5 million in Berlin.";
const tickOf = (words: string, more: Partial<Tick> = {}): Tick => ({
  id: `id of ${words}`,
  kind: words.startsWith("$") ? "figure" : "name",
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
  exact: words,
  outcome: "checked",
  reason: null,
  by: { id: "ann", name: "Ann" },
  at: "2026-01-01T00:00:00.000Z",
  version: 1,
  ...more,
});

let stored: Tick[];
beforeEach(() => {
  stored = [];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    const { ids } = JSON.parse(body) as { ids: string[] | null };
    const ticks = stored.filter(({ id }) => ids === null || ids.includes(id));
    return Response.json({ ok: true, value: { versionId: "v", ticks } });
  });
});
afterEach(() => vi.unstubAllGlobals());

/** The checklist of the text, opened, with a server that accepts everything unless told otherwise. */
async function openChecklist(answer: "saved" | "refused" | "queued" = "saved") {
  const claims = new Store<readonly Claim[]>([]);
  const messages: string[] = [];
  const sent: string[] = [];
  const checklist = createChecklist({
    articleId: "a",
    version: { id: "v", number: 1 },
    text: TEXT,
    textLanguage: () => "en",
    language: "en",
    actor: { id: "me", name: "Me", email: "me@example.org", role: "checker" },
    claims,
    editor: { current: null },
    send: async (write) => {
      if (write.kind !== "checklist.mark") throw new Error(`unexpected ${write.kind}`);
      const { item, as } = write.input;
      const words = TEXT.slice(item.start, item.end);
      sent.push(`${as} ${words}`);
      if (answer === "refused") return { ok: false, error: { kind: "stale", message: "No.", current: null } };
      const tick = as === "open" ? null : tickOf(words, { outcome: as, by: { id: "me", name: "Me" } });
      const written: MarkedItem = { articleId: "a", versionId: "v", item, tick };
      return { ok: true, value: { written: answer === "queued" ? null : { kind: "item", ...written } } };
    },
    showMessage: (message) => message && messages.push(message.text),
  });
  await checklist.open();
  await vi.waitFor(() => expect(checklist.listed.get()).not.toBeNull());
  const shown = () =>
    (checklist.listed.get() ?? []).map(
      ({ start, end, status }) => `${TEXT.slice(start, end)}: ${status.kind}`,
    );
  const current = () => {
    const item = checklist.listed.get()?.find((each) => itemKey(each) === checklist.currentKey.get());
    return item && TEXT.slice(item.start, item.end);
  };
  return { checklist, claims, messages, sent, shown, current };
}

test("ticking goes from open item to open item, and untick goes back", async () => {
  const { checklist, sent, shown, current } = await openChecklist();
  const seen: (string | undefined)[] = [];
  for (const act of [checklist.tick, checklist.tick, checklist.untick, checklist.tick, checklist.tick]) {
    act();
    seen.push(current());
    await vi.waitFor(() => expect(checklist.listed.get()).not.toBeNull());
  }
  expect(seen).toEqual(["Angela Merkel", "$5 million", "Angela Merkel", "$5 million", "Berlin"]);
  expect(sent).toEqual([
    "checked Angela Merkel",
    "open Angela Merkel",
    "checked Angela Merkel",
    "checked $5 million",
  ]);
  expect(shown()).toEqual(["Angela Merkel: ticked", "$5 million: ticked", "Berlin: open"]);
});

test("a tick that is refused is taken back, with the reason", async () => {
  const { checklist, messages, shown } = await openChecklist("refused");
  checklist.step(1);
  checklist.tick();
  await vi.waitFor(() => expect(messages).toEqual(["The tick was not saved: No."]));
  await vi.waitFor(() => expect(shown()[0]).toBe("Angela Merkel: open"));
});

test("a tick that waits for the server is shown", async () => {
  const { checklist, shown } = await openChecklist("queued");
  checklist.step(1);
  checklist.skip("Known");
  expect(shown()[0]).toBe("Angela Merkel: ticked");
});

test("what others tick off and open again is shown", async () => {
  const { checklist, shown } = await openChecklist();
  stored = [tickOf("Berlin")];
  await checklist.takeEvents(["id of Berlin"]);
  expect(shown()[2]).toBe("Berlin: ticked");
  stored = [];
  await checklist.takeEvents(["id of Berlin", "id of Berlin"]);
  expect(shown()[2]).toBe("Berlin: open");
});

test("an approved claim covers its items at once, and can't be unticked", async () => {
  const { checklist, claims, shown, messages } = await openChecklist();
  const claim = buildClaim({ id: "c" });
  claims.set([
    {
      ...claim,
      state: "approved",
      anchor: { ...claim.anchor, versionId: "v", start: 0, end: TEXT.length, outcome: "created" },
    },
  ]);
  expect(shown()).toEqual(["Angela Merkel: claimed", "$5 million: claimed", "Berlin: claimed"]);
  checklist.toggle(checklist.listed.get()?.[0] as never);
  expect(messages[0]).toMatch(/^Claim \d+ is approved/);
  checklist.step(1);
  expect(messages[1]).toBe("Every name, figure and quotation is ticked off.");
});

test("a tap ticks the innermost item, a click only selects it, and neither does anything while it is closed", async () => {
  const { checklist, shown, current } = await openChecklist();
  const inBerlin = TEXT.indexOf("Berlin") + 2;
  expect(checklist.clickAt(inBerlin, false)).toBe(false);
  expect([current(), shown()[2]]).toEqual(["Berlin", "Berlin: open"]);
  expect(checklist.clickAt(inBerlin, true)).toBe(true);
  expect(shown()[2]).toBe("Berlin: ticked");
  checklist.close();
  expect(checklist.clickAt(inBerlin, true)).toBe(false);
});

test.each([
  ["from the cursor", 10, 1, "$5 million"],
  ["back from the cursor", 10, -1, "Angela Merkel"],
  ["before the first, from the end", 0, -1, "Berlin"],
  ["after the last, from the start", TEXT.length, 1, "Angela Merkel"],
] as const)("the next open item %s", async (_, from, by, words) => {
  const { checklist } = await openChecklist();
  const next = nextItem(checklist.listed.get() ?? [], from, by);
  expect(next && TEXT.slice(next.start, next.end)).toBe(words);
});

test("a fetched tick takes the place of one that was not answered yet", () => {
  const unsent = tickOf("Berlin", { id: "unsent" });
  expect(withFetched([unsent], [tickOf("Berlin")], ["id of Berlin"])).toEqual([tickOf("Berlin")]);
  expect(withFetched([unsent, tickOf("Angela Merkel")], [], ["id of Angela Merkel"])).toEqual([unsent]);
});
