import { describe, expect, test } from "vitest";
import { packed } from "@/lib/testing/docx-file";
import { readOffice } from "../files/read-office";
import { parseFile } from "../parse-file";
import { type Original, secondOpinion } from "./second-opinion";

const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
const NAMESPACES = [
  ...["office", "text", "table", "style"].map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`),
  `xmlns:draw="${OASIS}:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"`,
  'xmlns:math="http://www.w3.org/1998/Math/MathML"',
].join(" ");
const STYLES = [
  '<style:style style:family="text" style:name="Up"><style:text-properties style:text-position="super 58%"/></style:style>',
  '<style:style style:family="text" style:name="UpToo" style:parent-style-name="Up"/>',
  '<style:style style:family="text" style:name="Secret"><style:text-properties text:display="none"/></style:style>',
  '<text:list-style style:name="Letters"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/></text:list-style>',
].join("");
const p = (content: string) => `<text:p>${content}</text:p>`;

function odt(body: string, more: Record<string, string> = {}): Uint8Array {
  return packed({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": `<office:document-content ${NAMESPACES}><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...more,
  });
}

const rtf = (body: string) =>
  Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Arial Cyr;}{\\f2\\fcharset128 MS Mincho;}{\\f3\\fcharset2 Symbol;}}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title T 99}}{\\*\\generator G 7;}{\\header Daily 12\\par}${body}}`,
    "latin1",
  );

function epub(...chapters: string[]): Uint8Array {
  const items = chapters.map((_, at) => `<item id="c${at}" href="text/part%20${at}.xhtml"/>`).join("");
  const spine = chapters.map((_, at) => `<itemref idref="c${at}"/>`).join("");
  const page = (body: string) =>
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Part 77</title></head><body>${body}</body></html>`;
  return packed({
    mimetype: "application/epub+zip",
    "META-INF/container.xml":
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    "OEBPS/book.opf": `<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="n" href="nav.xhtml" properties="nav"/>${items}</manifest><spine><itemref idref="n"/>${spine}</spine></package>`,
    "OEBPS/nav.xhtml": page("<p>Contents of 55 pages</p>"),
    ...Object.fromEntries(chapters.map((body, at) => [`OEBPS/text/part ${at}.xhtml`, page(body)])),
  });
}

const HEAD =
  "From: Ada <ada@example.org>\nSubject: Trade\nDate: Tue, 5 Mar 2024 23:30:00 -0800\nMIME-Version: 1.0\n";
const mail = (content: string) => Buffer.from(HEAD + content, "latin1");
const part = (type: string, content: string, more = "") => `Content-Type: ${type}\n${more}\n${content}`;
const multi = (kind: string, ...parts: string[]) =>
  `Content-Type: multipart/${kind}; boundary="b-${kind}"\n\npreamble 1\n${parts.map((each) => `--b-${kind}\n${each}\n`).join("")}--b-${kind}--\nepilogue 2`;

const formula = (content: string) => `<math:math>${content}</math:math>`;

