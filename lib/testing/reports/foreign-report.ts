import { bareOrganisation } from "@/lib/organisation";
import type { Report, ReportBlock } from "@/lib/reports/report";
import {
  paragraph,
  reportClaim,
  reportClaimant,
  reportCorrection,
  reportEvidence,
  reportSource,
  run,
  smallReport,
} from "./small-report";

/**
 * A report in which every text of a newsroom or an article is in the letters of another language than the page: Chinese, Hebrew or Arabic
 * in an English article, and Latin, Chinese or Hebrew in an Arabic one. No text occurs twice.
 */
export function foreignReport(article: "en" | "ar"): Report {
  const isArabic = article === "ar";
  const quote = isArabic ? "قال الوزير إن «我们赢了» أمس" : "He said “我们赢了” on Monday";
  const statement = isArabic ? "Exports doubled in a year." : "הייצוא הוכפל בתוך שנה";
  const blocks: ReportBlock[] = [
    { type: "paragraph", runs: [run(quote, { claims: [1], starts: [1], ends: [1] }), run(" (תל אביב).")] },
    { type: "heading", level: 2, runs: [run("第一章")] },
    { type: "quote", blocks: [paragraph(isArabic ? "Prices fell in May." : "انخفضت الأسعار في مايو.")] },
    { type: "list", ordered: false, start: 1, items: [[paragraph("価格が下がった")]] },
    { type: "code", runs: [run("const country = 'Ελλάδα'")] },
    {
      type: "table",
      rows: [[{ header: false, columns: 1, rows: 1, blocks: [paragraph("שורה אחת")] }]],
    },
    {
      type: "figure",
      pictures: [{ src: "https://img.example/a.jpg", alt: "港口" }],
      caption: [run("Порт ночью")],
    },
  ];
  return smallReport({
    article: {
      title: isArabic ? "Trade doubles" : "贸易翻番",
      byline: "王小明",
      publisher: "新华社",
      publishedOn: "2024-05-17",
      language: article,
      direction: isArabic ? "rtl" : "ltr",
      blocks,
    },
    organisation: {
      ...bareOrganisation("הארגון", "https://org.example/"),
      ...{ legalName: "הארגון בעמ", address: "רחוב ראשי", funding: "תרומות קוראים" },
    },
    finding: "结论是错误的",
    scale: {
      name: "Own",
      ratings: smallReport().scale.ratings.map((rating) =>
        rating.key === "false" ? { ...rating, label: "虚假", definition: "证据表明这是错误的" } : rating,
      ),
    },
    summary: { total: 1, counts: [{ ratingKey: "false", count: 1 }] },
    claims: [
      reportClaim({
        quote,
        end: quote.length,
        suffix: "",
        statement,
        claimant: reportClaimant("דוד לוי", { role: "שר האוצר" }),
        carriedBy: "共同社",
        claimedOn: "2024-05-17",
        tags: ["経済", "כלכלה"],
        rationale: [paragraph("原因在此"), paragraph("The figures say so.")],
        rationaleText: "原因在此\nThe figures say so.",
        verdictBy: "李娜",
        approvedBy: ["نور", "Анна"],
        evidence: [
          reportEvidence({ excerpt: "摘录文字", note: "הערה קצרה", accessedOn: "2024-06-01" }),
          reportEvidence({ source: 2, stance: "refutes", excerpt: "اقتباس من المصدر", note: "注釈です" }),
        ],
      }),
    ],
    sources: [
      reportSource({
        title: "报告书",
        publisher: "משרד האוצר",
        authors: ["陈明"],
        citation: { editors: ["周强"], publisherPlace: "北京", eventTitle: "כנס שנתי" },
      }),
      reportSource({ number: 2, title: "תקציב", publisher: "财政部", gone: true }),
    ],
    method: { paragraphs: ["我们检查一切"] },
    signers: [
      { role: "checked", person: 1, name: "李娜", claims: [1], at: "2026-01-02T08:00:00Z" },
      { role: "approved", person: 2, name: "نور", claims: [1], at: "2026-01-02T09:00:00Z" },
      { role: "published", person: 3, name: "Анна", claims: [], at: "2026-01-03T04:05:06Z" },
    ],
    corrections: [
      reportCorrection({ field: "statement", from: "旧的说法", to: statement, note: "ניסוח חדש" }),
    ],
    redactions: [{ number: 1, reason: "保护来源", at: "2026-05-17T10:00:00Z" }],
  });
}
