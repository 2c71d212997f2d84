import { beforeAll, describe, expect, test, vi } from "vitest";
import { DESK_READS, type DeskReadName, MAX_ADDRESS_INPUT } from "@/lib/live/desk-read";
import type { Actor } from "@/lib/policies/actor";
import { err, ok } from "@/lib/result";
import { makeArticle, makeClaim, makeGuest, makePerson } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { GET, POST } from "./[name]/route";

withTestDatabase();

const signedIn = vi.hoisted(() => ({ actor: null as Actor | null }));
vi.mock("@/lib/auth/find-actor", () => ({
  actorForAction: async () =>
    signedIn.actor ? ok(signedIn.actor) : err({ kind: "unauthenticated", message: "Sign in." }),
}));
vi.mock("@/lib/auth/request-dates", async () => ({
  requestDateStyle: async () => ({ language: "en", timeZone: "UTC" }),
}));

const at = { articleId: "", claimId: "", sourceId: "", scaleId: "", versionId: "" };
const people: Record<"editor" | "guest" | "other guest", Actor | null> = {
  editor: null,
  guest: null,
  "other guest": null,
};

beforeAll(async () => {
  const author = await makePerson();
  const article = await makeArticle({ author });
  const claim = await makeClaim({
    article,
    author,
    evidence: [
      { stance: "supports", excerpt: "rose", source: { title: "Customs", url: "https://example.org/a" } },
    ],
  });
  people.editor = author;
  people.guest = await makeGuest(article, author);
  people["other guest"] = await makeGuest(await makeArticle({ author }), author);
  at.articleId = article.id;
  at.claimId = claim.id;
  at.sourceId = claim.evidence[0]?.source.id ?? "";
  at.versionId = article.version.id;
});

type Answer = "ok" | "forbidden" | "not-found" | "invalid";

/** An input of each read, and what an editor, the guest of the article, and the guest of another article are answered. */
const reads: Record<DeskReadName, [input: () => object, editor: Answer, guest: Answer, other: Answer]> = {
  "article-scale": [() => at, "ok", "ok", "forbidden"],
  ballot: [() => at, "ok", "ok", "forbidden"],
  citations: [() => ({ text: "@book{a, title={A}}" }), "ok", "forbidden", "forbidden"],
  "claim-history": [() => at, "ok", "forbidden", "forbidden"],
  "claim-import": [() => ({ ...at, content: "quote\nTrade rose" }), "ok", "forbidden", "forbidden"],
  claimants: [() => ({ query: "ann" }), "ok", "forbidden", "forbidden"],
  "word-file": [() => ({ ...at, file: "UEs=" }), "invalid", "forbidden", "forbidden"],
  "copy-state": [() => at, "ok", "forbidden", "forbidden"],
  "copy-text": [() => at, "ok", "forbidden", "forbidden"],
  "desk-search": [() => ({ query: "trade" }), "ok", "forbidden", "forbidden"],
  "evidence-copies": [() => at, "ok", "ok", "forbidden"],
  excerpt: [() => ({ ...at, excerpt: "rose" }), "ok", "forbidden", "forbidden"],
  "known-source": [() => ({ address: "", title: "Customs" }), "ok", "forbidden", "forbidden"],
  "page-change": [() => ({ flagId: crypto.randomUUID() }), "not-found", "forbidden", "forbidden"],
  "page-description": [() => ({ address: "no address" }), "invalid", "forbidden", "forbidden"],
  "people-for-work": [() => ({}), "ok", "forbidden", "forbidden"],
  positions: [() => at, "ok", "forbidden", "forbidden"],
  "publication-job": [() => ({ ...at, jobId: crypto.randomUUID() }), "not-found", "forbidden", "forbidden"],
  "redaction-preview": [
    () => ({ ...at, target: { kind: "excerpt", excerpt: "rose" } }),
    "invalid",
    "forbidden",
    "forbidden",
  ],
  "replacement-preview": [
    () => ({ ...at, content: { format: "text", value: "Another text." } }),
    "ok",
    "forbidden",
    "forbidden",
  ],
  "same-claims": [() => at, "ok", "forbidden", "forbidden"],
  "scale-choices": [() => at, "ok", "forbidden", "forbidden"],
  sources: [() => ({ query: "customs" }), "ok", "forbidden", "forbidden"],
  submission: [() => ({ key: crypto.randomUUID() }), "ok", "ok", "ok"],
  "report-jobs": [() => ({}), "ok", "forbidden", "forbidden"],
  threads: [() => at, "ok", "ok", "forbidden"],
  watch: [() => at, "ok", "forbidden", "forbidden"],
};

const WRONG_TYPES = JSON.stringify(
  Object.fromEntries(
    [...Object.keys(at), "flagId", "key", "jobId", "query", "text", "address", "title", "excerpt"].map(
      (key) => [key, {}],
    ),
  ),
);

const ADDRESS = "http://localhost:3000/desk/reads";
const get = (name: string, input: string, headers: HeadersInit = {}) =>
  GET(new Request(`${ADDRESS}/${name}?input=${encodeURIComponent(input)}`, { headers }), {
    params: Promise.resolve({ name }),
  });
const post = (name: string, body: string) =>
  POST(new Request(`${ADDRESS}/${name}`, { method: "POST", body }), { params: Promise.resolve({ name }) });
const kindOf = async (response: Response) => {
  const result = await response.json();
  return result.ok ? "ok" : result.error.kind;
};

describe.each(DESK_READS)("%s", (name) => {
  const [input, ...answers] = reads[name];

  test.each([
    ["editor", answers[0]],
    ["guest", answers[1]],
    ["other guest", answers[2]],
  ] as const)("%s: %s", async (who, expected) => {
    signedIn.actor = people[who];
    const response = await get(name, JSON.stringify(input()));
    expect(response.headers.get("cache-control")).toBe("private,no-store");
    expect(await kindOf(response)).toBe(expected);
  });

  test("nobody signed in: refused", async () => {
    signedIn.actor = null;
    expect(await kindOf(await get(name, JSON.stringify(input())))).toBe("unauthenticated");
  });

  test("the same from a body", async () => {
    signedIn.actor = people.editor;
    expect(await kindOf(await post(name, JSON.stringify(input())))).toBe(answers[0]);
  });

  test.each(["null", "[]", '"x"', "{broken", "", `[${"[],".repeat(60_000)}[]]`, WRONG_TYPES])(
    "an input that is not one is refused: %.20s",
    async (junk) => {
      signedIn.actor = people.editor;
      vi.spyOn(console, "warn").mockImplementation(() => {});
      expect(await kindOf(await post(name, junk))).toBe("invalid");
      if (junk.length <= MAX_ADDRESS_INPUT) expect(await kindOf(await get(name, junk))).toBe("invalid");
      vi.mocked(console.warn).mockRestore();
    },
  );
});

test.each([
  ["another site", "cross-site", 403],
  ["another address of the same site", "same-site", 403],
  ["the desk", "same-origin", 200],
  ["the address bar", "none", 200],
])("a request from %s (%s) is answered with %i", async (_, site, status) => {
  signedIn.actor = people.editor;
  expect((await get("threads", JSON.stringify(at), { "sec-fetch-site": site })).status).toBe(status);
});

test("an unknown read is not found", async () => {
  signedIn.actor = people.editor;
  expect((await get("constructor", "{}")).status).toBe(404);
});
