// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { OwnerContext } from "@/components/drafts/draft-owner-context";
import type { PlannedComment } from "@/lib/claim-imports/plan-comment-import";
import type { PlannedChange } from "@/lib/claim-imports/plan-word-changes";
import { err, ok } from "@/lib/result";
import type { PreviewWordFile, WordActions } from "./claim-import-types";
import { WordImport } from "./word-import";

const at = "2026-02-03T10:00:00Z";
const comment: PlannedComment = {
  ...{ row: 0, author: "Bo", at, text: "False\nIt fell.", commentKey: "k0", thread: 0, known: false },
  ...{ target: { on: "claim", claimId: "c", number: 7 }, suggests: "false", reasons: "It fell." },
};
const onPassage: PlannedComment = {
  ...{ row: 1, author: "", at: null, text: "Which year?", commentKey: "k1", thread: 1, known: false },
  ...{ target: { on: "passage", start: 0, end: 5, exact: "Trade" }, suggests: null, reasons: null },
};
const change: PlannedChange = {
  ...{ row: 0, author: "Bo", at, before: "fell", after: "rose" },
  target: { kind: "placed", start: 6, end: 10 },
};
const unclear: PlannedChange = {
  ...{ row: 1, author: "Bo", at, before: "", after: "New." },
  target: { kind: "unclear" },
};

let root: Root;
let box: HTMLElement;
const preview = vi.fn<PreviewWordFile>();
const actions = {
  importComments: vi.fn<WordActions["importComments"]>(),
  acceptWordChanges: vi.fn<WordActions["acceptWordChanges"]>(),
};

beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  box = document.body.appendChild(document.createElement("div"));
  root = createRoot(box);
  preview
    .mockReset()
    .mockResolvedValue(ok({ versionId: "v1", comments: [comment, onPassage], changes: [change, unclear] }));
  actions.importComments.mockReset().mockResolvedValue(ok({ imported: 1, verdicts: { set: 1, left: [] } }));
  actions.acceptWordChanges.mockReset().mockResolvedValue(ok({ version: { number: 2 } }));
  await render();
});

const render = () =>
  act(async () =>
    root.render(
      <OwnerContext value="ada">
        <WordImport
          articleId="a"
          ratings={[{ key: "false", label: "False" }]}
          actions={actions}
          preview={preview}
        />
      </OwnerContext>,
    ),
  );

/** What a reload does, as far as the component can tell. */
async function reload() {
  act(() => root.unmount());
  root = createRoot(box);
  await render();
}

afterEach(() => {
  act(() => root.unmount());
  box.remove();
  localStorage.clear();
  vi.unstubAllGlobals();
});

async function choose(size = 3) {
  const input = box.querySelector("input[type=file]") as HTMLInputElement;
  const file = new File([new Uint8Array(size)], "back.docx");
  Object.defineProperty(file, "arrayBuffer", { value: async () => new ArrayBuffer(size) });
  Object.defineProperty(input, "files", { value: [file], configurable: true });
  await act(async () => input.dispatchEvent(new Event("change", { bubbles: true })));
}

const boxes = () => [...box.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
const check = (name: string) =>
  act(async () =>
    boxes()
      .find(({ parentElement }) => parentElement?.textContent?.includes(name))
      ?.click(),
  );
const press = (name: string) =>
  act(async () =>
    [...box.querySelectorAll("button")].find(({ textContent }) => textContent?.trim() === name)?.click(),
  );
const file = { articleId: "a", versionId: "v1", file: "AAAA" };

test("comments are imported but for those left, with the verdict that one suggests", async () => {
  await choose();
  expect(box.textContent).toContain("Bo · ");
  await check("Which year?");
  await check("Set the verdict of claim 7 to “False”");
  await press("Import 1 comment and set 1 verdict");
  expect(actions.importComments.mock.calls).toEqual([[{ ...file, rows: [0], verdicts: [0] }]]);
  expect(box.textContent).toContain("1 comment was imported. 1 verdict was set.");
  expect(preview).toHaveBeenCalledTimes(2);
});

test("no change is accepted by itself, and one that can't be located can't be", async () => {
  await choose();
  expect(boxes().map(({ checked, disabled }) => [checked, disabled])).toEqual([
    [true, false],
    [false, false],
    [true, false],
    [false, false],
    [false, true],
  ]);
  await check("rose");
  await press("Accept 1 change");
  expect(actions.acceptWordChanges.mock.calls).toEqual([[{ ...file, rows: [0] }]]);
  expect(box.textContent).toContain("1 change is in the text: version 2.");
});

test("a verdict that could not be set says why", async () => {
  actions.importComments.mockResolvedValue(
    ok({ imported: 0, verdicts: { set: 0, left: [{ number: 7, message: "It is retired." }] } }),
  );
  await choose();
  await check("Set the verdict");
  await check("False");
  await check("Which year?");
  await press("Set 1 verdict");
  expect(box.textContent).toContain("The verdict of claim 7 was not set: It is retired.");
});

test("a refusal is shown, and what was chosen stays", async () => {
  actions.acceptWordChanges.mockResolvedValue(
    err({ kind: "stale", message: "Review them again.", current: {} }),
  );
  await choose();
  await check("rose");
  await press("Accept 1 change");
  expect(box.textContent).toContain("Review them again.");
  expect(boxes().map(({ checked }) => checked)).toContain(true);
  expect([...box.querySelectorAll("button")].map(({ disabled }) => disabled)).toEqual([false, false]);
});

test("a reload keeps the file and what is ticked, and discarding drops both", async () => {
  await choose();
  await check("Which year?");
  await check("rose");
  const before = boxes().map(({ checked }) => checked);
  await reload();
  expect(boxes().map(({ checked }) => checked)).toEqual(before);
  expect(preview.mock.calls.at(-1)?.[0]).toEqual({ articleId: "a", file: "AAAA" });
  await press("Accept 1 change");
  expect(actions.acceptWordChanges.mock.calls).toEqual([[{ ...file, rows: [0] }]]);
  // What was ticked is done: nothing is left to be restored.
  await reload();
  expect(boxes()).toEqual([]);
  await choose();
  await reload();
  await press("Discard draft");
  expect(boxes()).toEqual([]);
});

test("a file that can't be read is not kept", async () => {
  preview.mockResolvedValue(err({ kind: "invalid", message: "This is no Word file." }));
  await choose();
  await reload();
  expect(preview).toHaveBeenCalledTimes(1);
});

test("a file that is too large is not sent", async () => {
  await choose(5_000_001);
  expect(preview).not.toHaveBeenCalled();
  expect(box.textContent).toContain("back.docx");
});
