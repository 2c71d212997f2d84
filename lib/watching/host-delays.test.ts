import { expect, test } from "vitest";
import { delaysByHost } from "./host-delays";

test.each<[string, string[], (number | undefined)[]]>([
  ["one page", ["https://a.example/1"], [0]],
  ["pages of one site follow each other", ["https://a.example/1", "https://A.example/2"], [0, 10]],
  ["other sites do not wait", ["https://a.example/1", "https://b.example/2"], [0, 0]],
  ["another port is another site", ["http://a.example/1", "http://a.example:8080/2"], [0, 0]],
  [
    "the fourth of a site is left for later",
    ["https://a.example/1", "https://a.example/2", "https://a.example/3", "https://a.example/4"],
    [0, 10, 20, undefined],
  ],
  ["what is no address is left out", ["figures", "https://a.example/1"], [undefined, 0]],
])("%s", (_, urls, expected) => {
  const delays = delaysByHost(
    urls.map((url, index) => ({ id: String(index), url })),
    { gapSeconds: 10, mostPerHost: 3 },
  );
  expect(urls.map((_url, index) => delays.get(String(index)))).toEqual(expected);
});
