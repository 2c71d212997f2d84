// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import { focusAfterRender } from "./focus-after-render";

const button = (id: string) => {
  const element = document.createElement("button");
  element.id = id;
  return element;
};
const byId = (id: string) => () => document.getElementById(id);
/** MutationObserver reports in a microtask. */
const rendered = () => Promise.resolve();

describe("focusAfterRender", () => {
  beforeEach(() => {
    document.body.replaceChildren(button("pressed"));
    document.getElementById("pressed")?.focus();
  });

  it("focuses what the page shows already", () => {
    document.body.append(button("next"));
    focusAfterRender(byId("next"));
    expect(document.activeElement?.id).toBe("next");
  });

  it("focuses what the next render brings, also if that removes the pressed button", async () => {
    focusAfterRender(byId("next"));
    document.body.replaceChildren(button("next"));
    await rendered();
    expect(document.activeElement?.id).toBe("next");
  });

  it("waits until a hidden or disabled element can take the focus", async () => {
    const next = button("next");
    next.disabled = true;
    document.body.append(next);
    focusAfterRender(byId("next"));
    expect(document.activeElement?.id).toBe("pressed");
    next.disabled = false;
    await rendered();
    expect(document.activeElement?.id).toBe("next");
  });

  it("leaves the focus where the person has put it in the meantime", async () => {
    const other = button("other");
    document.body.append(other);
    focusAfterRender(byId("next"));
    other.focus();
    document.body.append(button("next"));
    await rendered();
    expect(document.activeElement?.id).toBe("other");
  });

  it("follows the newest request only", async () => {
    focusAfterRender(byId("first"));
    focusAfterRender(byId("second"));
    document.body.append(button("first"));
    await rendered();
    expect(document.activeElement?.id).toBe("pressed");
    document.body.append(button("second"));
    await rendered();
    expect(document.activeElement?.id).toBe("second");
  });
});
