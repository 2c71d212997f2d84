import { expect, test } from "vitest";
import { TOUR_ARTICLE } from "@/lib/personal/tour";
import { slugFor } from "@/lib/workflows/articles/slug-for";
import { started } from "./started";

test("the tour takes place on the article that is still being checked", () => {
  expect(slugFor(started.article.title)).toBe(TOUR_ARTICLE.slug);
});
