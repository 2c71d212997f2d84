// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { OwnerContext } from "@/components/drafts/draft-owner-context";
import { SkipForm } from "./skip-form";

let unmount: (() => void)[] = [];
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
});
afterEach(() => {
  for (const each of unmount) act(each);
  unmount = [];
  document.body.replaceChildren();
  localStorage.clear();
  vi.unstubAllGlobals();
});

function openForm(usual = "") {
  const on = { onSkip: vi.fn<(reason: string) => void>(), onCancel: vi.fn(), onReopen: vi.fn() };
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  act(() =>
    root.render(
      <OwnerContext value="ada">
        <SkipForm articleId="a" usual={usual} {...on} />
      </OwnerContext>,
    ),
  );
  unmount.push(() => root.unmount());
  const input = [...document.querySelectorAll("input")].at(-1) as HTMLInputElement;
  /** Types over the selection, key by key. */
  const type = (text: string) => {
    for (const key of text)
      act(() => {
        const { selectionStart, selectionEnd, value } = input;
        const next = `${value.slice(0, selectionStart ?? 0)}${key}${value.slice(selectionEnd ?? 0)}`;
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, next);
        input.setSelectionRange((selectionStart ?? 0) + 1, (selectionStart ?? 0) + 1);
        input.dispatchEvent(new Event("input", { bubbles: true }));
      });
  };
  const submit = () => act(() => input.form?.requestSubmit());
  const press = (key: string) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    act(() => input.dispatchEvent(event));
    return event;
  };
  return { ...on, input, type, submit, press };
}

test("has the focus, and what is typed replaces the reason that was used last", () => {
  const form = openForm("Known");
  expect(document.activeElement).toBe(form.input);
  form.type("In table");
  expect(form.input.value).toBe("In table");
  form.submit();
  expect(form.onSkip).toHaveBeenCalledExactlyOnceWith("In table");
});

test("Enter alone uses the same reason again", () => {
  const form = openForm("Known");
  form.submit();
  expect(form.onSkip).toHaveBeenCalledExactlyOnceWith("Known");
});

test("needs a reason", () => {
  const form = openForm();
  form.type("  ");
  form.submit();
  expect(form.onSkip).not.toHaveBeenCalled();
});

test("Escape closes this form and not the panel around it", () => {
  const form = openForm();
  expect(form.press("Escape").defaultPrevented).toBe(true);
  expect(form.onCancel).toHaveBeenCalledOnce();
});

test("what was typed is there again after a reload", () => {
  openForm().type("In");
  expect(openForm().input.value).toBe("In");
});
