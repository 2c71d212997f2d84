import { describe, expect, test } from "vitest";
import "@/lib/words/languages";
import { defaultScale } from "@/lib/ratings/default-scale";
import { scaleTemplates } from "@/lib/ratings/scale-templates";
import { reportCorrection, smallReport } from "@/lib/testing/reports/small-report";
import { translateLabel, translateRating, translateRatings } from "./translate-ratings";

const [isFalse] = defaultScale.ratings;
if (!isFalse) throw new Error("the default scale is empty");

test("the English words are those of the default scale and of the ratings that templates share with it", () => {
  const own = scaleTemplates.flatMap(({ ratings }) =>
    ratings.filter((each) => translateRating(each, "fr") !== each),
  );
  expect([...new Set(own.map(({ key }) => key))].sort()).toEqual(
    [...new Set([...defaultScale.ratings.map(({ key }) => key), "mostly-false", "half-true"])].sort(),
  );
});

describe("a rating is translated if its words are the product's", () => {
  test.each([
    ["of the default scale", isFalse, "es", "Falso"],
    ["in a language without a catalogue", isFalse, "it", "False"],
    ["in a language of its kind", isFalse, "fr-CA", "Faux"],
    ["already translated", translateRating(isFalse, "ar"), "en", "False"],
    ["with another label", { ...isFalse, label: "Pants on fire" }, "es", "Pants on fire"],
    ["with another definition", { ...isFalse, definition: "It is wrong." }, "es", "False"],
    ["of another key", { ...isFalse, key: "untrue" }, "es", "False"],
  ])("%s", (_, rating, language, label) => {
    expect(translateRating(rating, language).label).toBe(label);
  });
});

test("a translated rating keeps everything but its words", () => {
  const { label, definition, ...signs } = isFalse;
  expect(translateRating(isFalse, "es")).toEqual({
    ...signs,
    label: "Falso",
    definition: "Las pruebas muestran que la afirmación es errónea.",
  });
  expect([label, definition]).toEqual([isFalse.label, isFalse.definition]);
});

test("a correction names the ratings as the report does", () => {
  const report = smallReport({
    corrections: [reportCorrection(), reportCorrection({ field: "statement", from: "True", to: "False" })],
  });
  expect(translateRatings(report, "fr").corrections.map(({ from, to }) => [from, to])).toEqual([
    ["Vrai", "Faux"],
    ["True", "False"],
  ]);
  const own = smallReport({
    scale: { name: "Own", ratings: [{ ...isFalse, definition: "It is wrong." }] },
    corrections: [reportCorrection()],
  });
  expect(translateRatings(own, "fr")).toBe(own);
});

test.each([
  ["False", "de", "Falsch"],
  ["Faux", "en", "False"],
  ["Pants on fire", "de", "Pants on fire"],
])("the label %s in %s", (label, language, expected) => {
  expect(translateLabel(label, language)).toBe(expected);
});
