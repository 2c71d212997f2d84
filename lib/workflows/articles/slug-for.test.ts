import { expect, test } from "vitest";
import { slugFor } from "./slug-for";

test.each([
  ["English", "Russia’s economy: down 3.5%", "russias-economy-down-3-5"],
  ["German", "Zürich: Straßenfest", "zuerich-strassenfest"],
  ["Vietnamese", "Việt Nam tăng trưởng", "viet-nam-tang-truong"],
  ["Russian", "Экономика России упала на 5%", "экономика-россии-упала-на-5"],
  ["Ukrainian", "Україна: їжак і ґанок", "україна-їжак-і-ґанок"],
  ["Greek", "Η οικονομία της Ελλάδας", "η-οικονομία-της-ελλάδας"],
  ["Chinese", "中国经济增长百分之五：真的吗？", "中国经济增长百分之五-真的吗"],
  ["Japanese", "日本の経済は「成長」しているか", "日本の経済は-成長-しているか"],
  ["Korean", "한국 경제는 성장하고 있다", "한국-경제는-성장하고-있다"],
  ["Arabic", "الاقتصاد المصري: هل نَما بنسبة ٥٪؟", "الاقتصاد-المصري-هل-نما-بنسبة-٥"],
  ["Hebrew", "שָׁלוֹם – כלכלת ישראל", "שלום-כלכלת-ישראל"],
  ["Thai", "เศรษฐกิจไทยเติบโต ร้อยละห้า", "เศรษฐกิจไทยเติบโต-ร้อยละห้า"],
  ["Hindi", "भारत की अर्थव्यवस्था बढ़ी", "भारत-की-अर्थव्यवस्था-बढ़ी".normalize("NFC")],
  ["Tamil", "தமிழ் செய்தி", "தமிழ்-செய்தி"],
  ["Bengali", "বাংলাদেশের অর্থনীতি", "বাংলাদেশের-অর্থনীতি"],
  ["Georgian", "საქართველოს ეკონომიკა", "საქართველოს-ეკონომიკა"],
  ["Armenian", "Հայաստանի տնտեսություն", "հայաստանի-տնտեսություն"],
  ["Amharic", "ኢትዮጵያ ኢኮኖሚ", "ኢትዮጵያ-ኢኮኖሚ"],
  ["two scripts", "COVID-19 在中国 spread", "covid-19-在中国-spread"],
  ["full-width letters", "ＡＢＣ　新聞", "abc-新聞"],
  ["a number", "2026", "2026"],
  ["Arabic digits", "٢٠٢٦", "٢٠٢٦"],
  ["emoji", "🎉 🎊", "🎉🎊"],
  ["a flag", "🇩🇪!", "🇩🇪"],
  ["decomposed letters", "й".normalize("NFD"), "й"],
  ["only punctuation", "???", "article"],
  ["a lone surrogate", "Taxes \ud800 rise", "taxes-rise"],
])("a title in %s keeps its words", (_, title, slug) => {
  expect(slugFor(title)).toBe(slug);
});

const numbers = "one two three four five six seven eight nine ten eleven twelve thirteen";
test.each([
  ["after a word", numbers, "one-two-three-four-five-six-seven-eight-nine-ten-eleven"],
  [
    "after a last word that just fits",
    "Putin concludes a trip to China by emphasizing its strategic and personal ties to Russia",
    "putin-concludes-a-trip-to-china-by-emphasizing-its-strategic",
  ],
  ["inside a word that is too long", "x".repeat(90), "x".repeat(60)],
  ["between letters of three bytes", "한".repeat(90), "한".repeat(40)],
  ["after a word of a dictionary", "เศรษฐกิจไทย".repeat(9), "เศรษฐกิจไทย".repeat(3)],
])("a long title is cut %s", (_, title, slug) => {
  expect(slugFor(title)).toBe(slug);
});

test("a title of a million letters costs no more than its beginning", () => {
  expect(slugFor("a b ".repeat(250_000))).toMatch(/^(a-b-)+a$|^(a-b-)+b$|^(a-)?(b-a-)+b$/);
});
