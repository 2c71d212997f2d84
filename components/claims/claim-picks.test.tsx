// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import { scaleTemplates } from "@/lib/ratings/scale-templates";
import { buildClaim } from "@/lib/testing/builders";
import { type ClaimActions, ClaimActionsProvider } from "./claim-actions";
import { ClaimPicks } from "./claim-picks";

const actor = { id: "ada", name: "Ada", email: "ada@example.org", role: "editor" as const };
const statement = "Trade rose to $240 billion, a record.";
const { anchor } = buildClaim();
const claims = [
  buildClaim({ number: 1, statement, rating: "false", anchor: { ...anchor, exact: "$240 billion" } }),
  buildClaim({ number: 2, statement, rating: "true", anchor: { ...anchor, exact: "a record" } }),
  buildClaim({ number: 3, statement, verdict: null, anchor: { ...anchor, exact: "rose" } }),
];

test("claims with the same statement differ by their passage and verdict", () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  const actions = { actor, people: [], batch: vi.fn(), applyBatch: vi.fn() } as unknown as ClaimActions;
  act(() =>
    root.render(
      <ClaimActionsProvider actions={actions}>
        <ClaimPicks
          claims={claims}
          ratings={scaleTemplates[0]?.ratings ?? []}
          storageKey={null}
          initial={[]}
          onClose={vi.fn()}
          onReopen={vi.fn()}
        />
      </ClaimActionsProvider>,
    ),
  );
  const rows = [...host.querySelectorAll('ul[aria-label="Claims to select"] li')];
  const shown = [
    ["$240 billion", "False"],
    ["a record", "True"],
    ["rose", "No verdict yet"],
  ];
  expect(rows).toHaveLength(shown.length);
  for (const [index, [passage, verdict]] of shown.entries()) {
    expect(rows[index]?.querySelector("q")?.textContent).toBe(passage);
    expect(rows[index]?.textContent).toContain(verdict);
  }
  act(() => root.unmount());
  host.remove();
  vi.unstubAllGlobals();
});
