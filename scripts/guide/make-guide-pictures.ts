import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { GUIDE_CHAPTERS, GUIDE_PICTURE, type GuideChapter } from "@/lib/personal/guide";
import { TOUR_ARTICLE } from "@/lib/personal/tour";
import type { Actor } from "@/lib/policies/actor";
import { withDemoDesk } from "../demo-desk/with-demo-desk";
import { projectRoot } from "../steps/project-root";

/**
 * Takes the pictures of the guide, public/guide/<chapter>-<theme>.webp, from the demo on a server of its own:
 * `node --import tsx scripts/guide/make-guide-pictures.ts`. Run it after a change of how the desk looks.
 */

const MAX_BYTES = 60 * 1024;
const PUBLISHED = "/articles/putin-concludes-a-trip-to-china-by-emphasizing-its-strategic";

/** Opens the page that a chapter shows. */
type Open = (page: Page, articleId: string) => Promise<unknown>;

const openArticle: Open = async (page, articleId) => {
  await page.goto(`/desk/articles/${articleId}`);
  await page.getByRole("button", { name: /ferry fares double/i }).click();
};

const views: Record<GuideChapter, Open> = {
  import: (page) => page.goto("/desk/articles/new"),
  mark: openArticle,
  verdict: async (page, articleId) => {
    await openArticle(page, articleId);
    await page.keyboard.press("e");
    await page.getByRole("form").getByRole("radio").first().waitFor();
  },
  sources: (page) => page.goto("/desk/sources"),
  review: (page) => page.goto("/desk/review"),
  publish: (page) => page.goto(PUBLISHED),
  corrections: (page) => page.goto("/corrections"),
  keys: (page) => page.goto("/desk/account/shortcuts"),
};

/** A picture that is small enough: fewer colours until it is. */
async function store(picture: Buffer, file: string): Promise<void> {
  for (const quality of [80, 65, 50, 35, 20]) {
    await sharp(picture).webp({ quality, effort: 6, smartSubsample: true }).toFile(file);
    if (statSync(file).size <= MAX_BYTES) return;
  }
  throw new Error(`${file} is larger than ${MAX_BYTES} bytes`);
}

async function takePictures(browser: Browser, address: string): Promise<void> {
  const { makePerson } = await import("@/lib/testing/factories");
  const { findArticleBySlug } = await import("@/lib/db/articles");
  const { recordTour } = await import("@/lib/workflows/people/personal-settings");
  const { signInAs } = await import("@/e2e/fixtures/sign-in-as");
  const article = await findArticleBySlug(TOUR_ARTICLE.slug);
  if (!article) throw new Error("the demo has no article that is still being checked");
  const person: Actor = await makePerson({ role: "editor", name: "Ada Lind" });
  await recordTour(person, { state: "ended", step: "done" });
  const folder = join(projectRoot, "public/guide");
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await browser.newContext({
      baseURL: address,
      colorScheme,
      viewport: GUIDE_PICTURE,
      locale: "en-GB",
      timezoneId: "UTC",
      reducedMotion: "reduce",
    });
    await signInAs(context, person, address);
    for (const chapter of GUIDE_CHAPTERS) {
      const page = await context.newPage();
      await views[chapter](page, article.id);
      await page.evaluate(() => document.fonts.ready);
      await store(await page.screenshot(), join(folder, `${chapter}-${colorScheme}.webp`));
      await page.close();
      console.error(`• ${chapter}, ${colorScheme}`);
    }
    await context.close();
  }
}

await withDemoDesk(takePictures, (message) => console.log(`• ${message}`));
