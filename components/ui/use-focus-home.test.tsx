// @vitest-environment jsdom
import { act, type ReactNode, useRef } from "react";
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

function Part({ children }: { children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  useFocusHome(main);
  return <main ref={main}>{children}</main>;
}

describe("without homes of its own", () => {
  let root: Root;
  beforeEach(() => {
    root = createRoot(document.body.appendChild(document.createElement("div")));
  });
  afterEach(() => {
    act(() => root.unmount());
    document.body.replaceChildren();
  });

  const row = (name: string, hasButton = true) => (
    <li key={name} id={name}>
      {name} {hasButton && <button type="button" id={`${name}-button`} aria-label={`Withdraw ${name}`} />}
    </li>
  );
  const page = (...rows: ReactNode[]) => (
    <>
      <h1 id="title">Message</h1>
      <h2 id="people">People</h2>
      <ul>{rows}</ul>
      <h2 id="after">Later</h2>
    </>
  );
  const form = (key: string) => (
    <>
      <h1 id="title">Source</h1>
      <form key={key} data-key={key}>
        <label>
          Name <input id={`${key}-name`} />
        </label>
        <button type="submit" id={`${key}-save`}>
          Save
        </button>
        <button type="button" id={`${key}-delete`}>
          Delete
        </button>
      </form>
    </>
  );

  it.each<[string, ReactNode, string, ReactNode, string]>([
    ["a button of a row: the row", page(row("ada")), "ada-button", page(row("ada", false)), "ada"],
    [
      "a row: the next one",
      page(row("ada"), row("bo"), row("cy")),
      "bo-button",
      page(row("ada"), row("cy")),
      "cy",
    ],
    ["the last row: the one before", page(row("ada"), row("bo")), "bo-button", page(row("ada")), "ada"],
    ["the only row: the heading before it", page(row("ada")), "ada-button", page(), "people"],
    [
      "a page: the title of the next one",
      page(row("ada")),
      "ada-button",
      <h1 key="other" id="other">
        Other
      </h1>,
      "other",
    ],
    ["a field that is made again: itself", form("one"), "one-name", form("two"), "two-name"],
    ["a submit button that is made again: itself", form("one"), "one-save", form("two"), "two-save"],
    ["another button that is made again: not itself", form("one"), "one-delete", form("two"), "title"],
  ])("%s", async (_, before, focused, after, expected) => {
    act(() => root.render(<Part>{before}</Part>));
    act(() => document.getElementById(focused)?.focus());
    act(() => root.render(<Part>{after}</Part>));
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await nextFrame();
    await nextFrame();
    expect(document.activeElement?.id).toBe(expected);
  });

  it("a row or heading can't be reached with Tab afterwards", async () => {
    act(() => root.render(<Part>{page(row("ada"))}</Part>));
    act(() => document.getElementById("ada-button")?.focus());
    act(() => root.render(<Part>{page(row("ada", false))}</Part>));
    const item = document.getElementById("ada");
    await expect.poll(() => document.activeElement).toBe(item);
    expect(item?.tabIndex).toBe(-1);
    act(() => item?.blur());
    expect(item?.hasAttribute("tabindex")).toBe(false);
  });
});
