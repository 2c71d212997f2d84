// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { checkChosenFile } from "./check-chosen-file";

const KINDS = ["checking", "valid", "changed", "forged", "unsigned", "unreadable", "unsupported", "offline"];

beforeEach(() => {
  document.body.innerHTML = `<form data-verify hidden><input type="file">
    ${KINDS.map((kind) => `<p data-result="${kind}" hidden></p>`).join("")}
    <div data-result="other-publisher" hidden><b data-slot="host"></b></div></form>`;
  checkChosenFile(form());
});
afterEach(() => vi.unstubAllGlobals());

const form = () => document.querySelector("form") as HTMLFormElement;
const shown = () =>
  [...form().querySelectorAll<HTMLElement>("[data-result]")]
    .filter(({ hidden }) => !hidden)
    .map(({ dataset }) => dataset.result);

function choose(text: string) {
  const input = form().querySelector("input") as HTMLInputElement;
  const file = { text: async () => text };
  Object.defineProperty(input, "files", { configurable: true, value: [file] });
  input.dispatchEvent(new Event("change"));
}

const signed = JSON.stringify({
  signature: { keyId: "k", keys: "https://other.example/keys", revision: 0, value: "A".repeat(86) },
});

test("the form appears with the script, and says nothing yet", () => {
  expect(form().hidden).toBe(false);
  expect(shown()).toEqual([]);
});

test("a file that was chosen before the script came is checked", async () => {
  vi.stubGlobal("fetch", async () => Response.json({ keys: [] }));
  const input = form().querySelector("input") as HTMLInputElement;
  Object.defineProperty(input, "files", { configurable: true, value: [{ text: async () => "no report" }] });
  checkChosenFile(form());
  await vi.waitFor(() => expect(shown()).toEqual(["unreadable"]));
});

test("one answer is shown at a time, with the site that a file names", async () => {
  vi.stubGlobal("fetch", async () => Response.json({ keys: [] }));
  choose("no report");
  expect(shown()).toEqual(["checking"]);
  await vi.waitFor(() => expect(shown()).toEqual(["unreadable"]));
  choose(signed);
  await vi.waitFor(() => expect(shown()).toEqual(["other-publisher"]));
  expect(form().querySelector("[data-slot=host]")?.textContent).toBe("other.example");
});

test.each<[string, () => Promise<Response>]>([
  ["without a connection", () => Promise.reject(new TypeError("failed"))],
  ["where the keys are not found", async () => Response.json({ keys: [] }, { status: 503 })],
  ["where the answer is a page", async () => new Response("<html>")],
])("%s, it asks to choose the file again", async (_, fetch) => {
  vi.stubGlobal("fetch", fetch);
  choose(signed);
  await vi.waitFor(() => expect(shown()).toEqual(["offline"]));
});

test("without WebCrypto, it asks for a newer browser", async () => {
  vi.stubGlobal("crypto", {});
  choose(signed);
  await vi.waitFor(() => expect(shown()).toEqual(["unsupported"]));
});
