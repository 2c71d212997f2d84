import { expect, test, vi } from "vitest";
import { Store } from "./store";

test("a store notifies its watchers of each change until they stop watching", () => {
  const store = new Store(1);
  const watcher = vi.fn();
  const stop = store.watch(watcher);
  store.set(1);
  expect(watcher).not.toHaveBeenCalled();
  store.update((before) => before + 1);
  expect(watcher).toHaveBeenCalledTimes(1);
  expect(store.get()).toBe(2);
  stop();
  store.set(3);
  expect(watcher).toHaveBeenCalledTimes(1);
});
