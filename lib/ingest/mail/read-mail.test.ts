import { expect, test } from "vitest";
import { headerText, mailDayOf, senderNamesIn } from "./mail-headers";
import { isMail, readMail } from "./read-mail";

const decode = (bytes: Uint8Array, label = "utf-8") => new TextDecoder(label).decode(bytes);
const bytesOf = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));

const HEAD =
  "From: Ada <ada@example.org>\nSubject: Trade\nDate: Tue, 5 Mar 2024 23:30:00 -0800\nMIME-Version: 1.0\n";
const multi = (kind: string, ...parts: string[]) =>
  `Content-Type: multipart/${kind}; boundary="b-${kind}"\n\npreamble\n${parts.map((part) => `--b-${kind}\n${part}\n`).join("")}--b-${kind}--\nepilogue`;
const part = (type: string, content: string, more = "") => `Content-Type: ${type}\n${more}\n${content}`;

test.each<[string, string, string, string[]]>([
  ["plain text", part("text/plain; charset=utf-8", "Costs rose.\nTo $240.\n"), "Costs rose.\nTo $240.\n", []],
  [
    "HTML rather than plain text",
    multi("alternative", part("text/plain", "Plain"), part("text/html", "<p>HTML</p>")),
    "<p>HTML</p>",
    [],
  ],
  [
    "plain text if the HTML is empty",
    multi("alternative", part("text/plain", "Plain"), part("text/html", " ")),
    "Plain",
    [],
  ],
  [
    "quoted-printable",
    part(
      "text/html; charset=utf-8",
      "<p>=E2=82=AC 240 mil=\nlion</p>",
      "Content-Transfer-Encoding: quoted-printable\n",
    ),
    "<p>€ 240 million</p>",
    [],
  ],
  [
    "base64",
    part('text/plain; charset="iso-8859-2"', "s2FiPQ==", "Content-Transfer-Encoding: BASE64\n"),
    "łab=",
    [],
  ],
  [
    "flowed lines",
    part("text/plain; format=flowed", "Costs rose \nto $240.\n\nThen fell.\n"),
    "Costs rose to $240.\n\nThen fell.\n\n",
    [],
  ],
  [
    "pictures in HTML",
    multi("related", part("text/html", "<p>Text</p>"), part("image/png; name=a.png", "iVBO")),
    "<p>Text</p>",
    [],
  ],
  [
    "an attachment",
    multi(
      "mixed",
      part("text/plain", "See."),
      part("application/pdf", "x", 'Content-Disposition: attachment; filename="report.pdf"\n'),
    ),
    "See.",
    ["1 attachment was left out: report.pdf."],
  ],
  [
    "a mail with a list's footer",
    multi(
      "mixed",
      multi("alternative", part("text/plain", "A"), part("text/html", "<p>A</p>")),
      part("text/plain", "Leave < here"),
    ),
    "<p>A</p>\n<p>Leave &lt; here</p>",
    [],
  ],
  [
    "a message that was cut off",
    `Content-Type: multipart/mixed; boundary=x\n\n--x\n${part("text/plain", "Rest")}`,
    "Rest",
    [],
  ],
])("%s", (_, body, value, notes) => {
  for (const lines of [HEAD + body, (HEAD + body).replaceAll("\n", "\r\n")]) {
    const read = readMail(bytesOf(lines), "a.eml", decode);
    if (!read.ok) throw new Error(read.error.message);
    expect({ ...read.value, value: read.value.value.replaceAll("\r\n", "\n") }).toMatchObject({
      value,
      notes,
      title: "Trade",
      byline: "Ada",
      publishedAt: "2024-03-05",
    });
  }
});

test("a page that a browser saved is read as a page, with its address", () => {
  const page = multi(
    "related",
    part("text/html", "<html><p>Text</p></html>", "Content-Location: https://example.org/a\n"),
    part("text/html", "<p>Advertisement</p>"),
  );
  const read = readMail(
    bytesOf(
      `From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a\nSubject: =?utf-8?Q?Caf=C3=A9?=\nDate: Tue, 5 Mar 2024 10:00:00 -0000\nMIME-Version: 1.0\n${page}`,
    ),
    "a.mhtml",
    decode,
  );
  expect(read).toEqual({
    ok: true,
    value: {
      kind: "mail",
      value: "<html><p>Text</p></html>",
      isPage: true,
      title: "Café",
      address: "https://example.org/a",
      notes: [],
    },
  });
});

test.each<[string, string, RegExp]>([
  [
    "an encrypted mail",
    `${HEAD}${multi("encrypted", part("application/pgp-encrypted", "x"))}`,
    /is an encrypted mail/,
  ],
  [
    "a mail of attachments",
    `${HEAD}${multi("mixed", part("application/pdf; name=a.pdf", "x"))}`,
    /is a mail without text/,
  ],
])("%s is refused, with what to do", (_, mail, message) => {
  expect(readMail(bytesOf(mail), "a.eml", decode)).toEqual({
    ok: false,
    error: { message: expect.stringMatching(message) },
  });
});

test.each<[string, string, string, boolean]>([
  ["a mail", "a", `Received: x\n by y\n${HEAD}\nText`, true],
  ["a mail from a mailbox", "a", `From ada Tue\n${HEAD}\nText`, true],
  ["MHTML", "a.mhtml", "From: <Saved by Blink>\nContent-Type: multipart/related\n\n", true],
  ["a text with a colon", "a.txt", "Subject: trade\n\nCosts rose.", false],
  ["front matter", "a.md", "title: Trade\ndate: 2024-03-05\nfrom: Ada\n\nCosts", false],
  ["a page", "a.html", "<html>", false],
])("%s (%s) is a mail or not", (_, name, text, expected) => {
  expect(isMail(bytesOf(text), name)).toBe(expected);
});

test.each([
  ["=?utf-8?B?xYHDs2TFug==?= 2024", "Łódź 2024"],
  ["=?utf-8?Q?=C5?= =?UTF-8?Q?=81=C3=B3d=C5=BA_?=\t=?utf-8*pl?q?now?=", "Łódź now"],
  ["=?iso-8859-1?q?a=E9?= b", "aé b"],
  ["caf\u00c3\u00a9", "café"],
  ["=?broken", "=?broken"],
])("the header %s reads %s", (header, text) => {
  expect(headerText(header, decode)).toBe(text);
});

test.each([
  ['"Byron, Ada" <a@b.org>, Max Planck <m@b.org>', ["Byron, Ada", "Max Planck"]],
  ["a@b.org (Ada Byron)", ["Ada Byron"]],
  ["<a@b.org>", ["a@b.org"]],
  ["a@b.org", ["a@b.org"]],
  ["", []],
])("the people in %s", (header, names) => {
  expect(senderNamesIn(header)).toEqual(names);
});

test.each([
  ["Tue, 5 Mar 2024 23:30:00 -0800", "2024-03-05"],
  ["05 MAR 99 10:00 GMT", "1999-03-05"],
  ["31 Feb 2024", null],
  ["yesterday", null],
])("the day of %s", (header, day) => {
  expect(mailDayOf(header)).toBe(day);
});
