import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentencesOf } from "./sentences";

/** The sentences of a text in which "|" is where one should end, and what the segmenter makes of it. */
function split(marked: string, language: string): string {
  const text = marked.replaceAll("|", "");
  return sentencesOf(text, language)
    .map(({ start, end }) => text.slice(start, end))
    .join(" |");
}

describe.each<[string, string, string[]]>([
  [
    "English",
    "en",
    [
      "Trade rose. |It fell.",
      "It rose 2.5 percent. |Then not.",
      "It was signed on Feb. 3 in Geneva. |He left.",
      "It began in Feb. |The war ended.",
      "He spoke at 9 a.m. Tuesday. |They left.",
      "It closed at 5 p.m. |The crowd left.",
      "Apple Inc. Chief Executive Tim Cook spoke. |He left.",
      "He works for Apple Inc. |It is in California.",
      "Washington, D.C. Mayor Bowser spoke.",
      "She lives in Washington, D.C. |She is a lawyer.",
      "The U.S. Senate voted. |It passed.",
      "He lives in the U.S. |He is a lawyer.",
      "Dr. Smith left. |He came back.",
      "J. K. Rowling wrote it. |J.R.R. Tolkien did not.",
      "George W. Bush spoke. |He left.",
      "See No. 5 and Nos. 6 and 7. |They agree.",
      "Did he? |No. |He did not.",
      "He chose plan B. |The others agreed.",
      "Sen. Warren, Rep. Ocasio-Cortez and Gov. Newsom agreed.",
      "“It doubled.” |He left.",
      "She said: “We counted!” |Then it fell.",
      "The firm vs. Smith was heard. |It lost.",
      "He has a Ph.D. Smith has none.",
      "Some, e.g. Smith, agreed. |Others, i.e. Jones, did not.",
      "Martin Luther King Jr. spoke. |It was hot.",
      "It cost approx. $3. |Then more.",
      "Mr. and Mrs. Smith live at St. James St. |They moved.",
    ],
  ],
  [
    "German",
    "de",
    [
      "Das gilt z. B. für Kinder. |Sie lernen.",
      "Das gilt z.B. Kindern. |Der Rest nicht.",
      "Er kam am 3. Mai. |Danach ging er.",
      "Im 19. Jahrhundert war das so. |Heute nicht.",
      "Nach § 5 Abs. 2 Nr. 3 gilt das. |Das Gesetz ist alt.",
      "Dr. Müller und Prof. Schmidt kamen. |Sie gingen.",
      "Es waren 12. |Danach ging er.",
      "Das kostet 3 Mio. Euro. |Die Stadt zahlt.",
      "Er sagte: „Es steigt.“ |Sie ging.",
      "Äpfel, Birnen usw. |Das reicht.",
      "Das Gesetz vom 22. April 1993 gilt. |Es bleibt.",
    ],
  ],
  [
    "French",
    "fr",
    [
      "M. Macron est venu. |Il a parlé.",
      "MM. Dupont et Durand sont là. |Ils parlent.",
      "Mme. Le Pen et le Dr. Petit parlent.",
      "Voir p. 5 et art. 12. |C’est clair.",
      "Rome fut prise en 410 apr. J.-C. Alaric la pilla. |Selon Pline, non.",
      "« C’est vrai. » |Elle est partie.",
      "J.-M. Le Clézio écrit. |Il gagne.",
    ],
  ],
  [
    "Spanish",
    "es",
    [
      "El Sr. García y la Sra. López llegaron. |Se fueron.",
      "Vive en EE. UU. |El resto no.",
      "¿Cuántos? |¡Muchos! |Eran 5.",
      "Véase pág. 12 y núm. 5. |Es claro.",
      "El Dr. Ruiz habló.",
    ],
  ],
  [
    "Italian",
    "it",
    ["Il Sig. Rossi e il Dott. Bianchi sono qui. |Il resto no.", "Vedi pag. 5 e art. 3. |È chiaro."],
  ],
  [
    "Portuguese",
    "pt",
    ["O Sr. Silva e a Dra. Costa vieram. |Eles saíram.", "Ver pág. 5 e art. 3. |É claro."],
  ],
  ["Dutch", "nl", ["Dhr. Jansen en mevr. De Vries kwamen. |Ze gingen.", "Zie blz. 5 en nr. 3. |Het is zo."]],
  ["Polish", "pl", ["Przyszedł dr. Nowak 3. Maja. |To koniec.", "Mieszka przy ul. Długiej. |To daleko."]],
  ["Swedish", "sv", ["Det gäller t.ex. Sverige. |Det är så.", "Dr. Berg kom. |Han gick."]],
  [
    "Russian",
    "ru",
    [
      "А. С. Пушкин родился в Москве. |Он умер.",
      "Это было в 1999 г. |Он уехал.",
      "Живёт на ул. Ленина. |Это далеко.",
    ],
  ],
  ["Czech", "cs", ["Přišel Ing. Novák 3. května. |To je konec.", "Viz č. 5 a str. 12. |To stačí."]],
  ["Turkish", "tr", ["Dr. Yılmaz geldi. |Sonra gitti.", "Sn. Demir konuştu. |Bu iyi."]],
  ["Hindi", "hi", ["डॉ. शर्मा आए। |वे गए।", "यह सही है. |वह गया."]],
  ["Arabic", "ar", ["قال د. أحمد ذلك. |ثم ذهب."]],
  ["Chinese", "zh", ["贸易增长。|随后下降。", "他说：“增长了。”|随后下降。"]],
  ["Japanese", "ja", ["貿易は増えた。|その後減った。"]],
])("%s", (_, language, cases) => {
  test.each(cases)("%s", (marked) => {
    const expected = marked.split("|").map((sentence) => sentence.trim());
    expect(split(marked, language).split(" |")).toEqual(expected);
  });
});

test.each<[string, string, string]>([
  ["a block ends one", "A heading\nTrade rose.", "A heading |Trade rose."],
  [
    "an abbreviation at the end of a block does",
    "He lives in the U.S.\nShe left.",
    "He lives in the U.S. |She left.",
  ],
  ["white space is no part of one", "  One.   Two.  \n\n Three. ", "One. |Two. |Three."],
])("%s", (_, text, expected) => {
  expect(split(text, "en")).toBe(expected);
});

test("for any text, sentences cover everything but white space, in order", () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.oneof(fc.constantFrom(". ", "Dr", "a", "B", "3", "\n", "“"), fc.string()),
        maxLength: 200,
      }),
      fc.constantFrom("en", "de", "zh", "ar", "??"),
      (text, language) => {
        let at = 0;
        for (const { start, end } of sentencesOf(text, language)) {
          expect(text.slice(at, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      },
    ),
  );
});

test("a line of a million units is split", () => {
  expect(sentencesOf("Dr. ".repeat(250_000), "en")).toHaveLength(1);
  expect(sentencesOf("It rose. ".repeat(100_000), "en")).toHaveLength(100_000);
});
