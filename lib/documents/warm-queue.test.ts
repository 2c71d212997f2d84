import { expect, test } from "vitest";
import { WarmQueue } from "./warm-queue";

/** A queue whose articles are made when the test says so. */
function queue() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  let most = 0;
  let running = 0;
  const warm = (id: string) => {
    begun.push(id);
    most = Math.max(most, ++running);
    return new Promise<void>((resolve) => {
      ends.push(() => {
        running--;
        resolve();
      });
    });
  };
  /** Ends what is being made, until nothing is. */
  const finish = async () => {
    for (let idle = 0; idle < 5; idle++) {
      await new Promise((resolve) => setImmediate(resolve));
      for (const end of ends.splice(0)) {
        end();
        idle = 0;
      }
    }
  };
  return { queue: new WarmQueue(warm), begun, finish, most: () => most };
}

test.each<[string, string[], string[]]>([
  ["one article", ["a"], ["a"]],
  ["several, in their order", ["a", "b", "c"], ["a", "b", "c"]],
  ["one that already waits", ["a", "b", "a", "b"], ["a", "b"]],
  [
    "more than fit",
    Array.from({ length: 60 }, (_, index) => `${index}`),
    Array.from({ length: 50 }, (_, index) => `${index}`),
  ],
])("made one at a time: %s", async (_, added, expected) => {
  const { queue: waiting, begun, finish, most } = queue();
  // All in one turn, in which none is begun.
  for (const id of added) waiting.add(id);
  await finish();
  expect(begun.toSorted()).toEqual(expected.toSorted());
  expect(most()).toBe(1);
});

test("an article that changes while it is made is made again", async () => {
  const { queue: waiting, begun, finish } = queue();
  waiting.add("a");
  await new Promise((resolve) => setImmediate(resolve));
  waiting.add("a");
  await finish();
  waiting.add("a");
  await finish();
  expect(begun).toEqual(["a", "a", "a"]);
});
