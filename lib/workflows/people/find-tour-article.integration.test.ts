import { expect, test } from "vitest";
import { inTransaction } from "@/lib/db/transaction";
import { insertUser } from "@/lib/db/users";
import { TOUR_ARTICLE } from "@/lib/personal/tour";
import type { Actor } from "@/lib/policies/actor";
import { ok } from "@/lib/result";
import { makeArticle, makeGuest, makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { findTourArticle } from "./find-tour-article";

withTestDatabase();

const TITLE = "Ferry fares in Lindhaven to double in January";

async function makeDemoPerson(): Promise<Actor> {
  const person = { email: `demo${TOUR_ARTICLE.authorDomain}`, name: "Demo", role: "checker" } as const;
  const details = { ...person, passwordHash: null, mustChangePassword: false };
  const user = must(await inTransaction(async (tx) => ok(await insertUser(tx, details))));
  return { ...person, id: user.id };
}

test("the tour takes place on the article of the demo, and is not for guests", async () => {
  const editor = await makePerson({ role: "editor" });
  expect(await findTourArticle(editor)).toBeNull();
  const article = await makeArticle({ author: await makeDemoPerson(), title: TITLE });
  expect(await findTourArticle(editor)).toBe(article.id);
  expect(await findTourArticle(await makeGuest(article, editor))).toBeNull();
});
