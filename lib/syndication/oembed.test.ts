import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { renderOembed } from "./oembed";

const picture = "/articles/a%22b/card.png?v=1.1.0";
const site = { publicUrl: "https://desk.example", name: "The Daily Check" };

test.each([
  [{ maxWidth: null, maxHeight: null }, 640, 480],
  [{ maxWidth: 400, maxHeight: 9000 }, 400, 480],
  [{ maxWidth: 1, maxHeight: 1 }, 200, 200],
])("a frame in %j", (size, width, height) => {
  const title = '"><script>alert(1)</script> & more';
  const answer = JSON.parse(renderOembed({ path: "/embed/articles/a%22b", title, picture }, size, site));
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

test.each([
  ["no limits", { maxWidth: null, maxHeight: null }, true],
  ["limits that it has", { maxWidth: 1200, maxHeight: 630 }, true],
  ["a frame that is narrower", { maxWidth: 1199, maxHeight: null }, false],
  ["a frame that is lower", { maxWidth: null, maxHeight: 629 }, false],
])("the picture for sharing with %s", (_, size, isShown) => {
  const answer = JSON.parse(renderOembed({ path: "/embed/articles/a", title: "A", picture }, size, site));
  expect([answer.thumbnail_url, answer.thumbnail_width, answer.thumbnail_height]).toEqual(
    isShown ? [`https://desk.example${picture}`, 1200, 630] : [undefined, undefined, undefined],
  );
});
