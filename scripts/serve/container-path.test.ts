import { expect, test } from "vitest";
import { withoutContainerSlash } from "./container-path";

test.each([
  ["/api/v1/articles/a1/annotations/", "/api/v1/articles/a1/annotations"],
  ["/api/v1/articles/a1/annotations/?page=1", "/api/v1/articles/a1/annotations?page=1"],
  ["/api/v1/articles/a1/annotations", "/api/v1/articles/a1/annotations"],
  ["/api/v1/articles/a1/annotations/c1", "/api/v1/articles/a1/annotations/c1"],
  ["/api/v1/articles/a1/claims/", "/api/v1/articles/a1/claims/"],
  ["/articles/a1/annotations/", "/articles/a1/annotations/"],
])("%s is known as %s", (sent, known) => {
  expect(withoutContainerSlash(sent)).toBe(known);
});
