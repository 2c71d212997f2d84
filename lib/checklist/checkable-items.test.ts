import { describe, expect, test } from "vitest";
import { CHECKABLE_KINDS, type CheckableKind } from "./checkable-item";
import { checkableItems, checkableItemsInSteps } from "./checkable-items";

const found = (text: string, language: string, kind: CheckableKind) =>
  checkableItems(text, language)
    .filter((item) => item.kind === kind)
    .map(({ start, end }) => text.slice(start, end));

describe("names", () => {
  test.each<[language: string, text: string, names: string[]]>([
    [
      "en",
      "Then Angela Merkel met the Bank of England in Berlin.",
      ["Angela Merkel", "Bank of England", "Berlin"],
    ],
    ["en", "The U.S. President Joe Biden spoke.", ["U.S. President Joe Biden"]],
    ["en", "He met Mr. Smith and Dr. J. K. Rowling.", ["Mr. Smith", "Dr. J. K. Rowling"]],
    ["en", "Then shares of Marks & Spencer fell.", ["Marks & Spencer"]],
    ["en", "Doctors saw COVID-19 and the G7 did not.", ["COVID-19", "G7"]],
    ["en", "It hit Russia’s army and McDonald's.", ["Russia", "McDonald"]],
    ["en", "Exports rose. We met in Paris. Paris burned.", ["Paris", "Paris"]],
    ["en", "Exports rose, and I said so on Monday in May.", []],
    [
      "en",
      "The Centers for Disease Control warned Paris for once.",
      ["Centers for Disease Control", "Paris"],
    ],
    ["en", "A fan of the iPhone in Al Jazeera's studio.", ["iPhone", "Al Jazeera"]],
    ["de", "Das Ende der Woche: Die Regierung plant einen Haushalt.", []],
    [
      "de",
      "Später kam Ursula von der Leyen nach Berlin. Dort sprach Leyen.",
      ["Ursula von der Leyen", "Berlin", "Leyen"],
    ],
    [
      "de",
      "Angela Merkel lobte die SPD. Deutschland wählte Merkel.",
      ["Angela Merkel", "SPD", "Deutschland", "Merkel"],
    ],
    [
      "fr",
      "Hier, Emmanuel Macron a parlé de l’Allemagne à Paris.",
      ["Emmanuel Macron", "Allemagne", "Paris"],
    ],
    ["fr", "Selon le Fonds monétaire, la Banque de France hésite.", ["Fonds", "Banque de France"]],
    [
      "es",
      "Ayer Pedro Sánchez habló de la Unión Europea y de España.",
      ["Pedro Sánchez", "Unión Europea", "España"],
    ],
    ["pt", "Ontem Luiz Inácio Lula da Silva voltou a Brasília.", ["Luiz Inácio Lula da Silva", "Brasília"]],
    [
      "it",
      "Ieri Giorgia Meloni era a Roma con Leonardo da Vinci.",
      ["Giorgia Meloni", "Roma", "Leonardo da Vinci"],
    ],
    ["nl", "Gisteren sprak Mark Rutte in Den Haag.", ["Mark Rutte", "Den Haag"]],
    ["ru", "Вчера Владимир Путин был в Москве.", ["Владимир Путин", "Москве"]],
    ["el", "Χθες ο Κυριάκος Μητσοτάκης ήταν στην Αθήνα.", ["Κυριάκος Μητσοτάκης", "Αθήνα"]],
    ["ja", "安倍首相は東京で述べた。", []],
    ["ar", "قال الوزير في القاهرة.", []],
  ])("%s: %s", (language, text, names) => {
    expect(found(text, language, "name")).toEqual(names);
  });

  test("a headline with capitals has only the names that the text has", () => {
    const text = "Why Exports To Germany Are Falling Fast\nTrade with Germany fell.";
    expect(found(text, "en", "name")).toHaveLength(2);
  });
});

