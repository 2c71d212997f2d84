import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPdf } from "../read-pdf";
import { hasOpenObjects } from "./has-open-objects";

const bytes = (value: string) => new TextEncoder().encode(value);

test.each([
  ["no objects", bytes("%PDF-1.4\n"), false],
  ["closed objects", bytes("1 0 obj<<>>endobj\n".repeat(5000)), false],
  ["a thousand without an end", bytes("obj".repeat(1000)), false],
  ["more without an end", bytes("obj".repeat(1001)), true],
  ["a real file", readFileSync(new URL("../fixtures/libreoffice.pdf", import.meta.url)), false],
])("%s", (_, file, expected) => {
  expect(hasOpenObjects(file)).toBe(expected);
});

test("a file whose objects have no end is refused before it is read", async () => {
  expect(await readPdf(bytes(`%PDF-1.4\n${"1 0 obj<<".repeat(300_000)}`))).toEqual({
    ok: false,
    error: {
      message:
        "The PDF is damaged: many of its parts have no end. Save it again, or copy its text and paste it.",
    },
  });
});
