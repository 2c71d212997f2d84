import { detect } from "chardet";
import { expect, test, vi } from "vitest";
import { decodeText } from "./decode-text";

vi.mock("chardet", async (load) => {
  const whole = await load<typeof import("chardet")>();
  return { ...whole, detect: vi.fn(whole.detect) };
});

const cyrillic = (text: string) =>
  Uint8Array.from(text, (letter) =>
    letter >= "А" && letter <= "я" ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0),
  );
const WORDS = "Торговля выросла до рекордных двухсот сорока миллиардов долларов за этот год. ";

test.each([
  ["from its beginning", WORDS.repeat(20_000)],
  ["after a megabyte of ASCII", `${"id;value\n".repeat(120_000)}${WORDS.repeat(1000)}`],
])("a large file in Russian %s is told by a part of it", (_, text) => {
  vi.mocked(detect).mockClear();
  expect(decodeText(cyrillic(text))).toEqual({ encoding: "windows-1251", text });
  const [[seen]] = vi.mocked(detect).mock.calls as [[Uint8Array]];
  expect(seen.length).toBeLessThanOrEqual(256 * 1024);
});
