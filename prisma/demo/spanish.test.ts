import { expect, test } from "vitest";
import { defaultScale } from "@/lib/ratings/default-scale";
import { spanish } from "./spanish";

const { value } = spanish.article.content;

test("it is as long as a short article", () => {
  const words = value.split(/\s+/).length;
  expect(words).toBeGreaterThanOrEqual(200);
  expect(words).toBeLessThanOrEqual(300);
});

test.each(spanish.claims.map((claim) => [claim.exact, claim] as const))("%s", (exact, { content }) => {
  expect(value.split(exact)).toHaveLength(2);
  expect(defaultScale.ratings.map(({ key }) => key)).toContain(content.verdict?.ratingKey);
  expect(content.evidence?.length).toBeGreaterThan(0);
});
