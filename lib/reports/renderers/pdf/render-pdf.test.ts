import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test, vi } from "vitest";
import { bareOrganisation } from "@/lib/organisation";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { mapRuns } from "../../block-runs";
import type { Report, ReportBlock } from "../../report";
import { renderPdf } from "./render-pdf";

/** The text of a PDF as a PDF reader extracts it, without line breaks. */
async function textOf(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replace(/\s+/g, " ");
}

function withBlocks(...blocks: ReportBlock[]): Report {
  const report = sampleReport();
  return { ...report, article: { ...report.article, blocks }, claims: [], sources: [], corrections: [] };
}

const run = (text: string) => ({ text, claims: [], starts: [], ends: [] });
const paragraph = (text: string): ReportBlock => ({ type: "paragraph", runs: [run(text)] });
const isUniversal = (pdf: Buffer) => pdf.toString("latin1").includes("<pdfuaid:part>1</pdfuaid:part>");

describe("the sample report", () => {
  const report = sampleReport();
  const rendered = renderPdf(report, "https://desk.example/articles/sample");

  test("has the statement, verdict and sources of every claim", async () => {
    const text = await textOf(await rendered);
    const flat = (words: string) => words.replace(/\s+/g, " ");
    for (const claim of report.claims) {
      const label = report.scale.ratings.find((rating) => rating.key === claim.ratingKey)?.label as string;
      const from = text.indexOf(`${claim.number}. ${flat(claim.statement)}`);
      expect(from, `claim ${claim.number}`).toBeGreaterThan(-1);
      expect(text.slice(from, from + 3000)).toContain(label);
    }
    for (const source of report.sources) expect(text).toContain(flat(source.title as string));
    for (const rating of report.scale.ratings) expect(text).toContain(rating.definition);
    expect(text).toContain("Approved by Noor Reviewer (21 claims)");
    expect(text).toContain("https://desk.example/articles/sample");
  });

  test("no page ends between a claim and its verdict", async () => {
    const { text: pages } = await extractText(await getDocumentProxy(new Uint8Array(await rendered)));
    const flat = (words: string) => words.replace(/\s+/g, "");
    for (const claim of report.claims) {
      const rating = report.scale.ratings.find(({ key }) => key === claim.ratingKey);
      const statement = flat(`${claim.number}. ${claim.statement}`);
      const after = pages.map(flat).flatMap((page) => page.split(statement).slice(1));
      expect(after, `claim ${claim.number}`).toHaveLength(1);
      expect(after[0], `claim ${claim.number}`).toContain(flat(rating?.definition ?? "?"));
    }
  });

  test("has 15 pages at most", async () => {
    expect((await getDocumentProxy(new Uint8Array(await rendered))).numPages).toBeLessThanOrEqual(15);
  });

  test("begins with the answer, who checked, and the worst claims", async () => {
    const { text: pages } = await extractText(await getDocumentProxy(new Uint8Array(await rendered)));
    const [first = ""] = pages.map((page) => page.replace(/\s+/g, " "));
    expect(first).toContain("Checked by Ada Writer on 3 January 2026. Approved by Noor Reviewer.");
    expect(first).toMatch(/Most serious\s+Misleading Putin said that the partnership/);
    expect(first).toMatch(/The claims at a glance\s+Claim Verdict Key source\s+1 /);
  });

  test("a claim that can't be checked adds no characters to the article", async () => {
    const claim = report.claims.find(({ ratingKey }) => ratingKey === "not-checkable");
    const text = (await textOf(await rendered)).replace(/[\s\u2060]/g, "");
    const words = claim?.quote.replace(/\s/g, "") ?? "?";
    expect(text).toContain(words);
    expect(text).not.toContain(`[${words}`);
    expect(text).not.toContain(`${words}]`);
  });

  test("is PDF/UA-1, tagged, with title, language and embedded fonts", async () => {
    const pdf = await rendered;
    const document = await getDocumentProxy(new Uint8Array(pdf));
    const { info, metadata } = (await document.getMetadata()) as unknown as {
      info: { Title: string; Language: string };
      metadata: { get(name: string): string };
    };
    expect(isUniversal(pdf)).toBe(true);
    expect(info.Title).toBe(report.article.title);
    expect(info.Language).toBe("en");
    expect(metadata.get("dc:title")).toContain(report.article.title);
    expect(pdf.toString("latin1")).toContain("/FontFile");
  });

  test("marks and entries of claims go together when numbers are in another order", async () => {
    const last = report.claims.length + 1;
    const turn = (numbers: readonly number[]) => numbers.map((number) => last - number);
    const turned: Report = {
      ...report,
      article: {
        ...report.article,
        blocks: mapRuns(report.article.blocks, (each) => ({
          ...each,
          ...{ claims: turn(each.claims), starts: turn(each.starts), ends: turn(each.ends) },
        })),
      },
      claims: report.claims.map((claim) => ({ ...claim, number: last - claim.number })),
    };
    const text = await textOf(await renderPdf(turned));
    const at = turned.claims.map(({ number, statement }) =>
      text.indexOf(`${number}. ${statement.replace(/\s+/g, " ")}`),
    );
    expect(at.every((each, index) => each > (at[index - 1] ?? 0))).toBe(true);
  });

  test("names the organisation at the end, with its links", async () => {
    const organisation = {
      ...bareOrganisation("The Daily Check", "https://daily.example/"),
      ...{ funding: "Readers.", licence: "CC-BY-4.0", sameAs: ["https://social.example/@daily"] },
    };
    const pdf = await renderPdf({ ...report, organisation });
    const text = await textOf(pdf);
    expect(isUniversal(pdf)).toBe(true);
    expect(text).toContain(
      "Published by Name: The Daily Check Funding: Readers. Licence of the data: CC-BY-4.0",
    );
    expect(text).toContain("The Daily Check. Fact-check report");
    expect(text).not.toContain("Obelus.");
    expect(pdf.toString("latin1")).toContain("https://social.example/@daily");
  });

  test("is reproducible, byte for byte", async () => {
    const again = await renderPdf(sampleReport(), "https://desk.example/articles/sample");
    expect(again.equals(await rendered)).toBe(true);
  });
});

