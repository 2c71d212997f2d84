import { describe, expect, test } from "vitest";
import { br, doc, figure, item, link, ol, p, quote, strong, table } from "@/lib/testing/builders";
import { claimOn, drawRuns, reportOf, runsOf } from "@/lib/testing/reports/report-of";

describe("runs", () => {
  const plain = doc(p("Trade rose to ", strong("$240 billion"), " last year."), p("Then it fell."));
  test.each([
    ["no claims", plain, [], ["Trade rose to []", "$240 billion[]", " last year.[]", "Then it fell.[]"]],
    [
      "in a table and under a picture",
      doc(
        table(["Year", "Trade"], ["2023", "$240 billion"]),
        figure("https://example.org/a.jpg", "A port", "A port in 2023"),
      ),
      ["$240 billion", "in 2023"],
      ["Year[]", "Trade[]", "2023[]", ">1$240 billion[1]<1", "A port []", ">2in 2023[2]<2"],
    ],
    [
      "nested in a longer one, split by format",
      plain,
      ["rose to $240 billion last", "$240"],
      [
        "Trade []",
        ">1rose to [1]",
        ">2$240[2,1]<2",
        " billion[1]",
        " last[1]<1",
        " year.[]",
        "Then it fell.[]",
      ],
    ],
    [
      "across a paragraph break",
      plain,
      ["last year.\nThen"],
      ["Trade rose to []", "$240 billion[]", " []", ">1last year.[1]", "Then[1]<1", " it fell.[]"],
    ],
    [
      "over a hard break, in a list in a quote",
      doc(quote(ol(item(p("a", br, "b"))))),
      ["a\nb"],
      [">1a[1]", "\n[1]", "b[1]<1"],
    ],
    ["emoji and right-to-left", doc(p("👍 שלום")), ["שלום"], ["👍 []", ">1שלום[1]<1"]],
  ])("%s", (_, document, quotes, expected) => {
    expect(
      drawRuns(
        reportOf(
          document,
          quotes.map((exact, index) => claimOn(document, exact, { number: index + 1 })),
        ).article.blocks,
      ),
    ).toEqual(expected);
  });

  test("links keep their URL", () => {
    const document = doc(p(link("https://example.org/", "here")));
    expect(runsOf(reportOf(document, []).article.blocks)[0]).toMatchObject({ href: "https://example.org/" });
  });
});
