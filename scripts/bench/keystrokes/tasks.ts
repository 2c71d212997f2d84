import { expect, type Page } from "@playwright/test";
import { openDesk, selectWords } from "@/e2e/fixtures/desk";
import type { Claim } from "@/lib/claims/claim";
import { findArticle } from "@/lib/db/articles";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { listThreads } from "@/lib/db/comments";
import type { Actor } from "@/lib/policies/actor";
import { makeArticle, makeClaim, must } from "@/lib/testing/factories";
import { createComment } from "@/lib/workflows/comments/create-comment";
import type { Hand } from "./hand";

/** The sentences of the article that is marked. All of them look checkable. */
const SENTENCES = [
  "Trade between the two countries rose to $240 billion in 2023.",
  "Exports grew by 12 percent in 2022.",
  "The port of Sundby handled 4 million containers in 2021.",
  "Wages rose by 3 percent in 2020.",
  "Unemployment fell to 5 percent in 2019.",
  "The budget of 2018 had a surplus of $2 billion.",
  "Imports of steel doubled in 2017.",
  "The harvest of 2016 reached 9 million tonnes.",
];

const RATIONALE = "Customs counted the same.";
const YEARBOOK = "Statistical yearbook 2023";

/** The people, the article and the pages that the tasks work on. */
export interface Surroundings {
  author: Actor;
  article: { id: string };
  /** Of the author. */
  own: Hand;
  /** Of an editor who signs off. */
  other: Hand;
}

export interface Task {
  name: string;
  /** Keys that it took at an earlier release; null where that was not counted. */
  before: number | null;
  /** Does the task, and throws if its end is not what it should be. @returns the hand that did it */
  run: (at: Surroundings) => Promise<Hand>;
}

/** An article to mark, and a source that the desk knows from another one. */
export async function makeSurroundings(author: Actor): Promise<{ id: string }> {
  await makeClaim({
    author,
    evidence: [{ stance: "supports", source: { title: YEARBOOK, url: "https://example.org/yearbook" } }],
  });
  return makeArticle({ author, content: { format: "text", value: SENTENCES.join("\n") } });
}

const form = (page: Page) => page.getByRole("form", { name: /Mark a claim|Edit claim/ });

/** Types the rationale, once the caret is there: a person looks where it is. */
async function writeRationale(hand: Hand): Promise<void> {
  await expect(form(hand.page).getByRole("textbox", { name: "Rationale" })).toBeFocused();
  await hand.type(RATIONALE);
}

/** Types a known source in the source field and takes the first suggestion. */
async function takeKnownSource(hand: Hand): Promise<void> {
  await hand.type("statistical year");
  await form(hand.page).getByRole("option", { name: YEARBOOK }).waitFor();
  await hand.press("Enter");
}

/** The claims of an article, once as many as expected are as they should be. */
async function expectClaims(
  articleId: string,
  count: number,
  isRight: (claim: Claim) => boolean,
): Promise<Claim[]> {
  let found: Claim[] = [];
  await expect
    .poll(async () => {
      found = (await listClaimsOfArticle(articleId)).filter(isRight);
      return found.length;
    })
    .toBe(count);
  return found;
}

const isComplete = ({ verdict, evidence }: Claim) =>
  verdict?.rationaleText === RATIONALE &&
  evidence[0]?.source.title === YEARBOOK &&
  evidence[0].stance === "supports";

