import { expect, test } from "vitest";
import { decodeClaimFile } from "./decode-claim-file";

test.each([
  ["UTF-8", [0x7a, 0xc3, 0xa9], "zé"],
  ["UTF-8 with its mark", [0xef, 0xbb, 0xbf, 0x61], "a"],
  ["UTF-16, little end first", [0xff, 0xfe, 0xe9, 0x00], "é"],
  ["UTF-16, big end first", [0xfe, 0xff, 0x00, 0xe9], "é"],
  ["Windows-1252", [0x93, 0xe9, 0x94], "“é”"],
  ["nothing", [], ""],
])("%s", (_, bytes, text) => {
  expect(decodeClaimFile(new Uint8Array(bytes))).toBe(text);
});
