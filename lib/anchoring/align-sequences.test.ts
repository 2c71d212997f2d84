import fc from "fast-check";
import { expect, test } from "vitest";
import { alignSequences } from "./align-sequences";

const line = (old: string, now: string) =>
  alignSequences([...old], [...now])
    .map(({ kind, start, end }) => {
      const elements = (kind === "removed" ? old : now).slice(start, end);
      return kind === "same" ? elements : kind === "removed" ? `-${elements}` : `+${elements}`;
    })
    .join(" ");

test.each([
  ["equal", "abc", "abc", "abc"],
  ["replaced", "abc", "axc", "a -b +x c"],
  ["added", "ac", "abc", "a +b c"],
  ["removed", "abc", "ac", "a -b c"],
  ["nothing in common", "abc", "xy", "-abc +xy"],
  ["both empty", "", "", ""],
])("%s", (_, old, now, expected) => {
  expect(line(old, now)).toBe(expected);
});

test("the runs make up both sequences", () => {
  const sequence = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 30 });
  fc.assert(
    fc.property(sequence, sequence, (old, now) => {
      const runs = alignSequences(old, now);
      const rebuilt = (...kinds: string[]) =>
        runs.flatMap(({ kind, start, end }) =>
          kinds.includes(kind) ? (kind === "removed" ? old : now).slice(start, end) : [],
        );
      expect(rebuilt("same", "added")).toEqual(now);
      expect(rebuilt("same", "removed")).toEqual(old);
    }),
  );
});
