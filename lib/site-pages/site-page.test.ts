import { expect, test } from "vitest";
import { chooseText, pageTextInput } from "./site-page";

const texts = ["fr", "en-GB", "cy"].map((language) => ({ language }));

test.each([
  ["the same language", ["cy"], "cy"],
  ["a variant of it", ["en"], "en-GB"],
  ["the next one that is wanted", ["de", "cy"], "cy"],
  ["the first one otherwise", ["de"], "fr"],
])("a page shows %s", (_, wanted, language) => {
  expect(chooseText(texts, wanted)).toEqual({ language });
});

test("a page without a text has none to show", () => {
  expect(chooseText([], ["en"])).toBeNull();
});

test.each([
  [
    "sections of this page that have a text",
    { funding: "Readers.", staff: " ", selection: "All." },
    { funding: "Readers." },
  ],
  ["nothing", {}, {}],
])("%s are stored", (_, sections, stored) => {
  expect(pageTextInput.parse({ page: "about", language: "en-gb", sections })).toEqual({
    page: "about",
    language: "en-GB",
    sections: stored,
  });
});

test.each([
  ["an unknown page", { page: "legal" }],
  ["an unknown section", { sections: { secrets: "x" } }],
  ["no language", { language: "English!" }],
  ["a text that is too long", { sections: { staff: "a".repeat(10_001) } }],
])("%s is refused", (_, change) => {
  const input = { page: "about", language: "en", sections: {}, ...change };
  expect(pageTextInput.safeParse(input).success).toBe(false);
});