/** Files that come in as they are, each with a kind of content. */
const SOUND: [string, string, Uint8Array][] = [
  [
    "paragraphs",
    "a.odt",
    odt(p("The quay cost $240 million in 2023.") + p("It rose by<text:s/>4.5 %.") + p("Work ends in May.")),
  ],
  [
    "raised figures",
    "a.odt",
    odt(
      p('It holds 4.1×10<text:span text:style-name="UpToo">9</text:span> litres of water.') +
        p("It is full."),
    ),
  ],
  [
    "notes",
    "a.odt",
    odt(
      p(
        "Costs rose to $240<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Without 12 % tax.</text:p></text:note-body></text:note> in a year.",
      ) + p("They fell again."),
    ),
  ],
  [
    "elements with other prefixes",
    "a.odt",
    odt(
      `${p("One line.")}<n:p xmlns:n="${OASIS}:text:1.0" n:style-name="Up">Another of 12<n:s/>words.</n:p>`,
    ),
  ],
  [
    "hidden and deleted text",
    "a.odt",
    odt(
      `<text:tracked-changes><text:changed-region><text:deletion>${p("Was 17.")}</text:deletion></text:changed-region></text:tracked-changes>` +
        p('Seen 1<text:span text:style-name="Secret">not 2</text:span> and more.') +
        `<text:section text:display="none">${p("Not 3.")}</text:section>` +
        p('Not 4.<text:hidden-paragraph text:is-hidden="true"/>') +
        p("The end is here."),
    ),
  ],
  [
    "letters of a list, a table with repeated cells, a box and ruby",
    "a.odt",
    odt(
      `<text:list text:style-name="Letters"><text:list-item>${p("First of 8")}</text:list-item><text:list-item>${p("Second of 9")}</text:list-item></text:list>` +
        `<table:table><table:table-row><table:table-cell>${p("Year")}</table:table-cell><table:table-cell table:number-columns-repeated="2">${p("2,024")}</table:table-cell></table:table-row></table:table>` +
        p(
          `Beside it<draw:frame><draw:text-box>${p("a box of 31 words")}</draw:text-box></draw:frame> stands more.`,
        ) +
        p(
          "<text:ruby><text:ruby-base>港</text:ruby-base><text:ruby-text>みなと</text:ruby-text></text:ruby>は大きい。",
        ),
    ),
  ],
  [
    "formulas",
    "a.odt",
    odt(
      p(`The rate is ${formula("<math:mfrac><math:mn>1</math:mn><math:mn>4</math:mn></math:mfrac>")} now.`) +
        p('The sum is <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame> today.'),
      {
        "Object 1/content.xml":
          '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>x</mi><mo>=</mo><mn>3.5</mn></mrow><annotation>x = 3.5</annotation></semantics></math>',
      },
    ),
  ],
  [
    "paragraphs",
    "a.rtf",
    rtf(
      "\\pard The quay cost $240 million in 2023.\\par It rose by 4.5\\~%.\\par Caf\\'e9 \\'80 7 and \\u8364? 8.\\par",
    ),
  ],
  [
    "letters of other code pages",
    "a.rtf",
    rtf(
      "{\\f1 \\'cc\\'e8\\'f0} cost 5.\\par {\\f2 \\'93\\'8c\\'8b\\'9e} cost 6.\\par{\\f3 \\'b3}7 in all.\\par",
    ),
  ],
  [
    "notes, raised figures, fields and lists",
    "a.rtf",
    rtf(
      'Costs of 10{\\super 9} rose{\\super\\chftn{\\footnote \\pard Without 12 % tax.}} in {\\field{\\*\\fldinst HYPERLINK "https://example.org/44"}{\\fldrslt May 2024}}.\\par {\\listtext a)\\tab}First of 8\\par {\\listtext b)\\tab}Second of 9\\par',
    ),
  ],
  [
    "hidden and deleted text, a table and a box",
    "a.rtf",
    rtf(
      "Seen 1{\\v not 2} was {\\deleted 17}{\\revised 18}.\\par\\trowd\\cellx1\\cellx2\\intbl Year\\cell 2,024\\cell\\row\\pard Before{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 999}}{\\shptxt a box of 31 words\\par}}{\\shprslt a box of 31 words}} and behind.\\par{\\upr{plain 6}{\\*\\ud{plain 6}}} text.\\par",
    ),
  ],
  [
    "a formula",
    "a.rtf",
    rtf(
      "The rate is {\\*\\moMath{\\mf{\\mfPr{\\mtype bar}}{\\mnum{\\mr 1}}{\\mden{\\mr 4}}}} now.\\par It rose.\\par",
    ),
  ],
  [
    "chapters",
    "a.epub",
    epub(
      "<h1>The quay</h1><p>It cost <i>$240</i> million<a id='x'/> in 2023.</p>",
      "<aside><p>Without 12 % tax.</p></aside><p>It holds 4.1×10<sup>9</sup> litres.</p>",
    ),
  ],
  [
    "plain text",
    "a.eml",
    mail(
      part(
        "text/plain; charset=utf-8",
        "The quay cost \u00e2\u0082\u00ac240 million.\nIt rose by 4.5 % in 2023.\n",
      ),
    ),
  ],
  [
    "the better of two forms, with a signature",
    "a.eml",
    mail(
      multi(
        "mixed",
        multi(
          "alternative",
          part("text/plain", "Another form, 9."),
          part(
            "text/html; charset=utf-8",
            '<p>It cost =E2=82=AC 240 mil=\nlion.</p><div style=3D"display:none">Unseen 4</div><p>It rose by 5 %.</p>',
            "Content-Transfer-Encoding: quoted-printable\n",
          ),
        ),
        part("text/plain", "Sent to 12 readers of the list.\n"),
        part("application/pdf; name=a.pdf", "JVBE 33", "Content-Disposition: attachment; filename=a.pdf\n"),
      ),
    ),
  ],
  [
    "flowed lines in base64",
    "a.eml",
    mail(
      part(
        "text/plain; format=flowed; charset=utf-8",
        Buffer.from("Costs rose \nto $240.\n\nThen they fell by 5.\n").toString("base64"),
        "Content-Transfer-Encoding: base64\n",
      ),
    ),
  ],
  [
    "a saved page",
    "a.mhtml",
    Buffer.from(
      `From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a\nMIME-Version: 1.0\n${multi(
        "related",
        part(
          "text/html",
          `<html><head><title>The quay</title></head><body><nav>News 1 Sport 2</nav><article><h1>The quay</h1>${["The quay of the old port cost $240 million in 2023, as the board of the port said on Monday.", "It rose by 4.5 % in a year, and nobody in the town hall could say where all the money went.", "Work on the 12 new berths ends in May, if the weather stays dry and the cranes arrive."].map((text) => `<p>${text}</p>`).join("")}</article></body></html>`,
        ),
        part("text/css", "p { width: 44 }"),
      )}`,
    ),
  ],
];

