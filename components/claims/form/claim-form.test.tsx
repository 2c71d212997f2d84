// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type ClaimDraft, claimDraftOf, newDraft, type Prefilled } from "@/components/drafts/claim-draft";
import { NO_CLAIMANT } from "@/components/drafts/claimant-draft";
import { Discards } from "@/components/drafts/discards";
import { DiscardsContext } from "@/components/drafts/discards-context";
import type { Claim } from "@/lib/claims/claim";
import { defaultScale } from "@/lib/ratings/default-scale";
import { err, ok, type Result } from "@/lib/result";
import type { Source } from "@/lib/sources/source";
import { buildClaim, buildSource, rationale } from "@/lib/testing/builders";
import { ClaimForm } from "./claim-form";
import { type SourceActions, SourceActionsProvider } from "./source-actions";

const ratings = defaultScale.ratings.filter(({ key }) => ["false", "true"].includes(key));
const passage = { start: 0, end: 12, exact: "$240 billion" };
const known = buildSource({ id: "known", title: "Yearbook", url: "https://example.org/yearbook" });

let root: Root;
let box: HTMLElement;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  // jsdom has no layout.
  Object.assign(Element.prototype, { scrollIntoView: () => {} });
  localStorage.clear();
  box = document.body.appendChild(document.createElement("div"));
  root = createRoot(box);
});
afterEach(() => {
  act(() => root.unmount());
  box.remove();
  localStorage.clear();
  Reflect.deleteProperty(Element.prototype, "scrollIntoView");
  vi.unstubAllGlobals();
});

interface Options {
  draft?: ClaimDraft;
  newer?: Claim | null;
  editors?: string[];
  cited?: Source[];
  /** What the page of an address says; a promise that never resolves by default. */
  describe?: SourceActions["describeAddress"];
  suggested?: Source[];
  opensByItself?: boolean;
  /** The answers to saves, in order; saved by default. */
  answers?: Result<{ claim: Claim | null }, Parameters<typeof err>[0]>[];
}

async function open(options: Options = {}) {
  const saved: ClaimDraft[] = [];
  const closed: ClaimDraft[] = [];
  const answers = [...(options.answers ?? [])];
  const actions = {
    suggestClaimants: async () => ok([]),
    suggestSources: async () => ok(options.suggested ?? []),
    describeAddress: options.describe ?? (() => new Promise(() => {})),
    findKnownSource: async () => ok(null),
    readCitations: async () => ok({ entries: [] }),
    readCopy: async () => ok({ kind: "not-saved" }),
    checkExcerpt: async () => ok({ kind: "not-saved" }),
    checkSourceCopy: async () =>
      ok({ link: { state: "unchecked", note: null, checkedAt: null }, copy: { kind: "none" } }),
    attachFile: async () => ok({ source: known, refusal: null }),
  } as unknown as SourceActions;
  await act(async () =>
    root.render(
      <DiscardsContext value={new Discards()}>
        <SourceActionsProvider actions={actions}>
          <ClaimForm
            draftKey="ada:article"
            initial={options.draft ?? newDraft("version-1", passage, { statement: "Trade rose." })}
            restoredAt={null}
            opensByItself={options.opensByItself}
            newer={options.newer ?? null}
            ratings={ratings}
            cited={options.cited ?? []}
            editors={options.editors ?? []}
            saveDraft={async () => ok({ updatedAt: "2026-01-01T00:00:00.000Z" })}
            dropDraft={async () => ok(null)}
            save={async (draft) => {
              saved.push(draft);
              return (answers.shift() as Result<{ claim: Claim | null }, never>) ?? ok({ claim: null });
            }}
            onSaved={() => {}}
            onClose={(draft) => closed.push(draft)}
            onDiscard={() => {}}
            onGiveUp={() => {}}
          />
        </SourceActionsProvider>
      </DiscardsContext>,
    ),
  );
  return { saved, closed };
}

