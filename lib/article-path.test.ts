import { expect, test } from "vitest";
import { articlePath, readSlug } from "./article-path";

const bytesOf = (text: string) => Buffer.from(text).toString("latin1");

test.each([
  ["plain", "taxes-and-growth", "taxes-and-growth"],
  ["encoded", "%E4%B8%AD%E5%9B%BD", "中国"],
  ["encoded in small letters", "%e4%b8%ad%e5%9b%bd", "中国"],
  ["as it is", "中国", "中国"],
  ["as bytes", bytesOf("中国-経済"), "中国-経済"],
  ["as bytes of Cyrillic", bytesOf("цены"), "цены"],
  ["with a letter that is no byte of UTF-8", "é-x", "é-x"],
  ["decomposed", "e\u0301", "é"],
  ["with a broken escape", "%E4%B8", null],
  ["with a percent sign alone", "5%", null],
])("reads a slug %s", (_, part, slug) => {
  expect(readSlug(part)).toBe(slug);
});

test("a path is what was read, encoded", () => {
  expect(articlePath("中国")).toBe("/articles/%E4%B8%AD%E5%9B%BD");
  expect(readSlug(articlePath("سعر-🎉").split("/").at(-1) ?? "")).toBe("سعر-🎉");
});
