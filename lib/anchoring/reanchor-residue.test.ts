import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldInvisible } from "./fold-invisible";
import { type ReanchorOutcome, reanchorAll } from "./reanchor";

/** The outcome for the words in brackets, with the words that they became. */
function outcome(marked: string, now: string): [ReanchorOutcome["kind"], string?] {
  const start = marked.indexOf("[");
  const old = marked.replace(/[[\]]/g, "");
  const [found] = reanchorAll(old, now, [{ start, end: marked.indexOf("]") - 1 }]) as [ReanchorOutcome];
  return found.kind === "orphaned"
    ? [found.kind]
    : [found.kind, now.slice(found.range.start, found.range.end)];
}

const VIETNAMESE = "Hội đồng cảng cho biết đê chắn sóng sẽ sẵn sàng. Chi phí đã tăng gấp đôi. Không ai hỏi.";
const KOREAN = "항만 위원회는 화요일에 밝혔다. 비용은 2억 달러로 늘었다. 아무도 묻지 않았다.";

describe("differences that no reader can see are no changes", () => {
  test.each<[string, string, string, ReanchorOutcome["kind"], string]>([
    [
      "another normal form",
      "Le [café a coûté] 240 euros.",
      "Le café a coûté 240 euros.".normalize("NFD"),
      "moved",
      "café a coûté".normalize("NFD"),
    ],
    ["the composed form", "Le [cafe\u0301] ferme.", "Le café ferme.", "moved", "café"],
    [
      "Vietnamese",
      VIETNAMESE.replace("đã tăng", "[đã tăng]"),
      VIETNAMESE.normalize("NFD"),
      "moved",
      "đã tăng".normalize("NFD"),
    ],
    [
      "Korean",
      KOREAN.replace("2억 달러로", "[2억 달러로]"),
      KOREAN.normalize("NFD"),
      "moved",
      "2억 달러로".normalize("NFD"),
    ],
    [
      "no-break and thin spaces",
      "It cost [240 million dollars].",
      "It cost 240\u00a0million\u2009dollars.",
      "exact",
      "240\u00a0million\u2009dollars",
    ],
    ["more space", "It [rose to 5] %.", "It  rose  to  5 %.", "moved", "rose  to  5"],
    ["a line break for a space", "It [rose to 5] %.", "It rose\nto 5 %.", "exact", "rose\nto 5"],
    ["curly quotation marks", `She said ["no", it's] so.`, "She said “no”, it’s so.", "exact", "“no”, it’s"],
    [
      "straight quotation marks",
      "She said [“no”, it’s] so.",
      `She said "no", it's so.`,
      "exact",
      `"no", it's`,
    ],
    [
      "soft hyphens and what has no width",
      "The [harbour wall] is new.",
      "The har\u00adbour\u200b wall is new.",
      "moved",
      "har\u00adbour\u200b wall",
    ],
    [
      "all of it at once, far from other changes",
      "Old news. Le [café a dit “non”].",
      'Le cafe\u0301 a\u00a0dit "non".',
      "moved",
      'cafe\u0301 a\u00a0dit "non"',
    ],
  ])("%s", (_, marked, now, kind, words) => {
    expect(outcome(marked, now)).toEqual([kind, words]);
  });

  test.each<[string, string, string, [ReanchorOutcome["kind"], string?]]>([
    ["another letter", "Le [café] ferme.", "Le cafè ferme.", ["changed", "cafè"]],
    [
      "a space where there was none",
      "It is [so online now].",
      "It is so on line now.",
      ["changed", "so on line now"],
    ],
    ["another kind of quotation marks", "She said [“no” so].", "She said «no» so.", ["changed", "«no» so"]],
  ])("but %s is a change", (_, marked, now, expected) => {
    expect(outcome(marked, now)).toEqual(expected);
  });

  test("a text in another form is followed everywhere", () => {
    const unit = fc.constantFrom("café ", "ấn ", "“no” ", "한국 ", "it’s ", "5 %. ", "a\n");
    const disguise = (text: string) =>
      text.normalize("NFD").replaceAll("’", "'").replace(/[“”]/g, '"').replaceAll(" ", "\u00a0\u200b");
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 20 }), fc.nat(), fc.nat(), (units, a, b) => {
        const old = units.join("");
        const start = a % old.length;
        const span = { start, end: start + 1 + (b % (old.length - start)) };
        const now = disguise(old);
        const [found] = reanchorAll(old, now, [span]);
        expect(["exact", "moved"]).toContain(found?.kind);
        if (found && "range" in found)
          expect(foldInvisible(now.slice(found.range.start, found.range.end)).text).toBe(
            foldInvisible(old.slice(span.start, span.end)).text,
          );
      }),
    );
  });
});