const find = <E extends HTMLElement>(selector: string) => box.querySelector<E>(selector) as E;
const statement = () => find<HTMLTextAreaElement>("textarea");
const rationaleField = () => find('[data-rationale] [contenteditable="true"]');
const checkedRating = () => find<HTMLInputElement>("[data-verdict] input:checked")?.value ?? null;
const moreButton = () => find("[aria-controls][aria-keyshortcuts]");
const primaries = () => [...box.querySelectorAll("button[type=submit]")].map((button) => button.textContent);
const sources = () =>
  [...box.querySelectorAll("fieldset > legend")].filter(({ textContent }) => /^Source \d/.test(textContent))
    .length;

/** Presses keys where the focus is. */
async function press(...keys: (KeyboardEventInit & { key: string })[]) {
  for (const init of keys)
    await act(async () => {
      const code = /^\d$/.test(init.key) ? `Digit${init.key}` : init.key;
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent("keydown", { code, bubbles: true, cancelable: true, ...init }));
    });
}

async function paste(target: Element, text: string) {
  await act(async () => {
    const event = new Event("paste", { bubbles: true, cancelable: true });
    target.dispatchEvent(Object.assign(event, { clipboardData: { getData: () => text } }));
  });
}

async function type(field: HTMLInputElement, text: string) {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

const SAVE = { key: "Enter", ctrlKey: true };

test("it opens small: the focus on the first verdict, the statement filled in, more fields closed", async () => {
  await open();
  expect(document.activeElement).toBe(find("[data-verdict] input"));
  expect(statement().value).toBe("Trade rose.");
  expect(moreButton().getAttribute("aria-expanded")).toBe("false");
  expect(primaries()).toEqual(["Save claim"]);
});

test.each([
  ["opened by a person", false, "form"],
  ["that came back with the page", true, "button"],
])("a form %s takes the focus from a control, or leaves it there", async (_, opensByItself, expected) => {
  const button = document.body.appendChild(document.createElement("button"));
  button.focus();
  await open({ opensByItself });
  expect(document.activeElement).toBe(expected === "form" ? find("[data-verdict] input") : button);
  button.remove();
});

test("a form that came back with the page takes the focus that nothing else has", async () => {
  await open({ opensByItself: true });
  expect(document.activeElement).toBe(find("[data-verdict] input"));
});

test.each<[string, () => HTMLElement, KeyboardEventInit & { key: string }, string | null, () => HTMLElement]>(
  [
    ["outside of text", () => find("[data-verdict] input"), { key: "2" }, "true", rationaleField],
    ["in a text", statement, { key: "2" }, null, statement],
    ["in a text with Alt", statement, { key: "2", altKey: true }, "true", statement],
    [
      "without a verdict of that number",
      () => find("[data-verdict] input"),
      { key: "9" },
      null,
      () => find("[data-verdict] input"),
    ],
  ],
)("a digit %s chooses a verdict or is text", async (_, from, key, expected, focused) => {
  await open();
  from().focus();
  await press(key);
  expect(checkedRating()).toBe(expected);
  expect(document.activeElement).toBe(focused());
});

test("0 opens more fields at the claimant, and closes them again", async () => {
  await open();
  await press({ key: "0" });
  expect(moreButton().getAttribute("aria-expanded")).toBe("true");
  expect(document.activeElement?.closest("div")?.parentElement?.textContent).toContain("Claimant");
  find("[data-verdict] input").focus();
  await press({ key: "0" });
  expect(moreButton().getAttribute("aria-expanded")).toBe("false");
});

test("more fields are open again where something was typed in them", async () => {
  await open({ draft: { ...newDraft("version-1", passage), tags: "trade" } });
  expect(moreButton().getAttribute("aria-expanded")).toBe("true");
});

test("what is the same as in the claim before is shown, and cleared with one button", async () => {
  const prefilled: Prefilled = {
    claimant: { ...NO_CLAIMANT, name: "Wang Yi" },
    claimedOn: "2024-05-12",
    kind: "quote",
  };
  const { saved } = await open({ draft: newDraft("version-1", passage, prefilled) });
  expect(box.textContent).toContain("Same as the claim before: Wang Yi, 12 May 2024, Quote.");
  const clear = [...box.querySelectorAll("button")].find(({ textContent }) => textContent === "Clear");
  await act(async () => clear?.click());
  expect(box.textContent).not.toContain("Same as the claim before");
  expect(document.activeElement).toBe(moreButton());
  await press(SAVE);
  expect(saved[0]).toMatchObject({ claimant: NO_CLAIMANT, claimedOn: "", kind: "number" });
});

test.each<[string, () => Element, string, number]>([
  ["an address outside of text", () => find("[data-verdict] input"), "https://example.org/new", 1],
  ["an address in the source field", () => find("[data-source-field] input"), " https://example.org/new ", 1],
  ["an address in a text", statement, "https://example.org/new", 0],
  ["an address in the rationale", rationaleField, "https://example.org/new", 0],
  ["other words outside of text", () => find("[data-verdict] input"), "see example.org", 0],
])("%s that is pasted becomes a source or is text", async (_, target, text, expected) => {
  await open();
  await paste(target(), text);
  expect(sources()).toBe(expected);
});

test("the look-up of a pasted address does not keep the claim from being saved, with its stance chosen by a letter", async () => {
  const { saved } = await open();
  await paste(find("[data-verdict] input"), "https://example.org/new");
  expect((document.activeElement as HTMLInputElement).value).toBe("supports");
  await press({ key: "r" }, SAVE);
  expect(saved[0]?.evidence).toMatchObject([{ url: "https://example.org/new", stance: "refutes" }]);
});

test.each<[string, SourceActions["describeAddress"], object]>([
  ["known", async () => ok({ kind: "known", source: known }), { sourceId: "known", title: "Yearbook" }],
  [
    "described by its page",
    async () => ok({ kind: "described", fields: { ...known, title: "A page" } }),
    { sourceId: null, title: "A page" },
  ],
  [
    "not found",
    async () => err({ kind: "invalid", message: "The page does not answer." }),
    { sourceId: null, title: "", url: "https://example.org/new" },
  ],
])("a pasted address that is %s is filled in by itself", async (_, describe, expected) => {
  const { saved } = await open({ describe });
  await paste(find("[data-verdict] input"), "https://example.org/new");
  await press(SAVE);
  expect(saved[0]?.evidence).toMatchObject([expected]);
});

test("a source that is cited in the article is added with one click, and the focus is on its stance", async () => {
  const { saved } = await open({ cited: [known] });
  await act(async () => find<HTMLButtonElement>('button[title="Yearbook"]').click());
  await press({ key: "c" }, SAVE);
  expect(saved[0]?.evidence).toMatchObject([{ sourceId: "known", stance: "context" }]);
  expect(box.querySelector('button[title="Yearbook"]')).toBeNull();
});

test("what is left in the source field is saved as a source, not lost", async () => {
  const { saved } = await open();
  await type(find<HTMLInputElement>("[data-source-field] input"), "Customs release");
  await press(SAVE);
  expect(saved[0]?.evidence).toMatchObject([{ title: "Customs release", sourceId: null }]);
});

test("a source to fill in has the focus on its address, also while it is typed", async () => {
  await open();
  const add = [...box.querySelectorAll("button")].find(({ textContent }) => textContent === "Add a source");
  await act(async () => add?.click());
  const address = document.activeElement as HTMLInputElement;
  expect(address.inputMode || address.getAttribute("inputmode")).toBe("url");
  await type(address, "example.org");
  expect(document.activeElement).toBe(address);
});

test.each<[string, Record<string, string[]>, () => Element]>([
  ["the statement", { statement: ["Enter it."], "evidence.0.stance": ["Choose it."] }, statement],
  ["the verdict", { "verdict.ratingKey": ["Choose it."] }, () => find("[data-verdict] input")],
  ["the rationale", { "verdict.rationaleDoc": ["Shorten it."] }, rationaleField],
  ["a field that was closed", { claimedOn: ["Not a day."] }, () => find("[type=date]")],
  ["no field, which leaves it at the button", {}, () => find("button[type=submit]")],
])("after a refusal because of %s, the focus is there", async (_, fields, focused) => {
  await open({ answers: [err({ kind: "invalid", message: "Check the fields.", fields })] });
  find("button[type=submit]").focus();
  await press(SAVE);
  expect(document.activeElement).toBe(focused());
});

test("a missing stance is shown at its source, which keeps the focus", async () => {
  const fields = { "evidence.0.stance": ["Choose whether the source supports, refutes or gives context."] };
  await open({ answers: [err({ kind: "invalid", message: "Check the fields.", fields })] });
  await paste(find("[data-verdict] input"), "https://example.org/new");
  await press(SAVE);
  expect(box.textContent).toContain("Choose whether the source supports");
  expect((document.activeElement as HTMLInputElement).value).toBe("supports");
  expect(sources()).toBe(1);
});

test.each([
  ["from the verdict", () => find("[data-verdict] input")],
  ["from the statement", statement],
  ["from the rationale", rationaleField],
])("Ctrl+Enter saves %s, once, and breaks no line", async (_, from) => {
  const { saved } = await open({ draft: { ...newDraft("version-1", passage), ratingKey: "true" } });
  from().focus();
  await press(SAVE);
  expect(saved).toHaveLength(1);
  expect(saved[0]?.rationaleDoc).toEqual(newDraft("version-1", passage).rationaleDoc);
});

test.each([
  [20_000, 1],
  [20_001, 0],
])(
  "a rationale of %i characters is sent %i times: one that is too long stays in the form",
  async (length, sent) => {
    const draft = newDraft("version-1", passage, { statement: "Trade rose." });
    const { saved } = await open({
      draft: {
        ...draft,
        ratingKey: "true",
        rationaleDoc: rationale("y".repeat(10_000), "y".repeat(length - 10_000)),
      },
    });
    await press(SAVE);
    expect(saved).toHaveLength(sent);
    expect(box.textContent?.includes("20,001 characters long; the limit is 20,000")).toBe(sent === 0);
    if (sent === 0) expect(document.activeElement).toBe(rationaleField());
  },
);

test("in a conflict there is one main button, and Ctrl+Enter saves the choices", async () => {
  const mine = buildClaim({ id: "a", statement: "Taxes rose." });
  const theirs = { ...mine, statement: "Theirs.", revision: 2, verdict: mine.verdict };
  const { saved } = await open({
    draft: { ...claimDraftOf(mine), statement: "Mine." },
    newer: mine,
    answers: [err({ kind: "stale", message: "Changed.", current: theirs })],
  });
  await press(SAVE);
  expect(primaries()).toEqual(["Save my choices"]);
  await act(async () => box.querySelectorAll<HTMLInputElement>("[name=stale-statement]")[1]?.click());
  await press(SAVE);
  expect(saved.at(-1)).toMatchObject({ statement: "Theirs.", revision: 2 });
});

test.each([
  ["the verdict", () => find("[data-verdict] input")],
  ["the statement", statement],
  ["the rationale", rationaleField],
])("Escape in %s closes the form and hands over what is in it", async (_, field) => {
  const { closed } = await open({
    draft: { ...newDraft("version-1", passage), rationaleDoc: rationale("Why.") },
  });
  await act(async () => field().focus());
  // The editor of the rationale knows keys by their codes.
  await press({ key: "Escape", keyCode: 27 });
  expect(closed).toMatchObject([{ rationaleDoc: rationale("Why.") }]);
});

test.each([
  [[], null],
  [["Ada"], "Ada is also editing this claim."],
  [["Ada", "Grace"], "Ada and Grace are also editing this claim."],
])("while %o have the form open too, it says so", async (editors, expected) => {
  await open({ editors });
  if (expected) expect(box.textContent).toContain(expected);
  else expect(box.textContent).not.toContain("editing this claim");
});
