// @vitest-environment jsdom
import { act, type ComponentProps } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ok } from "@/lib/result";
import { PublicationDesk } from "./publication-desk";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => {} }) }));

let host: HTMLElement;
let root: Root;
let publish: (value: ReturnType<typeof ok<{ kind: "published" }>>) => void;
beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.spyOn(HTMLFormElement.prototype, "submit").mockImplementation(() => {});
  localStorage.clear();
  host = document.body.appendChild(document.createElement("div"));
  root = createRoot(host);
  const article = {
    id: "a",
    slug: "trade",
    status: "published",
    revision: 1,
    finding: null,
    plan: null,
    publicationJob: null,
  } as const;
  const preview = {
    blockers: [],
    before: null,
    isSame: false,
    changes: { added: [], changed: [], removed: [], unchanged: 1, parts: [] },
    signers: [],
    countedFinding: "",
    fingerprint: "one",
  };
  const actions = {
    publish: () => new Promise((resolve) => (publish = resolve as typeof publish)),
    unpublish: async () => ok({ revision: 2 }),
  };
  const props = {
    article,
    preview,
    actor: { id: "ada", name: "Ada", email: "ada@example.org", role: "administrator" },
    actions,
  } as unknown as ComponentProps<typeof PublicationDesk>;
  await act(async () => root.render(<PublicationDesk {...props} />));
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
  localStorage.clear();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const button = (name: string) =>
  [...host.querySelectorAll("button")].find(({ textContent }) => textContent?.startsWith(name));
async function press(name: string) {
  button(name)?.focus();
  await act(async () => button(name)?.click());
}
const focused = () => document.activeElement as HTMLElement;

test.each([
  ["Publish later", "INPUT"],
  ["Unpublish…", "TEXTAREA"],
])("“%s” opens a form with the focus in its field; Escape closes it", async (name, field) => {
  await press(name);
  expect(focused().tagName).toBe(field);
  await act(
    async () =>
      void focused().dispatchEvent(
        new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }),
      ),
  );
  expect(host.querySelector("form textarea[name=reason], input[type=datetime-local]")).toBeNull();
  expect(focused()).toBe(button(name));
});

test("what was done has the focus, and is announced once", async () => {
  await press("Publish now");
  await act(async () => publish(ok({ kind: "published" })));
  expect(focused().textContent).toMatch(/^Article published\./);
  expect(focused().querySelector("[role]")).toBeNull();
});

test("unpublishing right after it has the focus as well", async () => {
  await press("Publish now");
  await act(async () => publish(ok({ kind: "published" })));
  await press("Unpublish…");
  button("Unpublish article")?.focus();
  await act(async () => focused().closest("form")?.requestSubmit());
  expect(focused().textContent).toMatch(/^Article unpublished\./);
  expect(focused().querySelector("[role]")).toBeNull();
});

test("a person who has gone on to a form while it is published stays there", async () => {
  await press("Publish now");
  await press("Unpublish…");
  const field = focused();
  await act(async () => publish(ok({ kind: "published" })));
  expect(focused()).toBe(field);
  const said = [...host.querySelectorAll("[role=status]")].map(({ textContent }) => textContent);
  expect(said.filter((each) => each?.startsWith("Article published."))).toHaveLength(1);
});