describe("figures", () => {
  test.each<[language: string, text: string, figures: string[]]>([
    ["en", "It cost $240 billion in 2023.", ["$240 billion", "2023"]],
    ["en", "About 4.1×10⁹ tonnes and 10⁻³ m².", ["4.1×10⁹ tonnes", "10⁻³ m²"]],
    ["en", "On 17 May 2024 and May 18, 2024 and in May 2025.", ["17 May 2024", "May 18, 2024", "May 2025"]],
    [
      "en",
      "It may be 5% or 12.5 percent, even 3 percentage points.",
      ["5%", "12.5 percent", "3 percentage points"],
    ],
    ["en", "The 1st and the twenty-first of the 1990s.", ["1st", "twenty-first", "1990s"]],
    ["en", "Two hundred and six people, half a dozen more.", ["Two hundred and six people", "half a dozen"]],
    ["en", "One of them earned one million dollars.", ["one million dollars"]],
    ["en", "At 10:30 a.m. they won 3–2.", ["10:30 a.m.", "3–2"]],
    ["en", "From $5–10 million to US$1,234.56.", ["$5–10 million", "US$1,234.56"]],
    ["en", "It was −5 °C, then 1½ miles at 60 mph.", ["−5 °C", "1½ miles", "60 mph"]],
    ["en", "COVID-19, the G7 and note [12] are none.", []],
    ["en", "2024-05-17 is a day, 9/11 another.", ["2024-05-17", "9/11"]],
    ["de", "Am 3. Oktober 2023 waren es 240 Milliarden Euro.", ["3. Oktober 2023", "240 Milliarden Euro"]],
    [
      "de",
      "Mit fünfundzwanzig Leuten, 12,5 Prozent und 83 Mio. Menschen.",
      ["fünfundzwanzig", "12,5 Prozent", "83 Mio. Menschen"],
    ],
    ["de", "Ein und derselbe Mann um 20.15 Uhr.", ["20.15 Uhr"]],
    [
      "fr",
      "Le 3 octobre 2023, 240 milliards d’euros et deux cents personnes.",
      ["3 octobre 2023", "240 milliards d’euros", "deux cents personnes"],
    ],
    ["fr", "Soit 1 234 567 habitants, 2,5 % de plus.", ["1 234 567", "2,5 %"]],
    [
      "es",
      "El 3 de octubre de 2023 eran tres millones de personas.",
      ["3 de octubre de 2023", "tres millones de personas"],
    ],
    ["pt", "Em 7 de setembro de 2022, R$ 240 milhões.", ["7 de setembro de 2022", "R$ 240 milhões"]],
    ["it", "Il 25 aprile 1945 e trenta anni dopo.", ["25 aprile 1945", "trenta anni"]],
    ["ru", "3 октября 2023 года потратили 240 млрд рублей.", ["3 октября 2023 года", "240 млрд рублей"]],
    ["ru", "Два человека и 13 процентов.", ["Два человека", "13 процентов"]],
    ["el", "Στις 3 Οκτωβρίου 2023 ήταν 2,5%.", ["3 Οκτωβρίου 2023", "2,5%"]],
    ["ja", "予算は240億円、2024年5月17日に10%。", ["240億円", "2024年5月17日", "10%"]],
    ["ar", "بلغ 240 مليون دولار و٪ ثم ١٧.", ["240 مليون دولار", "١٧"]],
  ])("%s: %s", (language, text, figures) => {
    expect(found(text, language, "figure")).toEqual(figures);
  });
});

