import { expect, test } from "vitest";
import { z } from "zod";
import { MAX_LIST_LENGTH, parseShape } from "./parse-shape";

const schema = z.object({ claim: z.object({ tags: z.array(z.union([z.string(), z.number()])) }) });
const input = (length: number) => ({ claim: { tags: Array.from({ length }, () => "a") } });

test("a list of the most entries is checked", () => {
  expect(parseShape(schema, input(MAX_LIST_LENGTH))).toEqual({ ok: true, value: input(MAX_LIST_LENGTH) });
});

test("a longer list is refused before its entries are checked", () => {
  expect(parseShape(schema, input(300_000))).toEqual({
    ok: false,
    error: {
      problem: "invalid",
      detail: "A list can have at most 5,000 entries. Send fewer.",
      more: {
        errors: [{ pointer: "/claim/tags", detail: "A list can have at most 5,000 entries. Send fewer." }],
      },
    },
  });
});
