import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { renderOembed } from "./oembed";

const site = { publicUrl: "https://desk.example", name: "The Daily Check" };

test.each([
  [{ maxWidth: null, maxHeight: null }, 640, 480],
  [{ maxWidth: 400, maxHeight: 9000 }, 400, 480],
  [{ maxWidth: 1, maxHeight: 1 }, 200, 200],
])("a frame in %j", (size, width, height) => {
  const title = '"><script>alert(1)</script> & more';
  const answer = JSON.parse(renderOembed({ path: "/embed/articles/a%22b", title }, size, site));
  expect(answer).toMatchObject({
    version: "1.0",
    type: "rich",
    title,
    provider_name: "The Daily Check",
    width,
    height,
  });
  const { body } = new JSDOM(answer.html).window.document;
  expect(body.children).toHaveLength(1);
  const frame = body.querySelector("iframe");
  expect(frame?.getAttribute("src")).toBe("https://desk.example/embed/articles/a%22b");
  expect(frame?.title).toBe(title);
  expect(frame?.width).toBe(String(width));
});
