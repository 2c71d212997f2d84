// @vitest-environment jsdom
import { act, useState } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { scaleTemplates } from "@/lib/ratings/scale-templates";
import { ok } from "@/lib/result";
import { buildClaim } from "@/lib/testing/builders";
import { type ClaimActions, ClaimActionsProvider } from "./claim-actions";
import { ClaimBatch } from "./claim-batch";

let root: Root;
let page: HTMLElement;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
  page = document.body.appendChild(document.createElement("main"));
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const actor = { id: "ada", name: "Ada", email: "ada@example.org", role: "editor" as const };
const claims = ["a", "b"].map((id, index) =>
  buildClaim({ id, number: index + 1, state: "in_review", excluded: false }),
);
const approved = claims.map((claim) => ({ ...claim, state: "approved" as const }));

/** Two claims in review; they change on the page as soon as the desk hears of it, before the batch has its answer. */
function Page({ batch }: { batch: ClaimActions["batch"] }) {
  const [list, setList] = useState(claims);
  show = () => setList(approved as typeof claims);
  const actions = { actor, people: [], batch, applyBatch: () => {} } as unknown as ClaimActions;
  return (
    <ClaimActionsProvider actions={actions}>
      <ClaimBatch chosen={list} ratings={scaleTemplates[0]?.ratings ?? []} />
    </ClaimActionsProvider>
  );
}
let show: () => void;

const action = () => page.querySelector("select");
const button = () => page.querySelector("button[type=submit]");

test("an action that is done stays chosen, with its outcome: the button does not become another action", async () => {
  let answer: (result: never) => void = () => {};
  const batch = () => new Promise<never>((resolve) => (answer = resolve));
  act(() => root.render(<Page batch={batch as ClaimActions["batch"]} />));
  act(() => {
    const select = action();
    if (!select) throw new Error("no actions");
    select.value = "approve";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  expect(button()?.textContent).toBe("Approve: 2 claims");
  await act(async () => page.querySelector("form")?.requestSubmit());
  act(() => show());
  // What is already done is not a refusal, and counts.
  expect(page.textContent).not.toContain("Claim 1:");
  expect(button()?.textContent).toBe("Approve: 2 claims");
  await act(async () => answer(ok({ claims: approved, left: [] }) as never));
  expect(page.textContent).toContain("Approve: 2 done.");
  expect(action()?.value).toBe("approve");
  expect(button()?.hasAttribute("disabled")).toBe(true);
});
