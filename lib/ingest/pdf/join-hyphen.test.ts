import { expect, test } from "vitest";
import { joinHyphen } from "./join-hyphen";
import { wordEvidence } from "./word-evidence";

/** Lines of a text whose words are divided throughout. */
const DIVIDED = [
  "the govern-",
  "ment said that the min-",
  "istry of the econ-",
  "omy told the govern-",
  "ment of its transpor-",
  "tation plan, and the government agreed with the ministry",
];
/** Lines of a text with a few words that are divided. */
const DIVIDES_SOME = [
  "the transpor-",
  "tation of the govern-",
  "ment took a year, and the re-",
  "port on the first year of the transportation said so",
  ...Array<string>(90).fill("the government said so"),
];
const GERMAN = [
  "der Vorstand und die Leitung sprachen von der Lage, die nicht gut ist und sich mit der Zeit",
];

test.each<[string, readonly string[], string, string, string]>([
  ["a compound whose parts say so", [], "as the state", "owned port", "state-owned"],
  ["numbers in words", [], "the sixty", "eight ships", "sixty-eight"],
  ["a prefix with a hyphen", [], "the post", "war figures", "post-war"],
  ["figures", [], "in 2023", "24 it fell", "2023-24"],
  ["a name", [], "said Jean", "Luc Novak", "Jean-Luc"],
  ["an abbreviation and a figure", [], "of COVID", "19 cases", "COVID-19"],
  ["a suspended hyphen", [], "von Ein", "und Ausfuhr", "Ein- und"],
  ["a suspended hyphen in English", [], "for two", "to three-year terms", "two- to"],
  [
    "a compound that occurs elsewhere",
    ["a break-water is a wall"],
    "the break",
    "water holds",
    "break-water",
  ],
  ["a word that occurs elsewhere", ["a breakwater is a wall"], "the break", "water holds", "breakwater"],
  ["an ending that is no word", [], "the govern", "ment said", "government"],
  ["nothing to decide by: the hyphen stays", [], "the break", "water holds", "break-water"],
  ["a text that is divided throughout", DIVIDED, "the transpor", "table unit", "transportable"],
  ["a compound in such a text", DIVIDED, "the state", "owned port", "state-owned"],
  [
    "a part that is no word, in a text that divides some",
    DIVIDES_SOME,
    "a sophisti",
    "cated plan",
    "sophisticated",
  ],
  ["two letters that begin no compound", [], "beer li", "cense", "license"],
  ["two letters that begin compounds", [], "a by", "product of", "by-product"],
  ["de- before a vowel", [], "to de", "escalate it", "de-escalate"],
  ["de- before a consonant", [], "it de", "scribed a", "described"],
  ["a verb and its pronoun in French", [], "que dis", "je donc", "dis-je"],
  ["a word that is never a compound", ["an other some"], "some", "thing else", "something"],
  ["an article that begins a word", ["an eel and the other one"], "an", "other one", "another"],
  ["a common last part behind what is no word", DIVIDED, "an accu", "rate plan", "accurate"],
  ["a short part, in such a text", DIVIDES_SOME, "they are re", "vising it", "revising"],
  ["a word before the hyphen, in such a text", DIVIDES_SOME, "the first", "class report", "first-class"],
  ["the beginning of a word and nothing else", [], "a con", "sonantic sound", "consonantic"],
  ["German", GERMAN, "der neuen Hafen", "mole am Meer", "Hafenmole"],
  ["the last part of a long compound", [], "the day-to", "day work", "day-to-day"],
])("%s", (_, lines, before, after, word) => {
  const { between } = joinHyphen(before, after, wordEvidence(lines));
  const joined = `${before}${between}${after}`;
  expect(` ${joined} `).toMatch(new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}])`, "u"));
});

test("a hyphen is reported when nothing decides about it", () => {
  expect(joinHyphen("the break", "water holds", wordEvidence([])).unsure).toBe(true);
  expect(joinHyphen("the state", "owned port", wordEvidence([])).unsure).toBe(false);
});
