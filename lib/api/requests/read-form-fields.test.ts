import { expect, test } from "vitest";
import { z } from "zod";
import { jsonFieldsOf, readFormFields } from "./read-form-fields";

const schema = z.object({
  name: z.string().nullish(),
  rows: z.array(z.int()).optional(),
  ratings: z.record(z.string(), z.string().nullable()).default({}),
});

test("lists and objects are sent as JSON", () => {
  expect(jsonFieldsOf(schema)).toEqual(["rows", "ratings"]);
  expect(readFormFields(schema, { name: "[1]", rows: "[1, 2]", ratings: '{"a": null}', other: "x" })).toEqual(
    { ok: true, value: { name: "[1]", rows: [1, 2], ratings: { a: null }, other: "x" } },
  );
});

test.each<[what: string, rows: string, detail: string]>([
  ["what is not JSON", "1,2", "The field rows is not JSON. Send it as JSON, for example [0, 2]."],
  ["60,000 values", `[${"1,".repeat(60_000)}1]`, "The field rows has more than 50,000 values. Send fewer."],
])("%s: refused", (_, rows, detail) => {
  expect(readFormFields(schema, { rows })).toMatchObject({
    ok: false,
    error: { problem: "invalid", detail, more: { errors: [{ pointer: "/rows", detail }] } },
  });
});
