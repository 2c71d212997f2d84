import { expect, test } from "vitest";
import { makeSemaphore } from "./semaphore";

test("so many at a time go on, the others in the order in which they came", async () => {
  const turn = makeSemaphore(2);
  const begun: string[] = [];
  const leave = new Map<string, () => void>();
  const ask = async (name: string, signal?: AbortSignal) => {
    const left = await turn(signal);
    begun.push(left === "cancelled" ? `${name} cancelled` : name);
    if (left !== "cancelled") leave.set(name, left);
  };
  const stop = new AbortController();
  const asked = [ask("a"), ask("b"), ask("c"), ask("d", stop.signal), ask("e")];
  await Promise.all(asked.slice(0, 2));
  expect(begun).toEqual(["a", "b"]);
  stop.abort();
  await asked[3];
  expect(begun).toEqual(["a", "b", "d cancelled"]);
  leave.get("b")?.();
  // Giving a turn back twice makes no room for two.
  leave.get("b")?.();
  await asked[2];
  expect(begun).toEqual(["a", "b", "d cancelled", "c"]);
  leave.get("a")?.();
  await asked[4];
  expect(begun).toEqual(["a", "b", "d cancelled", "c", "e"]);
});

test("a caller that was cancelled while waiting gets no slot", async () => {
  expect(await makeSemaphore(1)(AbortSignal.abort())).toBe("cancelled");
});
