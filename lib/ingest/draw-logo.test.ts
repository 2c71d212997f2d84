import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { drawLogo } from "./draw-logo";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const svg = (inside: string, size = 'viewBox="0 0 20 10"') =>
  bytesOf(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`);
const box = '<rect width="20" height="10" fill="#c00"/>';
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: "#c00" } });

describe("a logo is drawn as PNG", () => {
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, [number, number]]>([
    ["a drawing, as large as logos can be", () => svg(box), [1200, 600]],
    ["a small picture, in its size", () => picture(112, 60).png().toBuffer(), [112, 60]],
    ["a large picture, made smaller", () => picture(2400, 1200).jpeg().toBuffer(), [1200, 600]],
    ["a WebP picture", () => picture(10, 10).webp().toBuffer(), [10, 10]],
  ])("%s", async (_, file, [width, height]) => {
    const drawn = await drawLogo(await file());
    expect([drawn.width, drawn.height]).toEqual([width, height]);
    expect(await sharp(drawn.bytes).metadata()).toMatchObject({ format: "png", width, height });
  });
});

test("nothing but the picture is left of a drawing", async () => {
  const hostile = svg(
    `${box}<script>fetch("https://evil.example")</script><image href="file:///etc/passwd" width="9" height="9"/>
     <metadata>secret words</metadata><a href="javascript:alert(1)">${box}</a>`,
  );
  const drawn = Buffer.from((await drawLogo(hostile)).bytes).toString("latin1");
  expect(drawn).not.toMatch(/script|evil|passwd|secret/);
});

test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
  ["a text", () => bytesOf("no picture")],
  ["an animated GIF", () => picture(2, 2).gif().toBuffer()],
  ["a drawing without a size", () => svg("", 'width="0" height="0"')],
  ["a broken drawing", () => bytesOf('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect')],
  ["a drawing of too many pixels", () => svg(box, 'width="100000" height="100000"')],
])("%s is refused", async (_, file) => {
  await expect(drawLogo(await file())).rejects.toThrow();
});
