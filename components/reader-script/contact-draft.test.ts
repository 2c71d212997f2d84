// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepContactDraft } from "./contact-draft";

afterEach(() => vi.restoreAllMocks());
beforeEach(() => sessionStorage.clear());

interface Page {
  article?: string;
  claim?: string;
  /** The kind that the address asks for. */
  kind?: string;
  /** What the server filled in, after it refused the message. */
  answered?: string;
}

/** Loads the page, as a reload does: nothing but the storage is left of the one before. */
function load({ article = "", claim = "", kind = "", answered }: Page = {}) {
  const choice = (value: string) =>
    `<input type="radio" name="kind" value="${value}" ${kind === value ? "checked" : ""}>`;
  document.body.innerHTML = `<form data-draft="" ${answered === undefined ? "" : 'data-answered=""'}>
    <input type="hidden" name="stamp" value="signed">
    ${article && `<input type="hidden" name="article" value="${article}">`}
    ${claim && `<input type="hidden" name="claim" value="${claim}">`}
    ${choice("error")}${choice("source")}
    <textarea name="text">${answered ?? ""}</textarea><input name="email" type="email">
    <input name="website" tabindex="-1"></form>`;
  keepContactDraft();
}

const form = () => document.querySelector("form") as HTMLFormElement;
const field = (name: string) => form().elements.namedItem(name) as HTMLInputElement;

function type(name: string, value: string) {
  field(name).value = value;
  form().dispatchEvent(new Event("input", { bubbles: true }));
}

function choose(value: string) {
  const radio = form().querySelector<HTMLInputElement>(`[value=${value}]`);
  if (radio) radio.checked = true;
  form().dispatchEvent(new Event("change", { bubbles: true }));
}

const values = () => [field("kind").value, field("text").value, field("email").value];
const RECEIVED = "<main data-received><h1>Message received</h1></main>";

test("what was typed is there after a reload, but for what people don't fill in", () => {
  load();
  type("text", "Not 12 %, but 21 %.");
  type("email", "ada@example.org");
  type("website", "https://spam.example");
  choose("error");
  load();
  expect(values()).toEqual(["error", "Not 12 %, but 21 %.", "ada@example.org"]);
  expect([field("website").value, field("stamp").value]).toEqual(["", "signed"]);
});

test("a choice that was changed counts more than that of the address", () => {
  load({ kind: "error" });
  choose("source");
  load({ kind: "error" });
  expect(values()[0]).toBe("source");
});

test("each claim has its own draft", () => {
  load({ article: "taxes", claim: "1" });
  type("text", "About the first claim");
  load({ article: "taxes", claim: "2" });
  expect(values()[1]).toBe("");
  load({ article: "taxes", claim: "1" });
  expect(values()[1]).toBe("About the first claim");
});

test("what the browser restored itself stays", () => {
  load();
  type("text", "Older");
  document.body.innerHTML = document.body.innerHTML.replace("</textarea>", "Newer</textarea>");
  keepContactDraft();
  expect(values()[1]).toBe("Newer");
});

test("a form that comes back keeps what was sent", () => {
  load();
  type("text", "Sent");
  type("email", "ada@");
  load({ answered: "" });
  expect(values()[1]).toBe("");
});

test("a message that was received leaves no draft, and those of other forms stay", () => {
  load({ article: "taxes" });
  type("text", "For later");
  load();
  type("text", "Sent");
  form().dispatchEvent(new Event("submit"));
  document.body.innerHTML = RECEIVED;
  keepContactDraft();
  load();
  expect(values()[1]).toBe("");
  load({ article: "taxes" });
  expect(values()[1]).toBe("For later");
});

test("one that was sent but not received stays", () => {
  load();
  type("text", "Sent into a tunnel");
  form().dispatchEvent(new Event("submit"));
  load();
  expect(values()[1]).toBe("Sent into a tunnel");
});

test("a form that was emptied leaves nothing", () => {
  load();
  type("text", "No");
  type("text", "");
  expect(sessionStorage).toHaveLength(0);
});

test.each([
  [
    "nothing can be stored",
    () =>
      vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
        throw new DOMException("full", "QuotaExceededError");
      }),
  ],
  [
    "nothing can be read",
    () =>
      vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
        throw new DOMException("blocked", "SecurityError");
      }),
  ],
  [
    "something else is stored",
    () => sessionStorage.setItem("obelus.draft.contact//", '{"text":{},"email":1}'),
  ],
  ["something broken is stored", () => sessionStorage.setItem("obelus.draft.contact//", "{")],
  ["a list is stored", () => sessionStorage.setItem("obelus.draft.contact//", "null")],
])("the form works if %s", (_, prepare) => {
  prepare();
  load();
  expect(values()).toEqual(["", "", ""]);
  type("text", "Typed");
  form().dispatchEvent(new Event("submit"));
  expect(values()[1]).toBe("Typed");
});