describe("an edited edge", () => {
  test.each<[string, string, string, string]>([
    [
      "a word became two",
      "[Trade doubled fast]. It was so.",
      "Trade doubled very slowly. It was so.",
      "Trade doubled very slowly",
    ],
    [
      "two words became one",
      "[Trade doubled very slowly]. It was so.",
      "Trade doubled fast. It was so.",
      "Trade doubled fast",
    ],
    [
      "the edge word is also in the sentence before",
      "[The port will open in autumn]. Costs rose.",
      "Autumn is near. The port will now open in spring. Costs rose in autumn.",
      "The port will now open in spring",
    ],
    [
      "a sentence was inserted before the edited word",
      "It rained. [Old cars rose much]. So.",
      "It rained. Heavy snow fell at noon. New cars rose much. So.",
      "New cars rose much",
    ],
    [
      "the sentence before was edited as well",
      "It rained. [Old cars rose much]. So.",
      "It snowed hard. New cars rose much. So.",
      "New cars rose much",
    ],
    [
      "a sentence was inserted after the edited word",
      "So [cars rose much]. It rained.",
      "So cars rose greatly. Heavy snow fell at noon. It rained.",
      "cars rose greatly",
    ],
    [
      "an abbreviation is no end of a sentence",
      "So [the country rose fast]. It was.",
      "So the U.S. it rose fast. It was.",
      "the U.S. it rose fast",
    ],
    [
      "much was inserted inside",
      "The board [said costs rose]. It was so.",
      "The board said yesterday evening in a long and winding statement to the press that its costs rose. It was so.",
      "said yesterday evening in a long and winding statement to the press that its costs rose",
    ],
    [
      "a Korean particle changed",
      "어제 [위원회는 비용이 늘었다고 밝혔다]. 끝.",
      "어제 위원회가 비용이 늘었다고 말했다. 끝.",
      "위원회가 비용이 늘었다고 말했다",
    ],
    [
      "Vietnamese syllables changed",
      "Hôm qua [chi phí đã tăng gấp đôi]. Hết.",
      "Hôm qua chi phí đã tăng gấp ba lần. Hết.",
      "chi phí đã tăng gấp ba lần",
    ],
    ["a figure at the edge", "Trade [rose to 240]. So.", "Trade rose to 315. So.", "rose to 315"],
  ])("%s", (_, marked, now, words) => {
    expect(outcome(marked, now)).toEqual(["changed", words]);
  });
});

describe("a passage with a rival is held for an editor", () => {
  test.each<[string, string, string, [ReanchorOutcome["kind"], string?]]>([
    [
      "renumbered, with a new one before it",
      "Annex 1 covers cars. [Annex 2] covers ports. The end.",
      "Annex 1 covers cars. Annex 2 covers ships. Annex 3 covers ports. The end.",
      ["changed", "Annex 3"],
    ],
    [
      "in other words",
      "Annex 1 covers cars. [Annex 2] covers ports. The end.",
      "Annex 1 covers cars. Annex 2 lists all ships. Annex 3 covers ports. The end.",
      ["changed", "Annex 3"],
    ],
    [
      "headings",
      "Annex 1\nCars.\n[Annex 2]\nPorts.\nThe end",
      "Annex 1\nCars.\nAnnex 2\nShips.\nAnnex 3\nPorts.\nThe end",
      ["changed", "Annex 3"],
    ],
    [
      "at the end of a sentence, before the new one",
      "Cars are in Annex 1. Ports are in [Annex 2]. The end.",
      "Cars are in Annex 1. Ports are in Annex 3. Ships are in Annex 2. The end.",
      ["changed", "Annex 3"],
    ],
    [
      "at the end of a sentence, after the new one",
      "Cars are in Annex 1. Ports are in [Annex 2]. The end.",
      "Cars are in Annex 1. Ships are in Annex 2. Ports are in Annex 3. The end.",
      ["changed", "Annex 3"],
    ],
    [
      "no rival without its surroundings",
      "Annex 1 covers cars. [Annex 2] covers ports. The end.",
      "Annex 1 covers cars. Annex 2 covers ships. Annex 3 is new. The end.",
      ["exact", "Annex 2"],
    ],
    [
      "no rival without a word in common",
      "Annex 1 covers cars. [Annex 2] covers ports. The end.",
      "Annex 1 covers cars. Annex 2 covers ships. Table 3 covers ports. The end.",
      ["exact", "Annex 2"],
    ],
    [
      "no rival without a figure",
      "Annex 1 covers cars. [Annex 2] covers ports. The end.",
      "Annex 1 covers cars. Annex 2 covers ships. Annex B covers ports. The end.",
      ["exact", "Annex 2"],
    ],
    [
      "the passage was edited in place, and its old words are elsewhere",
      "Seeds of mixtures [may only be sold], if allowed. It was.",
      "Seeds of mixtures may only in their region of origin be sold, if allowed. It was. New: seed of plants may only be sold there.",
      ["changed", "may only in their region of origin be sold"],
    ],
  ])("%s", (_, marked, now, expected) => {
    expect(outcome(marked, now)).toEqual(expected);
  });
});

describe("text of many words", () => {
  const words = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${prefix}${index}`).join(" ");

  test.each<[string, number, number, [ReanchorOutcome["kind"], string?]]>([
    ["as many as are compared", 1, 129, ["changed", `kept words of it ${words("n", 129)} cars`]],
    ["more: it ends with its unchanged words", 101, 129, ["changed", "kept words of it"]],
  ])("rewritten at the end of a passage: %s", (_, own, rewritten, expected) => {
    const rest = words("k", 200);
    const changed = own === 1 ? "car" : words("o", own);
    const now = own === 1 ? `${words("n", rewritten)} cars` : words("n", rewritten);
    const head = own === 1 ? "" : `${words("h", 120)} `;
    const found = outcome(
      `So. [${head}kept words of it ${changed}]. ${rest}`,
      `So. ${head}kept words of it ${now}. ${rest}`,
    );
    expect(found).toEqual([expected[0], `${head}${expected[1]}`]);
  });

  test("a long passage is scored by its unchanged words", () => {
    const old = words("w", 1000);
    const [found] = reanchorAll(old, old.replace("w500 ", "other "), [{ start: 0, end: old.length }]);
    expect(found).toMatchObject({ kind: "changed", score: expect.closeTo(0.9987, 3) });
  });

  test("a passage of more than thirty words has no rival", () => {
    const long = `Annex 2 covers ${words("w", 40)}`;
    const marked = `Annex 1 covers cars. [${long}] and ports. The end.`;
    const now = `Annex 1 covers cars. ${long} and ships. ${long.replace("2", "3")} and ports. The end.`;
    expect(outcome(marked, now)).toEqual(["exact", long]);
  });
});