describe("quotations", () => {
  test.each<[language: string, text: string, quotations: string[]]>([
    ["en", "She said “no” and “it’s the dog’s”.", ["“no”", "“it’s the dog’s”"]],
    ["en", "He said “she told me ‘go’ twice” there.", ["“she told me ‘go’ twice”"]],
    ["en", "They called it 'the plan' and the writers' room.", ["'the plan'"]],
    ["en", 'A 6" pipe is "too short" here.', ['"too short"']],
    ["en", "An “open one\nhas no end.", []],
    ["en", "“First part.\n“Second part.” Then nothing.", ["“First part.", "“Second part.”"]],
    ["de", "Er sagte: „Wir haben ‚zwei‘ Probleme“ und »drei«.", ["„Wir haben ‚zwei‘ Probleme“", "»drei«"]],
    ["fr", "Il dit : « Nous avons dit “non” hier ».", ["« Nous avons dit “non” hier »"]],
    ["pl", "Powiedział: „Nie wiem” i wyszedł.", ["„Nie wiem”"]],
    ["sv", "Hon sade ”nej” och »ja».", ["”nej”", "»ja»"]],
    ["ru", "Он сказал: «Это „да“ или нет».", ["«Это „да“ или нет»"]],
    ["ja", "「消費税は『高い』」と述べた。", ["「消費税は『高い』」"]],
    ["ar", "قال «الإنفاق كبير» اليوم.", ["«الإنفاق كبير»"]],
    ["en", "Empty “” and “ … ” are none.", []],
  ])("%s: %s", (language, text, quotations) => {
    expect(found(text, language, "quotation")).toEqual(quotations);
  });
});

/** Pseudo-random texts of everything that the rules look at. The same ones each time. */
function randomText(seed: number): string {
  const pieces =
    "“|”|„|«|»|‘|’|'|\"|「|」|1|24|000|.|,|–|-|×10⁹|%| |\u00a0|\n|$|€|May|Mai|17|two|hundred|and|of|the|von|der|Angela|Merkel|NATO|U.S.|l’Oréal|word|один|Москва|年|😀|\ud83d|Mr|. |million|°C|½|[3]| | ".split(
      "|",
    );
  let state = seed * 2654435761;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: 400 }, () => pieces[Math.floor(next() * pieces.length)]).join("");
}

test.each(["en", "de", "fr", "ru", "ja", "nonsense-language-tag-"])(
  "in any text, items of one kind are inside it, not empty, in order, and never overlap: %s",
  (language) => {
    for (let seed = 1; seed <= 60; seed++) {
      const text = randomText(seed);
      const items = checkableItems(text, language);
      expect(items.length).toBeGreaterThan(0);
      for (const kind of CHECKABLE_KINDS) {
        let past = 0;
        for (const { start, end } of items.filter((item) => item.kind === kind)) {
          expect(start).toBeGreaterThanOrEqual(past);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).not.toMatch(/\n|^\s|\s$/);
          past = end;
        }
      }
    }
  },
);

test.each<[string, string, string[]]>([
  [
    "in the order of the text",
    "Prices rose by 5%. Then Berlin said “no”.\nLater 7 people left Paris.",
    ["figure 5%", "name Berlin", "quotation “no”", "figure 7 people", "name Paris"],
  ],
])("items of all kinds come %s", (_, text, expected) => {
  const items = checkableItems(text, "en");
  expect(items.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual(expected);
});

test.each<[string, string, number]>([
  ["nothing", "", 0],
  ["a short text", "One.\n\nTwo.", 0],
  ["blocks of 10,000 units together, read twice", `${"a".repeat(4_950)}\n${"b".repeat(4_950)}`, 2],
  ["a little less, read together with its second reading", `${"a".repeat(4_950)}\n${"b".repeat(4_949)}`, 1],
  ["one block of two parts", `${"a".repeat(9_000)} ${"b".repeat(9_000)}`, 2],
])("%s: %#", (_, text, expected) => {
  const steps = checkableItemsInSteps(text, "en");
  let count = 0;
  while (!steps.next().done) count += 1;
  expect(count).toBe(expected);
});

test("a language that does not exist counts as English", () => {
  expect(checkableItems("It cost two hundred dollars.", "not a tag")).toEqual(
    checkableItems("It cost two hundred dollars.", "en"),
  );
});

test("a long text is read in many steps, one paragraph of any length included", () => {
  const text = "Angela Merkel paid $5 million. ".repeat(5_000);
  const steps = checkableItemsInSteps(text, "en");
  let count = 0;
  while (!steps.next().done) count += 1;
  expect(count).toBeGreaterThan(20);
  expect(checkableItems(text, "en").length).toBeGreaterThan(9_900);
});