/** The text that a file comes in as, and what it is compared with. */
async function imported(name: string, bytes: Uint8Array) {
  const parsed = await parseFile({ name, bytes });
  const read = readOffice(bytes, name, { decode: (part) => new TextDecoder().decode(part), mails: true });
  if (!parsed.ok || parsed.value.kind !== "article" || !read?.ok) throw new Error(`${name} is no article`);
  const { kind, labels, isPage = false } = read.value;
  return { article: parsed.value.article, original: { kind, bytes, labels, isPage } as Original };
}

describe("a sound file raises no alarm", () => {
  test.each(SOUND)("%s: %s", async (_, name, bytes) => {
    const { article } = await imported(name, bytes);
    expect(article.differences).toEqual({ listed: [], passages: 0, figures: 0, isCompared: true });
  });
});

/** What a reader could lose of a text: each paragraph, each figure, one digit of each figure. */
function losses(text: string, isPage: boolean): [string, string][] {
  const lines = text.split("\n");
  // Of a page, what is before the first and behind the last imported words is not compared.
  const without = lines.flatMap((line, at): [string, string][] =>
    isPage && (at === 0 || at === lines.length - 1)
      ? []
      : [[line, lines.filter((_, other) => other !== at).join("\n")]],
  );
  const figures = [...text.matchAll(/(?<![\d[⁰-⁹])\d+(?![\d\]])/g)].flatMap(
    ({ 0: figure, index }): [string, string][] => [
      [figure, text.slice(0, index) + text.slice(index + figure.length)],
      [
        `a digit of ${figure}`,
        `${text.slice(0, index)}${(Number(figure[0]) + 1) % 10}${text.slice(index + 1)}`,
      ],
    ],
  );
  return [...without.filter(([line]) => line.split(" ").length > 1), ...figures];
}

describe("each loss that is planted in a file's text is found", () => {
  test.each(SOUND)("%s: %s", async (_, name, bytes) => {
    const { article, original } = await imported(name, bytes);
    const planted = losses(article.text, original.kind === "mail" && original.isPage);
    expect(planted.length).toBeGreaterThan(0);
    const missed: string[] = [];
    for (const [lost, text] of planted) {
      const { passages, figures } = await secondOpinion(original, text);
      if (passages + figures === 0) missed.push(lost);
    }
    expect(missed).toEqual([]);
  });
});
