import { expect, test } from "vitest";
import { detectTextFile } from "./detect-text-file";

const utf8 = (text: string) => new TextEncoder().encode(text);
const mail = "Received: from a\r\n by b\r\nFrom: Ada <ada@example.org>\r\nSubject: Trade\r\n\r\nHello";

test.each<[string, string, Uint8Array, string | null]>([
  ["plain text", "notes.txt", utf8("Trade rose by 5 %.\r\n\tA list"), "text/plain"],
  ["text in capitals", "NOTES.TXT", utf8("Trade"), "text/plain"],
  ["text in Latin-1", "a.txt", Uint8Array.of(0x47, 0x72, 0xf6, 0xdf, 0x65), "text/plain"],
  ["text in UTF-16", "a.txt", Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x42, 0), "text/plain"],
  ["Markdown", "a.md", utf8("# Trade\n\n<p align=center>It rose.</p>"), "text/markdown"],
  [
    "Markdown that begins with an element",
    "a.markdown",
    utf8("<p align=center>It rose.</p>"),
    "text/markdown",
  ],
  ["a mail", "a.eml", utf8(mail), "message/rfc822"],
  ["a mail without an end of its headers", "a.eml", utf8("From: a\nTo: b"), "message/rfc822"],
  ["text that is no mail", "a.eml", utf8("Dear Ada,\nFrom: here"), null],
  ["half a mail", "a.eml", utf8("From: a\n\nTo: b"), null],
  ["a page as text", "a.txt", utf8("<!doctype html><p>a"), null],
  ["a page as Markdown", "a.md", utf8("<!DOCTYPE html><p>a"), null],
  ["a script as text", "a.txt", utf8("#!/bin/sh\nrm"), null],
  ["bytes as text", "a.txt", Uint8Array.of(0x4d, 0x5a, 0, 1), null],
  ["text under another name", "a.js", utf8("alert(1)"), null],
  ["text without an ending", "notes", utf8("Trade"), null],
])("%s", (_, name, bytes, expected) => {
  expect(detectTextFile(name, bytes)).toBe(expected);
});
