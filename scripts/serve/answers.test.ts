import { expect, test } from "vitest";
import { answerFor } from "./answers";

test.each([
  ["/articles/taxes", "es-ES,es;q=0.9", "es"],
  ["/articles/taxes?lang=ar", "es", "ar"],
  ["/articles/taxes?lang=tlh", "zh-CN", "zh"],
  ["/articles/taxes", undefined, "en"],
  ["/desk", "de", "de"],
])("an outage at %s for a browser that asks for %s", (url, accepted, language) => {
  const answer = answerFor("database", {
    url,
    headers: accepted === undefined ? {} : { "accept-language": accepted },
  });
  expect(answer.body).toContain(`<html lang="${language}"`);
  expect(answer.headers).toMatchObject({
    "content-language": language,
    vary: "Accept-Language",
    "cache-control": "no-store",
  });
});

test("programs get English", () => {
  const answer = answerFor("busy", { url: "/api/v1/articles", headers: { "accept-language": "es" } });
  expect(JSON.parse(answer.body).title).toBe("Too many people are using this site right now");
  expect(answer.headers).not.toHaveProperty("vary");
});
