import { describe, expect, test } from "vitest";
import { mailMessage } from "./mail-message";
import { mailText } from "./mail-text";

const mail = { to: "noor@example.org", subject: "Hello", text: "Words." };

describe("nothing adds a header or a receiver", () => {
  test.each([
    ["a second line", "noor@example.org\r\nBcc: eve@example.org"],
    ["a second address", "noor@example.org, eve@example.org"],
    ["a group", "all: noor@example.org;"],
    ["a name", "Noor <noor@example.org>"],
    ["a NUL", "noor@example.org\0"],
  ])("%s in the address", (_, to) => {
    expect(mailMessage.safeParse({ ...mail, to }).success).toBe(false);
  });

  test.each([
    ["Trade\r\nBcc: eve@example.org", "Trade Bcc: eve@example.org"],
    ["  Two   words\t", "Two words"],
    ["Line\u2028separator", "Line separator"],
    ["\u202eturned", "turned"],
    ["é † 日本", "é † 日本"],
  ])("subject %j becomes one line", (subject, expected) => {
    expect(mailMessage.parse({ ...mail, subject }).subject).toBe(expected);
  });
});

test("a text is wrapped, and a link is not", () => {
  const link = `https://desk.example.org/${"x".repeat(90)}`;
  const text = mailText([`${"word ".repeat(40)}end.`, link]);
  expect(text).toContain(`\n\n  ${link}\n`);
  for (const line of text.split("\n")) expect(line.includes(link) || line.length <= 72).toBe(true);
  expect(text).toMatch(/\n-- \n† Obelus/);
});
