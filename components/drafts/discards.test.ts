import { expect, test, vi } from "vitest";
import { Discards } from "./discards";

const shown = (discards: Discards) => discards.all().map(({ message }) => message);

test("everything that is discarded can be brought back, in any order", () => {
  const discards = new Discards();
  const undone: string[] = [];
  for (const name of ["A", "B", "C"])
    discards.add(name, () => {
      undone.push(name);
      return true;
    });
  const [a, b] = discards.all();
  discards.undo(b?.id ?? 0);
  discards.undo(a?.id ?? 0);
  expect(undone).toEqual(["B", "A"]);
  expect(shown(discards)).toEqual(["C"]);
});

test.each<[string, boolean | undefined, string[]]>([
  ["goes once it is undone", true, []],
  ["stays while that is not possible", false, ["A"]],
  ["goes if its undo does not say", undefined, []],
])("a notice %s", (_, result, left) => {
  const discards = new Discards();
  discards.add("A", () => result);
  discards.undo(discards.all()[0]?.id ?? 0);
  expect(shown(discards)).toEqual(left);
});

test("a dismissed notice is not undone", () => {
  const discards = new Discards();
  const undo = vi.fn(() => true);
  discards.add("A", undo);
  const id = discards.all()[0]?.id ?? 0;
  discards.dismiss(id);
  discards.undo(id);
  expect(undo).not.toHaveBeenCalled();
});

test("watchers hear of each change until they stop, and the list is the same until then", () => {
  const discards = new Discards();
  const watcher = vi.fn();
  const stop = discards.watch(watcher);
  discards.add("A", () => true);
  expect(discards.all()).toBe(discards.all());
  expect(watcher).toHaveBeenCalledTimes(1);
  stop();
  discards.add("B", () => true);
  expect(watcher).toHaveBeenCalledTimes(1);
});

test("a draft is shown in the form that opened last, if one is open", () => {
  const discards = new Discards();
  const drafts: string[] = [];
  expect(discards.showIn("key", "nowhere")).toBe(false);
  discards.whileOpen("key", (draft) => drafts.push(`first ${draft}`));
  const close = discards.whileOpen("key", (draft) => drafts.push(`second ${draft}`));
  expect(discards.showIn("key", "A")).toBe(true);
  close();
  expect(discards.showIn("key", "B")).toBe(true);
  expect(drafts).toEqual(["second A", "first B"]);
  expect(discards.showIn("another key", "C")).toBe(false);
});
