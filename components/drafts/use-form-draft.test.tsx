// @vitest-environment jsdom
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Discards } from "./discards";
import { DiscardsContext } from "./discards-context";
import { OwnerContext } from "./draft-owner-context";
import { type FormDraft, useFormDraft } from "./use-form-draft";

interface Content {
  verdict: string;
  primary: boolean;
}

const INITIAL: Content = { verdict: "", primary: false };

/** A form that edits something saved, whose revision is not typed. */
interface Edited {
  title: string;
  revision: number;
}
const KEY = "obelus:form:ada:test";
const stored = () => JSON.parse(localStorage.getItem(KEY) ?? "null")?.value ?? null;

let unmount: (() => void)[] = [];
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
});
afterEach(() => {
  for (const each of unmount) act(each);
  unmount = [];
  localStorage.clear();
  vi.unstubAllGlobals();
});

function Form({ show }: { show: (form: FormDraft<Content>) => void }) {
  show(useFormDraft<Content>("test", INITIAL));
  return null;
}

/** Opens the form, as after a reload. */
function open(discards = new Discards()) {
  const opened: { form: FormDraft<Content> | null } = { form: null };
  const root = createRoot(document.createElement("div"));
  const tree: ReactNode = (
    <OwnerContext value="ada">
      <DiscardsContext value={discards}>
        <Form
          show={(form) => {
            opened.form = form;
          }}
        />
      </DiscardsContext>
    </OwnerContext>
  );
  act(() => root.render(tree));
  const close = () => root.unmount();
  unmount.push(close);
  return {
    discards,
    close: () => act(close),
    value: () => opened.form?.value,
    restored: () => opened.form?.restored,
    run: (step: (form: FormDraft<Content>) => void) => act(() => opened.form && step(opened.form)),
  };
}

const choose = (part: Partial<Content>) => (form: FormDraft<Content>) => form.change(part);

test("a choice without text survives a reload, and nothing is left once it is taken back", () => {
  const form = open();
  form.run(choose({ primary: true }));
  const again = open();
  expect(again.value()).toEqual({ verdict: "", primary: true });
  expect(again.restored()?.at).not.toBeNull();
  again.run(choose({ primary: false }));
  expect(stored()).toBeNull();
  expect(open().restored()?.at).toBeNull();
});

test("a draft of an earlier version without a field is restored with that field as it is", () => {
  localStorage.setItem(KEY, JSON.stringify({ value: { verdict: "true" }, at: "2026-11-29T00:00:00.000Z" }));
  expect(open().value()).toEqual({ verdict: "true", primary: false });
});

test("what is discarded comes back, also after something else was chosen, and that as well", () => {
  const form = open();
  form.run(choose({ verdict: "true" }));
  form.run(({ restored }) => restored.discard());
  expect(stored()).toBeNull();
  form.run(choose({ verdict: "false" }));
  form.run(({ restored }) => restored.undo?.());
  expect(form.value()).toMatchObject({ verdict: "true" });
  form.run(({ restored }) => restored.undo?.());
  expect(form.value()).toMatchObject({ verdict: "false" });
});

test("what a form discarded comes back after it was closed and opened again", () => {
  const form = open();
  form.run(choose({ verdict: "true" }));
  form.run(({ restored }) => restored.discard());
  form.close();
  const again = open(form.discards);
  again.run(({ restored }) => restored.undo?.());
  expect(again.value()).toMatchObject({ verdict: "true" });
  expect(again.restored()?.undo).toBeNull();
});

function EditForm({
  initial,
  show,
  onRestore,
}: {
  initial: Edited;
  show: (form: FormDraft<Edited>) => void;
  onRestore: (value: Edited) => void;
}) {
  show(useFormDraft("test", initial, { typed: ({ title }) => title, onRestore }));
  return null;
}

/** Opens a form on what is saved; `show` updates the page. */
function openEdit(saved: Edited) {
  const opened: { form: FormDraft<Edited> | null; restored: Edited[] } = { form: null, restored: [] };
  const root = createRoot(document.createElement("div"));
  const show = (initial: Edited) =>
    act(() =>
      root.render(
        <OwnerContext value="ada">
          <EditForm
            initial={initial}
            show={(form) => {
              opened.form = form;
            }}
            onRestore={(value) => opened.restored.push(value)}
          />
        </OwnerContext>,
      ),
    );
  show(saved);
  unmount.push(() => root.unmount());
  return {
    show,
    form: () => opened.form as FormDraft<Edited>,
    restored: opened.restored,
    type: (title: string) => act(() => opened.form?.change({ title })),
  };
}

