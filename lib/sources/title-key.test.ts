import { expect, test } from "vitest";
import { titleKeyOf } from "./title-key";

test.each<[string, string, string]>([
  ["case", "World Economic Outlook", "world economic OUTLOOK"],
  ["accents", "Économie française", "Economie francaise"],
  ["accents as marks of their own", "Économie", "E\u0301conomie"],
  ["punctuation", "Trade: a record?", "Trade - a record"],
  ["quotation marks and dashes", "“Trade” 2019–2020", "'Trade' 2019-2020"],
  ["white space", "Trade  a\u00a0record ", "Trade a record"],
  ["full stops in abbreviations", "U.S. trade", "US trade"],
  ["apostrophes", "The nation’s debt", "The nation's debt"],
  ["sharp s", "Straße", "STRASSE"],
  ["final sigma", "Λόγος", "ΛΟΓΟΣ"],
  ["ligatures and full-width letters", "ﬁgures ＡＢＣ", "figures abc"],
  ["Arabic vowel points", "كِتَاب", "كتاب"],
])("equal but for %s", (_, one, other) => {
  expect(titleKeyOf(one)).toBe(titleKeyOf(other));
});

test.each<[string, string, string]>([
  ["numbers", "Trade 2.4", "Trade 24"],
  ["years", "Trade 2023", "Trade 2024"],
  ["Hindi vowels", "किताब", "कतब"],
  ["Japanese voicing", "がく", "かく"],
  ["Korean", "가", "각"],
])("different: %s", (_, one, other) => {
  expect(titleKeyOf(one)).not.toBe(titleKeyOf(other));
});

test.each(["", " ", "…?!", "\u0301"])("“%s” has no key", (title) => {
  expect(titleKeyOf(title)).toBeNull();
});
