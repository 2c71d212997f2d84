// @vitest-environment jsdom
import { act, useRef } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { useFocusHome } from "./use-focus-home";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const HOMES = ["[data-home=card]", "[data-home=heading]"];

interface Shown {
  /** Whether the button of the first card is shown, and whether the card is. */
  button: boolean;
  card: boolean;
  disabled?: boolean;
}

function Page({ button, card, disabled = false }: Shown) {
  const main = useRef<HTMLElement>(null);
  useFocusHome(main, HOMES);
  return (
    <main ref={main}>
      <h2 data-home="heading" tabIndex={-1} id="heading">
        Claims
      </h2>
      {card && (
        <div>
          <button type="button" data-home="card" id="head">
            Claim 1
          </button>
          {button && (
            <p>
              <button type="button" id="approve" disabled={disabled}>
                Approve
              </button>
            </p>
          )}
        </div>
      )}
      <div>
        <button type="button" id="other">
          Claim 2
        </button>
      </div>
    </main>
  );
}

describe("useFocusHome", () => {
  let root: Root;
  beforeEach(() => {
    const container = document.body.appendChild(document.createElement("div"));
    root = createRoot(container);
  });
  afterEach(() => {
    act(() => root.unmount());
    document.body.replaceChildren();
  });

  const show = (shown: Shown) => act(() => root.render(<Page {...shown} />));
  const focus = (id: string) => act(() => document.getElementById(id)?.focus());
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const ALL: Shown = { button: true, card: true };

  it.each<[string, string, Shown, string]>([
    ["a removed button", "approve", { button: false, card: true }, "head"],
    ["a removed part with its home", "approve", { button: false, card: false }, "heading"],
    ["a part that stays", "approve", ALL, "approve"],
  ])("%s", async (_, focused, after, expected) => {
    show(ALL);
    focus(focused);
    show(after);
    await nextFrame();
    await nextFrame();
    expect(document.activeElement?.id).toBe(expected);
  });

  it("leaves the focus alone if the person had moved it away", async () => {
    show(ALL);
    focus("approve");
    await act(async () => document.getElementById("approve")?.blur());
    show({ button: false, card: true });
    await nextFrame();
    await nextFrame();
    expect(document.activeElement).toBe(document.body);
  });
});
