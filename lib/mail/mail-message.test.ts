import { describe, expect, test } from "vitest";
import { mailMessage } from "./mail-message";

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
