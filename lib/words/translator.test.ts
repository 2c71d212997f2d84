import { describe, expect, it } from "vitest";
import { makeTranslator } from "./translator";

const t = makeTranslator("en", {
  save: "Save",
  claims: "{count, plural, =0 {No claims} one {# claim} other {# claims}}",
  greeting: "Signed in as <b>{name}</b>.",
  share: "{share, number, percent} of the wording is unchanged",
});

describe("makeTranslator", () => {
  it.each([
    ["a plain message", t("save"), "Save"],
    ["no claim", t("claims", { count: 0 }), "No claims"],
    ["one claim", t("claims", { count: 1 }), "1 claim"],
    ["many claims", t("claims", { count: 1234 }), "1,234 claims"],
    ["a share", t("share", { share: 0.83 }), "83% of the wording is unchanged"],
  ])("puts %s into words", (_, text, expected) => {
    expect(text).toBe(expected);
  });

  it("gives the pieces of a message with a tag", () => {
    expect(
      t.parts("greeting", { name: "Ann", b: (chunks) => ({ bold: chunks.join("") }) as unknown as string }),
    ).toEqual(["Signed in as ", { bold: "Ann" }, "."]);
  });

  it("refuses a key that the catalogue does not have", () => {
    expect(() => t("gone" as "save")).toThrow('There is no message "gone" in en.');
  });

  it("names a value that is missing", () => {
    expect(() => t("claims")).toThrow(/count/);
  });
});