describe("any text", () => {
  test.each([
    ["Typst markup", '#read("/etc/passwd") *not bold* $x$ @ref <label> \\ #{panic("x")}'],
    ["Greek and Cyrillic", "Η Ελλάδα και Россия"],
    ["emoji", "A flag and a rocket 🚀"],
    ["control characters", "a\u0000b\u0007c\u200bd"],
  ])("%s is rendered verbatim", async (_, words) => {
    const pdf = await renderPdf(withBlocks(paragraph(words)));
    expect(isUniversal(pdf)).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern is meant to match them
    expect(await textOf(pdf)).toContain(words.replace(/[\u0000-\u001f\u200b]/g, ""));
  });

  test.each([
    ["Amharic", "ወጪው ወደ 240 ሚሊዮን ዶላር ከፍ ብሏል።"],
    ["Armenian", "Ծախսերը հասել են 240 միլիոնի։"],
    ["Bengali", "খরচ বেড়ে ২৪০ মিলিয়ন হয়েছে।"],
    ["Burmese", "ကုန်ကျစရိတ် ၂၄၀ သန်း ရှိသည်။"],
    ["Chinese", "成本上升到2.4亿美元，比去年多8%。"],
    ["Chinese (traditional)", "成本上升至2.4億美元，較去年多8%。臺灣"],
    ["Georgian", "ხარჯები 240 მილიონამდე გაიზარდა."],
    ["Gujarati", "ખર્ચ વધીને ૨૪૦ મિલિયન થયો."],
    ["Hindi", "लागत बढ़कर 240 मिलियन डॉलर हो गई।"],
    ["Japanese", "費用は２億４千万ドルに増えた。"],
    ["Kannada", "ವೆಚ್ಚ 240 ಮಿಲಿಯನ್‌ಗೆ ಏರಿದೆ."],
    ["Khmer", "ថ្លៃដើមកើនឡើងដល់ ២៤០ លាន។"],
    ["Korean", "비용은 2억 4천만 달러로 늘었다. 大韓民國"],
    ["Lao", "ຄ່າໃຊ້ຈ່າຍເພີ່ມຂຶ້ນເປັນ 240 ລ້ານ."],
    ["Malayalam", "ചെലവ് 240 ദശലക്ഷമായി ഉയർന്നു."],
    ["Maldivian", "ޚަރަދު 240 މިލިއަނަށް އަރައިފި"],
    ["mathematics", "∑ xᵢ ≤ √2 ⇒ 𝑎 ∈ ℝ, ∀ ε > 0; 4.1×10⁹, ⅔"],
    ["Odia", "ଖର୍ଚ୍ଚ ୨୪୦ ନିୟୁତକୁ ବଢ଼ିଛି।"],
    ["Punjabi", "ਖਰਚਾ 240 ਮਿਲੀਅਨ ਤੱਕ ਵਧ ਗਿਆ।"],
    ["Sinhala", "පිරිවැය මිලියන 240 දක්වා ඉහළ ගියේය."],
    ["symbols", "☎ ✓ ✗ ★ → ⇄ ▲ ● ◆ ☐ ☑ ⚖ № ™ ‰ € ₹ ₽ ₺ ₿"],
    ["Tamil", "கட்டணம் 240 மில்லியன்."],
    ["Telugu", "ఖర్చు 240 మిలియన్లకు పెరిగింది."],
    ["Thai", "ต้นทุนคือ 240 ล้านดอลลาร์"],
    ["Tibetan", "འགྲོ་གྲོན་ས་ཡ་༢༤༠ལ་འཕར།"],
    ["Vietnamese", "Chi phí tăng lên 240 triệu đô la ở Việt Nam."],
  ])("has fonts for %s", async (_, words) => {
    expect(isUniversal(await renderPdf(withBlocks(paragraph(words))))).toBe(true);
  });

  test("has fonts for Arabic and Hebrew", async () => {
    const report = withBlocks(paragraph("ارتفعت التجارة"), paragraph("הסחר גדל"));
    const pdf = await renderPdf({
      ...report,
      article: { ...report.article, language: "ar", direction: "rtl" },
    });
    expect(isUniversal(pdf)).toBe(true);
  });

  test("renders a script that no font covers", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const pdf = await renderPdf(withBlocks(paragraph("𒀀𒀁 and words")));
    expect(await textOf(pdf)).toContain("and words");
    warn.mockRestore();
  });

  test.each([
    ["a skipped level", [1, 3, 2]],
    ["a deep first level", [4, 6, 1, 2]],
  ] as const)("headings with %s", async (_, levels) => {
    const blocks = levels.map(
      (level): ReportBlock => ({ type: "heading", level, runs: [run(`Level ${level}`)] }),
    );
    expect(isUniversal(await renderPdf(withBlocks(...blocks)))).toBe(true);
  });

  test("lists, quotes, code, rules, links and formats", async () => {
    const pdf = await renderPdf(
      withBlocks(
        { type: "list", ordered: true, start: 3, items: [[paragraph("third")], [paragraph("fourth")]] },
        { type: "list", ordered: false, start: 1, items: [[paragraph("point")]] },
        { type: "quote", blocks: [paragraph("quoted")] },
        { type: "code", runs: [run("x = 1")] },
        { type: "rule" },
        {
          type: "table",
          rows: [
            [{ header: true, columns: 2, rows: 1, blocks: [paragraph("cell over two")] }],
            [{ header: false, columns: 1, rows: 3, blocks: [paragraph("cell that reaches out")] }],
          ],
        },
        {
          type: "figure",
          pictures: [{ src: "https://example.org/a.jpg", alt: "A port at night" }],
          caption: [run("The port of Qingdao")],
          dir: "rtl",
        },
        {
          type: "paragraph",
          runs: [
            { ...run("bold"), strong: true },
            { ...run("slanted"), emphasis: true },
            { ...run("under"), underline: true },
            { ...run("gone"), strike: true },
            { ...run("raised"), superscript: true },
            { ...run("lowered"), subscript: true },
            { ...run("code"), code: true },
            { ...run("\n") },
            { ...run("there"), href: "https://example.org/?q=%22" },
          ],
        },
      ),
    );
    const text = await textOf(pdf);
    expect(isUniversal(pdf)).toBe(true);
    for (const words of [
      "3. third",
      "4. fourth",
      "point",
      "quoted",
      "x = 1",
      "bold",
      "gone",
      "raised",
      "lowered",
      "there",
      "cell over two",
      "cell that reaches out",
      "Picture: A port at night (example.org)",
      "The port of Qingdao",
    ])
      expect(text).toContain(words);
  });
});

const quote = (block: ReportBlock): ReportBlock => ({ type: "quote", blocks: [block] });
const list = (block: ReportBlock): ReportBlock => ({
  type: "list",
  ordered: false,
  start: 1,
  items: [[block]],
});
const table = (block: ReportBlock): ReportBlock => ({
  type: "table",
  rows: [[{ header: false, columns: 1, rows: 1, blocks: [block] }]],
});

test.each<[string, (inner: ReportBlock, depth: number) => ReportBlock]>([
  ["quotes", quote],
  ["lists", list],
  ["lists in quotes", (inner, depth) => (depth % 2 ? quote(inner) : list(inner))],
  ["lists around a table", (inner, depth) => (depth === 0 ? table(inner) : list(inner))],
])("renders content nested in %s as deep as a document allows", async (_, around) => {
  let block = paragraph("innermost words");
  for (let depth = 0; depth < 45; depth++) block = around(block, depth);
  expect(await textOf(await renderPdf(withBlocks(block)))).toContain("innermost words");
});