/** The standard tasks, in an order in which each finds what it needs. */
export const TASKS: readonly Task[] = [
  {
    name: "from a selection to a claim with verdict, rationale and a known source",
    before: 49,
    async run({ own, article }) {
      await openDesk(own.page, article);
      await selectWords(own.page, "$240 billion");
      await own.press("m", "5");
      await writeRationale(own);
      await own.press("Tab");
      await takeKnownSource(own);
      await own.press("s", "Control+Enter");
      await expectClaims(article.id, 1, isComplete);
      return own;
    },
  },
  {
    name: "the next claim right after it, with its selection",
    before: null,
    async run({ own, article }) {
      await expect(form(own.page)).toHaveCount(0);
      await own.press("u", "m", "5");
      await writeRationale(own);
      await own.press("Tab");
      await takeKnownSource(own);
      await own.press("s", "Control+Enter");
      await expectClaims(article.id, 2, isComplete);
      return own;
    },
  },
  {
    name: "the same with the pointer; the source is cited in the article",
    before: null,
    async run({ own, article }) {
      await expect(form(own.page)).toHaveCount(0);
      await selectWords(own.page, "4 million containers");
      await own.click(own.page.getByRole("button", { name: "Mark claim" }));
      await own.click(form(own.page).getByRole("radio", { name: "Mostly true" }));
      await writeRationale(own);
      await own.click(form(own.page).getByRole("button", { name: YEARBOOK }));
      await own.click(form(own.page).getByRole("radio", { name: "Supports" }));
      await own.click(form(own.page).getByRole("button", { name: "Save claim" }));
      await expectClaims(article.id, 3, isComplete);
      return own;
    },
  },
  {
    name: "five claims marked quickly, with their selections",
    before: null,
    async run({ own, article }) {
      await expect(form(own.page)).toHaveCount(0);
      for (let marked = 1; marked <= 5; marked++) {
        await own.press("u", "q");
        await expectClaims(article.id, marked, ({ verdict }) => verdict === null);
        await expect(own.page.getByText(new RegExp(`^${marked} claims? to fill in`))).toBeVisible();
      }
      return own;
    },
  },
  {
    name: "one of them filled in with a verdict",
    before: null,
    async run({ own, article }) {
      await own.press("f", "5");
      await writeRationale(own);
      await own.press("Control+Enter");
      await expectClaims(article.id, 4, ({ verdict }) => verdict !== null);
      return own;
    },
  },
  {
    name: "a claim submitted",
    before: null,
    async run({ own, article }) {
      await openDesk(own.page, article);
      await own.press("n", "s");
      await expectClaims(article.id, 1, ({ state }) => state === "in_review");
      return own;
    },
  },
  {
    name: "two claims approved, one after the other",
    before: null,
    async run({ own, other, article }) {
      await own.press("n", "s");
      await expectClaims(article.id, 2, ({ state }) => state === "in_review");
      await openDesk(other.page, article);
      other.reset();
      await other.press("n", "a");
      await expectClaims(article.id, 1, ({ state }) => state === "approved");
      await other.press("a");
      await expectClaims(article.id, 2, ({ state }) => state === "approved");
      return other;
    },
  },
  {
    name: "a comment answered",
    before: null,
    async run({ author, own, other, article }) {
      const [claim] = await listClaimsOfArticle(article.id);
      if (!claim) throw new Error("the article has no claims");
      must(
        await createComment(author, {
          target: { on: "claim", claimId: claim.id },
          body: "Which dollars?",
          idempotencyKey: crypto.randomUUID(),
        }),
      );
      await openDesk(other.page, article);
      other.reset();
      await other.press("n");
      await other.click(other.page.getByRole("textbox", { name: "Reply" }));
      await other.type("Of 2023.");
      await other.press("Control+Enter");
      await expect
        .poll(async () => (await listThreads(article.id)).flatMap(({ comments }) => comments).length)
        .toBe(2);
      own.reset();
      return other;
    },
  },
  {
    name: "an article published",
    before: null,
    async run({ author, other }) {
      const ready = await makeArticle({ author });
      await makeClaim({ article: ready, author, state: "approved" });
      await openDesk(other.page, ready);
      // The head names it as the next step; the key works on the page with the preview.
      await other.click(other.page.getByRole("link", { name: "Publish…" }));
      await expect(other.page.getByRole("button", { name: "Publish now" })).toBeEnabled();
      await other.press("Control+Enter");
      await expect.poll(async () => (await findArticle(ready.id))?.status).toBe("published");
      return other;
    },
  },
];
