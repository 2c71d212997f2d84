// @vitest-environment jsdom
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ClaimantForm } from "@/components/claimants/claimant-form";
import { DeskAround } from "@/components/drafts/desk-around.testing";
import { SourceForm } from "@/components/sources/source-form";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { buildSource } from "@/lib/testing/builders";

const refresh = vi.fn();

interface SavedForm {
  /** The form of a record whose name is “Trade”, at revision 1. */
  form: (save: (input: { revision: number }) => Promise<Result<never, Failure>>) => ReactNode;
  /** The record as the server stores it. */
  stored: (name: string, revision: number) => unknown;
  /** The label of the field with the name. */
  label: string;
  notice: string;
}

const source = buildSource({ title: "Trade" });
const claimant = {
  ...{ id: "claimant", kind: "person" as const, name: "Trade", revision: 1 },
  ...{ description: null, aliases: [], sameAs: [] },
};
const forms: Record<string, SavedForm> = {
  "a source": {
    form: (save) => <SourceForm source={{ ...source, revision: 1 }} save={save} />,
    stored: (title, revision) => ({ ...source, title, revision }),
    label: "Title",
    notice: "Source saved.",
  },
  "a claimant": {
    form: (save) => <ClaimantForm claimant={claimant} save={save} />,
    stored: (name, revision) => ({ ...claimant, name, revision }),
    label: "Name",
    notice: "Claimant saved.",
  },
};

let box: HTMLElement;
let root: Root;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.spyOn(console, "warn").mockImplementation(() => {});
  refresh.mockClear();
  localStorage.clear();
  box = document.body.appendChild(document.createElement("main"));
  root = createRoot(box);
});
afterEach(() => {
  act(() => root.unmount());
  box.remove();
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test.each(Object.entries(forms))(
  "%s is saved where it is: what is typed meanwhile stays, and is saved next",
  async (_, row) => {
    const sent: { revision: number; answer: (value: unknown) => void }[] = [];
    const save = ({ revision }: { revision: number }) =>
      new Promise<Result<never, Failure>>((resolve) => {
        sent.push({ revision, answer: (value) => resolve(ok(value as never)) });
      });
    await act(async () => root.render(<DeskAround router={{ refresh }}>{row.form(save)}</DeskAround>));
    const field = () => {
      const label = [...box.querySelectorAll("label")].find((each) =>
        each.textContent?.startsWith(row.label),
      );
      return box.querySelector<HTMLInputElement>(`#${CSS.escape(label?.htmlFor ?? "")}`) as HTMLInputElement;
    };
    const type = (text: string) =>
      act(async () => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field(), text);
        field().dispatchEvent(new Event("input", { bubbles: true }));
      });
    const submit = () =>
      act(async () => box.querySelector<HTMLButtonElement>("button[type=submit]")?.click());

    await type(" Trade of 2019 ");
    await submit();
    expect(box.textContent).not.toContain(row.notice);
    // The server stores it without the spaces.
    await act(async () => sent[0]?.answer(row.stored("Trade of 2019", 2)));
    expect(field().value).toBe("Trade of 2019");
    expect(box.textContent).toContain(row.notice);
    expect(localStorage).toHaveLength(0);
    expect(refresh).toHaveBeenCalledTimes(1);

    await type("Trade of 2020");
    await submit();
    expect(box.textContent).not.toContain(row.notice);
    await type("Trade of 2021");
    await act(async () => sent[1]?.answer(row.stored("Trade of 2020", 3)));
    expect(field().value).toBe("Trade of 2021");
    expect(localStorage).toHaveLength(1);

    await submit();
    expect(sent.map(({ revision }) => revision)).toEqual([1, 2, 3]);
  },
);