test.each<[string, Edited, { isRestored: boolean; title: string }]>([
  ["what was typed", { title: "New", revision: 2 }, { isRestored: false, title: "New" }],
  ["something else", { title: "Other", revision: 2 }, { isRestored: true, title: "New" }],
  ["what it was", { title: "Old", revision: 1 }, { isRestored: true, title: "New" }],
])("after a save without an answer, a form that is opened on %s", (_, saved, { isRestored, title }) => {
  openEdit({ title: "Old", revision: 1 }).type("New");
  const again = openEdit(saved).form();
  expect(again.value.title).toBe(title);
  expect(again.restored.at !== null).toBe(isRestored);
  expect(stored() !== null).toBe(isRestored);
});

test.each<[string, Edited, { isChanged: boolean; revision: number }]>([
  ["what was typed", { title: "New", revision: 2 }, { isChanged: false, revision: 2 }],
  ["something else", { title: "Other", revision: 2 }, { isChanged: true, revision: 1 }],
])("after a save without an answer, an open form whose page is updated to %s", (_, saved, expected) => {
  const edit = openEdit({ title: "Old", revision: 1 });
  edit.type("New");
  edit.show(saved);
  expect(edit.form()).toMatchObject({
    value: { title: "New", revision: expected.revision },
    isChanged: expected.isChanged,
  });
  expect(stored() !== null).toBe(expected.isChanged);
  expect(edit.restored).toEqual(expected.isChanged ? [] : [saved]);
});

test("saving leaves no draft", () => {
  const form = open();
  form.run(choose({ verdict: "true" }));
  form.run((each) => each.forget());
  expect(stored()).toBeNull();
  expect(form.value()).toMatchObject({ verdict: "true" });
});

test.each([
  ["closed", false],
  ["open again, with another choice", true],
])("a cancelled form comes back while it is %s", (_, isOpen) => {
  const form = open();
  const reopen = vi.fn();
  form.run(choose({ verdict: "true" }));
  form.run((each) => each.cancel("Discarded.", reopen));
  form.close();
  expect(stored()).toBeNull();
  const again = isOpen ? open(form.discards) : null;
  again?.run(choose({ verdict: "false" }));
  act(() => form.discards.undo(form.discards.all()[0]?.id ?? 0));
  expect(stored()).toMatchObject({ verdict: "true" });
  expect(reopen).toHaveBeenCalledOnce();
  expect((again ?? open(form.discards)).value()).toMatchObject({ verdict: "true" });
  again?.run(({ restored }) => restored.undo?.());
  if (again) expect(again.value()).toMatchObject({ verdict: "false" });
});

test("cancelling a form without a choice says nothing", () => {
  const form = open();
  form.run((each) => each.cancel("Discarded.", () => {}));
  expect(form.discards.all()).toEqual([]);
});

test("what is replaced comes back", () => {
  const form = open();
  form.run(choose({ verdict: "true" }));
  form.run((each) => each.replace({ verdict: "theirs" }, "Replaced."));
  expect(form.value()).toMatchObject({ verdict: "theirs" });
  act(() => form.discards.undo(form.discards.all()[0]?.id ?? 0));
  expect(form.value()).toMatchObject({ verdict: "true" });
});

test.each<[string, Partial<Content>, string | null, Partial<Content>, boolean, string | null]>([
  ["nothing here: it is shown", {}, "true", { verdict: "true" }, false, "true"],
  [
    "something else here: both can be shown",
    { verdict: "false" },
    "true",
    { verdict: "false" },
    true,
    "true",
  ],
  ["the same here", { verdict: "true" }, "true", { verdict: "true" }, false, "true"],
  [
    "something here, and saved there: it is stored again",
    { verdict: "false" },
    null,
    { verdict: "false" },
    false,
    "false",
  ],
])("another tab, with %s", (_, here, there, shown, offersOther, left) => {
  const form = open();
  if (Object.keys(here).length > 0) form.run(choose(here));
  if (there === null) localStorage.removeItem(KEY);
  else
    localStorage.setItem(
      KEY,
      JSON.stringify({ value: { ...INITIAL, verdict: there }, at: "2026-11-29T00:00:00.000Z" }),
    );
  act(() => window.dispatchEvent(new StorageEvent("storage", { key: KEY })));
  expect(form.value()).toMatchObject(shown);
  expect(Boolean(form.restored()?.showOther)).toBe(offersOther);
  expect(stored()?.verdict ?? null).toBe(left);
  if (!offersOther) return;
  form.run(({ restored }) => restored.showOther?.());
  expect(form.value()).toMatchObject({ verdict: "true" });
  form.run(({ restored }) => restored.undo?.());
  expect(form.value()).toMatchObject(here);
});
