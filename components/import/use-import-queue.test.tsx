// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { err } from "@/lib/result";
import type { ImportInput } from "./import-types";
import { readImport } from "./read-import";
import { useImportQueue } from "./use-import-queue";

vi.mock("./read-import", () => ({ importNameOf: () => "An import", readImport: vi.fn() }));

let root: Root;
let queue: ReturnType<typeof useImportQueue>;
function Page() {
  queue = useImportQueue();
  return null;
}
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  root = createRoot(document.body.appendChild(document.createElement("main")));
  act(() => root.render(<Page />));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test.each<[string, ImportInput, boolean]>([
  ["pasted text", { pasted: "Trade rose." }, true],
  ["an address", { address: "https://example.org/a" }, false],
])("%s is read: the field of the text says so while it was pasted there", async (_, input, isReading) => {
  let answer: () => void = () => {};
  vi.mocked(readImport).mockReturnValue(
    new Promise((resolve) => {
      answer = () => resolve(err({ kind: "invalid", message: "There is no text." }));
    }),
  );
  expect(queue.isReadingPasted).toBe(false);
  await act(async () => queue.add([input]));
  expect(queue.isReadingPasted).toBe(isReading);
  await act(async () => answer());
  expect(queue.isReadingPasted).toBe(false);
});
